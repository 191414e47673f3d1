// A query's text to the words that are searched, as kb_builder/index/reading.py reads it.
// @ts-check
import { codeValue, fold, identifiers, tokens } from "./analyzer.js";
import { splitNoise } from "./noise.js";

const MOST_LOOKED_UP = 30;
const MOST_CHARACTERS = 100_000;
const LONGEST_LOG = 5_000_000;

const CODE = new RegExp(
  "^0x[0-9a-f]{3,16}$|^(?![a-z]{2,}(?:365|(?:19|20)[0-9]{2})$)[a-z]{2,8}-?[0-9]{3,9}$|^[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}$" +
    "|^cve-[0-9]{4}-[0-9]{4,7}$|^ms[0-9]{2}-[0-9]{3}$" +
    "|^(?=(?:[a-f]*[0-9]){4})[8c][0-9a-f]{7}$",
);
const JOINED = /[._\\/:@#$+]|.-|['’].*['’]/u;
const OPEN = /[A-Za-z]$/;
const VERSION = /^[0-9]+(?:\.[0-9]+){2,}$/;
const ERROR = new RegExp(
  "(?<![A-Za-z0-9])(?:error|fail|failed|fails|failure|[a-z]{0,40}exception|fatal|critical|denied|cannot|can't" +
    "|could not|couldn't|unable|invalid|refused|timed out|not found|0x[0-9A-Fa-f]{8})(?![A-Za-z0-9])",
  "i",
);

/**
 * @typedef {"code" | "word" | "whole" | "noise"} Kind
 * @typedef {{text: string, terms: string[], kind: Kind, parts: Word[]}} Word its first term is itself;
 *   the others, and the parts of an identifier, are searched where that is unknown
 * @typedef {{words: Word[], leftOut: number, sequence: string[], lastIsOpen: boolean}} Reading
 */

/**
 * @param {string} text any, however long
 * @returns {Reading}
 */
export function read(text) {
  text = readable(text);
  /** @type {Map<string, Word>} */
  const found = new Map();
  /** @type {string[]} */
  const sequence = [];
  for (const [piece, isNoise] of splitNoise(text)) {
    for (const word of isNoise ? [noise(piece)] : wordsOf(piece)) {
      for (const each of word.parts.length ? word.parts : [word]) sequence.push(each.terms[0]);
      const key = word.terms.join("\0");
      if (!found.has(key)) found.set(key, word);
    }
  }
  const words = [...found.values()];
  const best = chosen(words, text);
  const last = best.at(-1);
  const end = (last?.parts.at(-1) ?? last)?.text ?? "";
  return {
    words: best,
    leftOut: words.length - best.length,
    sequence,
    lastIsOpen: OPEN.test(text) && text.endsWith(end),
  };
}

/**
 * @param {string} word folded
 * @returns {boolean} whether it is an error code or a number such as a case's
 */
export const isCode = (word) => CODE.test(word) || codeValue(word) !== "";

/**
 * @param {string} span
 * @returns {Word}
 */
function noise(span) {
  const folded = fold(span);
  return isCode(folded)
    ? { text: span, terms: codeTerms(folded), kind: "code", parts: [] }
    : { text: span, terms: [folded], kind: "noise", parts: [] };
}

/**
 * @param {string} piece without noise
 * @returns {Word[]}
 */
function wordsOf(piece) {
  return identifiers(piece).flatMap((ofOne) => {
    const words = groups(ofOne).map(([text, terms]) => wordOf(text, terms));
    const [whole, ...parts] = words;
    // Else it is a single word, or the parts of what is too long to count as a whole.
    return parts.length && JOINED.test(whole.text) ? [withParts(whole, parts)] : words;
  });
}

/**
 * @param {import("./analyzer.js").Token[]} ofOne
 * @returns {Array<[string, string[]]>} the words in their order, each with its terms
 */
function groups(ofOne) {
  /** @type {Array<[string, string[]]>} */
  const found = [];
  for (const { term, word } of ofOne) {
    const last = found.at(-1);
    if (last?.[0] === word) last[1].push(term);
    else found.push([word, [term]]);
  }
  return found;
}

/**
 * @param {string} text
 * @param {string[]} terms
 * @returns {Word}
 */
function wordOf(text, terms) {
  const folded = fold(text);
  return isCode(folded)
    ? { text, terms: codeTerms(folded), kind: "code", parts: [] }
    : { text, terms: [...new Set(terms)], kind: "word", parts: [] };
}

/**
 * @param {Word} whole
 * @param {Word[]} parts
 * @returns {Word} an identifier, with its parts where they count without it
 */
function withParts(whole, parts) {
  if (whole.kind === "code") return whole;
  // Where it is unknown, a part of it would be a guess.
  return { ...whole, kind: "whole", parts: VERSION.test(whole.terms[0]) ? [] : parts };
}

/** @param {string} folded */
const codeTerms = (folded) => [codeValue(folded) || folded];

/**
 * @param {string} text
 * @returns {string} as much of it as is read: of a long one its error lines, and then its start
 */
function readable(text) {
  if (text.length <= MOST_CHARACTERS) return text;
  const half = MOST_CHARACTERS / 2;
  // Code points are counted, as Python does, and few texts have any that take two units.
  const signs = /[\ud800-\udfff]/.test(text) ? [...text] : text;
  if (signs.length <= MOST_CHARACTERS) return text;
  const errors = errorLines(start(signs, LONGEST_LOG, false));
  return `${start([...errors], half, true)}\n${start(signs, half, true)}`;
}

/**
 * @param {string | string[]} signs
 * @param {number} most
 * @param {boolean} isCutAtBlank half a code would be another one
 * @returns {string} at most so many of the signs
 */
function start(signs, most, isCutAtBlank) {
  const first = signs.slice(0, most);
  const text = typeof first === "string" ? first : first.join("");
  if (signs.length <= most || !isCutAtBlank) return text;
  const end = Math.max(...[" ", "\t", "\r", "\n"].map((blank) => text.lastIndexOf(blank)));
  return end > 0 ? text.slice(0, end) : text;
}

/** @param {string} text */
const errorLines = (text) => text.split("\n").filter((line) => ERROR.test(line)).join("\n");

/**
 * @param {Word[]} words
 * @param {string} text
 * @returns {Word[]} as many as are searched: the codes, those of the error lines, and then the first
 */
function chosen(words, text) {
  if (words.reduce((sum, word) => sum + lookedUp(word), 0) <= MOST_LOOKED_UP) return words;
  const ofErrors = new Set(tokens(errorLines(text)).map(({ term }) => term));
  /** @param {Word} word */
  const rank = (word) => (word.kind === "code" ? 0 : ofErrors.has(word.terms[0]) ? 1 : 2);
  const ranked = words
    .map((word, at) => ({ word, at, rank: rank(word) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  let left = MOST_LOOKED_UP;
  return ranked
    .filter(({ word }) => {
      const fits = lookedUp(word) <= left;
      if (fits) left -= lookedUp(word);
      return fits;
    })
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word);
}

/** @param {Word} word how many terms it may take to find it */
const lookedUp = (word) => word.terms.length + word.parts.length;
