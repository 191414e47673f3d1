// Markdown with everything hidden that is not prose: the twin of `kb_builder/check/markdown/prose.py`.
// @ts-check

/** Stands for each character of code: no text of a record holds it. */
export const CODE = "\0";

const MARKER = String.raw`(?:[-*+]|\p{Nd}{1,9}[.)])[ \t]+`;
const ITEM = new RegExp(`^[ \\t>]*${MARKER}`, "u");
const FENCE = new RegExp(`^[ \\t>]*(?:${MARKER})*(\`{3,}(?=[^\`]*$)|~{3,})`, "u");
const BLOCK_END = new RegExp(String.raw`\n[ \t>]*(?=\n|${MARKER}|#|\|)`, "gu");

/**
 * @param {string} text
 * @returns {string} the text with code replaced by CODE and comments by blanks, all else where it was
 */
export function prose(text) {
  return hideInline(hideBlocks(text));
}

/** @typedef {{start: number, end: number, isFenced: boolean}} Block lines, the end excluded */

/**
 * @param {string[]} lines
 * @returns {Block[]}
 */
function codeBlocks(lines) {
  /** @type {Block[]} */
  const found = [];
  let fence = "";
  let start = 0;
  /** @type {number[]} the columns at which the text of the items around the line starts */
  const items = [];
  let mayBeCode = true;
  lines.forEach((line, number) => {
    if (fence) {
      const closing = line.replace(/^[ \t>]+|[ \t>]+$/g, "");
      if (closing.length >= fence.length && [...closing].every((c) => c === fence[0])) {
        found.push({ start, end: number, isFenced: true });
        fence = "";
        mayBeCode = true;
      }
      return;
    }
    if (!line.trim()) {
      mayBeCode = true;
      return;
    }
    const expanded = expandTabs(line);
    const indent = expanded.length - expanded.trimStart().length;
    const item = ITEM.exec(expanded);
    if (mayBeCode || item) while (items.length && indent < items[items.length - 1]) items.pop();
    if (mayBeCode && indent >= (items[items.length - 1] ?? 0) + 4) {
      const last = found[found.length - 1];
      if (last && !last.isFenced && last.end === number) last.end++;
      else found.push({ start: number, end: number + 1, isFenced: false });
      return;
    }
    mayBeCode = false;
    if (item) items.push(item[0].length);
    const opening = FENCE.exec(line);
    if (opening) {
      fence = opening[1];
      start = number + 1;
    }
  });
  if (fence) found.push({ start, end: lines.length, isFenced: true });
  return found;
}

/** @param {string} text */
function hideBlocks(text) {
  const lines = text.split("\n");
  for (const { start, end, isFenced } of codeBlocks([...lines])) {
    for (let at = start; at < end; at++) lines[at] = hidden(lines[at]);
    if (!isFenced) continue;
    for (const at of [start - 1, end]) if (at < lines.length) lines[at] = lines[at].replace(/./gu, " ");
  }
  return lines.join("\n");
}

/** @param {string} text */
function hideInline(text) {
  /** @type {Map<number, number[]>} */
  const runs = new Map();
  for (const run of text.matchAll(/`+/g)) {
    const { length } = run[0];
    if (!runs.has(length)) runs.set(length, []);
    runs.get(length)?.push(run.index);
  }
  for (const starts of runs.values()) starts.reverse();
  const ends = [...[...text.matchAll(BLOCK_END)].map((end) => end.index), text.length].reverse();
  const token = /\\[\s\S]|(`+)|<!--/g;
  let shown = "";
  let done = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const at = token.lastIndex;
    let end = at;
    let instead = "";
    if (found[1]) {
      const closing = firstFrom(runs.get(found[1].length) ?? [], at);
      const block = firstFrom(ends, at) ?? text.length;
      if (closing === undefined || closing > block) continue;
      end = closing + found[1].length;
      instead = hidden(text.slice(found.index, end));
    } else if (found[0] === "<!--") {
      const close = text.indexOf("-->", at);
      end = close < 0 ? text.length : close + 3;
      instead = text.slice(found.index, end).replace(/\S/gu, " ");
    } else continue;
    shown += text.slice(done, found.index) + instead;
    token.lastIndex = done = end;
  }
  return shown + text.slice(done);
}

/**
 * @param {number[]} places from the last to the first; those before `at` are taken off
 * @param {number} at
 * @returns {number | undefined}
 */
function firstFrom(places, at) {
  while (places.length && places[places.length - 1] < at) places.pop();
  return places[places.length - 1];
}

/** @param {string} text */
function hidden(text) {
  return text.replace(/\S/gu, CODE);
}

/** @param {string} line */
function expandTabs(line) {
  let made = "";
  for (const character of line) {
    made += character === "\t" ? " ".repeat(4 - (made.length % 4)) : character;
  }
  return made;
}
