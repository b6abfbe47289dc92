"""Constituencies: which land a lawmaker or governor is of, and of which party a politician is, told beside the name.

"Sen. Tor Vestby (D-Fla.)", "Rep. Mara Dahl, R-Ohio", "Senator Tor Vestby of Vermont", "Mara Dahl, a Michigan Democrat",
"Mara Dahl, Republican of Ohio".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract.mentions.mentions import Mentions
from kg.extract.relations.evidence import whole
from kg.extract.syntax import grammar, nouns
from kg.model import Mention, Relation

#: Parties by an adjective or a noun alone: "Democratic" of "Democratic rival X".
PARTIES = nouns.PARTISANS | {"democratic", "gop", "labour"}
# Who has another office than a seat, with a party and a land behind his name: "Gov. Tor Vestby (R-Ohio)".
_ELSEWHERE = frozenset("governor gov. mayor secretary general treasurer commissioner state candidate nominee".split())
_FORMER = re.compile(r"\b(?:former|ex|then|once|lifelong)[ -]$")
# Right behind the name, up to the land: " (D-", ", R-", " of ".
_BEHIND = re.compile(r" of (?:the )?|(?:,? \(|, )(?:[A-Z]{1,3}[-–—])?")
# The letters of a party, without which a bracket or a comma may be before anything.
_PARTY = re.compile(r"[A-Z][-–—]$")
# Where a bracket that has the land alone ends: "Rep. Tor Vestby (Ohio)".
_CLOSED = re.compile(r"\.?\)")
# Who sits for a land in a chamber, and of representatives who has it for a title: not "the agency's representative".
_LAWMAKERS = frozenset("senator sen. rep. congressman congresswoman".split())
_TITLE = "Representative"
# Of a chamber of a land, and not for it elsewhere: "Illinois state Rep. Tor Vestby".
_OF_LANDS = frozenset({"state", "provincial", "regional"})
# Between the name and the party: ", a longtime Michigan ", " of Iowa, the ranking ", ", ".
_BESIDE = re.compile(r", (?:(?:an?|the) (?:[\w.-]+ ){0,4})?")
_SHORT = 6  # characters of a preposition and the spaces around it
_LONGEST = 60  # characters between a name and the party
_OF = re.compile(r" of ")
# A lawmaker of the state as a whole sits for none: "the U.S. senator".
_NATIONAL = frozenset({"U.S.", "US", "U.S", "USA", "America", "United States", "the United States"})
# Before the land for which a lawmaker sits, in what he is called: "a U.S. senator from Vermont".
_FOR = re.compile(r"\b(?:from|of|for) $")


def land_behind(name: Mention, mentions: Mentions) -> Mention | None:
    """The place right behind a name with its title: "of Vermont", "(D-Fla.)", "R-Ohio"."""
    link = _BEHIND.match(mentions.text, name.end)
    token = mentions.starting_at(link.end()) if link is not None else None
    land = mentions.of(token) if token is not None else None
    if link is None or land is None or land.start != link.end() or land.form != "name":
        return None
    if land.kind != "place" and mentions.traits(land).label:
        return None  # what the network has no label for may be a place
    bracketed = "(" in link[0] and _CLOSED.match(mentions.text, land.end) is not None
    return land if " of " in link[0] or _PARTY.search(link[0]) or bracketed else None


def is_lawmaker(post: str) -> bool:
    """Whoever holds the post sits in a chamber for a land."""
    words = set(post.casefold().split())
    return post == _TITLE or (bool(words & _LAWMAKERS) and not words & _OF_LANDS)


def seat(lands: Iterable[Mention], mentions: Mentions) -> Mention | None:
    """For which of the lands that are told beside his post a lawmaker sits."""
    own = [one for one in lands if one.kind == "place" and mentions.traits(one).text not in _NATIONAL]
    behind = [one for one in own if _FOR.search(mentions.text, max(0, one.start - _SHORT), one.start)]
    return next(iter(behind or own), None)


def partisans(mentions: Mentions) -> Iterator[Relation]:
    """Of which party somebody is, by what stands beside his name: "a Michigan Democrat", "Republican of Kentucky"."""
    yield from _called(mentions)
    for party in mentions:
        if party.kind != "nationality" or mentions.traits(party).text.casefold() not in nouns.PARTISANS:
            continue
        token = mentions.head(party)
        behind = token.nbor() if token.i + 1 < grammar.sentence_end(token) else None
        if behind is not None and (behind.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH") or behind.text == "-"):
            continue  # "a Democratic senator", of whom the title tells
        person = _named_before(party, mentions)
        if person is None:
            continue
        yield Relation(person, "member_of", party, whole(mentions, person, party), confidence=0.8)
        link = _OF.match(mentions.text, party.end)
        lands = [one for one in mentions.within((person.end, party.start)) if one.kind == "place"]
        if link is not None and (behind := mentions.starting_at(link.end())) is not None:
            lands += [one for one in (mentions.of(behind),) if one is not None and one.kind == "place"]
        if lands and is_lawmaker(mentions.traits(person).post or ""):
            yield Relation(person, "represents", lands[-1], whole(mentions, person, party, lands[-1]), confidence=0.8)


def lettered(mentions: Mentions) -> Iterator[Relation]:
    """For which land somebody sits whose land stands behind his name: "Leader Tor Vestby, D-N.Y.", "(Ky.)"."""
    for person in mentions:
        if person.kind != "person" or person.form != "name" or (land := land_behind(person, mentions)) is None:
            continue
        link, cut = mentions.text[person.end : land.start], mentions.text[land.end - 1 : land.end + 1]
        told = _PARTY.search(link) is not None or ("(" in link and "." in cut)
        post = mentions.traits(person).post or ""
        unlabelled = not mentions.traits(land).label  # "(Ky.)" may be a place
        if told and (land.kind == "place" or unlabelled) and _ELSEWHERE.isdisjoint(post.casefold().split()):
            yield Relation(person, "represents", land, whole(mentions, person, land), confidence=0.8)


def _called(mentions: Mentions) -> Iterator[Relation]:
    """Of which party somebody is without a post, by what stands before his name: "Democratic rival Mara Dahl"."""
    for person in mentions:
        traits = mentions.traits(person)
        if person.kind != "person" or person.form != "name" or traits.post:
            continue
        for party in filter(None, map(mentions.find, traits.within)):
            before = party.end <= person.start and _FORMER.search(mentions.text[: party.start].lower()) is None
            if before and party.kind == "nationality" and mentions.traits(party).text.casefold() in PARTIES:
                yield Relation(person, "member_of", party, whole(mentions, person, party), confidence=0.8)


def _named_before(party: Mention, mentions: Mentions) -> Mention | None:
    """The person whose name ends before the comma behind which the party stands; of "X of Iowa, a Democrat" X."""
    start = max(0, party.start - _LONGEST)
    for link in _BESIDE.finditer(mentions.text, start, party.start):
        if link.end() != party.start:
            continue
        last = mentions.ending_at(link.start())
        before = mentions.of(last) if last is not None else None
        if before is not None and (before.kind == "place" or not mentions.traits(before).label):
            of = mentions.text[: before.start]
            last = mentions.ending_at(before.start - len(" of ")) if of.endswith(" of ") else None
            before = mentions.of(last) if last is not None else None
        named = before is not None and before.kind == "person" and before.form == "name"
        return before if named and before is not None and before.end <= link.start() else None
    return None
