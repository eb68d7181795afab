// The filters as the reader sees them: conditions that can be removed, lists with counts, a chart of years.
import { make } from "./dom.js";
import { KINDS } from "./filters.js";
import { say } from "./words.js";

const TITLES = { author: "authors", topic: "topics", series: "series" };
const FEW = 6;
const ROOM = 40; // years; where there are more, their bars would be too thin to be hit, and decades come first

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

function choice(kind, id, name, n, chosen, choose) {
  const pressed = chosen[kind] === id;
  const button = make("button", { type: "button", "data-key": `${kind} ${id}`, "aria-pressed": String(pressed) }, make("span", {}, name), make("span", { class: "n" }, String(n)));
  button.addEventListener("click", () => choose({ [kind]: pressed ? "" : id }));
  return make("li", {}, button);
}

export function chart(place, filters, hits, chosen, choose) {
  const all = filters.years(filters.left(hits, chosen, "year")), long = all.length > ROOM;
  const decade = long && /^\d{3,4}$/.test(chosen.year) ? chosen.year.slice(0, 3) : "";
  const bars = !long ? all : decade ? all.filter(([year]) => year.startsWith(decade)) : decades(all);
  const most = Math.max(1, ...bars.map(([, n]) => n));
  place.hidden = bars.length < 2;
  place.replaceChildren(...bars.map(([year, n], k) => {
    const label = say("bar", { year: told(year), n });
    const pressed = chosen.year === year;
    const bar = make("button", { type: "button", "data-key": year, "aria-pressed": String(pressed), "aria-label": label, title: label, disabled: !n && !pressed });
    const height = make("span");
    height.style.height = n ? `${Math.max(6, (100 * n) / most)}%` : "1px"; // set by script, which the policy allows
    bar.append(height);
    bar.addEventListener("click", () => choose({ year: pressed ? decade : year }));
    return make("li", {}, bar, make("span", { class: "y", "aria-hidden": "true" }, labelled(bars, k)));
  }));
}

function decades(years) {
  const sums = new Map();
  for (const [year, n] of years) sums.set(year.slice(0, 3), (sums.get(year.slice(0, 3)) ?? 0) + n);
  return [...sums];
}

// What stands under a bar where there is room. Of decades some, written out; of years every fifth, in longer times every
// tenth or later, and the ends where no other is near.
function labelled(bars, k) {
  const name = bars[k][0];
  if (name.length === 3) return Number(name) % ([2, 5].find((each) => bars.length / each <= 5) ?? 10) ? "" : `${name}0`;
  const step = [5, 10].find((each) => bars.length / each < 7) ?? 20;
  const past = Number(name) % step, room = 0.6 * step;
  return past === 0 || (k === 0 && step - past >= room) || (k === bars.length - 1 && past >= room) ? `’${name.slice(2)}` : "";
}
