// What hits can be narrowed to, and the entries of each value.
// @ts-check
import { byCodePoints } from "./order.js";
import { closedTest, FACETS, topicsAbove } from "./filters.js";

/**
 * @typedef {import("./store.js").Store} Store
 */

/**
 * @param {Store} store
 * @returns {Promise<Map<string, Map<string, Set<number>>>>} by facet the entries that have each value
 */
export async function readFacets(store) {
  if (!store.entriesByFacet) {
    /** @type {Map<string, Map<string, Set<number>>>} */
    const all = new Map();
    for (const name of [...FACETS, "closed"]) {
      const { values, of } = await store.facet(name === "year" ? "closed" : name);
      /** @type {Map<string, Set<number>>} */
      const entries = new Map();
      const names = values.map((value) =>
        name === "root_cause" ? topicsAbove(value) : [name === "year" ? value.slice(0, 4) : value],
      );
      of.forEach((place, entry) => {
        for (const value of place ? names[place - 1] : []) {
          const having = entries.get(value);
          if (having) having.add(entry);
          else entries.set(value, new Set([entry]));
        }
      });
      all.set(name, new Map([...entries].sort((a, b) => byCodePoints(a[0], b[0]))));
    }
    store.entriesByFacet = all;
  }
  return store.entriesByFacet;
}

/**
 * @param {Map<string, Map<string, Set<number>>>} facets
 * @param {string} name
 * @param {string} value
 * @returns {Set<number>} the entries that a filter lets through
 */
export function passingOf(facets, name, value) {
  const entries = facets.get(name) ?? new Map();
  if (name !== "closed") return entries.get(value) ?? new Set();
  const isWithin = closedTest(value);
  return new Set([...entries].flatMap(([day, having]) => (isWithin(day) ? [...having] : [])));
}

/**
 * @param {Map<string, Set<number>>} facet
 * @param {Set<number>} entries
 * @returns {Array<{value: string, count: number}>} the most frequent first
 */
export function counts(facet, entries) {
  return [...facet]
    .map(([value, having]) => ({ value, count: common(having, entries) }))
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count || byCodePoints(a.value, b.value));
}

/**
 * @param {Set<number>} one
 * @param {Set<number>} other
 */
function common(one, other) {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let count = 0;
  for (const entry of few) if (many.has(entry)) count++;
  return count;
}
