// Folding, as builder/text/fold.py does it; FACTS is generated from builder/data/fold.json.
import { FACTS } from "./facts.js";

const { kana, katakana, ideographs, digits, letters } = FACTS.classes;
export const JAPANESE = kana + katakana + ideographs;
export const GRAM = JAPANESE + digits;
const WORD_SIGN = new RegExp(`[${GRAM}${letters}・\n]`, "u");
const CLUSTER = new RegExp(`[^][${FACTS.marks}${FACTS.unseen}]*`, "gu");
const UNSEEN = new RegExp(`[${FACTS.unseen}]`, "gu");
const TWO_JAPANESE = new RegExp(`^[${JAPANESE}]{2}$`, "u");
const TWO_KATAKANA = new RegExp(`^[${katakana}]{2}$`, "u");
const { commas, digits: figures } = FACTS.thousands;
const THOUSANDS = new RegExp(`(?<=[${figures}])[${commas}](?=[${figures}]{3}(?![${figures}]))`, "gu");
const PAIRS = new Map(FACTS.pairs.split(" ").map((pair) => [...pair]));
const clusters = new Map();

const ALL_LETTERS = new RegExp(`^[${letters}]+$`, "u");
export const isWord = (text) => ALL_LETTERS.test(text);
export const charClass = (inside) => new RegExp(`[${inside}]`, "u");
export const IDEOGRAPHS = ideographs;
export const KANA = kana;
export const KATAKANA = katakana;
export const LETTERS = letters;

function cluster(text) {
  let folded = clusters.get(text);
  if (folded === undefined) {
    const blank = (c) => /^[\s\x1c-\x1f\x85]$/.test(c), seen = text.replace(UNSEEN, "");
    if (seen === "\n" || !seen) folded = seen;
    else if ([...seen].every(blank)) folded = " ";
    else {
      folded = seen.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
      folded = [...folded].map((c) => PAIRS.get(c) ?? c)
        .map((c) => (WORD_SIGN.test(c) ? c : blank(c) ? " " : "|")).join("");
    }
    clusters.set(text, folded);
  }
  return folded;
}

// Folded text, with the offsets in the original where each of its UTF-16 units starts and ends.
export function foldWithOffsets(text) {
  let plain = "";
  const from = [], to = [], silent = new Set(Array.from(text.matchAll(THOUSANDS), (comma) => comma.index));
  for (const match of text.matchAll(CLUSTER)) {
    const folded = silent.has(match.index) ? "" : cluster(match[0]);
    plain += folded;
    for (let k = 0; k < folded.length; k++) from.push(match.index), to.push(match.index + match[0].length);
  }
  let folded = "", at = 0;
  const starts = [], ends = [];
  const copy = (stop) => {
    folded += plain.slice(at, stop);
    for (; at < stop; at++) starts.push(from[at]), ends.push(to[at]);
  };
  for (const run of plain.matchAll(/[ |・]+/g)) {
    copy(run.index);
    at = run.index + run[0].length;
    if (stays(run[0], plain.slice(0, run.index), plain.slice(at))) {
      folded += " ";
      starts.push(from[run.index]), ends.push(to[at - 1]);
    }
  }
  copy(plain.length);
  return { text: folded, starts, ends };
}

function stays(run, head, tail) {
  const before = lastSign(head), after = tail ? String.fromCodePoint(tail.codePointAt(0)) : "";
  if (!before || !after || before === "\n" || after === "\n") return false;
  if (!run.trim() && TWO_JAPANESE.test(before + after)) return false;
  return !(run === "・" && TWO_KATAKANA.test(before + after));
}

function lastSign(text) {
  const unit = text.charCodeAt(text.length - 1);
  return text.slice(unit >= 0xdc00 && unit < 0xe000 ? -2 : -1);
}

export const fold = (text) => foldWithOffsets(text).text;
