// On an article's page: marks the words one came for, and steps from one to the next.
import { dress, make, marked } from "./dom.js";
import { parse } from "./parse.js";
import { marks } from "./snippet.js";
import { say } from "./words.js";

// The text of a block without readings, so that a word is found across emphasis, links and ruby.
function texts(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("rt, rp, script, style") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function mark(block, words) {
  const nodes = texts(block), found = marks(nodes.map((node) => node.data).join(""), words);
  const first = [];
  let start = 0;
  for (const node of nodes) {
    const end = start + node.data.length;
    const here = found.map(([a, b], k) => [Math.max(a, start) - start, Math.min(b, end) - start, k]).filter(([a, b]) => a < b);
    if (here.length) {
      const parts = marked(node.data, here), made = parts.filter((part) => part instanceof Element);
      made.forEach((element, k) => (first[here[k][2]] ??= element));
      node.replaceWith(...parts);
    }
    start = end;
  }
  return first.filter(Boolean);
}

function bar(hits) {
  let at = -1;
  const told = make("span", { role: "status" });
  const step = (by) => {
    hits[at]?.classList.remove("here");
    at = (at + by + hits.length) % hits.length;
    hits[at].classList.add("here");
    hits[at].scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    told.textContent = say("hits", { k: at + 1, n: hits.length });
  };
  const button = (key, sign, action) => {
    const made = make("button", { type: "button", "aria-label": say(key), title: say(key) }, sign);
    made.addEventListener("click", action);
    return made;
  };
  const made = make("div", { class: "hits", role: "region", "aria-label": say("marked") }, told);
  const close = () => {
    made.remove();
    document.getElementById("main")?.focus({ preventScroll: true }); // the button that had it is gone
    for (const element of document.querySelectorAll("main mark")) element.replaceWith(...element.childNodes);
    history.replaceState(null, "", location.pathname + location.hash);
  };
  made.append(button("before", "↑", () => step(-1)), button("after", "↓", () => step(1)), button("close", "×", close));
  dress();
  (document.querySelector(".skip") ?? document.body.firstElementChild).after(made); // the keyboard comes to it at once
  step(1);
}

const words = parse(new URLSearchParams(location.search).get("q") ?? "").filter((word) => !word.excluded).map((word) => ({ ...word, open: false }));
if (words.length) {
  const blocks = document.querySelectorAll(".title h1, .title .sub, .body :is(p, li, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption)");
  const hits = [...blocks].filter((block) => !block.querySelector("p, li, td")).flatMap((block) => mark(block, words));
  const inBody = hits.filter((hit) => hit.closest(".body"));
  if (hits.length) bar(inBody.length ? inBody : hits);
}
