// What our pages do in the browser: the search page, the search boxes, and the keys that lead there.
// @ts-check
import { base, button, element } from "./dom.js";
import { readAddress, writeAddress } from "./search-address.js";
import { keepLongTextOutOfAddress, prepareBox } from "./search-box.js";

/** Ends what the page before had set up. */
let leaving = new AbortController();

function prepare() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  letTablesScroll(document);
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-kb-search-page]"));
  for (const box of document.querySelectorAll("textarea[data-kb-grow]")) {
    prepareBox(/** @type {HTMLTextAreaElement} */ (box));
  }
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (
    document.querySelectorAll("form.kb-search[action]")
  )) {
    form.action = new URL("search/", base).href;
    keepLongTextOutOfAddress(form);
  }
  if (page) prepareSearch(page, signal);
  const form = /** @type {HTMLElement | null} */ (document.querySelector("[data-kb-write]"));
  if (form) prepareForm(form, signal);
  prepareHeader();
}

/**
 * @param {HTMLElement} page
 * @param {AbortSignal} signal
 */
async function prepareSearch(page, signal) {
  const loading = import("./search-page.js");
  const starting = import("./search-client.js").then(({ SearchClient }) => {
    // The index is loaded while the rest of the page is.
    const client = new SearchClient();
    client.warm();
    return client;
  });
  try {
    const [{ SearchPage }, client] = await Promise.all([loading, starting]);
    if (signal.aborted) client.stop();
    else new SearchPage(page, client, signal);
  } catch (error) {
    if (!signal.aborted) sayNotLoaded(page, error);
  }
}

/**
 * A script that could not be loaded is asked for again only when the whole page is.
 * @param {HTMLElement} page
 * @param {unknown} error
 */
function sayNotLoaded(page, error) {
  console.warn("kb_builder: search:", error);
  const box = /** @type {HTMLTextAreaElement} */ (page.querySelector("textarea"));
  const { text, filters } = readAddress();
  box.value ||= text;
  box.dispatchEvent(new Event("kb-set"));
  const keep = () => writeAddress({ text: box.value.trim(), filters }, false);
  const again = () => {
    keep();
    location.reload();
  };
  keep();
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    again();
  });
  const message = "The search could not be loaded. Check the connection and search again.";
  page.querySelector("[data-kb-status]")?.replaceChildren(element("span", "kb-search__error", message));
  page.querySelector("[data-kb-message]")?.replaceChildren(button("kb-button", again, "Search again"));
}

/**
 * @param {HTMLElement} page
 * @param {AbortSignal} signal
 */
async function prepareForm(page, signal) {
  const data = /** @type {HTMLTemplateElement} */ (document.querySelector("[data-kb-write-data]"));
  try {
    const { WritePage } = await import("./write-page.js");
    if (!signal.aborted) new WritePage(page, JSON.parse(data.content.textContent ?? ""), signal);
  } catch (error) {
    if (signal.aborted) return;
    console.warn("kb_builder: form:", error);
    const message = "The form could not be loaded. Check the connection and load the page again.";
    page.before(element("p", "kb-search__error", message));
  }
}

/** Searching in the header begins with the first focus of its box. */
function prepareHeader() {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("#kb-header-query"));
  if (!box || box.dataset.kbReady) return;
  box.dataset.kbReady = "yes";
  const start = async () => {
    try {
      const { prepareHeaderBox } = await import("./header-search.js");
      prepareHeaderBox(box);
    } catch (error) {
      // Enter leads to the search page all the same.
      console.warn("kb_builder: search:", error);
    }
  };
  if (document.activeElement === box) start();
  else box.addEventListener("focus", start, { once: true });
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
if (changes?.subscribe) changes.subscribe(prepare);
else prepare();
