"""A user's own gazetteer: rows of the user's CSV files, which add to the bundled names and win over them.

The folder (setting ``gazetteer``) holds one file for each that was added, as CSV with the columns of `COLUMNS`;
``data/gazetteer/README.md`` describes them. Rows stay text until the gazetteer takes them: a post or what a palace
stands for may be an entry of another row.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StopRun
from kg.ids import slug
from kg.model import EntityKind, Role
from kg.resolve.gazetteer.entries import METONYM_PROMINENCE, PERSON_PROMINENCE, Entry, split

if TYPE_CHECKING:
    from kg.resolve.gazetteer.gazetteer import Gazetteer

#: Kinds of organization; each is also a kind of a row.
SORTS = frozenset({"intergovernmental", "government", "armed_group", "party", "ngo", "media", "company"})
KINDS = ("person", "organization", "place", "country", *sorted(SORTS))
# As likely meant as a well-known organization of the bundled files; the names that the user gave win anyway.
_PROMINENCE: dict[EntityKind, float] = {"person": PERSON_PROMINENCE, "place": METONYM_PROMINENCE}

# Columns that are for some kinds only.
_OF = {"surnames": ("person",), "posts": ("person",), "demonyms": ("country", "place"), "stands_for": ("place",)}
#: In the column surnames: by full names only.
NO_SURNAME = "-"

_CODE = re.compile(r"[A-Z]{3}")
_ID = re.compile(r"(person|organization|place|country)/[^\s;|]+")


@dataclass(frozen=True, slots=True)
class Row:
    """The user says that `name` is a `kind`; `where` it is written ("sahel.csv:12") is for messages."""

    where: str
    name: str
    kind: str
    country: str = ""
    aliases: str = ""
    surnames: str = ""
    demonyms: str = ""
    posts: str = ""
    stands_for: str = ""
    latitude: str = ""
    longitude: str = ""
    id: str = ""


#: Of a user's file, in any order; only the first two are needed.
COLUMNS = tuple(field.name for field in fields(Row) if field.name != "where")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is written at `where` can't be used, for this reason."""

    where: str
    reason: str


def parse(text: str, file: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a CSV text with a header, and the lines that are none."""
    table = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    header = [name.strip().lower() for name in next(table, [])]
    unknown = sorted(set(header) - set(COLUMNS))
    if unknown or not {"name", "kind"} <= set(header) or len(set(header)) < len(header):
        what = f"there is no column {unknown[0]!r}" if unknown else "the columns name and kind are needed, each once"
        return [], [Problem(f"{file}:1", f"{what}; the columns are {', '.join(COLUMNS)}")]
    rows, problems = [], []
    for cells in table:
        where = f"{file}:{table.line_num}"
        if len(cells) == len(header):
            rows.append(Row(where, **{name: cell.strip() for name, cell in zip(header, cells, strict=True)}))
        elif any(cells):
            problems.append(Problem(where, f"{len(cells)} columns instead of {len(header)}"))
    return rows, problems


def entry(row: Row) -> Entry:
    """The entry of a row, without its posts.

    Raises:
        ValueError: a cell can't be used; the message says why.
    """
    if not row.name or ";" in row.name:
        raise ValueError("the column name needs one name; others go to aliases")
    if row.kind not in KINDS:
        raise ValueError(f"there is no kind {row.kind!r}: one of {', '.join(KINDS)}")
    if row.country and not _CODE.fullmatch(row.country):
        raise ValueError(f"{row.country!r} is no ISO 3166-1 alpha-3 code, such as KEN")
    if row.kind == "country" and not row.country:
        raise ValueError("a country needs its code in the column country")
    kind: EntityKind = "organization" if row.kind in SORTS else row.kind  # type: ignore[assignment]  # of KINDS
    given = row.id or (f"country/{row.country}" if kind == "country" else f"{kind}/{slug(row.name)}")
    if not _ID.fullmatch(given) or not given.startswith(f"{kind}/"):
        raise ValueError(f"{given!r} is no id of this kind, such as {kind}/{slug(row.name)}")
    for column, kinds in _OF.items():
        if getattr(row, column) and kind not in kinds:
            raise ValueError(f"the column {column} is for a {' or a '.join(kinds)}, not for {row.kind!r}")
    latitude, longitude = _degrees(row)
    return Entry(
        id=given,
        kind=kind,
        label=row.name,
        aliases=names(row.aliases),
        country=row.country or None,
        latitude=latitude,
        longitude=longitude,
        prominence=_PROMINENCE.get(kind, PERSON_PROMINENCE),
        government=row.kind == "government",
        sort=row.kind if row.kind in SORTS else "",
    )


def names(cell: str) -> tuple[str, ...]:
    """The values of a cell, without the white space around them."""
    return tuple(name.strip() for name in split(cell) if name.strip())


def surnames(row: Row) -> tuple[str, ...]:
    """By which a person is called: the last word of the name where the row doesn't say."""
    return () if row.surnames == NO_SURNAME else names(row.surnames) or (row.name.split()[-1],)


def _degrees(row: Row) -> tuple[float | None, float | None]:
    if not row.latitude and not row.longitude:
        return None, None
    try:
        latitude, longitude = float(row.latitude), float(row.longitude)
    except ValueError as error:
        raise ValueError("latitude and longitude are degrees, such as 9.03 and 38.74, or both empty") from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"{latitude}, {longitude} is not on earth")
    return latitude, longitude


