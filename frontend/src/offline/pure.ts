/** SHA-256, Ed25519 and gzip without the browser's help; fetched only where it lacks one of them. */
import { hashes, verify } from "@noble/ed25519";
import { sha256 as digest, sha512 } from "@noble/hashes/sha2.js";
import { gunzipSync } from "fflate";
import type { Bytes } from "./bytes";

hashes.sha512 = sha512;

export const sha256 = (data: Uint8Array): Bytes => new Uint8Array(digest(data));

export function verifies(key: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  try {
    return verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

export const gunzip = (data: Uint8Array): Bytes => new Uint8Array(gunzipSync(data));
