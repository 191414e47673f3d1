// The page on which a record is written: it checks while one types, and shows the finished file.
// @ts-check
import { tidy, valuesOf } from "./answers.js";
import { Checker } from "./conditions.js";
import { button, capitalized, element } from "./dom.js";
import { dropDraft, keepDraft, readDraft } from "./draft.js";
import { copy, download, newFileAddress } from "./new-file.js";
import { SimilarRecords } from "./similar-records.js";
import { codeSpans, FormField } from "./write-fields.js";
import { recordText } from "./yaml.js";

/**
 * @typedef {import("./write-fields.js").Step} Step
 * @typedef {{told: import("./conditions.js").Told, kinds: Record<string, Step[]>,
 *   folders: Record<string, string>, rules: string,
 *   host: import("./new-file.js").Host | null}} Data
 */

/** How long one types on before what is typed is judged. */
const PAUSE = 250;
const FIRST_PAUSE = 2500;
/** How many findings are listed beside the file. */
const MOST_LISTED = 8;

const BODY = {
  name: "body",
  label: "Further text",
  type: "markdown",
  required: false,
  meaning: "Markdown that stands below the fields: a log, a table, what was ruled out",
  choices: [],
};

export class WritePage {
  /**
   * @param {HTMLElement} page
   * @param {Data} data
   * @param {AbortSignal} signal
   */
  constructor(page, data, signal) {
    this.data = data;
    this.checker = new Checker(data.told);
    this.similar = new SimilarRecords(signal);
    this.form = /** @type {HTMLFormElement} */ (page.querySelector("[data-kb-form]"));
    /** @param {string} name */
    const part = (name) => /** @type {HTMLElement} */ (page.querySelector(`[data-kb-${name}]`));
    this.parts = { state: part("state"), left: part("left"), actions: part("actions"), done: part("done") };
    this.text = part("text");
    this.said = part("said");
    /** @type {Map<string, FormField>} */
    this.fields = new Map();
    /** @type {Set<string>} the fields that have been left once: before, nothing is held against them */
    this.left = new Set();
    /** @type {Set<string>} */
    this.shown = new Set();
    const draft = readDraft();
    this.kind = draft && Object.hasOwn(data.kinds, draft.kind) ? draft.kind : Object.keys(data.kinds)[0];
    /** @type {Record<string, string>} */
    this.answers = draft?.answers ?? {};
    for (const [name, text] of Object.entries(this.answers)) if (text.trim()) this.left.add(name);
    this.isKept = true;
    /** @type {number | undefined} */
    this.waiting = undefined;
    /** @type {number | undefined} */
    this.pausing = undefined;
    this.listen(signal);
    this.build();
    this.actions();
    page.hidden = false;
    for (const field of this.fields.values()) field.grow();
    this.judge();
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.typed(event), { signal });
    this.form.addEventListener("focusout", (event) => {
      const { name } = /** @type {HTMLInputElement} */ (event.target);
      // A list of choices that is only passed through tells nothing yet.
      if (this.fields.has(name) && event.relatedTarget) this.leave(name);
    });
    addEventListener("pagehide", () => this.keep(), { signal });
  }

  /** Makes the fields of the kind, with what has been answered before. */
  build() {
    this.fields.clear();
    const steps = this.data.kinds[this.kind].map((step, at, all) =>
      this.step(at === all.length - 1 ? { ...step, fields: [...step.fields, BODY] } : step),
    );
    this.form.replaceChildren(this.kinds(), ...steps);
    this.fields.get("symptom")?.node.append(this.similar.node);
  }

  kinds() {
    const choices = Object.keys(this.data.kinds).map((kind) => {
      const box = document.createElement("input");
      box.type = "radio";
      box.name = "kb-kind";
      box.value = kind;
      box.checked = kind === this.kind;
      box.addEventListener("change", () => this.choose(kind));
      return element("label", "kb-kind", box, element("span", "", capitalized(kind)));
    });
    const legend = element("legend", "kb-field__label", "Kind");
    return element("fieldset", "kb-kinds", legend, ...choices);
  }

  /** @param {Step} step */
  step({ title, href, fields }) {
    const made = element("fieldset", "kb-step");
    if (title) {
      const legend = element("legend", "kb-step__title", title);
      made.append(legend);
      if (href) {
        const link = element("a", "kb-step__link", "In the procedure");
        link.setAttribute("href", href);
        link.setAttribute("target", "_blank");
        link.setAttribute("rel", "noopener");
        link.append(element("span", "kb-hidden", `: ${title} (opens in a new tab)`));
        made.append(link);
      }
    }
    for (const asked of fields) {
      const field = new FormField(asked, this.answers[asked.name] ?? "", this.data.told.topics);
      this.fields.set(asked.name, field);
      made.append(field.node);
    }
    return made;
  }

  /** @param {string} kind */
  choose(kind) {
    this.kind = kind;
    this.build();
    for (const field of this.fields.values()) field.grow();
    this.judge();
    /** @type {HTMLElement | null} */ (this.form.querySelector(".kb-kinds :checked"))?.focus();
  }

  /** @param {Event} event */
  typed(event) {
    const control = /** @type {HTMLInputElement} */ (event.target);
    const field = this.fields.get(control.name);
    if (!field) return;
    this.answers[control.name] = field.value;
    field.grow();
    this.say("");
    if (["title", "symptom"].includes(control.name)) this.similar.ask(this.answers.symptom ?? "");
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.judge(), PAUSE);
    clearTimeout(this.pausing);
    this.pausing = setTimeout(() => this.leave(control.name), FIRST_PAUSE);
  }

  /** @param {string} name */
  leave(name) {
    this.left.add(name);
    this.judge();
  }

  /** Checks everything, and shows the file and what is left to do. */
  judge() {
    const values = this.values();
    const found = this.checker.check({ ...values, body: this.body() });
    const news = [];
    for (const [name, field] of this.fields) {
      const own = found.filter((one) => this.fieldOf(one.field) === name);
      const shown = this.left.has(name) ? own : [];
      field.show(shown, this.data.rules);
      for (const { message } of shown) {
        if (!this.shown.has(`${name} ${message}`)) news.push(`${field.asked.label}: ${message}`);
      }
    }
    this.shown = new Set(
      found.filter((one) => this.left.has(this.fieldOf(one.field))).map((one) => `${this.fieldOf(one.field)} ${one.message}`),
    );
    if (news.length) this.said.textContent = news.join(". ").replaceAll("`", "");
    this.text.textContent = this.file();
    this.showLeft(found);
    this.keep();
  }

  /** @param {string} name of a field, or of a mapping whose first field stands for it */
  fieldOf(name) {
    if (this.fields.has(name)) return name;
    return [...this.fields.keys()].find((one) => one.startsWith(`${name}.`)) ?? "";
  }

  /** @param {import("./conditions.js").Finding[]} found */
  showLeft(found) {
    const { state, left } = this.parts;
    const errors = found.filter(({ severity }) => severity === "error").length;
    const others = found.length - errors;
    state.className = `kb-write__state${found.length ? "" : " kb-write__state--clean"}`;
    const counts = [errors && `${errors} left to do`, others && counted(others, "remark")];
    state.textContent = found.length
      ? counts.filter(Boolean).join(", ")
      : "The rules of this page find nothing. kb check looks further: at links, pictures and privacy.";
    const bad = new Set(found.map((one) => this.fieldOf(one.field)));
    const names = [...this.fields.keys()].filter((name) => bad.has(name));
    const links = names.slice(0, MOST_LISTED).map((name) => {
      const field = /** @type {FormField} */ (this.fields.get(name));
      return element("li", "", button("kb-link", () => this.goTo(name), field.asked.label));
    });
    if (names.length > MOST_LISTED) links.push(element("li", "", `${names.length - MOST_LISTED} more`));
    left.replaceChildren(...(links.length ? [element("ul", "kb-write__links", ...links)] : []));
  }

  /** @param {string} name */
  goTo(name) {
    this.leave(name);
    const field = this.fields.get(name);
    field?.control.focus({ preventScroll: true });
    field?.node.scrollIntoView({ block: "center" });
  }

  values() {
    return valuesOf(this.data.told.fields, this.kind, this.answers, new Set(this.fields.keys()));
  }

  body() {
    return tidy(this.answers.body ?? "");
  }

  file() {
    return recordText(this.data.told.fields, this.values(), this.body());
  }

  get name() {
    return `${(this.values().id ?? "").replace(/[^\p{L}\p{N}._-]+/gu, "-") || this.kind}.md`;
  }

  get folder() {
    const { folders } = this.data;
    const product = this.values().product ?? "";
    return Object.hasOwn(folders, product) ? folders[product] : folders[""];
  }

  actions() {
    const { host } = this.data;
    const buttons = [
      button("kb-button kb-button--first", () => this.download(), "Download"),
      button("kb-button", () => this.copy(), "Copy"),
    ];
    if (host) {
      const where = host.name ? `Open on ${host.name}` : "Open as a new file";
      buttons.push(button("kb-button", () => this.open(host), where));
    }
    buttons.push(button("kb-button kb-button--quiet", () => this.clear(), "Clear"));
    this.parts.actions.replaceChildren(...buttons);
  }

  /** Before a file is taken, everything that is wrong with it is shown. */
  finish() {
    clearTimeout(this.waiting);
    clearTimeout(this.pausing);
    for (const name of this.fields.keys()) this.left.add(name);
    this.judge();
    return this.file();
  }

  download() {
    download(this.name, this.finish());
    this.say(`Downloaded ${this.name}. Put it into content/${this.folder}/, and run kb check.`);
  }

  async copy() {
    const isCopied = await copy(this.finish());
    this.say(isCopied ? "Copied." : "The browser does not allow copying. Mark the text below instead.");
  }

  /** @param {import("./new-file.js").Host} host */
  async open(host) {
    const text = this.finish();
    const { url, holdsText } = newFileAddress(host, this.folder, this.name, text);
    const isSure = holdsText && host.host !== "gitlab";
    const isCopied = isSure || (await copy(text));
    open(url, "_blank", "noopener");
    if (isSure) this.say("Opened in a new tab.");
    else if (!isCopied) this.say("Opened in a new tab. Copy the text below, and paste it there.");
    else if (holdsText) this.say("Opened in a new tab, and copied: paste the text where it is missing.");
    else if (host.host === "azure") this.say(`Copied. Choose New, File, ${this.name} there, and paste.`);
    else this.say("Copied, for the text is too long for an address: paste it in the new tab.");
  }

  clear() {
    const before = { kind: this.kind, answers: this.answers };
    this.answers = {};
    this.left.clear();
    this.similar.ask("");
    dropDraft();
    this.build();
    this.judge();
    this.say("Cleared. ");
    const undo = () => {
      Object.assign(this, before);
      this.build();
      this.judge();
      this.say("");
      this.form.querySelector("input")?.focus();
    };
    this.parts.done.append(button("kb-link", undo, "Undo"));
  }

  keep() {
    const isEmpty = !Object.values(this.answers).some((text) => text.trim());
    if (isEmpty) {
      dropDraft();
      return;
    }
    const isKept = keepDraft({ kind: this.kind, answers: this.answers });
    if (this.isKept && !isKept) this.say("This browser keeps no draft: it is lost when the page is left.");
    this.isKept = isKept;
  }

  /** @param {string} text */
  say(text) {
    this.parts.done.replaceChildren(...codeSpans(text));
  }
}

/**
 * @param {number} count
 * @param {string} word
 */
function counted(count, word) {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
