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
    r"(?:(?P<article>[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) )?(?:(?P<owner>(?:[A-Z][\w.-]*,? ?)+)[’']s? )?"
    r"(?P<more>(?:[\w-]+ ){0,4}?)(?P<noun>[a-z]+)(?= (?:of|for|in|at|to|who|which|from|with|on)\b|,|$)"
)
# "Secretary | Ann Moen", "the spokesperson, | Ann Moen".
_TITLED = re.compile(r"(?:[Tt]he )?(?P<more>(?:[\w-]+ ){0,3}?)(?P<noun>[A-Za-z]+),? (?=[A-Z])")
# "The three-member panel", "the Oslo court": a body that "a panel", "a Norwegian court" has introduced.
_BODIES = frozenset({"court", "tribunal", "panel", "jury", "commission", "committee"})
_BODY = re.compile(r"[Tt]he (?P<more>(?:[\w-]+ ){0,4}?)(?P<noun>[a-z]+)(?: (?:in|of)\b|,|$)")
_INTRODUCED = re.compile(r"An? (?:[\w.’'-]+ ){0,5}?(?P<noun>[a-z]+)(?: (?:in|of)\b|,|$)")
# There are many such: another one speaks.
_MANY = frozenset({"official", "diplomat", "source", "expert", "analyst", "lawyer", "witness", "resident", "lawmaker"})


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
    now, last = text[slice(*one.speaker.span)].strip(), max(spoken.values(), default=None)
    for number in sorted(spoken.values(), reverse=True):
        before = statements[number].speaker
        who = "" if before.span is None else text[slice(*before.span)].strip()
        if _is_body(now, who):
            return number
        if number != last:
            continue
        if _SPOKESPERSON.match(now) is not None and _NAMELESS.match(who) is not None:
            return number
        if one.speaker.kind == "person" and (before.kind == "unnamed" or "spokes" in who) and _is_titled(now, who):
            return number
    return None


def _is_titled(now: str, who: str) -> bool:
    """The name has the noun before it, and no other words beside it than those that told who it is."""
    told, titled = _WHAT.fullmatch(who.split(" of ")[0].rstrip(",")), _TITLED.match(now)
    if told is None or titled is None:
        return False
    noun = titled["noun"].lower()
    more = set(titled["more"].lower().split())
    return noun == told["noun"] and noun not in _MANY and more <= set(told["more"].lower().split())


def _is_body(now: str, who: str) -> bool:
    """A court or a panel that was introduced by "a" is taken up by "the"."""
    body, first = _BODY.match(now), _INTRODUCED.match(who)
    return body is not None and first is not None and body["noun"] == first["noun"] and body["noun"] in _BODIES
