"""Chromium, headless, for tests of pages; skipped where playwright or Chromium is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all tests of a module."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


def shown(browser: Any, path: Path, **settings: Any) -> tuple[Any, list[str]]:
    """A page and what it complains of, asks for or runs that it should not; it has no network."""
    page = browser.new_page(**settings)
    complaints: list[str] = []

    def pass_on(route: Any) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            complaints.append(f"asked for {route.request.url}")
            route.abort()

    def refuse(dialog: Any) -> None:
        complaints.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", refuse)
    page.route("**/*", pass_on)
    page.goto(path.as_uri())
    return page, complaints


def lit_text(page: Any) -> str:
    """The words of the article that are lit."""
    found: str = page.evaluate(
        "[...document.querySelectorAll('.text span')]"
        ".filter(e => getComputedStyle(e).backgroundColor === 'rgb(255, 211, 61)')"
        ".map(e => e.textContent).join('')"
    )
    return found


def accessibility_problems(page: Any) -> list[str]:
    """What axe-core finds against WCAG 2.2, levels A and AA."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    return [
        f"{found['id']}: {node['html'][:200]}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]
