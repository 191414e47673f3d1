// What a query is narrowed by, as kb_builder/index/filters.py has it.
// @ts-check
import { fold } from "./analyzer.js";

export const FACETS = ["product", "root_cause", "status", "kind", "year"];
const FIELD =
  /(?<![^ \t\r\n])(product|root_cause|cause|status|kind|year|closed):("[^"\n]{1,200}"|[^\s"]{1,200})/gu;
const MOST_CHARACTERS = 400;
const DAY = "[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?";
const CLOSED = new RegExp(`^(>=|<=|>|<)?(${DAY})$|^(${DAY})\\.\\.(${DAY})$`);

/**
 * @param {string} text
 * @param {(name: string) => string[]} valuesOf from a filter's name to the values that entries have
 * @returns {{text: string, filters: Record<string, string>}} the text without its filters, and those
 */
export function filtersIn(text, valuesOf) {
  /** @type {Record<string, string>} */
  const filters = {};
  // A long text or one of several lines is pasted, and has none.
  if ([...text].length > MOST_CHARACTERS || text.includes("\n")) return { text, filters };
  const rest = text.replace(FIELD, (whole, written, quoted) => {
    const name = written === "cause" ? "root_cause" : written;
    const value = knownValue(name, quoted.replace(/^"+|"+$/g, ""), valuesOf);
    if (!value) return whole;
    filters[name] = value;
    return " ";
  });
  return { text: rest, filters };
}

/**
 * @param {string} name
 * @param {string} value
 * @param {(name: string) => string[]} valuesOf
 * @returns {string} the value as the entries spell it; empty where none has it
 */
export function knownValue(name, value, valuesOf) {
  if (name === "closed") return CLOSED.test(value) ? value : "";
  if (!FACETS.includes(name)) return "";
  const wanted = comparable(name, value);
  return valuesOf(name).find((known) => comparable(name, known) === wanted) ?? "";
}

/**
 * @param {string} value
 * @returns {(day: string) => boolean} whether a date is within what a `closed` filter says
 */
export function closedTest(value) {
  const match = CLOSED.exec(value);
  if (!match) return () => false;
  const [, sign, bound, first, last] = match;
  if (first) {
    return (day) =>
      day !== "" && first <= day.slice(0, first.length) && day.slice(0, last.length) <= last;
  }
  const start = (/** @type {string} */ day) => day.slice(0, bound.length);
  switch (sign) {
    case ">":
      return (day) => start(day) > bound;
    case ">=":
      return (day) => start(day) >= bound;
    case "<":
      return (day) => day !== "" && start(day) < bound;
    case "<=":
      return (day) => day !== "" && start(day) <= bound;
    default:
      return (day) => start(day) === bound;
  }
}

/**
 * @param {string} rootCause
 * @returns {string[]} the paths of a root cause and of all topics above it, the widest first
 */
export function topicsAbove(rootCause) {
  const path = splitPath(rootCause).filter(Boolean);
  return path.map((_, depth) => path.slice(0, depth + 1).join(" > "));
}

/** @param {string} text */
const splitPath = (text) => text.split(">").map((part) => part.trim());

/**
 * @param {string} name
 * @param {string} value
 */
const comparable = (name, value) =>
  fold(name === "root_cause" ? splitPath(value).join(" > ") : value);
