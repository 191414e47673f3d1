// Phrases that betray notes which are not written: the twin of `kb_builder/check/phrases.py`, from
// which the patterns come.
// @ts-check
import { prose } from "./prose.js";

/** @typedef {Record<"all_placeholder" | "placeholder" | "elsewhere" | "wrap", string>} Patterns */

/** Finds phrases by patterns that are compiled once. */
export class Phrases {
  /** @param {Patterns} patterns */
  constructor(patterns) {
    this.all = new RegExp(`^(?:${patterns.all_placeholder})$`, "u");
    this.some = new RegExp(patterns.placeholder, "gu");
    this.elsewhere = new RegExp(patterns.elsewhere, "gu");
    this.wrap = new RegExp(patterns.wrap, "gu");
  }

  /**
   * @param {string} name
   * @param {string} text
   * @returns {string[]} the phrases of that name in the text
   */
  find(name, text) {
    if (name === "elsewhere") {
      const hidden = prose(text);
      const joined = hidden.replace(this.wrap, " ");
      return stretches(joined, this.elsewhere).map(([start, end]) => text.slice(start, end));
    }
    if (this.all.test(text)) return [text.trim()];
    return stretches(prose(text), this.some).map(([start, end]) => text.slice(start, end));
  }
}

/**
 * @param {string} text
 * @returns {boolean} whether nothing would be read: only blanks, comments and signs of Markdown
 */
export function isEmpty(text) {
  return !/[\p{L}\p{N}\0]/u.test(prose(text));
}

/**
 * @param {string} text
 * @param {RegExp} pattern in which a named group, where one matched, is what counts
 * @returns {[number, number][]}
 */
function stretches(text, pattern) {
  return [...text.matchAll(pattern)].map((match) => {
    const part = Object.values(match.groups ?? {}).find((group) => group !== undefined);
    const start = match.index + (part === undefined ? 0 : match[0].indexOf(part));
    return [start, start + (part ?? match[0]).length];
  });
}

