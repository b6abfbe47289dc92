"""Parts of pages: statements, meetings, ties and the marked text of an article, and the tables that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from api.html import Html, el, join
from api.links import Links
from kg.query.rows import ArticleRow, EntityRow, Excerpt, MeetingRow, Named, Neighbourhood, Source, StatementRow


def paragraphs(row: ArticleRow, links: Links) -> Iterable[Html]:
    """The text, with links at the mentions and marks where somebody's words are reported."""
    said = [(one.start, one.end) for each in row.statements for one in each.content]
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
        reported = any(first <= start and end <= last for first, last in said)
        made += [el("span", id=f"char={start},{last}") for last in sorted(anchors.get(start, ()))]
        lines = row.text[start:end].split("\n\n")
        for number, words in enumerate(lines):
            if number:
                yield el("p", *made)
                made = []
            part: Html | str = el("a", words, href=links.entity(actor.id), title=actor.label) if actor else words
            if words:
                made.append(el("mark", part) if reported else join(part))
        start = end
    yield el("p", *made)


def statement(row: StatementRow, links: Links, *, own: bool = False) -> Html:
    """One statement; on the page of its own article without its source, and as what its fragment names."""
    words = row.speaker_words.text if row.speaker_words else row.speaker_kind
    about = join(*(entity(one.entity, links) for one in row.about), by=", ")
    return el(
        "li",
        el(
            "p",
            entity(row.speaker, links) if row.speaker else words,
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
        None if own else quoted(row.evidence),
        id=row.id if own else None,
    )


def meeting(row: MeetingRow, links: Links) -> Html:
    """One meeting: who, where, when, and the words that say so."""
    who = join(*(entity(one.entity, links) for one in row.participants), by=", ")
    where = join(" in ", entity(row.place, links)) if row.place else None
    kind = f"{row.format} ({row.status.replace('_', ' ')})"
    when = el("p", el("time", row.date), class_="small") if row.date else None
    return el("li", el("p", who, f": {kind}", where), when, quoted(row.evidence), id=row.id)


def ties(row: EntityRow, around: Neighbourhood, links: Links) -> Html | None:
    """The strongest ties of an entity, each with an example."""
    labels = {node.id: Named(node.id, node.label) for node in (around.centre, *around.nodes)}
    lines = (
        el(
            "tr",
            el("td", entity(labels[edge.source], links) if edge.source != row.id else row.label),
            el("td", edge.kind.replace("_", " "), f": {edge.label}" if edge.label and edge.label != edge.kind else ""),
            el("td", entity(labels[edge.target], links) if edge.target != row.id else row.label),
            el("td", f"{edge.count:,}", class_="number"),
            el("td", quoted(edge.evidence), el("p", _source(edge.article, links, _at(edge.evidence)), class_="small")),
        )
        for edge in around.edges
    )
    return table(("From", "Tie", "To", "×", "For example"), lines)


def _at(evidence: Sequence[Excerpt]) -> str:
    return f"char={evidence[0].start},{evidence[0].end}" if evidence else ""


def quoted(evidence: Sequence[Excerpt]) -> Html | None:
    """The words that something was read from."""
    return el("blockquote", " … ".join(one.text for one in evidence)) if evidence else None


def _source(article: Source, links: Links, part: str) -> Html:
    published = ", ".join(filter(None, (article.publisher, (article.published or "")[:10])))
    named = el("a", article.title or article.id, href=links.article(article.id, part))
    return join(named, f" ({published})" if published else None)


def entity(named: Named | None, links: Links) -> Html:
    """A link to an entity by its name; nothing without one."""
    return el("a", named.label, href=links.entity(named.id)) if named else join()


def counted(count: int, what: str) -> str:
    """So many of these: "1 article", "2 articles"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def facts(facts: Iterable[tuple[str, str | Html | None]]) -> Html:
    """What is known, each by its name; not what is not."""
    return el("dl", *((el("dt", name), el("dd", value)) for name, value in facts if value), class_="facts")


def section(title: str, content: Html | None) -> Html | None:
    """A part of a page below its title; none without content."""
    return el("section", el("h2", title), content) if content else None


def table(heads: Sequence[str], rows: Iterable[Html]) -> Html | None:
    """The rows below their heads; none without rows."""
    made = [*rows]
    if not made:
        return None
    return el("table", el("thead", el("tr", *(el("th", head) for head in heads))), el("tbody", *made))
