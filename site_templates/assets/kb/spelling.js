// Words near a misspelt one, as kb_builder/index/spelling.py finds them.
// @ts-check

const PLAIN = /^[a-z]{3,40}$/;
export const MOST_COMPLETIONS = 3;

/**
 * @param {string} word folded
 * @returns {boolean} whether it is one of plain letters, and long enough to be known by its spelling
 */
export const isCorrectable = (word) => PLAIN.test(word);

/**
 * @param {string} word
 * @returns {number} one from four letters, two from eight
 */
export const editsAllowed = (word) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/**
 * @param {string} word
 * @param {[string, number][]} known words that begin with the same letter, and how many entries have each
 * @returns {string} the one with the fewest edits, of those the most frequent; empty where none is near
 */
export function nearest(word, known) {
  const most = editsAllowed(word);
  let best = "";
  let fewest = most + 1;
  let highest = 0;
  for (const [other, count] of known) {
    if (other === word || Math.abs(other.length - word.length) > most) continue;
    const edits = distance(word, other, most);
    if (edits > most || edits > fewest) continue;
    if (edits < fewest || count > highest || (count === highest && other < best)) {
      [best, fewest, highest] = [other, edits, count];
    }
  }
  return best;
}

/**
 * @param {string} start
 * @param {[string, number][]} known
 * @returns {string[]} the most frequent known words that go on from it
 */
export function completions(start, known) {
  return known
    .filter(([word]) => word.startsWith(start))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_COMPLETIONS)
    .map(([word]) => word);
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number} how many letters to insert, delete, replace or swap; above `most` it may be more
 */
export function distance(one, other, most) {
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 0; i < one.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < other.length; j++) {
      let edits = Math.min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] === other[j] ? 0 : 1));
      if (i && j && one[i] === other[j - 1] && other[j] === one[i - 1]) {
        edits = Math.min(edits, before[j - 1] + 1);
      }
      row.push(edits);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length];
}
