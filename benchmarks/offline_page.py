"""From opening a paper's address to the plain answer, with the network off and the CPU slowed.

`python benchmarks/offline_page.py URL CODE`
`URL` is a running hub whose page can be visited once; `CODE` is a fragment as `#T1…`. Prints one JSON line.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import time

from playwright.sync_api import BrowserContext, sync_playwright

SLOWER, RUNS = 6, 5


def main(url: str, code: str) -> None:
    """Visits once, goes offline, and opens the page anew for each run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 320, "height": 640})
        page = context.new_page()
        page.goto(f"{url}/es/verify/offline/")
        page.get_by_text("también sin conexión").wait_for()
        context.set_offline(True)
        took = [answered(context, f"{url}/es/verify/offline/{code}") for _ in range(RUNS)]
        browser.close()
    print(
        json.dumps(
            {
                "cpu_slower": SLOWER,
                "median_s": round(statistics.median(took), 2),
                "worst_s": round(max(took), 2),
            }
        )
    )


def answered(context: BrowserContext, address: str) -> float:
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    begun = time.perf_counter()
    page.goto(address)
    page.locator("[data-shown] [data-verdict]").wait_for()
    took = time.perf_counter() - begun
    page.close()
    return took


if __name__ == "__main__":
    main(*sys.argv[1:])
