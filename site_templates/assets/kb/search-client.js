// The page's side of the worker that searches: a question goes in, its answer comes back.
// @ts-check

/**
 * @typedef {{entry: number, score: number, tier: "signature" | "all" | "most" | "any",
 *   matched: string[], missing: string[], terms: string[]}} Hit
 * @typedef {{value: string, count: number}} Count
 * @typedef {{searched: string[], masked: string[], unknown: string[], unknownCodes: string[],
 *   corrected: Record<string, string>, completed: Record<string, string>,
 *   synonyms: Record<string, string[]>, leftOut: number}} Words
 * @typedef {{hits: Hit[], found: number, words: Words, text: string,
 *   filters: Record<string, string>, facets: Record<string, Count[]>, suggestion: string}} Answer
 * @typedef {{url: string, title: string, kind: string, path: string, id: string, product: string,
 *   status: string, source: string, symptom: string, resolution: string, withdrawn: boolean,
 *   superseded_by: string, superseded_url: string}} Card
 * @typedef {{resolve: (value: any) => void, reject: (error: Error) => void}} Waiting
 */

export class SearchClient {
  constructor() {
    /** @type {Worker | undefined} */
    this.worker = undefined;
    /** @type {Map<number, Waiting>} */
    this.waiting = new Map();
    this.last = 0;
    /** @type {Map<number, Card>} */
    this.known = new Map();
  }

  /** Starts the loading of what every search needs. */
  warm() {
    this.started().postMessage({ type: "warm" });
  }

  /**
   * @param {string} text
   * @param {Record<string, string>} filters
   * @returns {Promise<Answer>}
   */
  async search(text, filters) {
    const { answer, renewed } = await this.ask({ type: "search", text, filters });
    if (renewed) this.known.clear();
    return answer;
  }

  /**
   * @param {number[]} entries
   * @returns {Promise<Card[]>} in the same order; those seen before are not asked for again
   */
  async cards(entries) {
    const wanted = entries.filter((entry) => !this.known.has(entry));
    if (wanted.length) {
      const { cards } = await this.ask({ type: "cards", entries: wanted });
      wanted.forEach((entry, at) => this.known.set(entry, cards[at]));
    }
    return entries.map((entry) => /** @type {Card} */ (this.known.get(entry)));
  }

  stop() {
    this.worker?.terminate();
    this.fail(new Error("stopped"));
  }

  /**
   * @param {Record<string, unknown>} message
   * @returns {Promise<any>}
   */
  ask(message) {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.started().postMessage({ ...message, id });
    });
  }

  /** @returns {Worker} */
  started() {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => {
      const asked = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.error !== undefined) asked?.reject(new Error(data.error));
      else asked?.resolve(data);
    });
    // A module that could not be loaded: the next question tries again.
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      worker.terminate();
      if (this.worker === worker) this.fail(new Error(event.message || "worker.js"));
    });
    this.worker = worker;
    return worker;
  }

  /** @param {Error} error */
  fail(error) {
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
