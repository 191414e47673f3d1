// Phrases that betray notes which are not written: the twin of `kb_builder/check/phrases/`, from
// which the patterns come.
// @ts-check
import { prose } from "./prose.js";

/** @typedef {Record<string, string>} Patterns */

/** Finds phrases by patterns that are compiled once. */
export class Phrases {
  /** @param {Patterns} patterns those of `all_` hold for a whole text, the others for a part of it */
  constructor(patterns) {
    this.all = new Map();
    this.some = new Map();
    for (const [name, pattern] of Object.entries(patterns)) {
      if (name.startsWith("all_")) this.all.set(name.slice(4), new RegExp(`^(?:${pattern})$`, "u"));
      else this.some.set(name, new RegExp(pattern, "gu"));
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   * @returns {string[]} the phrases of that name in the text
   */
  find(name, text) {
    if (this.all.get(name)?.test(text)) return [text.trim()];
    const some = this.some.get(name);
    if (!some) return [];
    const hidden = prose(text);
    const read = name === "elsewhere" ? hidden.replace(this.some.get("wrap"), " ") : hidden;
    const found = stretches(read, some).map(([start, end]) => text.slice(start, end));
    return name === "workaround" ? found.slice(0, 1) : found;
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

