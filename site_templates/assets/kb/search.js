// A query's answer from the published index, as kb_builder/index/search.py gives it in a terminal.
// What a term is worth was worked out when the index was built; here it is only added up.
// @ts-check
import { counts, passingOf, readFacets } from "./facets.js";
import { FACETS, filtersIn, knownValue } from "./filters.js";
import { join, SIGNATURES, successorsFirst, WORDS } from "./join.js";
import { lookUp, synonymsOf, textsOf } from "./lookup.js";
import { read } from "./reading.js";
import { best, FEWEST_NEAR, nearBest, score, TIERS } from "./scoring.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./reading.js").Reading} Reading
 * @typedef {import("./lookup.js").Searched} Searched
 * @typedef {import("./lookup.js").Notes} Notes
 * @typedef {import("./scoring.js").Tier} Tier
 * @typedef {{entry: number, score: number, tier: Tier, matched: string[], missing: string[],
 *   terms: string[]}} Hit
 * @typedef {{searched: string[], masked: string[], unknown: string[], unknownCodes: string[],
 *   corrected: Record<string, string>, completed: Record<string, string>,
 *   synonyms: Record<string, string[]>, leftOut: number}} Words
 * @typedef {{hits: Hit[], found: number, words: Words, text: string,
 *   filters: Record<string, string>,
 *   facets: Record<string, Array<{value: string, count: number}>>, suggestion: string}} Answer
 *   `text` is what was asked without the filters in it
 */

const MOST_RANKED = 100;

/**
 * @param {Store} store
 * @param {string} asked
 * @param {Record<string, string>} [given] filters
 * @returns {Promise<Answer>}
 */
export async function search(store, asked, given = {}) {
  const facets = await readFacets(store);
  const valuesOf = (/** @type {string} */ name) => [...(facets.get(name)?.keys() ?? [])];
  const { text, filters } = filtersIn(asked, valuesOf);
  for (const [name, value] of Object.entries(given)) {
    filters[name] = knownValue(name, value, valuesOf) || value;
  }
  const passing = new Map(
    Object.entries(filters).map(([name, value]) => [name, passingOf(facets, name, value)]),
  );
  const reading = read(text);
  let { words, extra, notes } = await searched(store, reading);
  let { totals, tiers } = score(words, extra);
  const matching = await bySignature(store, text);
  let near = new Set([...nearBest(totals), ...matching]);
  if (passing.size) {
    ({ words, extra, notes } = await searched(store.everywhere(), reading));
    ({ totals, tiers } = score(words, extra));
    if (!reading.words.length) {
      near = passingAll(passing);
      for (const entry of near) totals.set(entry, 1);
    }
  }
  const passes = (/** @type {number} */ entry, besides = "") =>
    [...passing].every(([name, entries]) => name === besides || entries.has(entry));

  const signed = matching.filter((entry) => passes(entry));
  const allowed = passing.size ? new Map([...totals].filter(([entry]) => passes(entry))) : totals;
  const scores = join([
    { weight: SIGNATURES, entries: signed },
    { weight: WORDS, entries: best(allowed, tiers, MOST_RANKED) },
  ]);
  const successors = Object.entries((await store.manifest()).successors);
  const placed = successorsFirst(
    scores,
    Object.fromEntries(successors.filter(([, successor]) => passes(successor))),
  );
  for (const entry of placed.keys()) if (!scores.has(entry)) near.add(entry);
  const hits = [...placed].slice(0, MOST_RANKED).map(([entry, its]) => ({
    entry,
    score: its,
    tier: signed.includes(entry) ? /** @type {Tier} */ ("signature") : TIERS[tiers.get(entry) ?? 0],
    ...wordsIn(entry, words, extra),
  }));
  const nearAnd = (/** @type {string} */ besides) =>
    new Set([...near].filter((entry) => passes(entry, besides)));
  return {
    hits,
    found: nearAnd("").size || placed.size,
    words: wordsOf(words, notes, reading),
    text,
    filters,
    facets: Object.fromEntries(
      FACETS.map((name) => [name, counts(facets.get(name) ?? new Map(), nearAnd(name))]),
    ),
    suggestion: suggestion(asked, notes.corrected),
  };
}

/**
 * @param {import("./store.js").Terms} terms
 * @param {Reading} reading
 * @returns {Promise<{words: Searched[], extra: Searched[], notes: Notes}>} the words of the query, and
 *   the phrases that mean the same
 */
async function searched(terms, reading) {
  const [{ words, notes }, synonyms] = await Promise.all([lookUp(terms, reading), synonymsOf(terms, reading)]);
  Object.assign(notes.synonyms, synonyms.said);
  for (const word of synonyms.replaced) notes.replaced.add(word);
  return { words, extra: synonyms.searched, notes };
}

/**
 * @param {Map<string, Set<number>>} passing by filter, the entries that pass it
 * @returns {Set<number>} those that pass all
 */
function passingAll(passing) {
  const [first, ...others] = passing.values();
  return new Set([...first].filter((entry) => others.every((entries) => entries.has(entry))));
}

/**
 * @param {Store} store
 * @param {string} text
 * @returns {Promise<number[]>} the entries of which a signature matches
 */
async function bySignature(store, text) {
  const found = new Set();
  for (const [entry, pattern] of await store.signatures()) {
    try {
      if (!found.has(entry) && new RegExp(pattern, "u").test(text)) found.add(entry);
    } catch {
      // The check refuses patterns that are none.
    }
  }
  return [...found];
}

/**
 * @param {number} entry
 * @param {Searched[]} words
 * @param {Searched[]} extra
 * @returns {{matched: string[], missing: string[], terms: string[]}}
 */
function wordsIn(entry, words, extra) {
  const has = words.filter(({ worths }) => worths.has(entry));
  const marking = [...has, ...extra.filter(({ worths }) => worths.has(entry))];
  return {
    matched: textsOf(has),
    missing: textsOf(words.filter(({ worths, isCut }) => worths.size && !worths.has(entry) && !isCut)),
    terms: [...new Set(marking.flatMap(({ terms }) => terms))],
  };
}

/**
 * @param {Searched[]} words
 * @param {Notes} notes
 * @param {Reading} reading
 * @returns {Words}
 */
function wordsOf(words, notes, reading) {
  const lost = words.filter(({ word, worths }) => !worths.size && !notes.replaced.has(word.text));
  const ofKind = (/** @type {string} */ kind) => textsOf(lost.filter(({ word }) => word.kind === kind));
  return {
    searched: textsOf(words.filter(({ worths }) => worths.size)),
    masked: ofKind("noise"),
    unknown: ofKind("word"),
    unknownCodes: ofKind("code"),
    corrected: notes.corrected,
    completed: notes.completed,
    synonyms: notes.synonyms,
    leftOut: reading.leftOut,
  };
}

/**
 * @param {string} text
 * @param {Record<string, string>} corrected
 * @returns {string} the text with its misspelt words corrected, or nothing
 */
function suggestion(text, corrected) {
  let better = text;
  for (const [word, near] of Object.entries(corrected)) {
    better = better.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "gu"), near);
  }
  return better === text ? "" : better;
}
