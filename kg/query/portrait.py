"""What the page of an entity shows, in one question."""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph.reader import Reader
from kg.query.entities import entity
from kg.query.neighbours import neighbours
from kg.query.rows import EntityRow, Neighbourhood, StatementRow
from kg.query.statements import statements as statements_of


@dataclass(frozen=True, slots=True)
class Portrait:
    """`entity`, whom it is tied to most often, and the first of what it said."""

    entity: EntityRow
    ties: Neighbourhood
    statements: tuple[StatementRow, ...]


def portrait(reader: Reader, name: str, *, ties: int, statements: int) -> Portrait:
    """What is known of an entity, with at most so many ties and statements.

    Args:
        reader: the store.
        name: its id, label or an alias.
        ties: at most so many neighbours.
        statements: at most so many statements that it made.

    Raises:
        Unknown: nobody is called so.
        AmbiguousName: several are.
    """
    row = entity(reader, name)
    said = statements_of(reader, speaker=row.id, limit=statements)
    return Portrait(row, neighbours(reader, row.id, limit=ties), tuple(said))
