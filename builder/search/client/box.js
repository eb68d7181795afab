// The search box in the head of every page: names and titles are proposed while one types (ARIA 1.2 combobox).
import { dress, make, marked, root } from "./dom.js";
import { foldWithOffsets, fold } from "./fold.js";
import { havingAll } from "./having.js";
import { parse } from "./parse.js";
import { asked, load } from "./results.js";
import { marks } from "./snippet.js";
import { Store } from "./store.js";
import { say } from "./words.js";

const WAIT = 120, TITLES = 5, NAMES = 3;
const FOLDERS = { authors: "author", topics: "topic", series: "serial" };

function combobox(input) {
  const form = input.form, list = make("ul", { id: "proposals", role: "listbox", "aria-label": say("suggestions"), hidden: true });
  const ready = open();
  let options = [], at = -1, ticket = 0, timer = 0, composing = false;
  form.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "proposals", "aria-autocomplete": "list", "aria-haspopup": "listbox" }))
    input.setAttribute(name, value);

  function show(found) {
    options = found;
    at = -1;
    list.replaceChildren(...found.map(({ kind, text, spots }, k) => {
      const option = make("li", { role: "option", id: `proposal-${k}`, "aria-selected": "false" },
        make("span", {}, ...marked(text, spots)), make("span", { class: "n" }, kind));
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => go(k));
      return option;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!!found.length));
    input.removeAttribute("aria-activedescendant");
  }

  function move(to) {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = to;
    list.children[at]?.setAttribute("aria-selected", "true");
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `proposal-${at}`);
  }

  const go = (k) => {
    const url = new URL(options[k].address, document.baseURI);
    if (url.protocol === "file:") url.pathname += "index.html"; // from a disk no server answers a folder with it
    location.assign(url);
  };

  async function propose() {
    const mine = ++ticket, query = input.value.trim();
    if (!query) return show([]);
    try {
      const found = await proposals(await ready, query);
      if (mine === ticket && document.activeElement === input) show(found);
    } catch {
      if (mine === ticket) show([]); // Enter still leads to the search page, which says what is wrong
    }
  }

  const typed = () => {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(propose, WAIT);
  };
  input.addEventListener("compositionstart", () => ((composing = true), show([])));
  input.addEventListener("compositionend", () => ((composing = false), typed()));
  input.addEventListener("input", (event) => event.isComposing || typed());
  input.addEventListener("blur", () => (clearTimeout(timer), ticket++, show([])));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const count = options.length;
    if (event.key === "ArrowDown" && !count) propose();
    else if (event.key === "ArrowDown") move(at + 1 < count ? at + 1 : -1);
    else if (event.key === "ArrowUp" && count) move(at >= 0 ? at - 1 : count - 1);
    else if (event.key === "Enter" && at >= 0) go(at);
    else if (event.key === "Escape" && count) show([]);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => composing && event.preventDefault());
  if (input.value && document.activeElement === input) typed();
}

async function open() {
  if (globalThis.rondanIndex === undefined)
    await new Promise((resolve, reject) => {
      const script = make("script", { src: `${root()}search/meta.js` });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  return new Store(root()).open(globalThis.rondanIndex);
}

async function proposals(store, query) {
  const [{ names }, answer] = await Promise.all([store.facets(), havingAll(store, parse(query))]);
  const wanted = fold(query), found = [];
  for (const [kind, folder] of Object.entries(FOLDERS))
    found.push(...names[kind].filter((row) => row.slice(1).some((name) => fold(name).includes(wanted))).slice(0, NAMES)
      .map(([id, name]) => ({ kind: say(folder), text: name, address: `${root()}${kind}/${encodeURIComponent(id)}/`, spots: spots(name, wanted) })));
  for (const { id, title } of await Promise.all(answer.hits.slice(0, TITLES).map(([number]) => load(store, answer, number))))
    found.push({ kind: say("article"), text: title, address: `${root()}articles/${id}/${asked(answer.words)}`, spots: marks(title, answer.words) });
  found.push({ kind: "", text: say("see", { q: query }), address: `${root()}search/?q=${encodeURIComponent(query)}`, spots: [] });
  return found;
}

function spots(name, wanted) {
  const folded = foldWithOffsets(name), start = folded.text.indexOf(wanted);
  return start < 0 || !wanted ? [] : [[folded.starts[start], folded.ends[start + wanted.length - 1]]];
}

dress();
for (const input of document.querySelectorAll(".find input[type=search]")) combobox(input);
