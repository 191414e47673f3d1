// What hits can be narrowed to: beside the list, or above it where there is no room beside it.
// @ts-check
import { button, capitalized, counted, element } from "./dom.js";
import { FILTERS } from "./search-address.js";

/** @typedef {import("./search-client.js").Count} Count */
/** @typedef {{name: string, path: string, count: number, below: Topic[]}} Topic */

const FACETS = /** @type {const} */ (["product", "root_cause", "status", "kind", "year"]);
const SEPARATOR = " > ";
/** How many values a facet shows, and how many levels a tree, before it is asked for more. */
const MOST_SHOWN = 8;
const LEVELS_SHOWN = 2;

const besides = matchMedia("(min-width: 60em)");

export class FilterPanel {
  /**
   * @param {HTMLElement} panel
   * @param {(name: string, value: string) => void} choose with an empty value where none is chosen
   * @param {AbortSignal} signal
   */
  constructor(panel, choose, signal) {
    this.panel = panel;
    this.choose = choose;
    /** @type {Set<string>} facets shown whole, and topics unfolded */
    this.unfolded = new Set();
    /** @type {{facets: Record<string, Count[]>, filters: Record<string, string>}} */
    this.last = { facets: {}, filters: {} };
    this.facets = new Map(FACETS.map((name) => [name, this.facet(name)]));
    panel.append(...[...this.facets.values()].map(({ section }) => section));
    this.arrange();
    besides.addEventListener("change", () => this.arrange(), { signal });
    document.addEventListener(
      "click",
      ({ target }) => {
        if (!besides.matches && !panel.contains(/** @type {Node} */ (target))) this.close();
      },
      { signal },
    );
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || besides.matches) return;
      const open = panel.querySelector("[aria-expanded=true].kb-facet__name");
      this.close();
      /** @type {HTMLElement | null} */ (open)?.focus();
    });
  }

  /**
   * @param {Record<string, Count[]>} facets
   * @param {Record<string, string>} filters
   */
  show(facets, filters) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.kbKey;
    let isEmpty = true;
    for (const [name, { section, heading, body }] of this.facets) {
      const chosen = filters[name] ?? "";
      const counts = facets[name] ?? [];
      const says = counts.length > 1 || Boolean(chosen);
      section.hidden = !says;
      isEmpty &&= !says;
      section.classList.toggle("kb-facet--chosen", Boolean(chosen));
      heading.replaceChildren(FILTERS[name]);
      if (!says) continue;
      body.replaceChildren(
        name === "root_cause"
          ? this.tree(topics(withChosen(counts, chosen)), chosen, 1)
          : this.values(name, withChosen(counts, chosen), chosen),
      );
    }
    this.panel.hidden = isEmpty;
    this.last = { facets, filters };
    if (focused) {
      const keyed = /** @type {NodeListOf<HTMLElement>} */ (this.panel.querySelectorAll("[data-kb-key]"));
      [...keyed].find((one) => one.dataset.kbKey === focused)?.focus();
    }
  }

  clear() {
    this.show({}, {});
  }

  close() {
    if (!besides.matches) for (const facet of this.facets.values()) unfold(facet, false);
  }

  /** Beside the list everything is open; above it are menus, of which one is open at most. */
  arrange() {
    for (const facet of this.facets.values()) unfold(facet, besides.matches);
  }

  /** @param {typeof FACETS[number]} name */
  facet(name) {
    const body = element("div", "kb-facet__body");
    body.id = `kb-facet-${name}`;
    body.setAttribute("role", "group");
    body.setAttribute("aria-label", FILTERS[name]);
    const heading = button("kb-facet__name", () => {
      const isOpen = heading.getAttribute("aria-expanded") === "true";
      this.close();
      unfold(facet, !isOpen);
    });
    heading.setAttribute("aria-controls", body.id);
    const section = element("section", "kb-facet", element("h2", "", heading), body);
    const facet = { section, heading, body };
    return facet;
  }

  /**
   * @param {string} name
   * @param {Count[]} counts
   * @param {string} chosen
   */
  values(name, counts, chosen) {
    const isWhole = this.unfolded.has(name) || counts.length <= MOST_SHOWN + 1;
    const named = isWhole ? counts : counts.filter((one, at) => at < MOST_SHOWN || one.value === chosen);
    const list = element("ul", "kb-facet__values");
    for (const { value, count } of named) {
      const [, label] = shown(name, value);
      list.append(element("li", "", this.value(name, value, label, count, chosen)));
    }
    if (!isWhole) list.append(element("li", "", this.rest(name, `All ${counted(counts.length)}`)));
    return list;
  }

  /**
   * @param {Topic[]} level
   * @param {string} chosen
   * @param {number} depth
   * @returns {HTMLElement}
   */
  tree(level, chosen, depth) {
    const list = element("ul", "kb-facet__values");
    const isWhole = depth > 1 || this.unfolded.has("root_cause") || level.length <= MOST_SHOWN + 1;
    for (const topic of isWhole ? level : level.slice(0, MOST_SHOWN)) {
      const item = element("li", "", this.value("root_cause", topic.path, topic.name, topic.count, chosen));
      if (topic.below.length) {
        const isAbove = `${chosen}${SEPARATOR}`.startsWith(`${topic.path}${SEPARATOR}`);
        const isOpen = depth < LEVELS_SHOWN || isAbove || this.unfolded.has(topic.path);
        if (depth >= LEVELS_SHOWN) item.prepend(this.twig(topic, isOpen));
        if (isOpen) item.append(this.tree(topic.below, chosen, depth + 1));
      }
      list.append(item);
    }
    if (!isWhole) list.append(element("li", "", this.rest("root_cause", `All ${counted(level.length)}`)));
    return list;
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {string} label
   * @param {number} count
   * @param {string} chosen
   */
  value(name, value, label, count, chosen) {
    const isChosen = value === chosen;
    const made = button(
      "kb-facet__value",
      () => {
        this.close();
        this.choose(name, isChosen ? "" : value);
      },
      element("span", "kb-facet__label", label),
      " ",
      element("span", "kb-count", counted(count)),
    );
    made.setAttribute("aria-pressed", String(isChosen));
    made.dataset.kbKey = `${name}:${value}`;
    return made;
  }

  /**
   * @param {Topic} topic
   * @param {boolean} isOpen
   */
  twig(topic, isOpen) {
    const made = button("kb-facet__twig", () => this.toggle(topic.path, !isOpen));
    made.setAttribute("aria-expanded", String(isOpen));
    made.setAttribute("aria-label", `Topics under ${topic.name}`);
    made.dataset.kbKey = `twig:${topic.path}`;
    return made;
  }

  /**
   * @param {string} name
   * @param {string} label
   */
  rest(name, label) {
    return button("kb-facet__rest", () => this.toggle(name, true), label);
  }

  /**
   * @param {string} key
   * @param {boolean} isOpen
   */
  toggle(key, isOpen) {
    if (isOpen) this.unfolded.add(key);
    else this.unfolded.delete(key);
    this.show(this.last.facets, this.last.filters);
  }
}

