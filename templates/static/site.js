// Loaded in the head so that a remembered theme is there before the first paint. Everything works without it.
(() => {
  "use strict";
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const remembered = (key, value) => {
    try {
      if (value !== undefined) localStorage.setItem(key, value);
      return localStorage.getItem(key);
    } catch {
      return null; // storage is refused: the choice lasts for this page
    }
  };
  const chosen = remembered("theme");
  if (chosen === "dark" || chosen === "light") page.dataset.theme = chosen;
  if (remembered("text") === "vertical") page.dataset.text = "vertical";
  if (remembered("numbers") === "shown") page.dataset.numbers = "shown";

  document.addEventListener("DOMContentLoaded", () => {
    theme();
    turn();
    paragraphs();
    citations();
    search();
    if (location.protocol === "file:") folders();
  });

  function theme() {
    const button = document.querySelector(".theme");
    const dark = () => (page.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
    const show = () => button.setAttribute("aria-pressed", String(dark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      page.dataset.theme = dark() ? "light" : "dark";
      remembered("theme", page.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
  }

  // Japanese set vertically: the wheel moves along the text, and numbers of one or two digits stand upright.
  function turn() {
    const button = document.querySelector(".turn"), body = document.querySelector(".body");
    if (!button) return;
    const vertical = () => page.dataset.text === "vertical";
    const show = () => {
      button.setAttribute("aria-pressed", String(vertical()));
      const scrolls = { tabindex: "0", role: "region", "aria-label": button.textContent };
      for (const [name, value] of Object.entries(scrolls)) vertical() ? body.setAttribute(name, value) : body.removeAttribute(name);
      if (vertical()) upright(body);
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      page.dataset.text = vertical() ? "" : "vertical";
      remembered("text", page.dataset.text);
      show();
    });
    body.addEventListener("wheel", (event) => {
      if (!vertical() || event.shiftKey || event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      const before = body.scrollLeft;
      body.scrollLeft -= event.deltaY;
      if (body.scrollLeft !== before) event.preventDefault();
    }, { passive: false });
    show();
  }

  function upright(body) {
    if (body.querySelector(".upright")) return;
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode())
      if (/[0-9]/.test(texts.currentNode.data) && !texts.currentNode.parentNode.closest("table, pre, code, a")) found.push(texts.currentNode);
    for (const text of found) {
      const parts = text.data.split(/(?<![0-9A-Za-z.,:/])([0-9]{1,2})(?![0-9A-Za-z.,:/])/);
      text.replaceWith(...parts.map((part, at) => {
        if (at % 2 === 0) return part;
        const span = document.createElement("span");
        span.className = "upright";
        span.textContent = part;
        return span;
      }));
    }
  }

  // The addresses of paragraphs, to cite them by (#p12): of the one under the pointer, or by the button, of all.
  function paragraphs() {
    const button = document.querySelector(".numbers");
    if (!button) return;
    const shown = () => page.dataset.numbers === "shown";
    const show = () => button.setAttribute("aria-pressed", String(shown()));
    for (const paragraph of document.querySelectorAll(".article .body p[id]")) {
      const pin = document.createElement("a"), number = paragraph.id.slice(1);
      pin.className = "pin";
      pin.lang = page.lang;
      pin.href = `${location.pathname}#p${number}`; // without what was searched for
      pin.dataset.number = number;
      pin.setAttribute("aria-label", `${button.dataset.paragraph} ${number}`);
      paragraph.prepend(pin);
    }
    button.hidden = false;
    button.addEventListener("click", () => {
      page.dataset.numbers = shown() ? "" : "shown";
      remembered("numbers", page.dataset.numbers);
      show();
    });
    show();
  }

  // Buttons to copy a reference or to save it as a file. RIS wants lines that end in CR LF.
  function citations() {
    for (const text of document.querySelectorAll(".reference, pre[data-file]")) {
      const name = text.dataset.file, row = document.createElement("p"), words = text.closest("[data-copy]").dataset;
      const copy = document.createElement("button"), told = document.createElement("span");
      const of = (text.closest("details")?.querySelector("summary") ?? text.closest("section").querySelector("h2")).textContent;
      row.className = "tools";
      text.after(row);
      copy.type = "button";
      copy.textContent = words.copy;
      copy.setAttribute("aria-label", `${words.copy} ${of}`);
      told.setAttribute("role", "status");
      copy.addEventListener("click", async () => {
        told.textContent = "";
        try {
          await navigator.clipboard.writeText(text.textContent);
          told.textContent = words.copied;
        } catch {
          getSelection().selectAllChildren(text); // refused: it is ready to be copied by hand
        }
      });
      if (navigator.clipboard) row.append(copy);
      if (name) {
        const save = document.createElement("a");
        save.textContent = words.save;
        save.setAttribute("aria-label", `${words.save} ${of}`);
        save.download = name;
        const lines = name.endsWith(".ris") ? text.textContent.replaceAll("\n", "\r\n") : text.textContent;
        save.href = "data:text/plain;charset=utf-8," + encodeURIComponent(lines);
        row.append(save);
      }
      if (navigator.clipboard) row.append(told);
    }
  }

  // What the search box suggests, and the marks in an article one came to by a search, are loaded when they are wanted.
  function search() {
    if (page.dataset.search !== "builtin") return;
    const load = (name) => {
      const script = document.createElement("script");
      script.src = `${page.dataset.root}search/${name}`;
      document.head.append(script);
    };
    const box = document.getElementById("find");
    if (box) box.addEventListener("focus", () => load("box.js"), { once: true });
    const slash = slashKey();
    document.addEventListener("keydown", (event) => {
      const withCtrl = event.ctrlKey || event.metaKey, typed = event.isComposing || event.target.closest?.("input, textarea, select");
      if (!(event.key === "k" && withCtrl) && !(event.key === "/" && !withCtrl && !event.altKey && !typed && slash())) return;
      const field = document.querySelector(".find input[type=search]");
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
    if (document.querySelector(".article") && new URLSearchParams(location.search).has("q")) load("hits.js");
  }

  // A single key must be one that can be turned off, as who speaks to the page types (WCAG 2.1.4): on the search page.
  function slashKey() {
    const button = document.querySelector(".slash");
    let works = remembered("slash") !== "off";
    const show = () => button?.setAttribute("aria-pressed", String(works));
    if (button) button.hidden = false;
    button?.addEventListener("click", () => {
      works = !works;
      remembered("slash", works ? "" : "off");
      show();
    });
    show();
    return () => works;
  }

  // From a disk there is no server to answer a folder with its index.html.
  function folders() {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }, true);
    for (const form of document.forms) if (form.action.endsWith("/")) form.action += "index.html";
  }
})();
