// Elements made without mark-up, so that no text of an archive or a query is ever read as mark-up.
export function make(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  made.append(...inside.filter((part) => part != null && part !== ""));
  return made;
}

// Text with parts of it marked; marks are [start, end] in order.
export function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

export const root = () => document.documentElement.dataset.root ?? "";

// What these scripts add to a page has its own style sheet, fetched with them and not before.
export const dress = () =>
  document.head.append(make("link", { rel: "stylesheet", href: `${root()}static/search-box.css` }));
