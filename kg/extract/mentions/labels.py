"""Labels: what a name is of where the words beside it know better than the network: "La Jornada, a newspaper"."""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.mentions.firms import without_form
from kg.extract.mentions.ranks import is_title
from kg.extract.syntax import grammar, nounphrases, nouns

#: Nouns that the name of an organization follows: "the daily X", "the rebel group X", "the grid operator, X".
BODIES = nouns.ORGANIZATIONS | frozenset(
    """
    daily weekly monthly agency station website outlet portal airline operator utility manufacturer subsidiary
    retailer lender startup start-up carmaker automaker chipmaker drugmaker planemaker shipbuilder conglomerate
    consortium venture cooperative hospital think-tank nonprofit
    """.split()
)
_MOVEMENTS = frozenset("movement party front brigade brigades army militia group".split())
_MEDIA = frozenset("newspaper daily weekly magazine broadcaster tabloid journal outlet website".split())
# What "of" and the name of a place follow.
_OF_PLACES = frozenset(
    "minister governor mayor premier town city village district province region port capital".split()
)
_OF_COASTS = frozenset("water coast shore lagoon outskirts vicinity".split())
# In what few are called by, and many places.
_LANDFORMS = frozenset(
    "shoal reef atoll strait straits islands archipelago peninsula plateau isthmus canal gulf ocean mountains".split()
)
# The address of a site that is called by it.
_SITE = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|info|co|[a-z]{2})")
# The last word of the names of bodies that has no other meaning.
_NOBODYS_LAST = frozenset(
    """
    centre center committee commission council ministry department association federation agency authority university
    institute foundation organization organisation parliament company hospital society academy
    """.split()
)
# What may be the post of a company or a state as well.
_OF_ANYTHING = frozenset({"owner", "founder", "member", "monitor"})


def label_of(tokens: list[Token], ent: TokenSpan) -> str:
    """What the name is of, a label of the network, by the words that it stands beside."""
    if ent.label_ != "ORG" and _is_body_by_words(tokens, ent):
        return "ORG"
    head, before = grammar.head_of(tokens), tokens[0].i - 1
    noun = ent.doc[before] if before >= 0 else head
    related = noun.head.i in {token.i for token in tokens} or noun.i == head.head.i
    if ent.label_ == "PER" and len(without_form(tokens)) < len(tokens):
        return "ORG"  # "Tamarack Energy"
    if ent.label_ == "PER" and len(tokens) > 1 and _is_cut_behind(tokens):
        return "ORG"  # "the Janatha Vimukthi Peramuna (JVP)"
    if ent.label_ == "PER" and related and noun.pos_ in ("NOUN", "ADJ") and noun.lemma_.lower() in BODIES:
        return "ORG"  # "told the daily Naya Sandesh"
    if ent.label_ in ("PER", "LOC") and noun.text.islower() and noun.lemma_.lower() in _MEDIA and noun.tag_ == "NN":
        return "ORG"  # "the newspaper Le Flambeau", whatever the tree hangs on what
    if ent.label_ == "PER" and noun.lower_ == "of" and noun.i > 0 and _has_places(noun.nbor(-1), tokens):
        return "LOC"  # "the chief minister of Penaga", "the waters of Tarn Vell"
    if ent.label_ == "PER" and is_body_by_apposition(head, tokens[-1]):
        return "ORG"  # "La Jornada, a newspaper in Quito, reported"
    if ent.label_ == "PER" and len(tokens) > 1 and tokens[-1].lower_ in _LANDFORMS:
        return "LOC"  # "Cobbler Shoal"
    if ent.label_ == "PER" and len(tokens) > 1 and _is_of_water(tokens, noun, head):
        return "LOC"  # "the waters of the Syr Darya"
    if ent.label_ == "LOC" and len(tokens) == 1 and _is_of_body(tokens[0]):
        return "PER"  # "NSC's Malaya said", who may be called like a town
    if ent.label_ == "ORG" and [one.lower_ for one in tokens[:2]] == ["line", "of"]:
        return "LOC"  # "across the Line of Control"
    apposed = noun.text == "," and head.dep_ == "appos"
    lone = len(tokens) == 1 if ent.label_ == "PER" else ent.label_ == "LOC"
    if lone and apposed and head.head.lemma_.lower() in BODIES:
        return "ORG"  # "its operator, Fjordline Shipping"
    if ent.label_ in ("ORG", "LOC") and is_described(head) and _is_full_name(tokens):
        return "PER"  # "our energy editor, Toomas Rebaste"
    if ent.label_ == "MISC" and len(tokens) > 1 and tokens[-1].lower_ in _MOVEMENTS:
        return "ORG"  # "the Palestinian Islamic Jihad movement"
    portfolio = ent.label_ == "ORG" and len(tokens) == 1 and tokens[0].i + 1 < ent.end
    if portfolio and ent.doc[tokens[0].i + 1].lower_ in nouns.PORTFOLIOS:
        return "MISC"  # "Uzbek Transport Minister"
    return ent.label_


