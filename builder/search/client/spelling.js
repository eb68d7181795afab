// Words that may have been meant, as builder/search/spelling.py.
import { phrase, placesOf, united } from "./match.js";
import { spellings } from "./orthography.js";

const LONG = 8, LIKE = 6, REPAIRABLE = /^[a-z ]{4,}$/;

export async function respelt(store, words, places) {
  const found = await Promise.all(words.map(async (word, k) => {
    if (places[k].size || word.exact) return [word, places[k]];
    const others = (await meant(store, word.text)).map((text) => ({ ...word, text, open: false }));
    const each = await Promise.all(others.map((other) => placesOf(store, other)));
    return [others.find((_, at) => each[at].size) ?? word, each.reduce(united, new Map())];
  }));
  return found.some(([, there], k) => there.size && !places[k].size) ? found : [];
}

async function meant(store, text) {
  if (!REPAIRABLE.test(text)) return spellings(text);
  if (text.includes(" ")) return [text.replaceAll(" ", "")];
  const parts = await parted(store, text);
  return parts.length ? parts : similar(store, text);
}

// A word in two, the first of them known, that stand side by side somewhere.
async function parted(store, word) {
  const first = (await store.vocabulary(word[0])).filter((name) => word.startsWith(name) && name !== word);
  const texts = first.map((name) => `${name} ${word.slice(name.length)}`);
  const there = await Promise.all(texts.map((text) => phrase(store, text)));
  return texts.filter((_, k) => there[k].size);
}

async function similar(store, word) {
  const limit = word.length >= LONG ? 2 : 1;
  let nearest = limit + 1, found = [];
  for (const letter of [...new Set([word[0], word[1]])].sort())
    for (const name of await store.vocabulary(letter)) {
      const slips = distance(word, name, Math.min(limit, nearest));
      if (slips < nearest) (nearest = slips), (found = []);
      if (slips === nearest && slips <= limit) found.push(name);
    }
  return found.sort().slice(0, LIKE);
}

export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let last, before = [], row = Array.from({ length: other.length + 1 }, (_, k) => k);
  for (let i = 1; i <= one.length; i++) {
    [last, before, row] = [before, row, [i]];
    for (let j = 1; j <= other.length; j++) {
      let slips = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        slips = Math.min(slips, last[j - 2] + 1);
      row.push(slips);
    }
    if (Math.min(...row) > limit) return limit + 1;
  }
  return row.at(-1);
}
