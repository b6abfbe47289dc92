"""Post bodies: the body that a post is of, behind the words that name the post, whatever the tree hangs it on.

"A professor at Vestby University", "head of the advocacy group Harbour Watch", "founder and chief of Fjordline".
"""

from __future__ import annotations

import re

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import nouns
from kg.model import Mention

_AT = r"(?:of|at|for|with)"
# Behind a post up to its body, what the body is between them: "of the right-wing ", "at the non-profit ".
_OF = re.compile(rf" {_AT} (?:the |an? )?(?:[a-z][\w-]* ){{0,3}}")
# Of "director of the advocacy group" the name follows at once.
_WITHIN = re.compile(rf"\b{_AT} (?:the |an? )?[a-z][\w -]*$")
# Behind a post that somebody is yet to have, up to which its description goes: "president|-elect of".
_TO_BE = ("-elect", "-designate")
# A second post of the same body: " and chief executive of ", ", chairman and chief executive of ".
_AND = re.compile(
    rf"(?:, (?P<first>[A-Za-z-]+(?: [A-Za-z-]+)?))?,? (?:and|&) (?P<post>[A-Za-z-]+(?: [A-Za-z-]+){{0,2}}) {_AT} "
    r"(?:the )?"
)
# With these a phrase of its own begins, or another office: "and a professor at", "and former director of".
_APART = frozenset("a an the his her their its former later then now also who previously one".split())


def body_behind(described: Mention, mentions: Mentions) -> Mention | None:
    """The body that follows a description of somebody by his post, where the description has none.

    Args:
        described: a description with a post.
        mentions: of the article.
    """
    text, end = mentions.text, described.end
    end += next((len(rest) for rest in _TO_BE if text.startswith(rest, end)), 0)
    if _WITHIN.search(text, described.start, end) is not None:
        return _body_at(end + 1, mentions) if text[end : end + 1] == " " else None
    if (link := _OF.match(text, end)) is not None:
        return _body_at(link.end(), mentions)
    link = _AND.match(text, end)
    if link is None:
        return None
    posts = [link["post"], *([link["first"]] if link["first"] else [])]
    known = all(any(word.casefold() in nouns.POSTS for word in post.split()) for post in posts)
    apart = any(word.casefold() in _APART for post in posts for word in post.split())
    return _body_at(link.end(), mentions) if known and not apart else None


def _body_at(position: int, mentions: Mentions) -> Mention | None:
    """The organization that is named from a character on; none that is only in somebody's title ("House Speaker X")."""
    token = mentions.starting_at(position)
    body = mentions.of(token) if token is not None else None
    if body is None or body.start != position or body.kind != "organization" or body.form != "name":
        return None
    titled = any(start <= body.start and body.end < end for start, end in mentions.titles.values())
    return None if titled else body
