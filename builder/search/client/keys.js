// The key by which a term finds its shard, and the tree of the shards: builder/search/keys.py and tree.py.
const rank = (unit) => (unit >= 97 && unit <= 122 ? unit - 96 : 27 + (unit % 5));

export const codeOf = (first, second = 0) =>
  ((first & 0xff) | ((second & 0xff) << 8) | ((first & 0xff00) << 8) | ((second & 0xff00) << 16)) >>> 0;
export const halves = (code) => [(code & 0xff) | ((code >>> 8) & 0xff00), ((code >>> 8) & 0xff) | ((code >>> 16) & 0xff00)];

export function spread(code) {
  const [first, second] = halves(code);
  let h = (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca77)) >>> 0;
  h ^= h >>> 15;
  return Math.imul(h, 0x2c1b3c6d) >>> 0;
}

export const bitsOf = (key) => key.toString(2).padStart(32, "0");

// First and last key, in bits, of the words that begin so.
export function span(beginning) {
  const bits = [...beginning].slice(0, 6).map((c) => rank(c.codePointAt(0)).toString(2).padStart(5, "0")).join("");
  return [bits.padEnd(32, "0"), bits.padEnd(32, "1")];
}

export function readTree(spelled) {
  const paths = [];
  let at = 0;
  const walk = (path) => {
    if (spelled[at++] === "1") walk(path + "0"), walk(path + "1");
    else if (spelled[at++] === "1") paths.push(path);
  };
  walk("");
  return paths;
}

// The leaf that has a key; undefined where the tree has none for it.
export const findLeaf = (paths, bits) => paths.find((path) => bits.startsWith(path));

export const leavesBetween = (paths, [low, high]) =>
  paths.filter((path) => path.padEnd(32, "0") <= high && path.padEnd(32, "1") >= low);
