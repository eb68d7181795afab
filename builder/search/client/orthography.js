// Other ways to write a Japanese word, tried where nothing has it as typed: builder/search/orthography.py tells why.
const MOST = 12, LONGEST = 12, DIGITS = "〇一二三四五六七八九", UNITS = { 十: 10, 百: 100, 千: 1000 };
const V = [["ヴァ", "バ"], ["ヴィ", "ビ"], ["ヴェ", "ベ"], ["ヴォ", "ボ"], ["ヴ", "ブ"]];
const BY_B = Object.fromEntries(V.map(([v, b]) => [b, v]));
const KANJI_NUMBER = new RegExp(`[${DIGITS}十百千]+`, "gu"), NUMBER = /(?<![0-9])[1-9][0-9]{0,3}(?![0-9])/gu;
const COMPOUND = /^(?:[一-鿿]+[いえきぎけげしせちてねびべみめりれわ]{1,2})+[一-鿿]+[ぁ-ん]{0,2}$/u;

const moved = (text, signs, by) => text.replace(signs, (sign) => String.fromCharCode(sign.charCodeAt(0) + by));

export function spellings(text) {
  if ([...text].length > LONGEST) return [];
  const katakana = moved(text, /[ぁ-ゖ]/g, 0x60), found = [katakana, moved(text, /[ァ-ヶ]/g, -0x60)];
  for (const one of [text, katakana]) found.push(withoutV(one), ...withV(one));
  found.push(inFigures(text), ...inKanji(text));
  if (COMPOUND.test(text)) found.push(text.replace(/[ぁ-ん]/g, ""));
  return [...new Set(found)].filter((one) => one !== text).slice(0, MOST);
}

const withoutV = (text) => V.reduce((left, [v, b]) => left.replaceAll(v, b), text);

function withV(text) {
  const signs = [...text], other = (sign) => BY_B[sign] ?? sign;
  const each = signs.flatMap((sign, at) => (BY_B[sign] ? [signs.with(at, BY_B[sign]).join("")] : []));
  return [signs.map(other).join(""), ...each];
}

const inFigures = (text) => text.replace(KANJI_NUMBER, value);

function value(number) {
  if (![...number].some((sign) => UNITS[sign])) return [...number].map((sign) => DIGITS.indexOf(sign)).join("");
  let total = 0, figure = 0;
  for (const sign of number)
    if (UNITS[sign]) (total += (figure || 1) * UNITS[sign]), (figure = 0);
    else figure = DIGITS.indexOf(sign);
  return String(total + figure);
}

const inKanji = (text) => [
  text.replace(NUMBER, (number) => [...number].map((figure) => DIGITS[figure]).join("")),
  text.replace(NUMBER, withUnits),
];

function withUnits(number) {
  const units = ["千", "百", "十", ""].slice(-number.length);
  return [...number].map((figure, at) =>
    figure === "0" ? "" : (figure === "1" && units[at] ? "" : DIGITS[figure]) + units[at]).join("");
}
