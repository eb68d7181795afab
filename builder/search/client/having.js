// The articles that have all words of a query, which is all that the box proposes: the beginning of builder/search/query.py.
import { fold } from "./fold.js";
import { phrase, placesOf } from "./match.js";
import { ALL_IN_NAMES, ALL_IN_TITLE, BY_THE_NAMED, inOrder, ranked } from "./rank.js";

const PHRASE_FROM = 4;

// Where there are none, the mode is nothing, and `without` takes what is excluded from other hits.
export async function havingAll(store, words, wide = false) {
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
  if (wanted.some((word) => word.acronym)) // or only shouted
    return havingAll(store, words.map((word) => ({ ...word, acronym: word.acronym && word.excluded })), wide);
  return { mode: "nothing", hits, words: wanted, places, without };
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
