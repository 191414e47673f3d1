// Values of a record, and how messages show them.
// @ts-check

const MOST_CHARACTERS = 80;

/**
 * @param {Record<string, any>} values
 * @param {string} field one in a mapping after a full stop
 * @returns {any} what stands there; undefined where the field itself does not
 */
export function written(values, field) {
  let value = /** @type {any} */ (values);
  for (const part of field.split(".")) {
    const isMapping = value && typeof value === "object" && !Array.isArray(value);
    value = isMapping && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value;
}

/** @param {any} value */
export function isMissing(value) {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return !value.trim();
  return typeof value === "object" && !Object.keys(value).length;
}

/**
 * @param {any} value
 * @returns {string | null} the day as 2026-11-24, where it is one
 */
export function dayOf(value) {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const day = new Date(`${value}T00:00:00Z`);
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  return isDay && !value.startsWith("0000") ? value : null;
}

/**
 * @param {Record<string, any>} values
 * @returns {string[]} the fields in the order in which they stand there
 */
export function keyOrder(values, above = "") {
  return Object.entries(values).flatMap(([name, value]) => {
    const isMapping = value && typeof value === "object" && !Array.isArray(value);
    return [`${above}${name}`, ...(isMapping ? keyOrder(value, `${above}${name}.`) : [])];
  });
}

/**
 * @param {string} text
 * @returns {string} a value in backticks: on one line, and not longer than a message can bear
 */
export function shown(text) {
  const characters = [...text.trim().split(/\s+/).join(" ")];
  if (characters.length <= MOST_CHARACTERS) return `\`${characters.join("")}\``;
  return `\`${characters.slice(0, MOST_CHARACTERS - 1).join("")}…\``;
}

/** @param {string[]} words */
export function quoted(words) {
  return words.map((word) => `\`${word}\``).join(", ");
}

/** @param {{name: string}[]} topics */
export function listed(topics) {
  return topics.map((topic) => topic.name).join(" > ");
}
