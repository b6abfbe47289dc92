"""Sentences: the words around an error, so that whoever reads of it can judge it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Where a sentence may end; "Mr. X" is cut in two, which does no harm to who only wants to read on.
_END = re.compile(r"[.!?][”\"’')]*(?=\s)|\n\n")


def shown(text: str, spans: Sequence[Sequence[int]]) -> str:
    """The sentences in which some stretches of a text lie, the stretches in brackets, on one line."""
    if not spans:
        return ""
    ordered = sorted((start, end) for start, end in spans)
    first, last = ordered[0][0], max(end for _, end in ordered)
    start = max((match.end() for match in _END.finditer(text, 0, first)), default=0)
    following = _END.search(text, max(last - 1, first))
    end = following.end() if following is not None else len(text)
    marked, position = "", start
    for begin, stop in ordered:
        if begin >= position:
            marked += f"{text[position:begin]}[{text[begin:stop]}]"
            position = stop
    return " ".join(f"{marked}{text[position:end]}".split())
