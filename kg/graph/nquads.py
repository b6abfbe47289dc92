"""N-Quads, written straight as text: an article has some 2,000 quads, and objects of rdflib cost 20 times as much."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from kg.errors import SkipArticle
from kg.vocabulary import XSD

# What a literal must not hold as it is. N-Quads asks for the quotation mark, the backslash and the two line ends;
# the other control characters and line separators are escaped too, so that a line stays a line in every tool.
# Lone surrogates are no characters: no UTF-8 holds them.
_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# What an IRI may hold beside letters, digits and "%" with two hexadecimal digits: RFC 3987 without square brackets,
# which are right in few places, and without the spaces beyond ASCII, which rdflib's parser refuses.
_NOT_IN_IRI = re.compile(
    "[^A-Za-z0-9._~:/?#@!$&'()*+,;=%\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd-]|%(?![0-9A-Fa-f]{2})|\\s"
)


def escaped(text: str) -> str:
    """The text as it stands between the quotation marks of a literal; a lone surrogate becomes U+FFFD."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def iri(text: str) -> str:
    """The text as an IRI that came from outside: what no IRI may hold is percent-encoded."""
    address, hash_, fragment = text.partition("#")
    return _NOT_IN_IRI.sub(_percent, address + hash_ + fragment.replace("#", "%23"))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "surrogatepass"))


def decimal(number: float, digits: int) -> str:
    """The number in the canonical form of xsd:decimal, the one that Oxigraph gives back: "0.9", "1", never "1.0"."""
    text = format(Decimal(repr(round(number, digits))), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def instant(value: str, source: str) -> tuple[str, str, str]:
    """The literal value and datatype of an article's date, and its day.

    Args:
        value: ISO 8601 date, or date and time.
        source: where the article was read, for the message.

    Raises:
        SkipArticle: it is no such date.
    """
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise SkipArticle(source, f"published is no date: “{value}”; give it as YYYY-MM-DD") from error
    day = moment.date().isoformat()
    if _is_date(value):
        return day, XSD.date, day
    return _moment(moment), XSD.dateTime, day


def _moment(moment: datetime) -> str:
    """The canonical form of xsd:dateTime, the one that Oxigraph gives back."""
    offset = moment.utcoffset()
    if offset is not None and (offset % timedelta(minutes=1) or abs(offset) > timedelta(hours=14)):
        moment = moment.replace(tzinfo=None)  # xsd:dateTime has no such zone; the day stays the one that was written
    text = moment.isoformat()
    if moment.microsecond:
        text = re.sub(r"(\.\d*?)0+(?=\D|$)", r"\1", text)
    return text.replace("+00:00", "Z")


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


class Lines:
    """The lines of one named graph, each once.

    Args:
        graph: IRI of the graph.
    """

    __slots__ = ("_lines", "_tail")

    def __init__(self, graph: str) -> None:
        self._tail = f" <{graph}> .\n"
        self._lines: set[str] = set()

    def link(self, subject: str, predicate: str, target: str | None) -> None:
        """Adds the quad with an IRI as its object; none where there is no object."""
        if target is not None:
            self._lines.add(f"<{subject}> <{predicate}> <{target}>{self._tail}")

    def text(self, subject: str, predicate: str, text: str | None) -> None:
        """Adds the quad with a string as its object; none where there is no text."""
        if text:
            self._lines.add(f'<{subject}> <{predicate}> "{escaped(text)}"{self._tail}')

    def value(self, subject: str, predicate: str, value: str, datatype: str) -> None:
        """Adds the quad with a typed literal as its object."""
        self._lines.add(f'<{subject}> <{predicate}> "{escaped(value)}"^^<{datatype}>{self._tail}')

    def flag(self, subject: str, predicate: str, value: bool) -> None:
        """Adds the quad with true as its object; none for false."""
        if value:
            self.value(subject, predicate, "true", XSD.boolean)

    def sorted(self) -> bytes:
        """The lines in code-point order, in UTF-8."""
        return "".join(sorted(self._lines)).encode()
