// Where the words of a query occur: Maps of article number to positions. As builder/search/match.py.
import { familyOfPair, plan, RUN_END } from "./cover.js";
import { isWord, KATAKANA } from "./fold.js";
import { codeOf } from "./keys.js";
import { numberOf, positionOf } from "./store.js";
import { stem } from "./stem.js";

export const NAMES = 512;
export const BODY = 2048;
export const FRAGMENT = 512;
const PAGE = 10, IN_TITLE = 2, IN_NAMES = 1;
const LONG_END = new RegExp(`[${KATAKANA}]{2,}ー$`, "u");

export async function placesOf(store, word) {
  const { text, exact, open, acronym } = word;
  if (isWord(text)) return grouped(await wordPlaces(store, text, exact, open, acronym));
  const found = phrase(store, text, open);
  if (exact || !LONG_END.test(text)) return found;
  const short = text.slice(0, -1);
  const both = united(...(await Promise.all([found, phrase(store, short + RUN_END)])));
  return both.size ? both : phrase(store, short);
}

export async function phrase(store, text, open = false) {
  if (text.length === 1) return signs(store, text.charCodeAt(0));
  const needed = plan(text);
  const rows = await Promise.all([
    ...needed.pairs.map(async ([place, pair]) => [place, await store.code(familyOfPair(pair), pair)]),
    ...needed.words.map(async ([place, word]) => {
      const goesOn = open && place + word.length === text.length;
      return [place, await wordPlaces(store, word, !goesOn, goesOn)];
    }),
  ]);
  const lonely = await Promise.all(needed.signs.map((unit) => signs(store, unit)));
  let found = rows.length ? grouped(together(rows)) : lonely[0] ?? new Map();
  for (const having of lonely) found = new Map([...found].filter(([number]) => having.has(number)));
  return found;
}

function together(rows) {
  rows.sort((a, b) => a[1].length - b[1].length);
  const [first, least] = rows[0];
  let starts = least.filter((occurrence) => positionOf(occurrence) >= first).map((occurrence) => occurrence - first);
  for (const [place, other] of rows.slice(1)) {
    let k = 0;
    starts = starts.filter((start) => {
      while (k < other.length && other[k] - place < start) k++;
      return k < other.length && other[k] - place === start;
    });
  }
  return starts;
}

async function signs(store, unit) {
  const found = new Map();
  for (const occurrence of await store.code("c", codeOf(unit))) {
    const value = positionOf(occurrence), places = [];
    if ((value >> 8) & IN_TITLE) places.push(0);
    if ((value >> 8) & IN_NAMES) places.push(NAMES);
    places.push(BODY + (value & 255) * FRAGMENT);
    found.set(numberOf(occurrence), places);
  }
  return found;
}

async function wordPlaces(store, word, exact, open, acronym) {
  if (exact) return inOrder(await store.words(word, (name) => name === word));
  const form = acronym ? (name) => name : stem, root = acronym ? word + "s" : stem(word);
  const found = inOrder(await store.words(acronym ? word : beginning(word, root), (name) => name === word || form(name) === root));
  if (!open || word.length < 2 || new Set(found.map(numberOf)).size >= PAGE) return found;
  return [...new Set([...found, ...inOrder(await store.words(word, () => true))])].sort((a, b) => a - b);
}

function beginning(word, root) {
  let same = 0;
  while (same < Math.min(word.length, root.length) && word[same] === root[same]) same++;
  return word.length < 3 ? word : word.slice(0, Math.max(2, same - 1));
}

const inOrder = (lists) => (lists.length === 1 ? lists[0] : lists.flat().sort((a, b) => a - b));

function grouped(occurrences) {
  const places = new Map();
  for (const occurrence of occurrences) {
    const number = numberOf(occurrence), there = places.get(number);
    if (there) there.push(positionOf(occurrence));
    else places.set(number, [positionOf(occurrence)]);
  }
  return places;
}

export function united(one, other) {
  const all = new Map(one);
  for (const [number, places] of other)
    all.set(number, all.has(number) ? [...new Set([...all.get(number), ...places])].sort((a, b) => a - b) : places);
  return all;
}
