/** All checks and the one verdict over them: badges/report.py and credentials/advice.py. */
import type { Node } from "./canonical";

export type State = "ok" | "failed" | "not_checked" | "unknown" | "stale";
export interface Check {
  readonly name: string;
  readonly state: State;
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
  readonly optional?: boolean;
}
export interface Report {
  readonly verdict: string;
  readonly checks: readonly Check[];
  readonly document: Node | null;
}

const FORGED = ["issuer_binding", "key_not_listed", "key_out_of_period", "no_log_proof", "signed_later"];
const NAMED = ["revoked", "suspended", "expired", "not_yet_valid"];

export function check(name: string, state: State, code: string, args: Check["args"] = {}): Check {
  return { name, state, code, args };
}

export function report(checks: readonly Check[], document: Node | null, demo = false): Report {
  return { verdict: verdictOf(checks, demo), checks, document };
}

/** What is worst for the one who relies on it comes first. */
function verdictOf(checks: readonly Check[], demo: boolean): string {
  const counted = checks.filter((each) => !each.optional);
  const has = (...codes: readonly string[]): boolean => counted.some((each) => codes.includes(each.code));
  const failed = counted.filter((each) => each.state === "failed");
  if (failed.some((each) => each.name === "form")) return "unreadable";
  if (failed.length) return failure(has);
  if (counted.every((each) => each.state === "ok")) return demo ? "genuine_demo" : "genuine";
  if (has("issuer_unknown", "key_not_available")) return "issuer_unknown";
  if (has("status_stale", "bundle_stale")) return "status_stale";
  return counted.some((each) => each.code.startsWith("status_")) ? "status_unknown" : "not_sure";
}

function failure(has: (...codes: readonly string[]) => boolean): string {
  if (has(...FORGED)) return "impostor";
  if (has("proof_invalid", "dates_reversed")) return "tampered";
  return NAMED.find((code) => has(code)) ?? "tampered";
}
