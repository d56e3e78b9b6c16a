/**
 * Keeps the offline verifier for a day without a connection: its page, what the page names, and the bundle. Nothing else
 * of the hub goes through it: its scope is that one page.
 */
interface Extendable extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate" | "message", listener: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", listener: (event: Fetching) => void): void;
}

const worker = self as unknown as Worker; // TypeScript knows pages or workers, not both at once
const PAGE = worker.registration.scope;
const BUNDLE = new URL("/bundle", PAGE).href;
const KEPT = `offline-verifier ${new URL(PAGE).pathname}`;
const PATIENCE = 2_500;

worker.addEventListener("install", (event) => event.waitUntil(refresh().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (event) => event.waitUntil(refresh().catch(() => undefined)));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== new URL(PAGE).origin) return;
  const address = request.url.replace(/[?#].*$/, "");
  if (address === BUNDLE) event.respondWith(fresh(request));
  else if (request.mode !== "navigate" || address === PAGE) event.respondWith(kept(address, request));
});

/** Everything anew, and the page last: a page never stands here without what it names. Nobody's cookie goes along. */
async function refresh(): Promise<void> {
  const page = await got(PAGE);
  const named = new Set((await page.clone().text()).match(/\/static\/[\w./-]+/g));
  const cache = await caches.open(KEPT);
  const wanted = [BUNDLE, ...[...named].map((path) => new URL(path, PAGE).href)];
  await Promise.all(wanted.map(async (address) => cache.put(address, await got(address))));
  await cache.put(PAGE, page);
  for (const old of await cache.keys()) if (![...wanted, PAGE].includes(old.url)) await cache.delete(old);
}

async function got(address: string): Promise<Response> {
  const response = await fetch(address, { credentials: "omit", cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function kept(address: string, request: Request): Promise<Response> {
  return (await (await caches.open(KEPT)).match(address)) ?? fetch(request);
}

/** The newest bundle that comes soon; else the one that is kept. */
async function fresh(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  const have = await cache.match(BUNDLE);
  const fetched = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(BUNDLE, response.clone());
    return response.ok || !have ? response : have;
  });
  if (!have) return fetched;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(have), PATIENCE));
  return Promise.race([fetched.catch(() => have), late]);
}
