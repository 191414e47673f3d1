// A box for a text of any length: it grows with what is pasted, and Enter sends it.
// @ts-check
import { handOver, LONGEST_TEXT } from "./search-address.js";

const HIGHEST = 240;

/** @param {HTMLTextAreaElement} box */
export function prepareBox(box) {
  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 2, HIGHEST)}px`;
  };
  box.addEventListener("input", grow);
  box.addEventListener("kb-set", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      box.form?.requestSubmit();
    }
  });
  if (matchMedia("(pointer: fine)").matches) box.focus({ preventScroll: true });
}

/** @param {HTMLFormElement} form that leads to the search page by its address */
export function keepLongTextOutOfAddress(form) {
  form.addEventListener("submit", (event) => {
    const box = /** @type {HTMLTextAreaElement | HTMLInputElement} */ (form.elements.namedItem("q"));
    if (box.value.trim().length <= LONGEST_TEXT) return;
    event.preventDefault();
    handOver(box.value.trim());
    location.href = form.action;
  });
}
