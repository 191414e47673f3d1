// The fields of the form: each a label, a control, and what the rules find in it.
// @ts-check
import { element } from "./dom.js";
import { leafPicker, leavesOf } from "./leaf-picker.js";

/**
 * @typedef {{name: string, label: string, type: string, required: boolean, meaning: string,
 *   choices: string[]}} Asked
 * @typedef {{title: string, href: string, fields: Asked[]}} Step
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {import("./conditions.js").Finding} Finding
 */

const HIGHEST = 420;

/** One field as it stands in the form. */
export class FormField {
  /**
   * @param {Asked} asked
   * @param {string} value
   * @param {import("./conditions.js").Topic[]} topics
   */
  constructor(asked, value, topics) {
    this.asked = asked;
    const id = `kb-write-${asked.name.replace(".", "-")}`;
    this.control = control(asked);
    this.control.id = id;
    this.control.name = asked.name;
    this.findings = element("ul", "kb-field__findings");
    this.findings.id = `${id}-findings`;
    const label = /** @type {HTMLLabelElement} */ (element("label", "kb-field__label", asked.label));
    label.htmlFor = id;
    if (!asked.required) label.append(element("span", "kb-field__optional", "optional"));
    const name = element("code", "kb-field__name", asked.name);
    name.setAttribute("aria-hidden", "true");
    const help = element("p", "kb-field__help", ...codeSpans(helpFor(asked)));
    help.id = `${id}-help`;
    this.control.setAttribute("aria-describedby", `${help.id} ${this.findings.id}`);
    if (asked.required) this.control.setAttribute("aria-required", "true");
    this.node = element("div", "kb-field", element("div", "kb-field__head", label, name), help, this.control);
    if (asked.name === "root_cause" && topics.length) {
      const box = /** @type {HTMLInputElement} */ (this.control);
      this.node.append(leafPicker(box, leavesOf(topics)));
    }
    this.node.append(this.findings);
    this.value = value;
  }

  get value() {
    return this.control.value;
  }

  set value(text) {
    this.control.value = text;
    // An answer that the list no longer has is shown all the same, so that the rules can say so.
    if (this.control instanceof HTMLSelectElement && this.control.value !== text) {
      this.control.append(new Option(text, text));
      this.control.value = text;
    }
    this.grow();
  }

  grow() {
    if (!(this.control instanceof HTMLTextAreaElement)) return;
    this.control.style.height = "auto";
    const { scrollHeight } = this.control;
    if (scrollHeight) this.control.style.height = `${Math.min(scrollHeight + 2, HIGHEST)}px`;
  }

  /**
   * @param {Finding[]} found
   * @param {string} rules the address of the rules' pages
   */
  show(found, rules) {
    const isBad = found.some(({ severity }) => severity === "error");
    if (isBad) this.control.setAttribute("aria-invalid", "true");
    else this.control.removeAttribute("aria-invalid");
    this.findings.replaceChildren(...found.map((one) => findingItem(one, rules)));
  }
}

/** @param {Asked} asked */
function helpFor({ meaning, type }) {
  const text = meaning.charAt(0).toUpperCase() + meaning.slice(1);
  if (type === "dates") return `${text}, one a line as \`2026-11-24\``;
  return type === "texts" ? text.replace("one an entry", "one a line") : text;
}

/**
 * @param {Asked} asked
 * @returns {Control}
 */
function control({ name, type, choices }) {
  if (choices.length) {
    const made = document.createElement("select");
    made.className = "kb-field__control kb-field__control--select";
    made.append(new Option("Choose…", ""), ...choices.map((choice) => new Option(choice, choice)));
    return made;
  }
  if (["markdown", "texts", "dates"].includes(type)) {
    const made = document.createElement("textarea");
    made.className = `kb-field__control kb-field__control--${type}`;
    made.rows = type === "markdown" ? 4 : 2;
    made.spellcheck = type === "markdown";
    return made;
  }
  const made = document.createElement("input");
  made.className = `kb-field__control kb-field__control--${type}`;
  made.type = type === "date" ? "date" : "text";
  if (type === "minutes") made.inputMode = "numeric";
  if (name !== "title") made.spellcheck = false;
  made.autocomplete = "off";
  return made;
}

/**
 * @param {Finding} found
 * @param {string} rules
 */
function findingItem({ rule, severity, message, help }, rules) {
  const made = element("li", `kb-finding kb-finding--${severity}`);
  made.append(element("strong", "", severity), " ", ...codeSpans(message));
  const link = element("a", "kb-finding__rule", "Why?");
  link.setAttribute("href", `${rules}${rule}/`);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener");
  link.append(element("span", "kb-hidden", ` The rule ${rule} (opens in a new tab)`));
  made.append(element("span", "kb-finding__help", ...codeSpans(help), help ? ". " : "", link));
  return made;
}

/**
 * @param {string} text a message, in which what stands in backticks is code
 * @returns {(string | HTMLElement)[]}
 */
export function codeSpans(text) {
  return text.split("`").map((part, at, all) => {
    const isCode = at % 2 === 1 && at < all.length - 1;
    return isCode ? element("code", "", part) : at % 2 === 1 ? `\`${part}` : part;
  });
}
