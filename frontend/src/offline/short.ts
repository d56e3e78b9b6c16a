/** From the code on paper to the values of a certificate: badges/paper_code.py and badges/compact.py, read strictly. */
import { hex, joined, type Bytes } from "./bytes";
import { admits, momentText, type Hole } from "./holes";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.";
const PREFIX = "#T1";
const MOST_LETTERS = 4_000;
const [HEAD, SIGNATURE, MOST_BYTES] = [18, 64, 16_000];

/** Not the code of a certificate, or misread. */
export class Unreadable extends Error {}

export interface Short {
  readonly template: string;
  readonly method: string;
  readonly created: number;
  readonly body: Bytes;
}

export interface Values {
  readonly values: readonly string[];
  readonly signature: Bytes;
}

/** What the code in `text` begins with: which template, which key, when it was signed. */
export function readCode(text: string): Short {
  const data = bytesOf(text);
  if (data.length < HEAD + SIGNATURE || data.length > MOST_BYTES || data[0] !== 1) throw new Unreadable();
  const created = data.subarray(13, HEAD).reduce((sum, each) => sum * 256 + each, 0);
  return { template: hex(data.subarray(1, 9)), method: hex(data.subarray(9, 13)), created, body: data.slice(HEAD) };
}

/** The values in the order of the template's holes. */
export function readValues(short: Short, holes: readonly Hole[]): Values {
  const reader = new Reader(short.body, short.created);
  const values = holes.map((hole) => reader.value(hole));
  const signature = reader.take(SIGNATURE);
  if (reader.left || !holes.every((hole, num) => admits(hole.kind, values[num] ?? ""))) throw new Unreadable();
  return { values, signature };
}

function bytesOf(text: string): Bytes {
  const start = text.lastIndexOf(PREFIX);
  const body = text.slice(start + PREFIX.length).trim();
  if (start < 0 || !body || body.length > MOST_LETTERS || body.length % 3 === 1) throw new Unreadable();
  return joined(...(body.match(/.{1,3}/gs) ?? []).map(group));
}

function group(letters: string): Uint8Array {
  let number = 0;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) throw new Unreadable();
    number = number * LETTERS.length + value;
  }
  if (letters.length === 3) return bounded(number, 65_536, [number >> 8, number & 255]);
  return bounded(number, 256, [number]);
}

function bounded(number: number, below: number, bytes: readonly number[]): Uint8Array {
  if (number >= below) throw new Unreadable();
  return Uint8Array.from(bytes);
}

class Reader {
  private place = 0;

  constructor(
    private readonly data: Bytes,
    private readonly created: number,
  ) {}

  get left(): number {
    return this.data.length - this.place;
  }

  take(count: number): Bytes {
    if (count > this.left) throw new Unreadable();
    this.place += count;
    return this.data.slice(this.place - count, this.place);
  }

  value(hole: Hole): string {
    switch (hole.kind) {
      case "text":
      case "address":
        return this.text();
      case "uuid":
        return hex(this.take(16)).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
      case "moment":
        return this.moment();
      case "number":
        return String(this.number());
    }
  }

  /** LEB128, by multiplying: shifting stops at 32 bits. A last group of zero would be a second way to write a number. */
  private number(): number {
    let [number, weight, group] = [0, 1, 0x80];
    while (group >= 0x80) {
      if (weight > 2 ** 42) throw new Unreadable();
      group = this.take(1)[0] ?? 0;
      number += (group & 0x7f) * weight;
      weight *= 128;
    }
    if (group === 0 && weight > 128) throw new Unreadable();
    return number;
  }

  private text(): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.take(this.number()));
    } catch {
      throw new Unreadable();
    }
  }

  private moment(): string {
    const number = this.number();
    return momentText(this.created + (number % 2 ? -(number + 1) / 2 : number / 2));
  }
}
