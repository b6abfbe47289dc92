"""`kg gazetteer`: what is added is found, told and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Kg


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_GAZETTEER", str(tmp_path / "own"))
    return tmp_path / "own"


def test_added_listed_and_removed(kg: Kg, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "Sahel 1.csv").write_text("name,kind,country\nThe Tide,party,NOR\nOda Brekke,person,NOR\n")
    ran = kg("gazetteer", "add", "Sahel 1.csv")
    assert (ran.status, ran.out) == (0, "")
    assert "sahel-1: 2 entries are added" in ran.err
    assert [path.name for path in folder.iterdir()] == ["sahel-1.csv"]
    (listed,) = json.loads(kg("gazetteer", "list", "--format", "json").out)
    assert (listed["name"], listed["entries"], listed["kinds"]) == ("sahel-1", 2, "1 party, 1 person")
    assert kg("gazetteer", "remove", "sahel-1").status == 0
    assert list(folder.iterdir()) == []
    assert "Nothing was added" in kg("gazetteer", "list").err


def test_a_name_of_ones_own_is_in_the_graph_until_it_is_removed(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chad\n\nThe Sable Front attacked Chad on Monday, Chad said.\n")
    (tmp_path / "my.csv").write_text("name,kind,country\nSable Front,armed_group,TCD\n")

    def described() -> list[str]:
        assert kg("build", "a.txt", "--store", "store", "--workers", "1", "--quiet").status == 0
        found = kg("query", 'SELECT DISTINCT ?g { GRAPH ?g { ?x rdfs:label "Sable Front" } }', "--store", "store")
        return sorted(line.strip().rpartition("/")[2] for line in found.out.splitlines() if "graph/" in line)

    assert described() == []
    kg("gazetteer", "add", "my.csv")
    assert described() == ["reference"]
    kg("gazetteer", "remove", "my")
    assert described() == []


def test_what_cant_be_used_is_told_and_the_rest_kept(kg: Kg, folder: Path, tmp_path: Path) -> None:
    lines = (
        "name,kind,country,posts",
        "Oda Brekke,person,NOR,Envoy|The Tide||",  # the organization is in a row that is refused
        "The Tide,sect,NOR,",
        "Tripoli,place,GRC,",
    )
    (tmp_path / "my.csv").write_text("\n".join(lines))
    ran = kg("gazetteer", "add", "my.csv")
    assert ran.status == 3
    assert "left out: my.csv:3: there is no kind 'sect'" in ran.err
    assert "left out: my.csv:2: no country or organization 'The Tide'" in ran.err
    assert "changed: my.csv:4: “Tripoli” means place/tripoli instead of place/2210247" in ran.err
    assert (folder / "my.csv").read_text().splitlines()[1:] == ["Tripoli,place,GRC,,,,,,,,"]


def test_a_file_replaces_the_earlier_one_of_its_name(kg: Kg, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text("name,kind\nThe Tide,party\n")
    kg("gazetteer", "add", "my.csv")
    (tmp_path / "other.csv").write_text("name,kind\nThe Ebb,party\n")
    assert "replace the earlier ones" in kg("gazetteer", "add", "other.csv", "--name", "my").err
    assert "The Ebb" in (folder / "my.csv").read_text()


def test_a_dictionary_is_added(kg: Kg, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "d.actors.txt").write_text("FJELL_FRONT_\n+FRONT_OF_THE_FJELL_\n\t[NORREB]\n")
    assert kg("gazetteer", "add", "d.actors.txt").status == 0
    assert "Fjell Front,armed_group,NOR,Front of the Fjell" in (folder / "d-actors.csv").read_text()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name,kind\nThe Tide,sect\n", "my.csv:2: there is no kind 'sect'"),
        (b"title\n", "there is no column 'title'"),
        (b"name,kind\nK\xf8benhavn,place\n", "not UTF-8"),
        (b"name,kind\n", "nothing in it can be added"),
    ],
)
def test_nothing_is_added_of_a_file_without_a_good_line(
    kg: Kg, folder: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "my.csv").write_bytes(content)
    ran = kg("gazetteer", "add", "my.csv")
    assert ran.status == 2
    assert said in ran.err
    assert not folder.exists()


def test_wrong_usage_points_to_the_help_of_the_command(kg: Kg) -> None:
    ran = kg("gazetteer", "add")
    assert ran.status == 2
    assert "`kg gazetteer --help`" in ran.err


def test_what_is_not_there_is_told(kg: Kg) -> None:
    assert kg("gazetteer", "add", "none.csv").status == 2
    ran = kg("gazetteer", "remove", "none")
    assert ran.status == 2
    assert "nothing was added as “none”" in ran.err
