"""Decisions: which entities are one and which are not, as people have said; a text file that builds respect.

A line is ``person/a is person/b`` (all that is found as the first is the second) or ``person/a is not person/b``; lines
that begin with # are left alone. Whatever the order of the lines, the same decisions give the same graph.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StopRun, UsageError
from kg.ids import is_local

#: Its name in the folder of a store.
FILE = "decisions.txt"

_LINE = re.compile(r"(\S+/\S+) is (not )?(\S+/\S+)")
_HEAD = "# Who is who, as people decided: written by `kg resolve`, read by `kg build`.\n"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """`entity` is `other`, or is not."""

    entity: str
    other: str
    same: bool

    def __str__(self) -> str:
        return f"{self.entity} is {'' if self.same else 'not '}{self.other}"


class Decisions:
    """What people have decided; never changed, but by making another.

    Args:
        listed: in any order.

    Raises:
        UsageError: two of them contradict each other.
    """

    def __init__(self, listed: Iterable[Decision] = ()) -> None:
        self.listed = tuple(sorted(set(listed)))
        self._is: dict[str, str] = {}
        for one in self.listed:
            if one.same and self._is.setdefault(one.entity, one.other) != one.other:
                raise UsageError(f"“{one}” and “{one.entity} is {self._is[one.entity]}” contradict each other")
        for one in self.listed:
            if one.same == (self.kept(one.entity) != self.kept(one.other)):
                raise UsageError(f"“{one}” contradicts the other decisions")

    @classmethod
    def read(cls, path: Path | None) -> Decisions:
        """Those of a file; none where it is not there.

        Raises:
            StopRun: it can't be read, or has a line that is no decision.
        """
        if path is None or not path.exists():
            return cls()
        listed = []
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise StopRun(f"{path} can't be read: {error}") from error
        for number, line in enumerate(lines, 1):
            found = _LINE.fullmatch(line.strip())
            if found:
                listed.append(Decision(found[1], found[3], same=not found[2]))
            elif line.strip() and not line.startswith("#"):
                raise StopRun(f"{path}:{number}: write “person/a is person/b”, or “is not”, or begin the line with #")
        try:
            return cls(listed)
        except UsageError as error:
            raise StopRun(f"{path}: {error}: take one of them out") from error

    def write(self, path: Path) -> None:
        """Writes the file, whole or not at all.

        Raises:
            StopRun: it can't be written.
        """
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            unfinished.write_text(_HEAD + "".join(f"{one}\n" for one in self.listed), encoding="utf-8")
            unfinished.replace(path)
        except OSError as error:
            raise StopRun(f"{path} can't be written: {error.strerror or error}") from error

    def kept(self, entity: str) -> str:
        """The id under which an entity is known.

        Raises:
            UsageError: the decisions lead round in a circle.
        """
        passed = [entity]
        while (following := self._is.get(passed[-1])) is not None:
            if following in passed:
                raise UsageError(f"“{passed[-1]} is {following}” leads round in a circle")
            passed.append(following)
        return passed[-1]

    @property
    def gone(self) -> tuple[str, ...]:
        """Ids that are known under another one."""
        return tuple(sorted(self._is))

    def bear(self, applied: Iterable[str]) -> bool:
        """What went into an article, as it is written there, is still decided so."""
        lines = (line.partition(" is ") for line in applied)
        return all(self.kept(entity) == other for entity, _, other in lines)

    def has(self, one: str, other: str) -> bool:
        """Somebody has decided whether the two are one."""
        pair = {self.kept(one), self.kept(other)}
        return len(pair) == 1 or any({self.kept(d.entity), self.kept(d.other)} == pair for d in self.listed)

    # ---- changes

    def accepted(self, entity: str, other: str, *, known: Iterable[str] = ()) -> tuple[Decisions, Decision]:
        """The decisions and that the two are one, and what this adds.

        Kept is `other`, unless that is known in one article only, or `entity` is among the `known` of the gazetteer.

        Raises:
            UsageError: they are of two kinds, are one already, were decided to be two, or both are known.
        """
        known = set(known)
        first, second = self.kept(entity), self.kept(other)
        if first == second:
            raise UsageError(f"{entity} and {other} are one already")
        if first.partition("/")[0] != second.partition("/")[0]:
            raise UsageError(f"{first} and {second} are of two kinds: they can't be one")
        if {first, second} <= known:
            raise UsageError(f"the gazetteer has both {first} and {second}: see `kg gazetteer`")
        if (first in known, is_local(second), second) > (second in known, is_local(first), second):
            first, second = second, first
        added = Decision(first, second, same=True)
        return Decisions([*(d for d in self.listed if d.same or {d.entity, d.other} != {first, second}), added]), added

    def rejected(self, entity: str, other: str) -> tuple[Decisions, Decision]:
        """The decisions and that the two are not one, and what this adds.

        Raises:
            UsageError: they were decided to be one.
        """
        first, second = sorted((entity, other))
        added = Decision(first, second, same=False)
        if self.kept(first) == self.kept(second):
            raise UsageError(f"{first} and {second} are one: `kg resolve --undo {first} {second}` takes that back")
        return Decisions([*self.listed, added]), added

    def undone(self, entity: str, other: str) -> tuple[Decisions, Decision]:
        """The decisions without the one on these two, and that one.

        Raises:
            UsageError: there is none.
        """
        taken = [one for one in self.listed if {one.entity, one.other} == {entity, other}]
        if not taken:
            about = "; ".join(str(one) for one in self.listed if {one.entity, one.other} & {entity, other})
            raise UsageError(f"nothing was decided on {entity} and {other}{f': there is {about}' if about else ''}")
        return Decisions(one for one in self.listed if one not in taken), taken[0]
