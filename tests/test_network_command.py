"""`kg network` and `kg export` on the store of the sample articles."""

from __future__ import annotations

import csv
import json
import zipfile
from io import StringIO
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]
import pytest

from tests.conftest import Kg


@pytest.mark.parametrize("what", ["actors", "brokers", "ties", "communities", "blocs", "pairs", "discourse"])
def test_every_list_has_three_formats(kg: Kg, demo: Path, what: str) -> None:
    table = kg("network", what, "--store", demo, "-n", "2")
    assert (table.status, len(table.out.splitlines()) >= 4) == (0, True)  # more where many names are in one cell
    assert len(json.loads(kg("network", what, "--store", demo, "-n", "2", "-f", "json").out)) == 2
    rows = json.loads(kg("network", what, "--store", demo, "-f", "json").out)
    cells = list(csv.DictReader(StringIO(kg("network", what, "--store", demo, "-f", "csv").out)))
    assert len(rows) == len(cells) > 1


def test_the_two_quarrelling_states_are_central_and_foes(kg: Kg, demo: Path) -> None:
    """What the sample articles tell: Kazakhstan and Turkey quarrel, and everybody speaks of them."""
    actors = json.loads(kg("network", "--store", demo, "-f", "json", "-n", "2").out)
    assert {actor["label"] for actor in actors} == {"Kazakhstan", "Turkey"}
    # Of the first two pairs the other is Turkey and the minister who speaks for Kazakhstan.
    pairs = json.loads(kg("network", "pairs", "--store", demo, "-f", "json", "-n", "2").out)
    assert {"country/KAZ", "country/TUR"} in [{pair["source"], pair["target"]} for pair in pairs]
    assert all("country/TUR" in pair.values() and pair["negative"] > pair["positive"] for pair in pairs)


def test_change_needs_a_day(kg: Kg, demo: Path) -> None:
    assert kg("network", "change", "--at", "2024-05-17", "--store", demo).status == 0
    ran = kg("network", "change", "--store", demo)
    assert (ran.status, "--at DATE" in ran.err) == (2, True)


def test_a_network_is_a_file_for_gephi(kg: Kg, demo: Path, tmp_path: Path) -> None:
    assert kg("network", "--store", demo, "-f", "gexf", "-n", "5", "-o", tmp_path / "n.gexf").status == 0
    assert nx.read_gexf(tmp_path / "n.gexf").number_of_nodes() == 5
    assert (
        kg("network", "discourse", "--mode", "both", "--store", demo, "-f", "graphml", "-o", tmp_path / "d").status == 0
    )
    assert set(nx.get_node_attributes(nx.read_graphml(tmp_path / "d"), "mode").values()) == {"actor", "concept"}
    assert kg("network", "blocs", "--store", demo, "-f", "gexf").status == 2
    assert kg("network", "--store", demo, "-o", tmp_path / "list").status == 2


def test_concepts_of_ones_own(kg: Kg, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "concepts.csv").write_text("concept,words\nembargo,embargo\n", encoding="utf-8")
    ran = kg(
        *(
            "network",
            "discourse",
            "--mode",
            "both",
            "--concepts",
            tmp_path / "concepts.csv",
            "--store",
            demo,
            "-f",
            "csv",
        )
    )
    values = {row["source"]: float(row["value"]) for row in csv.DictReader(StringIO(ran.out))}
    assert values["Kazakhstan"] < 0


def test_a_folder_or_an_archive_holds_the_same_tables(kg: Kg, demo: Path, tmp_path: Path) -> None:
    assert kg("export", "csv", "--store", demo, "-o", tmp_path / "tables").status == 0
    assert kg("export", "csv", "--store", demo, "-o", tmp_path / "tables.zip").status == 0
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        names = {name: archive.read(name) for name in archive.namelist()}
    assert names == {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}


def test_an_export_selects(kg: Kg, demo: Path, tmp_path: Path) -> None:
    words = ("export", "dna", "--store", demo, "-o", tmp_path / "dna.csv")
    assert kg(*words, "--actor", "Kazakhstan", "--since", "2024-05-20", "--publisher", "Meridian Press").status == 0
    rows = list(csv.DictReader(StringIO((tmp_path / "dna.csv").read_text(encoding="utf-8")), delimiter=";"))
    assert rows
    assert {row["document_source"] for row in rows} == {"Meridian Press"}
    assert min(row["time"] for row in rows) >= "2024-05-20"
    assert kg("export", "turtle", "--store", demo, "--since", "2024").status == 2
