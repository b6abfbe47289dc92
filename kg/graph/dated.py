"""Lists in the order of days, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from kg.graph.article_graph import UNDATED


class _Dated(Protocol):
    @property
    def day(self) -> str:
        """ISO; ``UNDATED`` where it is not known."""
        ...


After = TypeVar("After", bound=_Dated)
Row = TypeVar("Row")


def newest_first(
    page: Callable[[str, str, After | None, int | None], list[Row]],
    after: After | None,
    undated: After,
    limit: int | None,
) -> list[Row]:
    """A page of a list that begins with its last days, and ends, as the other order does, with what has none.

    Args:
        page: gives so many rows whose day is ">" or "<" than that of a row, in the order of days "" or " DESC"; of
            those without a day, only the first.
        after: the last row of the page before.
        undated: stands before all rows without a day, and after the others.
        limit: at most so many.
    """
    found = list[Row]()
    if after is None or after.day != UNDATED:
        found = page("<", " DESC", after, limit)
        after = None
    if limit is None or len(found) < limit:
        found += page(">", "", after or undated, limit and limit - len(found))
    return found
