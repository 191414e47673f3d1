// What is typed into the form, as values of a record.
// @ts-check

/** @typedef {import("./conditions.js").Field} Field */

/**
 * @param {Field[]} fields
 * @param {string} kind
 * @param {Record<string, string>} answers by field, one in a mapping after a full stop
 * @param {Set<string>} asked the fields that the form asks for a record of the kind
 * @returns {Record<string, any>} in the order of the fields; none that are empty
 */
export function valuesOf(fields, kind, answers, asked) {
  /** @type {Record<string, any>} */
  const values = {};
  for (const field of fields) {
    if (field.name === "kind") values.kind = kind;
    if (field.type === "mapping") {
      const inner = {};
      for (const { name, type } of field.fields) {
        const full = `${field.name}.${name}`;
        if (asked.has(full)) put(inner, name, type, answers[full] ?? "");
      }
      if (Object.keys(inner).length) values[field.name] = inner;
    } else if (asked.has(field.name)) put(values, field.name, field.type, answers[field.name] ?? "");
  }
  return values;
}

/**
 * @param {Record<string, any>} values
 * @param {string} name
 * @param {string} type
 * @param {string} typed
 */
function put(values, name, type, typed) {
  const text = tidy(typed);
  if (!text.trim()) return;
  if (type === "markdown") values[name] = `${text}\n`;
  else if (type === "texts" || type === "dates") values[name] = entries(text);
  else if (type === "minutes" && /^-?(?:0|[1-9]\d{0,14})$/.test(text.trim())) values[name] = Number(text);
  else values[name] = text.trim().replace(/\s+/g, " ");
}

/**
 * @param {string} text
 * @returns {string} without what no file of a record can hold, and no blanks at the ends of lines
 */
export function tidy(text) {
  const readable = text
    .replace(/\r\n?|[\x85\u2028\u2029]/g, "\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udfff]/gu, "\ufffd");
  const lines = readable.split("\n").map((line) => line.trimEnd());
  while (lines.length && !lines[0]) lines.shift();
  while (lines.length && !lines[lines.length - 1]) lines.pop();
  return lines.join("\n");
}

/** @param {string} text one entry a line, perhaps after a dash */
function entries(text) {
  return text
    .split("\n")
    .map((line) => line.trim().replace(/^[-*] /, "").trim())
    .filter(Boolean);
}
