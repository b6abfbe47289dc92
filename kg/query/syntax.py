"""The words of a SPARQL text, told apart as Oxigraph does it, and what the text would fetch.

Oxigraph gives no parse tree, and its grammar needs no blanks: ``1SERVICE <x>`` and ``SERVICEex:x`` call a service too.
Where a word may be read in two ways, it is taken for the worse one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

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
_FETCH = re.compile("SERVICE|LOAD")
#: What stands for a host that the text alone does not tell: a variable, a relative IRI.
UNKNOWN_HOST = "?"


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


def hosts(text: str) -> set[str]:
    """Hosts that SERVICE and LOAD in the text would fetch from, in lower case, with a port where one is given."""
    words = list(tokens(text))
    if any(token.kind == "iri" and "'" in token.text for token in words) and _FETCH.search(text.upper()):
        # "?a<'b>'" compares with a string, or names <'b>: who reads it in the wrong way takes code for a string.
        return {UNKNOWN_HOST}
    declared = prefixes(words)
    found = set()
    for number, token in enumerate(words):
        if token.kind != "word" or not _fetches(token, declared):
            continue
        rest = [word for word in words[number + 1 : number + 3] if word.keyword != "SILENT"]
        address = address_of(rest[0], declared) if rest and token.keyword in {"SERVICE", "LOAD"} else None
        try:
            found.add(urlsplit(address or "").netloc.rpartition("@")[2].lower() or UNKNOWN_HOST)
        except ValueError:  # no IPv6 address between the brackets
            found.add(UNKNOWN_HOST)
    return found


def _fetches(token: Token, declared: dict[str, str | None]) -> bool:
    """The word is SERVICE or LOAD, or may be read as one of them and a name after it: "SERVICEex:x"."""
    prefix, colon, _ = token.text.partition(":")
    match = _FETCH.search(prefix.upper())
    if match is None:
        return False
    if not colon or prefix not in declared:
        return True
    rest = prefix[match.end() :]
    return rest in declared or rest.upper().startswith("SILENT")
