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
 * @typedef {{hits: Hit[], found: number, words: Words, filters: Record<string, string>,
 *   facets: Record<string, Array<{value: string, count: number}>>, suggestion: string}} Answer
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
  const [{ words, notes }, extra] = await Promise.all([lookUp(store, reading), synonymsOf(store, reading)]);
  Object.assign(notes.synonyms, extra.said);
  for (const word of extra.replaced) notes.replaced.add(word);
  const { totals, tiers } = score(words, extra.searched);
  if (!reading.words.length) addAll(passing, totals);

  const passes = (/** @type {number} */ entry, besides = "") =>
    [...passing].every(([name, entries]) => name === besides || entries.has(entry));
  const allowed = (besides = "") =>
    passing.size ? new Map([...totals].filter(([entry]) => passes(entry, besides))) : totals;
  const matching = await bySignature(store, text);
  const signed = matching.filter((entry) => passes(entry));
  const near = (besides = "") =>
    new Set([...nearBest(allowed(besides)), ...matching.filter((entry) => passes(entry, besides))]);
  const scores = join([
    { weight: SIGNATURES, entries: signed },
    { weight: WORDS, entries: best(allowed(), tiers, MOST_RANKED) },
  ]);
  const successors = Object.entries((await store.manifest()).successors);
  const placed = successorsFirst(
    scores,
    Object.fromEntries(successors.filter(([, successor]) => passes(successor))),
  );
  const hits = [...placed]
    .slice(0, MOST_RANKED)
    .map(([entry, its]) =>
      hit(entry, its, signed.includes(entry) ? "signature" : TIERS[tiers.get(entry) ?? 0], words, extra.searched),
    );
  return {
    hits,
    found: Math.max(near().size, Math.min(FEWEST_NEAR, placed.size)),
    words: wordsOf(words, notes, reading),
    filters,
    facets: Object.fromEntries(
      FACETS.map((name) => [name, counts(facets.get(name) ?? new Map(), near(name))]),
    ),
    suggestion: suggestion(asked, notes.corrected),
  };
}

/**
 * @param {Map<string, Set<number>>} passing by filter, the entries that pass it
 * @param {Map<number, number>} totals to which those are added that pass all
 */
function addAll(passing, totals) {
  const [first, ...others] = passing.values();
  for (const entry of first ?? []) {
    if (others.every((entries) => entries.has(entry))) totals.set(entry, 1);
  }
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
 * @param {number} its score
 * @param {Tier} tier
 * @param {Searched[]} words
 * @param {Searched[]} extra
 * @returns {Hit}
 */
function hit(entry, its, tier, words, extra) {
  const has = words.filter(({ worths }) => worths.has(entry));
  const lacks = words.filter(({ worths }) => worths.size && !worths.has(entry));
  const marking = [...has, ...extra.filter(({ worths }) => worths.has(entry))];
  return {
    entry,
    score: its,
    tier,
    matched: textsOf(has),
    missing: textsOf(lacks),
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
  for (const [word, near] of Object.entries(corrected)) better = better.replaceAll(word, near);
  return better === text ? "" : better;
}
