"""Neighbourhoods and paths."""

from __future__ import annotations

import random
from collections import deque

import pytest

from kg.errors import UsageError
from kg.graph.store import Store
from kg.query.neighbours import neighbours
from kg.query.paths import paths
from kg.query.rows import Edge
from kg.vocabulary import ACT, ORG, PREFIXES, RAP


def short(edge: Edge) -> tuple[str, str, str, str, int]:
    return (edge.source.partition("/")[2], edge.kind, edge.label, edge.target.partition("/")[2], edge.count)


def test_neighbours_are_tied_by_edges_with_evidence(store: Store) -> None:
    around = neighbours(store, "Pärn")
    assert (around.centre.id, around.centre.label, around.centre.distance) == ("person/ivo-parn", "Ivo Pärn", 0)
    assert {short(edge) for edge in around.edges} == {
        ("orla-vance", "addressed", "say", "ivo-parn", 1),
        ("ivo-parn", "met", "meeting", "orla-vance", 1),
        ("ivo-parn", "said_about", "deny", "RUS", 1),
        ("ivo-parn", "post", "Envoy", "EST", 1),
        ("mari-kask", "said_about", "praise", "ivo-parn", 1),
    }
    assert (around.nodes[0].id, around.nodes[0].distance) == ("person/orla-vance", 1)  # two ties
    assert not around.cut
    for edge in around.edges:
        assert edge.evidence
        assert edge.article.title
    [post] = [edge for edge in around.edges if edge.kind == "post"]
    assert post.evidence[0].text == "the envoy of Estonia"


def test_depth_goes_further_and_limit_cuts(store: Store) -> None:
    assert {node.label for node in neighbours(store, "Kask").nodes} == {"Baltic Forum", "Ivo Pärn"}
    far = neighbours(store, "Kask", depth=3)
    assert {node.label: node.distance for node in far.nodes}["Turkey"] == 3
    few = neighbours(store, "Kask", depth=3, limit=3)
    assert (len(few.nodes), few.cut) == (3, True)
    known = {few.centre.id, *(node.id for node in few.nodes)}
    assert {end for edge in few.edges for end in (edge.source, edge.target)} <= known
    assert few.nodes == far.nodes[:3]


def test_kinds_narrow(store: Store) -> None:
    assert {edge.kind for edge in neighbours(store, "Pärn", kinds=["met", "post"]).edges} == {"met", "post"}


@pytest.mark.parametrize("asked", [{"depth": 0}, {"depth": 4}, {"limit": 0}, {"kinds": ["liked"]}])
def test_what_neighbours_can_not_be_asked_is_explained(store: Store, asked: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        neighbours(store, "Pärn", **asked)  # type: ignore[arg-type]


def test_a_membership_that_only_the_gazetteer_knows_is_no_edge(store: Store) -> None:
    graph, node = store.iris.graph("reference"), store.iris.entity("membership/1")
    person, country = store.iris.entity("person/ivo-parn"), store.iris.entity("country/TUR")
    post = store.iris.entity("post/x")
    rows = [f"<{node}> <{ORG.member}> <{person}>", f"<{node}> <{ORG.organization}> <{country}>",
            f"<{node}> <{ORG.role}> <{post}>", f'<{post}> <{PREFIXES["rdfs"]}label> "X"']  # fmt: skip
    store.replace_graph("reference", "".join(f"{row} <{graph}> .\n" for row in rows).encode())
    assert "country/TUR" not in {node.id for node in neighbours(store, "Pärn").nodes}


def test_a_path_shows_each_hop_with_its_evidence(store: Store) -> None:
    [found] = paths(store, "Kask", "Turkey")
    assert [node.label for node in found.nodes] == ["Mari Kask", "Ivo Pärn", "Orla Vance", "Turkey"]
    assert [{edge.kind for edge in hop} for hop in found.hops] == [{"said_about"}, {"addressed", "met"}, {"said_about"}]
    assert all(edge.evidence for hop in found.hops for edge in hop)
    assert paths(store, "Kask", "Turkey", max_length=2) == []
    assert paths(store, "Kask", "Geneva") == []  # where something happens ties nobody


@pytest.mark.parametrize("asked", [{"max_length": 0}, {"max_length": 7}, {"limit": 0}, {"end": "Mari Kask"}])
def test_what_paths_can_not_be_asked_is_explained(store: Store, asked: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        paths(store, "Kask", **{"end": "Turkey", **asked})  # type: ignore[arg-type]


def test_paths_are_all_the_shortest_ones_in_random_networks() -> None:
    chance = random.Random(7)
    for _ in range(5):
        pairs = {tuple(sorted(chance.sample(range(14), 2))) for _ in range(22)}
        with Store.memory() as store:
            store.add(_network(store, pairs))
            store._unindexed = None
            for start, end in ((0, 1), (2, 9), (5, 13)):
                if not any(start in pair for pair in pairs) or not any(end in pair for pair in pairs):
                    continue
                found = paths(store, f"person/{start}", f"person/{end}", max_length=6, limit=1000)
                routes = {tuple(int(node.id.partition("/")[2]) for node in path.nodes) for path in found}
                assert routes == _shortest(pairs, start, end)


def _network(store: Store, pairs: set[tuple[int, ...]]) -> bytes:
    """Statements of the one of each pair about the other."""
    graph, rows = store.iris.article("n"), []
    rows.append(f'<{graph}> <{RAP.digest}> "d"')
    for number, (one, other) in enumerate(sorted(pairs)):
        event, claim, about = (store.iris.part("n", f"{number}{part}") for part in ("", "-claim", "-about"))
        ends = [store.iris.entity(f"person/{end}") for end in (one, other)]
        rows += [f'<{end}> <{PREFIXES["rdfs"]}label> "{end}"' for end in ends]
        rows += [f"<{event}> <{RAP.speaker}> <{ends[0]}>", f"<{event}> <{RAP.act}> <{ACT.say}>",
                 f"<{event}> <{RAP.expresses}> <{claim}>", f"<{claim}> <{RAP.about}> <{about}>",
                 f"<{about}> <{RAP.entity}> <{ends[1]}>"]  # fmt: skip
    return "".join(f"{row} <{graph}> .\n" for row in rows).encode()


def _shortest(pairs: set[tuple[int, ...]], start: int, end: int) -> set[tuple[int, ...]]:
    """All shortest routes of at most six steps, by trying all."""
    found: set[tuple[int, ...]] = set()
    queue = deque([(start,)])
    while queue:
        route = queue.popleft()
        if len(route) > 7 or (found and len(route) > len(min(found, key=len))):
            break
        if route[-1] == end:
            found.add(route)
            continue
        for one, other in pairs:
            for here, there in ((one, other), (other, one)):
                if here == route[-1] and there not in route:
                    queue.append((*route, there))
    return found
