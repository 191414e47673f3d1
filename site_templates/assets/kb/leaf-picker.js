// A box that offers the leaves of the root cause tree: words in any order narrow them down.
// @ts-check
import { element } from "./dom.js";

const MOST = 60;

/** @typedef {import("./conditions.js").Topic} Topic */
/** @typedef {{name: string, above: string, full: string, description: string, words: string}} Leaf */

/**
 * @param {Topic[]} topics
 * @param {string[]} above
 * @returns {Leaf[]} the topics that a record may choose, in the order of the tree
 */
export function leavesOf(topics, above = []) {
  return topics.flatMap((topic) => {
    if (topic.replaced_by) return [];
    const path = [...above, topic.name];
    if (topic.topics) return leavesOf(topic.topics, path);
    const description = topic.description ?? "";
    const full = path.join(" > ");
    const words = `${full} ${description}`.toLowerCase();
    return [{ name: topic.name, above: above.join(" › "), full, description, words }];
  });
}

/**
 * @param {Leaf[]} leaves
 * @param {string} typed
 * @returns {Leaf[]} those that have all its words; those with them in their name first
 */
function leavesFor(leaves, typed) {
  const words = typed.toLowerCase().split(/[\s>]+/).filter(Boolean);
  const found = leaves.filter((leaf) => words.every((word) => leaf.words.includes(word)));
  const inName = (/** @type {Leaf} */ leaf) => words.some((word) => leaf.name.toLowerCase().includes(word));
  return [...found.filter(inName), ...found.filter((leaf) => !inName(leaf))];
}

/**
 * @param {HTMLInputElement} box
 * @param {Leaf[]} leaves
 * @returns {HTMLElement} the list, to stand behind the box
 */
export function leafPicker(box, leaves) {
  const list = element("ul", "kb-leaves");
  list.id = `${box.id}-leaves`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Root causes");
  list.hidden = true;
  const none = element("p", "kb-leaves__none");
  none.setAttribute("role", "status");
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.autocomplete = "off";
  let chosen = -1;

  const options = () => [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[role=option]"))];

  /** @param {number} at */
  const choose = (at) => {
    chosen = at;
    options().forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else {
      box.setAttribute("aria-activedescendant", options()[at].id);
      options()[at].scrollIntoView({ block: "nearest" });
    }
  };

  const close = () => {
    list.hidden = true;
    none.textContent = "";
    box.setAttribute("aria-expanded", "false");
    choose(-1);
  };

  /** @param {string} typed */
  const open = (typed) => {
    const found = leavesFor(leaves, typed);
    list.replaceChildren(...found.slice(0, MOST).map((leaf, at) => option(leaf, `${list.id}-${at}`)));
    list.hidden = !found.length;
    none.textContent = found.length ? "" : "No root cause has these words.";
    box.setAttribute("aria-expanded", String(found.length > 0));
    choose(-1);
  };

  /** @param {HTMLElement} option */
  const take = (option) => {
    box.value = option.dataset.kbValue ?? "";
    close();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  };

  box.addEventListener("input", (event) => {
    if (event.isTrusted) open(box.value);
  });
  box.addEventListener("click", () => {
    if (list.hidden) open(isLeaf(leaves, box.value) ? "" : box.value);
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open(isLeaf(leaves, box.value) ? "" : box.value);
      const { length } = options();
      const step = key === "ArrowDown" ? 1 : -1;
      if (length) choose(chosen < 0 && step < 0 ? length - 1 : (chosen + step + length) % length);
    } else if (key === "Enter" && !list.hidden) {
      event.preventDefault();
      const only = options().length === 1 ? options()[0] : undefined;
      const option = options()[chosen] ?? only;
      if (option) take(option);
    } else if (key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  // The box keeps the focus while an option is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (option) take(/** @type {HTMLElement} */ (option));
  });
  return element("div", "kb-leaves__frame", list, none);
}

/**
 * @param {Leaf[]} leaves
 * @param {string} text
 */
function isLeaf(leaves, text) {
  return leaves.some((leaf) => leaf.full === text.trim());
}

/**
 * @param {Leaf} leaf
 * @param {string} id
 */
function option(leaf, id) {
  const made = element(
    "li",
    "kb-leaf",
    element("span", "kb-leaf__path", leaf.above),
    element("span", "kb-leaf__name", leaf.name),
  );
  if (leaf.description) made.append(element("span", "kb-leaf__description", leaf.description));
  made.id = id;
  made.dataset.kbValue = leaf.full;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  return made;
}
