/**
 * ZIP packages read and written, as far as the packs need it: stored or deflated parts, no encryption, no ZIP64.
 * Parts that do not change keep the bytes they were packed in.
 */

/**
 * A part of a package: its name, how it is packed (0 stored, 8 deflated), and what it was before it was packed.
 * @typedef {{name: string, method: number, flags: number, time: number, attributes: number,
 *   sum: number, size: number, packed: Uint8Array<ArrayBuffer>}} Part
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const UTF8_NAMES = 0x0800;
const UNIX = 0x0314; // made by version 2.0 on Unix, so that attributes are a file's mode
const VERSION = 20;
const FIRST_DAY = 0x00210000; // 1 January 1980, in the way of DOS
const FILE = 0o100644 * 0x10000; // a plain file, in the way of Unix

/** Tells whether this browser can pack and unpack. */
export function canZip() {
  try {
    return Boolean(new DecompressionStream('deflate-raw') && new CompressionStream('deflate-raw'));
  } catch {
    return false;
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes a whole package
 * @returns {Part[]} in the order of its directory
 * @throws {RangeError | Error} when it is no package
 */
export function readZip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  /** @type {Part[]} */
  const parts = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('the directory of the ZIP is damaged');
    const length = view.getUint16(at + 28, true);
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      flags: view.getUint16(at + 8, true) & UTF8_NAMES,
      time: view.getUint32(at + 12, true),
      attributes: view.getUint32(at + 38, true),
      sum: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      packed: findPacked(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true)),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/**
 * @param {Part} part
 * @returns {Promise<Uint8Array<ArrayBuffer>>} what was packed
 */
export async function unpack(part) {
  if (part.method === 0) return part.packed;
  if (part.method !== 8) throw new Error(`${part.name} is packed in an unknown way: ${part.method}`);
  const data = await pipe(part.packed, new DecompressionStream('deflate-raw'));
  if (findSum(data) !== part.sum) throw new Error(`${part.name} is damaged`);
  return data;
}

/**
 * @param {Part} part
 * @param {Uint8Array<ArrayBuffer>} data
 * @returns {Promise<Part>} the part with other contents, packed as it was
 */
export async function repack(part, data) {
  const packed = part.method === 0 ? data : await pipe(data, new CompressionStream('deflate-raw'));
  return { ...part, sum: findSum(data), size: data.length, packed };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {{stored?: boolean}} [how] deflated, unless a program must be able to read it where it stands
 * @returns {Promise<Part>} a part of its own, with the first day that a package knows
 */
export function pack(name, text, { stored = false } = {}) {
  const part = { name, method: stored ? 0 : 8, flags: UTF8_NAMES, time: FIRST_DAY, attributes: FILE, sum: 0, size: 0, packed: new Uint8Array() };
  return repack(part, new TextEncoder().encode(text));
}

/**
 * @param {Part[]} parts
 * @returns {Uint8Array<ArrayBuffer>} the package
 */
export function writeZip(parts) {
  const names = parts.map((part) => new TextEncoder().encode(part.name));
  const size = parts.reduce((sum, part, index) => sum + 76 + 2 * names[index].length + part.packed.length, END_SIZE);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  /** @type {number[]} */
  const places = [];
  let at = 0;
  parts.forEach((part, index) => {
    places.push(at);
    view.setUint32(at, LOCAL, true);
    writeFacts(view, at + 4, part, names[index].length);
    bytes.set(names[index], at + 30);
    bytes.set(part.packed, at + 30 + names[index].length);
    at += 30 + names[index].length + part.packed.length;
  });
  const directory = at;
  parts.forEach((part, index) => {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, UNIX, true);
    writeFacts(view, at + 6, part, names[index].length);
    view.setUint32(at + 38, part.attributes, true);
    view.setUint32(at + 42, places[index], true);
    bytes.set(names[index], at + 46);
    at += 46 + names[index].length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/**
 * The facts that stand alike before a part and in the directory.
 * @param {DataView} view
 * @param {number} at
 * @param {Part} part
 * @param {number} length of its name
 */
function writeFacts(view, at, part, length) {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, part.flags, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint32(at + 6, part.time, true);
  view.setUint32(at + 10, part.sum, true);
  view.setUint32(at + 14, part.packed.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, length, true);
}

/**
 * @param {DataView} view
 * @returns {number} where the end record starts
 */
function findEnd(view) {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Error('this is no ZIP');
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {DataView} view
 * @param {number} at where the part's own header starts
 * @param {number} size
 */
function findPacked(bytes, view, at, size) {
  if (view.getUint32(at, true) !== LOCAL) throw new Error('a part of the ZIP is damaged');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return bytes.subarray(start, start + size);
}

/**
 * @param {Uint8Array<ArrayBuffer>} data
 * @param {CompressionStream | DecompressionStream} stream
 */
async function pipe(data, stream) {
  return new Uint8Array(await new Response(new Blob([data]).stream().pipeThrough(stream)).arrayBuffer());
}

/**
 * @param {Uint8Array} data
 * @returns {number} its CRC-32
 */
function findSum(data) {
  let sum = ~0;
  for (const byte of data) sum = (sum >>> 8) ^ SUMS[(sum ^ byte) & 0xff];
  return ~sum >>> 0;
}

const SUMS = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
