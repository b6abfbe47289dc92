"""An article's graph: complete, the same whatever the order, and read alike by every parser."""

from __future__ import annotations

import random
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SkipArticle
from kg.graph.rdf import article_quads, run_quads
from kg.graph.shapes import validate
from kg.ids import Iris
from kg.model import Article, Cue, Entity, Extraction, Mention, Time
from kg.resources import folder
from kg.vocabulary import ACT, OA, ORG, PREFIXES, PROV, RAP, RDF, RDFS, SCHEMA, SEM, XSD

IRIS = Iris("http://kg.example/")
# rdflib's own N-Quads parser uses what rdflib has deprecated.
RDFLIB_PARSES = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
ANY_TEXT = st.text(st.characters(), min_size=1, max_size=40)


def written(extraction: Extraction) -> bytes:
    return article_quads(extraction, iris=IRIS, run="cafe", digest="beef")


def parsed(data: bytes) -> set[tuple[str, str, str]]:
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in ox.parse(data, format=ox.RdfFormat.N_QUADS)
    }


def readable(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


def part(extraction: Extraction, name: str) -> str:
    return IRIS.part(extraction.article.id, name)


def test_the_graph_is_the_same_whatever_the_order(rich: Extraction) -> None:
    shuffler = random.Random(7)
    names = ("mentions", "entities", "statements", "relations")
    for _ in range(5):
        order = {name: tuple(shuffler.sample(getattr(rich, name), len(getattr(rich, name)))) for name in names}
        assert written(replace(rich, **order)) == written(rich)  # type: ignore[arg-type]


def test_lines_are_sorted_unique_and_in_the_graph_of_the_article(rich: Extraction) -> None:
    lines = written(rich).splitlines()
    assert lines == sorted(set(lines))
    assert all(line.endswith(f" <{IRIS.article(rich.article.id)}> .".encode()) for line in lines)


def test_oxigraph_gives_back_the_bytes_that_were_written(rich: Extraction) -> None:
    store = ox.Store()
    store.bulk_load(written(rich), format=ox.RdfFormat.N_QUADS)
    dumped = store.dump(format=ox.RdfFormat.N_QUADS)
    assert dumped is not None
    assert sorted(dumped.splitlines()) == written(rich).splitlines()


@RDFLIB_PARSES
def test_rdflib_and_oxigraph_read_the_same(rich: Extraction) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(rich), format="nquads")
    assert {(str(s), str(p), str(o)) for s, p, o, _ in dataset.quads()} == parsed(written(rich))


def test_every_term_that_is_written_is_declared(rich: Extraction) -> None:
    ontology = rdflib.Graph().parse(folder("ontology") / "rapporteur.ttl")
    runs = run_quads("cafe", {"program": "1", "weights": "2"}, iris=IRIS)
    triples = parsed(written(rich)) | parsed(runs)
    declared = {str(term) for term in ontology.subjects(rdflib.RDF.type, None)}
    assert {predicate for _, predicate, _ in triples} <= declared
    classes = {value for _, predicate, value in triples if predicate == RDF.type}
    assert {term for term in classes if term.startswith(PREFIXES["rap"])} <= declared
    assert classes - declared == {PROV.Activity, PROV.Entity, PROV.SoftwareAgent}


def test_the_rich_extraction_has_every_class_and_property_of_articles(rich: Extraction) -> None:
    """Else the tests here and those of the shapes would pass by what they don't look at."""
    ontology = rdflib.Graph().parse(folder("ontology") / "rapporteur.ttl")
    ours = {str(term) for term in ontology.subjects(rdflib.RDF.type, None) if str(term).startswith(PREFIXES["rap"])}
    used = {term for triple in parsed(written(rich)) for term in triple}
    only_in_the_scheme = {RAP.SpeechAct, RAP.directed, RAP.ambiguousCue, RAP.deedSignal}
    assert ours - used == only_in_the_scheme | {RAP.ExtractionRun, RAP.until}


