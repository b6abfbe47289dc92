"""The pages of entities, articles and the ontology, and the first one: plain and readable, without script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from api.html import Html, el, join, web_link
from kg.graph.name_index import EntityHit
from kg.query.describe import Term
from kg.query.portrait import Portrait
from kg.query.rows import ArticleRow, EntityRow, Excerpt, MeetingRow, Named, Neighbourhood, Source, StatementRow

#: What other formats of a page are called, and how they are asked for.
FORMATS = {"turtle": "Turtle", "jsonld": "JSON-LD", "ntriples": "N-Triples", "rdfxml": "RDF/XML"}


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses on this server, below the path `root` where a proxy has put it."""

    root: str = ""

    def entity(self, id_: str) -> str:
        return f"{self.root}/entity/{quote(id_, safe='/-_.~', errors='replace')}"

    def article(self, id_: str, part: str = "") -> str:
        found = f"{self.root}/article/{quote(id_, safe='-_.~', errors='replace')}"
        return f"{found}#{quote(part, safe='=,-_.~', errors='replace')}" if part else found

    def api(self, what: str, **asked: str) -> str:
        return f"{self.root}/api/{what}" + (f"?{urlencode(asked, errors='replace')}" if asked else "")

    def static(self, name: str) -> str:
        return f"{self.root}/static/{name}"


def entity_page(known: Portrait, links: Links) -> Html:
    """All that is known of an entity, its strongest ties, and what it said."""
    row, said = known.entity, known.statements
    here, api = links.entity(row.id), links.api(f"entities/{quote(row.id, safe='/-_.~', errors='replace')}")
    facts = (
        ("Also called", ", ".join(row.aliases)),
        ("Country", _entity(row.country, links) if row.country else None),
        ("Coordinates", f"{row.latitude:g}, {row.longitude:g}" if row.latitude is not None else None),
        ("Mentioned", f"{row.mentions:,} times in {_number(row.articles, 'article')}"),
        ("Seen", " – ".join(dict.fromkeys(filter(None, (row.first, row.last))))),
        ("Statements", f"{row.statements:,} made, {row.statements_about:,} about, {row.statements_to:,} to"),
        ("Meetings", f"{row.meetings:,}"),
        ("Elsewhere", join(*(web_link(iri, iri) for iri in row.same_as), by=", ")),
    )
    roles = (
        el(
            "tr",
            el("td", role.post),
            el("td", _entity(role.organization, links) if role.organization else ""),
            el("td", " – ".join(filter(None, (role.since or ("…" if role.until else None), role.until)))),
            el("td", _number(role.articles, "article") if role.articles else "gazetteer"),
        )
        for role in row.roles
    )
    return _page(
        row.label,
        el("p", row.kind, " ", el("code", row.id), class_="kind"),
        _facts(facts),
        _section("Roles", _table(("Post", "Of", "Time", "Source"), roles)),
        _section("Strongest ties", _ties(row, known.ties, links)),
        _section("Statements", el("ol", *(_statement(one, links) for one in said)) if said else None),
        el("p", el("a", "All statements", href=links.api("statements", speaker=row.id)), " (JSON)") if said else None,
        links=links,
        here=here,
        api=api,
    )


