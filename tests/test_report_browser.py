"""Reports in a real browser: Chromium, headless. Skipped where playwright or Chromium is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hostile
import pytest
from browsing import accessibility_problems, browser, lit_text, needs_chromium, shown

from cassettes import ROOT, replay
from communique import extract_many, save_report

sys.path.insert(0, str(ROOT / "benchmarks"))

import invented

__all__ = ["browser"]
pytestmark = needs_chromium

NAMES = ("seed_000", "seed_004", "russian", "french", "nothing")
VIEWS = ("overview", "timeline", "network", "meetings", "agreements", "articles")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of what the embedded model answered."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    return save_report(map(replay, NAMES), path, title="Recorded")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of a run over 1,000 articles."""
    outcomes = extract_many(invented.articles(1000), model=invented.model(), order="input")
    return save_report(outcomes, tmp_path_factory.mktemp("large") / "report.html")


@pytest.fixture
def page(browser: Any, recorded: Path) -> Iterator[Any]:
    """The recorded report, of which nothing may be complained."""
    opened, complaints = shown(browser, recorded)
    yield opened
    opened.close()
    assert complaints == []


def go(page: Any, view: str) -> None:
    """Follow a link of the navigation."""
    page.locator(f'#nav a[href="#{view}"]').click()
    page.wait_for_selector(f'#nav a[href="#{view}"][aria-current]')


def rows_become(page: Any, fits: Callable[[int], bool]) -> None:
    """Wait until the table has so many rows: a filter waits for the end of typing."""
    for _ in range(100):
        if fits(page.locator("tbody tr").count()):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the table has {page.locator('tbody tr').count()} rows")


def test_a_click_on_a_value_lights_its_words(page: Any) -> None:
    seed = replay("seed_000")
    go(page, "meetings")
    page.locator("td a", has_text="Lyon").first.click()
    name = seed.meetings[1].participants[1].name
    page.locator(".card.wanted .value", has_text=name).first.click()
    assert lit_text(page) == name
    assert page.locator("#text").evaluate("e => e.textContent") == seed.article.text
    for button in page.locator(".card .value").all():
        button.click()
        path = button.get_attribute("title")
        words = lit_text(page)
        assert words
        if path == "evidence":
            assert words == button.text_content()


def test_words_of_another_script_are_lit_to_the_letter(page: Any) -> None:
    russian = replay("russian")
    page.evaluate(f"location.hash = '#article/{russian.article.label}/meetings/1'")
    name = russian.meetings[0].participants[0].name
    page.locator(".card.wanted .value", has_text=name).first.click()
    assert lit_text(page) == russian.meetings[0].grounding["participants[0].name"].text


def test_filters_hold_in_all_views(page: Any) -> None:
    page.locator("#filter-country").select_option("NL")
    kept = page.locator("#matching").text_content()
    shown_first = int(kept.split(" of ")[0])
    assert 0 < shown_first < int(kept.split(" of ")[1].split()[0])
    go(page, "meetings")
    places = page.locator("tbody tr td:nth-child(5)").all_text_contents()
    assert places
    assert all("NL" in row for row in page.locator("tbody tr").all_text_contents())
    page.locator("#filter-name").fill("nobody is called this")
    rows_become(page, lambda count: count == 0)
    page.locator("#clear").click()
    rows_become(page, lambda count: count > 2)
    page.locator("#filter-from").fill("2009-06-01")
    page.locator("#filter-to").fill("2009-07-01")
    go(page, "agreements")
    rows_become(page, lambda count: count == 1)
    # Some day of 2009: it may lie between the two.
    assert "Agreement on Combating Crime" in page.locator("tbody tr").text_content()


def test_columns_sort_both_ways(page: Any) -> None:
    go(page, "meetings")
    head = page.locator("th button", has_text="place")
    head.click()
    assert page.locator("th[aria-sort=ascending]").text_content() == "place"
    up = page.locator("tbody tr td:nth-child(5)").all_text_contents()
    filled = [text for text in up if text]
    assert filled == sorted(filled, key=str.casefold)
    head.click()
    down = page.locator("tbody tr td:nth-child(5)").all_text_contents()
    assert [text for text in down if text] == filled[::-1]
    # What is empty stays at the end.
    assert up[len(filled) :] == down[len(filled) :]


