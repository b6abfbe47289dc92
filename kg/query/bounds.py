"""What a SPARQL text may not do: nest too deeply, fetch from elsewhere, change data where it is to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from kg.errors import UsageError
from kg.query.syntax import tokens

_UPDATE = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
_READ = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


def refuse_depth(text: str, depth: int) -> None:
    """Refuses a text that would end the process that parses it.

    Raises:
        UsageError: there are more than `depth` brackets within brackets.
    """
    # Most queries need not be taken apart, which takes ten times as long as a small one's answer.
    if sum(map(text.count, "([{")) <= depth:
        return
    within = deepest = 0
    for token in tokens(text):
        if token.kind == "sign":
            within += (token.text in "([{") - (token.text in ")]}")
            deepest = max(deepest, within)
    if deepest > depth:
        raise UsageError(f"the query is nested too deeply: {deepest} brackets within brackets, {depth} are allowed")


def refuse_update(text: str) -> None:
    """Refuses an update with a better reason than the parser of queries gave, which has refused it.

    Raises:
        UsageError: it changes data.
    """
    first = next((token.keyword for token in tokens(text) if token.keyword in _UPDATE | _READ), None)
    if first in _UPDATE:
        raise UsageError(f"{first} changes data, and a query only reads: `kg build` and `kg delete` write the store")


def refuse_fetching(text: str, hosts: Collection[str], parse: Callable[[str], object]) -> None:
    """Refuses SERVICE and LOAD, which Oxigraph has always on, but for these hosts.

    No tokenizer decides what is a keyword, for it might be led to see a string where Oxigraph sees none: the word is
    misspelt all over the text, and where that is still SPARQL, the word was no keyword. With a host that is allowed it
    is changed into what takes the same place and fetches nothing.

    Args:
        text: a query or an update.
        hosts: with their port where it is not the usual one.
        parse: raises SyntaxError where its argument is none; it may evaluate it over nothing.

    Raises:
        UsageError: it would fetch.
        SyntaxError: it is malformed.
    """
    capitals = text.upper()  # an expression that ignores case takes twenty times as long
    if "SERVICE" not in capitals and "LOAD" not in capitals:
        return
    allowed = "|".join(re.escape(host) for host in hosts) or "(?!)"
    try:
        parse(_misspelt(_without_fetching(text, rf"<https?://(?:{allowed})(?:[/?#][^>]*)?>")))
    except SyntaxError as error:
        # Misspelt again, for the grammar needs no blanks: "1SERVICE<x>" and "SERVICEex:x" fetch too.
        parse(_misspelt(_without_fetching(text, r"[?$<]?[^\s{]+")))
        word = "SERVICE" if re.search("SERVICE", text, re.IGNORECASE) else "LOAD"
        raise UsageError(f"{word} is refused: nothing leaves this machine but to hosts in KG_ALLOW_HOSTS") from error


def _misspelt(text: str) -> str:
    return re.sub("(SERVIC)E|(LOA)D", lambda word: f"{word[0][:-1]}q", text, flags=re.IGNORECASE)


def _without_fetching(text: str, source: str) -> str:
    """The text with SERVICE and LOAD from these sources changed into GRAPH, COPY and CLEAR."""
    flags = re.IGNORECASE
    text = re.sub(rf"\bSERVICE\s+(?:SILENT\s+)?({source})", r"GRAPH \1", text, flags=flags)
    text = re.sub(rf"\bLOAD\s+(?:SILENT\s+)?({source})\s+INTO\b", r"COPY SILENT \1 TO", text, flags=flags)
    return re.sub(rf"\bLOAD\s+(?:SILENT\s+)?({source})", r"CLEAR SILENT GRAPH \1", text, flags=flags)
