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
/** How much of a text is handed over that is too long for the browser's store. */
const LONGEST_HANDED_OVER = 100_000;

/**
 * @typedef {{text: string, filters: Record<string, string>}} Asked
 * @typedef {{shown: number, top: number}} Seen how many hits were shown, and how far they were scrolled
 */

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
  const state = { ...history.state, kbText: isShort ? undefined : text, kbSeen: undefined };
  if (isStep) history.pushState(state, "", url);
  else history.replaceState(state, "", url);
}

/** @param {Seen} seen which is read again when Back leads here */
export function keepSeen(seen) {
  history.replaceState({ ...history.state, kbSeen: seen }, "");
}

/** @returns {Seen | undefined} */
export function readSeen() {
  return history.state?.kbSeen;
}

/**
 * Leaves a text that is too long for an address to the search page, which is opened next.
 * @param {string} text
 */
export function handOver(text) {
  try {
    sessionStorage.setItem(HANDED_OVER, text);
  } catch {
    sessionStorage.setItem(HANDED_OVER, text.slice(0, LONGEST_HANDED_OVER));
  }
}

function takeOver() {
  const text = sessionStorage.getItem(HANDED_OVER) ?? "";
  sessionStorage.removeItem(HANDED_OVER);
  return text;
}