def test_the_article_itself(rich: Extraction) -> None:
    node, triples = IRIS.article(rich.article.id), parsed(written(rich))
    assert {
        (node, RAP.digest, "beef"),
        (node, PROV.wasGeneratedBy, IRIS.run("cafe")),
        (node, SCHEMA.headline, 'Talks in "Geneva" enter second day'),
        (node, SCHEMA.datePublished, "2031-03-14T08:30:00+01:00"),
        (node, SCHEMA.publisher, IRIS.publisher("Nordwire")),
        (IRIS.publisher("Nordwire"), RDFS.label, "Nordwire"),
        (node, RAP.text, rich.article.text),
        (node, RAP.dateline, "GENEVA"),
    } <= triples


def test_a_statement_says_who_accused_whom_where_and_when(rich: Extraction) -> None:
    triples = parsed(written(rich))
    node, claim = part(rich, "00000000000000a1"), part(rich, "00000000000000a1-claim")
    about = part(rich, "00000000000000a1-about-0")
    assert {
        (node, RAP.speaker, IRIS.entity("person/mara-ellingsen")),
        (node, RAP.speakerExcerpt, IRIS.span(rich.article.id, (0, len("Foreign Minister Mara Ellingsen of Norway")))),
        (node, RAP.act, ACT.accuse),
        (node, RAP.cueLemma, "accuse"),
        (node, RAP.form, "mixed"),
        (node, SEM.hasPlace, IRIS.entity("place/2660646")),
        (node, RAP.begin, "2031-03-13"),
        (node, RAP.end, "2031-03-13"),
        (node, RAP.timeText, "on Thursday"),
        (node, RAP.published, "2031-03-14"),
        (node, RAP.confidence, "0.877"),
        (node, RAP.expresses, claim),
        (claim, RAP.text, '"stalling" the talks in Geneva'),
        (claim, RAP.about, about),
        (about, RAP.entity, IRIS.entity("person/tomas-brenk")),
        (about, RAP.aboutRole, "target"),
        (about, RAP.stance, "negative"),
    } <= triples
    # What names no entity (a date) is no topic.
    assert (claim, RAP.about, part(rich, "00000000000000a1-about-3")) not in triples


def test_what_is_said_is_said_of_the_claim_alone(rich: Extraction) -> None:
    claims = {subject for subject, _, value in parsed(written(rich)) if value == RAP.Claim}
    texts = {statement.text for statement in rich.statements}
    holders = {
        subject for subject, predicate, value in parsed(written(rich)) if predicate == RAP.text and value in texts
    }
    assert holders == claims


def test_nested_negated_and_figurative(rich: Extraction) -> None:
    triples = parsed(written(rich))
    outer, inner = part(rich, "00000000000000a2"), part(rich, "00000000000000a3")
    start = rich.article.text.index("Oslo")
    mention = part(rich, f"mention-{start}-{start + 4}")
    assert {
        (inner, RAP.reportedIn, outer),
        (inner, RAP.cueNegated, "true"),
        (inner, RAP.begin, "2031-03-17"),
        (inner, RAP.end, "2031-03-23"),
        (outer, RAP.speaker, IRIS.entity("country/NOR")),
        (mention, OA.hasBody, IRIS.entity("place/3143244")),
        (mention, RAP.refersTo, IRIS.entity("country/NOR")),
        (mention, RAP.figurative, "true"),
    } <= triples
    assert not [triple for triple in triples if triple[:2] == (outer, RAP.cueNegated)]


def test_every_excerpt_is_the_text_between_its_offsets(rich: Extraction) -> None:
    values: dict[str, dict[str, str]] = {}
    for subject, predicate, value in parsed(written(rich)):
        values.setdefault(subject, {})[predicate] = value
    excerpts = [found for found in values.values() if found.get(RDF.type) == RAP.Excerpt]
    assert len(excerpts) > 20
    for found in excerpts:
        assert rich.article.text[int(found[OA.start]) : int(found[OA.end])] == found[OA.exact]


