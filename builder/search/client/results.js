// One result, as an entry of a list like the other lists of the site.
import { marked, make, root } from "./dom.js";
import { BODY, FRAGMENT } from "./match.js";
import { marks, snippet } from "./snippet.js";
import { day, say } from "./words.js";

const JAPANESE_TEXT = /[ぁ-ヿ一-鿿]/;

// What is put behind an article's address, so that its page knows what to mark.
export const asked = (words) =>
  words.length ? "?q=" + encodeURIComponent(words.map(({ text, exact, acronym }) => (exact ? `"${text}"` : acronym ? text.toUpperCase() : text)).join(" ")) : "";

export const load = (store, answer, number) => store.fragment(number, bestFragment(answer.places, number));

export function entry(found, answer) {
  const { id, title, subtitle, authors, date, topics, series, text } = found;
  const shown = snippet(text, answer.words);
  const language = JAPANESE_TEXT.test(title + text) ? "ja" : "en";
  const link = make("a", { href: `${root()}articles/${id}/${asked(answer.words)}` }, ...marked(title, marks(title, answer.words)));
  const about = [authors, series, topics].filter(Boolean).flatMap((part) => [make("span", {}, ...marked(part, marks(part, answer.words))), " "]);
  const lines = [shown.cut[0] ? "…" : "", ...marked(shown.text, shown.marks), shown.cut[1] ? "…" : ""];
  return make("li", { class: "card" },
    make("p", { class: "when" }, date && make("time", { datetime: date }, day(date))),
    make("div", { lang: document.documentElement.lang.startsWith(language) ? null : language },
      make("h2", {}, link),
      subtitle && make("p", { class: "sub" }, ...marked(subtitle, marks(subtitle, answer.words))),
      make("p", { class: "by" }, ...about),
      shown.text && make("p", { class: "open" }, ...lines)));
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
