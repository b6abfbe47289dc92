"""What can go wrong, as a tree.

    RapporteurError          one line: what is wrong, and what to do
    ├── SkipArticle          this article can't be used; go on with the next (exit status 3 if others went well)
    ├── StopRun              nothing more can be done; stop (exit status 1)
    │   ├── TimedOut         it took longer than it may
    │   └── Busy             too much else is being done; ask again later
    └── UsageError           the question or the option is wrong; ask again (exit status 2)
        ├── AmbiguousName    a name that several entities bear
        ├── Unknown          nothing in the store is called or numbered so
        └── TooLarge         the question, or its answer, is larger than it may be

Every message is one line that says what is wrong and what to do about it.
"""

from __future__ import annotations


class RapporteurError(Exception):
    """Root of all errors that are shown to the user without a traceback."""


class SkipArticle(RapporteurError):
    """One article can't be read or used; the run goes on.

    Args:
        source: the path, with the record's number where a file holds many ("news.jsonl:12").
        reason: one line: what is wrong, and what to do.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[SkipArticle], tuple[str, str]]:
        return SkipArticle, (self.source, self.reason)


class StopRun(RapporteurError):
    """The run can't go on: the store is locked, the disk is full, a path is missing, ..."""


class TimedOut(StopRun):
    """A question took longer than it may."""


class Busy(StopRun):
    """There is no process free to answer, and enough others wait for one."""


class UsageError(RapporteurError):
    """What was asked for can't be answered as asked: an unknown name, a malformed query or date, ..."""


class AmbiguousName(UsageError):
    """Several entities bear the name.

    Args:
        name: what was asked for.
        candidates: (entity id, label) of each, best first.
    """

    def __init__(self, name: str, candidates: tuple[tuple[str, str], ...]) -> None:
        listed = ", ".join(f"{entity} ({label})" for entity, label in candidates)
        super().__init__(f"“{name}” may be several entities; use one of these ids: {listed}")
        self.name = name
        self.candidates = candidates

    def __reduce__(self) -> tuple[type[AmbiguousName], tuple[str, tuple[tuple[str, str], ...]]]:
        # An error of a worker process is pickled, and by default with its message alone.
        return AmbiguousName, (self.name, self.candidates)


class Unknown(UsageError):
    """The store has no entity, article or graph of this name.

    Args:
        message: says so, and what to do.
        candidates: (entity id, label) of those that are called nearly so, the nearest first.
    """

    def __init__(self, message: str, candidates: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates

    def __reduce__(self) -> tuple[type[Unknown], tuple[str, tuple[tuple[str, str], ...]]]:
        return Unknown, (str(self), self.candidates)


class TooLarge(UsageError):
    """A question, an upload or an answer is larger than the limit."""
