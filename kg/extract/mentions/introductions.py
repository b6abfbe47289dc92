"""Introductions: people described and named by the words beside each other, whatever the tree makes of them.

Right beside each other ("the minister, X"), as a name that somebody gives, by a lead that the next sentences take up.
"""

from __future__ import annotations

import re

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.numbers import singular
from kg.ids import fold
from kg.model import Mention

# How somebody who is described gives a name, up to it; and the most characters that this takes.
_GIVEN = re.compile(
    r",? who (?:(?:only )?gave (?:his|her|their) name (?:only )?as|(?:only )?(?:identified|named) (?:him|her)self "
    r"(?:only )?as|(?:(?:only )?(?:asked|wished|wanted) to be|would be|was) (?:identified|named) (?:only )?as) $"
)
_LONGEST = 60
# Whom a lead describes is named at most so many sentences after it.
_TAKEN_UP = 4


def introduce(people: list[Mention], mentions: Mentions) -> None:
    """Records which descriptions and names of people the words put equal, and gives posts to whose they are."""
    _equate_neighbours(people, mentions)
    _equate_trailing(people, mentions)
    _equate_given(people, mentions)
    _equate_lead(people, mentions)
    _entitle(people, mentions)


def _equate_neighbours(people: list[Mention], mentions: Mentions) -> None:
    """Joins a person's name and a description with nothing but a comma between, whatever the tree makes of them."""
    names = {mentions.titles.get(one.span, one.span)[0]: one for one in people if one.form == "name"}
    descriptions = {one.start: one for one in people if one.form == "description"}
    for one in people:
        if mentions.text[one.end : one.end + 2] != ", ":
            continue
        other = (descriptions if one.form == "name" else names).get(one.end + 2)
        if other is None or one.form == "pronoun" or mentions.traits(one).sentence != mentions.traits(other).sentence:
            continue
        described, named = (other, one) if one.form == "name" else (one, other)
        owns = subjects.is_possessor(mentions.head(described))  # "Moen, the president's wife"
        if owns or _begins(other, one, mentions) or (named is other and _is_beyond(named, described, mentions)):
            continue
        known = mentions.traits(described)
        if mentions.text[: one.start].endswith("for ") and not known.definite:
            continue  # "the camp of Vestby for mayor, Tor Brask"
        introduced = known.definite or (bool(known.post) and mentions.text[named.end : named.end + 1] == ",")
        if known.equals is None and (known.post if one.form == "name" else introduced):
            mentions.equal(described, named)


def _begins(second: Mention, first: Mention, mentions: Mentions) -> bool:
    """With the second a clause begins that the first only opens: "Asked about the minister, Moen said"."""
    head, before = mentions.head(second), mentions.head(first)
    closed = mentions.text[second.end : second.end + 1] == ","
    opens = head.dep_ == "nsubj" and before.i < head.i < head.head.i  # and not "said its chair, Moen"
    # "The panel's chairman, Crowell (R-Mo.), said": beside the name, and within no phrase before it.
    within = before.head.i != head.head.i or any(grammar.children(before, "case"))
    return not closed and opens and within and head.head.is_ancestor(before)


def _is_beyond(named: Mention, described: Mention, mentions: Mentions) -> bool:
    """The name stands beside the whole phrase: of "the adviser to the president, Moen" not beside the president."""
    head, below = mentions.head(named), mentions.head(described)
    return head.dep_ == "appos" and below.dep_ == "nmod" and head.head.is_ancestor(below) and head.head.i != below.i


def _equate_trailing(people: list[Mention], mentions: Mentions) -> None:
    """Joins a post and the name right after its place, whatever the tree is: "the envoy to Tehran Ge Rongjian"."""
    names = {one.end: one for one in people if one.form == "name"}
    for one in people:
        named, traits = names.get(one.end), mentions.traits(one)
        if one.form != "description" or named is None or not traits.post or traits.equals is not None:
            continue
        before = mentions.ending_at(named.start - 1)
        place = mentions.of(before) if before is not None and named.start > one.start else None
        if place is not None and place.kind in ("place", "nationality") and place.end == named.start - 1:
            mentions.equal(one, named)


def _equate_given(people: list[Mention], mentions: Mentions) -> None:
    """Joins somebody described and the name that he gave: "a resident, who asked to be identified only as Kamal"."""
    described = {one.end: one for one in mentions if one.form == "description" and one.kind == "person"}
    for name in people:
        start = mentions.titles.get(name.span, name.span)[0]
        given = _GIVEN.search(mentions.text, max(0, start - _LONGEST), start) if name.form == "name" else None
        one = described.get(given.start()) if given is not None else None
        if one is None and given is not None:  # whose clause the tree has within the description
            one = next((each for each in described.values() if each.start < given.start() and each.end >= start), None)
        if one is not None and mentions.traits(one).equals is None:
            mentions.equal(one, name)


def _equate_lead(people: list[Mention], mentions: Mentions) -> None:
    """Joins whom a lead describes and whom the next sentences name: "Malawi's interior minister ... The minister, X,".

    Only where all who were described by that noun just before are described alike: of two ministers either may be X.
    """
    described = [one for one in people if one.form == "description"]
    for taken_up in described:
        traits = mentions.traits(taken_up)
        if traits.equals is None or not traits.definite or traits.within or fold(traits.text) != traits.noun:
            continue
        before = [
            one
            for one in described
            if mentions.traits(one).noun == traits.noun
            and 0 < traits.sentence - mentions.traits(one).sentence <= _TAKEN_UP
        ]
        called = {fold(mentions.traits(one).text) for one in before}
        named = mentions.at(traits.equals)
        words = mentions.traits(named).text
        known = any(one.start < taken_up.start and mentions.traits(one).text == words for one in people)
        if named.form == "name" and len(called) == 1 and called != {traits.noun} and not known:
            for one in before:
                if mentions.traits(one).equals is None:
                    mentions.equal(one, named)


def _entitle(people: list[Mention], mentions: Mentions) -> None:
    """Gives the post of a title to all whose names follow it: "Presidents X of Oman and Y of Chad"."""
    for one in people:
        title = mentions.ending_at(one.start - 1) if one.span in mentions.titles else None
        if title is None or singular(title) is None:
            continue
        for other in map(mentions.of, grammar.conjuncts(mentions.head(one))[1:]):
            if other is not None and other.kind == "person" and other.form == "name":
                mentions.entitle(other, one)
