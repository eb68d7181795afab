// The lines of a result that show why it was found, as builder/search/snippet.py.
import { foldWithOffsets, isWord, LETTERS } from "./fold.js";
import { stem } from "./stem.js";

const ROOM = 130, LEAD = 30; // in full-width signs
const WORDS = new RegExp(`[${LETTERS}]+`, "gu");
const SENTENCE = /[^\n]*?(?:[。！？][」』）)\]”’"]*|[.!?]["”’)\]]*(?= )|(?=\n)|$)/gu;

// Offsets [start, end, which word] of the words in a text, in order, none inside another.
export function marks(text, words) {
  const folded = foldWithOffsets(text), found = [];
  words.forEach((word, which) => {
    for (const [start, end] of isWord(word.text) ? letters(folded.text, word) : runs(folded.text, word))
      if (end > start) found.push([folded.starts[start], folded.ends[end - 1], which]);
  });
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept = [];
  for (const mark of found) if (!kept.length || mark[0] >= kept.at(-1)[1]) kept.push(mark);
  return kept;
}

function* runs(text, word) {
  const wanted = !word.exact && /[ァ-ヺー]{2,}ー$/u.test(word.text) ? word.text.slice(0, -1) : word.text;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const long = wanted !== word.text && text[at + wanted.length] === "ー" ? 1 : 0;
    yield [at, at + wanted.length + long];
  }
}

function* letters(text, { text: wanted, exact, open, acronym }) {
  const form = acronym ? (name) => name : stem, root = acronym ? wanted + "s" : stem(wanted);
  for (const match of text.matchAll(WORDS)) {
    const name = match[0];
    if (name === wanted || (!exact && (form(name) === root || (open && name.startsWith(wanted)))))
      yield [match.index, match.index + name.length];
  }
}

const wide = (text) => [...text].reduce((sum, c) => sum + (c > "\u2e7f" ? 1 : 0.5), 0);

// The window of a text, whole sentences where they fit, with most of the words: { text, marks, cut: [before, after] }.
export function snippet(text, words) {
  const found = marks(text, words);
  const sentences = [...text.matchAll(SENTENCE)].filter((m) => m[0].trim()).map((m) => [m.index, m.index + m[0].length]);
  let best = null;
  for (let k = 0; k < sentences.length; k++) {
    const start = sentences[k][0];
    let end = sentences[k][1], next = k + 1;
    while (next < sentences.length && wide(text.slice(start, sentences[next][1])) <= ROOM) end = sentences[next++][1];
    const inside = found.filter((mark) => mark[0] >= start && mark[1] <= end);
    const worth = [new Set(inside.map((mark) => mark[2])).size, inside.length];
    if (!best || worth[0] > best.worth[0] || (worth[0] === best.worth[0] && worth[1] > best.worth[1]))
      best = { start, end, inside, worth };
  }
  if (!best) return { text: "", marks: [], cut: [false, false] };
  let { start, end, inside } = best;
  if (wide(text.slice(start, end)) > ROOM) {
    const first = inside[0]?.[0] ?? start;
    const from = first - start > LEAD * 2 ? first - LEAD : start;
    let to = from;
    for (let room = ROOM; to < end && room > 0; to++) room -= wide(text[to]);
    inside = inside.filter((mark) => mark[0] >= from && mark[1] <= to);
    return cutOut(text, from, to, inside, [from > start, to < end]);
  }
  return cutOut(text, start, end, inside, [false, false]);
}

// What stands for a line's end, one sign as it is: nothing to see after a Japanese sentence, else a blank.
const lineEnd = (before) => ("。！？…」』）】".includes(before ?? " ") ? "\u200b" : before > "\u2e7f" ? "\u3000" : " ");

function cutOut(text, start, end, inside, cut) {
  while (start < end && /\s/.test(text[start])) start++;
  return {
    text: text.slice(start, end).replace(/\n/g, (_, at, all) => lineEnd(all[at - 1])), cut,
    marks: inside.map(([from, to]) => [from - start, to - start]),
  };
}
