// What is said where nothing was found: why, and how to go on.
// @ts-check
import { button, element, listed } from "./dom.js";
import { shown } from "./search-filters.js";

/** @typedef {import("./search-client.js").Answer} Answer */

/**
 * @param {Answer} answer
 * @param {HTMLTemplateElement} ways the site's other ways in
 * @param {{search: (text: string) => void, remove: (names: string[]) => void}} actions
 * @returns {HTMLElement}
 */
export function emptyResult({ words, text, filters, suggestion }, ways, { search, remove }) {
  const made = element("div", "kb-empty", element("h2", "kb-empty__title", "No record matches"));
  const unknown = [...words.unknownCodes, ...words.unknown];
  if (unknown.length) {
    const verb = unknown.length === 1 ? "is" : "are";
    made.append(element("p", "", strong(listed(unknown)), ` ${verb} in no record of this site.`));
  } else if (text.trim() && !words.searched.length) {
    made.append(element("p", "", "The text has no word that tells cases apart."));
  }
  if (suggestion) {
    made.append(element("p", "", "Did you mean ", button("kb-link", () => search(suggestion), suggestion), "?"));
  }
  const names = Object.keys(filters);
  if (names.length) {
    const list = element("ul", "kb-empty__filters");
    for (const name of names) {
      const text = `Remove the filter ${shown(name, filters[name]).join(": ")}`;
      list.append(element("li", "", button("kb-link", () => remove([name]), text)));
    }
    if (names.length > 1) {
      list.append(element("li", "", button("kb-link", () => remove(names), "Remove all filters")));
    }
    made.append(element("p", "", "Filters are on:"), list);
  }
  made.append(ways.content.cloneNode(true));
  return made;
}

/** @param {string} text */
function strong(text) {
  return element("strong", "", text);
}
