// Phrases that betray notes which are not written: the twin of `kb_builder/check/phrases/`, from
// which the patterns come.
// @ts-check
import { prose } from "./prose.js";

const MOST_KNOWN = 200;

/** @typedef {Record<string, string>} Patterns by name; `all_` before it is for the whole of a text */

/** Finds phrases by patterns that are compiled once. */
export class Phrases {
  /** @param {Patterns} patterns */
  constructor(patterns) {
    /** @type {Map<string, string[]>} what was found before: most texts stay while one is typed */
    this.known = new Map();
    /** @type {Map<string, RegExp>} */
    this.patterns = new Map();
    for (const [name, pattern] of Object.entries(patterns)) {
      const isWhole = name.startsWith("all_");
      this.patterns.set(name, new RegExp(isWhole ? `^(?:${pattern})$` : pattern, isWhole ? "u" : "gu"));
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   * @returns {string[]} the phrases of that name in the text
   */
  find(name, text) {
    const key = `${name}:${text}`;
    let found = this.known.get(key);
    if (!found) {
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      found = this.sought(name, text);
      this.known.set(key, found);
    }
    return found;
  }

  /**
   * @param {string} name
   * @param {string} text
   * @returns {string[]}
   */
  sought(name, text) {
    if (this.patterns.get(`all_${name}`)?.test(text)) return [text.trim()];
    const pattern = this.patterns.get(name);
    if (!pattern) return [];
    const wrap = /** @type {RegExp} */ (this.patterns.get("wrap"));
    const hidden = prose(text);
    const sought = name === "elsewhere" ? hidden.replace(wrap, " ") : hidden;
    const found = stretches(sought, pattern).map(([start, end]) => text.slice(start, end));
    // One workaround is enough to say where it belongs.
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

