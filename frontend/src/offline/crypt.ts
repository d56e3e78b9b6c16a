/**
 * SHA-256, Ed25519 and gzip by the browser where it has them; else by a script that is fetched then (pure.ts): pages
 * that came over plain http have no WebCrypto, and older browsers no Ed25519.
 */
import type { Bytes } from "./bytes";

export interface Pure {
  sha256(data: Uint8Array): Bytes;
  verifies(key: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean;
  gunzip(data: Uint8Array): Bytes;
}

const MOST_UNPACKED = 4 * 1024 * 1024;
let fetching: (() => Promise<Pure>) | null = null;
let kept: Promise<Pure> | null = null;

/** How to get the script for what the browser lacks. */
export function withFallback(get: () => Promise<Pure>): void {
  fetching = get;
  kept = null;
}

function pure(): Promise<Pure> {
  if (!fetching) throw new Error("no fallback");
  return (kept ??= fetching());
}

const subtle = (): SubtleCrypto | undefined => (globalThis.crypto as Crypto | undefined)?.subtle;

export async function sha256(data: Bytes): Promise<Bytes> {
  const own = subtle();
  return own ? new Uint8Array(await own.digest("SHA-256", data)) : (await pure()).sha256(data);
}

export async function verifies(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  try {
    const own = subtle();
    if (own) {
      const taken = await own.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
      return await own.verify({ name: "Ed25519" }, taken, signature, message);
    }
  } catch {
    // no Ed25519 here
  }
  return (await pure()).verifies(key, signature, message);
}

export async function gunzip(data: Bytes): Promise<Bytes> {
  if (!("DecompressionStream" in globalThis)) return (await pure()).gunzip(data);
  const unpacked = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
  const whole = new Uint8Array(await new Response(unpacked).arrayBuffer());
  if (whole.length > MOST_UNPACKED) throw new Error("too large");
  return whole;
}
