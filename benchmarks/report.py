"""How large a report is, and how soon it is open in Chromium.

    python benchmarks/report.py --articles 1000

The articles are invented (benchmarks/invented.py). Needs playwright and Chromium.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from invented import articles, model
from playwright.sync_api import sync_playwright

from communique import extract_many
from communique.archive.report import save_report

READY = "html[data-ready=yes]"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcomes = list(extract_many(articles(options.articles), model=model(), order="input"))
        texts = sum(len(o.article.text.encode()) for o in outcomes if o.article)
        started = time.monotonic()
        path = save_report(outcomes, Path(folder) / "report.html", most=options.articles)
        made = time.monotonic() - started
        size = path.stat().st_size
        print(
            json.dumps(
                {
                    "articles": len(outcomes),
                    "records": sum(len(o.records) for o in outcomes),
                    "written_in_seconds": round(made, 2),
                    "page_mb": round(size / 1e6, 2),
                    "without_the_texts_mb": round((size - texts) / 1e6, 2),
                    **opened(path),
                },
                indent=1,
            )
        )


def opened(path: Path) -> dict[str, float]:
    """Median seconds of five openings, and of drawing each view."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    figures: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(5):
            page = browser.new_page()
            started = time.monotonic()
            page.goto(path.as_uri())
            page.wait_for_selector(READY, state="attached")
            figures.setdefault("open_seconds", []).append(time.monotonic() - started)
            for view in ("timeline", "network", "meetings", "articles"):
                started = time.monotonic()
                page.evaluate(f"location.hash = '#{view}'")
                page.wait_for_selector(f'#nav a[href="#{view}"][aria-current]')
                page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
                figures.setdefault(f"{view}_seconds", []).append(time.monotonic() - started)
            page.close()
        browser.close()
    return {name: round(statistics.median(times), 2) for name, times in figures.items()}


if __name__ == "__main__":
    main()
