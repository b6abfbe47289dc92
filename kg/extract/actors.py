"""Actors: who is meant by a noun at whom something is aimed: himself, whose it is, or for whom it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract import grammar, nounphrases
from kg.extract.mentions import Mentions
from kg.model import Mention, Span

#: Nouns of bodies that stand for the country or organization before or after them: "the Turkish side".
BODIES = frozenset({"delegation", "side", "team", "negotiator", "authority", "administration", "leadership"})
# Who are a state, several, where it is only told whose they are: "our Italian friends", "her Chinese hosts".
_OF_STATES = frozenset({"ally", "friend", "host", "neighbour", "neighbor", "partner"})
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
#: No state's, though they are called by it: "the American media".
UNOWNED = frozenset({"media", "press", "public"})
# By whom a state or a body does what it does: who accuses "Danish soldiers" accuses Denmark.
_SERVANTS = frozenset(
    """
    agent airstrike commander fighter force guard gunman gunboat militant officer official policeman soldier troop
    vessel warship
    """.split()
)
# What stands before whom somebody is for or against.
_SIDED = re.compile(r"\b(?:anti|pro)[-‑–]", re.IGNORECASE)
_LONGEST_SIDE = len("anti-")
# What two have with each other, and before whom it stands: "praised the strong ties between Oslo and Rome".
_TIES = frozenset("cooperation bond friendship partnership relation relationship tie".split())
_BETWEEN = frozenset({"with", "between", "among"})
_OWNERS = frozenset({"nationality", "country", "place"})


def actors(tokens: Iterable[Token], mentions: Mentions) -> list[Mention]:
    """The mentions of these tokens and of what is coordinated with them; a thing gives its owner."""
    found: dict[Span, Mention] = {}
    for token in tokens:
        for each in grammar.conjuncts(token):
            if each.dep_ in ("amod", "compound") and each.head.lemma_ in UNOWNED:
                continue
            if each.lemma_ in _TIES and (both := actors(_tied(each), mentions)):
                found |= {mention.span: mention for mention in both}
                continue
            mention = _stands_for(each, mentions) or _titled(each, mentions) or mentions.of(each)
            if mention is None and each.lemma_ not in UNOWNED:
                owner = next(iter(grammar.labelled(each, "nmod:poss")), None)
                of = (child for child in grammar.children(each, "nmod") if grammar.case(child) in ("of", "by", "from"))
                owner = owner or next(of, None) or _behind(each)
                beside = list(grammar.children(each, "amod", "compound"))  # "a stronger British text"
                owner = owner or next((child for child in beside if mentions.of(child) is not None), None)
                mention = _stands_for(owner, mentions) or mentions.of(owner) if owner is not None else None
            if mention is None or mention.kind in ("date", "event") or is_first_person(mention, mentions):
                continue
            if is_cause(mention, mentions):
                continue
            found[mention.span] = mention
    return list(found.values())


def _tied(ties: Token) -> list[Token]:
    """Who have them with each other, or with whoever speaks."""
    named = [each for each in grammar.children(ties, "nmod:poss", "amod", "compound") if each.ent_type_]
    return named + [each for each in grammar.labelled(ties, "nmod") if grammar.case(each) in _BETWEEN]


def _titled(noun: Token, mentions: Mentions) -> Mention | None:
    """Who is named behind what he is, whatever the tree makes of it, or behind the town of his post.

    "NATO member Estonia"; "Bergen, Norway, police officer Kari Moen".
    """
    mention = mentions.of(noun)
    if (
        noun.tag_ == "NN"
        and noun.i + 1 < grammar.sentence_end(noun)
        and (mention is None or mention.form == "description")
    ):
        near = mentions.of(noun.nbor()) if noun.nbor().ent_iob_ == "B" else None
        if near is not None and near.form == "name" and near.kind in ("person", "country", "place", "organization"):
            return near
    town = mention is not None and mention.kind == "place" and mention.form == "name"
    posts = (each for each in grammar.children(noun, "appos") if town and each.tag_ == "NN")
    beside = (mentions.of(name) for post in posts for name in grammar.children(post, "appos", "flat"))
    return next((each for each in beside if each is not None and each.kind == "person"), None)


def _behind(thing: Token) -> Token | None:
    """Whose a thing is by the words right behind it, where the tree hangs them on the verb: "rejected claims by X"."""
    siblings = (one for one in grammar.children(thing.head, "obl") if grammar.case(one) == "by")
    return next((one for one in siblings if nounphrases.noun_phrase(one)[0].i == thing.i + 1), None)


def _stands_for(body: Token, mentions: Mentions) -> Mention | None:
    """Whom a delegation, a side or soldiers stand for: "Turkish" in "the Turkish side"."""
    own = mentions.of(body)  # "the coast guard" is somebody by itself
    serves = body.lemma_.lower() in _SERVANTS and (own is None or own.kind != "organization")
    if body.lemma_ not in BODIES and not serves and not (body.lemma_ in _OF_STATES and body.tag_ == "NNS"):
        return None
    owners = grammar.children(body, "nmod:poss", "amod", "compound", *(() if serves else ("nmod",)))
    kinds = _OWNERS | ({"organization"} if serves else frozenset())
    found = (mentions.of(each) for each in owners)
    known = (each for each in found if each is not None and (each.form == "name" or not serves))
    return next((each for each in known if each.kind in kinds), None)


def is_cause(mention: Mention, mentions: Mentions) -> bool:
    """Whom others are for or against, and who does nothing by it: "anti-Russia forces", "pro-Kremlin lawmakers"."""
    start = max(0, mention.start - _LONGEST_SIDE)
    return mention.form == "name" and _SIDED.search(mentions.text, start, mention.end) is not None


def is_first_person(mention: Mention, mentions: Mentions) -> bool:
    """The mention is "I", "we" or a form of these."""
    return mentions.traits(mention).noun in _FIRST_PERSON
