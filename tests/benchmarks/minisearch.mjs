// MiniSearch as its README sets it up, with OR: reads records and queries as JSON from standard
// input, and writes the numbers of the best records, and microseconds of CPU.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";

const { documents, queries, depth } = JSON.parse(readFileSync(0, "utf8"));

function cpu() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

const start = cpu();
const index = new MiniSearch({
  fields: ["title", "rest"],
  searchOptions: { combineWith: "OR", fuzzy: 0.2, prefix: true, boost: { title: 2 } },
});
index.addAll(documents);
const made = cpu();
const answers = queries.map((query) => index.search(query).slice(0, depth).map(({ id }) => id));
const asked = cpu();
process.stdout.write(JSON.stringify({ answers, indexing: made - start, asking: asked - made }));
