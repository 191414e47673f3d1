// Answers searches off the page's own thread. Messages, each with an id that its answer repeats:
// {type: "search", text, filters} gives {answer}; {type: "cards", entries} gives {cards}; either may
// give {error} instead. {type: "warm"} loads what every search needs.
// @ts-check
import { search } from "./search.js";
import { Store } from "./store.js";

const store = new Store(new URL("../kb-index/", import.meta.url));

self.addEventListener("message", async ({ data }) => {
  const { id, type } = data;
  try {
    if (type === "search") self.postMessage({ id, answer: await search(store, data.text, data.filters) });
    else if (type === "cards") self.postMessage({ id, cards: await store.cards(data.entries) });
    else if (type === "warm") await store.manifest();
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
