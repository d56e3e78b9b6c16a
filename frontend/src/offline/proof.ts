/** Whether a key signed canonical lines (eddsa-rdfc-2022), and whether it was in use then. */
import { signs, standing, type Key, type Standing } from "./bundle";
import { joined, utf8, type Bytes } from "./bytes";
import { sha256 } from "./crypt";

const SECURITY = "https://w3id.org/security#";
export const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
export const XSD = "http://www.w3.org/2001/XMLSchema#";

export interface Proof {
  readonly did: string;
  readonly key: Key;
  readonly created: string;
  readonly signature: Bytes;
}

export async function judge(lines: string, proof: Proof): Promise<Standing | "proof_invalid"> {
  const message = joined(await sha256(utf8(optionLines(proof))), await sha256(utf8(lines)));
  const genuine = await signs(proof.key, proof.signature, message);
  return genuine ? standing(proof.key, proof.created, proof.signature) : "proof_invalid";
}

/** The proof's own options, which always have these five lines (§3.2.5). */
function optionLines({ did, key, created }: Proof): string {
  const node = "_:c14n0";
  return [
    `${node} <http://purl.org/dc/terms/created> "${created}"^^<${XSD}dateTime> .`,
    `${node} <${TYPE}> <${SECURITY}DataIntegrityProof> .`,
    `${node} <${SECURITY}cryptosuite> "eddsa-rdfc-2022"^^<${SECURITY}cryptosuiteString> .`,
    `${node} <${SECURITY}proofPurpose> <${SECURITY}assertionMethod> .`,
    `${node} <${SECURITY}verificationMethod> <${did}#${key.multibase}> .`,
    "",
  ].join("\n");
}
