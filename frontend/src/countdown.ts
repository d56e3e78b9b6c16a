/**
 * Counts down to a deadline by the hub's clock, not the phone's: `data-deadline` and `data-now` are the hub's, in ms.
 * The seconds change silently; at five minutes and at one minute a polite announcement is made. Words come from
 * `data-left` ("{time} left"). At zero the page is asked for again, and the hub shows what became of the attempt.
 */
const ANNOUNCED_MINUTES = [5, 1];

export function countdown(clock: HTMLElement): void {
  const ahead = Date.now() - Number(clock.dataset["now"]);
  const deadline = Number(clock.dataset["deadline"]) + ahead;
  const face = clock.querySelector<HTMLElement>("[data-face]");
  const voice = clock.querySelector<HTMLElement>("[data-voice]");
  if (!face || !voice || !Number.isFinite(deadline)) return;
  const words = (time: string): string => (clock.dataset["left"] ?? "{time}").replace("{time}", time);

  const tick = (): void => {
    const seconds = Math.max(0, Math.round((deadline - Date.now()) / 1000));
    face.textContent = words(asTime(seconds));
    if (ANNOUNCED_MINUTES.includes(seconds / 60)) voice.textContent = words(asTime(seconds));
    if (seconds > 0) return;
    window.clearInterval(timer);
    window.location.reload();
  };
  const timer = window.setInterval(tick, 1000);
  tick();
}

function asTime(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${rest}`;
}
