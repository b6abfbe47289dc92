"""Front matter: the fields that a text file states above its text, between lines of dashes."""

from __future__ import annotations

import re


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The ``key: value`` lines between ``---`` lines that `text` opens with, and the rest.

    Of YAML only what front matter uses: scalars, quoted or bare, and lists of them; no library for that.
    """
    found = re.match(r"\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", text[:20_000], re.DOTALL)
    if found is None:
        return {}, text
    values: dict[str, str] = {}
    name = ""
    for line in found[1].splitlines():
        if (listed := re.match(r"\s*-\s+(.*)", line)) and name:
            values[name] = ", ".join(filter(None, (values[name], _scalar(listed[1]))))
        elif keyed := re.match(r"([A-Za-z][\w -]*?)\s*:(?:\s+(.*)|$)", line):
            name = keyed[1]
            values[name] = _value(keyed[2] or "")
        elif line.strip() and not line.lstrip().startswith("#") and not line.startswith((" ", "\t")):
            return {}, text
    return values, text[found.end() :]


def _value(written: str) -> str:
    stripped = written.strip()
    if stripped.startswith("[") and stripped.endswith("]"):
        return ", ".join(filter(None, map(_scalar, stripped[1:-1].split(","))))
    return "" if stripped in ("|", ">", "|-", ">-", "null", "~") else _scalar(stripped)


def _scalar(written: str) -> str:
    stripped = written.strip()
    if len(stripped) > 1 and stripped[0] == stripped[-1] and stripped[0] in "\"'":
        return stripped[1:-1]
    return re.sub(r"\s+#.*$", "", stripped)
