// Which pairs prove that a phrase stands in a text, as builder/search/cover.py chooses them.
import { charClass, GRAM, KANA, LETTERS } from "./fold.js";
import { codeOf, halves } from "./keys.js";

const IS_GRAM = charClass(GRAM), IS_KANA = charClass(KANA), IS_LETTER = charClass(LETTERS);
export const RUN_END = "$";
const COST = { k: 2, m: 3, h: 4 };

export const isSign = (unit) => (unit >= 0xd800 && unit < 0xe000) || IS_GRAM.test(String.fromCharCode(unit));
const pairCode = (text, at) => codeOf(text.charCodeAt(at), text.charCodeAt(at + 1));

export function familyOfPair(pair) {
  const units = halves(pair), [first, second] = units.map((unit) => String.fromCharCode(unit));
  const a = isSign(units[0]), b = isSign(units[1]) || second === RUN_END;
  if (!(a || b) || !(a || IS_LETTER.test(first)) || !(b || IS_LETTER.test(second))) return "";
  return "kmh"[IS_KANA.test(first) + IS_KANA.test(second)];
}

export function plan(text) {
  const signs = Array.from({ length: text.length }, (_, k) => isSign(text.charCodeAt(k)) || text[k] === RUN_END);
  const needed = { pairs: [], words: [], signs: [] };
  for (let at = 0, end; at < text.length; at = end) {
    end = at + 1;
    if (signs[at]) {
      while (end < text.length && signs[end]) end++;
      const run = cover(text, at, end);
      needed.pairs.push(...run);
      if (!run.length) needed.signs.push(text.charCodeAt(at));
    } else if (text[at] !== " ") {
      while (end < text.length && !signs[end] && text[end] !== " ") end++;
      needed.words.push([at, text.slice(at, end)]);
    }
  }
  return needed;
}

function cover(text, start, stop) {
  const first = start && text[start - 1] !== " " ? start - 1 : start;
  const last = stop < text.length && text[stop] !== " " ? stop - 1 : stop - 2;
  const cost = [0, ...Array(stop - start).fill(Infinity)], via = [];
  for (let at = first; at <= last; at++) {
    const pair = pairCode(text, at), price = COST[familyOfPair(pair)], reached = Math.min(at + 2, stop) - start;
    for (let before = Math.max(at - start, 0); before <= Math.min(at + 1, stop - 1) - start; before++)
      if (cost[before] + price < cost[reached]) {
        cost[reached] = cost[before] + price;
        via[reached] = [before, at, pair];
      }
  }
  if (cost.at(-1) === Infinity) return [];
  const chosen = [];
  for (let at = stop - start; at; at = via[at][0]) chosen.unshift(via[at].slice(1));
  return chosen;
}
