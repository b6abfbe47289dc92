"""Who is who: resolve lists likely duplicates and takes decisions on them; entity tells what is known, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.ask import Entity, opened
from kg.cli.options import DecisionsFile, Form, Limit, Quiet, StoreFolder, Verbose, limit_of, screen_of
from kg.cli.screen import Format
from kg.cli.tables import Column, View
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph.reader import Reader
    from kg.query.mentions import MentionRow
    from kg.query.rows import EntityRow
    from kg.resolve.decisions import Decision, Decisions
    from kg.resolve.duplicates import Candidate

Pair = tuple[str, str]


def _pair(flag: str, text: str) -> object:
    return typer.Option(flag, metavar="A B", help=text)


@dataclass(frozen=True, slots=True)
class _Fact:
    """The entity has this `value` of `name`."""

    name: str
    value: str


_CANDIDATES: View[Candidate] = View(
    (
        Column("Score", lambda row: f"{row.score:.2f}", justify="right"),
        Column("One", lambda row: f"{row.one_label} ({row.one})", share=3, style="bold"),
        Column("Other", lambda row: f"{row.other_label} ({row.other})", share=3, style="bold"),
        Column("For", lambda row: "; ".join(row.reasons), share=4),
        Column("Against", lambda row: "; ".join(row.against), share=3),
    ),
    {
        "score": lambda row: row.score,
        "one": lambda row: row.one,
        "one_label": lambda row: row.one_label,
        "other": lambda row: row.other,
        "other_label": lambda row: row.other_label,
        "for": lambda row: row.reasons,
        "against": lambda row: row.against,
    },
    "No likely duplicates that nobody has decided on.",
)


def resolve(
    context: typer.Context,
    accept: Annotated[Pair | None, _pair("--accept", "The two are one.")] = None,
    reject: Annotated[Pair | None, _pair("--reject", "The two are not one.")] = None,
    undo: Annotated[Pair | None, _pair("--undo", "Take a decision on the two back.")] = None,
    decisions: DecisionsFile = None,
    limit: Limit = None,
    format_: Form = Format.table,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """List who may be one and was not merged, each with its reasons; accept or reject them.

    Decisions are lines of a text file, which the next `kg build` of the same articles respects.
    """
    from kg.query.profiles import profiles
    from kg.resolve.decisions import FILE, Decisions
    from kg.resolve.duplicates import candidates

    screen = screen_of(context)
    if sum(one is not None for one in (accept, reject, undo)) > 1:
        raise UsageError("one of --accept, --reject and --undo at a time")
    with opened(screen, store) as reader:
        path = decisions or (reader.folder / FILE if reader.folder else None)
        if path is None:
            raise UsageError("a store on a server keeps no decisions: name a file with --decisions")
        listed = Decisions.read(path)
        if accept is None and reject is None and undo is None:
            found = candidates(profiles(reader), listed)
            most = limit_of(format_, limit)
            screen.show(found, _CANDIDATES, format_, limit=most)
            return
        changed, taken = _decided(reader, listed, accept, reject, undo)
    changed.write(path)
    verb = "taken back" if undo else "decided"
    screen.note(f"{verb}: {taken} ({path}); `kg build` of the same articles applies it")


def _decided(
    reader: Reader, listed: Decisions, accept: Pair | None, reject: Pair | None, undo: Pair | None
) -> tuple[Decisions, Decision]:
    """The decisions with the new one, or without the one that is taken back, and which that is."""
    from kg.query.names import resolve_name
    from kg.resolve import Gazetteer

    if undo is not None:
        return listed.undone(*undo)  # by id alone: what became somebody else is no more in the store
    one, other = (resolve_name(reader, name) for name in accept or reject or ("", ""))
    if accept is None:
        return listed.rejected(one, other)
    return listed.accepted(one, other, known=(entity.id for entity in Gazetteer.load().reference()))


_FACTS: View[_Fact] = View(
    (Column("", lambda fact: fact.name, style="bold"), Column("", lambda fact: fact.value, share=1)),
    {"name": lambda fact: fact.name, "value": lambda fact: fact.value},
    "",
)
_MENTIONS: View[MentionRow] = View(
    (
        Column("Date", lambda row: row.published or "", style="cyan"),
        Column("Words", lambda row: row.words.text, share=2, style="bold"),
        Column("By which rule", lambda row: row.why or "", share=5),
        Column("Sentence", lambda row: row.sentence, share=5),
        Column("Article", lambda row: row.article, share=2, style="dim", ditto=True),
    ),
    {
        "published": lambda row: row.published,
        "words": lambda row: row.words.text,
        "start": lambda row: row.words.start,
        "end": lambda row: row.words.end,
        "why": lambda row: row.why,
        "literal": lambda row: row.literal,
        "sentence": lambda row: row.sentence,
        "article": lambda row: row.article,
    },
    "No article mentions it.",
)


def entity(
    context: typer.Context,
    name: Entity,
    why: Annotated[
        bool, typer.Option("--why", help="Each mention, with the rule, row of the gazetteer or decision that links it.")
    ] = False,
    limit: Limit = None,
    format_: Form = Format.table,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """What is known of an entity: names, posts, counts; with --why, which mentions are it, and by which rule."""
    from kg.query.entities import entity as find
    from kg.query.mentions import mentions

    screen = screen_of(context)
    most = limit_of(format_, limit)
    with opened(screen, store) as reader:
        if why:
            screen.show(mentions(reader, name, limit=most and most + 1), _MENTIONS, format_, limit=most)
            return
        found = find(reader, name)
    if format_ is Format.json:
        screen.write_object(asdict(found))
    else:
        screen.show(list(_facts(found)), _FACTS, format_)


def _facts(found: EntityRow) -> Iterator[_Fact]:
    yield _Fact("id", found.id)
    yield _Fact("called", "; ".join((found.label, *found.aliases)))
    if found.country:
        yield _Fact("country", found.country.label)
    for role in found.roles:
        of = f" of {role.organization.label}" if role.organization else ""
        yield _Fact("post", f"{role.post}{of}{_between(role.since, role.until)}")
    yield _Fact("mentioned", f"{found.mentions:,} times in {found.articles:,} articles")
    if found.first:
        yield _Fact("published", f"{found.first} to {found.last}")
    for title, count in (
        ("statements", found.statements),
        ("statements about it", found.statements_about),
        ("statements to it", found.statements_to),
        ("meetings", found.meetings),
    ):
        yield _Fact(title, f"{count:,}")
    if found.same_as:
        yield _Fact("elsewhere", "; ".join(found.same_as))


def _between(since: str | None, until: str | None) -> str:
    return f", {since or '…'} to {until or '…'}" if since or until else ""


COMMANDS: dict[str, Callable[..., None]] = {"resolve": resolve, "entity": entity}
