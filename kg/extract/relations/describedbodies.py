"""Described bodies: the body that a post is of, where it has no name: "the observatory's director, X".

"A spokesman for the commission", "the traders' spokeswoman", "the head of the harbour authority", "army spokesman X".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.mentions.ranks import is_title
from kg.extract.syntax import grammar, nouns
from kg.model import Mention

# Whoever holds one of these heads or speaks for a body, whatever the body is called: "the museum's director".
_OF_BODIES = frozenset(
    """
    director head president chairman chairwoman chairperson chair executive spokesman spokeswoman spokesperson manager
    treasurer coordinator curator
    """.split()
)
# Posts of a state, a part of it or a town, which no described body has.
_OF_LANDS = frozenset("minister governor mayor senator premier ambassador king queen emir sultan prefect".split())
# What has a head or a spokesman and is none that acts: events, works, times and lands.
_NO_BODIES = frozenset(
    """
    meeting session talk summit debate hearing trial race event ceremony game match tournament festival
    election campaign drive operation process programme program project scheme plan policy study survey report film
    movie series miniseries sitcom musical play show book concert opera album
    documentary video podcast song novel household
    day week month year time term rest table list queue state city town village island province region district county
    area municipality republic world land river valley part section half side one other case matter affair
    right issue budget research development investment portfolio
    """.split()
)
_OF_CAMPAIGNS = frozenset(
    "spokesman spokeswoman spokesperson manager chairman chairwoman chair director adviser strategist".split()
)
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# A state is called by these; whoever heads one need not head the state.
_STATES = frozenset({"government", "administration", "regime"})
# "Opposition lawmaker X" is of a state.
_CAMPS = frozenset({"opposition", "party", "government"})
# Whoever leads these represents who sent them.
_SENT = frozenset({"delegation", "mission", "team"})
_KINDS = frozenset({"organization", "group"})
_FAMILIES = frozenset({"family", "clan", "couple"})
_LINKS = frozenset({"of", "for", "at"})


def described_body(described: Mention, mentions: Mentions) -> Mention | None:
    """The body without a name that somebody's post is of.

    Args:
        described: a name with a post before it, or a description by a post, that no name of a body stands with.
        mentions: of the article; one of the body is added, where its noun alone tells of none.
    """
    traits = mentions.traits(described)
    words = set((traits.post or "").casefold().split())
    if _OF_LANDS & words:
        return None  # "their foreign minister": of a state
    leading = bool(_OF_BODIES & words)
    for noun in _nouns(described, mentions):
        if noun.lower_ in _SENT or (noun.lower_ in _STATES and not _SPEAKING & words):
            return None  # "the head of the military administration", who doesn't head the state
        body = mentions.of(noun)
        if body is None and described.form == "name":
            body = mentions.describe(noun, kind="organization")
        elif body is None and leading and _is_bodys(noun):
            several = noun.tag_ == "NNS" or noun.lemma_.lower() in _FAMILIES
            body = mentions.describe(noun, kind="group" if several else "organization")
        known = body is not None and (body.form == "pronoun" or mentions.traits(body).definite)
        if body is not None and known and body.form != "name" and body.kind in _KINDS:
            mentions.mark(body)
            return body
        if body is not None:
            return None  # somebody's spokesman, a city's mayor
    return None


def campaign_of(described: Mention, mentions: Mentions) -> Mention | None:
    """The campaign of somebody that a description by a post is of: "a spokeswoman for the Vestby campaign"."""
    if described.form != "description" or not _OF_CAMPAIGNS & set((mentions.traits(described).post or "").split()):
        return None
    for noun in grammar.children(mentions.head(described), "nmod"):
        if noun.lower_ != "campaign" or grammar.case(noun) not in _LINKS:
            continue
        owners = (mentions.of(child) for child in grammar.children(noun, "compound", "nmod:poss"))
        if any(one is not None and one.form == "name" for one in owners):
            body = mentions.describe(noun, kind="organization")
            mentions.mark(body)
            return body
    return None


def _nouns(described: Mention, mentions: Mentions) -> Iterator[Token]:
    """The nouns that may tell whose a post is: the owner, what "of" is followed by, what stands before the post."""
    if described.form == "name":
        start, _ = mentions.titles.get(described.span, described.span)
        title = grammar.tokens_in(mentions.doc, (start, described.start)) if start < described.start else []
        at = next((i for i, token in enumerate(title) if is_title(token)), 0)
        if at and title[at - 1].tag_ in ("NN", "NNP") and title[at - 1].lemma_.lower() in nouns.ORGANIZATIONS - _CAMPS:
            yield title[at - 1]
        return
    head = mentions.head(described)
    yield from grammar.children(head, "nmod:poss")
    for behind in grammar.children(head, "nmod"):
        if behind.i > head.i and grammar.case(behind) in _LINKS:
            yield behind


def _is_bodys(noun: Token) -> bool:
    """A common noun that may be a body's, one that is known by then: "the museum"."""
    first = next(iter(grammar.children(noun, "det", "nmod:poss")), None)
    known = first is not None and first.lower_ not in ("a", "an", "any", "each", "every", "no", "this", "another")
    return known and noun.tag_ in ("NN", "NNS") and not noun.ent_type_ and noun.lemma_.lower() not in _NO_BODIES
