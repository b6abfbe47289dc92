"""Principals: the person for whom somebody speaks or whose lawyer he is, as the words beside the post tell.

"Vestby's spokeswoman, Mara Dahl", "Mara Dahl, a lawyer for Ms Vestby", "Vestby spokeswoman Mara Dahl". A body that
stands with the post has it instead, but for one that stands in the person's own title: "President Vestby's spokesman".
"""

from __future__ import annotations

import re

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.model import Mention, Predicate

_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_LAWYERS = frozenset({"lawyer", "attorney", "barrister", "solicitor", "counsel", "advocate"})
# Lawyers of a state or a court: "the district attorney", "special counsel X", "the attorney general".
_OF_STATES = frozenset({"general", "district", "u.s.", "us", "state", "special", "city", "county", "assistant"})
_LINKS = frozenset({"for", "of", "to"})
# Between a person's name and the post of whoever is his: "’s personal ", " ".
_OWN = re.compile(r"(?:['’]s?)? (?:[a-z][\w-]* ){0,2}?$")
_REACH = 60  # characters of a title


def office(post: str) -> Predicate | None:
    """How whoever has the post stands to a person whose it is."""
    words = set(post.casefold().split())
    if words & _SPEAKING:
        return "spokesperson_for"
    return "represents" if words & _LAWYERS and not words & _OF_STATES else None


def principal(described: Mention, holder: Mention, body: Mention | None, mentions: Mentions) -> Mention | None:
    """The person whose spokesman or lawyer somebody is.

    Args:
        described: the name with a title or the description that has the post.
        holder: whose post it is.
        body: what the post is of, as far as a body is told.
        mentions: of the article.
    """
    if office(mentions.traits(described).post or "") is None:
        return None
    whose = _before(described, mentions) if described.form == "name" else _owner(described, mentions)
    if whose is None or whose.span == holder.span:
        return None
    start = mentions.titles.get(whose.span, whose.span)[0]
    return whose if body is None or (start <= body.start and body.end <= whose.start) else None


def _owner(described: Mention, mentions: Mentions) -> Mention | None:
    """The person in a description: "Ms Vestby's lawyer", "his lawyer", "a spokeswoman for Ms Vestby"."""
    head = mentions.head(described)
    for token in grammar.children(head, "nmod:poss", "nmod"):
        linked = token.dep_ == "nmod:poss" or (token.i > head.i and grammar.case(token) in _LINKS)
        one = mentions.of(token) if linked else None
        if one is not None and one.kind == "person" and not mentions.traits(one).plural:
            return one
    return None


def _before(name: Mention, mentions: Mentions) -> Mention | None:
    """The person right before a post that stands before a name: "Vestby spokeswoman X", "Vestby's lawyer X"."""
    start = mentions.titles.get(name.span, name.span)[0]
    post = mentions.traits(name).post or ""
    at = mentions.text.find(post.split()[0], start, name.start)
    if at < 0:
        return None
    people = [one for one in mentions.within((max(0, start - _REACH), at)) if one.kind == "person"]
    last = max(people, key=lambda one: one.end, default=None)
    if last is None or (last.form == "description" and last.span == name.span):
        return None
    between = mentions.text[last.end : at]
    own = last.form == "pronoun" and between == " "  # "his lawyer X"
    return last if own or (last.form == "name" and _OWN.fullmatch(between)) else None
