// The files of the index, each fetched once. A Store answers what builder/search/reader.py answers.
import { bitsOf, findLeaf, leavesBetween, readTree, span, spread } from "./keys.js";

const UNIT = 256, STEP = 64, ROOM = 2 ** 24; // an occurrence is one number: article * ROOM + position
const utf8 = new TextDecoder(), utf16 = new TextDecoder("utf-16le");

async function inflate(data) {
  // Fragments are padded, and some browsers call what follows the end an error: what came before it is kept.
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts = [];
  try {
    for (let part; !(part = await reader.read()).done; ) parts.push(part.value);
  } catch (error) {
    if (!parts.length) throw error;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const unbase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

function headAndPlanes(data) {
  const length = new DataView(data.buffer).getUint32(0, true);
  return [JSON.parse(utf8.decode(data.subarray(4, 4 + length))), data.subarray(4 + length)];
}

export class Store {
  constructor(root) {
    this.root = root;
    this.cache = new Map();
    this.ranges = true;
  }

  async open(meta) {
    const [head, planes] = headAndPlanes(await inflate(unbase64(meta)));
    this.version = head.v;
    this.years = head.years;
    this.letters = head.letters;
    this.paths = Object.fromEntries(Object.entries(head.trees).map(([family, tree]) => [family, readTree(tree)]));
    this.numbers = head.years.flatMap(([, start, count]) => Array.from({ length: count }, (_, k) => start + k));
    const n = (this.size = this.numbers.length);
    this.ordinals = new Map(this.numbers.map((number, at) => [number, at]));
    this.units = [];
    this.lengths = [];
    for (let k = 0, at = 2 * n; k < n; k++) {
      const count = planes[k] | (planes[n + k] << 8);
      this.units.push(planes.subarray(at, at + count));
      this.lengths.push(this.units[k].reduce((a, b) => a + b, 0));
      at += count;
    }
    this.average = Math.max(1, Math.floor(this.lengths.reduce((a, b) => a + b, 0) / Math.max(1, n)));
    return this;
  }

  length(number) {
    const length = this.lengths[this.ordinals.get(number)];
    if (length === undefined) throw new Error(`no article has number ${number}`); // the file that told of it is damaged
    return length;
  }

  year(number) {
    let name = "";
    for (const [year, start] of this.years) if (start <= number) name = year;
    return name;
  }

  once(key, make) {
    let made = this.cache.get(key);
    if (!made) {
      this.cache.set(key, (made = make()));
      made.catch(() => this.cache.delete(key));
    }
    return made;
  }

  bytes(route, init) {
    if (location.protocol === "file:") return this.packed(route);
    return fetch(`${this.root}${route}?v=${this.version}`, init);
  }

  async whole(route) {
    const found = await this.bytes(route);
    if (found instanceof Uint8Array) return found;
    if (!found.ok) throw new Error(`${route}: ${found.status}`);
    return new Uint8Array(await found.arrayBuffer());
  }

  // Pages opened from a folder may not fetch, but they may load scripts: there the same files lie in packs of script.
  async packed(route) {
    let hash = 0;
    for (const c of route) hash = (hash * 31 + c.charCodeAt(0)) % 65521;
    await this.once("pack " + (hash % 32), () => new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${this.root}search/offline/${hash % 32}.js`;
      script.onload = resolve;
      script.onerror = () => reject(new Error("offline"));
      document.head.append(script);
    }));
    const found = globalThis.rondanPack?.[route];
    if (found === undefined) throw new Error("offline");
    return unbase64(found);
  }

  shard(family, path) {
    const route = `search/${family}/r${path}.bin`;
    return this.once(route, async () => readShard(await inflate(await this.whole(route)), family === "w"));
  }

  // Occurrences of a pair; of a sign, article * ROOM + (note << 8 | first fragment).
  async code(family, pair) {
    const path = findLeaf(this.paths[family], bitsOf(spread(pair)));
    if (path === undefined) return [];
    const shard = await this.shard(family, path);
    return occurrences(shard, shard.names.indexOf(pair));
  }

  async words(beginning, wanted) {
    const shards = await Promise.all(leavesBetween(this.paths.w, span(beginning)).map((path) => this.shard("w", path)));
    return shards.flatMap((shard) =>
      shard.names.flatMap((name, at) => (name.startsWith(beginning) && wanted(name) ? [occurrences(shard, at)] : [])));
  }

  async vocabulary(letter) {
    if (!this.letters.includes(letter)) return [];
    return utf8.decode(await inflate(await this.once(letter, () => this.whole(`search/v/${letter}.bin`)))).split("\n");
  }

  fragment(number, which) {
    const at = this.ordinals.get(number), units = this.units[at];
    which = Math.min(which, units.length - 1);
    return this.once(`${number}.${which}`, () => this.loadFragment(number, at, which));
  }

  async loadFragment(number, at, which) {
    const route = `search/t/${Math.floor(number / STEP)}.bin`;
    let start = 0;
    for (let k = at - 1; k >= 0 && Math.floor(this.numbers[k] / STEP) === Math.floor(number / STEP); k--)
      start += this.lengths[k];
    for (let k = 0; k < which; k++) start += this.units[at][k];
    const from = start * UNIT, to = from + this.units[at][which] * UNIT;
    const data = await inflate(await this.slice(route, from, to));
    const lines = (data[1] ? utf8 : utf16).decode(data).split("\n");
    const [id, title, subtitle, authors, date, topics, series] = lines;
    return { id, title, subtitle, authors, date, topics, series, text: lines.slice(7).join("\n") };
  }

  // Part of a file. A host that cannot send a part sends all of it; then that is kept, it is some hundred kilobytes.
  async slice(route, from, to) {
    if (this.ranges && location.protocol !== "file:") {
      const found = await this.bytes(route, { headers: { Range: `bytes=${from}-${to - 1}` } });
      if (found.status === 206) return new Uint8Array(await found.arrayBuffer());
      this.ranges = false;
      if (found.ok) this.once(route, async () => new Uint8Array(await found.arrayBuffer()));
    }
    return (await this.once(route, () => this.whole(route))).subarray(from, to);
  }

  facets() {
    return this.once("facets", async () => {
      const [names, planes] = headAndPlanes(await inflate(await this.whole("search/facets.bin")));
      const columns = {};
      let at = 0;
      const taken = (count) => {
        const [low, middle, high] = [0, 0, 0].map(() => planes.subarray(at, (at += count)));
        return Array.from(low, (_, k) => low[k] | (middle[k] << 8) | (high[k] << 16));
      };
      for (const kind in names) {
        const counts = taken(this.size), values = taken(counts.reduce((a, b) => a + b, 0));
        let k = 0;
        columns[kind] = counts.map((count) => values.slice(k, (k += count)));
      }
      return { names, columns };
    });
  }
}

function readShard(data, isWords) {
  const view = new DataView(data.buffer), a = data[0], b = data[1];
  const terms = view.getUint32(4, true), total = view.getUint32(8, true), length = view.getUint32(12, true);
  let at = 16;
  const plane = (size) => data.subarray(at, (at += size));
  let names;
  if (isWords) names = utf8.decode(plane(length)).split("\n");
  else {
    const [p, q, r, s] = [0, 0, 0, 0].map(() => plane(terms));
    names = Array.from({ length: terms }, (_, k) => (p[k] | (q[k] << 8) | (r[k] << 16) | (s[k] << 24)) >>> 0);
  }
  const [low, middle, high] = [0, 0, 0].map(() => plane(terms));
  const starts = [0];
  for (let k = 0; k < terms; k++) starts.push(starts[k] + (low[k] | (middle[k] << 8) | (high[k] << 16)));
  const planes = Array.from({ length: a + b }, () => plane(total));
  return { names, starts, steps: planes.slice(0, a), positions: planes.slice(a) };
}

function occurrences({ starts, steps, positions }, at) {
  const found = [];
  if (at < 0) return found;
  const spell = (planes, k) => planes.reduce((sum, plane, byte) => sum + plane[k] * 256 ** byte, 0);
  for (let k = starts[at], number = -1; k < starts[at + 1]; k++) {
    number += spell(steps, k);
    found.push(number * ROOM + spell(positions, k));
  }
  return found;
}

export const numberOf = (occurrence) => Math.floor(occurrence / ROOM);
export const positionOf = (occurrence) => occurrence % ROOM;
