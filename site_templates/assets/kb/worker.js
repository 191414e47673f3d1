// Answers searches off the page's own thread. Messages, each with an id that its answer repeats:
// {type: "search", text, filters} gives {answer}; {type: "cards", entries} gives {cards}; either may
// give {error} instead. {type: "warm"} loads what every search needs. An answer that is `renewed` is
// from another index, where the entries have other numbers.
// @ts-check
import { search } from "./search.js";
import { Store } from "./store.js";

const store = new Store(new URL("../kb-index/", import.meta.url));

self.addEventListener("message", async ({ data }) => {
  try {
    self.postMessage({ id: data.id, ...(await answered(data)) });
  } catch (error) {
    self.postMessage({ id: data.id, error: String(error) });
  }
});

/**
 * @param {any} data
 * @returns {Promise<object>} the answer; where the site was published anew meanwhile, from the new index
 */
async function answered(data) {
  try {
    return await answer(data);
  } catch (error) {
    // Entries have other numbers there, so cards cannot be asked for once more.
    if (data.type !== "search" || !String(error).endsWith(": 404")) throw error;
    store.forget();
    return { ...(await answer(data)), renewed: true };
  }
}

/**
 * @param {any} data
 * @returns {Promise<object>}
 */
async function answer({ type, text, filters, entries }) {
  if (type === "search") return { answer: await search(store, text, filters) };
  if (type === "cards") return { cards: await store.cards(entries) };
  await store.manifest();
  return {};
}
