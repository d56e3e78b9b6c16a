/**
 * The first results as links under a search field, from the second letter on. The hub sends them ready to show; how many
 * there are is said politely. Arrow keys move among them; Escape closes. Without this the field is a plain form.
 */
const SHORTEST = 2;
const TYPING_PAUSE = 250;

export function suggest(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>("input[type=search]");
  const list = form.querySelector<HTMLElement>("[data-list]");
  const said = form.querySelector<HTMLElement>("[data-said]");
  if (!field || !list || !said) return;
  let timer = 0;
  let asked = "";

  const close = (): void => {
    asked = "";
    list.hidden = true;
  };

  const ask = async (): Promise<void> => {
    const text = field.value.trim();
    if (text.length < SHORTEST) return close();
    if (text === asked) return;
    asked = text;
    const html = await links(form.action, text);
    if (html === null || asked !== text) return;
    list.innerHTML = html;
    list.hidden = false;
    said.textContent = list.querySelector<HTMLElement>("[data-said]")?.dataset["said"] ?? "";
  };

  const move = (step: number): void => {
    const stops: HTMLElement[] = [field, ...list.querySelectorAll<HTMLElement>("a")];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    stops[(here + step + stops.length) % stops.length]?.focus();
  };

  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), TYPING_PAUSE);
  });
  form.addEventListener("keydown", (event) => {
    if (list.hidden || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "Escape") {
      close();
      field.focus();
    } else move(event.key === "ArrowDown" ? 1 : -1);
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) close();
  });
}

async function links(action: string, text: string): Promise<string | null> {
  try {
    const response = await fetch(`${action}?${new URLSearchParams({ q: text }).toString()}`, {
      headers: { "X-Part": "list" },
      credentials: "same-origin",
    });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
