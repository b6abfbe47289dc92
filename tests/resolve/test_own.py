"""A user's own entries: they add to the bundled gazetteer and win over it, and every bad cell is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg import provenance, resources
from kg.errors import StopRun
from kg.resolve.gazetteer import own
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.own import Problem, Row


@pytest.fixture
def gazetteer() -> Gazetteer:
    return Gazetteer(resources.folder("gazetteer"))


@pytest.fixture(scope="module")
def bundled() -> Gazetteer:
    return Gazetteer(resources.folder("gazetteer"))


def test_rows_in_any_order_of_columns_are_read_and_other_lines_told() -> None:
    text = "kind, Name ,country\nperson,Oda Brekke, NOR\n\nparty,The Tide\nplace,Fjellgard,NOR\n"
    rows, problems = own.parse(text, "my.csv")
    assert rows == [
        Row("my.csv:2", "Oda Brekke", "person", "NOR"),
        Row("my.csv:5", "Fjellgard", "place", "NOR"),
    ]
    assert problems == [Problem("my.csv:4", "2 columns instead of 3")]


@pytest.mark.parametrize("header", ["name,country", "name,kind,nation", "name,kind,name", ""])
def test_a_header_that_is_none_is_told_with_the_columns_there_are(header: str) -> None:
    rows, (problem,) = own.parse(f"{header}\nx,person,NOR\n", "my.csv")
    assert not rows
    assert problem.where == "my.csv:1"
    assert "stands_for" in problem.reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (Row("", "", "person"), "needs one name"),
        (Row("", "A;B", "person"), "needs one name"),
        (Row("", "A", "persom"), "no kind 'persom'"),
        (Row("", "A", "person", "Norway"), "ISO 3166-1"),
        (Row("", "A", "person", "XQX"), "no country has the code XQX"),
        (Row("", "A", "country"), "code in the column country"),
        (Row("", "A", "place", latitude="91", longitude="0"), "not on earth"),
        (Row("", "A", "place", latitude="60"), "are degrees"),
        (Row("", "A", "party", posts="Chair|NOR"), "posts is for a person"),
        (Row("", "A", "person", demonyms="Aish"), "demonyms is for a country or a place"),
        (Row("", "A", "person", posts="Minister of NOR"), "is no post"),
        (Row("", "A", "person", posts="Minister|NOR|2021-13-01|"), "'2021-13-01' is no day"),
        (Row("", "A", "person", posts="Minister|NOR|2022-01-01|2021-01-01"), "ends before it begins"),
        (Row("", "A", "person", posts="Minister|The Moon"), "no country or organization 'The Moon'"),
        (Row("", "A", "place", stands_for="The Moon"), "no country or organization"),
        (Row("", "A", "person", id="place/a"), "no id of this kind"),
    ],
)
def test_a_cell_that_cant_be_used_is_told(gazetteer: Gazetteer, row: Row, reason: str) -> None:
    (problem,) = gazetteer.add([replace(row, where="my.csv:7")])
    assert problem.where == "my.csv:7"
    assert reason in problem.reason


def test_people_are_found_by_name_surname_and_post(gazetteer: Gazetteer) -> None:
    posts = "Foreign Minister|SOM|2023-04-01|;Envoy|Horn Contact Group|2020-01-01|2021-01-01"
    rows = [
        Row("", "Ayaan Warsame", "person", "SOM", "A. Warsame", posts=posts),
        Row("", "Horn Contact Group", "intergovernmental", aliases="HCG"),
    ]
    assert gazetteer.add(rows) == []
    person = "person/ayaan-warsame"
    assert [e.id for e in gazetteer.lookup_person("A. Warsame", on=None)] == [person]
    assert [e.id for e in gazetteer.lookup_person("Warsame", on=date(2024, 1, 1))] == [person]
    assert not gazetteer.lookup_person("Warsame", on=date(2010, 1, 1))
    holder = gazetteer.officeholder("foreign minister", "country/SOM", date(2024, 1, 1))
    assert holder
    assert holder[0].id == person
    assert gazetteer.lookup("HCG")[0].sort == "intergovernmental"
    assert [role.organization for role in gazetteer.roles_of(person)] == [
        "country/SOM",
        "organization/horn-contact-group",
    ]
    assert person in {entity.id for entity in gazetteer.reference()}


def test_by_full_names_only(gazetteer: Gazetteer) -> None:
    gazetteer.add([Row("", "Ayaan Warsame", "person", "SOM", surnames="-", posts="Envoy|SOM||")])
    assert gazetteer.lookup_person("Ayaan Warsame", on=None)
    assert not gazetteer.lookup_person("Warsame", on=date(2024, 1, 1))


def test_the_users_entry_wins(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Tripoli")[0].country == "LBY"
    rows = [
        Row("", "Tripoli", "place", "GRC", latitude="37.51", longitude="22.37"),
        Row("", "Oda Brekke", "person", "RUS", posts="President|RUS|2020-01-01|"),
        Row("", "Kremlin", "place", "KAZ", stands_for="KAZ"),
        Row("", "Narnia", "country", "NOR", demonyms="Russian"),
    ]
    assert gazetteer.add(rows) == []
    assert gazetteer.lookup("Tripoli")[0].country == "GRC"
    assert len(gazetteer.lookup("Tripoli")) > 1
    holder = gazetteer.officeholder("president", "country/RUS", date(2024, 1, 1))
    assert holder
    assert holder[0].id == "person/oda-brekke"
    assert gazetteer.stands_for("Kremlin") == "country/KAZ"
    assert gazetteer.demonym("Russian") == "country/NOR"


def test_a_row_of_a_known_entry_changes_what_it_says_and_leaves_the_rest(gazetteer: Gazetteer) -> None:
    gazetteer.add([Row("", "Vladimir Putin", "person", aliases="VVP", posts="Chairman|NOR||")])
    entry = gazetteer.entry("person/vladimir-putin")
    assert entry is not None
    assert entry.country == "RUS"
    assert "VVP" in entry.aliases
    assert {role.organization for role in entry.roles} >= {"country/RUS", "country/NOR"}
    assert len(gazetteer.lookup_person("Putin", on=date(2024, 1, 1))) == 1


def test_what_changes_is_told(bundled: Gazetteer) -> None:
    rows = [
        Row("my.csv:2", "Tripoli", "place", "GRC"),
        Row("my.csv:3", "Norge", "country", "NOR", demonyms="Russian"),
        Row("my.csv:4", "Oda Brekke", "person", "NOR", "Vladimir Putin"),
        Row("my.csv:5", "Xqzrt", "party", "NOR"),
    ]
    assert own.changes(rows, bundled) == [
        "my.csv:2: “Tripoli” means place/tripoli instead of place/2210247 (Tripoli)",
        "my.csv:3: country/NOR is called “Norge” instead of “Norway”",
        "my.csv:3: “Russian” is of country/NOR instead of country/RUS",
        "my.csv:4: “Vladimir Putin” means person/oda-brekke instead of person/vladimir-putin (Vladimir Putin)",
    ]


def test_added_files_are_loaded_and_change_the_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_GAZETTEER", str(tmp_path / "own"))
    before = provenance.versions()["gazetteer"]
    # The post is of an organization in a file that is read later.
    own.write(tmp_path / "own" / "a.csv", [Row("", "Oda Brekke", "person", posts="Envoy|The Tide||")])
    own.write(tmp_path / "own" / "b.csv", [Row("", "The Tide", "party", "NOR")])
    after = provenance.versions()["gazetteer"]
    assert before != after == Gazetteer.load().fingerprint
    assert "organization/the-tide" in {entity.id for entity in provenance.reference()}
    (tmp_path / "own" / "a.csv").unlink()
    (tmp_path / "own" / "b.csv").unlink()
    assert provenance.versions()["gazetteer"] == before


def test_an_added_file_that_has_become_wrong_stops_the_run(tmp_path: Path) -> None:
    own.write(tmp_path / "a.csv", [Row("", "Oda Brekke", "person", posts="Envoy|The Tide||")])
    with pytest.raises(StopRun, match=r"a\.csv:2: no country or organization 'The Tide'.*gazetteer remove a`"):
        Gazetteer(resources.folder("gazetteer"), tmp_path)


def test_files_are_written_as_they_are_read(tmp_path: Path) -> None:
    rows = [Row("", 'The "Tide", a party', "party", "NOR", aliases="Tide;Tidal", id="organization/tide")]
    own.write(tmp_path / "x.csv", rows)
    assert [replace(row, where="") for row in own.read(tmp_path / "x.csv")] == rows
