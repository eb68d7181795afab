// The form of the search page, whichever engine answers: what is asked stands in the address and is typed into the box.
import { say } from "./words.js";

export const at = (name) => document.getElementById(name);

// What the address asks under each of these names; empty where it says nothing.
export function fromAddress(names) {
  const given = new URLSearchParams(location.search);
  return Object.fromEntries(names.map((name) => [name, given.get(name) ?? ""]));
}

let shows = location.search, state = history.state; // what the page answers
let worth = shows !== ""; // whether one wants to come back to the address as it stands: not while one types

export function toAddress(asked, remember) {
  const given = String(new URLSearchParams(Object.entries(asked).filter(([, value]) => value)));
  const address = location.pathname + (given && `?${given}`);
  if (location.pathname + location.search !== address) history[remember || worth ? "pushState" : "replaceState"](null, "", address);
  else remember ||= worth;
  worth = remember;
  shows = location.search;
  state = history.state;
}

// How many results were shown when one left an address; as many are shown when one comes back.
export const shownBefore = (usual) => history.state?.shown ?? usual;
export const showed = (shown) => history.replaceState((state = { shown }), "");

// Tells of what a reader does. A word that is still being converted is neither typed nor sent yet.
export function hear({ typed, sent, ordered, returned }) {
  const box = at("q"), sort = at("sort");
  let composing = false;
  box.addEventListener("compositionstart", () => (composing = true));
  box.addEventListener("compositionend", () => ((composing = false), typed()));
  box.addEventListener("input", (event) => event.isComposing || composing || typed());
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  });
  at("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!composing) sent();
  });
  sort.addEventListener("change", () => ordered(sort.value));
  addEventListener("popstate", () => {
    if (location.search === shows) return history.replaceState(state, ""); // one went to a place on this page
    shows = location.search;
    state = history.state;
    worth = true;
    returned();
  });
  for (const option of sort.options) option.textContent = say(option.dataset.say);
  document.documentElement.classList.add("searching");
}

// The controls in these places are made anew, and the one that had the focus keeps it: whoever uses the keyboard goes on
// from there. Where it is gone, the status tells what is found now.
export function keepFocus(places, draw) {
  const held = document.activeElement, place = places.find((each) => each.contains(held)), key = held.dataset.key;
  draw();
  if (place) ([...place.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key) ?? at("status")).focus();
}
