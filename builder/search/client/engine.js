// What a query finds, in which order: the browser's side of builder/search/query.py.
import { best } from "./best.js";
import { havingAll } from "./having.js";
import { parse } from "./parse.js";
import { ranked } from "./rank.js";
import { respelt } from "./spelling.js";

export async function search(store, query, wide = false) {
  const found = await havingAll(store, parse(query), wide);
  if (found.mode !== "nothing") return found;
  const { words, places, without } = found;
  const repaired = await respelt(store, words, places);
  if (repaired.length) {
    const respelt = without(ranked(store, repaired.map(([, there]) => there)));
    if (respelt.length)
      return { mode: "spelling", hits: respelt, words: repaired.map(([word]) => word), places: repaired.map(([, p]) => p) };
  }
  const nearest = await best(store, words);
  const left = without(nearest.hits);
  return {
    mode: left.length ? "best" : "nothing", hits: left, places: nearest.places,
    words: nearest.parts.map((text) => ({ text, exact: false, open: false })),
  };
}
