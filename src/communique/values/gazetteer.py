"""Which words name which state: CLDR names, demonyms and aliases, capitals and cities.

CLDR names come from Babel in the languages below; demonyms and aliases from
``data/demonyms.tsv``; cities from ``data/cities.tsv`` (GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from communique.values.cases import kazakh_cases, russian_cases
from communique.values.folding import fold, folded_text

LANGUAGES = ("en", "fr", "de", "es", "ru", "it", "pt", "uk", "kk", "tr", "ar", "zh", "ja")
# CLDR's own plain names that are ordinary words or other people's names too often.
_WEAK = frozenset(("outlying oceania", "eurozone", "united nations", "world"))


# Names that hold the name of a state and mean something else.
_OTHER_NAMES = frozenset(
    "south china sea|east china sea|latin american|latin america|south american|south america|"
    "north american|north america|central american|central america|gulf of guinea|gulf of mexico|"
    "new mexico|new jersey|new england|indian ocean|irish sea|american indian|west indian|"
    "minsk agreements|sea of japan|english channel|native american".split("|")
)
# Cities whose names are words.
_WORDS = frozenset(("male", "mobile", "nice", "george", "victoria", "sofia"))
# Bodies that represent no single state.
_INTERNATIONAL = frozenset(
    (
        "interpol|nato|un|u.n.|united nations|osce|wto|who|imf|world bank|gcc|"
        "gulf cooperation council|asean|african union|au|arab league|league of arab states|"
        "oecd|unesco|unicef|unhcr|iom|international organization for migration|iaea|brics|"
        "g7|g20|sco|cis|csto|opec|ecowas|shanghai cooperation organization|"
        "shanghai cooperation organisation|council of europe|organization of turkic states|"
        "organisation of turkic states|eurasian economic union|eaeu|"
        "international monetary fund|world health organization|world trade organization|"
        "international criminal court|mercosur|caricom|red cross|icrc|оон|нато|обсе|шос|"
        "магатэ|мвф|воз|юнеско|снг|одкб|интерпол|onu|otan"
    ).split("|")
)


_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_WORD = re.compile(r"\w+")
_ENDING = 5
"""How many letters the longest ending of an inflected word has."""
# Only names of capitals, of cities as large as this and of these are looked for in all their cases:
# those of others are names of people too ("Кирова", "Владимиром").
_LARGE = 1_000_000
_NO_GENITIVE = frozenset(("Island", "Jersey"))  # "Pacific Islands"
_NAMES_OF_PEOPLE = frozenset(("София", "Виктория", "Тирана", "Милан"))
_SEATS = frozenset(("Женева", "Гаага", "Страсбург"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Words at ``text[start:end]`` that name the state `code`, or what is in it.

    `kind` is name, demonym, city or capital, which may stand for its state.
    """

    start: int
    end: int
    code: str
    kind: str


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("communique") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        if line.strip():
            yield line.split("\t")


_Beginning = tuple[re.Pattern[str] | None, tuple[str, ...]]


