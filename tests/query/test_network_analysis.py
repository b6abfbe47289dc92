"""The network of actors: counted as the articles say, measured as others measure."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import astuple, fields

import networkx as nx  # type: ignore[import-untyped]
import numpy as np
import pytest

from kg.errors import UsageError
from kg.graph.store import Store
from kg.query.balance import balance, partition
from kg.query.change import change
from kg.query.counted import CountedActor, counted
from kg.query.graph import Graph
from kg.query.links import Link, links
from kg.query.measures import EXACT, Numbers, Places, betweenness, pagerank, participation
from kg.query.network import communities, network, to_networkx
from kg.query.selection import Selection
from tests.conftest import ROOT

VANCE, PARN, KASK = "person/orla-vance", "person/ivo-parn", "person/mari-kask"
TURKEY, RUSSIA = "country/TUR", "country/RUS"


def test_links_are_counted_by_kind_act_and_stance_with_their_days(store: Store) -> None:
    assert links(store) == [
        Link(PARN, RUSSIA, "said_about", "deny", "positive", 1, "2017-02-19", "2017-02-19"),
        Link(PARN, VANCE, "met", "meeting", "", 1, "2017-02-16", "2017-02-16"),
        Link(KASK, PARN, "said_about", "praise", "positive", 1, "2017-03-02", "2017-03-02"),
        Link(VANCE, RUSSIA, "said_about", "say", "neutral", 1, "2017-02-19", "2017-02-19"),
        Link(VANCE, TURKEY, "said_about", "accuse", "negative", 1, "2017-02-16", "2017-02-16"),
        Link(VANCE, PARN, "addressed", "say", "", 1, "2017-02-19", "2017-02-19"),
    ]


@pytest.mark.parametrize(
    ("selection", "acts"),
    [
        (Selection(until="2017-02-18"), {"accuse", "meeting"}),
        (Selection(since="2017-03"), {"praise"}),
        (Selection(publishers=("The Daily Example",)), {"accuse", "say", "deny", "meeting"}),
        (Selection(actors=("Kask",)), {"praise"}),
        (Selection(kinds=("met",)), {"meeting"}),
        (Selection(kinds=("post", "relation")), {"Envoy", "memberOf"}),
        (Selection(acts=("say",)), {"say"}),
        (Selection(stances=("negative", "positive")), {"accuse", "deny", "praise"}),
        (Selection(actors=("Turkey",)), {"accuse"}),
        (Selection(actors=("Kask",), around=True), {"praise"}),
        (Selection(actors=("Turkey", "Russia"), around=True), {"accuse", "say", "deny", "meeting"}),
    ],
)
def test_a_selection_narrows(store: Store, selection: Selection, acts: set[str]) -> None:
    assert {link.label for link in links(store, selection)} == acts


def test_whom_one_asks_for_is_there_however_low_the_rank(store: Store) -> None:
    found = network(store, Selection(actors=("Kask",)), limit=1)
    assert [actor.id for actor in found.actors] == [KASK]
    assert found.actors_in_all == 2


def test_the_stance_towards_the_target_counts_where_a_statement_is_about_somebody_twice(twice_about: Store) -> None:
    [link] = [link for link in links(twice_about) if link.label == "accuse" and link.target == RUSSIA]
    assert (link.count, link.stance) == (1, "positive")


def test_actors_have_what_they_did_and_what_was_done(store: Store) -> None:
    found = network(store)
    actors = {actor.id: actor for actor in found.actors}
    assert set(actors) == {VANCE, PARN, KASK, TURKEY, RUSSIA}
    vance, parn = actors[VANCE], actors[PARN]
    assert (vance.said, vance.named, vance.met, vance.degree) == (3, 0, 1, 3)
    assert (parn.said, parn.named, parn.met, parn.degree, parn.stance) == (1, 2, 1, 3, 1)
    assert actors[TURKEY].stance == -1
    assert (parn.label, parn.kind) == ("Ivo Pärn", "person")
    assert parn.betweenness == pytest.approx(0.5)  # Kask reaches three others only through Pärn: 3 of 6 pairs
    assert sum(actor.pagerank for actor in found.actors) == pytest.approx(1, abs=1e-5)
    assert (found.actors_in_all, found.links_in_all, found.events) == (5, 6, 6)
    assert sum(community.size for community in found.communities) == 5


def test_a_limit_shows_fewer_actors_measured_in_the_whole(store: Store) -> None:
    whole, few = network(store), network(store, limit=2)
    assert few.actors == whole.actors[:2]
    assert (few.actors_in_all, few.events) == (5, 6)
    shown = {actor.id for actor in few.actors}
    assert all(link.source in shown and link.target in shown for link in few.links)
    assert {actor.id for actor in network(store, min_weight=2).actors} == {VANCE, PARN}
    with pytest.raises(UsageError, match="at least 1"):
        network(store, limit=0)


@pytest.mark.parametrize("asked", [Selection(), Selection(actors=("Kask",), around=True), Selection(until="1900")])
def test_the_counted_network_is_the_network_without_its_measures(store: Store, asked: Selection) -> None:
    for limit in (None, 2):
        whole, found = network(store, asked, limit=limit), counted(store, asked, limit=limit)
        assert (found.links, found.actors_in_all, found.links_in_all, found.events) == (
            whole.links,
            whole.actors_in_all,
            whole.links_in_all,
            whole.events,
        )
        names = [field.name for field in fields(CountedActor)]
        assert [astuple(actor) for actor in found.actors] == [
            tuple(getattr(actor, name) for name in names) for actor in whole.actors
        ]


def test_an_empty_selection_is_an_empty_network(store: Store) -> None:
    found = network(store, Selection(until="1900"))
    assert (found.actors, found.links, found.communities, found.modularity) == ((), (), (), 0.0)
    assert balance(store, Selection(until="1900")).blocs == ()


def test_networkx_has_the_same_edges(store: Store) -> None:
    graph = to_networkx(store)
    assert {(one, other, data["weight"]) for one, other, data in graph.edges(data=True)} == {
        (link.source, link.target, link.count) for link in links(store)
    }
    assert graph[VANCE][TURKEY]["said_about/accuse/negative"]["first"] == "2017-02-16"
    assert graph.nodes[PARN] == {"label": "Ivo Pärn", "kind": "person"}


def random_graph(nodes: int, edges: int) -> nx.Graph:
    graph = nx.gnm_random_graph(nodes, edges, seed=3)
    for number, (one, other) in enumerate(sorted(graph.edges)):
        graph[one][other]["weight"] = 1 + number % 4
    return graph


def tied(weights: Mapping[tuple[int, int], float]) -> tuple[Places, Places, Numbers]:
    """Both ends and the weights of these ties, sorted."""
    pairs = np.array(sorted(weights), dtype=np.intp).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1], np.array([weights[pair] for pair in sorted(weights)], dtype=np.float64)


# The sparse one has parts that are not tied to each other, and nodes that are tied to none.
@pytest.mark.parametrize("edges", [30, 70, 400])
def test_betweenness_is_that_of_networkx(edges: int) -> None:
    graph = random_graph(40, edges)
    ends = np.array(sorted(graph.edges), dtype=np.intp)
    expected = nx.betweenness_centrality(graph)
    assert betweenness(40, ends[:, 0], ends[:, 1]) == pytest.approx([expected[node] for node in range(40)])


def test_betweenness_of_a_larger_network_is_estimated_and_always_the_same() -> None:
    graph = nx.barabasi_albert_graph(EXACT + 100, 3, seed=1)
    ends = np.array(sorted(graph.edges), dtype=np.intp)
    found = betweenness(len(graph), ends[:, 0], ends[:, 1])
    assert (found == betweenness(len(graph), ends[:, 0], ends[:, 1])).all()
    exact = nx.betweenness_centrality(graph)
    best = set(sorted(exact, key=lambda node: -exact[node])[:10])
    assert len(best & set(np.argsort(-found)[:10].tolist())) >= 8


def test_pagerank_is_where_the_random_surfer_stays() -> None:
    graph = nx.gnp_random_graph(30, 0.08, seed=2, directed=True)
    chosen = random.Random(1)
    for one, other in graph.edges:
        graph[one][other]["weight"] = chosen.randint(1, 5)
    edges = np.array(sorted(graph.edges), dtype=np.intp)
    weights = np.array([graph[one][other]["weight"] for one, other in edges], dtype=np.float64)
    rank = pagerank(30, edges[:, 0], edges[:, 1], weights)
    assert rank == pytest.approx(rank @ np.asarray(nx.google_matrix(graph, alpha=0.85)), abs=1e-8)
    assert rank.sum() == pytest.approx(1)


def test_communities_are_those_of_networkx_by_size() -> None:
    graph = nx.planted_partition_graph(3, 12, 0.8, 0.02, seed=1)
    number, modularity = communities(36, *tied({tuple(sorted(edge)): 1 for edge in graph.edges}))  # type: ignore[misc]
    assert modularity == pytest.approx(nx.community.modularity(graph, [range(12), range(12, 24), range(24, 36)]))
    assert {frozenset(np.flatnonzero(np.array(number) == group).tolist()) for group in (1, 2, 3)} == {
        frozenset(range(first, first + 12)) for first in (0, 12, 24)
    }


def test_communities_are_those_that_networkx_finds_with_the_same_seed() -> None:
    for seed in range(12):
        random = nx.gnm_random_graph(20 + 15 * seed, 30 + 50 * seed, seed=seed)
        weights = {tuple(sorted(edge)): 1 + sum(edge) % 4 for edge in random.edges}
        graph = nx.Graph()
        graph.add_nodes_from(random)
        graph.add_weighted_edges_from((*edge, weight) for edge, weight in sorted(weights.items()))
        expected = nx.community.louvain_communities(graph, seed=seed)
        number, modularity = communities(len(random), *tied(weights), seed=seed)  # type: ignore[arg-type]
        assert {frozenset(np.flatnonzero(np.array(number) == group).tolist()) for group in set(number)} == {
            frozenset(group) for group in expected
        }
        assert modularity == pytest.approx(nx.community.modularity(graph, expected))


def test_without_ties_everybody_is_alone() -> None:
    assert communities(3, *tied({})) == ([1, 2, 3], 0.0)
    assert communities(0, *tied({})) == ([], 0.0)


def test_participation_is_0_in_one_community_and_high_over_many() -> None:
    ties = tied({(0, 1): 2.0, (0, 2): 2.0, (1, 3): 1.0})
    assert participation(*ties, [1, 1, 2, 1, 2]).tolist() == [0.5, 0.0, 0.0, 0.0, 0.0]


def test_blocs_part_friends_from_foes() -> None:
    net = {("a", "b"): 3, ("b", "c"): 1, ("d", "e"): 2, ("a", "d"): -2, ("c", "e"): -1, ("a", "x"): -1, ("d", "x"): -1}
    bloc = partition(net)
    assert bloc["a"] == bloc["b"] == bloc["c"]
    assert bloc["d"] == bloc["e"]
    assert len({bloc["a"], bloc["d"], bloc["x"]}) == 3


def test_balance_tells_what_blocs_cannot_explain(store: Store) -> None:
    found = balance(store)
    assert {(pair.source, pair.target, pair.net) for pair in found.pairs} == {
        (RUSSIA, PARN, 1),
        (PARN, KASK, 1),
        (TURKEY, VANCE, -1),
    }
    assert set(found.blocs[0].actors) == {"Ivo Pärn", "Mari Kask", "Russia"}
    assert (found.blocs[0].positive_inside, found.blocs[0].negative_outside) == (2, 0)
    assert (found.frustration, found.triads, found.balanced) == (0.0, 0, None)


def test_change_compares_two_periods(store: Store) -> None:
    rows = {(row.source, row.target): row for row in change(store, "2017-03")}
    assert (rows[KASK, PARN].before, rows[KASK, PARN].after, rows[KASK, PARN].shift) == (0, 1, 1000.0)
    assert (rows[VANCE, TURKEY].before, rows[VANCE, TURKEY].stance_before) == (1, -1.0)
    assert rows[VANCE, TURKEY].stance_after is None
    assert rows[VANCE, TURKEY].shift == -200.0
    assert len(change(store, "2017-03", limit=2)) == 2
    with pytest.raises(UsageError, match="is no date"):
        change(store, "March")


def test_from_python_all_of_it_is_a_method_and_a_notebook_shows_tables(store: Store) -> None:
    graph = Graph(store)
    assert graph.network(kinds=("met",)).events == 1
    assert graph.balance().pairs
    assert graph.change("2017-03", limit=1)
    assert graph.to_networkx(kinds=("met",)).number_of_edges() == 1
    assert "<td>Orla Vance</td>" in graph.network()._repr_html_()
    assert "<th>sentence</th>" in graph.statements()._repr_html_()
    assert "<td>statement</td><td>4</td>" in graph._repr_html_()
    assert graph.statements(text="nothing of the kind")._repr_html_() == "<p>Nothing found.</p>"


def test_data_frames_have_days_and_lists(store: Store) -> None:
    pytest.importorskip("pandas")
    graph = Graph(store)
    said = graph.to_pandas()
    assert list(said["act"]) == ["accuse", "say", "deny", "praise"]
    assert said["date"].dt.year.eq(2017).all()
    assert said["about_ids"][0] == [TURKEY]
    assert set(graph.to_pandas("nodes")["Id"]) == {VANCE, PARN, KASK, TURKEY, RUSSIA}
    assert graph.to_pandas("edges", kinds=("met",))["Type"].tolist() == ["Undirected"]
    assert len(graph.to_pandas("meetings", since="2017-03")) == 1
    with pytest.raises(UsageError, match="is no table"):
        graph.to_pandas("people")


def test_the_measurement_of_a_large_network_still_runs() -> None:
    """It writes into the index straight away: when the index has changed, only who needs the figure would notice."""
    script = ROOT / "benchmarks" / "network_analysis.py"
    asked = [sys.executable, str(script), "--statements", "300", "--actors", "20"]
    done = subprocess.run(
        asked, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"\d+ MB at most: 20 actors, ", done.stdout)
