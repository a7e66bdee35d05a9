"""How a small model is asked: about one sentence at a time, where that suits the kind."""

from __future__ import annotations

import re
from typing import Any

from asking import agreement, extract_scripted, meeting, person

from communique import Agreement, Meeting
from communique.errors import ServerFailed

TEXT = (
    "Minister Ana Roy of Fiji met Bo Lee in Oslo. It rained. They signed a treaty on fishing. "
    "A memorandum on boats was signed last year."
)


def asked_about(question: Any) -> int:
    """The number of the sentence that a question is about; 0 where it is about all."""
    found = re.search(r"Now only sentence \[(\d+)\]", question.messages[1]["content"])
    return int(found[1]) if found else 0


def titles(number: int) -> list[str]:
    """What the scripted model reads in a sentence."""
    return {3: ["treaty on fishing"], 4: ["memorandum on boats", "Treaty of Rome"]}[number]


def test_each_sentence_with_a_cue_is_asked_about_on_its_own() -> None:
    """Entries need no number: it is known which sentence tells of them."""
    seen = []

    def script(question: Any) -> Any:
        number = asked_about(question)
        seen.append((question.name, number))
        if question.name == "meeting":
            return {"meetings": [meeting(1, person("Ana Roy", role="Minister"), person("Bo Lee"))]}
        if number:
            entries = [agreement(0, title) for title in titles(number)]
            for entry in entries:
                del entry["sentence"], entry["more_sentences"]
            return {"agreements": entries}
        return None

    result = extract_scripted(TEXT, script, records=[Meeting, Agreement], by_sentence=True)
    assert seen[:3] == [("meeting", 0), ("agreement", 3), ("agreement", 4)]
    assert [a.title for a in result.agreements] == ["treaty on fishing", "memorandum on boats"]
    assert result.agreements[1].evidence[0].text == "A memorandum on boats was signed last year."
    assert [(r.item, r.value) for r in result.rejected] == [(3, "Treaty of Rome")]
    assert seen[3:] == [("agreement repair", 0)]


def test_a_sentence_without_an_answer_costs_only_itself() -> None:
    """The others stand, and the failure names the sentence."""

    def script(question: Any) -> Any:
        number = asked_about(question)
        if number == 3:
            return ServerFailed("the server broke", status=500)
        return {"agreements": [agreement(4, "memorandum on boats")]} if number == 4 else None

    result = extract_scripted(TEXT, script, records=[Agreement], by_sentence=True)
    assert result.status == "partial"
    assert [f.sentences for f in result.failures] == [(3, 3)]
    assert [a.title for a in result.agreements] == ["memorandum on boats"]


def test_all_questions_of_an_article_share_what_comes_before_the_sentence() -> None:
    """So that a server reads it once."""
    prompts = []

    def script(question: Any) -> Any:
        prompts.append(question.messages[1]["content"])

    extract_scripted(TEXT, script, records=[Agreement], by_sentence=True)
    heads = {prompt.split("Now only sentence")[0] for prompt in prompts}
    assert len(prompts) == 2
    assert len(heads) == 1
