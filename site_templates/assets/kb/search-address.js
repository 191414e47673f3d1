// What is searched, in the address of the page: `?q=…&product=…`.
// @ts-check

/** The filters that the address may hold, by how they are called on the page. */
export const FILTERS = Object.freeze({
  product: "Product",
  root_cause: "Root cause",
  status: "Status",
  kind: "Kind",
  year: "Year",
  closed: "Closed",
});

/** A longer text would make addresses that servers and mail programs refuse. */
export const LONGEST_TEXT = 1500;

const HANDED_OVER = "kb-search-text";

/** @typedef {{text: string, filters: Record<string, string>}} Asked */

/** @returns {Asked} what the address asks for, and the text that was too long for it */
export function readAddress() {
  const params = new URLSearchParams(location.search);
  /** @type {Record<string, string>} */
  const filters = {};
  for (const name of Object.keys(FILTERS)) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  return { text: params.get("q") ?? history.state?.kbText ?? takeOver(), filters };
}

/**
 * @param {Asked} asked
 * @param {boolean} isStep whether Back is to lead to what was asked before
 */
export function writeAddress({ text, filters }, isStep) {
  const url = new URL(location.href);
  for (const name of ["q", ...Object.keys(FILTERS)]) url.searchParams.delete(name);
  const isShort = text.length <= LONGEST_TEXT;
  if (text && isShort) url.searchParams.set("q", text);
  for (const [name, value] of Object.entries(filters)) url.searchParams.set(name, value);
  const state = { ...history.state, kbText: isShort ? undefined : text };
  if (isStep) history.pushState(state, "", url);
  else history.replaceState(state, "", url);
}

/**
 * Leaves a text that is too long for an address to the search page, which is opened next.
 * @param {string} text
 */
export function handOver(text) {
  sessionStorage.setItem(HANDED_OVER, text);
}

function takeOver() {
  const text = sessionStorage.getItem(HANDED_OVER) ?? "";
  sessionStorage.removeItem(HANDED_OVER);
  return text;
}
