"""Who said what about whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from kg.errors import UsageError
from kg.graph.event_index import Conditions
from kg.graph.events import stance_role
from kg.graph.name_index import match
from kg.graph.reader import Reader
from kg.graph.terms import well_formed
from kg.model import ACTS, Stance, StatementForm
from kg.query.dates import days
from kg.query.events import find_events
from kg.query.facts import Facts, Found, Path
from kg.query.names import resolve_name
from kg.query.pages import Page
from kg.query.rows import AboutWhom, Named, StatementRow
from kg.vocabulary import OA, PREFIXES, RAP, SEM

SORTS = ("oldest", "newest")

_ABOUT = (RAP.expresses, RAP.about)
_PATHS: tuple[Path, ...] = (
    ((RAP.evidence,), (RAP.cue,), (RAP.speakerExcerpt,), (RAP.expresses, RAP.content)),
    ((RAP.expresses,),),
    (_ABOUT,),
    ((*_ABOUT, RAP.mention),),
    ((*_ABOUT, RAP.mention, OA.hasTarget),),
)
_ENTITIES: tuple[Path, ...] = (((RAP.speaker,), (RAP.addressee,), (SEM.hasPlace,)), ((*_ABOUT, RAP.entity),))


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
    newest = one_of("sort", sort, SORTS) == "newest"
    found = find_events(reader, asked, since=since, until=until, cursor=cursor, limit=limit, newest=newest)
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


def rows(reader: Reader, found: Sequence[Found]) -> list[StatementRow]:
    """The rows of these statements, in the same order."""
    facts = Facts(reader, found, paths=_PATHS, entities=_ENTITIES)
    return [_row(facts, statement) for statement in found if facts.known(statement)]


def _row(facts: Facts, statement: Found) -> StatementRow:
    claim = next(facts.to(statement, RAP.expresses), statement)
    time, source = facts.when(statement), facts.source(statement)
    parent = next(facts.to(statement, RAP.reportedIn), None)
    return StatementRow(
        id=facts.local_id(statement),
        iri=statement.node,
        date=time.begin if time else facts.get(statement, RAP.published),
        speaker=next(iter(facts.named(statement, RAP.speaker)), None),
        speaker_kind=facts.get(statement, RAP.speakerKind) or "",
        speaker_words=facts.excerpt(statement, RAP.speakerExcerpt),
        cue=facts.excerpt(statement, RAP.cue),
        cue_lemma=facts.get(statement, RAP.cueLemma) or "",
        negated=facts.get(statement, RAP.cueNegated) == "true",
        act=(facts.get(statement, RAP.act) or "").removeprefix(PREFIXES["act"]),
        form=facts.get(statement, RAP.form) or "",
        text=facts.get(claim, RAP.text) or "",
        content=facts.excerpts(claim, RAP.content),
        addressees=facts.named(statement, RAP.addressee),
        about=tuple(sorted((_about(facts, about) for about in facts.to(claim, RAP.about)), key=_position)),
        polarity=facts.get(claim, RAP.polarity) or "",
        certainty=facts.get(claim, RAP.certainty) or "",
        time=time,
        place=next(iter(facts.named(statement, SEM.hasPlace)), None),
        parent=facts.local_id(parent) if parent else None,
        confidence=float(facts.get(statement, RAP.confidence) or 1),
        article=source,
        evidence=facts.excerpts(statement, RAP.evidence),
    )


def _about(facts: Facts, about: Found) -> AboutWhom:
    mention = next(facts.to(about, RAP.mention), about)
    return AboutWhom(
        entity=next(iter(facts.named(about, RAP.entity)), Named("", "")),
        role=facts.get(about, RAP.aboutRole) or "",
        stance=facts.get(about, RAP.stance) or "",
        words=facts.excerpt(mention, OA.hasTarget),
    )


def _position(about: AboutWhom) -> tuple[int, str]:
    return (about.words.start if about.words else 0, about.entity.id)


def one_of(name: str, value: str | None, allowed: Sequence[str]) -> str | None:
    """The value of an option.

    Raises:
        UsageError: it is none of those allowed.
    """
    if value is not None and value not in allowed:
        raise UsageError(f"--{name} {value}: one of {', '.join(allowed)}")
    return value or None
