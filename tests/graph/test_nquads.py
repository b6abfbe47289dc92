"""Lines of N-Quads: escapes, canonical numbers and dates."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SkipArticle
from kg.graph.nquads import Lines, decimal, instant, iri
from kg.vocabulary import RDFS, XSD

# rdflib's own N-Quads parser uses what rdflib has deprecated.
RDFLIB_PARSES = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
ANY_TEXT = st.text(st.characters(), min_size=1)  # lone surrogates included
AWKWARD = '\x00\x07\t\n\r"\\\x85\u2028 “quoted” \U0001f54a \ud83d … \\u0041 \ufffe'


def readable(text: str) -> str:
    """What a graph can hold of a text: a lone surrogate is no character."""
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


def _written(text: str) -> bytes:
    lines = Lines("http://a.example/g")
    lines.text("http://a.example/s", RDFS.label, text)
    return lines.sorted()


@RDFLIB_PARSES
@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_any_text_comes_back_from_both_parsers(text: str) -> None:
    data = _written(text)
    assert data.count(b"\n") == 1
    (quad,) = ox.parse(data, format=ox.RdfFormat.N_QUADS)
    assert quad.object == ox.Literal(readable(text))
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format="nquads")
    ((_, _, value, _),) = dataset.quads()
    assert str(value) == readable(text)


def test_awkward_text_comes_back() -> None:
    (quad,) = ox.parse(_written(AWKWARD), format=ox.RdfFormat.N_QUADS)
    assert quad.object.value == readable(AWKWARD)
    assert len(_written(AWKWARD).decode().splitlines()) == 1


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_any_iri_from_outside_can_be_read(text: str) -> None:
    lines = Lines("http://a.example/g")
    lines.link("http://a.example/s", RDFS.label, iri(f"http://a.example/{text}"))
    (quad,) = ox.parse(lines.sorted(), format=ox.RdfFormat.N_QUADS)
    assert quad.object.value.startswith("http://a.example/")


def test_an_iri_that_is_one_stays_as_it_is() -> None:
    assert iri("http://www.wikidata.org/entity/Q20?x=%20#é") == "http://www.wikidata.org/entity/Q20?x=%20#é"
    assert iri("http://a.example/a b<c>") == "http://a.example/a%20b%3Cc%3E"


def test_lines_are_unique_and_sorted() -> None:
    lines = Lines("http://a.example/g")
    for text in ("b", "a", "b", None, ""):
        lines.text("http://a.example/s", RDFS.label, text)
    lines.link("http://a.example/s", RDFS.label, None)
    lines.flag("http://a.example/s", RDFS.label, False)
    assert lines.sorted().decode().splitlines() == [
        f'<http://a.example/s> <{RDFS.label}> "a" <http://a.example/g> .',
        f'<http://a.example/s> <{RDFS.label}> "b" <http://a.example/g> .',
    ]


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (1.0, 3, "1"),
        (0.0, 3, "0"),
        (-0.0, 3, "0"),
        (0.87654, 3, "0.877"),
        (0.9, 3, "0.9"),
        (0.0001, 3, "0"),
        (1e-5, 5, "0.00001"),
        (-10.74609, 5, "-10.74609"),
        (100.0, 5, "100"),
    ],
)
def test_decimals_are_canonical(number: float, digits: int, text: str) -> None:
    assert decimal(number, digits) == text


@given(st.floats(-180, 180))
@settings(deadline=None)
def test_oxigraph_gives_decimals_back_as_they_were_written(number: float) -> None:
    store = ox.Store()
    literal = ox.Literal(decimal(number, 5), datatype=ox.NamedNode(XSD.decimal))
    store.add(ox.Quad(ox.NamedNode("http://a.example/s"), ox.NamedNode("http://a.example/p"), literal))
    assert next(iter(store)).object == literal


@pytest.mark.parametrize(
    ("published", "value", "datatype"),
    [
        ("2017-02-19", "2017-02-19", XSD.date),
        ("2017-02-19T08:30", "2017-02-19T08:30:00", XSD.dateTime),
        ("2017-02-19T08:30:00Z", "2017-02-19T08:30:00Z", XSD.dateTime),
        ("2017-02-19T08:30:00+00:00", "2017-02-19T08:30:00Z", XSD.dateTime),
        ("2017-02-19 08:30:00+01:00", "2017-02-19T08:30:00+01:00", XSD.dateTime),
        ("2017-02-19T08:30:00.500-05:00", "2017-02-19T08:30:00.5-05:00", XSD.dateTime),
        ("2017-02-19T08:30:00.000001", "2017-02-19T08:30:00.000001", XSD.dateTime),
        ("2017-02-19T08:30:00+01:00:30", "2017-02-19T08:30:00", XSD.dateTime),
        ("2017-02-19T08:30:00+20:00", "2017-02-19T08:30:00", XSD.dateTime),
    ],
)
def test_dates_are_canonical_and_keep_the_day_that_was_written(published: str, value: str, datatype: str) -> None:
    assert instant(published, "x") == (value, datatype, "2017-02-19")
    literal = ox.Literal(value, datatype=ox.NamedNode(datatype))
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://a.example/s"), ox.NamedNode("http://a.example/p"), literal))
    assert next(iter(store)).object == literal


@pytest.mark.parametrize("published", ["yesterday", "2017-02-30", "19.02.2017", ""])
def test_a_date_that_is_none_is_said_in_one_line(published: str) -> None:
    with pytest.raises(SkipArticle, match=r"^news.jsonl:3: published is no date: .*YYYY-MM-DD$"):
        instant(published, "news.jsonl:3")
