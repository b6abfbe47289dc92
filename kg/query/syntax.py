"""The words of a SPARQL text, each with its place; Oxigraph gives no parse tree.

Its grammar needs no blanks: ``1GRAPH <x>`` and ``GRAPHex:x`` name a graph. The first are two words here; of the second
`prefixes` tells that it is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
  | (?P<string>\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<comment>\#[^\n\r]*)
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<word>(?:[\w:.%-]|\\.)+)
  | (?P<sign>[{};()\[\]])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Token:
    """`text` stands at `start`, and is of this kind: a name of a group of ``_TOKEN``."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def keyword(self) -> str:
        """The word in capitals, as keywords are compared; empty for what is none."""
        return self.text.upper() if self.kind == "word" and ":" not in self.text else ""


def tokens(text: str) -> Iterator[Token]:
    """The words and brackets of a query or an update; comments and operators are left out."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "comment":
            yield Token(match.lastgroup, match.group(), match.start())


def prefixes(words: list[Token]) -> dict[str, str | None]:
    """The prefixes that a text declares with their IRIs; None for one that is declared in two ways."""
    found: dict[str, str | None] = {}
    for before, name, iri in zip(words, words[1:], words[2:], strict=False):
        if before.keyword == "PREFIX" and iri.kind == "iri":
            prefix = name.text.removesuffix(":")
            address = unescaped(iri.text)
            found[prefix] = address if found.get(prefix, address) == address else None
    return found


def address_of(token: Token, declared: dict[str, str | None]) -> str | None:
    """The IRI that a token stands for; None where it is none, or the text alone does not tell."""
    if token.kind == "iri":
        address = unescaped(token.text)
        return address if _ABSOLUTE.match(address) else None
    prefix, colon, local = token.text.partition(":")
    if token.kind != "word" or not colon:
        return None
    start = declared.get(prefix)
    return None if start is None else start + re.sub(r"\\(.)", r"\1", local.rstrip("."))


def unescaped(iri: str) -> str:
    """The IRI between the angle brackets."""
    return _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), iri[1:-1])
