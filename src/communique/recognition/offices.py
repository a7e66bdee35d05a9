"""Names and the offices beside them: "Fiji's Minister of the Interior, Ana Roy"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from communique.article import Span
from communique.passages import Passage
from communique.recognition.words import joined
from communique.recognition.words.speech import SAYS
from communique.values.folding import fold
from communique.values.gazetteer import gazetteer
from communique.values.titles import COUNTERPART, is_domain, is_particle

# Portuguese and Italian ambassadors are read by their neighbours' grammar.
_OFFICES = rf"{joined(lambda of: of.officials.offices)}|embaixador[a]?|ambasciat(?:ore|rice)"
OFFICE = re.compile(rf"(?:vice-|vize|deputy-)?(?:{_OFFICES})s?", re.IGNORECASE)
"""A word for an office."""

BODY = re.compile(rf"\b(?:{joined(lambda of: of.officials.bodies)})\b", re.IGNORECASE)
"""A word that makes a name that of a ministry, an agency or the like."""


_INNER = frozenset(
    "of for and the to in on at de des du la l' d' der die das für und im из по и в".split()
)


# After these another phrase begins, and what stands before is no office of whom it names.
_OF_ANOTHER = frozenset("by with from as par avec von mit durch с со от por con".split())


_OPENERS = frozenset(
    (
        "the a an in on at by for from after before during while when if as but and also he she it "
        "they his her their this that these those both later earlier meanwhile following under "
        "with "
        "to of le la les en à au dans lors après avant der die das im am bei nach vor в на по "
        "после до во при как что это mr mrs ms"
    ).split()
)


_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"«»„–—]+")


# "аль-Мутлак", "al-Harthy": the name goes on in small letters.
_ARTICLED = re.compile(r"(?:al|el|as|ar|an|at|ad|аль|эль|ас|ар|ан|ат|ад|аш|ал|ибн|бен)[-‐]\w")

# "министра Кыргызской Республики Азамата ...": such a word belongs to the state before the name.
_STATE_WORD = re.compile(
    r"(?:республик|государств|королевств|федераци|эмират|султанат|союз|штат|конфедераци)\w*",
    re.IGNORECASE,
)

_LONGEST_ROLE = 12
_NO_GENITIVE = re.compile(
    r"с|со|к|у|о|об|от|для|(?!(?:от)?дела?$)\w*(?:[аеёиыуя]л|[аеиыуя]л[аои]|лся|лась|лись)"
)
# Without "of" an office is a row of plain words: "руководитель миссии экспертов ...".
_MOST_GENITIVES = 4


def capitalised(text: str, floor: int, ceiling: int) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that are no offices, states or beginnings of sentences."""
    run: list[re.Match[str]] = []
    previous = floor
    for token in (*_TOKEN.finditer(text, floor, ceiling), None):
        # Most words begin no name, and nothing has to be known of them.
        if token is not None and not run and not token[0][0].isupper():
            previous = token.end()
            continue
        plain = _INFLECTED.sub("", token[0].rstrip(".’'")) if token else ""
        adjacent = token is not None and not text[previous : token.start()].strip()
        goes_on = bool(run) and (is_particle(plain) or _ARTICLED.match(plain) is not None)
        named = goes_on or (
            token is not None
            and plain[:1].isupper()
            and not is_office_word(plain)
            and not is_domain(plain)
            and not COUNTERPART.fullmatch(plain)
            and not (not run and _opens(plain, text, floor, token.start()))
        )
        if named and token is not None and not run and _of_state(plain, text, token.start()):
            named = False
        if run and (not named or not adjacent):
            while run and is_particle(run[-1][0]):
                run.pop()
            if run:
                last = re.sub(r"&\w*$|['’]s$|[.’']$", "", run[-1][0])
                yield run[0].start(), run[-1].start() + len(last)
            run = []
        if named and token is not None:
            run.append(token)
            if token[0].endswith(("'s", "’s")):
                yield run[0].start(), token.end() - 2
                run = []
        previous = token.end() if token else ceiling


_INFLECTED = re.compile(r"['’]s$|^&\w+$")


