// Text to terms, as kb_builder/index/analyzer.py does it; a test holds the two together.
// @ts-check
import { EnglishStemmer } from "./vendor/english-stemmer.js";

const COMPOUND = /[\p{L}\p{N}]+(?:['’._\-\\/:@#$+]+[\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)?/gu;
const HUMP = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\p{Nd}+/gu;
const HEX = /^0x[0-9a-f]+$/;
const LETTERS = /^\p{L}+(?:['’]\p{L}+)?$/u;
const DIGITS = /^\p{N}+$/u;
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
    found = stemmer.stemWord(word);
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
  for (const [whole] of text.matchAll(COMPOUND)) {
    const parts = whole.match(PART) ?? [];
    const single = parts.length === 1;
    if (!single && [...whole].length <= LONGEST) {
      found.push({ term: fold(whole), word: whole });
    }
    for (const part of parts) {
      for (const term of termsOfPart(part, single)) found.push({ term, word: part });
    }
  }
  return found;
}

/** @param {string} word */
function fold(word) {
  return word.toLowerCase().replaceAll("ß", "ss").replaceAll("’", "'");
}

/**
 * @param {string} part
 * @param {boolean} single whether it is the whole of its identifier
 * @returns {string[]}
 */
function termsOfPart(part, single) {
  const folded = [...fold(part)].slice(0, LONGEST).join("");
  if (STOP_WORDS.has(folded)) return [];
  const humps = part.match(HUMP) ?? [];
  const longHumps = humps.filter((hump) => hump.length > 2).map((hump) => stem(hump.toLowerCase()));
  if (LETTERS.test(folded)) {
    const camel =
      humps.length > 1 && humps.join("").length === part.length && part !== part.toUpperCase();
    return camel ? [stem(folded), ...longHumps] : [stem(folded)];
  }
  const whole = single || [...folded].length > 1 ? [folded] : [];
  return DIGITS.test(folded) || HEX.test(folded) ? whole : [...whole, ...longHumps];
}
