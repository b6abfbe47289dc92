"""Quotation marks: which words are quoted, and whether a stretch of text is quoted whole or in part."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.model import Span, StatementForm

_OPENING = "“„«"
_CLOSING = "”»"
_MARK = re.compile("[\"'`‘“”„«»]")  # all that may open or close a quotation
_FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'"})


def fold(text: str) -> str:
    """Typographic quotation marks and apostrophes made straight."""
    return text.translate(_FOLD)


# An opening mark behind a word or a stop and before none closes, as in German print; sites have marks turned around.
_TURNED = re.compile(r"(?<=[^\s(\[—–-])“(?!\w)")
# A quotation in single marks: they open before a word, behind none, and close behind a word or a stop and before none.
# "The parties' leaders" may go on within it; "'90s", "'em" and two marks that stand for one open nothing.
_SINGLE = re.compile(
    r"(?<![\w'‘’])['‘](?!(?:\d\ds|em|til|tis|twas|cause|n)\b)(?=\w)"
    r"[^\n]{2,1200}?(?:(?<=[,.?!…])['’](?![\w'’])|(?<=[^\W_s])['’](?![\w'’])|(?<=s)['’](?=[,.;:?!)–—]|\s[–—-]|\s*$))"
)


class Quotes:
    """The quoted stretches of a text, marks included, sorted and without overlap.

    A quotation that is opened again at the start of the next paragraph runs on (the convention of English print), so a
    missing closing mark ends at the paragraph. Straight marks and closing ones open after white space or an opening
    bracket. Single marks, of British papers, quote where no others do and both ends are told from apostrophes.
    """

    def __init__(self, text: str, spoken: tuple[Span, ...] = ()) -> None:
        """Reads the quotation marks of a text; `spoken` are stretches that are quoted without marks: turns."""
        self.text = text
        self.spans: list[Span] = []
        self._spoken = sorted(spoken)
        offset = 0
        for paragraph in text.split("\n\n"):
            self._read(paragraph, offset)
            offset += len(paragraph) + 2
        inside = [one for one in self.spans if not any(start <= one[0] and one[1] <= end for start, end in spoken)]
        self.spans = sorted([*inside, *spoken])
        self._starts = [start for start, _ in self.spans]

    def _read(self, paragraph: str, offset: int) -> None:
        opened: int | None = None
        ended = 0
        for mark in _MARK.finditer(paragraph):
            position, char = mark.start(), mark[0]
            if position < ended:
                continue
            if opened is None:
                after = paragraph[position - 1] if position else " "
                if char in "'‘" and (single := _SINGLE.match(paragraph, position)) is not None:
                    ended = single.end()
                    self.spans.append((offset + position, offset + ended))
                    continue
                doubled = paragraph.startswith(("''", "``"), position)
                if char in _OPENING or ((char in '"”' or doubled) and (after.isspace() or after in "([—–-")):
                    opened = position
            elif (
                char in _CLOSING
                or char == '"'
                or paragraph.startswith("''", position)
                or _TURNED.match(paragraph, position)
            ):
                # Two single marks are a mark of some agencies; its second one closes nothing.
                width = 2 if char == "'" else 1
                if position > opened + 1:
                    self.spans.append((offset + opened, offset + position + width))
                    opened = None
        if opened is not None:
            self.spans.append((offset + opened, offset + len(paragraph)))

    def quoted(self, position: int) -> bool:
        """The character at this position lies inside quotation marks (or is one)."""
        return self.at(position) is not None

    def turn(self, position: int) -> Span | None:
        """The turn of a transcript around a position."""
        index = bisect_right(self._spoken, (position, len(self._spoken) and self._spoken[-1][1])) - 1
        return self._spoken[index] if index >= 0 and position < self._spoken[index][1] else None

    def at(self, position: int) -> Span | None:
        """The quoted stretch around a position."""
        index = bisect_right(self._starts, position) - 1
        return self.spans[index] if index >= 0 and position < self.spans[index][1] else None


def form_of(text: str, content: tuple[Span, ...], quotes: Quotes, *, whole: bool = True) -> StatementForm:
    """Direct where all words of the content are quoted, mixed where some are, indirect where none is.

    Of a sentence of the reporter's that goes on into the quotation only part is quoted: 'expressed "deep regret"'.

    Args:
        text: of the article.
        content: what is said.
        quotes: of the article.
        whole: it begins with a clause that has its own subject.
    """
    inside = outside = 0
    for start, end in content:
        for position in range(start, end):
            if text[position].isalnum():
                quoted = quotes.quoted(position)
                inside += quoted
                outside += not quoted
    if not inside:
        return "indirect"
    # "that" before a quotation, a word in brackets after it: up to one word in twelve leaves a quotation direct.
    return "direct" if outside * 12 <= inside and (whole or not _runs_on(text, content[0][0], quotes)) else "mixed"


def _runs_on(text: str, start: int, quotes: Quotes) -> bool:
    """The reporter's own words lead without a pause to a quotation that begins amid a sentence."""
    span = quotes.at(start) or quotes.at(start + 1)
    if span is None or not start - 1 <= span[0] <= start:
        return False
    first = next((char for char in text[span[0] : span[1]] if char.isalnum() or char in "([.…"), "")
    before = text[: span[0]].rstrip()
    return first.islower() and before[-1:].isalpha()
