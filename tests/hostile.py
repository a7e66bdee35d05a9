"""Articles that try to do something to the software that reads or shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from asking import agreement, meeting, person

from communique import Article
from communique.prompting import Question
from communique.testing import ScriptedModel

ATTACKS = (
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "<!--<script>window.pwned=1</script>-->",
    "<img src=x onerror=window.pwned=1>",
    "<svg onload=window.pwned=1>",
    "<svg><animate onbegin=window.pwned=1 attributeName=x dur=1s>",
    '" onmouseover="window.pwned=1" autofocus onfocus="window.pwned=1',
    "' onclick='window.pwned=1",
    "<a href='javascript:window.pwned=1'>x</a>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<object data='data:text/html,<script>parent.pwned=1</script>'></object>",
    "<style>body{display:none}</style>",
    "<link rel=stylesheet href=http://attacker.invalid/x.css>",
    "<meta http-equiv=refresh content='0;url=http://attacker.invalid/'>",
    "<base href=http://attacker.invalid/>",
    "<form action=http://attacker.invalid/><button>x</button></form>",
    "{{ 7 * 7 }} {% if %} {# #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{{ self.__init__.__globals__ }}",
    "\u202egnihtemos yas \u2066 isolates \u2069 \u202c",
    "\u200b\u200d\ufeff zero \u00ad width",
    "\u2028line\u2029separators",
    "\x01\x1b[31m control \x7f",
    "عربي مع <b>english</b> وأرقام 123",
    "𝒜𝓈𝓉𝓇𝒶𝓁 🇫🇷 👩‍👩‍👧 plane",
    "A" * 20_000,
    ("long line " * 3000).strip(),
    "__proto__ constructor toString hasOwnProperty",
    "'; drop table articles; --",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd %2e%2e %E0%A4%A",
    "&lt;script&gt;window.pwned=1&lt;/script&gt; &#60;b&#62;",
)
IDS = ("__proto__", "a/b#c?d", "%E0%A4%A", "<script>x</script>", '"quoted"', "constructor")
URLS = ("javascript:window.pwned=1", "data:text/html,<script>1</script>", "https://example.org/a?b")


def articles() -> Iterator[Article]:
    """An article for each attack, which stands in its text, title, source, id and URL."""
    for number, attack in enumerate(ATTACKS):
        name = IDS[number] if number < len(IDS) else f"hostile-{number}"
        yield Article(
            id=name,
            title=attack[:200],
            source=attack[:200],
            url=URLS[number % len(URLS)],
            text=f"Minister Jean Dupont of France met Anna Novak, the Czech minister, in Paris on "
            f"2 May 2025 in talks on {attack}. France and Kenya signed the Treaty {attack}.",
        )


def model() -> ScriptedModel:
    """Gives each attack as a value wherever an answer may hold one."""
    return ScriptedModel(_answer, sequential=False)


def _answer(question: Question) -> dict[str, Any] | None:
    asked = "\n".join(message["content"] for message in question.messages)
    attack = max((a for a in ATTACKS if a[:60].strip() in asked), key=len, default="")
    everywhere = person(
        attack[:100], role=attack[:100], organization=attack[:100], country=attack[:50]
    )
    if question.name == "meeting":
        dupont = person("Jean Dupont", role="Minister", country="France")
        novak = person("Anna Novak", country="Czech")
        told = meeting(1, dupont, novak, everywhere, date="2 May 2025", topics=[attack[:150]])
        return {"meetings": [told, meeting(1, everywhere, place=attack[:100])]}
    if question.name == "agreement":
        parties = [{"name": n, "country": n} for n in ("France", "Kenya", attack[:100])]
        return {"agreements": [agreement(2, f"Treaty {attack[:80]}", parties=parties)]}
    return None
