"""Times as periods, entities and roles as triples."""

from __future__ import annotations

from datetime import date

import pytest

from kg.graph.description import period
from kg.graph.rdf import reference_quads
from kg.ids import Iris
from kg.model import Entity, Role
from kg.vocabulary import GEO, ORG, OWL, RAP, RDF, RDFS, SKOS, XSD


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2017-02-16", date(2017, 2, 16), date(2017, 2, 16)),
        ("2017-W08", date(2017, 2, 20), date(2017, 2, 26)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2017-02", date(2017, 2, 1), date(2017, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_a_time_is_a_period_of_whole_days(value: str, first: date, last: date) -> None:
    assert period(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "17", "2017-13", "2017-02-30", "2017-W54", "2017-Q1", "20170216", "soon", "２０１７"]
)
def test_a_time_that_is_none_is_an_error(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        period(value)


def test_reference_entities_have_names_codes_coordinates_and_roles() -> None:
    iris = Iris()
    role = Role("Foreign Minister", organization="country/NOR", since="2031", until="2033-06")
    entities = [
        Entity(
            "country/NOR",
            "country",
            "Norway",
            aliases=("Kingdom of Norway",),
            same_as=("http://www.wikidata.org/entity/Q20",),
            country="NOR",
            latitude=62.0,
            longitude=10.5,
        ),
        Entity("organization/mfa", "organization", "Ministry", country="NOR", government=True),
        Entity("person/mara-ellingsen", "person", "Mara Ellingsen", roles=(role,)),
    ]
    data = reference_quads(entities, run="1", iris=iris)
    assert data == reference_quads(reversed(entities), run="1", iris=iris)
    lines = set(data.decode().splitlines())
    norway, ministry, mara = (iris.entity(entity.id) for entity in entities)
    (node,) = [line.split()[2][1:-1] for line in lines if f"<{ORG.hasMembership}>" in line]
    expected = [
        *((norway, RDF.type, f"<{kind}>") for kind in (RAP.Country, RAP.Actor, RAP.Place)),
        (norway, RDFS.label, '"Norway"'),
        (norway, SKOS.altLabel, '"Kingdom of Norway"'),
        (norway, OWL.sameAs, "<http://www.wikidata.org/entity/Q20>"),
        (norway, RAP.isoCode, '"NOR"'),
        (norway, GEO.lat, f'"62"^^<{XSD.decimal}>'),
        (norway, GEO.long, f'"10.5"^^<{XSD.decimal}>'),
        *((ministry, RDF.type, f"<{kind}>") for kind in (RAP.GovernmentBody, RAP.Organization, RAP.Actor)),
        (ministry, RAP.country, f"<{norway}>"),
        (mara, ORG.hasMembership, f"<{node}>"),
        (node, ORG.organization, f"<{norway}>"),
        (node, ORG.role, f"<{iris.entity('post/foreign-minister')}>"),
        (node, RAP.since, f'"2031-01-01"^^<{XSD.date}>'),
        (node, RAP.until, f'"2033-06-30"^^<{XSD.date}>'),
    ]
    graph = iris.graph("reference")
    for subject, predicate, value in expected:
        assert f"<{subject}> <{predicate}> {value} <{graph}> ." in lines
