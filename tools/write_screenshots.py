"""Write the pictures of pages in docs/, from recorded answers and invented articles.

Needs playwright and Chromium.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benchmarks")]

from invented import articles, model  # noqa: E402

from cassettes import replay  # noqa: E402  # found on the path that is set above
from communique import extract_many, save_report  # noqa: E402

DOCS = ROOT / "docs"
SIZE = {"width": 1200, "height": 760}


def shoot(page: Any, name: str) -> None:
    """Write what is in the window."""
    page.wait_for_timeout(300)
    page.screenshot(path=str(DOCS / name))


def main() -> None:
    """Write each picture in light and dark."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    seed = replay("seed_000")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        seed.save_html(f"{folder}/page.html")
        outcomes = extract_many(articles(150), model=model(), order="input")
        shown = extract_many(articles(6), model=model(), order="input").all()
        cells = f"<!doctype html><body>{seed._repr_html_()}{shown._repr_html_()}"
        Path(f"{folder}/notebook.html").write_text(cells, encoding="utf-8")
        report = save_report([seed, *outcomes], f"{folder}/report.html", title="April")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme, viewport=SIZE)
            page.goto(Path(f"{folder}/page.html").as_uri())
            page.locator("#meetings-2 dd a").nth(3).click()
            shoot(page, f"page-{scheme}.png")
            page.goto(Path(f"{folder}/notebook.html").as_uri())
            page.set_viewport_size({"width": 1200, "height": 980})
            page.frame_locator("iframe").first.locator("#meetings-1 dd a").nth(3).click()
            shoot(page, f"notebook-{scheme}.png")
            page.set_viewport_size(SIZE)
            page.goto(f"{report.as_uri()}#timeline")
            page.locator("#filter-from").fill("2020-01-01")
            shoot(page, f"report-timeline-{scheme}.png")
            page.locator("#clear").click()
            page.locator('#nav a[href="#network"]').click()
            page.locator("#by-country").check()
            shoot(page, f"report-network-{scheme}.png")
            page.evaluate(f"location.hash = '#article/{seed.article.label}/meetings/2'")
            page.locator(".card.wanted .value").nth(4).click()
            shoot(page, f"report-article-{scheme}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