def article_page(row: ArticleRow, links: Links) -> Html:
    """An article with its text, whom it mentions, and what was read in it."""
    source = (row.author, row.publisher, row.published, row.dateline)
    relations = (
        el("li", _entity(one.source, links), f" — {one.label} — ", _entity(one.target, links), _quoted(one.evidence))
        for one in row.relations
    )
    said, met, tied = [*row.statements], [*row.meetings], [*relations]
    return _page(
        row.title or row.id,
        el("p", " · ".join(filter(None, source)), class_="kind"),
        el("p", web_link(row.url, row.url)) if row.url else None,
        el("article", *_paragraphs(row, links), lang=row.language),
        _section("Statements", el("ol", *(_statement(one, links, own=True) for one in said)) if said else None),
        _section("Meetings", el("ol", *(_meeting(one, links) for one in met)) if met else None),
        _section("Roles and relations", el("ol", *tied) if tied else None),
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
    sections = (_section(kind.capitalize(), el("dl", *entries, class_="terms")) for kind, entries in kinds.items())
    return _page("The ontology of Rapporteur", *sections, links=links, here=f"{links.root}/ontology", api=None)


def start_page(words: str, found: Sequence[EntityHit], links: Links) -> Html:
    """Where to begin: a box for names, and who is called so; without words, who is mentioned most."""
    rows = (
        el(
            "tr",
            el("td", _entity(Named(hit.id, hit.label), links)),
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
        _section(
            f"Called “{words}”" if words else "Mentioned most",
            _table(("Name", "Kind", "Articles", "Mentions", "Statements"), rows),
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
    offered = [el("li", _entity(Named(id_, label), links), " ", el("code", id_)) for id_, label in candidates]
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


def _paragraphs(row: ArticleRow, links: Links) -> Iterable[Html]:
    """The text, with links at the mentions and marks where somebody's words are reported."""
    said = [(one.start, one.end) for statement in row.statements for one in statement.content]
    mentions = [mention for mention in row.mentions if mention.refers_to or mention.entity]
    cuts = {0, len(row.text)} | {at for span in said for at in span}
    cuts |= {at for mention in mentions for at in (mention.start, mention.end)}
    anchors: dict[int, set[int]] = {}
    told = [one.evidence for one in row.statements] + [one.evidence for one in row.meetings]
    for evidence in told + [one.evidence for one in row.relations]:
        if evidence:
            anchors.setdefault(evidence[0].start, set()).add(evidence[0].end)
    start, made = 0, list[Html]()
    for end in sorted(at for at in cuts | anchors.keys() if 0 < at <= len(row.text)):
        actor = next((m.refers_to or m.entity for m in mentions if m.start <= start and end <= m.end), None)
        quoted = any(first <= start and end <= last for first, last in said)
        made += [el("span", id=f"char={start},{last}") for last in sorted(anchors.get(start, ()))]
        lines = row.text[start:end].split("\n\n")
        for number, words in enumerate(lines):
            if number:
                yield el("p", *made)
                made = []
            part: Html | str = el("a", words, href=links.entity(actor.id), title=actor.label) if actor else words
            if words:
                made.append(el("mark", part) if quoted else join(part))
        start = end
    yield el("p", *made)


def _statement(row: StatementRow, links: Links, *, own: bool = False) -> Html:
    """One statement; on the page of its own article without its source, and as what its fragment names."""
    words = row.speaker_words.text if row.speaker_words else row.speaker_kind
    about = join(*(_entity(one.entity, links) for one in row.about), by=", ")
    return el(
        "li",
        el(
            "p",
            _entity(row.speaker, links) if row.speaker else words,
            " ",
            el("em", "not " if row.negated else "", row.act),
            ": ",
            row.text,
        ),
        el(
            "p",
            el("time", row.date) if row.date else "undated",
            join(" · about ", about) if about else None,
            None if own else join(" · ", _source(row.article, links, row.id)),
            class_="small",
        ),
        None if own else _quoted(row.evidence),
        id=row.id if own else None,
    )


def _meeting(row: MeetingRow, links: Links) -> Html:
    who = join(*(_entity(one.entity, links) for one in row.participants), by=", ")
    where = join(" in ", _entity(row.place, links)) if row.place else None
    kind = f"{row.format} ({row.status.replace('_', ' ')})"
    when = el("p", el("time", row.date), class_="small") if row.date else None
    return el("li", el("p", who, f": {kind}", where), when, _quoted(row.evidence), id=row.id)


def _ties(row: EntityRow, ties: Neighbourhood, links: Links) -> Html | None:
    labels = {node.id: Named(node.id, node.label) for node in (ties.centre, *ties.nodes)}
    lines = (
        el(
            "tr",
            el("td", _entity(labels[edge.source], links) if edge.source != row.id else row.label),
            el("td", edge.kind.replace("_", " "), f": {edge.label}" if edge.label and edge.label != edge.kind else ""),
            el("td", _entity(labels[edge.target], links) if edge.target != row.id else row.label),
            el("td", f"{edge.count:,}", class_="number"),
            el("td", _quoted(edge.evidence), el("p", _source(edge.article, links, _at(edge.evidence)), class_="small")),
        )
        for edge in ties.edges
    )
    return _table(("From", "Tie", "To", "×", "For example"), lines)


def _at(evidence: Sequence[Excerpt]) -> str:
    return f"char={evidence[0].start},{evidence[0].end}" if evidence else ""


def _quoted(evidence: Sequence[Excerpt]) -> Html | None:
    return el("blockquote", " … ".join(one.text for one in evidence)) if evidence else None


def _source(article: Source, links: Links, part: str) -> Html:
    published = ", ".join(filter(None, (article.publisher, (article.published or "")[:10])))
    named = el("a", article.title or article.id, href=links.article(article.id, part))
    return join(named, f" ({published})" if published else None)


def _entity(named: Named | None, links: Links) -> Html:
    return el("a", named.label, href=links.entity(named.id)) if named else join()


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _facts(facts: Iterable[tuple[str, str | Html | None]]) -> Html:
    return el("dl", *((el("dt", name), el("dd", value)) for name, value in facts if value), class_="facts")


def _section(title: str, content: Html | None) -> Html | None:
    return el("section", el("h2", title), content) if content else None


def _table(heads: Sequence[str], rows: Iterable[Html]) -> Html | None:
    made = [*rows]
    if not made:
        return None
    return el("table", el("thead", el("tr", *(el("th", head) for head in heads))), el("tbody", *made))
