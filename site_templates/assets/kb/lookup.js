// The words of a query, each with what it is worth in the entries, as kb_builder/index/lookup.py.
// @ts-check
import { fold, stem } from "./analyzer.js";
import {
  completions, distance, editsAllowed, isCorrectable, MOST_COMPLETIONS, nearest,
} from "./spelling.js";

/**
 * @typedef {import("./store.js").Terms} Terms
 * @typedef {import("./store.js").Impacts} Impacts
 * @typedef {import("./reading.js").Word} Word
 * @typedef {import("./reading.js").Reading} Reading
 * @typedef {{word: Word, terms: string[], worths: Impacts, prominent: Set<number>,
 *   isCut: boolean}} Searched a word, what it was searched by, the entries that are about it: where it
 *   is worth nearly as much as anywhere; and whether others may have it too, where it does not count
 * @typedef {{corrected: Record<string, string>, completed: Record<string, string>,
 *   synonyms: Record<string, string[]>, replaced: Set<string>}} Notes
 */

const MOST_WORDS_TYPED = 16;

/**
 * @param {Terms} store
 * @param {Reading} reading
 * @returns {Promise<{words: Searched[], notes: Notes}>}
 */
export async function lookUp(store, reading) {
  /** @type {Notes} */
  const notes = { corrected: {}, completed: {}, synonyms: {}, replaced: new Set() };
  const isTyped = isShort(reading);
  const found = await Promise.all(
    reading.words.map(async (word) => {
      const whole = await find(store, word);
      const isKnown = whole.worths.size || !word.parts.length;
      return isKnown ? [whole] : Promise.all(word.parts.map((part) => find(store, part)));
    }),
  );
  const once = new Map(found.flat().map((searched) => [searched.word.terms.join("\0"), searched]));
  const searched = [...once.values()];
  const words = await Promise.all(
    searched.map(async (one, at) => {
      const { word, worths } = one;
      const folded = fold(word.text);
      if (!isTyped || worths.size || word.kind !== "word" || !isCorrectable(folded)) return one;
      const isOpen = reading.lastIsOpen && at === searched.length - 1;
      return (await findNear(store, word, folded, notes, isOpen)) ?? one;
    }),
  );
  return { words, notes };
}

/**
 * @param {Reading} reading
 * @returns {boolean} whether the text was typed, so that it may be misspelt, and misses other words
 */
const isShort = (reading) => reading.words.length <= MOST_WORDS_TYPED;

/**
 * @param {Terms} store
 * @param {Word} word
 * @returns {Promise<Searched>} it by itself, or where it is unknown by what else it gives
 */
async function find(store, word) {
  const itself = await searchBy(store, word, [word.terms.slice(0, 1)]);
  if (itself.worths.size || word.terms.length === 1) return itself;
  return searchBy(store, word, [word.terms.slice(1)]);
}

/**
 * @param {Terms} store
 * @param {Word} word an unknown one
 * @param {string} folded
 * @param {Notes} notes
 * @param {boolean} isOpen whether it may be being typed
 * @returns {Promise<Searched | undefined>} it by what it may become, or may have been meant
 */
async function findNear(store, word, folded, notes, isOpen) {
  const become = isOpen ? await completionsOf(store, folded) : [];
  if (become.length) {
    notes.completed[word.text] = become[0];
    return searchBy(store, word, become.map((one) => [stem(one)]));
  }
  const near = editsAllowed(folded) ? await nearestTo(store, folded) : "";
  if (!near) return undefined;
  notes.corrected[word.text] = near;
  return searchBy(store, word, [[stem(near)]]);
}

/**
 * @param {Terms} store
 * @param {string} start
 * @returns {Promise<string[]>} the most frequent words that go on from it
 */
async function completionsOf(store, start) {
  const frequent = completions(start, await store.frequentSpellings(start[0]));
  // Where there are enough frequent ones, no rarer one would come before them.
  if (frequent.length === MOST_COMPLETIONS) return frequent;
  return completions(start, await store.spellings(start[0]));
}

/**
 * @param {Terms} store
 * @param {string} folded
 * @returns {Promise<string>} the word nearest to an unknown one
 */
