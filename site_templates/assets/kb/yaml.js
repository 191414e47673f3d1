// A record as its file: front matter that loads as the very values it was made of.
// @ts-check

/** What YAML reads in a block, or between single quotes, as a line end or not at all. */
const NOT_PLAIN =
  /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
/** What needs no quotes in any place: it starts with a letter and has no sign that YAML knows. */
const PLAIN = /^[\p{L}](?:[\p{L}\p{N} _./()+,;@%-]*[\p{L}\p{N}_./()+%-])?$/u;
const NO_TEXT = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @typedef {{name: string, type: string, fields: Field[]}} Field */

/**
 * @param {Field[]} fields in their order
 * @param {Record<string, any>} values texts, numbers, lists and mappings; days as texts
 * @param {string} body
 * @returns {string} the whole file
 */
export function recordText(fields, values, body = "") {
  return `---\n${mapping(fields, values, "")}---\n${body ? `\n${body}\n` : ""}`;
}

/**
 * @param {Field[]} fields
 * @param {Record<string, any>} values
 * @param {string} indent
 */
function mapping(fields, values, indent) {
  let text = "";
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined) continue;
    text += `${indent}${key(field.name)}:`;
    if (field.type === "mapping") text += `\n${mapping(field.fields, value, `${indent}  `)}`;
    else if (Array.isArray(value)) {
      for (const entry of value) text += `\n${indent}  - ${scalar(entry, field.type, `${indent}  `)}`;
      text += value.length ? "\n" : " []\n";
    } else text += ` ${scalar(value, field.type, indent)}\n`;
  }
  return text;
}

/**
 * @param {string | number} value
 * @param {string} type
 * @param {string} indent
 */
function scalar(value, type, indent) {
  if (typeof value === "number") return String(value);
  if ((type === "date" || type === "dates") && DAY.test(value)) return value;
  if (NOT_PLAIN.test(value)) return doubleQuoted(value);
  if (value.includes("\n")) return block(value, `${indent}  `);
  return PLAIN.test(value) && !NO_TEXT.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/**
 * @param {string} text of several lines
 * @param {string} indent
 */
function block(text, indent) {
  const end = /\n*$/.exec(text)?.[0].length ?? 0;
  const chomp = end === 0 ? "-" : end === 1 ? "" : "+";
  // A first line that starts with a blank would be taken for indentation.
  const depth = /^\s/.test(text) ? "2" : "";
  const lines = (end ? text.slice(0, -1) : text).split("\n");
  return `|${depth}${chomp}\n${lines.map((line) => (line ? indent + line : "")).join("\n")}`;
}

/** @param {string} text */
function doubleQuoted(text) {
  const escaped = [...text].map((character) => {
    if (character === "\\" || character === '"') return `\\${character}`;
    if (character === "\n") return "\\n";
    if (!NOT_PLAIN.test(character)) return character;
    const code = /** @type {number} */ (character.codePointAt(0));
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, "0")}`
      : `\\u${code.toString(16).padStart(4, "0")}`;
  });
  return `"${escaped.join("")}"`;
}

/** @param {string} name */
function key(name) {
  return NO_TEXT.test(name) ? `'${name}'` : name;
}
