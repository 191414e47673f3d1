// One hit, as it stands in the list.
// @ts-check
import { capitalized, element, listed, siteLink } from "./dom.js";
import { passage } from "./passage.js";

/** @typedef {import("./search-client.js").Hit} Hit */
/** @typedef {import("./search-client.js").Card} Card */

const PASSAGE_LENGTH = 300;

/**
 * @param {Hit} hit
 * @param {Card} card
 * @returns {HTMLElement}
 */
export function resultItem(hit, card) {
  const item = element(
    "li",
    card.withdrawn ? "kb-result kb-result--withdrawn" : "kb-result",
    element("h2", "kb-result__heading", siteLink(card.url, "kb-result__title", card.title)),
    facts(hit, card),
  );
  if (card.withdrawn) item.append(withdrawal(card));
  if (card.symptom) item.append(symptom(hit, card));
  const words = matching(hit);
  const foot = element("div", "kb-result__foot");
  if (card.resolution) foot.append(resolution(card));
  if (words) foot.append(words);
  item.append(foot);
  return item;
}

/** @returns {HTMLElement} what stands in the list where a hit will be */
export function awaitedItem() {
  const item = element("li", "kb-result kb-result--awaited");
  item.setAttribute("aria-hidden", "true");
  for (const part of ["title", "facts", "line", "line"]) {
    item.append(element("span", `kb-awaited kb-awaited--${part}`));
  }
  return item;
}

/**
 * @param {Hit} hit
 * @param {Card} card
 */
function facts(hit, card) {
  const line = element("p", "kb-list__facts");
  if (card.id) line.append(element("span", "kb-facts__id", card.id));
  const kind = card.kind === "case" && card.id ? "" : capitalized(card.kind);
  for (const fact of [kind, card.product]) if (fact) line.append(element("span", "", fact));
  if (card.status) {
    const isResolved = card.status.toLowerCase() === "resolved";
    line.append(element("span", isResolved ? "kb-fact--resolved" : "", card.status));
  }
  if (hit.tier === "signature") {
    line.append(element("span", "kb-badge kb-badge--signature", "Matches its signature"));
  }
  return line;
}

/** @param {Card} card */
function withdrawal(card) {
  const note = element("p", "kb-result__withdrawn", "Withdrawn");
  if (card.superseded_by) {
    note.append("; what holds now is ");
    note.append(
      card.superseded_url
        ? siteLink(card.superseded_url, "kb-result__successor", card.superseded_by)
        : card.superseded_by,
    );
  }
  return note;
}

/**
 * @param {Hit} hit
 * @param {Card} card
 */
function symptom(hit, card) {
  const pieces = passage(card.symptom, new Set(hit.terms), PASSAGE_LENGTH);
  return element(
    "p",
    "kb-result__symptom",
    ...pieces.map(({ text, marked }) => (marked ? element("mark", "", text) : text)),
  );
}

/** @param {Card} card */
function resolution(card) {
  return element(
    "details",
    "kb-result__resolution",
    element("summary", "", "Resolution"),
    element("p", "", card.resolution),
  );
}

/** @param {Hit} hit */
function matching(hit) {
  if (!hit.matched.length) return undefined;
  const line = element("p", "kb-result__matched", `Matched: ${listed(hit.matched)}`);
  if (hit.missing.length) {
    line.append(element("span", "kb-result__missing", `Missing: ${listed(hit.missing)}`));
  }
  return line;
}
