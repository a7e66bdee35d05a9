"""What models are told: all that the guidelines define, and nothing that they could repeat."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from asking import extract_scripted

from communique.records import BUILT_IN

ROOT = Path(__file__).parent.parent
GUIDELINES = " ".join((ROOT / "docs" / "guidelines.md").read_text(encoding="utf-8").split())

# What docs/guidelines.md decides, and the words by which a model is told so.
DECISIONS = {
    "no outside knowledge, no guesses": "no knowledge from elsewhere, no guesses",
    "talks in three cities is three records": "talks in three cities has three entries",
    "told twice in one article are one": "told twice have one",
    "tour of a site with no counterpart": "tour of a site with no counterpart",
    "routine press briefing is no meeting": "routine press briefing",
    "postponed without a new date": "postponed without a new date",
    "a meeting in a named place is `in_person`": "a meeting in a named place is in_person",
    "null where only a role or a body is given": "without a name has only its country",
    "null for international bodies": "International bodies have null",
    "`EU` for the European Union": "European Union and its bodies have European Union",
    "an old one that the article recalls": "an old one that the article recalls",
    "with nothing concrete is no agreement": "with nothing concrete is none",
    "under_negotiation`. An old agreement": '"Agreed to start drafting" is under_negotiation',
    "signed whose force is unsaid is `signed`": "no more is said of its force",
    "people are not parties": "never people",
    "never the planned signing": "never the planned signing",
    "a law taking effect is one": "A law taking effect",
    "reporter's own words about visas are not": "reporter's own words about visas",
    '"The French side": name null': "told of only as a state's: name null",
    "no visa at all": "no visa at all",
    "One record per speaker and measure and destination": "One entry per speaker and measure",
    "same speaker repeating himself is one": "same speaker repeating himself has one",
    "Copied from the article letter for letter": "copied letter for letter, without honorifics",
    "Interpol, GCC, ASEAN, the African Union have null": "Interpol, GCC, ASEAN and the African Union",
    "never made up from an office": "never made up from an office",
    "the office it mirrors": "the office that it mirrors",
    '"The two sides" are the states': "Sides without a name are the states",
    "academic titles are honorifics": "academic titles are honorifics",
    "without a bracketed acronym": "without an acronym in brackets",
    "the nominative where the text contains it": "the nominative where the article has it",
    "One beneficiary entry per nationality": "One beneficiary per nationality",
    "a unified visa is `facilitation`": "a unified visa is facilitation",
    '"Today" and "on Monday" are relative dates': '"Today" and "on Monday" are dates',
    "dated meeting has the meeting's date": "dated meeting has the meeting's date",
    "effective date only where no other is given": "holds only where no other is given",
    "An accepted invitation is `planned`": "An accepted invitation is planned",
    "summoning an ambassador is a meeting": "summoning an ambassador is a meeting",
    "One participant on screen": "one participant on a screen leaves",
    "no talks told is no meeting": "no talks told is no meeting",
    "Lists of related headlines": "lists of related headlines",
    "action plan: `roadmap`": "action plan is roadmap",
    "joint statement, communique: `declaration`": "joint statement and communique are declaration",
    "amendment, addendum: `protocol`": "amendment and addendum are protocol",
    "protocole d'accord": "protocole d'accord is memorandum",
    "Adopted without a signing told": "adopted without a signing told is in_force",
    "a call for an agreement: `proposed`": "a call for an agreement, is proposed",
    "its own record beside the new one": "its own entry beside the new one",
    "A plain denial makes no record": "A plain denial makes none",
    "an exemption ended, a visa newly required": "an exemption ended, newly required",
    "a waiver or the issuing paused": "a waiver or the issuing paused",
    "a waiver of it too": "a waiver of the price too",
    "a longer stay or validity": "a longer stay or validity",
    "Topics merely discussed": "topics merely discussed are topics of a meeting",
    "description of the standing regime is not": "a description of the standing rules",
    "An agreement about visas is an agreement": "An agreement about visas is an agreement",
    "not lobbies, think tanks, firms": "words of lobbies, think tanks, firms",
    "takes that measure's destination": "takes that measure's destination and beneficiaries",
    "one `facilitation`; a fee change": "one facilitation; a fee change beside it is its own",
    '"Welcomed it" is `supports`': '"Welcomed it" is supports',
    "what the other side thinks is no quote": "what the other side thinks is no quote",
    "one record for each state": "one entry for each state",
    "Background paragraphs": "background too",
    "talks to the reader's software": "If it speaks to you",
}


def sent(**model: Any) -> str:
    """All that a model is sent about an article with something of each kind."""
    parts: list[str] = []

    def script(question: Any) -> Any:
        parts.extend(message["content"] for message in question.messages)

    extract_scripted("Fiji and Peru met and signed a pact on visas.", script, **model)
    return " ".join(" ".join(parts).split())


@pytest.mark.parametrize(("decision", "told"), DECISIONS.items())
def test_a_large_model_is_told_what_the_guidelines_decide(decision: str, told: str) -> None:
    """If the guidelines change, the prompts have to."""
    assert decision in GUIDELINES
    assert told in sent()


def test_every_word_of_the_vocabularies_is_explained() -> None:
    """To small models too."""
    for told in (sent(), sent(by_sentence=True)):
        for kind in BUILT_IN:
            for field in kind.model_fields.values():
                for option in re.findall(r"Literal\[(.*?)\]", str(field.annotation)):
                    for word in re.findall(r"'(\w+)'", option):
                        assert word in told


def test_small_models_are_told_less() -> None:
    """They forget what comes after so many rules, and code decides the hard cases for them."""
    briefs: list[str] = []

    def script(question: Any) -> Any:
        briefs.append(question.messages[0]["content"])

    for by_sentence in (True, False):
        extract_scripted("Fiji and Peru met.", script, by_sentence=by_sentence)
    assert len(briefs[0]) < 0.7 * len(briefs[-1])


def answers() -> list[tuple[str, str, str]]:
    """Each recorded answer of the embedded model, with the prompt's examples and the article."""
    found = []
    for path in sorted((ROOT / "cassettes").glob("*.yaml")):
        for call in yaml.safe_load(path.read_text(encoding="utf-8"))["interactions"]:
            body, reply = call["request"]["body"], call["response"]["body"]
            if not isinstance(body, dict) or not isinstance(reply, dict):
                continue
            system, user = (message["content"] for message in body["messages"][:2])
            article = user.partition("END OF ARTICLE")[0]
            text = reply["choices"][0]["message"]["content"]
            found.append((system, article, text))
    return found


def test_no_example_of_a_prompt_is_in_an_answer() -> None:
    """Small models copy names out of examples; ours are phrases without a name, or states."""
    recorded = answers()
    assert len(recorded) > 20
    for prompt, article, answer in recorded:
        examples = list(re.findall(r"[\"“]([^\"“”{}\[\]]{3,60})[\"”]", prompt))
        named = [e for e in examples if re.search(r"[A-Z]\w+|\d", e) and e not in article]
        assert not [e for e in named if e in json.dumps(answer, ensure_ascii=False)]
