/** Bytes and their texts: UTF-8, hexadecimal, Base58, Base64. */
const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export type Bytes = Uint8Array<ArrayBuffer>;

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

export const hex = (data: Uint8Array): string => [...data].map((each) => each.toString(16).padStart(2, "0")).join("");

/** Multibase `z…`; null when it is none. */
export function base58(text: string): Bytes | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/.test(text)) return null;
  const bytes: number[] = [];
  for (const letter of text.slice(1)) {
    let carry = BASE58.indexOf(letter);
    for (let num = 0; num < bytes.length; num += 1) {
      carry += (bytes[num] ?? 0) * 58;
      bytes[num] = carry & 255;
      carry >>= 8;
    }
    for (; carry; carry >>= 8) bytes.push(carry & 255);
  }
  for (let num = 1; text[num] === "1"; num += 1) bytes.push(0);
  return Uint8Array.from(bytes.reverse());
}

/** Base64, or Base64url without padding; throws when it is none. */
export function base64(text: string): Bytes {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}
