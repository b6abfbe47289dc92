"""Answers as JSON, made where they are found: it takes a quarter of the time of sending them as objects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from pydantic_core import to_json

from kg.graph.reader import Reader
from kg.query.pages import Page

P = ParamSpec("P")


def as_json(
    reader: Reader, function: Callable[Concatenate[Reader, P], Any], /, *args: P.args, **kwargs: P.kwargs
) -> bytes:
    """What a function of ``kg.query`` answers; of a list, its ``items`` and the cursor of the ``next`` page."""
    found = function(reader, *args, **kwargs)
    if isinstance(found, list):
        found = {"items": found, "next": found.next if isinstance(found, Page) else None}
    return to_json(found, inf_nan_mode="null")
