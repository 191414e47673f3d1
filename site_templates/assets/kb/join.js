// Several lists of hits to one, as kb_builder/index/join.py does it.
// @ts-check

const SCALE = 1_000_000;
const EVEN = 10;
export const WORDS = 1;
export const SIGNATURES = 100;

/**
 * @param {Array<{weight: number, entries: number[]}>} lists what each way of searching found, best first
 * @returns {Map<number, number>} the score of each entry, the best first
 */
export function join(lists) {
  const scores = new Map();
  for (const { weight, entries } of lists) {
    entries.forEach((entry, place) => {
      const worth = Math.floor((weight * SCALE) / (EVEN + place));
      scores.set(entry, (scores.get(entry) ?? 0) + worth);
    });
  }
  return new Map([...scores].sort((a, b) => b[1] - a[1]));
}

/**
 * @param {Map<number, number>} scores
 * @param {Record<string, number>} successors by the numbers of superseded entries
 * @returns {Map<number, number>} the same, with each superseded entry just after the one that holds now
 */
export function successorsFirst(scores, successors) {
  const placed = new Map();
  for (const [first, itsScore] of scores) {
    const chain = new Map();
    let score = itsScore;
    for (
      let entry = first;
      entry !== undefined && !placed.has(entry) && !chain.has(entry);
      entry = successors[entry]
    ) {
      score = Math.max(score, scores.get(entry) ?? 0);
      chain.set(entry, score);
    }
    for (const [entry, its] of [...chain].reverse()) placed.set(entry, its);
  }
  return placed;
}
