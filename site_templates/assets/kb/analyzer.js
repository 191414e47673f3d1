// Text to terms, as kb_builder/index/analyzer.py does it, which says what both sides mean by a letter,
// a digit and the same word; a test holds the two together.
// @ts-check
import { EnglishStemmer } from "./vendor/english-stemmer.js";

const SIGN = "(?:(?<![\\p{L}\\p{N}])[-−–](?=[0-9]{9,10}(?![\\p{L}\\p{N}])))?";
const COMPOUND = new RegExp(
  `${SIGN}[\\p{L}\\p{N}]+(?:['’._\\-\\\\/:@#$+]+[\\p{L}\\p{N}]+)*`, "gu");
const PART = new RegExp(`${SIGN}[\\p{L}\\p{N}]+(?:['’][\\p{L}\\p{N}]+)?`, "gu");
const REPLY_CODE =
  /(?<![\p{L}\p{N}.])[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![\p{L}\p{N}]|\.[\p{L}\p{N}])/gu;
const HUMP = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/gu;
const HEX = /^0x[0-9a-f]+$/;
const BARE_HEX = /^(?=(?:[a-f]*[0-9]){4})[8c][0-9a-f]{7}$/;
const OTHER_HEX =
  /^(?:0x(?:f{8})?|h)([8c][0-9a-f]{7})[lh]?$|^((?=(?:[a-f]*[0-9]){4})[8c][0-9a-f]{7})[lh]$/;
const DECIMAL = /^[-−–]?[0-9]{9,10}$/;
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
 * @typedef {{term: string, word: string}} Token a term, and the stretch of text that it came from
 * @param {string} text
 * @returns {Token[][]} the words and identifiers in order, each as its tokens, itself before its parts
 */
export function identifiers(text) {
  return [...text.normalize("NFC").matchAll(COMPOUND)].map(([whole]) => tokensOf(whole));
}

/**
 * @param {string} text
 * @returns {Token[]} the terms in order, each with the word it came from
 */
export const tokens = (text) => identifiers(text).flat();

/**
 * @param {string} whole
 * @returns {Token[]}
 */
function tokensOf(whole) {
  const found = [];
  const parts = whole.match(PART) ?? [];
  if (parts.length > 1 && [...whole].length <= LONGEST) {
    found.push({ term: fold(whole), word: whole });
  }
  if (parts.length > 3) {
    for (const [reply] of whole.matchAll(REPLY_CODE)) {
      if (reply !== whole) found.push({ term: reply, word: reply });
    }
  }
  for (const part of parts) {
    const start = [...part].slice(0, LONGEST).join("");
    for (const term of termsOfPart(start, parts.length === 1)) found.push({ term, word: part });
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
  let folded = fold(part);
  if (STOP_WORDS.has(folded)) return [];
  const value = codeValue(folded);
  const values = value && value !== folded ? [value] : [];
  folded = folded.replace(/^[-−–]+/, "");
  const humps = part.match(HUMP) ?? [];
  const longHumps = humps.filter((hump) => hump.length > 2).map((hump) => stem(hump.toLowerCase()));
  if (LETTERS.test(folded)) {
    const isCamel =
      humps.length > 1 && humps.join("").length === part.length && part !== part.toUpperCase();
    return isCamel ? [...values, stem(folded), ...longHumps] : [...values, stem(folded)];
  }
  // Single digits out of `5.7.1` would match everything; `5.7.1` itself is what counts.
  const whole = isWhole || [...folded].length > 1 ? [folded] : [];
  const isNumber = DIGITS.test(folded) || HEX.test(folded);
  return [...values, ...whole, ...(isNumber ? [] : longHumps)];
}

/**
 * @param {string} word folded
 * @returns {string} the spelling 0x80070005 of an HRESULT or NTSTATUS, or nothing
 */
export function codeValue(word) {
  if (BARE_HEX.test(word)) return `0x${word}`;
  const other = OTHER_HEX.exec(word);
  if (other) return `0x${other[1] ?? other[2]}`;
  if (DECIMAL.test(word)) {
    const number = Number(word.replace(/[−–]/, "-"));
    const isSigned = -0x80000000 <= number && number <= -100_000_000;
    if (isSigned || (0x80000000 <= number && number <= 0xffffffff)) {
      return `0x${(number >>> 0).toString(16).padStart(8, "0")}`;
    }
  }
  return "";
}
