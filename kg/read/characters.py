"""Characters: what every string of an article consists of, wherever it was read."""

from __future__ import annotations

import re
import unicodedata

# Line ends of any kind; a vertical tab, a form feed and the Unicode separators end a paragraph.
_LINE_END = re.compile("\r\n|\r|\x85")
_PAGE_END = re.compile("[\x0b\x0c\u2028\u2029]")
# Never shown and never meant: controls, soft hyphens, zero-width and bidirectional marks, noncharacters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)
# Half a character: JSON can write it, UTF-8 and the store can't.
_HALF = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` in NFC without characters that are never seen; line ends are line feeds, page ends a blank line."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text)
    text = _UNSEEN.sub("", _PAGE_END.sub("\n\n", text))
    return unicodedata.normalize("NFC", _HALF.sub("\ufffd", text))


def one_line(text: str) -> str:
    """`text` clean, in one line, with single spaces."""
    return " ".join(clean(text).split())
