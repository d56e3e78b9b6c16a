/** Checking the code of a paper with a bundle and nothing else: the same answers as `tequio verify --bundle`. */
import type { Bundle, Issuer, Key } from "./bundle";
import { hex, utf8, type Bytes } from "./bytes";
import { textOf, type Node } from "./canonical";
import { sha256 } from "./crypt";
import { filledDocument, filledQuads, momentText, type Hole } from "./holes";
import { judge } from "./proof";
import { check, report, type Check, type Report } from "./report";
import { readCode, readValues, Unreadable, type Short } from "./short";
import { statusOf } from "./status";

const CLOCKS_DIFFER = 300_000;
const SHA256_TAG = 16;

interface Signer {
  readonly did: string;
  readonly issuer: Issuer;
  readonly key: Key;
}
interface Rebuilt {
  readonly document: Node;
  readonly quads: string;
  readonly signature: Bytes;
}

export async function checkCode(text: string, bundle: Bundle, at: number): Promise<Report> {
  try {
    const short = readCode(text);
    const rebuilt = await rebuild(short, bundle);
    if (rebuilt === null) return notAtHand("template_unknown");
    const signer = await signerOf(short.method, bundle);
    if (signer === null) return notAtHand("key_not_available");
    return aged(await judged(rebuilt, signer, momentText(short.created), bundle, at), bundle, at);
  } catch (error) {
    if (error instanceof Unreadable) return report([check("form", "failed", "malformed")], null);
    throw error;
  }
}

/** The document and the canonical lines that were signed; null when the template is not in the bundle. */
export async function rebuild(short: Short, bundle: Bundle): Promise<Rebuilt | null> {
  for (const { body, quads } of bundle.templates) {
    if (hex(await sha256(utf8(body))).slice(0, SHA256_TAG) !== short.template) continue;
    const said = JSON.parse(body) as { holes: [string, Hole["kind"]][]; document: Node };
    const holes = said.holes.map(([key, kind]) => ({ key, kind }));
    const { values, signature } = readValues(short, holes);
    return { document: filledDocument(said.document, holes, values), quads: filledQuads(quads, holes, values), signature };
  }
  return null;
}

async function signerOf(tag: string, bundle: Bundle): Promise<Signer | null> {
  for (const [did, issuer] of Object.entries(bundle.trust.issuers)) {
    for (const key of issuer.keys) {
      if (hex(await sha256(utf8(`${did}#${key.multibase}`))).startsWith(tag)) return { did, issuer, key };
    }
  }
  return null;
}

async function judged(rebuilt: Rebuilt, signer: Signer, created: string, bundle: Bundle, at: number): Promise<Report> {
  const { document, signature } = rebuilt;
  const stands = await judge(rebuilt.quads, { ...signer, created, signature });
  if (stands !== "proof_ok" && stands !== "log_witnessed") {
    return report([check("proof", "failed", stands), ...(stands === "no_log_proof" ? [check("log", "failed", stands)] : [])], null);
  }
  if (textOf(document, "issuer") !== signer.did) {
    return report([check("proof", "ok", "proof_ok"), check("issuer_binding", "failed", "issuer_binding")], null);
  }
  const checks = [
    check("form", "ok", "form_ok"),
    Date.parse(created) > at + CLOCKS_DIFFER ? check("proof", "failed", "signed_later") : check("proof", "ok", "proof_ok"),
    check("issuer_binding", "ok", "issuer_bound"),
    datesOf(document, at),
    await statusOf(document, bundle, at),
    known(signer, bundle),
    ...(stands === "log_witnessed" ? [check("log", "ok", stands)] : []),
  ];
  return report(checks, document, document["demonstration"] === true || signer.issuer.demo);
}

function datesOf(document: Node, at: number): Check {
  const [from, until] = [textOf(document, "validFrom"), textOf(document, "validUntil")];
  const [begins, ends] = [Date.parse(from), until ? Date.parse(until) : Infinity];
  if (ends < begins) return check("dates", "failed", "dates_reversed");
  if (at + CLOCKS_DIFFER < begins) return check("dates", "failed", "not_yet_valid", { valid_from: from });
  return ends < at ? check("dates", "failed", "expired", { valid_until: until }) : check("dates", "ok", "dates_ok");
}

function known(signer: Signer, bundle: Bundle): Check {
  const name = Object.values(signer.issuer.names)[0] ?? signer.did;
  const args = { name, registry: bundle.trust.name, issuer: signer.did };
  return check("issuer_known", "ok", signer.issuer.demo ? "issuer_demo" : "issuer_known", args);
}

/** A certificate that is newer than the bundle, or another hub's, is not a bad one. */
const notAtHand = (code: string): Report => report([check("form", "ok", "code_ok"), check("proof", "unknown", code)], null);

/** Past its time the bundle vouches for nothing; what was found bad stays bad. */
function aged(found: Report, bundle: Bundle, at: number): Report {
  const sure = found.verdict === "genuine" || found.verdict === "genuine_demo";
  const unsure = found.checks.some((each) => each.code === "status_stale");
  if (at <= Date.parse(bundle.staleAfter) || (!sure && !unsure)) return found;
  const stale = check("status", "stale", "bundle_stale", { as_of: bundle.asOf });
  return report(found.checks.map((each) => (each.name === "status" ? stale : each)), found.document);
}
