// English stems: the Porter2 algorithm, line by line as in builder/search/stem.py.
const WHOLE = new Map(("skis:ski skies:sky dying:die lying:lie tying:tie vying:vie idly:idl gently:gentl ugly:ugli " +
  "early:earli only:onli singly:singl sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes " +
  "inning:inning outing:outing canning:canning herring:herring earring:earring proceed:proceed exceed:exceed " +
  "succeed:succeed").split(" ").map((pair) => pair.split(":")));
const byLength = (rules) =>
  rules.split(" ").map((rule) => rule.split(":")).sort((a, b) => b[0].length - a[0].length);
const SUFFIXES_2 = byLength("ational:ate tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize " +
  "ation:ate ator:ate alism:al aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble " +
  "bli:ble ogist:og ogi:og fulli:ful lessli:less li:");
const SUFFIXES_3 = byLength("ational:ate tional:tion alize:al icate:ic iciti:ic ical:ic ful: ness: ative:");
const SUFFIXES_4 = byLength("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion");
const SHORT_END = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/;
const VOWEL = /[aeiouy]/;
const stems = new Map();

export function stem(word) {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  let found = stems.get(word);
  if (found === undefined) stems.set(word, (found = WHOLE.get(word) ?? stemOf(word)));
  return found;
}

function stemOf(word) {
  let w = word.replace(/(?<=[aeiouy])y|^y/g, "Y");
  const start = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(w);
  const r1 = start ? start[0].length : region(w, 0), r2 = region(w, r1);
  if (w.endsWith("sses")) w = w.slice(0, -2);
  else if (/ie[ds]$/.test(w)) w = w.slice(0, w.length > 4 ? -2 : -1);
  else if (/[^us]s$/.test(w) && VOWEL.test(w.slice(0, -2))) w = w.slice(0, -1);
  const match = /(eedly|eed|ingly|edly|ing|ed)$/.exec(w);
  if (match) {
    const left = w.slice(0, match.index);
    if (match[1].startsWith("ee")) w = match.index >= r1 ? left + "ee" : w;
    else if (VOWEL.test(left)) w = mended(left, r1);
  }
  w = w.replace(/(?<=.[^aeiouy])[yY]$/, "i");
  w = replaced(w, SUFFIXES_2, (old, at) =>
    at >= r1 && (old === "li" ? /[cdeghkmnrt]/.test(w[at - 1] ?? "") : old !== "ogi" || w[at - 1] === "l"));
  w = replaced(w, SUFFIXES_3, (old, at) => at >= r1 && (old !== "ative" || at >= r2));
  w = replaced(w, SUFFIXES_4, (old, at) => at >= r2 && (old !== "ion" || /[st]/.test(w[at - 1] ?? "")));
  const at = w.length - 1;
  if ((w.endsWith("e") && (at >= r2 || (at >= r1 && !SHORT_END.test(w.slice(0, at))))) || (w.endsWith("ll") && at >= r2))
    w = w.slice(0, at);
  return w.replaceAll("Y", "y");
}

function region(w, start) {
  const found = /[aeiouy][^aeiouy]/.exec(w.slice(start));
  return found ? start + found.index + 2 : w.length;
}

function mended(w, r1) {
  if (/(?:at|bl|iz)$/.test(w)) return w + "e";
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w) && !/^[aeo].{2}$/.test(w)) return w.slice(0, -1);
  return r1 >= w.length && SHORT_END.test(w) ? w + "e" : w;
}

function replaced(w, rules, holds) {
  for (const [old, put = ""] of rules)
    if (w.endsWith(old)) {
      const at = w.length - old.length;
      return holds(old, at) ? w.slice(0, at) + put : w;
    }
  return w;
}
