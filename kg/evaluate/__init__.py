"""Scores the annotation on corpora: ``TASKS[task](path, annotator)``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate import (
    actors,
    attribution,
    coreference,
    entities,
    events,
    linking,
    meetings,
    parse,
    relations,
    stance,
    statements,
    time,
)
from kg.evaluate.scores import Row, Scores

__all__ = ["TASKS", "Row", "Scores"]

TASKS: dict[str, Callable[[Path, Annotator], Scores]] = {
    "actors": actors.evaluate,
    "attribution": attribution.evaluate,
    "coreference": coreference.evaluate,
    "entities": entities.evaluate,
    "events": events.evaluate,
    "linking": linking.evaluate,
    "meetings": meetings.evaluate,
    "parse": parse.evaluate,
    "relations": relations.evaluate,
    "stance": stance.evaluate,
    "statements": statements.evaluate,
    "time": time.evaluate,
}
