// The published index: loads its files as they are needed, each once.
// kb_builder/index/browser_index.py writes them, and says what is in which.
// @ts-check
import { decode } from "./numbers.js";
import { byCodePoints } from "./order.js";

/**
 * @typedef {{values: string[], of: number[]}} Facet the values, and which of them each entry has,
 *   from 1; 0 for none
 * @typedef {{cards: string[], cardsPerFile: number, entries: number, frequent: [string, string][],
 *   sorted: [string, string][], rest: [string, string][], mostPostings: number, words: Record<string, string>, signatures: string, frequentWords: string,
 *   facets: Record<string, {values: string[], of: string}>, successors: Record<string, number>,
 *   synonyms: [string, string[]][][]}} Manifest
 * @typedef {{url: string, title: string, kind: string, id: string, product: string, status: string,
 *   symptom: string, resolution: string, withdrawn: boolean, superseded_by: string,
 *   superseded_url: string}} Card
 * @typedef {Map<number, number>} Impacts what a term adds to the entries' scores
 * @typedef {Pick<Store, "manifest" | "impacts" | "isCut" | "spellings" | "frequentSpellings">} Terms
 */

const MANIFEST = "manifest.json";
const NO_CARD = {
  url: "", title: "", kind: "", id: "", product: "", status: "", symptom: "", resolution: "",
  withdrawn: false, superseded_by: "", superseded_url: "",
};

export class Store {
  /** @param {URL} folder where the index is published */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Map<string, Promise<Impacts>>} */
    this.decoded = new Map();
    /** @type {Promise<Map<string, string>> | undefined} */
    this.frequent = undefined;
    /** @type {Map<string, Facet>} */
    this.facets = new Map();
    /** @type {Map<string, Map<string, Set<number>>> | undefined} what `search` makes of the facets */
    this.entriesByFacet = undefined;
  }

  /** Forgets all that was loaded: the site has been published anew. */
  forget() {
    this.files.clear();
    this.decoded.clear();
    this.facets.clear();
    this.frequent = undefined;
    this.entriesByFacet = undefined;
  }

  /** @returns {Promise<Manifest>} */
  manifest() {
    return this.load(MANIFEST);
  }

  /**
   * @param {string} term
   * @returns {Promise<Impacts>} none where no entry has it
   */
  impacts(term) {
    let found = this.decoded.get(term);
    if (!found) {
      found = this.read(term);
      found.catch(() => this.decoded.delete(term));
      this.decoded.set(term, found);
    }
    return found;
  }

  /**
   * @param {string} term
   * @returns {Promise<boolean>} whether other entries may have it too, where it does not count
   */
  async isCut(term) {
    return (await this.impacts(term)).size >= (await this.manifest()).mostPostings;
  }

  /**
   * The same terms, counting in every entry: among the few that pass a filter none may be missed.
   * @returns {Terms}
   */
  everywhere() {
    return {
      manifest: () => this.manifest(),
      spellings: (letter) => this.spellings(letter),
      frequentSpellings: (letter) => this.frequentSpellings(letter),
      isCut: async () => false,
      impacts: async (term) => {
        const kept = await this.impacts(term);
        if (!(await this.isCut(term))) return kept;
        return new Map([...kept, ...(await this.readFrom(fileOf(term, (await this.manifest()).rest), term))]);
      },
    };
  }

  /**
   * @param {string} term
   * @returns {Promise<Impacts>}
   */
  async read(term) {
    const file = (await this.fileOfFrequent()).get(term) ?? fileOf(term, (await this.manifest()).sorted);
    return this.readFrom(file, term);
  }

  /**
   * @param {string} file or none
   * @param {string} term
   * @returns {Promise<Impacts>}
   */
  async readFrom(file, term) {
    const shard = file ? await this.load(file) : {};
    if (!Object.hasOwn(shard, term)) return new Map();
    const [steps, worths] = shard[term].split(" ").map(decode);
    const impacts = new Map();
    let entry = 0;
    steps.forEach((/** @type {number} */ step, /** @type {number} */ at) => {
      entry += step;
      impacts.set(entry, worths[at]);
      entry++;
    });
    return impacts;
  }

  /** @returns {Promise<Map<string, string>>} the files of the frequent terms */
  fileOfFrequent() {
    this.frequent ??= this.manifest().then(({ frequent }) => {
      const files = new Map();
      for (const [file, terms] of frequent) for (const term of terms.split(" ")) files.set(term, file);
      return files;
    });
    this.frequent.catch(() => (this.frequent = undefined));
    return this.frequent;
  }

  /**
   * @param {string} letter
   * @returns {Promise<[string, number][]>} the words that begin with it, and how many entries have each
   */
  async spellings(letter) {
    const file = (await this.manifest()).words[letter];
    if (!file) return [];
    const { words, counts } = await this.load(file);
    const numbers = decode(counts);
    return words.split(" ").map((/** @type {string} */ word, /** @type {number} */ at) => [word, numbers[at]]);
  }

  /**
   * @param {string} letter
   * @returns {Promise<[string, number][]>} the frequent words that begin with it, with a number that is
   *   the higher the more frequent they are; for them no file is loaded
   */
  async frequentSpellings(letter) {
    const words = (await this.manifest()).frequentWords.split(" ");
    return words
      .map((word, at) => /** @type {[string, number]} */ ([word, words.length - at]))
      .filter(([word]) => word.startsWith(letter));
  }

  /**
   * @param {string} name
   * @returns {Promise<Facet>}
   */
  async facet(name) {
    let facet = this.facets.get(name);
    if (!facet) {
      const { values, of } = (await this.manifest()).facets[name];
      facet = { values, of: decode(of) };
      this.facets.set(name, facet);
    }
    return facet;
  }

  /** @returns {Promise<[number, string][]>} entries with a regular expression each */
  async signatures() {
    const { signatures } = await this.manifest();
    return signatures ? this.load(signatures) : [];
  }

  /**
   * @param {number[]} entries
   * @returns {Promise<Card[]>}
   */
  async cards(entries) {
    const { cards, cardsPerFile } = await this.manifest();
    return Promise.all(
      entries.map(async (entry) => {
        const chunk = await this.load(cards[Math.floor(entry / cardsPerFile)]);
        return { ...NO_CARD, ...chunk[entry % cardsPerFile] };
      }),
    );
  }

  /**
   * @param {string} name
   * @returns {Promise<any>}
   */
  load(name) {
    let file = this.files.get(name);
    if (!file) {
      // Only the manifest keeps its name when the site is published anew.
      const cache = name === MANIFEST ? "no-cache" : "default";
      file = fetch(new URL(name, this.folder), { cache })
        .then((answer) => {
          if (!answer.ok) throw new Error(String(answer.status));
          return answer.json();
        })
        .catch((error) => {
          throw new Error(`${name}: ${error.message}`);
        });
      // A file that failed is asked for again with the next search.
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return file;
  }
}

/**
 * @param {string} term
 * @param {[string, string][]} sorted files with the first term of each
 * @returns {string} the file where the term would be
 */
function fileOf(term, sorted) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byCodePoints(term, sorted[middle][1]) < 0) high = middle;
    else low = middle + 1;
  }
  return low ? sorted[low - 1][0] : "";
}
