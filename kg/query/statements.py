"""Who said what about whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from kg.errors import UsageError
from kg.graph.event_index import Conditions, Told
from kg.graph.events import stance_role
from kg.graph.name_index import match
from kg.graph.reader import Reader
from kg.graph.terms import well_formed
from kg.model import ACTS, Stance, StatementForm
from kg.query.dates import days
from kg.query.events import excerpt, excerpts, find_events, local_id, named, sources, when
from kg.query.names import resolve_name
from kg.query.pages import Page
from kg.query.rows import AboutWhom, Named, Source, StatementRow


def statements(
    reader: Reader,
    *,
    speaker: str | None = None,
    about: str | None = None,
    addressee: str | None = None,
    act: str | None = None,
    form: str | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    publisher: str | None = None,
    stance: str | None = None,
    sort: str | None = None,
    cursor: str | None = None,
    limit: int | None = None,
) -> Page[StatementRow]:
    """Statements that meet all the conditions, by date, article and position; those without a date come last.

    Args:
        reader: the store.
        speaker: id, label or alias of an entity.
        about: likewise.
        addressee: likewise.
        act: one of ``kg.model.ACTS``.
        form: direct, indirect or mixed.
        since: day, month or year, included; compared with the statement's own time, where the article gives one, else
            with the article's date.
        until: likewise.
        text: words that what is said contains, all of them, in any form: "accused" finds "accuses".
        publisher: of the article, exactly.
        stance: negative, neutral or positive: towards `about`, or towards somebody.
        sort: "oldest" first, as is usual, or "newest".
        cursor: ``next`` of the page before.
        limit: at most so many.

    Raises:
        UsageError: an unknown or ambiguous name, an act, date or cursor that is none.
    """
    asked = conditions(
        reader,
        speaker=speaker,
        about=about,
        addressee=addressee,
        act=act,
        form=form,
        text=text,
        publisher=publisher,
        stance=stance,
    )
    found = find_events(reader, asked, since=since, until=until, sort=sort, cursor=cursor, limit=limit)
    return Page(rows(reader, found), found.next)


def conditions(
    reader: Reader,
    *,
    speaker: str | None = None,
    about: str | None = None,
    addressee: str | None = None,
    act: str | None = None,
    form: str | None = None,
    text: str | None = None,
    publisher: str | None = None,
    stance: str | None = None,
) -> Conditions:
    """The conditions of ``statements``, but for the dates, as the index takes them.

    Raises:
        UsageError: as there.
    """
    role = stance_role(stance) if one_of("stance", stance, get_args(Stance)) and stance else None
    named = (("speaker", speaker), (role or "about", about), ("addressee", addressee))
    return Conditions(
        "statement",
        parts=tuple((part, resolve_name(reader, name)) for part, name in named if name),
        act=one_of("act", act, ACTS),
        form=one_of("form", form, get_args(StatementForm)),
        publisher=reader.iris.publisher(well_formed(publisher)) if publisher else None,
        words="text: " + match(well_formed(text)) if text else None,
        role=role if role and not about else None,
    )


def within(reader: Reader, *, since: str | None, until: str | None, **asked: str | None) -> Conditions:
    """``conditions``, with the dates.

    Raises:
        UsageError: as there, or a date that is none.
    """
    first, last = days(since, until)
    return replace(conditions(reader, **asked), since=first, until=last)


def rows(reader: Reader, found: Sequence[Told]) -> list[StatementRow]:
    """The rows of these statements, in the same order."""
    return [_row(reader, each, source) for each, source in zip(found, sources(reader, found), strict=True)]


def _row(reader: Reader, statement: Told, source: Source) -> StatementRow:
    told = statement.told
    return StatementRow(
        id=local_id(reader, statement),
        iri=statement.place.node,
        date=told["date"],
        speaker=named(told["speaker"]),
        speaker_kind=told["speaker_kind"],
        speaker_words=excerpt(told["speaker_words"]),
        cue=excerpt(told["cue"]),
        cue_lemma=told["cue_lemma"],
        negated=told["negated"],
        act=told["act"],
        form=told["form"],
        text=told["text"],
        content=excerpts(told["content"]),
        addressees=tuple(Named(*one) for one in told["addressees"]),
        about=tuple(
            AboutWhom(Named(*entity), role, stance, excerpt(words)) for entity, role, stance, words in told["about"]
        ),
        polarity=told["polarity"],
        certainty=told["certainty"],
        deed=told["deed"],
        time=when(told["time"]),
        place=named(told["place"]),
        parent=told["parent"],
        confidence=told["confidence"],
        article=source,
        evidence=excerpts(statement.evidence),
    )


def one_of(name: str, value: str | None, allowed: Sequence[str]) -> str | None:
    """The value of an option.

    Raises:
        UsageError: it is none of those allowed.
    """
    if value is not None and value not in allowed:
        raise UsageError(f"--{name} {value}: one of {', '.join(allowed)}")
    return value or None
