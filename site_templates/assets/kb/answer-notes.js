// What an answer is in words: how many were found, and what became of the words of the query.
// @ts-check
import { button, counted, element, listed } from "./dom.js";

/** @typedef {import("./search-client.js").Answer} Answer */
/** @typedef {import("./search-client.js").Words} Words */

/**
 * @param {Answer} answer
 * @param {string} best the title of the first hit
 * @returns {HTMLElement[]} what is also read aloud
 */
export function statusOf({ found, words }, best) {
  const said = [element("span", "kb-search__count", found ? `${counted(found)} found.` : "Nothing found.")];
  if (best) said.push(element("span", "kb-hidden", `Best of them: ${best}.`));
  if (words.unknownCodes.length) {
    const noun = words.unknownCodes.length === 1 ? "code" : "codes";
    const codes = listed(words.unknownCodes);
    said.push(element("span", "kb-search__unknown-code", `No record has the ${noun} ${codes}.`));
  }
  if (words.unknown.length) {
    said.push(element("span", "", `In no record: ${listed(words.unknown)}.`));
  }
  return said;
}

/**
 * @param {Answer} answer
 * @param {(text: string) => void} search
 * @returns {HTMLElement[]} the other things that a reader may wonder at
 */
export function notesOf({ words, suggestion }, search) {
  const notes = [];
  const corrected = Object.entries(words.corrected);
  if (corrected.length) {
    const instead = corrected.map(([typed, word]) => `${word} for ${typed}`).join(", ");
    const note = element("li", "", `Searched ${instead}.`);
    if (suggestion) note.append(" ", button("kb-link", () => search(suggestion), "Correct the text"));
    notes.push(note);
  }
  for (const [typed, phrases] of Object.entries(words.synonyms)) {
    notes.push(element("li", "", `${typed}: also ${listed(phrases)}.`));
  }
  if (words.masked.length) {
    notes.push(element("li", "", `Ignored: ${listed(words.masked, 5)} (differ from case to case).`));
  }
  if (words.leftOut) {
    const noun = words.leftOut === 1 ? "word was" : "words were";
    const rest = `${counted(words.leftOut)} more ${noun} not searched`;
    notes.push(element("li", "", `A long text: its codes and error lines come first, ${rest}.`));
  }
  return notes;
}
