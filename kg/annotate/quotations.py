"""What of a text somebody says, and who: "I" in it is the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from kg.annotate.pieces import Ints
from kg.model import ATTRIBUTION

_OPENING, _CLOSING, _EITHER = frozenset({"“"}), frozenset({"”"}), frozenset({'"', "''", "``"})
_MARKS = _OPENING | _CLOSING | _EITHER
_NONE = -1


class Quotations:
    """The contents of attributions, and their sources.

    Args:
        doc: the text.
        words: its words.

    Attributes:
        quoted: [tokens] within quotation marks.
        content: [tokens] number of the content that a token is in, -1 for none.
        direct: [tokens] in a content that begins with a quotation mark.
    """

    def __init__(self, doc: Doc, words: Sequence[str]) -> None:
        self.quoted = _quoted(words)
        self.content = np.full(len(words), _NONE)
        self.direct = np.zeros(len(words), bool)
        spans = doc.spans.get(ATTRIBUTION)
        found = list(spans) if spans is not None else []
        # One more for what is in no content.
        self._begin, self._end = np.zeros((2, len(found) + 1), np.int64)
        for number, span in enumerate(found):
            if span.label_ == "CONTENT":
                begin, end = span.start, span.end
                self.content[begin:end] = number
                self.direct[begin:end] = not _MARKS.isdisjoint(words[max(0, begin - 1) : begin + 1])
        source: dict[int, Span] = {}
        links = spans.attrs.get("links", ()) if spans is not None else ()
        for cue, other, _ in links:
            if found[other].label_ == "SOURCE":
                source.setdefault(cue, found[other])
        for cue, other, _ in links:
            if found[other].label_ == "CONTENT" and cue in source:
                self._begin[other], self._end[other] = source[cue].start, source[cue].end

    def says(self, speakers: Ints, tokens: Ints) -> NDArray[np.bool_]:
        """Whether each of some tokens is in what the speaker says, who is given by a token, too."""
        content = self.content[tokens]
        return np.asarray((self._begin[content] <= speakers) & (speakers < self._end[content]))


def _quoted(words: Sequence[str]) -> NDArray[np.bool_]:
    found = np.zeros(len(words), bool)
    begin = None
    for i in [i for i, word in enumerate(words) if word in _MARKS]:
        if begin is not None:
            found[begin:i] = True
        # Of several paragraphs of one quotation each opens it, and only the last one closes it.
        opens = words[i] in _OPENING or (words[i] in _EITHER and begin is None)
        begin = i if opens else None
    return found
