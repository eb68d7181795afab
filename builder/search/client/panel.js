// The filters as the reader sees them: conditions that can be removed, lists with counts, a chart of years.
import { make } from "./dom.js";
import { KINDS } from "./filters.js";
import { say } from "./words.js";

const TITLES = { author: "authors", topic: "topics", series: "series" };
const FEW = 6;

export function chips(place, filters, chosen, choose) {
  const kinds = [...KINDS, "year"].filter((kind) => chosen[kind]);
  const chip = (kind) => {
    const name = kind === "year" ? (chosen.year === "none" ? say("undated") : say("year", { n: chosen.year })) : filters.nameOf(kind, chosen[kind]);
    const button = make("button", { type: "button", "aria-label": say("remove", { name }) }, name, make("span", { "aria-hidden": "true" }, " ×"));
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
        make("summary", {}, say("all", { n: rest.length })), make("ul", {}, ...rest)));
    return [group];
  }));
}

function choice(kind, id, name, n, chosen, choose) {
  const pressed = chosen[kind] === id;
  const button = make("button", { type: "button", "aria-pressed": String(pressed) }, make("span", {}, name), make("span", { class: "n" }, String(n)));
  button.addEventListener("click", () => choose({ [kind]: pressed ? "" : id }));
  return make("li", {}, button);
}

export function chart(place, filters, hits, chosen, choose) {
  const years = filters.years(filters.left(hits, chosen, "year"));
  const most = Math.max(1, ...years.map(([, n]) => n));
  place.hidden = years.length < 2;
  place.replaceChildren(...years.map(([year, n], k) => {
    const label = say("bar", { year: say("year", { n: year }), n });
    const pressed = chosen.year === year;
    const bar = make("button", { type: "button", "aria-pressed": String(pressed), "aria-label": label, title: label, disabled: !n && !pressed });
    const height = make("span");
    height.style.height = n ? `${Math.max(6, (100 * n) / most)}%` : "1px"; // set by script, which the policy allows
    bar.append(height);
    bar.addEventListener("click", () => choose({ year: pressed ? "" : year }));
    return make("li", {}, bar, make("span", { class: "y", "aria-hidden": "true" }, labelled(years, k) ? `’${year.slice(2)}` : ""));
  }));
}

// Whether a year has room for its name: every fifth, in longer times every tenth or later, and the ends where no other is near.
function labelled(years, k) {
  const step = [5, 10, 20, 50].find((each) => years.length / each < 7) ?? 100;
  const past = Number(years[k][0]) % step, room = 0.6 * step;
  return past === 0 || (k === 0 && step - past >= room) || (k === years.length - 1 && past >= room);
}
