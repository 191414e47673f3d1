// The part of a text that matches a query, as kb_builder/index/passage.py finds it.
// @ts-check
import { tokens } from "./analyzer.js";

// A word without the punctuation around it.
const CORE = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @param {number} length about how many characters
 * @returns {Array<{text: string, marked: boolean}>} the first stretch that has most of the terms
 */
export function passage(text, terms, length) {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    terms: new Set(tokens(match[0]).map(({ term }) => term).filter((term) => terms.has(term))),
  }));
  if (!words.length) return [];
  const [first, last] = bestWindow(words, length);
  const pieces = first ? [{ text: "… ", marked: false }] : [];
  let at = words[first].start;
  for (const word of words.slice(first, last + 1)) {
    const core = word.terms.size ? CORE.exec(text.slice(word.start, word.end)) : null;
    if (!core) continue;
    const start = word.start + core.index;
    pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: core[0], marked: true });
    at = start + core[0].length;
  }
  pieces.push({ text: text.slice(at, words[last].end), marked: false });
  if (last < words.length - 1) pieces.push({ text: " …", marked: false });
  return pieces.filter((piece) => piece.text);
}

/**
 * @param {Array<{start: number, end: number, terms: Set<string>}>} words
 * @param {number} length
 * @returns {[number, number]} the first and the last word of the window with the most different terms
 */
function bestWindow(words, length) {
  let best = -1;
  /** @type {[number, number]} */
  let window = [0, 0];
  /** @type {Map<string, number>} */
  const counts = new Map();
  let end = -1;
  words.forEach((word, first) => {
    while (end < words.length - 1 && (end < first || words[end + 1].end - word.start <= length)) {
      end++;
      for (const term of words[end].terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    if (counts.size > best) {
      best = counts.size;
      window = [first, end];
    }
    for (const term of word.terms) {
      const left = /** @type {number} */ (counts.get(term)) - 1;
      if (left) counts.set(term, left);
      else counts.delete(term);
    }
  });
  return window;
}