def _opens(word: str, text: str, floor: int, start: int) -> bool:
    """Whether a word has its capital only as the first of a sentence or quotation."""
    if word.casefold() not in _OPENERS:
        return False
    before = text[floor:start].rstrip()
    return not before or before[-1] in '“"«–—:.!?'


def _of_state(word: str, text: str, start: int) -> bool:
    """Whether a word is of a state's name, or says what kind of state it is."""
    if _STATE_WORD.fullmatch(word):
        return True
    return any(
        m.start <= start < m.end
        for m in gazetteer().mentions(text)
        if m.kind in ("name", "demonym")
    )


@lru_cache(maxsize=4096)
def is_office_word(word: str) -> bool:
    """Whether a word is one for an office: "minister", "Botschafterin"."""
    return OFFICE.fullmatch(word) is not None


def office_before(text: str, floor: int, name: int) -> Span | None:
    """The office that ends right before a name: "Minister of the Interior, Ana ..."."""
    tokens = list(_TOKEN.finditer(text, floor, name))[-_LONGEST_ROLE:]
    gap = text[tokens[-1].end() : name] if tokens else ""
    if not tokens or not re.fullmatch(r"\s*,?\s*", gap):
        return None
    first = None
    plain = 0
    floor_of_office = 0
    for index in range(len(tokens) - 1, -1, -1):
        word = _word(tokens[index])
        if first is not None and index and _joins_another(tokens[index], tokens[index - 1]):
            floor_of_office = index + 1
            break
        if index < len(tokens) - 1:
            between = text[tokens[index].end() : tokens[index + 1].start()]
            if between.strip() and not re.fullmatch(r"\s*,\s*", between):
                break
            if "," in between and first is not None:
                break
        if is_office_word(word):
            first = index
        elif (
            word.casefold() in _INNER
            or is_domain(word)
            or word[:1].isupper()
            or BODY.fullmatch(word)
        ):
            pass
        elif not gazetteer().code_of(word):
            # "director general of passports and residence"; a verb ends the search.
            plain += 1
            cyrillic = re.match("[а-яё]", word.casefold()) is not None
            most = _MOST_GENITIVES if cyrillic else 2
            if cyrillic and _NO_GENITIVE.fullmatch(word.casefold()):
                break
            if first is not None or plain > most or SAYS.fullmatch(word) or word.endswith("ed"):
                break
            # "Minister Ana Roy met Bo Lee": what a name does is no part of an office.
            if not cyrillic and _after_a_name(tokens[:index]):
                return None
        # "Chairman of a committee of Peru's parliament" goes on to the left of its state.
        if tokens[index][0].endswith(("'s", "’s")) and (
            first is not None or not index or tokens[index - 1][0].casefold() != "of"
        ):
            break
    if first is None:
        return None
    while first > floor_of_office and _qualifies(tokens[first - 1], text, tokens[first].start()):
        first -= 1
    while first < len(tokens) - 1 and re.fullmatch(r"and|for", tokens[first][0]):
        first += 1
    end = tokens[-1].end()
    # "The ministers' session in Chiang Mai", "by Minister Bo Lee and by Ana Roy".
    if tokens[-1][0].casefold() in _INNER | _OF_ANOTHER:
        return None
    start = tokens[first].start() + len(tokens[first][0]) - len(_word(tokens[first], end=False))
    said = text[start:end].rstrip(" ,")
    return Span.of(text, start, start + len(said))


def _word(token: re.Match[str], end: bool = True) -> str:
    """A token without an elided article, and without what closes it."""
    word = re.sub(r"^[LlDd]['’](?=\w)", "", token[0])
    return re.sub(r"['’]s$|[.]$", "", word) if end else word


def _joins_another(token: re.Match[str], before: re.Match[str]) -> bool:
    """Whether "and" stands after a name: "Secretary of State Ana Roy and Secretary of ..."."""
    if token[0] not in ("and", "et", "und", "и", "y"):
        return False
    return _is_of_a_name(_word(before))


