// The filters as the reader sees them: conditions that can be removed, lists with counts, a chart of years.
import { make } from "./dom.js";
import { KINDS } from "./filters.js";
import { say } from "./words.js";

const TITLES = { author: "authors", topic: "topics", series: "series" };
const FEW = 6;
const ROOM = 20; // years; where there are more, decades come first

const told = (year) => (year === "none" ? say("undated") : year.length === 3 ? say("decade", { n: `${year}0` }) : say("year", { n: year }));

export function chips(place, filters, chosen, choose) {
  const kinds = [...KINDS, "year"].filter((kind) => chosen[kind]);
  const chip = (kind) => {
    const name = kind === "year" ? told(chosen.year) : filters.nameOf(kind, chosen[kind]);
    const button = make("button", { type: "button", "data-key": kind, "aria-label": say("remove", { name }) }, name, make("span", { "aria-hidden": "true" }, " ×"));
    button.addEventListener("click", () => choose({ [kind]: "" }));
    return make("li", {}, button);
  };
  const clear = make("button", { type: "button", class: "clear" }, say("clear"));
  clear.addEventListener("click", () => choose({ author: "", topic: "", series: "", year: "" }));
  place.replaceChildren(...kinds.map(chip), ...(kinds.length > 1 ? [make("li", {}, clear)] : []));
  place.hidden = !kinds.length;
}

export function lists(place, filters, hits, chosen, choose) {
  const open = new Set([...place.querySelectorAll("details[open]")].map((details) => details.dataset.kind));
  place.replaceChildren(...KINDS.flatMap((kind) => {
    const counts = filters.counts(filters.left(hits, chosen, kind), kind);
    if (!counts.length) return [];
    const items = counts.slice(0, 60).map(([id, name, n]) => choice(kind, id, name, n, chosen, choose));
    const rest = items.slice(FEW);
    const group = make("section", {}, make("h2", {}, say(TITLES[kind])), make("ul", {}, ...items.slice(0, FEW)));
    if (rest.length)
      group.append(make("details", { "data-kind": kind, open: open.has(kind) },
        make("summary", { "data-key": kind }, say("all", { n: rest.length })), make("ul", {}, ...rest)));
    return [group];
  }));
}

function choice(kind, id, name, n, chosen, choose, bar, back = "") {
  const pressed = chosen[kind] === id;
  const button = make("button", { type: "button", "data-key": `${kind} ${id}`, "aria-pressed": String(pressed) },
    make("span", {}, name), " ", bar, make("span", { class: "n" }, String(n)));
  button.addEventListener("click", () => choose({ [kind]: pressed ? back : id }));
  return make("li", {}, button);
}

export function chart(place, filters, hits, chosen, choose) {
  const all = filters.years(filters.left(hits, chosen, "year")), long = all.length > ROOM;
  const decade = long && /^\d{3,4}$/.test(chosen.year) ? chosen.year.slice(0, 3) : "";
  const rows = !long ? all : decade ? all.filter(([year]) => year.startsWith(decade)) : decades(all);
  const most = Math.max(...rows.map(([, n]) => n));
  place.hidden = rows.length < 2 && !decade;
  place.replaceChildren(make("h2", {}, say("years")), make("ol", {}, ...rows.map(([year, n]) => {
    const bar = make("span", { class: "bar" });
    bar.style.width = `${(100 * n) / most}%`; // set by script, which the policy allows
    return choice("year", year, told(year), n, chosen, choose, make("span", { class: "room" }, bar), decade);
  })));
}

function decades(years) {
  const sums = new Map();
  for (const [year, n] of years) sums.set(year.slice(0, 3), (sums.get(year.slice(0, 3)) ?? 0) + n);
  return [...sums];
}
