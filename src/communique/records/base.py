"""What all records have in common: frozen fields, evidence, and the grounding of each value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from communique.article import Article, Span
from communique.passages import Passage
from communique.values.reading import Reading


class Entity(BaseModel):
    """Values that belong together, such as a person's name and role. Subclass it for your own.

    An entity of which the article supports no value is left out of its record.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Record(BaseModel):
    """Something that an article reports. Subclass it to extract a kind of your own.

    A field that can be neither None nor empty identifies the record: without it there is none.
    `guide` tells the model what counts and what does not; `ask` is the question's first line.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    kind: ClassVar[str] = "record"
    """The kind's name in JSON and in questions, such as ``meeting``."""
    plural: ClassVar[str] = "records"
    guide: ClassVar[str] = ""
    ask: ClassVar[str] = ""
    decisions: ClassVar[str] = ""
    """Rules for hard cases, which large models are told besides `guide`."""
    cues: ClassVar[tuple[str, ...]] = ()
    """Beginnings of words, in any language, by which sentences that may tell of such a record are
    known. Where an article has such sentences, a record must stand on one of them."""
    follow_up: ClassVar[str] = ""
    """A pattern of sentences that speak of what a sentence with a cue told before: "condemned the
    step". They may tell of a record too."""
    telling: ClassVar[str] = ""
    """A pattern of sentences that tell of a record: "had been called in". A small model is asked
    about each of them that no record stands on yet; about the whole text where there is none."""
    carry_on: ClassVar[str] = ""
    """A pattern of sentences that go on with what the one before them tells: "They discussed"."""
    adds: ClassVar[str] = ""
    """A pattern of sentences that only add to what any sentence before them tells. Those that
    `shows` holds of are asked about all the same."""
    needs_cue: ClassVar[bool] = False
    """Whether `cues` are all there are: the model is then pointed to those sentences, and is not
    asked about an article without any."""
    by_sentence: ClassVar[bool] = False
    """Whether a small model is asked about each sentence with a cue on its own. Suits kinds that
    are mostly told in one sentence: more calls, fewer misses."""
    at_most: ClassVar[int] = 8
    """How many records of this kind one answer may hold."""

    evidence: Annotated[tuple[Span, ...], Field(min_length=1)]
    """The sentences that carry the record, in the order of the text."""
    grounding: Annotated[dict[str, Span], Field(default_factory=dict)]
    """Field path, such as ``participants[0].name``, to the words that carry its value."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        own = cls.__dict__
        if "kind" not in own:
            cls.kind = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()
        if "plural" not in own:
            ends_in_y = cls.kind.endswith("y") and cls.kind[-2:-1] not in "aeiou"
            cls.plural = cls.kind[:-1] + "ies" if ends_in_y else cls.kind + "s"
        if "guide" not in own and cls.__doc__:
            cls.guide = " ".join(cls.__doc__.split())
        if "ask" not in own:
            cls.ask = f"List every {cls.kind.replace('_', ' ')} that the article reports."

    @classmethod
    def names_enough(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether `sentence` names, or stands for, whoever a record cannot do without.

        Where no sentence does, a small model is not asked. Here: it does.
        """
        return True

    @classmethod
    def may_tell(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether a record on `sentence` could stand, as far as code reads a small model's fields.

        It is not asked about a sentence on which none could. Here: it may.
        """
        return True

    @classmethod
    def shows(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether who is named in `sentence` shows that it may tell of such a record.

        It then may whatever its words: people can meet in more ways than can be listed. Here: no.
        """
        return False

    @classmethod
    def shown_by(
        cls, grounding: Mapping[str, Span], sentences: Sequence[Passage], reading: Reading
    ) -> bool:
        """Whether those whom a record names, by its `grounding`, show that `sentences` tell of it.

        It is a large model's record: a small one takes names from anywhere. Here: where `shows`
        holds of any sentence.
        """
        return any(cls.shows(sentence, reading) for sentence in sentences)

    @classmethod
    def told_with(
        cls, sentence: Passage, answer: Mapping[str, Any], reading: Reading
    ) -> tuple[Passage, ...]:
        """The sentences on which an entry of an `answer` about `sentence` stands.

        The asked one comes first. Who does it may be named beside what is done. Here: it alone.
        """
        return (sentence,)

    @classmethod
    def told_in(cls, sentence: Passage, reading: Reading) -> tuple[str, ...]:
        """The records that `sentence` tells of for certain, as far as code can see.

        For each the words that name it, or "". A small model is then asked what they are and not
        whether there is one. Here: none is certain.
        """
        return ()

    @classmethod
    def given_by(cls, told: str) -> Mapping[str, str]:
        """The fields that words of `told_in` give, so that a small model need not repeat them.

        Here: none.
        """
        return {}

    @classmethod
    def together(cls, records: tuple[Self, ...]) -> tuple[Self, ...]:
        """The records of one article, with what they tell of each other; here: nothing."""
        return records

    def fault(self, article: Article) -> str | None:
        """Why this is no record of its kind although its values are supported; None if it is.

        `article` is the one that it is of.
        """
        return None

    def same_event(self, other: Record) -> bool:
        """Whether `other`, of the same kind, tells the same thing, so that both become one.

        Here: no field that both have differs.
        """
        return all(
            mine == getattr(other, name) or not mine or not getattr(other, name)
            for name, mine in self
            if name not in ("evidence", "grounding")
        )
