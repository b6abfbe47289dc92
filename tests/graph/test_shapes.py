"""The shapes hold of what is written, and break where one thing is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import SH, URIRef

from kg.graph.rdf import article_quads, reference_quads, run_quads
from kg.graph.shapes import Report, validate
from kg.ids import Iris
from kg.model import Extraction
from kg.resources import folder
from kg.vocabulary import ACT, ORG, PREFIXES, RAP, RDF, XSD

IRIS = Iris("http://kg.example/")
SHAPES = rdflib.Graph().parse(folder("ontology") / "shapes.ttl")
#: Where a class has its example: all but these two are in the article's graph.
ELSEWHERE = {RAP.ExtractionRun: "runs", RAP.SpeechAct: "scheme"}


def _written(extraction: Extraction) -> bytes:
    return article_quads(extraction, iris=IRIS, run="cafe", digest="beef")


@pytest.fixture
def graphs(rich: Extraction) -> dict[str, list[ox.Quad]]:
    runs = run_quads("cafe", {"program": "1", "weights": "2"}, iris=IRIS)
    return {
        "article": list(
            ox.parse(article_quads(rich, iris=IRIS, run="cafe", digest="beef"), format=ox.RdfFormat.N_QUADS)
        ),
        "runs": list(ox.parse(runs, format=ox.RdfFormat.N_QUADS)),
        "scheme": list(ox.parse(path=folder("ontology") / "speech-acts.ttl", format=ox.RdfFormat.TURTLE)),
    }


def _rules(kind: URIRef) -> list[tuple[str, str]]:
    """Class and path of every property of which the shapes say 1 of this kind, at least or at most."""
    found = []
    for shape, target in SHAPES.subject_objects(SH.targetClass):
        for rule in SHAPES.objects(shape, SH.property):
            path, limit = SHAPES.value(rule, SH.path), SHAPES.value(rule, kind)
            if isinstance(path, URIRef) and limit is not None and int(str(limit)) == 1:
                found.append((str(target), str(path)))
    return sorted(found)


def _short(term: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return term


def _paths(report: Report) -> set[str | None]:
    return {violation.path for violation in report.violations}


def _name(case: object) -> str:
    return _short(str(case))


@pytest.mark.parametrize("name", ["article", "runs", "scheme"])
def test_what_is_written_conforms(graphs: dict[str, list[ox.Quad]], name: str) -> None:
    report = validate(graphs[name], name=name)
    assert [str(violation) for violation in report.violations] == []
    assert report.conforms
    assert report.quads == len(set(graphs[name]))


def test_the_reference_graph_conforms(rich: Extraction) -> None:
    assert validate(reference_quads(rich.entities, run="1", iris=IRIS), name="reference").violations == ()


@pytest.mark.parametrize(("target", "path"), _rules(SH.minCount), ids=_name)
def test_what_is_missing_is_found(graphs: dict[str, list[ox.Quad]], target: str, path: str) -> None:
    quads = graphs[ELSEWHERE.get(target, "article")]
    node = next(quad.subject for quad in quads if quad.predicate.value == RDF.type and quad.object.value == target)
    left = [quad for quad in quads if (quad.subject, quad.predicate.value) != (node, path)]
    assert len(left) < len(quads)
    report = validate(left, name="x")
    assert not report.conforms
    assert (node.value, _short(path)) in {(violation.node, violation.path) for violation in report.violations}


@pytest.mark.parametrize(("target", "path"), _rules(SH.maxCount), ids=_name)
def test_what_is_there_twice_is_found(graphs: dict[str, list[ox.Quad]], target: str, path: str) -> None:
    quads = graphs[ELSEWHERE.get(target, "article")]
    nodes = {quad.subject for quad in quads if quad.predicate.value == RDF.type and quad.object.value == target}
    node = sorted(nodes, key=str)[0]
    first = ox.Literal("one")
    second = ox.Literal("two")
    more = [ox.Quad(node, ox.NamedNode(path), value) for value in (first, second)]
    report = validate([*quads, *more], name="x")
    messages = [str(violation) for violation in report.violations if violation.path == _short(path)]
    assert any("More than 1 values" in message for message in messages)


def _iri(term: str) -> str:
    return f"<{term}>"


def _typed(value: str, datatype: str) -> str:
    return f'"{value}"^^<{datatype}>'


MUTATIONS = {
    "a speaker who is not described": (
        rf"{_iri(RAP.speaker)} <[^>]*>",
        f"{_iri(RAP.speaker)} <http://kg.example/entity/x>",
        "rap:speaker",
    ),
    "a place that speaks": (
        rf"{_iri(RAP.speaker)} <[^>]*>",
        f"{_iri(RAP.speaker)} <http://kg.example/entity/place/2660646>",
        "rap:speaker",
    ),
    "an act that is none": (re.escape(_iri(ACT.accuse)), _iri(ACT.say + "ing"), "rap:act"),
    "an act in words": (re.escape(_iri(ACT.accuse)), '"accuse"', "rap:act"),
    "a form that is none": ('"mixed"', '"half"', "rap:form"),
    "a kind of speaker that is none": ('"author"', '"writer"', "rap:speakerKind"),
    "a polarity that is none": ('"negative"', '"no"', "rap:polarity"),
    "a certainty that is none": ('"probable"', '"likely"', "rap:certainty"),
    "a role that is none": ('"target"', '"victim"', "rap:aboutRole"),
    "a stance that is none": ('"neutral"', '"none"', "rap:stance"),
    "a status that is none": ('"planned"', '"soon"', "rap:status"),
    "a format that is none": ('"talks"', '"talk"', "rap:meetingFormat"),
    "a participant's role that is none": ('"host"', '"guest"', "rap:participantRole"),
    "a granularity that is none": ('"week"', '"fortnight"', "rap:granularity"),
    "a confidence above 1": (re.escape(_typed("0.877", XSD.decimal)), _typed("1.1", XSD.decimal), "rap:confidence"),
    "a confidence below 0": (re.escape(_typed("0.877", XSD.decimal)), _typed("-0.1", XSD.decimal), "rap:confidence"),
    "a confidence in words": (re.escape(_typed("0.877", XSD.decimal)), '"high"', "rap:confidence"),
    "a false that says nothing": (
        re.escape(_typed("true", XSD.boolean)),
        _typed("false", XSD.boolean),
        "rap:cueNegated",
    ),
    "an end before the beginning": (
        re.escape(_typed("2031-03-31", XSD.date)),
        _typed("2031-02-28", XSD.date),
        "rap:begin",
    ),
    "a date in words": (re.escape(_typed("2031-03-14", XSD.date)), '"Friday"', "rap:published"),
    "a time in words": ('"2031-W12"', '"next week"', "rap:timeValue"),
    "a latitude beyond the pole": (re.escape(_typed("56", XSD.decimal)), _typed("91", XSD.decimal), "geo:lat"),
    "a longitude beyond the date line": (re.escape(_typed("10", XSD.decimal)), _typed("181", XSD.decimal), "geo:long"),
    "a country code of two letters": ('"NOR"', '"NO"', "rap:isoCode"),
    "a country that is no country": (
        r"<http://kg.example/entity/country/CHE> <http://kg",
        r"<http://kg.example/entity/CHE> <http://kg",
        "rap:country",
    ),
    "an offset below zero": (re.escape(_typed("0", XSD.integer)), _typed("-1", XSD.integer), "oa:start"),
    "an offset behind the end": (re.escape(_typed("0", XSD.integer)), _typed("9999", XSD.integer), "oa:start"),
    "a relation that is none": (
        rf"{_iri(RAP.predicate)} <[^>]*>",
        f"{_iri(RAP.predicate)} {_iri(RAP.cue)}",
        "rap:predicate",
    ),
    "a member of a place": (
        rf"{_iri(RAP.memberOf)} <http[^>]*>",
        f"{_iri(RAP.memberOf)} <http://kg.example/entity/place/2660646>",
        "rap:memberOf",
    ),
    "a link that is text": (rf"{_iri(RAP.expresses)} <[^>]*>", f'{_iri(RAP.expresses)} "said"', "rap:expresses"),
    "a claim of nobody": (rf"<[^>]*> {_iri(RAP.expresses)}", f"<http://kg.example/x> {_iri(RAP.expresses)}", None),
    "a claim that is an event": (_iri(RAP.Claim), _iri(RAP.Event), None),
    "an event of no kind": (rf"{_iri(RDF.type)} {_iri(RAP.Meeting)}", f"{_iri(RDF.type)} {_iri(RAP.Event)}", None),
    "an actor of no kind": (rf"{_iri(RDF.type)} {_iri(RAP.Group)}", f"{_iri(RDF.type)} {_iri(RAP.Actor)}", None),
    "a person who is no actor": (
        rf"(person/ida-voss>) {_iri(RDF.type)} {_iri(RAP.Actor)}",
        rf"\1 {_iri(RDF.type)} {_iri(RAP.Person)}",
        None,
    ),
    "a person who is a place": (
        rf"(person/ida-voss>) {_iri(RDF.type)} {_iri(RAP.Actor)}",
        rf"\1 {_iri(RDF.type)} {_iri(RAP.Place)}",
        None,
    ),
    "a mention of nothing": (
        r"<http://www.w3.org/ns/oa#hasBody> <[^>]*>",
        "<http://www.w3.org/ns/oa#hasBody> <http://kg.example/x>",
        "oa:hasBody",
    ),
    "a property that statements don't have": (_iri(RAP.cueLemma), _iri(RAP.topic), "rap:topic"),
    "a post that is text": (rf"{_iri(ORG.role)} <[^>]*>", f'{_iri(ORG.role)} "minister"', "org:role"),
}


@pytest.mark.parametrize(("found", "instead", "path"), MUTATIONS.values(), ids=list(MUTATIONS))
def test_one_thing_wrong_breaks_the_graph(rich: Extraction, found: str, instead: str, path: str | None) -> None:
    text = _written(rich).decode()
    broken = re.sub(found, instead, text)
    assert broken != text
    report = validate(broken.encode(), name="x")
    assert not report.conforms
    if path is not None:
        assert path in _paths(report)


def test_a_time_is_whole_or_not_there(graphs: dict[str, list[ox.Quad]]) -> None:
    for left_out in (RAP.begin, RAP.end, RAP.timeValue, RAP.granularity):
        assert not validate([q for q in graphs["article"] if q.predicate.value != left_out], name="x").conforms


def test_a_violation_is_a_line_that_names_node_shape_path_and_value(rich: Extraction) -> None:
    text = _written(rich).decode().replace('"mixed"', '"half"')
    (violation,) = validate(text.encode(), name="x").violations
    assert violation.node == IRIS.part(rich.article.id, "00000000000000a1")
    assert (violation.shape, violation.path) == ("Statement", "rap:form")
    assert "half" in violation.message
    assert "\n" not in str(violation)


def test_sample_turtle_of_the_shapes_uses_core_alone() -> None:
    assert "sh:sparql" not in Path(folder("ontology") / "shapes.ttl").read_text(encoding="utf-8")
