"""The pages of entities, articles and the ontology, and the first one: plain and readable, without script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from api.html import Html, el, join, web_link
from api.links import Links
from api.parts import counted, entity, facts, meeting, paragraphs, quoted, section, statement, table, ties
from kg.graph.name_index import EntityHit
from kg.query.describe import Term
from kg.query.portrait import Portrait
from kg.query.rows import ArticleRow, Named

#: What other formats of a page are called, and how they are asked for.
FORMATS = {"turtle": "Turtle", "jsonld": "JSON-LD", "ntriples": "N-Triples", "rdfxml": "RDF/XML"}


def entity_page(known: Portrait, links: Links) -> Html:
    """All that is known of an entity, its strongest ties, and what it said."""
    row, said = known.entity, known.statements
    here, api = links.entity(row.id), links.api(f"entities/{quote(row.id, safe='/-_.~', errors='replace')}")
    lines = (
        ("Also called", ", ".join(row.aliases)),
        ("Country", entity(row.country, links) if row.country else None),
        ("Coordinates", f"{row.latitude:g}, {row.longitude:g}" if row.latitude is not None else None),
        ("Mentioned", f"{row.mentions:,} times in {counted(row.articles, 'article')}"),
        ("Seen", " – ".join(dict.fromkeys(filter(None, (row.first, row.last))))),
        ("Statements", f"{row.statements:,} made, {row.statements_about:,} about, {row.statements_to:,} to"),
        ("Meetings", f"{row.meetings:,}"),
        ("Elsewhere", join(*(web_link(iri, iri) for iri in row.same_as), by=", ")),
    )
    roles = (
        el(
            "tr",
            el("td", role.post),
            el("td", entity(role.organization, links) if role.organization else ""),
            el("td", " – ".join(filter(None, (role.since or ("…" if role.until else None), role.until)))),
            el("td", counted(role.articles, "article") if role.articles else "gazetteer"),
        )
        for role in row.roles
    )
    return _page(
        row.label,
        el("p", row.kind, " ", el("code", row.id), class_="kind"),
        facts(lines),
        section("Roles", table(("Post", "Of", "Time", "Source"), roles)),
        section("Strongest ties", ties(row, known.ties, links)),
        section("Statements", el("ol", *(statement(one, links) for one in said)) if said else None),
        el("p", el("a", "All statements", href=links.api("statements", speaker=row.id)), " (JSON)") if said else None,
        links=links,
        here=here,
        api=api,
    )


def article_page(row: ArticleRow, links: Links) -> Html:
    """An article with its text, whom it mentions, and what was read in it."""
    source = (row.author, row.publisher, row.published, row.dateline)
    relations = (
        el("li", entity(one.source, links), f" — {one.label} — ", entity(one.target, links), quoted(one.evidence))
        for one in row.relations
    )
    said, met, tied = [*row.statements], [*row.meetings], [*relations]
    return _page(
        row.title or row.id,
        el("p", " · ".join(filter(None, source)), class_="kind"),
        el("p", web_link(row.url, row.url)) if row.url else None,
        el("article", *paragraphs(row, links), lang=row.language),
        section("Statements", el("ol", *(statement(one, links, own=True) for one in said)) if said else None),
        section("Meetings", el("ol", *(meeting(one, links) for one in met)) if met else None),
        section("Roles and relations", el("ol", *tied) if tied else None),
        links=links,
        here=links.article(row.id),
        api=links.api(f"articles/{quote(row.id, safe='-_.~', errors='replace')}"),
    )


def ontology_page(terms: Iterable[Term], links: Links) -> Html:
    """The terms of the ontology, each with its definition and an example."""
    kinds: dict[str, list[Html]] = {}
    for term in terms:
        entry = (
            el("dt", el("code", term.name), f" {term.label}" if term.label != term.name else "", id=term.name),
            el("dd", term.definition, el("p", term.example, class_="example") if term.example else None),
        )
        kinds.setdefault(term.kind, []).append(join(entry))
    sections = (section(kind.capitalize(), el("dl", *entries, class_="terms")) for kind, entries in kinds.items())
    return _page("The ontology of Rapporteur", *sections, links=links, here=f"{links.root}/ontology", api=None)


def start_page(words: str, found: Sequence[EntityHit], links: Links) -> Html:
    """Where to begin: a box for names, and who is called so; without words, who is mentioned most."""
    rows = (
        el(
            "tr",
            el("td", entity(Named(hit.id, hit.label), links)),
            el("td", hit.kind),
            *(el("td", f"{count:,}", class_="number") for count in (hit.articles, hit.mentions, hit.statements)),
        )
        for hit in found
    )
    box = el(
        "input", type="search", name="q", value=words, aria_label="Who or what", placeholder="Who or what", size="40"
    )
    nobody = f"Nobody and nothing here is called “{words}”." if words else "The store is empty: `kg build` fills it."
    return _page(
        "Who said what about whom",
        el("form", box, " ", el("button", "Search"), action=f"{links.root}/browse", role="search"),
        section(
            f"Called “{words}”" if words else "Mentioned most",
            table(("Name", "Kind", "Articles", "Mentions", "Statements"), rows),
        )
        if found
        else el("p", nobody),
        el("p", "Programs ask ", el("a", "/docs", href=f"{links.root}/docs"), " and /sparql.", class_="small"),
        links=links,
        here=None,
        api=links.api("entities", q=words, sort="mentions") if words else links.api("entities", sort="mentions"),
    )


def missing_page(reason: str, candidates: Iterable[tuple[str, str]], links: Links) -> Html:
    """Why there is no such page, and what may have been meant."""
    offered = [el("li", entity(Named(id_, label), links), " ", el("code", id_)) for id_, label in candidates]
    return _page(
        "Not found", el("p", reason), el("ul", *offered) if offered else None, links=links, here=None, api=None
    )


def _page(title: str, *parts: Html | None, links: Links, here: str | None, api: str | None) -> Html:
    others = [(name, f"{here}?format={format_}") for format_, name in FORMATS.items()] if here else []
    others += [("JSON", api)] if api else []
    data = join(*(el("a", name, href=address) for name, address in others), by=" · ")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{title} – Rapporteur"),
        el("link", rel="icon", href=links.static("explorer/icon.svg")),
        el("link", rel="stylesheet", href=links.static("pages.css")),
        el("link", rel="alternate", type="text/turtle", href=f"{here}?format=turtle") if here else None,
    )
    body = el(
        "body",
        el(
            "header",
            el("a", "Rapporteur", href=f"{links.root}/"),
            " ",
            el("a", "Names", href=f"{links.root}/browse"),
            " ",
            el("a", "Ontology", href=f"{links.root}/ontology"),
        ),
        el("main", el("h1", title), *parts),
        el("footer", "As data: ", data) if others else None,
    )
    return Html("<!doctype html>\n" + el("html", head, body, lang="en"))
