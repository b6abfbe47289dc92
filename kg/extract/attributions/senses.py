"""Senses: verbs of saying that tell of a deed here, by what stands beside them: "committed a crime", "ended the visit".

The network takes most of them rightly, and each verb now and then in its other sense.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar, nouns

# What one does by these to these, and says nothing by it.
_DONE_TO: dict[str, frozenset[str]] = {
    "commit": frozenset(
        """
        abuse act adultery aggression assault atrocity attack blunder burglary crime error felony fraud genocide
        injustice kidnapping massacre mistake murder offence offense perjury rape robbery sin suicide theft treason
        violation violence
        """.split()
    ),
    "conclude": frozenset(
        "campaign conference course journey leg meeting round session summit tour trial trip visit".split()
    ),
    "call": frozenset({"ambulance", "race", "taxi"}),  # "called the race for Vestby"
    "project": frozenset({"aura", "confidence", "image", "power", "strength", "worldview"}),
    "submit": frozenset({"form", "recipe", "sample", "ticket", "vote"}),
    "undertake": frozenset({"expedition", "journey", "project", "repair", "review", "study", "trip", "work"}),
}
# What is said to be so by a passive with these, and nobody says it: "is best remembered as a poet".
_KNOWN_AS = {"remember": ("as", "for"), "recognise": ("as",), "recognize": ("as",), "know": ("as", "for")}
# For these somebody is challenged who has them.
_HELD = frozenset("chair crown job leadership nomination office position post presidency seat title".split())
# Who is dismissed, and from no post: so are they who are not taken seriously.
_DISAGREEING = frozenset("activist critic demonstrator opponent protester protestor rival sceptic skeptic".split())
# Nobody asks by "the question is whether".
_OPEN = frozenset({"question", "issue", "problem"})


def is_other(one: Link, lemma: str, *, said: bool) -> bool:
    """The verb has a sense in which nothing is said.

    Args:
        one: an attribution.
        lemma: of its cue.
        said: something is said to be so or to be done, or is quoted.
    """
    head = one.head
    asks = any(token.lemma_ in _OPEN and token.pos_ == "NOUN" for token in one.cue)
    if asks and one.speaker is None and any(token.lemma_ == "be" for token in one.cue):
        return True
    if head.pos_ != "VERB":
        return False
    things = [*grammar.children(head, "obj", "nsubj:pass")]
    if head.dep_ == "acl" and head.tag_ == "VBN":
        things.append(head.head)
    if any(thing.lemma_ in _DONE_TO.get(head.lemma_, ()) for thing in things) and not said:
        return True
    after = {grammar.case(child) for child in grammar.children(head, "obl", "xcomp", "advcl")}
    passive = any(grammar.children(head, "aux:pass")) and not any(grammar.labelled(head, "obl:agent"))
    if passive and one.speaker is None and after.intersection(_KNOWN_AS.get(head.lemma_, ())):
        return True
    if head.lemma_ == "identify":
        return not things and bool(after & {"as", "with"})  # "voters who identify as liberals"
    if head.lemma_ == "challenge" and any(map(_is_person, things)):  # "is challenging Vestby for the seat"
        return any(child.lemma_ in _HELD and grammar.case(child) == "for" for child in grammar.children(head, "obl"))
    if head.lemma_ == "dismiss" and "as" not in after and not said:  # "dismissed the coach"
        people = (thing.lemma_ for thing in things if thing.pos_ == "NOUN" and thing.lemma_ in nouns.PEOPLE)
        return any(noun not in _DISAGREEING for noun in people)
    return lemma == "view" and not said and "as" not in after and not any(grammar.children(head, "xcomp", "advmod"))


def _is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PER" or noun.lemma_ in nouns.PEOPLE
