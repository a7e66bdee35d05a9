"""The words by which code knows what a sentence tells.

What recognisers must know of a language is in a package of that language, a module for each kind of
record; the modules of the kinds here make one pattern of those of all languages.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.recognition.words.english import ENGLISH
from communique.recognition.words.french import FRENCH
from communique.recognition.words.german import GERMAN
from communique.recognition.words.kazakh import KAZAKH
from communique.recognition.words.language import Language, Patterns
from communique.recognition.words.russian import RUSSIAN
from communique.recognition.words.spanish import SPANISH

LANGUAGES = (ENGLISH, FRENCH, GERMAN, RUSSIAN, SPANISH, KAZAKH)


def joined(patterns: Callable[[Language], Patterns]) -> str:
    """One pattern of those of all languages."""
    return "|".join(pattern for language in LANGUAGES for pattern in patterns(language))