class Gazetteer:
    """Look-up of countries by what an article may call them. Built once, then read only."""

    @cached_property
    def _cldr(self) -> dict[str, str]:
        from babel import Locale

        names: dict[str, str] = {}
        for language in LANGUAGES:
            for code, name in Locale(language).territories.items():
                if len(code) == 2 and code.isalpha() and code not in ("EZ", "UN", "ZZ", "XA", "XB"):
                    names.setdefault(fold(str(name)), str(code))
                    if (
                        language == "de"
                        and str(name)[-1] not in "sxzß"
                        and name not in _NO_GENITIVE
                    ):
                        names.setdefault(fold(f"{name}s"), str(code))  # "Minister Kasachstans"
                    for case in kazakh_cases(str(name)) if language == "kk" else ():
                        names.setdefault(fold(case), str(code))
        for weak in _WEAK:
            names.pop(weak, None)
        return names

    @cached_property
    def codes(self) -> frozenset[str]:
        """All codes: ISO 3166-1 alpha-2, with XK for Kosovo and EU for the European Union."""
        import pycountry

        return frozenset(country.alpha_2 for country in pycountry.countries) | {"XK", "EU"}

    @cached_property
    def _three_letter(self) -> dict[str, str]:
        import pycountry

        return {country.alpha_3: country.alpha_2 for country in pycountry.countries}

    @cached_property
    def _forms(self) -> dict[str, tuple[str, str]]:
        """Folded words to (code, kind), for whole words."""
        forms = {name: (code, "name") for name, code in self._cldr.items()}
        for code, language, form in _rows("demonyms.tsv"):
            if not form.endswith("*"):
                kind = "demonym" if language == "en" else "adjective"
                forms.setdefault(fold(form), (code, kind))
        return forms | dict.fromkeys(_OTHER_NAMES, ("", "other"))

    @cached_property
    def _stems(self) -> dict[str, str]:
        """Folded stems of inflected words to codes; each word of a stem may be inflected."""
        return {
            fold(form.replace("*", "")): code
            for code, _language, form in _rows("demonyms.tsv")
            if form.endswith("*")
        }

    @cached_property
    def _cities(self) -> dict[str, tuple[str, bool]]:
        cities: dict[str, tuple[str, bool]] = {}
        for name, code, _population, capital in _rows("cities.tsv"):
            if fold(name) not in _WORDS:
                cities[fold(name)] = (code, capital == "1")
        for case, name in self._city_cases.items():
            cities.setdefault(case, cities[name])
        return cities

    @cached_property
    def _city_cases(self) -> dict[str, str]:
        """The folded cases of the names of large cities to the folded names."""
        cases = {
            case: fold(name)
            for name, _code, population, capital in _rows("cities.tsv")
            if (capital == "1" or int(population) >= _LARGE or name in _SEATS)
            and name not in _NAMES_OF_PEOPLE
            for case in (*russian_cases(name), *kazakh_cases(name))
        }
        # Folded at one go: each call costs more than most names.
        return dict(zip(fold("|".join(cases)).split("|"), cases.values(), strict=True))

    def nominative(self, city: str) -> str:
        """The folded name of a city that is written in another case."""
        folded = fold(city)
        return self._city_cases.get(folded, folded)

    @cached_property
    def code_of(self) -> Callable[[str], str | None]:
        """The state that words name: a code, a name, a demonym or an alias; None if none."""
        return lru_cache(maxsize=8192)(self._code_of)

    def _code_of(self, words: str) -> str | None:
        text = words.strip(" .,'\"")
        if text.upper() in self.codes and (text.isupper() or len(words.strip()) == 2):
            return text.upper()
        if text.isupper() and text in self._three_letter:
            return self._three_letter[text]
        folded = _POSSESSIVE.sub("", fold(words)).strip(" .,")
        for candidate in (folded, folded + ".", folded.removeprefix("the ")):
            if candidate in self._forms:
                return self._forms[candidate][0] or None
        # "the Kyrgyz side", "Kazakh citizens": a demonym with one plain noun.
        for stem, code in self._stems_by_start.get(folded[:2], ()):
            if self._inflects(stem, folded):
                return code
        return None

    @cached_property
    def _stems_by_start(self) -> dict[str, list[tuple[str, str]]]:
        """Stems with their codes by their first two letters."""
        index: dict[str, list[tuple[str, str]]] = {}
        for stem, code in self._stems.items():
            index.setdefault(stem[:2], []).append((stem, code))
        return index

    @staticmethod
    def english_names() -> dict[str, str]:
        """What CLDR calls each state in English, by code."""
        from babel import Locale

        return {str(code): str(name) for code, name in Locale("en").territories.items()}

    @staticmethod
    @lru_cache(maxsize=8192)
    def is_international(words: str) -> bool:
        """Whether `words` are the name of a body of many states, which represents none of them."""
        folded = _POSSESSIVE.sub("", fold(words)).strip(" .,")
        return folded.removeprefix("the ") in _INTERNATIONAL

    def city(self, name: str) -> str | None:
        """The state in which the city `name` certainly lies."""
        entry = self._cities.get(_POSSESSIVE.sub("", fold(name)))
        return entry[0] if entry else None

    @staticmethod
    def _inflects(stem: str, word: str) -> bool:
        parts, tokens = stem.split(), word.split()
        return len(parts) == len(tokens) and all(
            t.startswith(p) and len(t) - len(p) <= _ENDING
            for p, t in zip(parts, tokens, strict=True)
        )

    @cached_property
    def _first_words(self) -> dict[str, list[str]]:
        """The first word of each whole form and city to the forms that begin with it."""
        index: dict[str, list[str]] = {}
        for form in (*self._forms, *self._cities):
            first = re.match(r"\w+", form)
            if first:
                index.setdefault(first[0], []).append(form)
        for entries in index.values():
            entries.sort(key=len, reverse=True)
        return index

    @cached_property
    def _stem_heads(self) -> dict[str, list[tuple[int, str]]]:
        """The first word of each stem to the stems that begin with it, with their ranks."""
        index: dict[str, list[tuple[int, str]]] = {}
        for ranked in enumerate(self._stems):
            index.setdefault(ranked[1].split()[0], []).append(ranked)
        return index

    @cached_property
    def _beginning(self) -> Callable[[str], _Beginning]:
        """What `word` may begin: whole forms, and stems of which it may be an inflected form."""
        return lru_cache(maxsize=8192)(self._begun_by)

    def _begun_by(self, word: str) -> _Beginning:
        heads = (word[:end] for end in range(max(1, len(word) - _ENDING), len(word) + 1))
        ranked = sorted(each for head in heads for each in self._stem_heads.get(head, ()))
        forms = "|".join(map(re.escape, self._first_words.get(word, ())))
        # What goes on with a letter or digit is another word.
        pattern = re.compile(rf"(?:{forms})(?![^\W_])") if forms else None
        return pattern, tuple(stem for _, stem in ranked)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """All words of `text` that name a state or a city, longest first, without overlaps."""
        return _mentions(text)

    def _find(self, text: str) -> Iterator[Mention]:
        folded = folded_text(text)
        end_of_last = 0
        beginning = self._beginning
        for token in _WORD.finditer(folded.text):
            forms, stems = beginning(token[0])
            if not (forms or stems) or token.start() < end_of_last:
                continue
            mention = self._at(folded.text, token.start(), forms, stems)
            if mention is not None:
                start, end = folded.place(*mention[0])
                if self._written_as_name(text[start:end], mention[1]):
                    end_of_last = mention[0][1]
                    code, kind = mention[1]
                    if code:
                        yield Mention(start, end, code, "demonym" if kind == "adjective" else kind)

    def _at(
        self, line: str, start: int, forms: re.Pattern[str] | None, stems: Iterable[str]
    ) -> tuple[tuple[int, int], tuple[str, str]] | None:
        form = forms.match(line, start) if forms is not None else None
        if form is not None:
            if form[0] in self._forms:
                return form.span(), self._forms[form[0]]
            code, capital = self._cities[form[0]]
            return form.span(), (code, "capital" if capital else "city")
        for stem in stems:
            group = _words_together(len(stem.split())).match(line, start)
            if group and self._inflects(stem, group[0]):
                return (start, group.end()), (self._stems[stem], "adjective")
        return None

    @staticmethod
    def _written_as_name(written: str, entry: tuple[str, str]) -> bool:
        """Lower case is a name only as an adjective of languages that write it so."""
        if written == "Lao":
            return True
        if len(written) <= 3 and written.replace(".", "").isascii():
            return written.replace(".", "").isupper()
        return not written[:1].islower() or entry[1] in ("adjective", "other")

    def codes_in(self, text: str) -> frozenset[str]:
        """The states that `text` names in any form, by their cities too."""
        return frozenset(mention.code for mention in self.mentions(text))

    def without_countries(self, text: str, codes: frozenset[str]) -> str:
        """`text` with the mentions of `codes` blanked out."""
        for mention in reversed(self.mentions(text)):
            if mention.code in codes and mention.kind in ("name", "demonym"):
                text = text[: mention.start] + " " + text[mention.end :]
        return text


@lru_cache(maxsize=16)
def _words_together(count: int) -> re.Pattern[str]:
    return re.compile(rf"\w+(?:[ -]\w+){{{count - 1}}}")


@lru_cache(maxsize=64)
def _mentions(text: str) -> tuple[Mention, ...]:
    return tuple(gazetteer()._find(text))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer of the process."""
    return Gazetteer()