def _after_a_name(tokens: Sequence[re.Match[str]]) -> bool:
    """Whether `tokens` end with a name, and not with what an office is of: "des Affaires"."""
    left = list(itertools.dropwhile(lambda token: _is_of_a_name(_word(token)), reversed(tokens)))
    named = len(left) < len(tokens)
    return named and not (left and left[0][0].casefold() in _INNER)


def _is_of_a_name(word: str) -> bool:
    """Whether a word may be part of somebody's name: no office, domain, body or state."""
    named = word[:1].isupper() and not gazetteer().code_of(word)
    return named and not (is_office_word(word) or is_domain(word) or BODY.search(word))


_DEPUTY = re.compile(
    r"(?:first|vice|deputy|acting|interim|vize|erste[nr]?|stellvertretende[nr]?|перв\w+|вице)",
    re.IGNORECASE,
)


def _qualifies(token: re.Match[str], text: str, following: int) -> bool:
    """Whether a word before an office is part of it: "Cabinet Secretary", "Deputy Minister"."""
    word = token[0]
    if text[token.end() : following].strip() or re.match(
        r"[ldLD]['’]", text[following : following + 2]
    ):
        return False
    if is_domain(word) or is_office_word(word) or _DEPUTY.fullmatch(word) or word == "and":
        return True
    named = gazetteer().code_of(word) or gazetteer().is_international(word)
    possessive = word.endswith(("'s", "’s", "'", "’"))
    return word[:1].isupper() and not named and not possessive and word.casefold() not in _OPENERS


_APPOSITION = re.compile(
    r"\s*,\s+(?:who is\s+)?(?:the|a|an|its|his|her|their|le|la|l['’]|der|"
    r"die)?\s*(?P<role>[^,;.()“”\"«»–—]{3,110}?)(?=\s*(?:[,;.()“”\"«»–—]|$|\s(?:said|told|who|"
    r"whose|was|has|had|and (?:the|his|her|[A-Z])|met|held|announced|a déclaré|sagte)))"
)


def office_after(text: str, name: int, ceiling: int) -> Span | None:
    """The office that stands beside a name: "Ana Roy, director of the Migration Agency"."""
    found = _APPOSITION.match(text, name, ceiling)
    if found is None:
        return None
    if not any(is_office_word(word) for word in re.findall(r"[\w-]+", found["role"])[:5]):
        return None
    start, end = found.span("role")
    owner = re.match(r"[\w.-]+(?: [\w.-]+){0,4}['’]s?\s+", found["role"])
    return Span.of(text, start + (owner.end() if owner else 0), end)


def body_of(role: Span, passage: Passage, text: str) -> Span | None:
    """The body that an office belongs to: before it with 's, or after "of" or "at" in it."""
    inside = re.search(
        r"\b(?:of|at|in|de|du|des|im|der)\s+(?:the\s+|la\s+|l['’])?(?=[A-ZА-ЯÉ])", role.text
    )
    if inside:
        body = role.text[inside.end() :]
        if BODY.search(body) or gazetteer().is_international(body):
            start = role.start + inside.end()
            return Span.of(text, start, start + len(body))
    owner = re.search(
        r"((?:[A-ZÀ-ÝА-Я][\w.-]*|of|and|the|for)(?:\s+(?:[A-ZÀ-ÝА-Я][\w.-]*|of|and|the|"
        r"for))*)['’]s?\s+$",
        text[passage.start : role.start].replace("\n", " "),
    )
    if owner:
        own = re.sub(r"^(?:the|The|of|and|for)\s+", "", owner[1])
        own = own.rpartition("and the ")[2]
        if is_body(own):
            start = passage.start + owner.end(1) - len(own)
            return Span.of(text, start, start + len(own))
    before = re.search(r"(\w+)\s+$", text[passage.start : role.start])
    if before and gazetteer().is_international(before[1]):
        return Span.of(text, passage.start + before.start(1), passage.start + before.end(1))
    return None


def is_body(name: str) -> bool:
    """Whether a name is that of a ministry, agency or international body, not of a state."""
    places = gazetteer()
    code = places.code_of(name)
    if code == "EU":
        return fold(name).strip() not in ("eu", "european union")
    return code is None and bool(BODY.search(name) or places.is_international(name))
