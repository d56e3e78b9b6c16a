/** Answers the corpus on standard input (tests/standards/badges/offline_vectors.py), for the Python to compare. */
import { readFileSync } from "node:fs";
import { openBundle } from "../src/offline/bundle";
import { hex, utf8 } from "../src/offline/bytes";
import { checkCode, rebuild } from "../src/offline/check";
import { sha256, withFallback } from "../src/offline/crypt";
import { readCode } from "../src/offline/short";

const said = JSON.parse(readFileSync(0, "utf8"));
if (process.argv[2] === "pure") {
  Object.defineProperty(globalThis, "crypto", { value: {} });
  Reflect.deleteProperty(globalThis, "DecompressionStream");
}
withFallback(() => import("../src/offline/pure"));

const bundles = new Map();
for (const [name, text] of Object.entries(said.bundles)) bundles.set(name, await openBundle(text as string, said.hub));

const cases = [];
for (const { text, bundle, at } of said.cases) {
  const report = await checkCode(text, bundles.get(bundle), Date.parse(at));
  const subject = report.document?.["credentialSubject"] as { name: string } | undefined;
  const codes = Object.fromEntries(report.checks.map((each) => [each.name, each.code]));
  cases.push({ verdict: report.verdict, codes, learner: subject?.name ?? null });
}

const quads = [];
for (const { text } of said.quads) {
  const rebuilt = await rebuild(readCode(text), bundles.get("good"));
  quads.push(rebuilt && hex(await sha256(utf8(rebuilt.quads))));
}

const refused = [];
for (const [name, text] of Object.entries(said.refused)) if ((await openBundle(text as string, said.hub)) === null) refused.push(name);
process.stdout.write(JSON.stringify({ opened: [...bundles].filter(([, found]) => found).map(([name]) => name), cases, quads, refused }));