/**
 * The filters that are on, each to be taken off.
 * @param {Record<string, string>} filters
 * @param {(names: string[]) => void} remove
 * @returns {HTMLElement[]}
 */
export function filterChips(filters, remove) {
  const names = Object.keys(filters);
  const chips = names.map((name) => chip(...shown(name, filters[name]), () => remove([name])));
  if (names.length > 1) {
    chips.push(element("li", "", button("kb-chips__all", () => remove(names), "Remove all filters")));
  }
  return chips;
}

/**
 * @param {string} name
 * @param {string} value
 * @returns {[string, string]} what a filter and its value are called on the page
 */
export function shown(name, value) {
  const label = FILTERS[/** @type {keyof typeof FILTERS} */ (name)] ?? name;
  return [label, name === "kind" ? capitalized(value) : value];
}

/**
 * @param {string} label
 * @param {string} value
 * @param {() => void} remove
 * @returns {HTMLElement}
 */
export function chip(label, value, remove) {
  const made = button("kb-chip kb-chip--on", remove, element("span", "kb-chip__label", `${label}:`), ` ${value} `);
  const cross = element("span", "kb-chip__remove", "×");
  cross.setAttribute("aria-hidden", "true");
  made.append(cross);
  made.setAttribute("aria-label", `Remove ${label}: ${value}`);
  return element("li", "", made);
}

/**
 * @param {{section: HTMLElement, heading: HTMLElement, body: HTMLElement}} facet
 * @param {boolean} isOpen
 */
function unfold({ heading, body }, isOpen) {
  heading.setAttribute("aria-expanded", String(isOpen));
  body.hidden = !isOpen;
}

/**
 * @param {Count[]} counts
 * @param {string} chosen
 * @returns {Count[]} with the chosen value among them, though no hit has it
 */
function withChosen(counts, chosen) {
  const isThere = !chosen || counts.some(({ value }) => value === chosen);
  return isThere ? counts : [...counts, { value: chosen, count: 0 }];
}

/**
 * @param {Count[]} counts of whole paths
 * @returns {Topic[]}
 */
function topics(counts) {
  /** @type {Topic[]} */
  const top = [];
  /** @type {Map<string, Topic>} */
  const byPath = new Map();
  const widestFirst = [...counts].sort(
    (a, b) => a.value.split(SEPARATOR).length - b.value.split(SEPARATOR).length,
  );
  for (const { value, count } of widestFirst) {
    const parts = value.split(SEPARATOR);
    const name = /** @type {string} */ (parts.pop());
    const topic = { name, path: value, count, below: [] };
    byPath.set(value, topic);
    (byPath.get(parts.join(SEPARATOR))?.below ?? top).push(topic);
  }
  return top;
}
