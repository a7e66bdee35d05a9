"""Pages in a real browser: Chromium, headless. Skipped where playwright or Chromium is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cassettes import replay
from communique import Extraction

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

LIT = "rgb(255, 211, 61)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def seed() -> Extraction[Any]:
    """The first seed with the recorded answers."""
    return replay("seed_000")


def shown(browser: Any, path: Path, **settings: Any) -> tuple[Any, list[str]]:
    """A page and what it complains of; it has no network."""
    page = browser.new_page(**settings)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/*", lambda r: r.continue_() if r.request.url[:5] == "file:" else r.abort())
    page.goto(path.as_uri())
    return page, complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_click_on_a_value_lights_its_words(
    browser: Any, seed: Extraction[Any], tmp_path: Path, scheme: str
) -> None:
    seed.save_html(tmp_path / "seed.html")
    page, complaints = shown(browser, tmp_path / "seed.html", color_scheme=scheme)
    name = seed.meetings[1].participants[1].name
    span = seed.meetings[1].grounding["participants[1].name"]
    page.locator("#meetings-2 a", has_text=name).first.click()
    lit = page.evaluate(
        "colour => [...document.querySelectorAll('.text span')]"
        ".filter(e => getComputedStyle(e).backgroundColor === colour)"
        ".map(e => e.textContent).join('')",
        LIT,
    )
    assert lit == span.text == name
    assert page.locator(".text").evaluate("e => e.textContent") == seed.article.text
    assert complaints == []
    page.close()


def test_a_page_can_be_used_by_keyboard(
    browser: Any, seed: Extraction[Any], tmp_path: Path
) -> None:
    seed.save_html(tmp_path / "seed.html")
    page, _ = shown(browser, tmp_path / "seed.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "side"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#s")
    page.close()


def test_the_notebook_frame_lights_words_too(
    browser: Any, seed: Extraction[Any], tmp_path: Path
) -> None:
    (tmp_path / "notebook.html").write_text(
        f"<!doctype html><body>{seed._repr_html_()}", encoding="utf-8"
    )
    page, complaints = shown(browser, tmp_path / "notebook.html")
    frame = page.frame_locator("iframe")
    frame.locator("#meetings-1 dd a").first.click()
    frame.locator(".anchor:target").wait_for(state="attached", timeout=5000)
    assert complaints == []
    page.close()
