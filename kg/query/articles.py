"""Articles: which there are, and one with all that was read in it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.graph.reader import Reader, unknown_article
from kg.graph.search import Listed
from kg.graph.terms import well_formed
from kg.query import meetings, statements
from kg.query.dates import days
from kg.query.edges import sources_of
from kg.query.names import label_of, resolve_name
from kg.query.pages import Page, checked_limit, cut, is_newest_first, read_cursor, write_cursor
from kg.query.rows import ArticleRow, Excerpt, MentionRow, Named, RelationRow, Source
from kg.vocabulary import OA, RAP, RDFS, SCHEMA


def articles(
    reader: Reader,
    *,
    words: str | None = None,
    publisher: str | None = None,
    entity: str | None = None,
    since: str | None = None,
    until: str | None = None,
    sort: str | None = None,
    cursor: str | None = None,
    limit: int | None = None,
) -> Page[Source]:
    """Articles by date of publication and id; those without a date come last.

    Args:
        reader: the store.
        words: all of them in the title, in any form.
        publisher: its name, exactly.
        entity: id, label or alias of one that they speak of.
        since: day, month or year of publication, included.
        until: likewise.
        sort: "oldest" first, as is usual, or "newest".
        cursor: ``next`` of the page before.
        limit: at most so many.

    Raises:
        UsageError: an unknown or ambiguous name, a date, sort or cursor that is none, or a limit below 1.
    """
    checked_limit(limit)
    first, last = days(since, until)
    listed, end = cut(
        reader.index.articles_page(
            words=well_formed(words) if words else None,
            publisher=reader.iris.publisher(well_formed(publisher)) if publisher else None,
            entity=resolve_name(reader, entity) if entity else None,
            since=first,
            until=last,
            after=Listed(*read_cursor(cursor, str, str)) if cursor else None,
            limit=limit + 1 if limit else None,
            newest=is_newest_first(sort),
        ),
        limit,
    )
    return Page(
        sources_of(reader, [one.article for one in listed]), write_cursor(end.day, end.article) if end else None
    )


def article(reader: Reader, id_: str) -> ArticleRow:
    """One article with its text and all that was read in it; offsets are of code points in the text.

    Raises:
        Unknown: there is none of this id.
    """
    id_ = well_formed(id_)
    node = NamedNode(reader.iris.article(id_))
    rows = reader.select(f"SELECT ?p ?o WHERE {{ GRAPH {node} {{ {node} ?p ?o }} }}")
    known = {row["p"]: row["o"] for row in rows}
    if RAP.text not in known:
        raise unknown_article(id_)
    events = reader.index.events
    return ArticleRow(
        id=id_,
        iri=node.value,
        title=known.get(SCHEMA.headline),
        author=known.get(SCHEMA.author),
        publisher=sources_of(reader, [id_])[0].publisher,
        published=known.get(SCHEMA.datePublished),
        language=known.get(SCHEMA.inLanguage),
        url=known.get(SCHEMA.url),
        dateline=known.get(RAP.dateline),
        text=known[RAP.text],
        mentions=_mentions(reader, node),
        statements=tuple(statements.rows(reader, events.of_article(id_, "statement"))),
        meetings=tuple(meetings.rows(reader, events.of_article(id_, "meeting"))),
        relations=_relations(reader, id_),
    )


def _mentions(reader: Reader, article: NamedNode) -> tuple[MentionRow, ...]:
    def name(row: dict[str, str], which: str) -> Named | None:
        if which not in row:
            return None
        id_ = reader.iris.entity_of(row[which])
        return Named(id_, row.get(f"{which}_label", id_))

    rows = reader.select(
        f"SELECT DISTINCT ?start ?end ?body ?body_label ?meant ?meant_label ?figurative WHERE {{ GRAPH {article} {{ "
        f"?mention <{OA.hasTarget}> ?excerpt ; a <{RAP.Mention}> . ?excerpt <{OA.start}> ?start ; <{OA.end}> ?end . "
        f"OPTIONAL {{ ?mention <{OA.hasBody}> ?body OPTIONAL {{ ?body <{RDFS.label}> ?body_label }} }} "
        f"OPTIONAL {{ ?mention <{RAP.refersTo}> ?meant OPTIONAL {{ ?meant <{RDFS.label}> ?meant_label }} }} "
        f"OPTIONAL {{ ?mention <{RAP.figurative}> ?figurative }} }} }}"
    )
    found = (
        MentionRow(
            int(row["start"]), int(row["end"]), name(row, "body"), name(row, "meant"), row.get("figurative") == "true"
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))


def _relations(reader: Reader, article: str) -> tuple[RelationRow, ...]:
    return tuple(
        RelationRow(
            Named(tie.source, label_of(reader, tie.source)),
            tie.kind,
            tie.label,
            Named(tie.target, label_of(reader, tie.target)),
            tuple(Excerpt(*excerpt) for excerpt in evidence),
        )
        for tie, evidence in reader.index.ties.of_article(article, ("post", "relation"))
    )
