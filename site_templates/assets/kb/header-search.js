// The best hits below the box in the header, while one types there.
// @ts-check
import { addressInSite, capitalized, counted, element } from "./dom.js";
import { SearchClient } from "./search-client.js";

const MOST = 5;
const PAUSE = 30;

/** @param {HTMLInputElement} box */
export function prepareHeaderBox(box) {
  const client = new SearchClient();
  const list = element("ul", "kb-suggest__list");
  list.id = "kb-header-hits";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Best hits");
  const status = element("p", "kb-suggest__status");
  status.setAttribute("role", "status");
  const popup = element("div", "kb-suggest", list, status);
  popup.hidden = true;
  box.after(popup);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  client.warm();

  let asked = 0;
  let chosen = -1;
  /** @type {number | undefined} */
  let waiting;

  const options = () => [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[role=option]"))];

  /** @param {boolean} isOpen */
  const open = (isOpen) => {
    popup.hidden = !isOpen;
    box.setAttribute("aria-expanded", String(isOpen && options().length > 0));
    if (!isOpen) choose(-1);
  };

  /** @param {number} at */
  const choose = (at) => {
    chosen = at;
    options().forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", options()[at].id);
  };

  const run = async () => {
    const mine = ++asked;
    const text = box.value.trim();
    if (!text) {
      open(false);
      return;
    }
    try {
      const answer = await client.search(text, {});
      if (mine !== asked) return;
      const hits = answer.hits.slice(0, MOST);
      const cards = await client.cards(hits.map((hit) => hit.entry));
      if (mine !== asked) return;
      list.replaceChildren(...cards.map(option));
      list.hidden = !cards.length;
      status.textContent = cards.length
        ? `${counted(answer.found)} found. Enter shows all.`
        : "Nothing found. Enter shows why, and how to go on.";
    } catch (error) {
      if (mine !== asked) return;
      console.warn("kb_builder: search index:", error);
      list.replaceChildren();
      list.hidden = true;
      status.textContent = "The search index could not be loaded.";
    }
    choose(-1);
    open(document.activeElement === box);
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, PAUSE);
  });
  box.addEventListener("focus", () => {
    if (box.value.trim() && popup.hidden) run();
  });
  box.addEventListener("blur", () => open(false));
  // The box keeps the focus while an option is pressed.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (option) go(/** @type {HTMLElement} */ (option), event.ctrlKey || event.metaKey);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (popup.hidden) {
      if (event.key === "ArrowDown") run();
      return;
    }
    const count = options().length;
    if (event.key === "Escape") {
      event.preventDefault();
      asked++;
      open(false);
    } else if (event.key === "ArrowDown" && count) {
      event.preventDefault();
      choose(chosen + 1 < count ? chosen + 1 : -1);
    } else if (event.key === "ArrowUp" && count) {
      event.preventDefault();
      choose(chosen < 0 ? count - 1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      go(options()[chosen], event.ctrlKey || event.metaKey);
    }
  });
  // What was typed before this module was there.
  run();
}

/**
 * @param {import("./search-client.js").Card} card
 * @param {number} at
 */
function option(card, at) {
  const facts = [card.id, card.kind === "page" ? capitalized(card.kind) : "", card.product];
  if (card.withdrawn) facts.push("Withdrawn");
  const made = element(
    "li",
    card.withdrawn ? "kb-suggest__hit kb-suggest__hit--withdrawn" : "kb-suggest__hit",
    element("span", "kb-suggest__title", card.title),
    element("span", "kb-suggest__facts", facts.filter(Boolean).join(" · ")),
  );
  made.id = `kb-header-hit-${at}`;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  made.dataset.kbHref = addressInSite(card.url);
  return made;
}

/**
 * @param {HTMLElement} option
 * @param {boolean} inNewTab
 */
function go(option, inNewTab) {
  const href = option.dataset.kbHref;
  if (!href) return;
  if (inNewTab) open(href, "_blank", "noopener");
  else location.href = href;
}
