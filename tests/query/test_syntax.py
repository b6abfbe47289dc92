"""What a SPARQL text would fetch, however it is written."""

from __future__ import annotations

import pytest

from kg.query.syntax import UNKNOWN_HOST, hosts

EX = "PREFIX ex: <http://example.org/> "


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("ASK { SERVICE <http://Example.org:80/x> {} }", "example.org:80"),
        ("ASK { service silent <http://user@example.org/x> {} }", "example.org"),
        ("ASK { ?s ?p 1SERVICE <http://example.org/> {} }", "example.org"),
        (EX + "ASK { SERVICE ex:x {} }", "example.org"),
        (EX + "LOAD SILENT ex:x INTO GRAPH <a:b>", "example.org"),
        ("INSERT DATA { <a:a> <a:b> 1 };LOAD<http://example.org/>", "example.org"),
        ("ASK { # a comment ends at a carriage return\rSERVICE <http://example.org/> {} }", "example.org"),
        (EX + "ASK { ?s ex:it\\'s ?o SERVICE <http://example.org/> {} ?s ex:o\\'x ?o }", "example.org"),
        (EX + "ASK { SERVICEex:x {} }", UNKNOWN_HOST),
        (EX + "ASK { SERVICE SILENTex:x {} }", UNKNOWN_HOST),
        (EX + "PREFIX SERVICEex: <a:b> ASK { SERVICEex:x {} }", UNKNOWN_HOST),
        ("ASK { FILTER(1<'&&?b>' ) SERVICE <http://example.org/> {} FILTER(1<2&&' ') }", UNKNOWN_HOST),
        ("ASK { ?s ?p ?x SERVICE ?x {} }", UNKNOWN_HOST),
        ("BASE <http://example.org/> LOAD <x>", UNKNOWN_HOST),
        ("LOAD <file:///etc/passwd>", UNKNOWN_HOST),
        ("ASK { SERVICE <http://[x/> {} }", UNKNOWN_HOST),
    ],
)
def test_what_is_fetched_is_found(text: str, host: str) -> None:
    assert hosts(text) == {host}


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?s ?p 'the secret service' }",
        "ASK { ?s ?p '''it's a \\'service\\' to load''' }",
        'INSERT DATA { <a:a> <a:b> """a "service" on <http://example.org/>"""@en }',
        "ASK { ?service <http://example.org/service> ?load } # SERVICE <http://example.org/>",
        "PREFIX services: <a:b> ASK { services:a services:load ?x }",
    ],
)
def test_words_that_fetch_nothing_are_left_alone(text: str) -> None:
    assert hosts(text) == set()
