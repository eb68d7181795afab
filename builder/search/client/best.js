// Articles nearest to a query of which none has all words, as builder/search/best.py.
import { charClass, IDEOGRAPHS, isWord, KANA, KATAKANA, LETTERS } from "./fold.js";
import { BODY, FRAGMENT, phrase, placesOf } from "./match.js";
import { density, fields, inOrder, rarity } from "./rank.js";

const MOST_PARTS = 24, SHOWN = 30, TITLE = 50, NAMES = 50, TOGETHER = 400;
const RUN = new RegExp(`[${LETTERS}]+|[0-9]+|[${KATAKANA}]+|[^\\s${LETTERS}0-9${KATAKANA}${KANA}]+[${KANA}]?`, "gu");
const IDEOGRAPH = charClass(IDEOGRAPHS);
const TAIL = new RegExp(`(?<=[^])[${KANA}]$`, "u");

function partsOf(words) {
  let found = new Set();
  const pairs = (run) => {
    const signs = [...run];
    for (let at = 0; at + 1 < signs.length; at++) found.add(signs[at] + signs[at + 1]);
  };
  for (const word of words)
    for (const [whole] of word.text.matchAll(RUN)) {
      let run = whole.replace(TAIL, "");
      if ([...run].length === 1) run = whole;
      if ([...run].length > 1) found.add(run);
      if ([...run].length > 2 && !isWord(run[0])) pairs(run);
    }
  if (!found.size) for (const word of words) pairs(word.text);
  return [...found].slice(0, MOST_PARTS);
}

export async function best(store, words) {
  const parts = partsOf(words), found = await nearest(store, parts);
  if (found.hits.length) return found;
  const signs = new Set(words.flatMap((word) => [...word.text]).filter((sign) => IDEOGRAPH.test(sign)));
  return nearest(store, [...signs].slice(0, MOST_PARTS));
}

async function nearest(store, parts) {
  const scores = new Map(), together = new Map();
  const all = await Promise.all(parts.map((text) => (isWord(text) ? placesOf(store, { text }) : phrase(store, text))));
  for (const places of all) {
    const rare = rarity(store.size, places.size);
    for (const [number, there] of places) {
      const [body, title, names] = fields(there);
      const worth = density(body, store.length(number), store.average) + TITLE * (title > 0) + NAMES * (names > 0);
      scores.set(number, (scores.get(number) ?? 0) + rare * worth);
      if (!together.has(number)) together.set(number, new Map());
      const sums = together.get(number);
      for (const fragment of new Set(there.filter((p) => p >= BODY).map((p) => Math.floor(p / FRAGMENT))))
        sums.set(fragment, (sums.get(fragment) ?? 0) + rare);
    }
  }
  const total = ([number, score]) => [number, score + TOGETHER * Math.max(0, ...together.get(number).values())];
  return { hits: inOrder([...scores].map(total)).slice(0, SHOWN), places: all, parts };
}
