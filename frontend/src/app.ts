/** The script of pages that gain from one. They work without it; it saves, counts down, and suggests while one types. */
import { autosave } from "./autosave";
import { countdown } from "./countdown";
import { suggest } from "./suggest";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) autosave(form);
for (const clock of document.querySelectorAll<HTMLElement>("[data-deadline]")) countdown(clock);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-search]")) suggest(form);
