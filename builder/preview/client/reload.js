// Added by `rondan serve` to the pages it shows; never part of the site.
(() => {
  "use strict";
  const script = document.currentScript;
  const { build, route } = script.dataset;
  const place = `rondan-scroll:${location.pathname}`;

  // The place on the page survives a reload, also where the browser alone would lose it.
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    history.scrollRestoration = "manual";
    const restore = () => window.scrollTo(0, Number(kept));
    document.addEventListener("DOMContentLoaded", restore);
    window.addEventListener("load", () => { restore(); history.scrollRestoration = "auto"; });
  }

  const reload = () => {
    sessionStorage.setItem(place, String(window.scrollY));
    location.reload();
  };

  // The page's links to style sheets may have new names: take them from a fresh copy of the page.
  const restyle = async () => {
    const response = await fetch(location.href, { cache: "no-cache" });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const wanted = [...fresh.querySelectorAll('link[rel~="stylesheet"]')].map((link) => link.getAttribute("href"));
    const old = [...document.querySelectorAll('link[rel~="stylesheet"]')];
    if (wanted.length !== old.length) { reload(); return; }
    old.forEach((link, index) => {
      const next = link.cloneNode();
      next.href = wanted[index] === link.getAttribute("href") ? `${wanted[index]}?${Date.now()}` : wanted[index];
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", () => next.remove());
      link.after(next);
    });
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const hide = () => document.querySelector("rondan-problems")?.remove();

  const show = ({ heading, close, problems }) => {
    hide();
    const host = element("rondan-problems", "");
    host.setAttribute("role", "alert");
    const root = host.attachShadow({ mode: "open" });
    const style = element("link", "");
    style.rel = "stylesheet";
    style.href = "/.rondan/overlay.css";
    const box = element("section", "box");
    const top = element("header", "top");
    const button = element("button", "close", "×");
    button.type = "button";
    button.title = close;
    button.setAttribute("aria-label", close);
    button.addEventListener("click", hide);
    top.append(element("h2", "heading", heading), button);
    box.append(top);
    for (const problem of problems) {
      const item = element("article", "problem");
      item.append(element("p", "what", problem.message));
      if (problem.place) item.append(element("p", "place", problem.place));
      if (problem.excerpt) item.append(element("pre", "excerpt", problem.excerpt));
      if (problem.hint) item.append(element("p", "hint", problem.hint));
      box.append(item);
    }
    root.append(style, box);
    document.documentElement.append(host);
  };

  const listen = () => {
    const events = new EventSource(`/.rondan/events?${new URLSearchParams({ build, route })}`);
    events.addEventListener("reload", reload);
    events.addEventListener("style", restyle);
    events.addEventListener("go", (event) => location.assign(JSON.parse(event.data)));
    events.addEventListener("problems", (event) => show(JSON.parse(event.data)));
    events.addEventListener("fine", hide);
    return events;
  };

  // Only the window that is looked at keeps a stream open: browsers allow six connections to a host, all windows
  // together. The others, and a page kept for the back button, ask anew when they come to the front.
  let events = null;
  const attend = () => {
    if (document.visibilityState === "visible") {
      events ??= listen();
    } else {
      events?.close();
      events = null;
    }
  };
  document.addEventListener("visibilitychange", attend);
  window.addEventListener("pagehide", () => { events?.close(); events = null; });
  window.addEventListener("pageshow", attend);
  attend();
})();
