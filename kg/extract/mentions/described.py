"""Descriptions: the kind of actor that a noun describes, if any, and what is written like a name and is none."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.mentions.cutposts import MEMBERS, is_cut_post
from kg.extract.mentions.plainwords import is_plain, is_several
from kg.extract.syntax import grammar, nouns
from kg.extract.syntax.numbers import count
from kg.extract.syntax.position import acting
from kg.model import MentionKind

# What a camp is in politics, and what its wings are.
_OF_CAMPS = frozenset(
    """
    pro anti opposition government ruling presidential democracy democratic republican conservative liberal moderate
    nationalist unionist loyalist separatist independence reform reformist progressive socialist centrist remain leave
    yes no rival opposing other
    """.split()
)
_WINGS = frozenset({"left", "right"})
_EXTREME = frozenset({"far", "hard", "extreme", "radical"})
#: Families of one name that do something together.
LINEAGES = frozenset({"family", "clan", "dynasty"})
# What else is a body, by the words before it.
_BODIES = {
    "staff": ("general",),
    "intelligence": ("military", "defence", "defense"),
    "house": ("lower", "upper"),
}
# What one does to an office.
_WON = frozenset("win seek assume take lose reach gain clinch capture hold run".split())


def description_kind(token: Token) -> MentionKind | None:
    """The kind of actor that a noun describes, or None where it describes none."""
    lemma = token.lemma_.lower()
    if lemma == "chief" and token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "in":
        return None  # of "editor-in-chief"
    if token.text in MEMBERS:
        return "group"
    if lemma in nouns.PEOPLE or is_cut_post(token):
        return "group" if token.tag_ in ("NNS", "NNPS") else "person"
    if lemma == "camp" and any(child.ent_type_ == "PER" for child in token.children):
        return "organization"  # "the Clinton camp": a campaign's, and no refugees'
    if is_plain(token):
        return "person" if lemma == "guard" else None
    if is_several(token):
        return "group"
    if lemma == "opposition" or is_camp(token):
        return "group"  # of a parliament or country: "the opposition says"
    if lemma == "capital" and count(token) is not None and acting(token):
        return "group"  # "both capitals" are their governments
    if lemma == "capital" and token.tag_ == "NN" and _is_of_state(token):
        return "place"
    if lemma == "presidency" and not _is_office(token):
        return None
    if lemma == "foundation" and any(grammar.labelled(token, "nmod")) and not acting(token):
        return None  # "laid the foundation of a lasting peace"
    if lemma in ("house", "chamber") and _is_told(token):
        return "organization"
    if lemma in nouns.ORGANIZATIONS:
        # "The police are", "the police was": it is one, but not "a hundred police".
        several = token.tag_ in ("NNS", "NNPS") and (lemma != "police" or any(grammar.children(token, "nummod")))
        return "group" if several else "organization"
    if token.tag_ in ("NN", "NNP") and any(child.lower_ in _BODIES.get(lemma, ()) for child in token.children):
        return "organization"  # "Norway's general staff", and no staff
    if lemma == "service" and any(child.lower_ in nouns.SERVICES for child in token.children):
        return "organization"  # "the border service", and no rail service
    if lemma == "hall" and any(
        child.lower_ in ("city", "town", "village") for child in grammar.children(token, "compound")
    ):
        return "organization" if acting(token) else None  # who sits there, and not where people gather
    if lemma in ("family", "couple") and acting(token):
        return "group"  # "his family", "the couple said"
    if lemma in LINEAGES and any(child.tag_ == "NNP" for child in grammar.labelled(token, "compound")):
        return "group"  # "accused the Vestby clan"
    if lemma in nouns.NEIGHBOURS and any(child.lower_ in nouns.PERSONAL for child in token.children):
        return "person"  # "her neighbour"
    if lemma in nouns.COUNTRIES:
        return "group" if token.tag_ in ("NNS", "NNPS") else "country"
    return None


def _is_told(house: Token) -> bool:
    """Somebody tells it something: "told the house", "reminded the chamber"; it is no building."""
    at = house.i - 2
    the = at >= grammar.sentence_start(house) and house.nbor(-1).lower_ == "the"
    if house.dep_ == "compound" or (house.i + 1 < len(house.doc) and house.nbor().lower_ == "of"):
        return False  # "told the house owner"
    return the and house.doc[at].lemma_ in ("tell", "inform", "remind") and not house.ent_type_


def is_camp(token: Token) -> bool:
    """Those of one mind in politics: "the pro-reform camp", "the far right", "the Left", and no refugees' camp."""
    if token.lemma_ == "camp":
        return any(child.lower_ in _OF_CAMPS for child in grammar.children(token, "amod", "compound"))
    if token.lower_ not in _WINGS or not any(child.lower_ == "the" for child in grammar.labelled(token, "det")):
        return False
    return token.text.istitle() or any(child.lower_ in _EXTREME for child in grammar.labelled(token, "amod"))


def _is_office(presidency: Token) -> bool:
    """Those who work for a president: not his time, "his presidency", nor what he ran for, "won the presidency"."""
    if any(child.lower_ in nouns.PERSONAL or child.ent_type_ == "PER" for child in presidency.children):
        return False
    if presidency.head.lemma_.startswith("spokes"):
        return True  # "a spokesman for the presidency", for which nobody runs
    if any(child.lower_ in ("a", "an", "this", "that", "whose", "vice") for child in presidency.children):
        return False  # "a Vestby presidency" is one that may come
    sought = presidency.dep_ == "obj" and presidency.head.lemma_ in _WON
    job = presidency.dep_ in grammar.SUBJECTS and presidency.head.pos_ == "NOUN"  # "the presidency is a hard job"
    return not sought and not job and grammar.case(presidency) not in ("for", "to", "over", "during", "throughout")


def _is_of_state(token: Token) -> bool:
    """The capital of a state that is told, "Mali's capital", without the name of the city beside it."""
    if any(child.ent_type_ == "LOC" for child in grammar.children(token, "appos")):
        return False
    return any(child.ent_type_ in ("LOC", "MISC") for child in grammar.children(token, "amod", "compound", "nmod:poss"))


def is_titled(token: Token) -> bool:
    """A description that is written like a name: "the Special Envoy", "the Chair", "Government has ordered"."""
    bare = token.lower_ in ("government", "cabinet") and not token.ent_type_ and token.dep_ in grammar.SUBJECTS
    named = token.tag_ == "NNP" and (bare or any(child.lower_ == "the" for child in grammar.labelled(token, "det")))
    return named or is_cut_post(token) or token.text in MEMBERS


def is_member(token: Token) -> bool:
    """One person, by the party alone: "the Ohio Republican", "its top Democrat"; not the party, nor what is of it."""
    if token.lower_ not in nouns.PARTISANS or token.tag_ not in ("NN", "NNP", "JJ") or token.ent_iob_ != "B":
        return False
    end = token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
    modifying = token.dep_ in ("amod", "compound", "nmod:desc", "flat")
    whose = any(grammar.children(token, "nmod:poss")) and any(grammar.children(token, "amod"))
    article = any(child.lower_ in ("the", "a", "an") for child in grammar.children(token, "det"))
    return end and not modifying and (article or whose)
