"""The ontology is consistent with itself, with the model and with its shapes."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg import model
from kg.resources import folder
from kg.vocabulary import ACT, ACT_CUES, ACT_PLOVER, AMBIGUOUS_CUES, DIRECTED_ACTS, PREFIXES, RAP

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(folder("ontology") / "rapporteur.ttl")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(folder("ontology") / "shapes.ttl")


@pytest.fixture(scope="module")
def schemes() -> Graph:
    graph = Graph().parse(folder("ontology") / "speech-acts.ttl")
    return graph.parse(folder("ontology") / "plover.ttl")


def _declared(graph: Graph, *kinds: Node) -> set[Node]:
    return {term for kind in kinds for term in graph.subjects(RDF.type, kind)}


def _ours(terms: set[Node]) -> set[Node]:
    return {term for term in terms if str(term).startswith(PREFIXES["rap"])}


def _values(shapes: Graph, path: str) -> set[str]:
    """What ``sh:in`` allows as values of the property."""
    (owner,) = [node for node in shapes.subjects(SH.path, URIRef(path)) if (node, SH["in"], None) in shapes]
    return {str(value) for value in Collection(shapes, shapes.value(owner, SH["in"]))}


def test_the_ontology_says_what_it_is(ontology: Graph) -> None:
    (header,) = ontology.subjects(RDF.type, OWL.Ontology)
    assert str(ontology.value(header, DCTERMS.license)) == "https://opensource.org/license/mit"
    assert ontology.value(header, OWL.versionInfo) is not None


def test_every_term_has_a_label_a_definition_and_an_example(ontology: Graph) -> None:
    terms = _ours(_declared(ontology, *KINDS))
    assert len(terms) > 60
    for term in terms:
        for property_ in (RDFS.label, SKOS.definition, SKOS.example):
            (value,) = ontology.objects(term, property_)
            assert isinstance(value, Literal)
            assert value.language == "en"
            assert str(value).strip() == str(value) != ""


def test_every_borrowed_term_says_how_it_is_used(ontology: Graph) -> None:
    borrowed = _declared(ontology, *KINDS) - _ours(_declared(ontology, *KINDS))
    assert borrowed
    assert all((term, SKOS.scopeNote, None) in ontology for term in borrowed)


def test_domains_and_ranges_are_declared_or_borrowed(ontology: Graph) -> None:
    classes = _declared(ontology, OWL.Class)
    schema = PREFIXES["schema"]
    for link in (RDFS.domain, RDFS.range, URIRef(schema + "domainIncludes"), RDFS.subClassOf):
        for target in _ours(set(ontology.objects(None, link))):
            assert target in classes, target
    properties = _declared(ontology, OWL.ObjectProperty, OWL.DatatypeProperty)
    assert _ours(set(ontology.objects(None, RDFS.subPropertyOf))) <= properties


def test_a_claim_is_never_an_event(ontology: Graph) -> None:
    assert (URIRef(RAP.Claim), OWL.disjointWith, URIRef(RAP.Event)) in ontology


def test_every_class_has_a_shape(ontology: Graph, shapes: Graph) -> None:
    assert set(shapes.objects(None, SH.targetClass)) == _declared(ontology, OWL.Class)


def test_every_property_is_in_a_shape_and_every_path_is_declared(ontology: Graph, shapes: Graph) -> None:
    paths = {path for path in shapes.objects(None, SH.path) if isinstance(path, URIRef)}
    paths |= set(shapes.objects(None, SH.inversePath))
    properties = _declared(ontology, *KINDS) - _declared(ontology, OWL.Class)
    assert _ours(properties) <= paths
    assert paths <= properties


def test_what_a_closed_shape_ignores_stands_in_the_shape_of_events(shapes: Graph) -> None:
    event = URIRef("https://w3id.org/rapporteur/shapes#Event")
    own = {shapes.value(part, SH.path) for part in shapes.objects(event, SH.property)} | {RDF.type}
    for name in ("Statement", "Meeting"):
        shape = URIRef(f"https://w3id.org/rapporteur/shapes#{name}")
        assert set(Collection(shapes, shapes.value(shape, SH.ignoredProperties))) == own


@pytest.mark.parametrize(
    ("path", "literal"),
    [
        (RAP.form, model.StatementForm),
        (RAP.polarity, model.Polarity),
        (RAP.certainty, model.Certainty),
        (RAP.granularity, model.Granularity),
        (RAP.aboutRole, model.AboutRole),
        (RAP.stance, model.Stance),
        (RAP.speakerKind, model.SpeakerKind),
        (RAP.participantRole, model.ParticipantRole),
        (RAP.status, model.MeetingStatus),
        (RAP.meetingFormat, model.MeetingFormat),
    ],
)
def test_shapes_allow_what_the_model_allows(shapes: Graph, path: str, literal: object) -> None:
    assert _values(shapes, path) == set(get_args(literal))


def test_shapes_allow_the_acts_of_the_model(shapes: Graph) -> None:
    assert _values(shapes, RAP.act) == {getattr(ACT, act) for act in model.ACTS}


def test_shapes_allow_the_deeds_of_the_model_which_are_all_classes_of_plover(shapes: Graph, schemes: Graph) -> None:
    plover = URIRef("https://w3id.org/rapporteur/plover")
    classes = {str(one) for one in schemes.subjects(SKOS.inScheme, plover)}
    assert _values(shapes, RAP.deed) == {f"{plover}#{deed}" for deed in get_args(model.Deed)} == classes


def test_datatypes_of_shapes_agree_with_ranges(ontology: Graph, shapes: Graph) -> None:
    compared = 0
    for node, datatype in shapes.subject_objects(SH.datatype):
        range_ = ontology.value(shapes.value(node, SH.path), RDFS.range)
        if range_ is not None:
            assert range_ == datatype
            compared += 1
    assert compared >= 20


def test_the_speech_acts_are_those_of_the_model(schemes: Graph) -> None:
    acts = {str(act).removeprefix(PREFIXES["act"]) for act in schemes.subjects(RDF.type, URIRef(RAP.SpeechAct))}
    assert acts == set(model.ACTS)


def test_every_speech_act_and_event_class_is_defined_by_an_example(schemes: Graph) -> None:
    concepts = set(schemes.subjects(RDF.type, URIRef(RAP.SpeechAct)))
    concepts |= set(schemes.subjects(SKOS.inScheme, URIRef("https://w3id.org/rapporteur/plover")))
    assert len(concepts) == 21 + 16
    for concept in concepts:
        for property_ in (SKOS.prefLabel, SKOS.definition, SKOS.example):
            assert len(set(schemes.objects(concept, property_))) == 1


def test_every_plover_class_matches_cameo_and_every_match_is_defined(schemes: Graph) -> None:
    codes = {str(code) for code in schemes.objects(None, SKOS.notation)}
    matches = set(schemes.objects(None, SKOS.closeMatch)) | set(schemes.objects(None, SKOS.relatedMatch))
    assert all((match, SKOS.notation, None) in schemes for match in matches)
    assert {f"{number:02}" for number in range(1, 21)} < codes
    # 01, make public statement, is no event class of PLOVER.
    matched = {str(schemes.value(match, SKOS.notation)) for match in schemes.objects(None, SKOS.closeMatch)}
    assert {f"{number:02}" for number in range(2, 21)} < matched


def test_directed_acts_and_only_those_have_a_plover_code() -> None:
    assert set(ACT_PLOVER) == DIRECTED_ACTS
    assert {"accuse", "demand", "threaten", "reject", "praise", "promise", "support", "criticise"} <= DIRECTED_ACTS


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("say", "say"),
        ("according to", "say"),
        ("point out", "say"),
        ("insist", "claim"),
        ("call for", "demand"),
        ("urge", "demand"),
        ("turn down", "reject"),
        ("rule out", "refuse"),
        ("dismiss", "reject"),
        ("blame", "accuse"),
        ("allege", "accuse"),
        ("condemn", "criticise"),
        ("criticize", "criticise"),
        ("welcome", "praise"),
        ("pledge", "promise"),
        ("concede", "admit"),
        ("hope", "believe"),
        ("plan", "intend"),
        ("want", "intend"),
        ("reportedly", "report"),
    ],
)
def test_cues_signal_the_act_that_readers_expect(cue: str, act: str) -> None:
    assert ACT_CUES[cue] == act


def test_every_act_is_signalled_by_its_own_name_and_by_others() -> None:
    for act in model.ACTS:
        cues = {cue for cue, signalled in ACT_CUES.items() if signalled == act}
        assert act in cues
        assert len(cues) >= 15


def test_cues_are_lemmas_as_a_tagger_gives_them() -> None:
    for cue in ACT_CUES:
        assert cue == " ".join(cue.lower().split())


def test_ambiguous_cues_are_cues_and_plain_verbs_of_speech_are_not_among_them() -> None:
    assert set(ACT_CUES) >= AMBIGUOUS_CUES
    assert not {"say", "claim", "accuse", "deny", "demand", "hope", "promise"} & AMBIGUOUS_CUES
    assert {"attack", "back", "show", "order"} < AMBIGUOUS_CUES


def test_datatypes_of_the_ontology_are_those_that_a_store_keeps(shapes: Graph) -> None:
    """Oxigraph gives xsd:nonNegativeInteger back as xsd:integer; what is written must be what is read."""
    kept = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean, XSD.date, XSD.dateTime, XSD.anyURI}
    assert set(shapes.objects(None, SH.datatype)) <= kept


def test_the_vocabulary_needs_no_library() -> None:
    source = Path(model.__file__).with_name("vocabulary.py").read_text(encoding="utf-8")
    imported = {node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
    assert imported == {"__future__", "typing"}
    assert not [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import)]
