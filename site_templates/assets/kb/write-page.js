// The page on which a record is written: it checks while one types, and shows the finished file.
// @ts-check
import { tidy, valuesOf } from "./answers.js";
import { Checker } from "./conditions.js";
import { capitalized, element } from "./dom.js";
import { dropDraft, keepDraft, readDraft } from "./draft.js";
import { SimilarRecords } from "./similar-records.js";
import { FormField } from "./write-fields.js";
import { FilePanel } from "./write-panel.js";
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
    this.panel = new FilePanel(part, data.host, {
      take: () => this.finish(),
      clear: () => this.clear(),
      goTo: (name) => this.goTo(name),
    });
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
    /** Whether something is being pressed: it would slip away if findings moved the page. */
    this.isPressed = false;
    /** @type {number | undefined} */
    this.waiting = undefined;
    /** @type {number | undefined} */
    this.pausing = undefined;
    this.listen(signal);
    this.build();
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
      // Where the whole window loses the focus, the field is not left.
      if (this.fields.has(name) && event.relatedTarget) this.leave(name);
    });
    addEventListener(
      "pointerdown",
      ({ target, button }) => {
        const pressed = /** @type {Element} */ (target).closest?.("a, button, label");
        this.isPressed = Boolean(pressed) && button === 0;
      },
      { signal },
    );
    for (const released of ["pointerup", "pointercancel"]) {
      addEventListener(released, () => this.release(), { signal });
    }
    addEventListener("pagehide", () => this.keep(), { signal });
    signal.addEventListener("abort", () => {
      this.stopWaiting();
      this.keep();
    });
  }

  /** Makes the fields of the kind, with what has been answered before. */
  build() {
    this.fields.clear();
    const steps = this.data.kinds[this.kind].map((step, at, all) =>
      this.step(at === all.length - 1 ? { ...step, fields: [...step.fields, BODY] } : step),
    );
    this.form.replaceChildren(this.kinds(), ...steps);
    this.fields.get("symptom")?.node.append(this.similar.node);
    this.similar.ask(this.answers.symptom ?? "");
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
    const made = element(title ? "fieldset" : "div", "kb-step");
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
    this.panel.say("");
    if (control.name === "symptom") this.similar.ask(field.value);
    this.stopWaiting();
    this.waiting = setTimeout(() => this.judge(), PAUSE);
    this.pausing = setTimeout(() => this.leave(control.name), FIRST_PAUSE);
  }

  stopWaiting() {
    clearTimeout(this.waiting);
    clearTimeout(this.pausing);
  }

  /** @param {string} name */
  leave(name) {
    this.left.add(name);
    this.judge();
  }

  release() {
    if (!this.isPressed) return;
    this.isPressed = false;
    // The click comes first.
    setTimeout(() => this.judge());
  }

  /** Checks everything, and shows the file and what is left to do. */
  judge() {
    if (this.isPressed) return;
    const values = this.values();
    const found = this.checker.check({ ...values, body: this.body() });
    /** @type {string[]} */
    const news = [];
    const shown = new Set();
    for (const [name, field] of this.fields) {
      const own = found.filter((one) => this.left.has(name) && this.fieldOf(one.field) === name);
      field.show(own, this.data.rules);
      for (const { message } of own) {
        const said = `${field.asked.label}: ${message}`;
        shown.add(said);
        if (!this.shown.has(said)) news.push(said);
      }
    }
    this.shown = shown;
    if (news.length) this.said.textContent = news.join(". ").replaceAll("`", "");
    const bad = new Set(found.map((one) => this.fieldOf(one.field)));
    const asked = [...this.fields.values()].map((field) => field.asked);
    this.panel.show(this.file(), found, asked.filter(({ name }) => bad.has(name)));
    this.keep();
  }

  /** @param {string} name of a field, or of a mapping whose first field stands for it */
  fieldOf(name) {
    if (this.fields.has(name)) return name;
    return [...this.fields.keys()].find((one) => one.startsWith(`${name}.`)) ?? "";
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

  /** Before a file is taken, everything that is wrong with it is shown. */
  finish() {
    this.stopWaiting();
    for (const name of this.fields.keys()) this.left.add(name);
    this.judge();
    return { name: this.name, folder: this.folder, text: this.file() };
  }

  clear() {
    this.stopWaiting();
    const before = { kind: this.kind, answers: this.answers, left: this.left };
    this.answers = {};
    this.left = new Set();
    dropDraft();
    this.build();
    this.judge();
    return () => {
      Object.assign(this, before);
      this.build();
      this.judge();
      this.form.querySelector("input")?.focus();
    };
  }

  keep() {
    const isEmpty = !Object.values(this.answers).some((text) => text.trim());
    if (isEmpty) {
      dropDraft();
      return;
    }
    const isKept = keepDraft({ kind: this.kind, answers: this.answers });
    const message = "This browser keeps no draft: what is written is lost when the page is left.";
    if (this.isKept && !isKept) this.panel.say(message);
    this.isKept = isKept;
  }
}
