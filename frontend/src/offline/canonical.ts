/** JSON as RFC 8785 writes it; the bundle holds texts, truths, whole numbers, lists and objects only. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Node = { readonly [name: string]: Json };

export function jcs(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(",")}]`;
  if (!isNode(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${jcs(value[name] ?? null)}`).join(",")}}`;
}

export function isNode(value: Json | undefined): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a member, or the id of an object that stands there. */
export function textOf(node: Json | undefined, name: string): string {
  const found = isNode(node) ? node[name] : undefined;
  if (isNode(found)) return textOf(found, "id");
  return typeof found === "string" ? found : "";
}

export function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}
