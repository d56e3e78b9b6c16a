/**
 * A status list as a hub signs it, its signature checked. It has no blank nodes and always the same members, so its
 * canonical lines can be written down without JSON-LD; a list of any other shape does not fit its signature.
 */
import type { Bundle } from "./bundle";
import { base58 } from "./bytes";
import { isNode, textOf, type Node } from "./canonical";
import { judge, TYPE, XSD } from "./proof";

const STATUS = "https://www.w3.org/ns/credentials/status#";
const VC = "https://www.w3.org/2018/credentials#";

/** The list in `text`; null when `issuer` did not sign it. */
export async function openList(text: string, issuer: string, bundle: Bundle): Promise<Node | null> {
  const list = JSON.parse(text) as Node;
  const proof = list["proof"];
  const [did, multibase] = textOf(proof, "verificationMethod").split("#");
  const key = bundle.trust.issuers[issuer]?.keys.find((each) => each.multibase === multibase);
  const signature = base58(textOf(proof, "proofValue"));
  const fits = isNode(proof) && proof["cryptosuite"] === "eddsa-rdfc-2022" && list["issuer"] === issuer && did === issuer;
  if (!fits || !key || !signature) return null;
  const standing = await judge(linesOf(list), { did, key, created: textOf(proof, "created"), signature });
  return standing === "proof_ok" || standing === "log_witnessed" ? list : null;
}

function linesOf(list: Node): string {
  const subject = list["credentialSubject"];
  const [id, inner] = [`<${textOf(list, "id")}>`, `<${textOf(subject, "id")}>`];
  const until = textOf(list, "validUntil");
  const lines = [
    `${inner} <${TYPE}> <${STATUS}BitstringStatusList> .`,
    `${inner} <${STATUS}encodedList> "${textOf(subject, "encodedList")}"^^<https://w3id.org/security#multibase> .`,
    `${inner} <${STATUS}statusPurpose> "${textOf(subject, "statusPurpose")}" .`,
    `${id} <${TYPE}> <${STATUS}BitstringStatusListCredential> .`,
    `${id} <${TYPE}> <${VC}VerifiableCredential> .`,
    `${id} <${VC}credentialSubject> ${inner} .`,
    `${id} <${VC}issuer> <${textOf(list, "issuer")}> .`,
    `${id} <${VC}validFrom> "${textOf(list, "validFrom")}"^^<${XSD}dateTime> .`,
    ...(until ? [`${id} <${VC}validUntil> "${until}"^^<${XSD}dateTime> .`] : []),
  ];
  return lines.sort().join("\n") + "\n";
}
