"""Who said what about whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.graph.reader import Reader
from kg.graph.terms import well_formed
from kg.model import ACTS, StatementForm
from kg.query.events import find_events, words
from kg.query.facts import Facts, Found
from kg.query.names import entity_node
from kg.query.rows import AboutWhom, Named, StatementRow
from kg.vocabulary import ACT, OA, PREFIXES, RAP, SCHEMA, SEM

_EXCERPTS = f"<{RAP.evidence}>|<{RAP.cue}>|<{RAP.speakerExcerpt}>|(<{RAP.expresses}>/<{RAP.content}>)"
_ABOUT = f"<{RAP.expresses}>/<{RAP.about}>"
_PATHS = (
    _EXCERPTS,
    f"<{RAP.expresses}>",
    _ABOUT,
    f"{_ABOUT}/<{RAP.mention}>",
    f"{_ABOUT}/<{RAP.mention}>/<{OA.hasTarget}>",
)
_ENTITIES = (f"<{RAP.speaker}>|<{RAP.addressee}>|<{SEM.hasPlace}>", f"{_ABOUT}/<{RAP.entity}>")


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
    limit: int | None = None,
) -> list[StatementRow]:
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
        text: words that what is said contains, all of them.
        publisher: of the article, exactly.
        limit: at most so many.

    Raises:
        UsageError: an unknown or ambiguous name, an act or date that is none.
    """
    conditions = [f"?event a <{RAP.Statement}> ."]
    entities = {f"<{RAP.speaker}>": speaker, f"{_ABOUT}/<{RAP.entity}>": about, f"<{RAP.addressee}>": addressee}
    conditions += [f"?event {path} {entity_node(reader, name)} ." for path, name in entities.items() if name]
    if act:
        conditions.append(f"?event <{RAP.act}> {_act(act)} .")
    if form:
        conditions.append(f"?event <{RAP.form}> {_form(form)} .")
    if publisher:
        conditions.append(f"?article <{SCHEMA.publisher}> {NamedNode(reader.iris.publisher(well_formed(publisher)))} .")
    if text:
        conditions.append(f"?event <{RAP.expresses}>/<{RAP.text}> ?text . {words('text', text)}")
    found = find_events(reader, conditions, since=since, until=until, position=f"<{RAP.cue}>", limit=limit)
    return rows(reader, found)


def rows(reader: Reader, found: Sequence[Found]) -> list[StatementRow]:
    """The rows of these statements, in the same order."""
    facts = Facts(reader, found, paths=_PATHS, entities=_ENTITIES)
    return [_row(facts, statement) for statement in found]


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


def _act(act: str) -> NamedNode:
    if act not in ACTS:
        raise UsageError(f"--act {act}: one of {', '.join(ACTS)}")
    return NamedNode(getattr(ACT, act))


def _form(form: str) -> Literal:
    forms = get_args(StatementForm)
    if form not in forms:
        raise UsageError(f"--form {form}: one of {', '.join(forms)}")
    return Literal(form)
