// The search page: asks as the reader types, and shows the newest answer.
// @ts-check
import { notesOf, statusOf } from "./answer-notes.js";
import { button, element } from "./dom.js";
import { emptyResult } from "./empty-result.js";
import { describeLog, FileError, readLog, takeDrops } from "./log-file.js";
import { ResultList } from "./result-list.js";
import { keepSeen, LONGEST_TEXT, readAddress, readSeen, writeAddress } from "./search-address.js";
import { chip, filterChips, FilterPanel } from "./search-filters.js";

/** @typedef {import("./search-client.js").Answer} Answer */
/** @typedef {import("./log-file.js").LogFile} LogFile */

/** Milliseconds from the last key to the search, to that in a file besides, and to the address. */
const PAUSE = 5;
const PAUSE_WITH_FILE = 250;
const PAUSE_BEFORE_ADDRESS = 300;
/** How long an answer may take before the page says that it searches. */
const PATIENCE = 300;

export class SearchPage {
  /**
   * @param {HTMLElement} page
   * @param {import("./search-client.js").SearchClient} client
   * @param {AbortSignal} signal given when the page is left
   */
  constructor(page, client, signal) {
    this.page = page;
    this.box = /** @type {HTMLTextAreaElement} */ (page.querySelector("textarea"));
    this.status = this.part("status");
    this.notes = this.part("notes");
    this.chips = this.part("chips");
    this.message = this.part("message");
    this.ways = /** @type {HTMLTemplateElement} */ (this.part("ways"));
    this.unasked = this.status.textContent ?? "";
    this.client = client;
    this.list = new ResultList(this.part("results"), this.part("end"), this.client, signal);
    this.list.left = () => this.box.focus();
    this.panel = new FilterPanel(this.part("filters"), (name, value) => this.filter(name, value), signal);
    /** @type {Record<string, string>} */
    this.filters = {};
    /** @type {LogFile | undefined} */
    this.file = undefined;
    /** @type {{asked: string, answer: Answer} | undefined} */
    this.last = undefined;
    this.asked = 0;
    /** @type {number | undefined} */
    this.waiting = undefined;
    /** @type {number | undefined} */
    this.addressing = undefined;
    /** @type {number | undefined} */
    this.slow = undefined;

    this.listen(signal);
    const early = this.text;
    this.readAddress();
    // What was typed before this module was there.
    if (early) {
      this.box.value = early;
      this.box.dispatchEvent(new Event("input"));
    }
    signal.addEventListener("abort", () => this.client.stop());
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.page.querySelector(`[data-kb-${name}]`));
  }

  get text() {
    return this.box.value.trim();
  }

  /** What is searched: the text of the box, and of the file. */
  get wanted() {
    return [this.text, this.file?.text].filter(Boolean).join("\n");
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.box.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.run();
      this.writeAddress(false);
    });
    this.box.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.run(), this.file ? PAUSE_WITH_FILE : PAUSE);
      clearTimeout(this.addressing);
      this.addressing = setTimeout(() => this.writeAddress(false), PAUSE_BEFORE_ADDRESS);
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" || event.shiftKey || event.isComposing) return;
      const { selectionEnd, value, scrollHeight } = this.box;
      const lineHeight = Number.parseFloat(getComputedStyle(this.box).lineHeight);
      const isOneLine = scrollHeight < 2.5 * lineHeight;
      if (!this.list.titles.length || !(isOneLine || selectionEnd === value.length)) return;
      event.preventDefault();
      this.list.enter();
    });
    this.part("results").addEventListener("click", ({ target }) => {
      if (/** @type {HTMLElement} */ (target).closest("a")) keepSeen({ shown: this.list.loaded, top: scrollY });
    });
    addEventListener(
      "popstate",
      () => {
        // A link within the page leaves what is asked as it is.
        if (history.state || !location.hash) this.readAddress();
      },
      { signal },
    );
    takeDrops((file) => this.take(file), signal);
    document.addEventListener("paste", (event) => this.paste(event), { signal });
    const chooser = /** @type {HTMLInputElement} */ (this.part("file"));
    chooser.addEventListener("change", () => {
      if (chooser.files?.[0]) this.take(chooser.files[0]);
      chooser.value = "";
    });
    this.part("hint").hidden = false;
  }

  readAddress() {
    const { text, filters } = readAddress();
    this.filters = filters;
    this.box.value = text;
    this.box.dispatchEvent(new Event("kb-set"));
    this.run(readSeen());
    if (text.length > LONGEST_TEXT) this.writeAddress(false);
  }

  /** @param {boolean} isStep whether Back is to lead to what the address says now */
  writeAddress(isStep) {
    clearTimeout(this.addressing);
    writeAddress({ text: this.text, filters: this.filters }, isStep);
  }

  /** @param {string} text */
  setText(text) {
    this.box.value = text;
    this.box.dispatchEvent(new Event("kb-set"));
    this.box.focus({ preventScroll: true });
    this.run();
    this.writeAddress(true);
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  filter(name, value) {
    this.writeAddress(false);
    this.withoutFilters([name]);
    if (value) this.filters[name] = value;
    this.run();
    this.writeAddress(true);
    const { top } = this.chips.getBoundingClientRect();
    if (top < 0) this.page.scrollIntoView({ block: "start" });
  }

  /** @param {string[]} names */
  removeFilters(names) {
    this.writeAddress(false);
    this.withoutFilters(names);
    this.run();
    this.writeAddress(true);
    this.box.focus({ preventScroll: true });
  }

  /** @param {string[]} names of filters, which may stand in the text as well */
  withoutFilters(names) {
    let { filters } = this;
    // Those in the text move out of it, and it is the answer that tells them from other words.
    if (this.last && this.last.asked === this.wanted && this.last.answer.text !== this.wanted) {
      filters = this.last.answer.filters;
      this.box.value = this.last.answer.text.replace(/\s+/g, " ").trim();
      this.box.dispatchEvent(new Event("kb-set"));
    }
    this.filters = Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name)));
  }

  /** @param {File} file */
  async take(file) {
    try {
      this.file = await readLog(file);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.say(element("p", "kb-search__error", error.message));
      return;
    }
    this.run();
    this.box.focus({ preventScroll: true });
  }

  /** @param {ClipboardEvent} event */
  paste(event) {
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (file && !text) {
      event.preventDefault();
      this.take(file);
      return;
    }
    const target = /** @type {HTMLElement} */ (event.target);
    if (text && !/^(input|textarea)$/i.test(target.tagName)) {
      event.preventDefault();
      this.setText(text);
    }
  }

  /** @param {import("./search-address.js").Seen} [seen] of the hits before the reader left them */
  async run(seen) {
    clearTimeout(this.waiting);
    const mine = ++this.asked;
    const isCurrent = () => mine === this.asked;
    const asked = this.wanted;
    if (!asked && !Object.keys(this.filters).length) {
      this.clear();
      return;
    }
    this.slow ??= setTimeout(() => this.setBusy(), PATIENCE);
    try {
      const answer = await this.client.search(asked, this.filters);
      // The text that would be suggested holds the file's.
      if (this.file) answer.suggestion = "";
      if (isCurrent()) await this.list.show(answer, isCurrent, seen?.shown);
      if (!isCurrent()) return;
      this.last = { asked, answer };
      this.show(answer);
      if (seen) scrollTo({ top: seen.top, behavior: "instant" });
    } catch (error) {
      if (isCurrent()) this.fail(error);
    }
  }

  /** Says that what is shown is no answer to what is asked. */
  setBusy() {
    this.setStatus(["Searching…"]);
    this.part("results").parentElement?.setAttribute("aria-busy", "true");
  }

  setDone() {
    clearTimeout(this.slow);
    this.slow = undefined;
    this.part("results").parentElement?.removeAttribute("aria-busy");
  }

  /** @param {Answer} answer whose first hits are in the list */
  show(answer) {
    this.setDone();
    const best = this.list.titles[0]?.textContent ?? "";
    this.setStatus(statusOf(answer, best));
    this.setNotes(notesOf(answer, (text) => this.setText(text)));
    this.setChips(answer.filters);
    this.panel.show(answer.facets, answer.filters);
    this.page.classList.add("kb-search-page--asked");
    if (answer.hits.length) this.say();
    else {
      const actions = {
        search: (/** @type {string} */ text) => this.setText(text),
        remove: (/** @type {string[]} */ names) => this.removeFilters(names),
      };
      this.say(emptyResult(answer, this.ways, actions));
    }
  }

  clear() {
    this.setDone();
    this.list.clear();
    this.panel.clear();
    this.setStatus([this.unasked]);
    this.setNotes([]);
    this.setChips({});
    this.page.classList.remove("kb-search-page--asked");
    this.say();
  }

  /** @param {unknown} error */
  fail(error) {
    console.warn("kb_builder: search index:", error);
    this.setDone();
    this.list.clear();
    this.panel.clear();
    this.setNotes([]);
    this.setChips(this.filters);
    const message = "The search index could not be loaded. Check the connection and search again.";
    this.setStatus([element("span", "kb-search__error", message)]);
    this.page.classList.add("kb-search-page--asked");
    const what = error instanceof Error ? error.message : String(error);
    this.say(
      button("kb-button", () => this.run(), "Search again"),
      element("p", "kb-quiet", what),
    );
  }

  /** @param {...HTMLElement} parts what is said in place of hits */
  say(...parts) {
    this.message.replaceChildren(...parts);
  }

  /** @param {Array<string | HTMLElement>} parts */
  setStatus(parts) {
    const spaced = parts.flatMap((part, at) => (at ? [" ", part] : [part]));
    const next = spaced.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
    // What is the same is not read aloud again.
    if (next !== this.status.textContent) this.status.replaceChildren(...spaced);
  }

  /** @param {HTMLElement[]} notes */
  setNotes(notes) {
    if (this.text.length > LONGEST_TEXT) {
      notes.push(element("li", "", "The text is too long for the address: a link to this page does not hold it."));
    }
    this.notes.replaceChildren(...notes);
    this.notes.hidden = !notes.length;
  }

  /** @param {Record<string, string>} filters */
  setChips(filters) {
    const chips = filterChips(filters, (names) => this.removeFilters(names));
    if (this.file) {
      const removeFile = () => {
        this.file = undefined;
        this.run();
        this.box.focus({ preventScroll: true });
      };
      chips.unshift(chip("Log file", describeLog(this.file), removeFile));
    }
    this.chips.replaceChildren(...chips);
    this.chips.hidden = !chips.length;
  }
}
