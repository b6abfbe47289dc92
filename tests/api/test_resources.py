"""Linked data: pages that no article can break out of, and RDF."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pyoxigraph
import pytest
import rdflib

from kg.graph.rdf import article_quads
from kg.graph.store import Store, StoredArticle
from kg.model import About, Article, Cue, Entity, Extraction, Meeting, Mention, Participant, Role, Speaker, Statement
from tests.api.conftest import serving

SCRIPT = "<script>alert(1)</script>"
BREAK = "\"'></a></p></title></style><img src=x onerror=alert(2)>"
HOSTILE = 'person/x"><script>alert(3)<~script>'


class Page(HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "br", "hr", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def attributes(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def harmless(page: Page) -> None:
    """The page runs nothing and leads nowhere but to the web."""
    assert not {"script", "img", "iframe", "object", "style", "form", "base"} & {tag for tag, _ in page.tags}
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    for address in page.attributes("href"):
        assert urlsplit(address).scheme in {"", "http", "https"}, address
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))


def hostile() -> Extraction:
    """An article with script in every field."""
    text = f"{SCRIPT} accused {BREAK} of things.\n\nThey met. javascript:alert(4)"
    who = Mention(0, len(SCRIPT), "person", entity=HOSTILE)
    whom = Mention(text.index(BREAK), text.index(BREAK) + len(BREAK), "person", entity="person/whom")
    sentence = (0, text.index(" of things") + 10)
    said = Statement(
        id="s1",
        speaker=Speaker("person", who, who.span),
        cue=Cue((text.index("accused"), text.index("accused") + 7), SCRIPT),
        act="accuse",
        form="direct",
        content=(whom.span,),
        text=SCRIPT + BREAK,
        evidence=(sentence,),
        about=(About(whom, "target", "negative"),),
    )
    met = Meeting(id="m1", participants=(Participant(who), Participant(whom)), evidence=(sentence,), topic=SCRIPT)
    role = Role(SCRIPT + BREAK, organization="person/whom", evidence=(sentence,))
    return Extraction(
        Article(
            id=f"a {SCRIPT}",
            url="javascript:alert(5)",
            title=SCRIPT + BREAK,
            author=BREAK,
            publisher=SCRIPT,
            published="2024-01-01",
            language='en" onload="alert(6)',
            text=text,
            dateline=BREAK,
        ),
        mentions=(who, whom),
        entities=(
            Entity(HOSTILE, "person", SCRIPT, (BREAK,), ("javascript:alert(7)",), roles=(role,)),
            Entity("person/whom", "person", BREAK),
        ),
        statements=(said,),
        meetings=(met,),
    )


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("attacked") / "store"
    with Store.create_or_open(folder) as store:
        made = hostile()
        quads = article_quads(made, iris=store.iris, run="run", digest="d")
        store.replace_articles([StoredArticle(made.article.id, "d", quads)])
    with serving(folder) as client:
        yield client


@pytest.mark.parametrize(
    "path", [f"/entity/{quote(HOSTILE)}", "/entity/person/whom", f"/article/{quote(f'a {SCRIPT}', safe='')}"]
)
def test_an_article_can_not_put_script_into_a_page(attacked: httpx.Client, path: str) -> None:
    answer = attacked.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    page = Page(answer.text)
    harmless(page)
    assert SCRIPT in page.words
    assert "onerror=alert(2)" in page.words
    assert (
        "script-src" in answer.headers["content-security-policy"]
        or "default-src 'self'" in answer.headers["content-security-policy"]
    )
    for address in page.attributes("href"):
        if address.startswith(("/entity/", "/article/")):
            assert attacked.get(address, headers={"Accept": "text/html"}).status_code == 200, address


def test_a_name_in_the_address_can_not_either(attacked: httpx.Client) -> None:
    answer = attacked.get(f"/entity/{quote(SCRIPT + BREAK)}", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    harmless(Page(answer.text))


def test_hostile_fields_are_data_in_json(attacked: httpx.Client) -> None:
    row = attacked.get(f"/api/articles/{quote(f'a {SCRIPT}', safe='')}").json()
    assert (row["title"], row["url"], row["publisher"]) == (SCRIPT + BREAK, "javascript:alert(5)", SCRIPT)
    assert row["statements"][0]["speaker"] == {"id": HOSTILE, "label": SCRIPT}


def test_pages_tell_what_the_interface_tells(client: httpx.Client) -> None:
    page = Page(client.get("/entity/person/aigerim-sadykova", headers={"Accept": "text/html"}).text)
    harmless(page)
    assert page.words.count("Aigerim Sadykova") >= 2
    assert "Deputy Foreign Minister" in page.words
    assert "/entity/country/KAZ" in page.attributes("href")
    first = client.get("/api/articles?limit=1").json()["items"][0]
    page = Page(client.get(f"/article/{first['id']}", headers={"Accept": "text/html"}).text)
    harmless(page)
    row = client.get(f"/api/articles/{first['id']}").json()
    for paragraph in row["text"].split("\n\n"):
        assert paragraph in page.words
    assert {statement["id"] for statement in row["statements"]} <= set(page.attributes("id"))
    assert "/entity/country/KAZ" in page.attributes("href")


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        (None, "text/html; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples, text/html;q=0.1", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
@pytest.mark.parametrize("path", ["/entity/country/KAZ", "/ontology"])
def test_the_client_chooses_the_format(client: httpx.Client, path: str, accept: str | None, type_: str) -> None:
    answer = client.get(path, headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == type_
    assert "accept" in answer.headers["vary"].lower()


def test_the_graph_of_an_article_is_the_stored_one(client: httpx.Client) -> None:
    id_ = client.get("/api/articles?limit=1").json()["items"][0]["id"]
    answer = client.get(f"/article/{id_}", params={"format": "ntriples"})
    ours = {
        (str(t.subject), t.predicate.value, str(t.object))
        for t in pyoxigraph.parse(answer.content, pyoxigraph.RdfFormat.N_TRIPLES)
    }
    graph = f"http://localhost:8000/article/{id_}"
    asked = {"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"}
    stored = client.get("/sparql", params=asked, headers={"Accept": "application/n-triples"}).content
    assert ours == {
        (str(t.subject), t.predicate.value, str(t.object))
        for t in pyoxigraph.parse(stored, pyoxigraph.RdfFormat.N_TRIPLES)
    }


def test_one_begins_with_names(client: httpx.Client) -> None:
    first = Page(client.get("/browse").text)
    assert "/entity/country/KAZ" in first.attributes("href")
    assert "Mentioned most" in first.words
    found = Page(client.get("/browse", params={"q": "sadyk"}).text)
    assert "Aigerim Sadykova" in found.words
    assert "/entity/country/KAZ" not in found.attributes("href")
    assert (
        client.get("/browse", headers={"Accept-Encoding": "identity"}).headers["content-type"]
        == "text/html; charset=utf-8"
    )


def test_what_is_searched_for_stays_text(client: httpx.Client) -> None:
    page = Page(client.get("/browse", params={"q": f'"{SCRIPT}{BREAK}'}).text)
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    assert SCRIPT in page.words


def test_the_ontology_reads_as_turtle(client: httpx.Client) -> None:
    graph = rdflib.Graph()
    graph.parse(data=client.get("/ontology", headers={"Accept": "text/turtle"}).text, format="turtle")
    page = Page(client.get("/ontology", headers={"Accept": "text/html"}).text)
    assert {"Statement", "speaker", "accuse"} <= set(page.attributes("id"))
    assert len(graph) > 500


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("/entity/person/nobody-xyzzy", "text/turtle", 404),
        ("/entity/person/nobody-xyzzy", "text/html", 404),
        ("/article/nothing", "text/html", 404),
        ("/article/nothing", "text/turtle", 404),
        ("/entity/country/KAZ", "image/png", 406),
        ("/entity/country/KAZ?format=pdf", "text/html", 422),
    ],
)
def test_what_is_not_there_says_so(client: httpx.Client, path: str, accept: str, status: int) -> None:
    assert client.get(path, headers={"Accept": accept}).status_code == status


def test_the_style_is_our_own(client: httpx.Client) -> None:
    page = Page(client.get("/entity/country/KAZ", headers={"Accept": "text/html"}).text)
    styles = [a["href"] for tag, a in page.tags if tag == "link" and a.get("rel") == "stylesheet"]
    assert styles == ["/static/pages.css"]
    style = client.get("/static/pages.css").text
    assert "url(" not in style
    assert style == (Path(__file__).parent.parent.parent / "api" / "static" / "pages.css").read_text(encoding="utf-8")
