// The search page where Pagefind is the engine: its queries widened, its results shown like those of our own.
import { make } from "./dom.js";
import { at, fromAddress, hear, keepFocus, showed, shownBefore, toAddress } from "./form.js";
import { day, say } from "./words.js";

const WAIT = 150, PAGE = 10, KINDS = ["author", "topic", "series", "year"], ASKED = ["q", ...KINDS, "sort"];
const TITLES = { author: "authors", topic: "topics", series: "series", year: "years" };
const box = at("q"), status = at("status"), results = at("results"), more = at("more"), sort = at("sort");
const base = new URL("pagefind/", document.currentScript.src);
let engine = null, asked = fromAddress(ASKED), shown = shownBefore(PAGE), ticket = 0, timer = 0;

async function opened() {
  engine ??= import(new URL("pagefind.js", base).href).then(async (pagefind) => {
    await pagefind.options({ baseUrl: new URL("../..", base).pathname, excerptLength: 40 });
    await pagefind.init();
    return pagefind;
  });
  return engine;
}

// One Japanese word is looked for as a phrase first: Pagefind would take it apart and find its pieces anywhere.
async function find(query) {
  const pagefind = await opened(), text = query.normalize("NFKC").trim();
  const filters = Object.fromEntries(KINDS.filter((kind) => asked[kind]).map((kind) => [kind, asked[kind]]));
  const options = { filters, sort: asked.sort ? { date: asked.sort === "new" ? "desc" : "asc" } : {} };
  if (/[ぁ-ヿ一-鿿]/.test(text) && !/[\s"]/.test(text)) {
    const exact = await pagefind.search(`"${text}"`, options);
    if (exact.results.length) return exact;
  }
  return pagefind.search(text || null, options);
}

async function run() {
  const mine = ++ticket;
  results.setAttribute("aria-busy", "true");
  try {
    const given = asked.q || KINDS.some((kind) => asked[kind]);
    const found = given ? await find(asked.q) : { results: [], filters: {} };
    const pages = await Promise.all(found.results.slice(0, shown).map((one) => one.data()));
    if (mine !== ticket) return;
    results.replaceChildren(...pages.map(entry));
    const n = found.results.length;
    status.textContent = !given ? "" : n ? say("found", { n }) : say("nothing");
    more.hidden = n <= pages.length;
    more.textContent = say("more", { n: Math.min(PAGE, n - pages.length) });
    narrow(found.filters);
  } catch {
    if (mine === ticket) status.textContent = say("failed");
  } finally {
    if (mine === ticket) results.setAttribute("aria-busy", "false");
  }
}

// Pagefind gives its excerpts as mark-up; of that only the text and the marks are taken over.
function excerpt(markup) {
  const parsed = new DOMParser().parseFromString(markup, "text/html").body;
  return [...parsed.childNodes].map((node) => (node.nodeName === "MARK" ? make("mark", {}, node.textContent) : node.textContent));
}

function entry({ url, meta, excerpt: found }) {
  const query = asked.q ? `?q=${encodeURIComponent(asked.q)}` : "";
  return make("li", { class: "card" },
    make("p", { class: "when" }, meta.date && make("time", { datetime: meta.date }, day(meta.date))),
    make("div", {}, make("h2", {}, make("a", { href: url + query }, meta.title)), make("p", { class: "by" }, meta.authors), make("p", { class: "open" }, ...excerpt(found))));
}

function narrow(filters) {
  const button = (kind, name, n) => {
    const pressed = asked[kind] === name;
    const made = make("button", { type: "button", "data-key": `${kind} ${name}`, "aria-pressed": String(pressed) }, make("span", {}, name), make("span", { class: "n" }, String(n)));
    made.addEventListener("click", () => ask({ [kind]: pressed ? "" : name }, true));
    return make("li", {}, made);
  };
  const groups = KINDS.flatMap((kind) => {
    const chosen = asked[kind] ? { [asked[kind]]: 0 } : {}; // can be taken back even where nothing is found, as with a year of the other engine
    const first = (name) => Number(name === asked[kind]);
    const names = Object.entries({ ...chosen, ...filters[kind] }).filter(([name, n]) => n || first(name)).sort((a, b) => first(b[0]) - first(a[0]) || b[1] - a[1]);
    return names.length ? [make("section", {}, make("h2", {}, say(TITLES[kind])), make("ul", {}, ...names.slice(0, 12).map(([name, n]) => button(kind, name, n))))] : [];
  });
  keepFocus([at("facets")], () => at("facets").replaceChildren(...groups));
  at("years").hidden = true;
  at("beside").hidden = !groups.length;
  sort.value = asked.sort;
}

function ask(changes, remember) {
  asked = { ...asked, ...changes };
  shown = PAGE;
  toAddress(asked, remember);
  run();
}

function typed() {
  results.setAttribute("aria-busy", "true");
  clearTimeout(timer);
  timer = setTimeout(() => ask({ q: box.value }, false), WAIT);
}

hear({
  typed,
  sent: () => ask({ q: box.value }, true),
  ordered: (sort) => ask({ sort }, true),
  returned: () => ((asked = fromAddress(ASKED)), (box.value = asked.q), (shown = shownBefore(PAGE)), run()),
});
more.addEventListener("click", () => (showed((shown += PAGE)), run()));
box.value = asked.q;
if (Object.values(asked).some(Boolean)) run();
