"""What a notebook and a saved page show: recorded records, and articles that try to run code."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from asking import meeting, person
from hypothesis import given, settings
from hypothesis import strategies as st

from cassettes import replay
from communique import Article, Extraction, Extractor, Meeting
from communique.testing import ScriptedModel

ALLOWED = {"style": {"head"}, "meta": {"head"}}


class Page(HTMLParser):
    """What a page holds: its elements, ids, links within, and the article's text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._depth = 0
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if self._depth:
            self._depth += tag == "div"
        elif tag == "div" and ("class", "text") in attrs:
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag == "div":
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.text += data

    @property
    def ids(self) -> list[str]:
        return [str(a["id"]) for _, a in self.elements if "id" in a]

    @property
    def links(self) -> list[str]:
        return [str(a["href"]) for tag, a in self.elements if tag == "a"]


@pytest.fixture(scope="module")
def seed() -> Extraction[Any]:
    """The first seed with the recorded answers."""
    return replay("seed_000")


def test_every_value_of_the_page_leads_to_its_words(seed: Extraction[Any]) -> None:
    source = seed.to_html()
    page = Page(source)
    assert page.text == seed.article.text
    assert len(page.ids) == len(set(page.ids))
    inside = [link for link in page.links if link.startswith("#")]
    spans = [s for r in seed.records for s in (*r.grounding.values(), *r.evidence)]
    assert len(inside) == len(spans) > 50
    assert {link[1:] for link in inside} <= set(page.ids)
    for span in spans:
        name = f"s{span.start}-{span.end}"
        lit = "".join(re.findall(rf'<span class="[^"]*\b{name}\b[^"]*">([^<]*)</span>', source))
        assert unescape(lit) == span.text
        assert f"#{name}:target ~ .{name} " in source


def test_a_page_needs_nothing_and_forbids_the_rest(seed: Extraction[Any]) -> None:
    source = seed.to_html()
    page = Page(source)
    assert not [tag for tag, _ in page.elements if tag in ("script", "link", "img", "iframe")]
    assert not [a for _, a in page.elements if any(n.startswith("on") for n in a)]
    assert "default-src 'none'" in source
    assert "url(" not in source


def test_a_notebook_shows_the_page_in_a_frame_without_scripts(seed: Extraction[Any]) -> None:
    framed = seed._repr_html_()
    ((tag, attributes),) = Page(framed).elements
    assert tag == "iframe"
    assert attributes["sandbox"] == "allow-popups"
    inner = Page(str(attributes["srcdoc"]))
    assert inner.text == seed.article.text
    assert inner.links == Page(seed.to_html()).links


def test_a_page_is_saved(seed: Extraction[Any], tmp_path: Path) -> None:
    seed.save_html(tmp_path / "seed.html")
    assert (tmp_path / "seed.html").read_text(encoding="utf-8") == seed.to_html()


HOSTILE = [
    "<script>document.title='owned'</script>",
    "</div></main><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}{{ config }}",
    "</style><style>body{display:none}</style>",
    "\u202egnirts\u202c \u2066 \u200f",
    "\"' onmouseover='alert(1)",
    "<!-- --><svg/onload=alert(1)>",
    "&lt;b&gt; &amp;amp; \x07",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_an_article_says_is_text_and_nothing_else(words: str) -> None:
    """In the text, the title, the source, a name, a place and an address."""
    text = f"Minister Jean {words} met Anna Novak in Paris {words} on Friday."
    model = ScriptedModel(
        {
            "meeting": {
                "meetings": [meeting(1, person(f"Jean {words}"), person("Anna Novak"), place=words)]
            }
        }
    )
    article = Article(text=text, title=words, source=words, url="javascript:alert(1)")
    with Extractor(model, records=[Meeting]) as extractor:
        result = extractor.extract(article, raise_on_failure=False)
    source = result.to_html()
    page = Page(source)
    plain = Page(
        Extraction(
            Article(text="Rain."), "complete", (), (), (), result.usage, result.provenance
        ).to_html()
    )
    assert page.text == result.article.text
    known = {tag for tag, _ in plain.elements} | {"a", "article", "h2", "dl", "dt", "dd", "h1"}
    known |= {"details", "summary", "table", "tr", "th", "td", "p", "bdi", "span"}
    assert {tag for tag, _ in page.elements} <= known
    assert not [a for _, a in page.elements if any(n.startswith("on") for n in a)]
    assert not [link for link in page.links if not link.startswith("#")]
    assert "49" not in page.text


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_stands_on_the_page_as_it_is(words: str) -> None:
    article = Article.model_construct(text=f"A. {words}", id="x")
    result = Extraction(
        article, "complete", (), (), (), replay_usage.usage, replay_usage.provenance
    )
    shown = Page(result.to_html()).text
    assert shown.replace("\r", "\n") == article.text.replace("\r", "\n")


replay_usage = replay("nothing")
