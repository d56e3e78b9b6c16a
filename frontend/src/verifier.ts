/**
 * The offline verifier's page: checks the code of a paper with the bundle that this hub left here. Every word stands in
 * the page, in its language: states as data-… of [data-offline], answers and checks as <template>s with {places}.
 */
import { openBundle, type Bundle } from "./offline/bundle";
import { textOf } from "./offline/canonical";
import { checkCode } from "./offline/check";
import { withFallback } from "./offline/crypt";
import type { Check, Report } from "./offline/report";
import { readPicture, watch, type Decoder } from "./offline/scan";

type Places = Readonly<Record<string, string>>;

const page = document.querySelector<HTMLElement>("[data-offline]");
if (page) start(page);

function start(root: HTMLElement): void {
  const { hub = "", bundle: address = "", pure = "", decoder = "", worker = "" } = root.dataset;
  const one = <Kind extends Element>(selector: string): Kind => root.querySelector<Kind>(selector) as Kind; // the page has it
  const [state, answer, form] = [one<HTMLElement>("[data-state]"), one<HTMLElement>("[data-shown]"), one<HTMLFormElement>("form")];
  const video = one<HTMLVideoElement>("video");
  const text = one<HTMLInputElement>("[name=text]");
  const picture = one<HTMLInputElement>("[name=picture]");
  const say = (word: string, places: Places = {}): void => {
    state.textContent = filledText(root.dataset[word] ?? "", places);
  };
  const getDecoder = (): Promise<Decoder> => import(decoder) as Promise<Decoder>;
  withFallback(() => import(pure));
  const opened = fetchBundle(address, hub);
  let stop = (): void => undefined;

  const check = async (code: string): Promise<void> => {
    const bundle = await opened;
    if (!bundle) return;
    show(root, answer, await checkCode(code, bundle, Date.now()));
  };
  const scan = async (): Promise<void> => {
    say("looking");
    try {
      video.hidden = false;
      stop = await watch(video, getDecoder, (code) => {
        video.hidden = true;
        void tell().then(() => check(code));
      });
    } catch {
      video.hidden = true;
      say("nocamera");
    }
  };
  const tell = async (): Promise<void> => {
    const bundle = await opened;
    if (!bundle) return say(navigator.onLine ? "refused" : "missing");
    say(await keptHere(worker) ? "ready" : "online", { date: day(bundle.asOf) });
  };
  const handIn = async (): Promise<void> => {
    stop();
    video.hidden = true;
    const file = picture.files?.[0];
    if (!file) return check(text.value);
    const code = await readPicture(file, getDecoder).catch(() => null);
    if (code === null) return say("nocode");
    await check(code);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void handIn();
  });
  one<HTMLElement>("[data-camera]").addEventListener("click", () => void scan());
  window.addEventListener("hashchange", () => void check(location.hash));
  for (const each of document.querySelectorAll<HTMLElement>("[data-plain]")) each.hidden = true;
  root.hidden = false;
  if (location.hash.startsWith("#T1")) void check(location.hash);
  void tell();
}

async function fetchBundle(address: string, hub: string): Promise<Bundle | null> {
  try {
    const response = await fetch(address, { credentials: "omit" });
    return response.ok ? await openBundle(await response.text(), hub) : null;
  } catch {
    return null;
  }
}

/** Whether this page is kept for a day without a connection; a page that came over plain http cannot be. */
async function keptHere(worker: string): Promise<boolean> {
  if (!worker || !("serviceWorker" in navigator)) return false;
  try {
    const known = navigator.serviceWorker.controller;
    await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    known?.postMessage("refresh");
    return true;
  } catch {
    return false;
  }
}

function show(root: HTMLElement, answer: HTMLElement, report: Report): void {
  const places = placesOf(report);
  const first = report.checks.filter((each) => each.state !== "ok" && each.state !== "not_checked");
  const rest = report.checks.filter((each) => each.state === "ok");
  const list = document.createElement("ul");
  list.className = "checks";
  list.append(...[...first, ...rest].map((each) => lineOf(root, each)));
  answer.replaceChildren(answerOf(root, report, places), list);
  answer.scrollIntoView({ block: "start" });
}

function answerOf(root: HTMLElement, report: Report, places: Places): DocumentFragment {
  const variants = [`${report.verdict}-${textOf(report.document?.["assurance"], "level") || "none"}`, report.verdict];
  return filled(root, variants.map((each) => `[data-answer="${each}"]`), places);
}

function lineOf(root: HTMLElement, check: Check): Node {
  const places = Object.fromEntries(
    Object.entries(check.args).map(([name, value]) => [name, /^(?:as_of|valid_)/.test(name) ? moment(value) : value]),
  );
  const line = filled(root, [`[data-check="${check.name} ${check.code}"]`], places);
  return line.querySelector("li") ?? line;
}

function placesOf({ document: said, checks }: Report): Places {
  if (!said) return {};
  return {
    name: textOf(said["credentialSubject"], "name"),
    title: textOf(said, "name"),
    issuer: nameOf(said) || textOf(said, "issuer"),
    date: day(textOf(said, "validFrom")),
    until: day(checks.find((each) => each.code === "expired")?.args["valid_until"] ?? ""),
  };
}

const nameOf = (said: NonNullable<Report["document"]>): string => textOf(said["issuer"], "name");

/** The first template that there is, with values at its {places}: as text, never as markup. */
function filled(root: HTMLElement, selectors: readonly string[], places: Places): DocumentFragment {
  const found = selectors.map((each) => root.querySelector<HTMLTemplateElement>(`template${each}`)).find(Boolean);
  const copy = document.createDocumentFragment();
  if (found) copy.append(found.content.cloneNode(true));
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.nodeValue = filledText(walker.currentNode.nodeValue ?? "", places);
  return copy;
}

const filledText = (text: string, places: Places): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);

const day = (stamp: string): string => written(stamp, { dateStyle: "long" });
const moment = (stamp: string): string => `${written(stamp, { dateStyle: "long", timeStyle: "short" })} UTC`;

function written(stamp: string, style: Intl.DateTimeFormatOptions): string {
  const when = Date.parse(stamp);
  if (Number.isNaN(when)) return stamp;
  return new Intl.DateTimeFormat(document.documentElement.lang, { ...style, timeZone: "UTC" }).format(when);
}
