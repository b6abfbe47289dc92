"""Introductions: whether a speaker is the one of whom it was told just before what he is, and not yet his name.

"Norway's fisheries secretary said on Monday. ... Secretary Ann Moen said": it is her who spoke on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.model import Statement

# "A ministry spokeswoman", and then "spokeswoman Ann Moen".
_NAMELESS = re.compile(r"(?:[Aa] |[Tt]he )[^,;]*?\bspokes(?:man|woman|person)\b")
_SPOKESPERSON = re.compile(r"(?:[Tt]he |[Ii]ts |[Tt]heir )?(?:[a-z]+ ){0,3}[Ss]pokes(?:man|woman|person),? [A-Z]")
# What somebody is, up to what is told of him: "Norway's fisheries secretary", "the president | of its commission".
_WHAT = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) )?(?:(?:[A-Z][\w.-]*,? ?)+[’']s? )?"
    r"(?P<more>(?:[\w-]+ ){0,4}?)(?P<noun>[a-z]+)(?= (?:of|for|in|at|to|who|which|from|with|on)\b|,|$)"
)
# "Secretary | Ann Moen", "the spokesperson, | Ann Moen".
_TITLED = re.compile(r"(?:[Tt]he )?(?P<more>(?:[\w-]+ ){0,3}?)(?P<noun>[A-Za-z]+),? (?=[A-Z])")
# There are many such: another one speaks.
_MANY = frozenset({"official", "diplomat", "source", "expert", "analyst", "lawyer", "witness", "resident", "lawmaker"})
# Who was one of these, and is none by his title, is another: "a deputy director" and "Director Ann Moen".
_LOWER = frozenset({"acting", "assistant", "deputy", "former", "vice"})


def introduced(one: Statement, statements: Sequence[Statement], spoken: Mapping[str, int], text: str) -> int | None:
    """The last statement, where its speaker is told by what this one is: "A spokesperson said. ... spokesperson Moen".

    Args:
        one: a statement.
        statements: of the article, in text order.
        spoken: the last statement of each who spoke in the sentences before.
        text: of the article.
    """
    if one.speaker.span is None:
        return None
    last = max(spoken.values(), default=None)
    before = None if last is None else statements[last].speaker
    if before is None or before.span is None:
        return None
    now, who = (text[slice(*span)].strip() for span in (one.speaker.span, before.span))
    if _SPOKESPERSON.match(now) is not None and _NAMELESS.match(who) is not None:
        return last
    new = one.speaker.kind == "person" and (before.kind == "unnamed" or "spokes" in who)
    return last if new and _is_titled(now, who) else None


def _is_titled(now: str, who: str) -> bool:
    """The name has the noun before it, and no other words beside it than those that told who it is."""
    told, titled = _WHAT.fullmatch(who.split(" of ")[0].rstrip(",")), _TITLED.match(now)
    if told is None or titled is None:
        return False
    noun = titled["noun"].lower()
    more, known = (set(each["more"].lower().split()) for each in (titled, told))
    return noun == told["noun"] and noun not in _MANY and more <= known and not _LOWER & (known - more)
