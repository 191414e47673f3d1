// Text to terms, as kb_builder/index/analyzer.py does it, which says what both sides mean by a letter,
// a digit and the same word; a test holds the two together.
// @ts-check
import { EnglishStemmer } from "./vendor/english-stemmer.js";

const COMPOUND = /[\p{L}\p{N}]+(?:['’._\-\\/:@#$+]+[\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)?/gu;
const HUMP = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/gu;
const HEX = /^0x[0-9a-f]+$/;
const DIGITS = /^\p{Nd}+$/u;
const LETTERS = /^(?:(?!\p{Nd})[\p{L}\p{N}])+(?:'(?:(?!\p{Nd})[\p{L}\p{N}])+)?$/u;
const ENGLISH = /^[a-z']+$/;
const LONGEST = 80;

const STOP_WORDS = new Set(
  ("a an and are as at be been but by can did do does for from had has have he her his i if in " +
    "into is it its me my no nor not of on or our she so than that the their them then there " +
    "these they this those to too up us was we were what when where which while who will with " +
    "would you your").split(" "),
);

const stemmer = new EnglishStemmer();
/** @type {Map<string, string>} */
const stems = new Map();

/**
 * @param {string} word in lower case
 * @returns {string} its Snowball English stem
 */
export function stem(word) {
  let found = stems.get(word);
  if (found === undefined) {
    found = ENGLISH.test(word) ? stemmer.stemWord(word) : word;
    stems.set(word, found);
  }
  return found;
}

/**
 * @param {string} text
 * @returns {Array<{term: string, word: string}>} the terms in order, each with the word it came from
 */
export function tokens(text) {
  const found = [];
  for (const [whole] of text.normalize("NFC").matchAll(COMPOUND)) {
    const parts = whole.match(PART) ?? [];
    if (parts.length > 1 && [...whole].length <= LONGEST) {
      found.push({ term: fold(whole), word: whole });
    }
    for (const part of parts) {
      const start = [...part].slice(0, LONGEST).join("");
      for (const term of termsOfPart(start, parts.length === 1)) found.push({ term, word: part });
    }
  }
  return found;
}

/** @param {string} word */
export function fold(word) {
  return word.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ").replaceAll("’", "'");
}

/**
 * @param {string} part
 * @param {boolean} isWhole whether it is the whole of its identifier
 * @returns {string[]}
 */
function termsOfPart(part, isWhole) {
  const folded = fold(part);
  if (STOP_WORDS.has(folded)) return [];
  const humps = part.match(HUMP) ?? [];
  const longHumps = humps.filter((hump) => hump.length > 2).map((hump) => stem(hump.toLowerCase()));
  if (LETTERS.test(folded)) {
    const isCamel =
      humps.length > 1 && humps.join("").length === part.length && part !== part.toUpperCase();
    return isCamel ? [stem(folded), ...longHumps] : [stem(folded)];
  }
  // Single digits out of `5.7.1` would match everything; `5.7.1` itself is what counts.
  const whole = isWhole || [...folded].length > 1 ? [folded] : [];
  return DIGITS.test(folded) || HEX.test(folded) ? whole : [...whole, ...longHumps];
}