def test_the_timeline_draws_doubtful_dates_as_intervals(page: Any) -> None:
    go(page, "timeline")
    year = page.locator('a.mark[aria-label^="agreement, 2009:"]')
    assert year.locator("rect.interval").count() == 1
    page.locator(".tools button", has_text="Zoom in").click()
    page.locator(".tools button", has_text="All").click()
    first = page.locator("a.mark[tabindex='0']")
    first.focus()
    label = first.get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") != label
    page.keyboard.press("Enter")
    page.wait_for_selector(".card.wanted")


def test_the_network_groups_by_country_and_tells_its_links(page: Any) -> None:
    go(page, "network")
    node = page.locator("g.node", has_text="Yerzhan Sadenov")
    node.locator("circle").click()
    assert "Bruno Retailleau" in page.locator("#about").text_content()
    page.locator("#by-country").check()
    assert page.locator("g.node.person").count() == 0
    rows = page.locator("tbody tr").all_text_contents()
    assert any("Kazakhstan" in row and "France" in row for row in rows)
    page.locator("#by-country").uncheck()
    assert page.locator("g.node.person").count() > 0


def test_a_link_to_an_item_opens_it(browser: Any, recorded: Path) -> None:
    page, complaints = shown(browser, recorded)
    page.goto(f"{recorded.as_uri()}#article/000_88a5829ba9d6ecc7/agreements/2")
    page.reload()
    wanted = page.locator(".card.wanted")
    assert "Readmission Agreement" in wanted.text_content()
    assert page.evaluate("document.activeElement.classList.contains('wanted')")
    page.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_views_are_accessible(browser: Any, recorded: Path, scheme: str) -> None:
    page, complaints = shown(browser, recorded, color_scheme=scheme)
    for view in VIEWS:
        go(page, view)
        assert accessibility_problems(page) == [], view
    page.evaluate("location.hash = '#article/000_88a5829ba9d6ecc7/meetings/1'")
    page.locator(".card.wanted .value").first.click()
    page.locator("details").first.evaluate("e => e.open = true")
    assert accessibility_problems(page) == []
    page.close()
    assert complaints == []


def test_everything_can_be_reached_by_keyboard(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the records"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector('#nav a[href="#timeline"][aria-current]')
    assert page.evaluate("document.activeElement.id") == "main"


def test_nothing_of_a_hostile_archive_runs(browser: Any, tmp_path: Path) -> None:
    outcomes = list(extract_many(hostile.articles(), model=hostile.model(), order="input"))
    path = save_report(outcomes, tmp_path / "r.html", title=hostile.ATTACKS[1])
    page, complaints = shown(browser, path)
    for view in VIEWS:
        go(page, view)
    for outcome in outcomes:
        go(page, "articles")
        article = outcome.article
        assert article is not None
        page.evaluate("id => { location.hash = '#article/' + encodeURIComponent(id); }", article.id)
        page.wait_for_selector(".reading", state="attached")
        assert page.locator("#text").evaluate("e => e.textContent") == article.text
        for value in page.locator(".card .value").all()[:6]:
            value.click()
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("Object.prototype.pwned") is None
    assert page.locator("#main script, #main iframe, #main img, #main style").count() == 0
    links = page.evaluate("[...document.links].map(e => e.protocol)")
    assert set(links) <= {"file:", "https:"}
    page.close()
    assert complaints == []


def test_a_report_of_1000_articles_is_small_and_opens_soon(browser: Any, large: Path) -> None:
    """The exact figures are measured by benchmarks/report.py."""
    texts = sum(len(article.text.encode()) for article in invented.articles(1000))
    assert large.stat().st_size - texts < 5_000_000
    page, complaints = shown(browser, large)
    page.wait_for_selector("html[data-ready=yes]", state="attached", timeout=2000)
    assert page.locator("#matching").text_content() == "3,000 of 3,000 records"
    for view in VIEWS:
        go(page, view)
    go(page, "meetings")
    assert page.locator("tbody tr").count() == 100
    page.locator(".more button", has_text="Show all").click()
    assert page.locator("tbody tr").count() == 1000
    page.locator("#filter-country").select_option("KE")
    rows_become(page, lambda count: count < 1000)
    page.close()
    assert complaints == []
