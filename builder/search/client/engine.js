// What a query finds, in which order: the browser's side of builder/search/query.py.
import { best } from "./best.js";
import { fold } from "./fold.js";
import { BODY, FRAGMENT, phrase, placesOf } from "./match.js";
import { parse } from "./parse.js";
import { ALL_IN_NAMES, ALL_IN_TITLE, BY_THE_NAMED, inOrder, ranked } from "./rank.js";
import { respelt } from "./spelling.js";

const PHRASE_FROM = 4;

export const search = (store, query, wide = false) => found(store, parse(query), wide);

async function found(store, words, wide) {
  const wanted = words.filter((word) => !word.excluded);
  if (!wanted.length) return { mode: "empty", hits: [], words, places: [] };
  const [places, unwanted] = await Promise.all([
    Promise.all(wanted.map((word) => placesOf(store, word))),
    Promise.all(words.filter((word) => word.excluded).map((word) => placesOf(store, word))),
  ]);
  const without = (hits) => hits.filter(([number]) => !unwanted.some((having) => having.has(number)));
  const hits = await byTheNamed(store, wanted, without(ranked(store, places)));
  if (hits.length) {
    const row = wide ? [] : await inThisRow(store, wanted, hits);
    if (row.length) return { mode: "row", hits: row, words: wanted, places, wider: hits.length };
    return { mode: "all", hits, words: wanted, places };
  }
  if (wanted.some((word) => word.acronym)) return found(store, words.map((word) => ({ ...word, acronym: word.acronym && word.excluded })), wide); // or only shouted
  const repaired = await respelt(store, wanted, places);
  if (repaired.length) {
    const respelt = without(ranked(store, repaired.map(([, there]) => there)));
    if (respelt.length)
      return { mode: "spelling", hits: respelt, words: repaired.map(([word]) => word), places: repaired.map(([, p]) => p) };
  }
  const nearest = await best(store, wanted);
  const left = without(nearest.hits);
  return {
    mode: left.length ? "best" : "nothing", hits: left, places: nearest.places,
    words: nearest.parts.map((text) => ({ text, exact: false, open: false })),
  };
}

// The hits, those first that are by an author of whose name the words are the whole.
async function byTheNamed(store, words, hits) {
  if (!(hits[0]?.[1] >= ALL_IN_TITLE) || !hits.some(([, score]) => score >= ALL_IN_NAMES && score < ALL_IN_TITLE)) return hits;
  const whole = (text) => text.replaceAll(" ", ""), name = whole(words.map((word) => word.text).join(""));
  const { names: { authors }, columns } = await store.facets();
  const named = new Set(authors.flatMap(([, ...names], at) => (names.some((one) => whole(fold(one)) === name) ? [at] : [])));
  const by = (number) => columns.authors[store.ordinals.get(number)].some((at) => named.has(at));
  return inOrder(hits.map(([number, score]) => [number, score + BY_THE_NAMED * by(number)]));
}

async function inThisRow(store, words, hits) {
  if (words.length < PHRASE_FROM || hits.length < 2) return [];
  const having = await phrase(store, words.map((word) => word.text).join(" "), true);
  const row = hits.filter(([number]) => having.has(number));
  return row.length < hits.length ? row : [];
}

// The fragment of an article that has most of the words: most different ones, then most at all, then the first.
export function bestFragment(places, number) {
  const different = new Map(), all = new Map();
  for (const word of places) {
    const seen = new Set();
    for (const place of word.get(number) ?? []) {
      if (place < BODY) continue;
      const fragment = Math.floor((place - BODY) / FRAGMENT);
      all.set(fragment, (all.get(fragment) ?? 0) + 1);
      if (!seen.has(fragment)) different.set(fragment, (different.get(fragment) ?? 0) + 1);
      seen.add(fragment);
    }
  }
  let found = 0, most = [0, 0];
  for (const fragment of [...all.keys()].sort((a, b) => a - b)) {
    const here = [different.get(fragment), all.get(fragment)];
    if (here[0] > most[0] || (here[0] === most[0] && here[1] > most[1])) (most = here), (found = fragment);
  }
  return found;
}