def test_a_meeting_has_participants_with_roles_and_without(rich: Extraction) -> None:
    triples, node = parsed(written(rich)), part(rich, "00000000000000b1")
    host = part(rich, "00000000000000b1-participant-2")
    assert {
        (node, RAP.participation, host),
        (host, RAP.participant, IRIS.entity("country/CHE")),
        (host, RAP.participantRole, "host"),
        (node, SEM.hasActor, IRIS.entity("country/CHE")),
        (node, RAP.begin, "2031-03-01"),
        (node, RAP.end, "2031-03-31"),
        (node, RAP.status, "planned"),
    } <= triples
    assert not [triple for triple in triples if "participant-3" in triple[2]]


def test_a_relation_is_a_direct_triple_and_one_node_with_all_evidence(rich: Extraction) -> None:
    triples = parsed(written(rich))
    norway, nato = IRIS.entity("country/NOR"), IRIS.entity("organization/nato")
    assert (norway, RAP.memberOf, nato) in triples
    (node,) = {subject for subject, predicate, value in triples if (predicate, value) == (RAP.object, nato)}
    assert (node, RAP.predicate, RAP.memberOf) in triples
    assert {value for subject, predicate, value in triples if (subject, predicate) == (node, RAP.confidence)} == {"0.9"}
    assert len({value for subject, predicate, value in triples if (subject, predicate) == (node, RAP.evidence)}) == 2


def test_a_post_that_is_spelt_in_two_ways_is_one_post_with_one_label(rich: Extraction) -> None:
    triples, post = parsed(written(rich)), IRIS.entity("post/foreign-minister")
    assert {value for subject, predicate, value in triples if (subject, predicate) == (post, RDFS.label)} == {
        "Foreign Minister"
    }
    assert len([subject for subject, predicate, value in triples if (predicate, value) == (ORG.role, post)]) == 2


def test_the_run_is_described_without_a_clock() -> None:
    runs = run_quads("cafe", {"program": "0.1.0", "weights": "3f9a", "gazetteer": "77c1"}, iris=IRIS)
    node = IRIS.run("cafe")
    assert {
        (node, RDF.type, RAP.ExtractionRun),
        (node, PROV.wasAssociatedWith, f"{node}#program"),
        (f"{node}#program", SCHEMA.softwareVersion, "0.1.0"),
        (node, PROV.used, f"{node}#weights"),
        (f"{node}#weights", RAP.digest, "3f9a"),
    } <= parsed(runs)
    assert XSD.dateTime.encode() not in runs


def test_what_can_not_be_written_says_why(rich: Extraction) -> None:
    with pytest.raises(SkipArticle, match=r"talks\.txt: published is no date: “soon”"):
        written(replace(rich, article=replace(rich.article, published="soon")))
    first = rich.statements[0]
    with pytest.raises(ValueError, match="outside of the text"):
        written(replace(rich, statements=(replace(first, cue=Cue((5, 10_000), "say")),)))
    with pytest.raises(ValueError, match="no day, week, month or year"):
        written(replace(rich, statements=(replace(first, time=Time("soon", "day", "soon")),)))


@RDFLIB_PARSES
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
@settings(max_examples=100, deadline=None)
def test_any_id_and_any_text_can_be_written_and_read(name: str, text: str, label: str) -> None:
    article = Article(name, text, url=text, title=label, author=label, publisher=label, language=label)
    entity = Entity(f"person/{label}", "person", label, aliases=(text,), same_as=(f"http://a.example/{text}",))
    mention = Mention(0, len(text), "person", entity=entity.id)
    data = written(Extraction(article, mentions=(mention,), entities=(entity,)))
    triples = parsed(data)
    assert {
        (IRIS.article(name), RAP.text, readable(text)),
        (IRIS.article(name), SCHEMA.url, readable(text)),
        (IRIS.span(name, (0, len(text))), OA.exact, readable(text)),
        (IRIS.entity(entity.id), RDFS.label, readable(label)),
    } <= triples
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format="nquads")
    assert {(str(s), str(p), str(o)) for s, p, o, _ in dataset.quads()} == triples
    assert {violation.path for violation in validate(data, name="x").violations} <= {"schema:inLanguage"}
