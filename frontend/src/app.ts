/** The script of pages with a clock or with answers to keep. Such pages work without it; it saves and counts down. */
import { autosave } from "./autosave";
import { countdown } from "./countdown";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) autosave(form);
for (const clock of document.querySelectorAll<HTMLElement>("[data-deadline]")) countdown(clock);
