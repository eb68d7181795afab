// Filters by author, topic, series and year: what is chosen, what is left, how many of each.
export const KINDS = ["author", "topic", "series"];
const COLUMN = { author: "authors", topic: "topics", series: "series" };

// A year, its decade by the first three digits (190), or none.
const inYear = (year, asked) => (asked === "none" ? !year : year === asked || (asked.length === 3 && year.slice(0, 3) === asked));

export class Filters {
  constructor(store, { names, columns }) {
    this.store = store;
    this.names = names;
    this.columns = columns;
  }

  nameOf(kind, id) {
    if (kind === "year") return id;
    return this.names[COLUMN[kind]].find(([known]) => known === id)?.[1] ?? id;
  }

  has(number, kind, id) {
    if (kind === "year") return inYear(this.store.year(number), id);
    const of = this.columns[COLUMN[kind]][this.store.ordinals.get(number)];
    return of.some((at) => this.names[COLUMN[kind]][at][0] === id);
  }

  // The hits that have all that is chosen; `but` leaves out one kind of condition.
  left(hits, chosen, but) {
    const conditions = [...KINDS, "year"].filter((kind) => kind !== but && chosen[kind]);
    return hits.filter(([number]) => conditions.every((kind) => this.has(number, kind, chosen[kind])));
  }

  // [id, name, count] of a kind among the hits, most first.
  counts(hits, kind) {
    const sums = new Map(), column = this.columns[COLUMN[kind]], names = this.names[COLUMN[kind]];
    for (const [number] of hits)
      for (const at of column[this.store.ordinals.get(number)]) sums.set(at, (sums.get(at) ?? 0) + 1);
    return [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([at, n]) => [names[at][0], names[at][1], n]);
  }

  // [year, count] of every year among the hits, newest first; articles without a date are left out.
  years(hits) {
    const sums = new Map();
    for (const [number] of hits) sums.set(this.store.year(number), (sums.get(this.store.year(number)) ?? 0) + 1);
    sums.delete("");
    return [...sums].sort(([a], [b]) => b - a);
  }
}
