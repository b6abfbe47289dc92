"""What the store holds and whether it is right: info, validate, export, delete, evaluate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


COMMANDS: dict[str, Callable[..., int | None]] = {}
