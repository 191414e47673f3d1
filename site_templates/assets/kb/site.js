// What our pages do in the browser: the search page, the search boxes, and the keys that lead there.
// @ts-check
import { Index } from "./search.js";

const base = new URL("../../", import.meta.url);
const index = new Index(new URL("assets/kb-index/", base));

/** @param {ParentNode} root */
function prepare(root) {
  for (const box of root.querySelectorAll("textarea[data-kb-grow]")) {
    prepareBox(/** @type {HTMLTextAreaElement} */ (box));
  }
  letTablesScroll(root);
  const results = root.querySelector("[data-kb-results]");
  if (results) prepareSearchPage(/** @type {HTMLOListElement} */ (results));
}

/** @param {ParentNode} root whose wide tables take the focus, to be scrolled with the keyboard */
function letTablesScroll(root) {
  // Material puts its scrolling frame around a table while it prepares the page.
  requestAnimationFrame(() => {
    for (const frame of root.querySelectorAll(".md-typeset__scrollwrap")) {
      frame.setAttribute("tabindex", "0");
      frame.setAttribute("role", "group");
      frame.setAttribute("aria-label", "table");
    }
  });
}

/** @param {HTMLTextAreaElement} box that grows with a pasted text, and is sent by Enter */
function prepareBox(box) {
  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 2, 240)}px`;
  };
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      box.form?.requestSubmit();
    }
  });
  if (matchMedia("(pointer: fine)").matches) box.focus({ preventScroll: true });
}

/** @param {HTMLOListElement} results */
function prepareSearchPage(results) {
  const box = /** @type {HTMLTextAreaElement} */ (document.querySelector(".kb-search--page textarea"));
  const form = /** @type {HTMLFormElement} */ (box.form);
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-kb-status]"));
  const unasked = status.textContent ?? "";
  let asked = 0;
  /** @type {number | undefined} */
  let waiting;

  const run = async () => {
    const text = box.value.trim();
    const mine = ++asked;
    const url = new URL(location.href);
    if (text) url.searchParams.set("q", text);
    else url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
    if (!text) {
      results.replaceChildren();
      status.textContent = unasked;
      return;
    }
    try {
      const answer = await index.search(text);
      if (mine === asked) show(answer, results, status);
    } catch (error) {
      if (mine !== asked) return;
      results.replaceChildren();
      status.textContent =
        "The search index could not be loaded. Check the connection and search again.";
      console.warn("kb_builder: search index:", error);
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 80);
  });
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  if (box.value) {
    box.dispatchEvent(new Event("input"));
  }
}

/**
 * @param {import("./search.js").Hits} answer
 * @param {HTMLOListElement} results
 * @param {HTMLElement} status
 */
function show(answer, results, status) {
  results.replaceChildren(...answer.hits.map(item));
  const count =
    answer.found === 0
      ? "Nothing has any of these words."
      : `${answer.found} found${answer.found > answer.hits.length ? `, the best ${answer.hits.length} shown` : ""}.`;
  const unknown = answer.unknown.length ? ` Not in any record: ${answer.unknown.join(", ")}.` : "";
  status.textContent = count + unknown;
}

/**
 * @param {import("./search.js").Hit} hit
 * @returns {HTMLElement}
 */
function item({ card, matched }) {
  const facts = [card.id, card.kind === "page" ? "Page" : "", card.product, card.status];
  if (card.withdrawn) facts.push("Withdrawn");
  const link = element("a", "kb-result__title", card.title);
  link.setAttribute("href", new URL(card.url, base).href);
  const body = element("p", "kb-result__symptom");
  body.append(...marked(card.symptom, matched));
  const parts = [
    link,
    element("p", "kb-list__facts", ...facts.filter(Boolean).map((fact) => element("span", "", fact))),
    body,
  ];
  if (card.resolution) {
    parts.push(
      element(
        "details",
        "kb-result__resolution",
        element("summary", "", "Resolution"),
        element("p", "", card.resolution),
      ),
    );
  }
  const words = [...new Set(matched)];
  if (words.length) parts.push(element("p", "kb-result__matched", `Matched: ${words.join(", ")}`));
  return element("li", card.withdrawn ? "kb-result kb-result--withdrawn" : "kb-result", ...parts);
}

/**
 * @param {string} text
 * @param {string[]} words
 * @returns {Array<string | HTMLElement>} the text, with the words marked
 */
function marked(text, words) {
  if (!words.length) return [text];
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return text.split(pattern).map((part, at) => (at % 2 ? element("mark", "", part) : part));
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {...(string | Node)} children
 * @returns {HTMLElement}
 */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const typing = target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" || event.key === "s") {
    const boxes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-kb-focus]"));
    const box = [...boxes].find((one) => one.offsetParent !== null);
    if (box) {
      event.preventDefault();
      box.focus();
    }
  }
});

// Material replaces the page's content where its instant navigation is on, and says so here.
const changes = /** @type {any} */ (window).document$;
if (changes?.subscribe) changes.subscribe(() => prepare(document));
else prepare(document);
