// What has been written so far, kept in this tab alone: it survives a reload, and ends with the tab,
// so that no customer's words stay behind on a shared machine.
// @ts-check
import { base } from "./dom.js";

const KEY = `kb-draft:${base.pathname}`;

/** @typedef {{kind: string, answers: Record<string, string>}} Draft */

/** @returns {Draft | undefined} */
export function readDraft() {
  try {
    const draft = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (!draft || typeof draft.kind !== "string" || typeof draft.answers !== "object") return undefined;
    const texts = Object.entries(draft.answers ?? {}).filter(([, text]) => typeof text === "string");
    return { kind: draft.kind, answers: Object.fromEntries(texts) };
  } catch {
    return undefined;
  }
}

/**
 * @param {Draft} draft
 * @returns {boolean} whether it is kept: a browser may forbid that, or the text be too long
 */
export function keepDraft(draft) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There was none.
  }
}
