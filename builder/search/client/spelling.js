// Words that may have been meant, as builder/search/spelling.py.
import { placesOf, united } from "./match.js";

const SHORTEST = 4, LONG = 8, MOST = 6;

export async function respelt(store, words, places) {
  let repaired = false;
  const found = [];
  for (const [k, word] of words.entries()) {
    if (places[k].size || word.exact || word.text.length < SHORTEST || !/^[a-z ]+$/.test(word.text)) {
      found.push([word, places[k]]);
      continue;
    }
    const names = word.text.includes(" ") ? [word.text.replaceAll(" ", "")] : await similar(store, word.text);
    const each = await Promise.all(names.map((text) => placesOf(store, { ...word, text, open: false })));
    const meant = each.reduce(united, new Map());
    repaired ||= meant.size > 0;
    found.push([meant.size ? { ...word, text: names[0], open: false } : word, meant]);
  }
  return repaired ? found : [];
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
  return found.sort().slice(0, MOST);
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