def _is_body_by_words(name: list[Token], ent: TokenSpan) -> bool:
    """No person's name ends so: "International Training Centre", "moen.co.ke"."""
    if ent.label_ != "PER":
        return False
    if len(name) == 1:
        return _SITE.fullmatch(name[0].text) is not None
    return len(name) > 2 and name[-1].lower_ in _NOBODYS_LAST and name[-1].text.istitle()


def _is_cut_behind(name: list[Token]) -> bool:
    """The letters of the name stand in a bracket behind it, which the network takes for a body's."""
    bracket = name[0].doc[name[-1].i + 1 : name[-1].i + 3]
    letters = bracket[1].text if len(bracket) > 1 and bracket[0].text == "(" and bracket[1].ent_type_ == "ORG" else ""
    return len(letters) > 1 and letters.isupper() and letters[0] == name[0].text[0]


def _is_of_water(tokens: list[Token], before: Token, head: Token) -> bool:
    """Nobody's name has "the" before it: a river's, where the name alone is the noun of its phrase."""
    alone = head.dep_ not in ("compound", "nmod:poss", "amod") and all(one.tag_ == "NNP" for one in tokens)
    titled = all(one.text.istitle() for one in tokens) and not any(is_title(one) for one in tokens)
    of = before.i > grammar.sentence_start(before) and before.nbor(-1).tag_ == "IN"
    ended = tokens[-1].i + 1 >= len(before.doc) or tokens[-1].nbor().tag_ not in ("NN", "NNS", "NNP", "NNPS", "POS")
    return before.lower_ == "the" and before.text.islower() and of and alone and titled and ended


def _is_of_body(name: Token) -> bool:
    """The name of who does something stands behind the letters of a body and a possessive's ending."""
    doc, before = name.doc, name.i - 1
    if before < 1 or doc[before].tag_ != "POS" or name.dep_ not in grammar.SUBJECTS or not name.text.istitle():
        return False
    owner = doc[before - 1]
    return owner.ent_type_ == "ORG" and owner.text.isupper() and len(owner) > 1 and name.head.pos_ == "VERB"


def _has_places(noun: Token, name: list[Token]) -> bool:
    """What stands before "of" and a place: an office of one, or a word for one; or what nobody has."""
    return (len(name) == 1 and noun.lemma_.lower() in _OF_PLACES) or noun.lemma_.lower() in _OF_COASTS


def is_body_by_apposition(head: Token, last: Token) -> bool:
    """Right behind the name stands that it is a body: "X, the national rights commission, said"."""
    if last.i + 2 >= len(last.doc) or last.nbor().text != ",":
        return False
    beside = (child for child in grammar.children(head, "appos") if child.tag_ == "NN")
    return any(
        child.lemma_.lower() in BODIES and nounphrases.base_phrase(child)[0].i == last.i + 2
        for child in beside
        if any(each.lower_ in ("a", "an", "the") for each in grammar.children(child, "det"))
    )


def is_company(ent: TokenSpan) -> bool:
    """A company's name without its last word, which the network takes for somebody's or for a town's: "Tamarack"."""
    before = ent.doc[ent.start - 1] if ent.start else ent[0]
    return not is_title(before) and not (ent.label_ == "LOC" and before.tag_ == "IN")


def _is_full_name(tokens: list[Token]) -> bool:
    return len(tokens) in (2, 3) and all(token.text[:1].isupper() and not token.text.isupper() for token in tokens)


def is_described(name: Token) -> bool:
    """The name follows a post and a comma and is the same person's: "our energy editor, X Y"."""
    post = name.head
    if name.dep_ != "appos" or post.tag_ != "NN" or post.lemma_ not in nouns.POSTS - _OF_ANYTHING:
        return False
    return name.i > 0 and name.nbor(-1).text == ","