def posts(row: Row) -> list[Role]:
    """The posts of a row; the organization is still what the user wrote.

    Raises:
        ValueError: a post is not "post|organization|since|until", or a day is not an ISO date.
    """
    found = []
    for cell in names(row.posts):
        parts = [part.strip() for part in cell.split("|")]
        if not 2 <= len(parts) <= 4 or not parts[0] or not parts[1]:
            raise ValueError(f"{cell!r} is no post: write post|organization|since|until, the days may be empty")
        post, holder_of, since, until = (*parts, "", "")[:4]
        for day in filter(None, (since, until)):
            try:
                date.fromisoformat(day)
            except ValueError as error:
                raise ValueError(f"{day!r} is no day, such as 2022-09-13") from error
        if since and until and since > until:
            raise ValueError(f"{cell!r} ends before it begins")
        found.append(Role(post, organization=holder_of, since=since or None, until=until or None))
    return found


def merged(known: Entry, own: Entry) -> Entry:
    """A known entry as the user's row has it: what the row leaves empty stays."""
    aliases = dict.fromkeys((*own.aliases, known.label, *known.aliases))
    aliases.pop(own.label, None)
    return replace(
        known,
        label=own.label,
        aliases=tuple(aliases),
        country=own.country or known.country,
        latitude=known.latitude if own.latitude is None else own.latitude,
        longitude=known.longitude if own.longitude is None else own.longitude,
        government=own.government if own.sort else known.government,
        sort=own.sort or known.sort,
    )


def changes(rows: Iterable[Row], bundled: Gazetteer) -> list[str]:
    """What the rows change of the bundled gazetteer, a line each: entries, and names that meant something else."""
    told = []
    for row in rows:
        own = entry(row)
        known = bundled.entry(own.id)
        if known is not None and known.label != own.label:
            told.append(f"{row.where}: {own.id} is called “{own.label}” instead of “{known.label}”")
        elif known is not None and own.country and known.country and known.country != own.country:
            told.append(f"{row.where}: {own.id} is of {own.country} instead of {known.country}")
        for name in (own.label, *own.aliases):
            bearers = bundled.lookup_person(name, on=None) if own.kind == "person" else bundled.lookup(name)
            if bearers and all(bearer.id != own.id for bearer in bearers):
                told.append(f"{row.where}: “{name}” means {own.id} instead of {bearers[0].id} ({bearers[0].label})")
        told += [
            f"{row.where}: “{word}” is of {own.id} instead of {bundled.demonym(word)}"
            for word in names(row.demonyms)
            if bundled.demonym(word) not in (None, own.id)
        ]
    return told


# ---- the folder


def files(folder: Path) -> list[Path]:
    """The files that were added, sorted by name; none where there is no folder."""
    return sorted(folder.glob("*.csv"))


def read(path: Path) -> list[Row]:
    """The rows of one file of the folder.

    Raises:
        StopRun: it can't be read, or a line is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise unusable(Problem(f"{path}:0", str(error))) from error
    rows, problems = parse(text, str(path))
    if problems:
        raise unusable(problems[0])
    return rows


def unusable(problem: Problem) -> StopRun:
    """The error that stops a run because of an added file."""
    name = Path(problem.where.rpartition(":")[0]).stem
    return StopRun(f"{problem.where}: {problem.reason}; correct it, or `kg gazetteer remove {name}`")


def write(path: Path, rows: Sequence[Row]) -> None:
    """Writes a file of the folder, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(astuple(row)[1:] for row in rows)
    unfinished.replace(path)
