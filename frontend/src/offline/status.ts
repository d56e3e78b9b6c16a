/** Whether the issuer took a certificate back, from the lists in the bundle (badges/status_check.py). */
import type { Bundle } from "./bundle";
import { base64 } from "./bytes";
import { isNode, listed, textOf, type Json, type Node } from "./canonical";
import { gunzip } from "./crypt";
import { openList } from "./list";
import type { Check } from "./report";

const LEAST_PLACES = 131_072;
const DAY = 86_400_000;
const WORST_FIRST = ["failed", "unknown", "not_checked", "stale", "ok"];
const BAD: Readonly<Record<string, string>> = { revocation: "revoked", suspension: "suspended" };

const say = (state: Check["state"], code: string, args: Check["args"] = {}): Check => ({ name: "status", state, code, args });

/** The worst of all that its lists say. */
export async function statusOf(document: Node, bundle: Bundle, at: number): Promise<Check> {
  const entries = listed(document["credentialStatus"]);
  if (!entries.length) return { ...say("not_checked", "status_none"), optional: true };
  const checks = await Promise.all(entries.map((entry) => entryOf(entry, textOf(document, "issuer"), bundle, at)));
  return checks.reduce((worst, each) => (rank(each) < rank(worst) ? each : worst));
}

const rank = (check: Check): number => WORST_FIRST.indexOf(check.state);

async function entryOf(entry: Json, issuer: string, bundle: Bundle, at: number): Promise<Check> {
  const [purpose, url] = [textOf(entry, "statusPurpose"), textOf(entry, "statusListCredential")];
  const bad = BAD[purpose];
  if (!isNode(entry) || textOf(entry, "type") !== "BitstringStatusListEntry" || "statusSize" in entry || !bad) {
    return say("unknown", "status_kind_unknown");
  }
  const kept = bundle.trust.status_lists[url];
  if (!kept) return say("not_checked", "status_not_available");
  try {
    const list = await openList(kept.document, issuer, bundle);
    if (!list) return say("unknown", "status_untrusted");
    const raised = await bitOf(list, purpose, Number(textOf(entry, "statusListIndex")));
    const args = { as_of: kept.fetched_at };
    if (raised) return say("failed", bad, args);
    if (list["id"] !== url) return say("unknown", "status_untrusted");
    return isStale(list, kept.fetched_at, bundle, at) ? say("stale", "status_stale", args) : say("ok", "status_good", args);
  } catch {
    return say("unknown", "status_untrusted");
  }
}

async function bitOf(list: Node, purpose: string, index: number): Promise<boolean> {
  const subject = list["credentialSubject"];
  const encoded = textOf(subject, "encodedList");
  if (textOf(subject, "statusPurpose") !== purpose || !encoded.startsWith("u")) throw new Error("another list");
  const bits = await gunzip(base64(encoded.slice(1)));
  const byte = bits[index >> 3];
  if (bits.length * 8 < LEAST_PLACES || byte === undefined || !Number.isInteger(index)) throw new Error("no such place");
  return (byte & (0x80 >> (index & 7))) !== 0;
}

function isStale(list: Node, fetched: string, bundle: Bundle, at: number): boolean {
  const until = textOf(list, "validUntil");
  return (until !== "" && Date.parse(until) < at) || Date.parse(fetched) + bundle.trust.max_age_days * DAY < at;
}
