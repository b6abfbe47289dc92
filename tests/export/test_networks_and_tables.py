"""Exports for other programs, each read back by the program, or the library, that it is for."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]
import pytest

from kg.errors import UsageError
from kg.export import format_named
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.net import Net, NetEdge, NetNode
from kg.graph.rdf import article_quads
from kg.graph.store import Store, StoredArticle
from kg.model import Extraction
from kg.query.links import links
from kg.query.network import network
from kg.query.selection import EVERYTHING, Selection
from tests.query.conftest import ENTITIES, FIRST, first, second

FORMULA = "=HYPERLINK(0)"
VANCE, TURKEY, PARN = "person/orla-vance", "country/TUR", "person/ivo-parn"


@pytest.fixture
def store() -> Iterator[Store]:
    """Two articles, made by hand; one has a title, and tells of an actor, that a spreadsheet would run."""
    named = {
        **ENTITIES,
        TURKEY: replace(ENTITIES[TURKEY], label="+Turkey", same_as=("http://www.wikidata.org/entity/Q43",)),
    }
    spoilt = first()
    spoilt = replace(
        spoilt,
        article=replace(FIRST, title=FORMULA),
        entities=tuple(named[entity.id] if entity.id == TURKEY else entity for entity in spoilt.entities),
    )
    with Store.memory() as made:
        made.replace_articles([stored(made, spoilt), stored(made, second())])
        yield made


def stored(store: Store, extraction: Extraction) -> StoredArticle:
    id_ = extraction.article.id
    return StoredArticle(id_, id_, article_quads(extraction, iris=store.iris, run="run", digest=id_))


def written(store: Store, name: str, selection: Selection = EVERYTHING) -> BytesIO:
    output = BytesIO()
    format_named(name).write(store, output, selection)
    return BytesIO(output.getvalue())


def edges_of(graph: nx.MultiDiGraph) -> set[tuple[object, ...]]:
    return {
        (one, other, data["kind"], data["act"], data.get("stance") or "", data["weight"], data["first"], data["last"])
        for one, other, data in graph.edges(data=True)
    }


READERS: dict[str, Callable[[BytesIO], nx.MultiDiGraph]] = {
    "graphml": nx.read_graphml,
    "gexf": nx.read_gexf,
    "cytoscape": lambda file: nx.cytoscape_graph(json.load(file)),
}


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_the_same_network(store: Store, name: str) -> None:
    graph = READERS[name](written(store, name))
    assert graph.is_directed()
    assert edges_of(graph) == {
        (link.source, link.target, link.kind, link.label, link.stance, link.count, link.first, link.last)
        for link in links(store)
    }
    for actor in network(store).actors:
        node = graph.nodes[actor.id]
        assert (node.get("label") or node["name"], node["kind"]) == (actor.label, actor.kind)
        assert (node["pagerank"], node["community"]) == (actor.pagerank, actor.community)


@pytest.mark.parametrize("name", READERS)
def test_a_selection_is_exported_alone(store: Store, name: str) -> None:
    assert READERS[name](written(store, name, Selection(since="2017-03"))).number_of_edges() == 1
    assert set(READERS[name](written(store, name, Selection(actors=(TURKEY,))))) == {VANCE, TURKEY}


def test_gexf_has_the_days_of_each_event(store: Store) -> None:
    data = written(store, "gexf").getvalue().decode()
    assert 'mode="dynamic" timeformat="date"' in data
    assert '<spell start="2017-02-16" end="2017-02-16"/>' in data
    graph = nx.read_gexf(BytesIO(data.encode()))
    assert graph.graph["mode"] == "dynamic"


@pytest.mark.parametrize(("write", "read"), [(write_gexf, nx.read_gexf), (write_graphml, nx.read_graphml)])
def test_no_name_breaks_xml(write: Callable[[Net, BytesIO], None], read: Callable[[BytesIO], nx.MultiDiGraph]) -> None:
    awkward = '<b> & "it\'s" \x00 \x1b \uffff \u202e Ж'
    net = Net(
        {"kind": str},
        (NetNode("a", awkward, (awkward,)), NetNode("b", "", (None,))),
        {},
        (NetEdge("a", "b", "", 1.5, ()),),
    )
    output = BytesIO()
    write(net, output)
    graph = read(BytesIO(output.getvalue()))
    assert graph.nodes["a"]["kind"].startswith('<b> & "it\'s" \ufffd \ufffd \ufffd \ufffd')
    assert graph.edges["a", "b"]["weight"] == 1.5


def tables(store: Store, name: str, folder: Path) -> Path:
    with zipfile.ZipFile(written(store, name)) as archive:
        archive.extractall(folder)
    return folder


def test_csv_is_four_files_that_pandas_reads(store: Store, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    folder = tables(store, "csv", tmp_path)
    nodes, edges, statements, meetings = (
        pandas.read_csv(folder / f"{name}.csv") for name in ("nodes", "edges", "statements", "meetings")
    )
    assert set(edges["Source"]) | set(edges["Target"]) == set(nodes["Id"])
    assert edges["Weight"].sum() == network(store).events
    assert list(statements["act"]) == ["accuse", "say", "deny", "praise"]
    assert statements["about_stances"].tolist() == ["negative", "neutral", "positive", "positive"]
    assert statements["sentence"][0] == "Orla Vance accused Turkey of delay on Thursday."
    assert meetings["participants"].tolist() == ["Orla Vance; Ivo Pärn", "Mari Kask"]


def test_no_cell_of_a_csv_is_a_formula(store: Store) -> None:
    cells = []
    with zipfile.ZipFile(written(store, "csv")) as archive:
        for name in archive.namelist():
            with archive.open(name) as file:
                cells += [cell for row in csv.reader(TextIOWrapper(file, encoding="utf-8")) for cell in row]
    assert f"'{FORMULA}" in cells
    assert "'+Turkey" in cells
    assert not [
        cell for cell in cells if cell.startswith(("=", "+", "@", "\t")) or (cell[:1] == "-" and not is_number(cell))
    ]


def is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "").isdecimal()


def test_duckdb_and_pandas_read_parquet_with_types(store: Store, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    folder = tables(store, "parquet", tmp_path)
    said = duckdb.sql(f"SELECT date, act, about, negated, confidence FROM '{folder}/statements.parquet'").fetchall()
    assert [(str(day), act) for day, act, *_ in said] == [
        *(("2017-02-16", "accuse"), ("2017-02-19", "say"), ("2017-02-19", "deny"), ("2017-03-02", "praise")),
    ]
    assert said[0][2:] == (["+Turkey"], False, 1.0)
    edges = duckdb.sql(f"FROM '{folder}/edges.parquet'").fetchall()
    assert len(edges) == len(links(store))
    met = duckdb.sql(f"SELECT unnest(participant_ids) FROM '{folder}/meetings.parquet'").fetchall()
    assert [row[0] for row in met] == [VANCE, PARN, "person/mari-kask"]
    nodes = duckdb.sql(f"SELECT Id, pagerank FROM '{folder}/nodes.parquet'").df()
    assert nodes["pagerank"].sum() == pytest.approx(1, abs=1e-5)


def test_the_files_of_an_archive_are_those_of_a_folder(store: Store) -> None:
    chosen = format_named("csv")
    assert chosen.files
    with zipfile.ZipFile(written(store, "csv")) as archive:
        for name, write in chosen.files(store, EVERYTHING):
            alone = BytesIO()
            write(alone)
            assert archive.read(name) == alone.getvalue()


def test_dna_event_list_has_the_columns_of_dna(store: Store) -> None:
    data = written(store, "dna").getvalue().decode()
    # The header that DNA 3.0 writes for the variables person, organization, concept and agreement, and ours.
    assert data.splitlines()[0] == (
        '"statement_id";"time";"person";"organization";"concept";"agreement";"act";"stance";"start_position";'
        '"stop_position";"text";"coder";"document_id";"document_title";"document_author";"document_source";'
        '"document_section";"document_type"'
    )
    rows = list(csv.DictReader(StringIO(data), delimiter=";"))
    assert [(row["person"], row["concept"], row["agreement"]) for row in rows] == [
        ("Orla Vance", "'+Turkey", "0"),
        ("Orla Vance", "Russia", "1"),
        ("Ivo Pärn", "Russia", "1"),
        ("Mari Kask", "Ivo Pärn", "1"),
    ]
    accusation = rows[0]
    assert (accusation["time"], accusation["document_source"]) == ("2017-02-16 00:00:00", "The Daily Example")
    assert FIRST.text[int(accusation["start_position"]) : int(accusation["stop_position"])] == "Turkey of delay"
    assert [row["statement_id"] for row in rows] == ["1", "2", "3", "4"]


def records(store: Store) -> list[dict[str, object]]:
    return [json.loads(line) for line in written(store, "ftm")]


def test_followthemoney_takes_all_entities_without_loss(store: Store) -> None:
    ftm = pytest.importorskip("followthemoney", reason="needs ICU: pip install --group ftm")
    proxies = {}
    for record in records(store):
        # Not cleaned: the library drops whatever is no valid value of its property.
        proxy = ftm.model.get_proxy(record, cleaned=False)
        proxy.schema.validate(record)
        kept = {name: set(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: set(values) for name, values in record["properties"].items()}  # type: ignore[attr-defined]
        proxies[proxy.id] = proxy
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type is ftm.types.registry.entity:
                assert proxies[value].schema.is_a(prop.range), (proxy.schema.name, prop.name)


def test_followthemoney_has_who_said_what_about_whom(store: Store) -> None:
    found = records(store)
    by_name = {record["properties"]["name"][0]: record for record in found if "name" in record["properties"]}  # type: ignore[index,operator]
    turkey, vance = by_name["+Turkey"], by_name["Orla Vance"]
    assert (turkey["schema"], turkey["properties"]["country"], turkey["properties"]["wikidataId"]) == (  # type: ignore[index]
        *("PublicBody", ["tr"], ["Q43"]),
    )
    event = by_name["Orla Vance (accuse): Turkey of delay"]
    assert set(event["properties"]["involved"]) == {vance["id"], turkey["id"]}  # type: ignore[index]
    [link] = [record for record in found if record["properties"].get("recordId") == [event["id"]]]  # type: ignore[attr-defined]
    assert (link["schema"], link["properties"]["subject"], link["properties"]["object"]) == (  # type: ignore[index]
        *("UnknownLink", [vance["id"]], [turkey["id"]]),
    )
    assert link["properties"]["role"] == ["accuse (negative)"]  # type: ignore[index]


def test_statements_of_a_publisher_or_an_actor(store: Store) -> None:
    def acts(selection: Selection) -> list[str]:
        rows = csv.DictReader(StringIO(written(store, "dna", selection).getvalue().decode()), delimiter=";")
        return [row["act"] for row in rows]

    assert acts(Selection(publishers=("The Daily Example",))) == ["accuse", "say", "deny"]
    assert acts(Selection(actors=("Kask",))) == ["praise"]
    assert acts(Selection(since="2017-02-17", until="2017-02")) == ["say", "deny"]
    with pytest.raises(UsageError):
        acts(Selection(actors=("Nobody at all",)))
