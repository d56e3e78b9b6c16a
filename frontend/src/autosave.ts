/**
 * Sends each changed answer by itself, with a key so that a repeat does no harm, and says when the hub has kept it.
 * Words come from the form: data-saved ("Saved at {time}"), data-waiting, data-refused. `data-autosave` is where to send.
 */
import { newKey } from "./keys";

interface Waiting {
  readonly key: string;
  readonly values: readonly string[];
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const TYPING_PAUSE = 800;

export function autosave(form: HTMLFormElement): void {
  const waiting = new Map<string, Waiting>();
  const status = form.querySelector<HTMLElement>("[data-status]");
  let timer = 0;
  let wait = FIRST_WAIT;
  let sending = false;

  const tell = (text: string): void => {
    if (status && status.textContent !== text) status.textContent = text;
  };

  const later = (delay: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void send(), delay);
  };

  const send = async (): Promise<void> => {
    const next = waiting.entries().next();
    if (sending || next.done) return;
    const [name, answer] = next.value;
    sending = true;
    const outcome = await post(form, name, answer);
    sending = false;
    if (outcome.kind === "later") {
      tell(outcome.message || (form.dataset["waiting"] ?? ""));
      later(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
      return;
    }
    wait = FIRST_WAIT;
    if (waiting.get(name)?.key === answer.key) waiting.delete(name);
    tell(outcome.kind === "saved" ? said(form, outcome.at) : outcome.message || (form.dataset["refused"] ?? ""));
    if (waiting.size) later(0);
  };

  const changed = (event: Event): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.name.startsWith("item-")) return;
    waiting.set(field.name, { key: newKey(), values: new FormData(form).getAll(field.name).map(String) });
    later(event.type === "input" && field.type === "text" ? TYPING_PAUSE : 0);
  };

  form.addEventListener("input", changed);
  window.addEventListener("online", () => later(0));
}

type Outcome =
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "later"; readonly message: string };

async function post(form: HTMLFormElement, name: string, answer: Waiting): Promise<Outcome> {
  const body = new URLSearchParams({ key: answer.key, only: name });
  for (const value of answer.values) body.append(name, value);
  const token = form.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]");
  // The cookie's token is the fresher one, after signing in anew in another tab.
  if (token) body.set(token.name, /csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? token.value);
  try {
    const response = await fetch(form.dataset["autosave"] ?? form.action, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    });
    if (response.status >= 500 || response.status === 429) return { kind: "later", message: "" };
    const said = (await response.json()) as { saved_at?: string; message?: string };
    if (response.status === 401) return { kind: "later", message: said.message ?? "" };
    return said.saved_at
      ? { kind: "saved", at: new Date(said.saved_at) }
      : { kind: "refused", message: said.message ?? "" };
  } catch {
    return { kind: "later", message: "" };
  }
}

function said(form: HTMLFormElement, at: Date): string {
  const time = at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  return (form.dataset["saved"] ?? "").replace("{time}", time).replace("{done}", String(answered(form)));
}

/** How many items have an answer on the page. */
function answered(form: HTMLFormElement): number {
  const given = [...new FormData(form)].filter(([name, value]) => name.startsWith("item-") && value !== "");
  return new Set(given.map(([name]) => name)).size;
}
