"""The page of one article in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browsing import accessibility_problems, browser, lit_text, needs_chromium, shown

from cassettes import replay
from communique import Extraction

__all__ = ["browser"]
pytestmark = needs_chromium


@pytest.fixture(scope="module")
def seed() -> Extraction[Any]:
    """The first seed with the recorded answers."""
    return replay("seed_000")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_click_on_a_value_lights_its_words(
    browser: Any, seed: Extraction[Any], tmp_path: Path, scheme: str
) -> None:
    seed.save_html(tmp_path / "seed.html")
    page, complaints = shown(browser, tmp_path / "seed.html", color_scheme=scheme)
    name = seed.meetings[1].participants[1].name
    span = seed.meetings[1].grounding["participants[1].name"]
    page.locator("#meetings-2 a", has_text=name).first.click()
    assert lit_text(page) == span.text == name
    assert page.locator(".text").evaluate("e => e.textContent") == seed.article.text
    assert complaints == []
    assert accessibility_problems(page) == []
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
