// The list of hits. Each card costs a request, so only those are loaded that are about to be seen.
// @ts-check
import { button, counted, element } from "./dom.js";
import { awaitedItem, resultItem } from "./result.js";

/** @typedef {import("./search-client.js").Hit} Hit */
/** @typedef {import("./search-client.js").Answer} Answer */

const STEP = 4;
const PAGE = 10;
/** How far below the window hits are loaded, once it has been scrolled. */
const AHEAD = "400px";

export class ResultList {
  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} end what follows the list: a button for more, or why there is none
   * @param {import("./search-client.js").SearchClient} client
   * @param {AbortSignal} signal
   */
  constructor(list, end, client, signal) {
    this.list = list;
    this.end = end;
    this.client = client;
    /** @type {Hit[]} */
    this.hits = [];
    this.found = 0;
    this.loaded = 0;
    this.limit = PAGE;
    /** @type {Promise<void> | undefined} */
    this.loading = undefined;
    /** @type {Set<number>} */
    this.unfolded = new Set();
    this.observer = this.observing("0px");
    addEventListener(
      "scroll",
      () => {
        this.observer.disconnect();
        this.observer = this.observing(`${AHEAD} 0px`);
        this.observe();
      },
      { once: true, passive: true, signal },
    );
    signal.addEventListener("abort", () => this.observer.disconnect());
    list.addEventListener("keydown", (event) => this.move(event));
  }

  /**
   * Puts the hits of an answer in place of those before, once the first of them are loaded.
   * @param {Answer} answer
   * @param {() => boolean} isCurrent whether it is still what was asked for last
   * @param {number} [shown] how many hits are shown at once
   */
  async show(answer, isCurrent, shown = STEP) {
    const first = await this.items(answer.hits.slice(0, shown));
    if (!isCurrent()) return;
    this.hits = answer.hits;
    this.found = answer.found;
    this.loaded = first.length;
    this.limit = Math.ceil(shown / PAGE) * PAGE;
    this.loading = undefined;
    this.list.replaceChildren(...first);
    this.finish();
  }

  clear() {
    this.hits = [];
    this.loaded = 0;
    this.loading = undefined;
    this.list.replaceChildren();
    this.end.replaceChildren();
  }

  /** @returns {HTMLElement[]} */
  get titles() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll(".kb-result__title"))];
  }

  /** Puts the focus on the first hit, where there is one. */
  enter() {
    this.titles[0]?.focus();
  }

  /** @type {() => void} what to do when the reader goes up from the first hit */
  left = () => {};

  /**
   * @param {Hit[]} hits
   * @returns {Promise<HTMLElement[]>}
   */
  async items(hits) {
    const cards = await this.client.cards(hits.map((hit) => hit.entry));
    return hits.map((hit, at) => {
      const item = resultItem(hit, cards[at]);
      this.keepUnfolded(item, hit.entry);
      return item;
    });
  }

  /**
   * @param {HTMLElement} item
   * @param {number} entry
   */
  keepUnfolded(item, entry) {
    const details = item.querySelector("details");
    if (!details) return;
    details.open = this.unfolded.has(entry);
    details.addEventListener("toggle", () => {
      if (details.open) this.unfolded.add(entry);
      else this.unfolded.delete(entry);
    });
  }

  /** @returns {Promise<void>} when the next hits are in the list, or a message that they are not */
  more(step = STEP) {
    this.loading ??= this.load(step).finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  /** @param {number} step */
  async load(step) {
    const { hits, loaded } = this;
    const next = hits.slice(loaded, Math.min(loaded + step, this.limit));
    if (!next.length) return;
    let items;
    try {
      items = await this.items(next);
    } catch (error) {
      if (hits === this.hits) this.fail(error);
      return;
    }
    if (hits !== this.hits) return;
    this.removeAwaited();
    this.list.append(...items);
    this.loaded += items.length;
    this.finish();
  }

  /** Leaves room for the hits to come, and says after the last what can be done. */
  finish() {
    const awaited = Math.max(0, Math.min(this.limit, this.hits.length) - this.loaded);
    this.list.append(...Array.from({ length: awaited }, awaitedItem));
    this.end.replaceChildren();
    if (!awaited && this.loaded < this.hits.length) {
      this.end.append(button("kb-button", () => this.turn(), "Show more"));
    } else if (!awaited && this.found > this.hits.length) {
      this.end.append(
        `These are the best ${counted(this.hits.length)} of ${counted(this.found)}. ` +
          "Narrow them with a filter, or add a word.",
      );
    }
    this.observe();
  }

  async turn() {
    const first = this.loaded;
    this.limit = this.loaded + PAGE;
    await this.more(PAGE);
    this.titles[first]?.focus();
  }

  /** @param {unknown} error */
  fail(error) {
    console.warn("kb_builder: search index:", error);
    this.removeAwaited();
    const again = () => {
      this.finish();
      this.more();
    };
    this.end.replaceChildren(
      element("p", "kb-search__error", "The next hits could not be loaded."),
      button("kb-button", again, "Try again"),
    );
  }

  removeAwaited() {
    for (const item of this.list.querySelectorAll(".kb-result--awaited")) item.remove();
  }

  /** @param {string} margin */
  observing(margin) {
    return new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting && one.target.isConnected)) this.more();
      },
      { rootMargin: margin },
    );
  }

  observe() {
    this.observer.disconnect();
    const awaited = this.list.querySelector(".kb-result--awaited");
    if (awaited) this.observer.observe(awaited);
  }

  /** @param {KeyboardEvent} event */
  async move(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.left();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = /** @type {HTMLElement} */ (event.target).closest(".kb-result");
    if (!step || !item) return;
    event.preventDefault();
    const at = [...this.list.children].indexOf(item) + step;
    if (at < 0) this.left();
    if (at >= this.loaded && this.loaded < Math.min(this.limit, this.hits.length)) await this.more();
    const title = this.titles[at];
    title?.focus({ preventScroll: true });
    title?.closest(".kb-result")?.scrollIntoView({ block: "nearest" });
    if (!title && at >= this.loaded) this.end.querySelector("button")?.focus();
  }
}
