// The order of the entries by the words of a query, as kb_builder/index/scoring.py.
// @ts-check

/**
 * @typedef {import("./store.js").Impacts} Impacts
 * @typedef {import("./lookup.js").Searched} Searched
 * @typedef {"signature" | "all" | "most" | "any"} Tier
 */

const WORD_WEIGHT = 4;
const CODE_WEIGHT = 6;
const SYNONYM_WEIGHT = 2;
export const FEWEST_NEAR = 10;
const TIER_WORTH = 1_000_000;
/** @type {Tier[]} */
export const TIERS = ["any", "most", "all"];

/**
 * @param {Searched[]} words
 * @param {Searched[]} extra
 * @returns {{totals: Impacts, tiers: Map<number, number>}} what each entry is worth, and its place in
 *   TIERS where that is above the first
 */
export function score(words, extra) {
  const totals = new Map();
  const having = new Map();
  let counted = 0;
  for (const { word, worths, prominent } of words) {
    const weight = word.kind === "code" ? CODE_WEIGHT : WORD_WEIGHT;
    for (const [entry, worth] of worths) totals.set(entry, (totals.get(entry) ?? 0) + weight * worth);
    if (worths.size && word.kind !== "noise") {
      counted++;
      for (const entry of prominent) having.set(entry, (having.get(entry) ?? 0) + 1);
    }
  }
  for (const { worths } of extra) {
    for (const [entry, worth] of worths) {
      totals.set(entry, (totals.get(entry) ?? 0) + SYNONYM_WEIGHT * worth);
    }
  }
  const tiers = new Map();
  for (const [entry, count] of having) {
    if (3 * count >= 2 * counted) tiers.set(entry, count === counted ? 2 : 1);
  }
  return { totals, tiers };
}

/**
 * @param {Impacts} totals
 * @returns {number[]} the entries that match nearly as well as the best, or are among the ten best
 */
export function nearBest(totals) {
  const bestFirst = [...totals.values()].sort((a, b) => b - a);
  const least = bestFirst.slice(0, FEWEST_NEAR).at(-1) ?? 0;
  return [...totals]
    .filter(([, total]) => 3 * total >= bestFirst[0] || total >= least)
    .map(([entry]) => entry);
}

/**
 * @param {Impacts} totals
 * @param {Map<number, number>} tiers
 * @param {number} most
 * @returns {number[]} the entries of the strictest tier first; in a tier, those worth most
 */
export function best(totals, tiers, most) {
  return [...totals]
    .map(([entry, total]) => ({ entry, worth: total + TIER_WORTH * (tiers.get(entry) ?? 0) }))
    .sort((a, b) => b.worth - a.worth || a.entry - b.entry)
    .slice(0, most)
    .map(({ entry }) => entry);
}
