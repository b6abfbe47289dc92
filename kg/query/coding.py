"""Concepts of the analyst's own: statements coded by the words that they contain."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.ids import is_local
from kg.query.discourse import Coded
from kg.query.rows import StatementRow
from kg.query.selection import EVERYTHING, Selection
from kg.query.statements import statements

if TYPE_CHECKING:
    from kg.graph.reader import Reader

# Who does so speaks against what the words name.
_AGAINST = {"accuse", "criticise", "deny", "refuse", "reject", "threaten", "warn"}


def read_concepts(path: Path) -> dict[str, tuple[str, ...]]:
    """The concepts of a CSV file with the columns concept and words; several lines for one are alternatives.

    Raises:
        UsageError: it can't be read, or has no such columns.
    """
    found: dict[str, list[str]] = defaultdict(list)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            known = {"concept", "words"} <= set(rows.fieldnames or ())
            for row in rows if known else ():
                found[row["concept"]].append(row["words"])
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} can't be read as CSV in UTF-8: {error}") from error
    if not found:
        raise UsageError(
            f"{path} is no list of concepts: it needs the columns concept and words, and a line below them"
        )
    return {concept: tuple(words) for concept, words in found.items()}


def coded_by_words(
    reader: Reader, concepts: Mapping[str, Iterable[str]], selection: Selection = EVERYTHING
) -> list[Coded]:
    """What actors say about the concepts: 1 for, -1 against.

    A statement is about a concept whose words it all contains, in any form, and against it where its act is one of
    accuse, criticise, deny, refuse, reject, threaten and warn, or what is said is negated ("will not sign"); both at
    once cancel out. What somebody is said not to have said is not counted. A sentence can be against what it names in
    more ways than these: read a sample before you trust the figures (`kg statements --text WORDS`).

    Args:
        reader: the store.
        concepts: the alternatives for each, each of one or more words.
        selection: of dates, publishers and actors (who speak).

    Raises:
        UsageError: a date or a name is none.
    """
    counts: Counter[tuple[str, str, int]] = Counter()
    publishers = set(selection.publisher_iris(reader))
    actors = set(selection.actor_ids(reader))
    for concept, alternatives in sorted(concepts.items()):
        seen: set[str] = set()
        for words in alternatives:
            for row in statements(reader, text=words, since=selection.since, until=selection.until):
                published = row.article.publisher and reader.iris.publisher(row.article.publisher)
                if row.iri in seen or not row.speaker or row.negated or (publishers and published not in publishers):
                    continue
                seen.add(row.iri)
                speaker = row.speaker.id
                if (selection.local or not is_local(speaker)) and (not actors or speaker in actors):
                    counts[speaker, concept, _sign(row)] += 1
    return [Coded(*key, count) for key, count in sorted(counts.items())]


def _sign(row: StatementRow) -> int:
    return -1 if (row.act in _AGAINST) != (row.polarity == "negative") else 1
