// The search page: what is asked stands in the address, and the page shows what it finds.
import { make, root } from "./dom.js";
import { search } from "./engine.js";
import { Filters } from "./filters.js";
import { at, fromAddress, hear, keepFocus, showed, shownBefore, toAddress } from "./form.js";
import { chart, chips, lists } from "./panel.js";
import { entry, load } from "./results.js";
import { Store } from "./store.js";
import { say } from "./words.js";

const WAIT = 90, PAGE = 10;
const ASKED = ["q", "author", "topic", "series", "year", "sort", "wide"];

const page = {
  box: at("q"), status: at("status"), note: at("note"), results: at("results"), more: at("more"),
  chips: at("chips"), facets: at("facets"), years: at("years"), sort: at("sort"), beside: at("beside"),
};
const store = new Store(root());
const opened = store.open(globalThis.rondanIndex ?? "");
let asked = fromAddress(ASKED), shown = shownBefore(PAGE), ticket = 0, timer = 0;

function ask(changes, remember) {
  asked = { ...asked, ...changes };
  shown = PAGE;
  toAddress(asked, remember);
  return run();
}

const choose = (changes) => ask(changes, true);

async function run() {
  clearTimeout(timer);
  const mine = ++ticket, current = () => mine === ticket;
  page.results.setAttribute("aria-busy", "true");
  document.title = [asked.q, document.title.split(" ― ").at(-1)].filter(Boolean).join(" ― ");
  const slow = setTimeout(() => current() && (page.status.textContent = say("busy")), 400);
  try {
    await opened;
    const conditions = ["author", "topic", "series", "year"].some((kind) => asked[kind]);
    let answer = await search(store, asked.q, !!asked.wide);
    if (answer.mode === "empty" && conditions)
      answer = { ...answer, mode: "all", words: [], hits: store.numbers.map((number) => [number, 0]).reverse() };
    if (!current()) return;
    const filters = conditions ? new Filters(store, await store.facets()) : null;
    const hits = sorted(filters ? filters.left(answer.hits, asked) : answer.hits);
    const entries = await Promise.all(hits.slice(0, shown).map(([number]) => load(store, answer, number)));
    if (!current()) return;
    clearTimeout(slow);
    page.results.replaceChildren(...entries.map((found) => entry(found, answer)));
    page.results.setAttribute("aria-busy", "false"); // the filters may come later
    tell(answer, hits);
    const rest = hits.length - entries.length;
    page.more.hidden = rest <= 0;
    page.more.textContent = say("more", { n: Math.min(rest, PAGE) });
    const known = filters ?? new Filters(store, await store.facets());
    if (current()) narrow(known, answer);
  } catch (error) {
    if (current()) failed(error);
  } finally {
    clearTimeout(slow);
    if (current()) page.results.setAttribute("aria-busy", "false");
  }
}

function sorted(hits) {
  if (asked.sort === "new") return [...hits].sort((a, b) => b[0] - a[0]);
  return asked.sort === "old" ? [...hits].sort((a, b) => a[0] - b[0]) : hits;
}

function tell(answer, hits) {
  const n = hits.length;
  page.status.textContent = answer.mode === "empty" ? "" : n ? say("found", { n }) : say("nothing");
  const words = answer.words.map((word) => word.text).join(" ");
  const notes = {
    row: say("row"), spelling: say("spelling", { words }), best: say("best"), nothing: say("advice"),
    empty: asked.q.trim() ? say("nothingAsked") : "",
  };
  page.note.replaceChildren(notes[n || ["nothing", "empty"].includes(answer.mode) ? answer.mode : ""] ?? "");
  if (answer.mode === "row") {
    const wider = make("button", { type: "button" }, say("wider", { n: answer.wider }));
    wider.addEventListener("click", () => choose({ wide: "1" }));
    page.note.append(" ", wider);
  }
  page.note.hidden = !page.note.textContent;
}

function narrow(filters, answer) {
  keepFocus([page.chips, page.years, page.facets], () => {
    chips(page.chips, filters, asked, choose);
    lists(page.facets, filters, answer.hits, asked, choose);
    chart(page.years, filters, answer.hits, asked, choose);
  });
  page.beside.hidden = !answer.hits.length;
  page.sort.value = asked.sort;
}

function failed(error) {
  const again = make("button", { type: "button" }, say("again"));
  again.addEventListener("click", run);
  page.note.hidden = false;
  if (page.results.getAttribute("aria-busy") === "false") return page.note.append(" ", say("unfiltered"), " ", again); // all but the filters is there
  page.results.replaceChildren();
  page.more.hidden = page.beside.hidden = true;
  page.status.textContent = error.message === "offline" ? say("offline") : say("failed");
  page.note.replaceChildren(again);
}

function typed() {
  page.results.setAttribute("aria-busy", "true");
  clearTimeout(timer);
  // A word that comes at once, pasted or converted, is not waited for; letter by letter it is.
  const letter = Math.abs(page.box.value.length - asked.q.length) < 2;
  const go = () => ask({ q: page.box.value, wide: "" }, false);
  if (letter) timer = setTimeout(go, WAIT);
  else go();
}

hear({
  typed,
  sent: () => ask({ q: page.box.value, wide: "" }, true),
  ordered: (sort) => choose({ sort }),
  returned() {
    asked = fromAddress(ASKED);
    page.box.value = asked.q;
    shown = shownBefore(PAGE);
    run();
  },
});
page.more.addEventListener("click", async () => {
  const first = page.results.children.length;
  showed((shown += PAGE));
  await run();
  page.results.children[first]?.querySelector("a").focus();
});

page.box.value = asked.q;
if (Object.values(asked).some(Boolean)) run();
else page.box.focus();
