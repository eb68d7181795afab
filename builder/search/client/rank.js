// The order of results; whole numbers only, as builder/search/rank.py.
import { BODY, NAMES } from "./match.js";

export const BY_THE_NAMED = 8e6;
export const ALL_IN_TITLE = 4e6;
export const ALL_IN_NAMES = 2e6;
const TITLE = 800, TITLE_START = 200, IN_NAMES = 600;

export function log16(n) {
  const power = 31 - Math.clz32(n);
  return 16 * power + (Math.floor((n * 16) / 2 ** power) & 15);
}

export const rarity = (articles, having) => Math.max(16, log16(Math.floor((16 * (articles + 1)) / (having + 1))) - 48);

export const density = (times, length, average) =>
  Math.floor((2200 * times * average) / (10 * times * average + Math.floor((12 * (25 * average + 75 * length)) / 100)));

export const inOrder = (scores) => scores.sort((a, b) => b[1] - a[1] || b[0] - a[0]);

export function fields(places) {
  let title = 0, names = 0;
  for (const place of places) place < NAMES ? title++ : place < BODY && names++;
  return [places.length - title - names, title, names];
}

export function ranked(store, words) {
  if (!words.length) return [];
  const least = words.reduce((a, b) => (b.size < a.size ? b : a));
  const rarities = words.map((places) => rarity(store.size, places.size));
  const scores = [];
  for (const number of least.keys()) {
    if (!words.every((places) => places.has(number))) continue;
    const length = store.length(number);
    let score = 0, titled = 0, named = 0;
    words.forEach((all, k) => {
      const places = all.get(number), [body, title, names] = fields(places);
      score += rarities[k] * density(body, length, store.average);
      if (title) titled++, (score += rarities[k] * (TITLE + (places[0] === 0 ? TITLE_START : 0)));
      if (names) named++, (score += rarities[k] * IN_NAMES);
    });
    if (titled === words.length) score += ALL_IN_TITLE;
    if (named === words.length) score += ALL_IN_NAMES;
    scores.push([number, score]);
  }
  return inOrder(scores);
}
