"""However SERVICE and LOAD are written, nothing is fetched."""

from __future__ import annotations

import pyoxigraph
import pytest

from kg.errors import UsageError
from kg.query.bounds import refuse_fetching

# Nobody listens there: what is fetched in spite of all fails with an OSError.
EX = "PREFIX ex: <http://127.0.0.1:1/> "
URL = "<http://127.0.0.1:1/>"


@pytest.mark.parametrize(
    "text",
    [
        f"ASK {{ SERVICE {URL} {{}} }}",
        f"ASK {{ service silent{URL}{{}} }}",
        f"ASK {{ VALUES ?x {{ 1 }} ?x ?p 1SERVICE{URL}{{}} }}",
        EX + "ASK { SERVICE ex:x {} }",
        EX + "ASK { SERVICEex:x {} }",
        EX + "ASK { SERVICE SILENTex:x {} }",
        EX + "PREFIX SERVICEex: <a:b> ASK { SERVICEex:x {} }",
        EX + f"ASK {{ ?s ex:it\\'s ?o SERVICE {URL} {{}} ?s ex:o\\'x ?o }}",
        f"ASK {{ # a comment ends at a carriage return\rSERVICE {URL} {{}} }}",
        f"ASK {{ FILTER(1<'&&?b>' ) SERVICE {URL} {{}} FILTER(1<2&&' '='') }}",
    ],
)
def test_queries_fetch_nothing(text: str) -> None:
    with pytest.raises((UsageError, SyntaxError)):
        refuse_fetching(text, ["example.org"], pyoxigraph.Store().query)


@pytest.mark.parametrize(
    "text",
    [
        f"LOAD {URL}",
        f"load silent {URL} into graph <a:b>",
        EX + "LOADex:x",
        EX + "LOAD SILENT ex:x INTO GRAPH <a:b>",
        f"INSERT DATA {{ <a:a> <a:b> 1 }};LOAD{URL}",
        f"INSERT {{ <a:a> <a:b> 1 }} WHERE {{ SERVICE{URL}{{}} }}",
        "LOAD <http://example.org@127.0.0.1:1/>",
        "LOAD <http://example.org:1/>",
        "BASE <http://example.org/> LOAD <//127.0.0.1:1/>",
    ],
)
def test_updates_fetch_nothing(text: str) -> None:
    with pytest.raises((UsageError, SyntaxError)):
        refuse_fetching(text, ["example.org"], pyoxigraph.Store().update)


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://example.org/x>",
        "LOAD SILENT <https://example.org> INTO GRAPH <a:b>",
        "INSERT DATA { <a:a> <a:load> 'the secret service', '''a \\'service\\' to load''' }",
        "PREFIX services: <a:b> INSERT { ?service services:a services:load } WHERE { ?service ?p ?load }",
    ],
)
def test_words_that_fetch_nothing_and_hosts_that_are_allowed_pass(text: str) -> None:
    refuse_fetching(text, ["example.org"], pyoxigraph.Store().update)
