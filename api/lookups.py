"""Lookups: questions so small that the server answers them itself, without the way to another process and back.

That way takes longer than the answer to what is asked most: what a thing is called, what is said of it, whether
something is so. No lookup needs to be killed:

- It is one pattern of a triple, in which each variable stands once, and nothing that filters, sorts, counts or skips.
  Whatever the pattern knows, one of Oxigraph's indexes begins with it, so that each step finds a row; in the union of
  all graphs too, for a triple that several graphs have is found in each of them.
- There are no brackets in its brackets: nothing nested comes to a parser whose stack might overflow.
- Its answer has few rows and bytes. Where there turn out to be more, a process of the pool is asked.
- A step may take long all the same: a literal of 100 MB is read as a whole, and a disk may be slow. Where answers take
  long, the processes are asked for so much longer that such answers take at most a tenth of the server's time, the
  less the longer they are. Seconds in which others had the processor do not count.

What answers is the function that the processes call, over the same view of the store. A newer snapshot is opened in a
thread; until that is done, and whenever something fails, the processes are asked.
"""

from __future__ import annotations

import asyncio
import os
import re
import resource
import time
from pathlib import Path

from kg.errors import RapporteurError, TooLarge
from kg.graph.folder import FAULTS
from kg.query import sparql
from kg.query.worker import Shown, View

# Characters that a lookup has at most: all our prefixes with their IRIs take 1,200.
_LENGTH = 4096

# Rows and bytes of its answer: they take 3 ms.
_ROWS, _BYTES = 100, 1 << 16

# Seconds that are owed for an answer, by the square of those that it took, and how many may be owed. Time pays them:
# an answer of 1 ms as long as it took, one of 10 ms in ten times, one of a second in a quarter of an hour.
PRICE, _CREDIT = 1000.0, 1.0

# Whose use of the processor counts: only Linux tells that of a thread.
_USED_BY = getattr(resource, "RUSAGE_THREAD", resource.RUSAGE_SELF)

# Seconds until a snapshot that can't be opened is tried again.
_PAUSE = 1.0

# The part of the files that may be open that a snapshot may have: connections take half of them.
_PART = 4

# The usual ways to write one, without comments and escapes. Nothing is tried in two ways: what is taken is not given
# back, so no text takes long.
_IRI = r'<[^<>"{}|^`\\\x00-\x20]*+>'
_NAME = r"[a-z][a-z0-9_-]*+:[a-z0-9_-]++"
_VARIABLE = r"[?$][a-z0-9_]++"
_LITERAL = rf'"[^"\\\n\r]*+"(?:@[a-z]++(?:-[a-z0-9]++)*+|\^\^(?:{_IRI}|{_NAME}))?+'
_S = r"[ \t\r\n]"
_LOOKUP = re.compile(
    rf"""
    {_S}*+
    (?:(?:prefix{_S}++[a-z0-9_-]*+:|base){_S}*+{_IRI}{_S}*+)*+
    (?:select{_S}*+(?:\*|(?:{_VARIABLE}{_S}*+)++)|ask){_S}*+
    (?:where{_S}*+)?+
    \{{{_S}*+
    ({_VARIABLE}|{_IRI}|{_NAME}){_S}++
    ({_VARIABLE}|{_IRI}|{_NAME}|a){_S}++
    ({_VARIABLE}|{_IRI}|{_NAME}|{_LITERAL}){_S}*+
    (?:\.{_S}*+)?+
    \}}{_S}*+
    (?:limit{_S}++[0-9]++{_S}*+)?+
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def is_lookup(text: str) -> bool:
    """Whether a query is a lookup; written in an unusual way, it is none."""
    found = _LOOKUP.fullmatch(text) if len(text) <= _LENGTH else None
    if found is None:
        return False
    variables = [term[1:] for term in found.groups() if term[0] in "?$"]
    return len(set(variables)) == len(variables)


def _usage() -> tuple[float, float, int]:
    """The time, the seconds that this thread has run (else the process), and how often it had to wait for something."""
    usage = resource.getrusage(_USED_BY)
    return time.monotonic(), usage.ru_utime + usage.ru_stime, usage.ru_nvcsw


def _taken(before: tuple[float, float, int], after: tuple[float, float, int]) -> float:
    """The seconds between: all of them where it waited for a disk, but not those that others ran in its stead."""
    return after[0] - before[0] if after[2] > before[2] else after[1] - before[1]


class Lookups:
    """Answers to lookups in the store that `view` shows; there are none where it is on a server.

    Args:
        view: what is shown.
        largest: bytes that an answer may have.
        price: seconds that are owed for an answer, by the square of those that it took; 0 where none is to be followed
            by a pause.

    Attributes:
        answered: how many were answered here.
    """

    def __init__(self, view: View, *, largest: int, price: float = PRICE) -> None:
        self.answered = 0
        self._shown = Shown(view) if isinstance(view.place, Path) else None
        self._largest = min(largest, _BYTES)
        self._price = price
        self._opening: asyncio.Task[None] | None = None
        self._paid = self._tried = 0.0

    async def start(self) -> None:
        """Opens the store."""
        if self._shown:
            await self._open(self._shown)

    def close(self) -> None:
        """Lets go of the store."""
        if self._opening:
            self._opening.cancel()
        if self._shown:
            self._shown.close()

    def answer(self, query: sparql.Query) -> tuple[str, bytes] | None:
        """The answer to a query, after the name of its format; None where a process has to be asked."""
        shown, start = self._shown, time.monotonic()
        if not shown or self._opening or self._paid > start + _CREDIT or query.default_graphs or query.named_graphs:
            return None
        if not is_lookup(query.text):
            return None
        reader = shown.current()
        if reader is None:
            if start < self._tried + _PAUSE:
                return None
            self._opening = asyncio.create_task(self._open(shown))
            return None
        before = _usage()
        chunks: list[bytes] = []
        left = self._largest

        def keep(chunk: bytes) -> None:
            nonlocal left
            left -= len(chunk)
            if left < 0:
                raise TooLarge("it is not small")
            chunks.append(chunk)

        try:
            found = sparql.evaluate(reader.graph, query, query.text)
            sparql.send_found(found, keep, query, min(_ROWS, query.most or _ROWS))
        except (RapporteurError, SyntaxError, ValueError, *FAULTS):  # a process meets it again, or answers
            return None
        finally:
            self._paid = max(self._paid, start) + self._price * _taken(before, _usage()) ** 2
        self.answered += 1
        return chunks[0].decode(), b"".join(chunks[1:])

    async def _open(self, shown: Shown) -> None:
        """Opens the newest snapshot, in a thread, for it takes 50 ms."""
        try:
            reader = await asyncio.to_thread(shown.reader)
            if reader.path and len(os.listdir(reader.path)) > resource.getrlimit(resource.RLIMIT_NOFILE)[0] // _PART:
                shown.close()
                self._shown = None
        except (RapporteurError, *FAULTS):  # the processes tell why
            self._tried = time.monotonic()
        finally:
            self._opening = None
