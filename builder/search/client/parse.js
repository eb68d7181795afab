// A query taken apart, as builder/search/parse.py does it.
import { charClass, fold, JAPANESE } from "./fold.js";

const LONGEST = 300, MOST = 24;
const PART = /([-－−]?)(?:["“”]([^"“”]*)["“”]|「([^」]*)」|『([^』]*)』|([^\s"“”「」『』]+))/gu;
const ACRONYM = /^[A-Z]{2,}$/;
const HAS_JAPANESE = charClass(JAPANESE);

export function parse(query) {
  const found = [], signs = [...query];
  for (const [, minus, straight, corner, double, plain] of signs.slice(0, LONGEST).join("").matchAll(PART)) {
    const quoted = straight || corner || double;
    const text = fold((quoted || plain || "").replaceAll("\n", " "));
    if (!text) continue;
    const parts = quoted || !HAS_JAPANESE.test(text) ? [text] : text.split(" ");
    const acronym = !quoted && ACRONYM.test(plain.normalize("NFKC"));
    for (const part of parts) found.push({ text: part, exact: !!quoted, excluded: !!minus, acronym });
  }
  const ended = /\s$/u.test(query);
  return found.slice(0, MOST).map((word, at) => ({ ...word, open: at === found.length - 1 && !word.exact && !ended }));
}