async function nearestTo(store, folded) {
  const frequent = nearest(folded, await store.frequentSpellings(folded[0]));
  // One edit is the least, and among those the most frequent word is taken.
  if (frequent && distance(folded, frequent, 1) === 1) return frequent;
  return nearest(folded, await store.spellings(folded[0]));
}

/**
 * @param {Terms} store
 * @param {Word} word
 * @param {string[][]} ways several ways to write it
 * @returns {Promise<Searched>} with what it is worth in each entry, the most of the ways
 */
async function searchBy(store, word, ways) {
  const found = await Promise.all(ways.map((way) => Promise.all(way.map((term) => store.impacts(term)))));
  const isCut = (await Promise.all(ways.flat().map((term) => store.isCut(term)))).some(Boolean);
  const prominent = new Set();
  for (const impacts of found.flat()) addProminent(impacts, prominent);
  const ofWays = found.map((terms) => terms.reduce(added));
  return { word, terms: ways.flat(), worths: ofWays.reduce(highest), prominent, isCut };
}

/**
 * @param {Impacts} impacts
 * @param {Set<number>} prominent to which the entries are added where the term is worth most
 */
function addProminent(impacts, prominent) {
  let most = 0;
  for (const impact of impacts.values()) if (impact > most) most = impact;
  for (const [entry, impact] of impacts) if (5 * impact >= 2 * most) prominent.add(entry);
}

/**
 * @param {Impacts} one
 * @param {Impacts} other
 * @returns {Impacts} what both together are worth
 */
function added(one, other) {
  const sum = new Map(one);
  for (const [entry, worth] of other) sum.set(entry, worth + (sum.get(entry) ?? 0));
  return sum;
}

/**
 * @param {Impacts} one
 * @param {Impacts} other
 * @returns {Impacts} what the better of both is worth
 */
function highest(one, other) {
  const best = new Map(one);
  for (const [entry, worth] of other) best.set(entry, Math.max(worth, best.get(entry) ?? 0));
  return best;
}

/**
 * @param {Terms} store
 * @param {Reading} reading
 * @returns {Promise<{searched: Searched[], said: Record<string, string[]>, replaced: string[]}>}
 *   the phrases that mean the same as some in the query, and are not in it
 */
export async function synonymsOf(store, reading) {
  const { synonyms } = isShort(reading) ? await store.manifest() : { synonyms: [] };
  const asked = ` ${reading.sequence.join(" ")} `;
  const known = new Set(reading.words.flatMap((word) => word.terms));
  /** @type {Record<string, string[]>} */
  const said = {};
  /** @type {string[]} */
  const replaced = [];
  /** @type {Map<string, Promise<Searched>>} */
  const extra = new Map();
  for (const group of synonyms) {
    const here = group.filter(([, terms]) => terms.length && asked.includes(` ${terms.join(" ")} `));
    const others = group.filter((one) => !here.includes(one));
    if (!here.length || !others.length) continue;
    said[here[0][0]] = others.map(([phrase]) => phrase);
    for (const [phrase, terms] of others) {
      if (extra.has(phrase) || terms.every((term) => known.has(term))) continue;
      const word = { text: phrase, terms, kind: /** @type {const} */ ("whole"), parts: [] };
      extra.set(
        phrase,
        ofAll(store, terms).then((worths) => ({ word, terms, worths, prominent: new Set(), isCut: false })),
      );
    }
    replaced.push(
      ...reading.words.filter((word) => here[0][1].includes(word.terms[0])).map((word) => word.text),
    );
  }
  return { searched: await Promise.all(extra.values()), said, replaced };
}

/**
 * @param {Terms} store
 * @param {string[]} terms
 * @returns {Promise<Impacts>} what a phrase is worth in the entries that have all its terms
 */
async function ofAll(store, terms) {
  const [first, ...others] = await Promise.all(terms.map((term) => store.impacts(term)));
  const worths = new Map();
  for (const [entry, worth] of first ?? []) {
    if (others.some((other) => !other.has(entry))) continue;
    worths.set(entry, others.reduce((sum, other) => sum + (other.get(entry) ?? 0), worth));
  }
  return worths;
}

/** @param {Searched[]} words */
export const textsOf = (words) => [...new Set(words.map(({ word }) => word.text))];
