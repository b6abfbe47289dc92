"""The network as the lines of a picture: the same ties, one line for each two ends and each family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from kg.errors import UsageError
from kg.graph.reader import Reader, open_reader
from kg.graph.store import Store
from kg.query.counted import counted
from kg.query.lines import Line, LinePart, lines
from kg.query.links import Link
from kg.query.selection import Selection
from tests.explorer import multitude

VANCE, PARN, KASK = "person/orla-vance", "person/ivo-parn", "person/mari-kask"
ESTONIA, RUSSIA, TURKEY = "country/EST", "country/RUS", "country/TUR"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """1,200 statements, some of which tie the same two, in both directions and by several acts."""
    folder = tmp_path_factory.mktemp("crowd") / "store"
    multitude.fill(folder, articles=60)
    with open_reader(folder) as reader:
        yield reader


def test_what_is_said_of_and_to_somebody_is_one_line_and_a_meeting_another(store: Store) -> None:
    found = lines(store, Selection(kinds=("said_about", "addressed", "met", "post")))
    day = "2017-02-19"
    assert found.lines == (
        Line(PARN, ESTONIA, "holds", 1, 0, 0, (LinePart("post", "Envoy", 1),), "2017-02-19", "2017-02-19"),
        Line(PARN, VANCE, "met", 1, 0, 0, (LinePart("met", "meeting", 1),), "2017-02-16", "2017-02-16"),
        Line(PARN, RUSSIA, "said", 1, 0, 1, (LinePart("said_about", "deny", 1),), day, day),
        Line(KASK, PARN, "said", 1, 0, 1, (LinePart("said_about", "praise", 1),), "2017-03-02", "2017-03-02"),
        Line(VANCE, RUSSIA, "said", 1, 0, 0, (LinePart("said_about", "say", 1),), day, day),
        Line(VANCE, TURKEY, "said", 1, 1, 0, (LinePart("said_about", "accuse", 1),), "2017-02-16", "2017-02-16"),
        Line(VANCE, PARN, "said", 1, 0, 0, (LinePart("addressed", "say", 1),), day, day),
    )
    assert (found.lines_here, found.lines_in_all, found.actors_in_all, found.events) == (7, 7, 6, 7)


@pytest.mark.parametrize("asked", [Selection(), Selection(actors=("Actor 0001", "Actor 0004"), around=True)])
@pytest.mark.parametrize("least", [1, 2])
def test_lines_are_the_links_put_together(crowd: Reader, asked: Selection, least: int) -> None:
    whole, found = counted(crowd, asked, min_weight=least), lines(crowd, asked, min_weight=least)
    assert found.actors == whole.actors
    assert (found.actors_in_all, found.events) == (whole.actors_in_all, whole.events)
    expected = together(whole.links)
    assert any(line.negative and line.positive for line in expected)
    assert list(found.lines) == expected
    assert found.lines_here == found.lines_in_all == len(expected)


@pytest.mark.parametrize("most", [1, 12, 40])
def test_of_many_lines_those_of_whom_one_asks_for_are_kept_then_the_strongest(crowd: Reader, most: int) -> None:
    asked = {"person/actor-20", "person/actor-1"}
    selection = Selection(actors=tuple(asked), around=True)
    every, found = lines(crowd, selection, limit=15), lines(crowd, selection, limit=15, most=most)
    assert len(found.actors) == 15 < found.actors_in_all
    assert found.lines_here == len(every.lines) < found.lines_in_all
    first = sorted(every.lines, key=lambda line: not asked & {line.source, line.target})[:most]
    assert list(found.lines) == [line for line in every.lines if line in first]


def test_nothing_has_no_lines_and_fewer_than_one_is_no_number(store: Store) -> None:
    found = lines(store, Selection(until="1900"))
    assert (found.actors, found.lines, found.lines_here, found.events) == ((), (), 0, 0)
    with pytest.raises(UsageError, match="at least 1"):
        lines(store, most=0)


def together(links: tuple[Link, ...]) -> list[Line]:
    """The links as lines, one after another."""
    found = dict[tuple[str, str, str], list[Link]]()
    for link in links:
        family = "met" if link.kind == "met" else "said"
        found.setdefault((family, link.source, link.target), []).append(link)
    made = []
    for (family, source, target), each in found.items():
        parts = Counter[tuple[str, str]]()
        for link in each:
            parts[link.kind, link.label] += link.count
        stances = {
            stance: sum(link.count for link in each if link.stance == stance) for stance in ("negative", "positive")
        }
        ordered = tuple(
            LinePart(*part, count) for part, count in sorted(parts.items(), key=lambda one: (-one[1], one[0]))
        )
        days = [day for link in each for day in (link.first, link.last) if day]
        made.append(Line(source, target, family, parts.total(), *stances.values(), ordered, min(days), max(days)))
    return sorted(made, key=lambda line: (-line.count, line.family, line.source, line.target))
