"""How each kind of answer is shown: the columns of its table, and its fields in CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.text import Text

from kg.cells import harmless
from kg.cli.tables import Column, View
from kg.graph.search import EntityHit
from kg.query.rows import AboutWhom, Connection, Edge, Excerpt, MeetingRow, Named, Source, StatementRow
from kg.query.search import SearchResult
from kg.query.tables import sentences

_STANCES = {"negative": "red", "positive": "green"}
# Below this width there is no room for a further column of text.
_WIDE = 110


def _label(named: Named | None) -> str:
    return named.label if named else ""


def _id(named: Named | None) -> str:
    return named.id if named else ""


def _source(article: Source) -> str:
    return ", ".join(part for part in (article.title or article.id, article.publisher) if part)


def _speaker(row: StatementRow) -> str:
    """The speaker's name; where nobody known speaks, the article's words for them, else what kind of speaker it is."""
    if row.speaker:
        return row.speaker.label
    return row.speaker_words.text if row.speaker_words else f"({row.speaker_kind})"


def _about(about: Sequence[AboutWhom]) -> Text:
    """Whom a statement is about, targets first; who is spoken ill of is red, and well of green."""
    shown: dict[str, Text] = {}
    for one in sorted(about, key=lambda one: one.role != "target"):
        style = _STANCES.get(one.stance, "") if one.role == "target" else "dim"
        shown.setdefault(one.entity.id, Text(" ".join(harmless(one.entity.label).split()), style))
    return Text(", ").join(shown.values())


class _Read(Protocol):
    """Any row that was read in an article."""

    @property
    def article(self) -> Source: ...
    @property
    def evidence(self) -> tuple[Excerpt, ...]: ...


_SOURCE: dict[str, Callable[[_Read], object]] = {
    "article": lambda row: row.article.id,
    "title": lambda row: row.article.title,
    "published": lambda row: row.article.published,
    "publisher": lambda row: row.article.publisher,
    "url": lambda row: row.article.url,
    "evidence": lambda row: sentences(row.evidence),
}


def _when(row: StatementRow | MeetingRow) -> str:
    """The time as exactly as the text says it ("2024-02"), else the day of publication."""
    return row.time.value if row.time else row.date or ""


_STATEMENT: dict[str, Callable[[StatementRow], object]] = {
    "date": lambda row: row.date,
    "speaker": _speaker,
    "speaker_id": lambda row: _id(row.speaker),
    "speaker_kind": lambda row: row.speaker_kind,
    "cue": lambda row: row.cue.text if row.cue else "",
    "negated": lambda row: row.negated,
    "act": lambda row: row.act,
    "form": lambda row: row.form,
    "text": lambda row: row.text,
    "addressees": lambda row: [one.label for one in row.addressees],
    "about": lambda row: [f"{one.entity.label} ({one.role}, {one.stance})" for one in row.about],
    "about_ids": lambda row: [one.entity.id for one in row.about],
    "polarity": lambda row: row.polarity,
    "certainty": lambda row: row.certainty,
    "deed": lambda row: row.deed or "",
    "time": lambda row: row.time.value if row.time else "",
    "place": lambda row: _label(row.place),
    "confidence": lambda row: row.confidence,
    "id": lambda row: row.id,
    "parent": lambda row: row.parent,
    **_SOURCE,
}

STATEMENTS: View[StatementRow] = View(
    (
        Column("Date", _when, style="cyan"),
        Column("Who", _speaker, share=3, style="bold"),
        Column("Act", lambda row: f"not {row.act}" if row.negated else row.act, style="magenta"),
        Column("What", lambda row: " ".join(row.text.split()), share=8),
        Column("About", lambda row: _about(row.about), share=3),
        Column("Article", lambda row: _source(row.article), share=4, style="dim", from_width=_WIDE, ditto=True),
    ),
    _STATEMENT,
    "No such statement. `kg search WORDS` finds names; `kg info` says what the store holds.",
)


def _participants(row: MeetingRow) -> str:
    return ", ".join(
        one.entity.label if one.role == "party" else f"{one.entity.label} ({one.role})" for one in row.participants
    )


_MEETING: dict[str, Callable[[MeetingRow], object]] = {
    "date": lambda row: row.date,
    "participants": lambda row: [one.entity.label for one in row.participants],
    "participant_ids": lambda row: [one.entity.id for one in row.participants],
    "roles": lambda row: [one.role for one in row.participants],
    "place": lambda row: _label(row.place),
    "place_id": lambda row: _id(row.place),
    "time": lambda row: row.time.value if row.time else "",
    "format": lambda row: row.format,
    "status": lambda row: row.status,
    "topic": lambda row: row.topic,
    "confidence": lambda row: row.confidence,
    "id": lambda row: row.id,
    **_SOURCE,
}

MEETINGS: View[MeetingRow] = View(
    (
        Column("Date", _when, style="cyan"),
        Column("Who", _participants, share=4, style="bold"),
        Column("Where", lambda row: _label(row.place), share=2),
        Column("What", lambda row: f"{row.format} {row.status}".replace("_", " "), style="magenta"),
        Column("Sentence", lambda row: sentences(row.evidence), share=6),
        Column("Article", lambda row: _source(row.article), share=3, style="dim", from_width=_WIDE, ditto=True),
    ),
    _MEETING,
    "No such meeting. `kg search WORDS` finds names; `kg info` says what the store holds.",
)


_EDGE: dict[str, Callable[[Edge], object]] = {
    "source_id": lambda edge: edge.source,
    "target_id": lambda edge: edge.target,
    "kind": lambda edge: edge.kind,
    "label": lambda edge: edge.label,
    "count": lambda edge: edge.count,
    **_SOURCE,
}


def edges(labels: Mapping[str, str], none: str) -> View[Edge]:
    """Ties between entities, which bear these labels."""
    fields: dict[str, Callable[[Edge], object]] = {
        "source": lambda edge: labels.get(edge.source, edge.source),
        "target": lambda edge: labels.get(edge.target, edge.target),
        **_EDGE,
    }
    return View(
        (
            Column("From", lambda edge: labels.get(edge.source, edge.source), share=3, style="bold"),
            Column("Tie", lambda edge: _tie(edge), share=2, style="magenta"),
            Column("To", lambda edge: labels.get(edge.target, edge.target), share=3, style="bold"),
            Column("×", lambda edge: str(edge.count), justify="right"),
            Column("For example", lambda edge: sentences(edge.evidence), share=7),
            Column("Article", lambda edge: _source(edge.article), share=3, style="dim", from_width=_WIDE, ditto=True),
        ),
        fields,
        none,
    )


def _tie(edge: Edge) -> str:
    kind = edge.kind.replace("_", " ")
    return kind if edge.label in {edge.kind, ""} else f"{kind}: {edge.label}"


def _of_edge(value: Callable[[Edge], object]) -> Callable[[Hop], object]:
    return lambda hop: value(hop.edge)


@dataclass(frozen=True, slots=True)
class Hop:
    """`edge` is a tie of the step `step` of the path `path`, both counted from 1, from `here` to `there`."""

    path: int
    step: int
    here: Named
    there: Named
    edge: Edge


def hops(found: Sequence[Connection]) -> list[Hop]:
    """The ties of several paths, one after the other."""
    return [
        Hop(path, step, connection.nodes[step - 1], connection.nodes[step], edge)
        for path, connection in enumerate(found, start=1)
        for step, ties in enumerate(connection.hops, start=1)
        for edge in ties
    ]


HOPS: View[Hop] = View(
    (),
    {
        "path": lambda hop: hop.path,
        "step": lambda hop: hop.step,
        "from": lambda hop: hop.here.label,
        "to": lambda hop: hop.there.label,
        **{name: _of_edge(value) for name, value in _EDGE.items()},
    },
    "",
)


NAMES: View[EntityHit] = View(
    (
        Column("Name", lambda hit: hit.label, share=3, style="bold"),
        Column("Id", lambda hit: hit.id, share=3, style="cyan"),
        Column("Mentions", lambda hit: f"{hit.mentions:,}", justify="right"),
        Column("Statements", lambda hit: f"{hit.statements:,}", justify="right"),
        Column("Articles", lambda hit: f"{hit.articles:,}", justify="right"),
    ),
    {},
    "",
)

TITLES: View[Source] = View(
    (
        Column("Published", lambda article: (article.published or "")[:10], style="cyan"),
        Column("Title", lambda article: article.title or "", share=4, style="bold"),
        Column("Publisher", lambda article: article.publisher or "", share=2),
        Column("Id", lambda article: article.id, share=1, style="dim"),
    ),
    {},
    "",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A search found this entity, statement or article."""

    kind: str
    id: str
    words: str
    article: str = ""


def hits(found: SearchResult) -> list[Hit]:
    """All that was found, one after the other."""
    return [
        *(Hit("entity", one.id, one.label) for one in found.entities),
        *(Hit("statement", one.id, one.text, one.article.id) for one in found.statements),
        *(Hit("article", one.id, one.title or "", one.id) for one in found.articles),
    ]


HITS: View[Hit] = View(
    (),
    {
        "kind": lambda hit: hit.kind,
        "id": lambda hit: hit.id,
        "words": lambda hit: hit.words,
        "article": lambda hit: hit.article,
    },
    "Nothing found: all words must occur in one name, statement or title.",
)
