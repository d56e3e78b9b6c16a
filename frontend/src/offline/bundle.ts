/** The bundle of this hub: believed only when a key that it lists for an issuer of the hub signed all of it. */
import { base58, base64, hex, joined, utf8, type Bytes } from "./bytes";
import { isNode, jcs, textOf, type Json, type Node } from "./canonical";
import { sha256, verifies } from "./crypt";

export interface Key {
  readonly multibase: string;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly state: "next" | "active" | "retired" | "compromised";
  readonly logged?: string;
}
export interface Issuer {
  readonly names: Readonly<Record<string, string>>;
  readonly url: string;
  readonly demo: boolean;
  readonly keys: readonly Key[];
}
export interface Bundle {
  readonly issuer: string;
  readonly hub: string;
  readonly asOf: string;
  readonly staleAfter: string;
  readonly trust: {
    readonly name: string;
    readonly max_age_days: number;
    readonly issuers: Readonly<Record<string, Issuer>>;
    readonly status_lists: Readonly<Record<string, { readonly fetched_at: string; readonly document: string }>>;
  };
  readonly templates: readonly { readonly body: string; readonly quads: string }[];
}
export type Standing = "proof_ok" | "log_witnessed" | "no_log_proof" | "key_out_of_period";

const WITNESS = 16;

/** The bundle in `text`; null unless it is whole and signed by `hub` itself. */
export async function openBundle(text: string, hub: string): Promise<Bundle | null> {
  try {
    const document = JSON.parse(text) as Node;
    const bundle = document as unknown as Bundle; // its shape is its signer's word: the signature is checked here
    if (bundle.hub !== hub || bundle.trust.name !== hub || bundle.trust.issuers[bundle.issuer]?.url !== hub) return null;
    return document["type"] === "VerifierBundle" && document["format"] === 1 && (await isSigned(document, bundle)) ? bundle : null;
  } catch {
    return null;
  }
}

async function isSigned(document: Node, bundle: Bundle): Promise<boolean> {
  const { proof, ...unsecured } = document;
  if (!isNode(proof)) return false;
  const { proofValue, ...options } = proof;
  const [issuer, multibase] = textOf(proof, "verificationMethod").split("#");
  const key = bundle.trust.issuers[bundle.issuer]?.keys.find((each) => each.multibase === multibase);
  const signature = base58(String(proofValue));
  const fits = options["cryptosuite"] === "eddsa-jcs-2022" && options["proofPurpose"] === "assertionMethod";
  if (!fits || issuer !== bundle.issuer || !key || !signature) return false;
  const message = joined(await digest(options), await digest(unsecured));
  return (await signs(key, signature, message)) && (await standing(key, textOf(proof, "created"), signature)) === "proof_ok";
}

const digest = (value: Json): Promise<Bytes> => sha256(utf8(jcs(value)));

/** Whether the key signed `message`. */
export async function signs(key: Key, signature: Bytes, message: Bytes): Promise<boolean> {
  const multikey = base58(key.multibase);
  if (multikey?.length !== 34 || multikey[0] !== 0xed || multikey[1] !== 1 || signature.length !== 64) return false;
  return verifies(multikey.slice(2), signature, message);
}

/** Whether the key was in use when it signed; of one that was lost, whether the issuer's log had seen it before. */
export async function standing(key: Key, created: string, signature: Bytes): Promise<Standing> {
  if (key.state === "compromised") {
    const leaf = await sha256(joined(Uint8Array.of(0), signature));
    return isLogged(key.logged ?? "", leaf.subarray(0, WITNESS)) ? "log_witnessed" : "no_log_proof";
  }
  const at = Date.parse(created);
  const begun = key.valid_from === null || Date.parse(key.valid_from) <= at;
  const going = key.valid_until === null || at <= Date.parse(key.valid_until);
  return key.state !== "next" && begun && going ? "proof_ok" : "key_out_of_period";
}

function isLogged(logged: string, witness: Uint8Array): boolean {
  const wanted = hex(witness);
  const all = hex(base64(logged));
  for (let place = 0; place < all.length; place += 2 * WITNESS) {
    if (all.startsWith(wanted, place)) return true;
  }
  return false;
}
