"""What the index takes from an article's events, and that it follows the graph."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from kg.graph.article_graph import UNDATED, day_of
from kg.graph.event_index import Conditions, Place, earliest
from kg.graph.events import KINDS, Tie, events_of
from kg.graph.rdf import article_quads
from kg.graph.search import SearchIndex
from kg.graph.store import Store, StoredArticle
from kg.graph.tie_index import Bundle, Window
from kg.model import Act, Extraction
from kg.vocabulary import OA, RAP, SCHEMA

MARA, TOMAS = "person/mara-ellingsen", "person/tomas-brenk"


def stored(store: Store, extraction: Extraction, id_: str, digest: str = "d") -> StoredArticle:
    made = replace(extraction, article=replace(extraction.article, id=id_))
    return StoredArticle(id_, digest, article_quads(made, iris=store.iris, run="run", digest=digest))


@pytest.fixture
def store(rich: Extraction) -> Store:
    made = Store.memory()
    made.replace_articles([stored(made, rich, "one"), stored(made, rich, "two")])
    return made


def test_pages_that_begin_with_the_last_days_end_with_what_has_none(rich: Extraction) -> None:
    with Store.memory() as store:
        for id_, published in (("a", "2031-03-01"), ("b", None), ("c", "2031-04-01"), ("d", None), ("e", "2031-04-01")):
            undated = replace(rich, article=replace(rich.article, published=published), statements=rich.statements[:1])
            store.replace_articles([stored(store, replace(undated, meetings=()), id_)])
        listed, after = list[str](), None
        while page := store.index.articles_page(newest=True, after=after, limit=2):
            listed += [one.article for one in page]
            after = page[-1]
        assert listed == ["c", "e", "a", "b", "d"]
        whole = [each.place for each in store.index.events.page(Conditions("statement"), newest=True)]
        seen, last = list[Place](), None
        while told := store.index.events.page(Conditions("statement"), newest=True, after=last, limit=2):
            seen += [each.place for each in told]
            last = told[-1].place
        assert seen == whole
        assert len(seen) == 5


def everything(index: SearchIndex) -> list[list[tuple[object, ...]]]:
    return [
        sorted(index._sql.execute(query).fetchall())
        for query in (
            "SELECT article, node, kind, day, until, start, act, form, publisher FROM event",
            "SELECT role, entity, part.day, node FROM part JOIN event ON n = event",
            "SELECT source, target, tie.kind, label, tie.day, node FROM tie JOIN event ON n = event",
            "SELECT node, told FROM told JOIN event ON n = event",
            "SELECT * FROM edge",
            "SELECT * FROM bond",
        )
    ]


def test_an_event_has_its_time_parts_and_ties(store: Store) -> None:
    found = {event.node.rpartition("#")[2]: event for event in events_of(store.graph, store.iris, "one")}
    accusation = found["00000000000000a1"]
    assert (accusation.kind, accusation.day, accusation.until, accusation.act, accusation.form) == (
        "statement", "2031-03-13", "2031-03-13", "accuse", "mixed",
    )  # fmt: skip
    assert ("speaker", MARA) in accusation.parts
    assert Tie(MARA, TOMAS, "said_about", "accuse", "negative") in accusation.ties
    assert all(tie.source != tie.target for event in found.values() for tie in event.ties)
    week = found["00000000000000a3"]
    assert (week.day, week.until) == ("2031-03-17", "2031-03-23")
    meeting = found["00000000000000b1"]
    assert (meeting.kind, meeting.day, meeting.until) == ("meeting", "2031-03-01", "2031-03-31")
    assert ("place", "country/CHE") in meeting.parts  # Geneva lies there
    assert Tie("country/CHE", MARA, "met", "talks") in meeting.ties
    posts = {tie for event in found.values() if event.kind == "post" for tie in event.ties}
    assert Tie(TOMAS, "organization/free-harbour-party", "post", "leader") in posts
    relations = {tie for event in found.values() if event.kind == "relation" for tie in event.ties}
    assert Tie("country/NOR", "organization/nato", "relation", "memberOf") in relations


def test_the_index_follows_what_is_replaced_and_deleted(store: Store, rich: Extraction) -> None:
    def rebuilt() -> list[list[tuple[object, ...]]]:
        index = SearchIndex(None)
        index.update(store.graph, store.iris)
        return everything(index)

    assert everything(store.index) == rebuilt()
    store.begin_run()
    store.replace_articles([stored(store, replace(rich, statements=rich.statements[1:]), "two", "e")])
    assert everything(store.index) == rebuilt()
    [accusation] = [tie for tie in store.index.ties.between(MARA, TOMAS, Window()) if tie.kind == "said_about"]
    assert (accusation.label, accusation.count) == ("accuse", 1)
    store.delete_article("one")
    assert everything(store.index) == rebuilt()
    store.delete_article("two")
    assert everything(store.index) == [[], [], [], [], [], []]


def test_the_strongest_neighbours_are_those_of_a_plain_count(store: Store) -> None:
    rows = store.index._sql.execute("SELECT source, target, kind FROM tie").fetchall()
    for kinds in (KINDS, ("met",), ("said_about", "post", "relation")):
        for dated in (Window(kinds), Window(kinds, "2000-01-01", "2999-12-31")):
            counts: dict[str, int] = {}
            for source, target, kind in rows:
                if MARA in {source, target} and kind in kinds:
                    other = target if source == MARA else source
                    counts[other] = counts.get(other, 0) + 1
            expected = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            assert store.index.ties.strongest(MARA, dated) == expected
            assert store.index.ties.strongest(MARA, dated, limit=2) == expected[:2]


def test_bundles_are_those_of_a_plain_count(store: Store, rich: Extraction) -> None:
    # Two of each act, and then three of the one that comes later by name.
    acts: tuple[Act, ...] = ("warn", "warn", "admit", "warn")
    for number, act in enumerate(acts):
        told = replace(rich, statements=tuple(replace(each, act=act) for each in rich.statements))
        store.replace_articles([stored(store, told, f"more-{number}")])
        if number:
            check_bundles(store)


def check_bundles(store: Store) -> None:
    rows = store.index._sql.execute("SELECT source, target, kind, label, day FROM tie").fetchall()
    pairs = {(min(row[:2]), max(row[:2])) for row in rows}
    for dates in ((None, None), ("2000-01-01", "2999-12-31")):
        expected = set()
        for ends in {row[:3] for row in rows}:
            same = [row for row in rows if row[:3] == ends and (row[4] != UNDATED or dates == (None, None))]
            labels = [row[3] for row in same]
            days = sorted(row[4] for row in same if row[4] != UNDATED)
            if same:
                most = min(labels, key=lambda label: (-labels.count(label), label))
                first, last = (days[0], days[-1]) if days else (None, None)
                expected.add(Bundle(ends[0], ends[1], ends[2], most, len(same), first, last))
        found = store.index.ties.among(pairs, Window(KINDS, *dates))
        assert [bundle.count for bundle in found] == sorted((bundle.count for bundle in found), reverse=True)
        assert set(found) == expected
        assert len(found) == len(expected)


def test_a_window_takes_what_overlaps_it(store: Store) -> None:
    def talks(since: str, until: str) -> list[int]:
        return [tie.count for tie in store.index.ties.between(MARA, TOMAS, Window(("met",), since, until))]

    assert talks("2031-03-20", "2031-03-20") == [2]  # some time in March
    assert talks("2031-04-01", "2031-04-30") == []
    assert talks("2031-01-01", "2031-02-28") == []


def test_pages_in_any_size_are_the_whole_list_in_order(store: Store) -> None:
    chance = random.Random(3)
    asked = Conditions("statement")
    whole = [each.place for each in store.index.events.page(asked)]
    assert whole == sorted(whole)
    assert len(whole) == 8
    seen, after = list[object](), None
    while page := store.index.events.page(asked, after=after, limit=chance.randint(1, 3)):
        seen += [each.place for each in page]
        after = page[-1].place
    assert seen == whole


def test_a_year_before_is_far_enough() -> None:
    assert earliest("2031-12-31") == "2030-12-30"
    assert earliest("0001-01-05") == "0001-01-01"


def test_a_graph_that_holds_nonsense_is_indexed_all_the_same() -> None:
    with Store.memory() as store:
        graph, event, excerpt = store.iris.article("odd"), store.iris.part("odd", "e"), store.iris.part("odd", "x")
        rows = [f'<{graph}> <{RAP.digest}> "d"', f'<{graph}> <{SCHEMA.datePublished}> "some day"',
                f"<{event}> <{RAP.speaker}> <{store.iris.entity('person/a')}>", f'<{event}> <{RAP.begin}> "2017-99-99"',
                f"<{event}> <{RAP.cue}> <{excerpt}>", f'<{event}> <{RAP.confidence}> "much"',
                f"<{event}> <{RAP.evidence}> <{excerpt}>",
                f'<{excerpt}> <{OA.start}> "first"', f'<{excerpt}> <{OA.end}> "{10**30}"']  # fmt: skip
        store.add("".join(f"{row} <{graph}> .\n" for row in rows).encode())
        store._unindexed = None
        [listed] = store.index.events.page(Conditions("statement"))
        assert (listed.place.day, listed.place.start, listed.place.node) == (UNDATED, 0, event)
        assert (listed.told["confidence"], listed.told["cue"], listed.told["act"]) == (1, [0, 0, ""], "")
        assert [listed.day for listed in store.index.articles_page(limit=9)] == [UNDATED]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2017-02-19", "2017-02-19"),
        ("2017-02-19T23:30:00Z", "2017-02-19"),
        ("", "~"),
        ("2017", "~"),
        ("-0044-03-15", "~"),
    ],
)
def test_a_day_is_one_of_the_calendar(value: str, day: str) -> None:
    assert day_of(value) == day
