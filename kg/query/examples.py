"""Queries worth asking, as examples: those of ``docs/queries``."""

from __future__ import annotations

from dataclasses import dataclass

from kg.resources import folder


@dataclass(frozen=True, slots=True)
class Example:
    """The query `text` is called `title`; its first lines, as comments, say what it answers."""

    name: str
    title: str
    text: str


def examples() -> tuple[Example, ...]:
    """All of them, by name."""
    return tuple(
        Example(path.stem, path.stem.replace("-", " ").capitalize(), path.read_text(encoding="utf-8").rstrip())
        for path in sorted(folder("queries").glob("*.rq"))
    )
