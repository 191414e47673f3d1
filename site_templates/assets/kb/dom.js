// Making elements, and addresses within the site. Text is only ever set as text.
// @ts-check

/** The site's root; this file is at `assets/kb/` below it. */
export const base = new URL("../../", import.meta.url);

/**
 * @param {string} tag
 * @param {string} className
 * @param {...(string | Node)} children
 * @returns {HTMLElement}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} className
 * @param {() => void} pressed
 * @param {...(string | Node)} children
 * @returns {HTMLButtonElement}
 */
export function button(className, pressed, ...children) {
  const made = /** @type {HTMLButtonElement} */ (element("button", className, ...children));
  made.type = "button";
  made.addEventListener("click", pressed);
  return made;
}

/**
 * @param {string} url as the index gives it, relative to the site's root
 * @returns {string} the whole address; empty where it would lead out of the site
 */
export function addressInSite(url) {
  if (!url || /^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(url)) return "";
  const { href } = new URL(url, base);
  return href.startsWith(base.href) ? href : "";
}

/**
 * @param {string} url
 * @param {string} className
 * @param {...(string | Node)} children
 * @returns {HTMLElement} a link, without a target where that would lead out of the site
 */
export function siteLink(url, className, ...children) {
  const made = element("a", className, ...children);
  const href = addressInSite(url);
  if (href) made.setAttribute("href", href);
  return made;
}

/** @param {number} value */
export function counted(value) {
  return value.toLocaleString("en");
}

/**
 * @param {string[]} words
 * @param {number} most how many of them are named
 * @returns {string}
 */
export function listed(words, most = 8) {
  const more = words.length - most;
  return more > 1
    ? `${words.slice(0, most).join(", ")} and ${counted(more)} more`
    : words.join(", ");
}

/** @param {string} word */
export function capitalized(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
