// The records that are most like a symptom, while it is being written.
// @ts-check
import { capitalized, element, siteLink } from "./dom.js";
import { SearchClient } from "./search-client.js";

const MOST = 3;
const PAUSE = 350;
/** Characters; fewer words find nearly everything. */
const SHORTEST = 12;
const LONGEST = 4000;

export class SimilarRecords {
  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.title = element("p", "kb-similar__title");
    this.title.setAttribute("role", "status");
    this.list = element("ul", "kb-similar__list");
    this.node = element("div", "kb-similar", this.title, this.list);
    this.node.hidden = true;
    this.client = new SearchClient();
    this.asked = 0;
    this.text = "";
    /** @type {number | undefined} */
    this.waiting = undefined;
    signal.addEventListener("abort", () => this.client.stop());
  }

  /** @param {string} text */
  ask(text) {
    if (text === this.text) return;
    this.text = text;
    clearTimeout(this.waiting);
    const mine = ++this.asked;
    this.waiting = setTimeout(() => this.run(text, mine), PAUSE);
  }

  /**
   * @param {string} text
   * @param {number} mine
   */
  async run(text, mine) {
    if (text.trim().length < SHORTEST) {
      this.node.hidden = true;
      return;
    }
    try {
      const { hits } = await this.client.search(text.slice(0, LONGEST), {});
      const near = hits.filter((hit) => hit.tier !== "any" || hit.matched.length > 2).slice(0, 2 * MOST);
      const cards = await this.client.cards(near.map((hit) => hit.entry));
      if (mine !== this.asked) return;
      this.show(cards.filter((card) => card.kind !== "page").slice(0, MOST));
    } catch (error) {
      // Writing goes on without.
      console.warn("kb_builder: similar records:", error);
      if (mine !== this.asked) return;
      this.show([]);
      this.title.textContent = "Similar records could not be looked up: check the connection.";
      this.node.hidden = false;
    }
  }

  /** @param {import("./search-client.js").Card[]} cards */
  show(cards) {
    this.node.hidden = !cards.length;
    this.title.textContent = cards.length ? "Is it one of these already?" : "";
    this.list.replaceChildren(...cards.map(item));
  }
}

/** @param {import("./search-client.js").Card} card */
function item(card) {
  const link = siteLink(card.url, "kb-similar__link", card.title);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener");
  link.append(element("span", "kb-hidden", " (opens in a new tab)"));
  const facts = element("p", "kb-list__facts");
  if (card.id) facts.append(element("span", "kb-facts__id", card.id));
  for (const fact of [capitalized(card.kind), card.product, card.status]) {
    if (fact) facts.append(element("span", "", fact));
  }
  if (card.withdrawn) facts.append(element("span", "kb-badge kb-badge--withdrawn", "Withdrawn"));
  return element("li", "", link, facts);
}
