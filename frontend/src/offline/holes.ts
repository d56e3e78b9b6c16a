/** What may stand in a template's holes, and filling them: the same rules as badges/holes.py and badges/splicing.py. */
import { isNode, type Json, type Node } from "./canonical";

export type HoleKind = "text" | "address" | "uuid" | "moment" | "number";
export interface Hole {
  readonly key: string;
  readonly kind: HoleKind;
}

const MARK = /⟦([a-z0-9_.-]{1,40})⟧/g;
const MOST_TEXT = 2_000;
const FORMS: Readonly<Record<Exclude<HoleKind, "text">, RegExp>> = {
  address: /^(?:https?:\/\/|urn:uuid:|did:)[^\x00-\x20<>"{}|^`\\⟦⟧\x7f\ud800-\udfff]{1,500}$/u,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  moment: /^(?:19[789]|[2-9]\d\d)\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ$/,
  number: /^(?:0|[1-9]\d{0,11})$/,
};
const SHORT: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/** Whether `value` is one that is ever signed. */
export function admits(kind: HoleKind, value: string): boolean {
  if (kind === "text") return isClean(value);
  if (!FORMS[kind].test(value)) return false;
  return kind !== "moment" || momentText(Date.parse(value) / 1000) === value;
}

/** `2026-11-23T20:10:00Z`, or nothing for what is no moment. */
export function momentText(seconds: number): string {
  const when = new Date(seconds * 1000);
  return Number.isNaN(when.getTime()) ? "" : `${when.toISOString().slice(0, 19)}Z`;
}

/** The canonical lines of a template with `values` in them, in the order of code points, each once. */
export function filledQuads(quads: string, holes: readonly Hole[], values: readonly string[]): string {
  const escaped = values.map((value, num) => (holes[num]?.kind === "text" ? escape(value) : value));
  const lines = new Set(filled(quads, table(holes, escaped)).split("\n"));
  lines.delete("");
  return [...lines].sort(byCodePoint).join("\n") + "\n";
}

/** The document of a template with `values` in it. */
export function filledDocument(pattern: Node, holes: readonly Hole[], values: readonly string[]): Node {
  const known = table(holes, values);
  const fill = (value: Json): Json => {
    if (typeof value === "string") return filled(value, known);
    if (Array.isArray(value)) return value.map(fill);
    return isNode(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)])) : value;
  };
  return fill(pattern) as Node;
}

function table(holes: readonly Hole[], values: readonly string[]): ReadonlyMap<string, string> {
  return new Map(holes.map((hole, num) => [hole.key, values[num] ?? ""]));
}

const filled = (text: string, known: ReadonlyMap<string, string>): string =>
  text.replace(MARK, (mark, key: string) => known.get(key) ?? mark);

function isClean(value: string): boolean {
  const points = [...value].map((letter) => letter.codePointAt(0) ?? 0);
  return value === value.normalize("NFC") && points.length > 0 && points.length <= MOST_TEXT && points.every(isText);
}

function isText(point: number): boolean {
  if (point === 9 || point === 10) return true;
  const isControl = point < 0x20 || (point >= 0x7f && point < 0xa0);
  return !isControl && !(point >= 0xd800 && point < 0xe000) && (point & 0xfffe) !== 0xfffe;
}

function escape(value: string): string {
  return value.replace(
    /[\x00-\x1f"\\\x7f\ufffe\uffff]/g,
    (letter) => SHORT[letter] ?? `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}

/** UTF-16 would put the letters of two units before some of one. */
function byCodePoint(one: string, other: string): number {
  const least = Math.min(one.length, other.length);
  for (let num = 0; num < least; num += 1) {
    const [a, b] = [one.charCodeAt(num), other.charCodeAt(num)];
    if (a !== b) return rank(a) - rank(b);
  }
  return one.length - other.length;
}

const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
