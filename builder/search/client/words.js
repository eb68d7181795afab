// The words of the search page and box, in the language of the site.
const ja = {
  found: "{n}件の記事", nothing: "見つかりませんでした。", busy: "検索しています…",
  row: "この語順どおりの記事", wider: "すべての語を含む記事 {n}件を見る",
  spelling: "入力どおりの語を含む記事はありません。表記の近い「{words}」で探した結果です。",
  best: "すべての語を含む記事はありません。内容の近いものから並べています。",
  advice: "語を減らすか、別の言い方でお試しください。",
  nothingAsked: "探す語がありません。記号だけでは探せず、-\u2060語 はほかの語の結果から除くだけです。",
  more: "さらに{n}件", failed: "検索の索引を読み込めませんでした。", unfiltered: "絞り込みの一覧を読み込めませんでした。", again: "もう一度",
  offline: "この写しには、フォルダーから開いて検索するための索引が入っていません。",
  authors: "筆者", topics: "主題", series: "連載", years: "年", year: "{n}年", decade: "{n}年代", undated: "日付なし",
  remove: "{name}の条件を外す", clear: "条件をすべて外す", all: "ほか{n}",
  relevance: "関連の高い順", newest: "新しい順", oldest: "古い順",
  suggestions: "検索の候補", author: "筆者", topic: "主題", serial: "連載", article: "記事", see: "「{q}」をすべて検索",
  hits: "検索語 {k} / {n}", marked: "検索語の印", before: "前の検索語", after: "次の検索語", close: "強調を消す",
};
const en = {
  found: "{n} article|{n} articles", nothing: "Nothing was found.", busy: "Searching…",
  row: "Articles with exactly this row of words", wider: "See the {n} articles that have all the words",
  spelling: "Nothing is written like this. These have “{words}”, which is much like it.",
  best: "No article has all of these words. These come nearest.",
  advice: "Try fewer words, or other ones.",
  nothingAsked: "There is no word to look for. Signs alone find nothing, and -word only excludes from what others find.",
  more: "{n} more", failed: "The search index could not be loaded.", unfiltered: "The filters could not be loaded.", again: "Try again",
  offline: "This copy has no index for searching it from a folder.",
  authors: "Authors", topics: "Topics", series: "Series", years: "Years", year: "{n}", decade: "{n}s", undated: "Undated",
  remove: "Remove the condition {name}", clear: "Remove all", all: "{n} more",
  relevance: "Best match", newest: "Newest", oldest: "Oldest",
  suggestions: "Suggestions", author: "Author", topic: "Topic", serial: "Series", article: "Article",
  see: "Search for “{q}”",
  hits: "Hit {k} of {n}", marked: "Marked words", before: "Previous hit", after: "Next hit", close: "Remove the marks",
};

const spoken = document.documentElement.lang.startsWith("ja") ? ja : en;

export function say(key, values = {}) {
  const forms = spoken[key].split("|");
  return forms[forms.length > 1 && values.n !== 1 ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export const day = (date) => {
  if (!date) return "";
  const [year, month, dayOfMonth] = date.slice(0, 10).split("-").map(Number);
  if (spoken === ja) return `${year}年${month ? `${month}月` : ""}${dayOfMonth ? `${dayOfMonth}日` : ""}`;
  const when = new Date(Date.UTC(year, (month || 1) - 1, dayOfMonth || 1));
  const shown = { year: "numeric", timeZone: "UTC" };
  if (month) shown.month = "long";
  if (dayOfMonth) shown.day = "numeric";
  return when.toLocaleDateString("en-GB", shown);
};
