"""Pages of a list: rows, and a cursor for those that come after.

A cursor says where its page ended (the sort key of the last row), not how many rows came before: what is added or
deleted meanwhile moves nothing, and no row comes twice or is passed over.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from kg.errors import UsageError

Row = TypeVar("Row")

#: Of lists of what has a date.
SORTS = ("oldest", "newest")


class Page(list[Row]):
    """The rows of a page.

    Attributes:
        next: cursor of the page after this one, None at the end.
    """

    def __init__(self, rows: Iterable[Row] = (), next: str | None = None) -> None:
        super().__init__(rows)
        self.next = next

    def _repr_html_(self) -> str:
        """As a notebook shows it."""
        from kg.query.html import rows

        return rows(self)


def checked_limit(limit: int | None) -> int | None:
    """The limit.

    Raises:
        UsageError: it is below 1.
    """
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit}: at least 1")
    return limit


def is_newest_first(sort: str | None) -> bool:
    """Whether a list begins with the last dates, which it usually ends with; those without a date come last in both.

    Raises:
        UsageError: it is none of ``SORTS``.
    """
    if sort not in (None, *SORTS):
        raise UsageError(f"--sort {sort}: one of {', '.join(SORTS)}")
    return sort == "newest"


def cut(found: Sequence[Row], limit: int | None) -> tuple[Sequence[Row], Row | None]:
    """Of rows of which one more than the limit was asked for, those of the page, and the last one if more follow."""
    if limit is None or len(found) <= limit:
        return found, None
    return found[:limit], found[limit - 1]


def write_cursor(*key: str | int) -> str:
    """The cursor of the page that comes after the row with this sort key."""
    return base64.urlsafe_b64encode(json.dumps(key, ensure_ascii=False).encode()).rstrip(b"=").decode()


def read_cursor(cursor: str, *types: type[str] | type[int]) -> list[Any]:
    """The sort key, of values of these types.

    Raises:
        UsageError: the cursor is none of this list.
    """
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:  # not base64, not UTF-8, not JSON
        key = None
    # A number that SQLite can't hold is no position either.
    if (
        not isinstance(key, list)
        or [type(value) for value in key] != list(types)
        or any(isinstance(value, int) and abs(value) >= 1 << 63 for value in key)
    ):
        raise UsageError("the cursor is not one that this list gave: leave it out to begin at the first page")
    return key
