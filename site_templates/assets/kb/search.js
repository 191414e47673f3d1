// Searches the published index: it loads only the shards of the query's terms and the hits' cards,
// and adds up what each term is worth, which the build has worked out.
// @ts-check
import { tokens } from "./analyzer.js";

/**
 * @typedef {{terms: string[], cards: string[], cardsPerFile: number, entries: number}} Manifest
 * @typedef {{url: string, title: string, kind: string, id: string, product: string, status: string,
 *   symptom: string, resolution: string, withdrawn: boolean}} Card
 * @typedef {{card: Card, score: number, matched: string[]}} Hit
 * @typedef {{hits: Hit[], found: number, unknown: string[]}} Hits
 */

export class Index {
  /** @param {URL} folder where the index is published */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
  }

  /**
   * @param {string} text
   * @param {number} limit
   * @returns {Promise<Hits>}
   */
  async search(text, limit = 10) {
    /** @type {Map<string, string>} */
    const words = new Map();
    for (const { term, word } of tokens(text)) if (!words.has(term)) words.set(term, word);
    const manifest = /** @type {Manifest} */ (await this.load("manifest.json"));
    const postings = await Promise.all([...words.keys()].map((term) => this.postings(manifest, term)));

    /** @type {Map<number, number>} */
    const scores = new Map();
    /** @type {Map<number, Set<string>>} */
    const matched = new Map();
    const unknown = new Set();
    [...words.values()].forEach((word, at) => {
      const flat = postings[at];
      if (!flat) unknown.add(word);
      let entry = 0;
      for (let i = 0; flat && i < flat.length; i += 2) {
        entry += flat[i];
        scores.set(entry, (scores.get(entry) ?? 0) + flat[i + 1]);
        if (!matched.has(entry)) matched.set(entry, new Set());
        matched.get(entry)?.add(word);
      }
    });
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    const hits = best.map(async ([entry, score]) => ({
      card: await this.card(manifest, entry),
      score,
      matched: [...(matched.get(entry) ?? [])],
    }));
    return { hits: await Promise.all(hits), found: scores.size, unknown: [...unknown] };
  }

  /**
   * @param {Manifest} manifest
   * @param {string} term
   * @returns {Promise<number[] | undefined>} steps between entries and impacts, in turn
   */
  async postings(manifest, term) {
    if (!manifest.terms.length) return undefined;
    const shard = await this.load(manifest.terms[shardOf(term, manifest.terms.length)]);
    return Object.hasOwn(shard, term) ? shard[term] : undefined;
  }

  /**
   * @param {Manifest} manifest
   * @param {number} entry
   * @returns {Promise<Card>}
   */
  async card(manifest, entry) {
    const cards = await this.load(manifest.cards[Math.floor(entry / manifest.cardsPerFile)]);
    return cards[entry % manifest.cardsPerFile];
  }

  /**
   * @param {string} name
   * @returns {Promise<any>}
   */
  load(name) {
    let file = this.files.get(name);
    if (!file) {
      file = fetch(new URL(name, this.folder)).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      });
      // A file that failed is asked for again with the next search.
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return file;
  }
}

/**
 * FNV-1a over the term's UTF-8, as kb_builder/index/browser_index.py.
 * @param {string} term
 * @param {number} shards
 * @returns {number}
 */
export function shardOf(term, shards) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(term)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % shards;
}
