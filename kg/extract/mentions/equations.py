"""Equations: mentions that the text puts equal, by apposition, by a copula, by an acronym in brackets."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.mentions import generics
from kg.extract.mentions.bodies import equate_bodies
from kg.extract.mentions.introductions import introduce
from kg.extract.mentions.labels import BODIES
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, nouns
from kg.model import Mention

# What is beside a person's name and is theirs or about them, not they.
_THINGS = (
    nouns.DOCUMENTS
    | nouns.ORGANIZATIONS
    | nouns.COUNTRIES
    | frozenset(
        """
        name alias moniker nickname pseudonym penname sector electorate episode percent degree show monument festival
        forum series novel song poem area town village event job leadership
        """.split()
    )
)
# What a company may be as well as a person.
_MAKERS = frozenset("maker producer developer supplier owner publisher builder".split())


def equate(mentions: Mentions) -> None:
    """Records which names and descriptions of an article are put equal."""
    for token in mentions.tokens:
        _describe_apposed(token, mentions)
    for token in mentions.tokens:
        pair = _pair(token, mentions)
        if pair is not None:
            _equate(*pair, mentions)
    for token in mentions.tokens:
        if token.dep_ == "conj":
            _equate_joined(token, mentions)
    people = [mention for mention in mentions if mention.kind == "person"]
    introduce(people, mentions)
    equate_bodies(mentions)


def _describe_apposed(token: Token, mentions: Mentions) -> None:
    """What stands beside a name is what bears it: "his wife, Jane", "Clinton's introducer, actress Jamie Lee Curtis".

    No list has all nouns for people; one beside a person's name needs none.
    """
    name = mentions.of(token) if token.dep_ == "appos" else None
    if name is None or name.form != "name":
        return
    if name.kind == "organization":
        _describe_body(token.head, name, mentions)
    if name.kind != "person":
        return
    noun, place = token.head, mentions.of(token.head)
    if noun.dep_ == "nmod" and place is not None and place.form == "name" and place.kind in ("place", "organization"):
        noun = noun.head  # "the mayor of Lyon, X": the tree puts X beside the town
    while _is_person(noun) and noun.i < token.i:
        described = mentions.of(noun)
        if described is None:
            described = mentions.describe(noun, kind="person")
        if described.form == "description" and described.kind == "person" and not _is_named(described, mentions):
            mentions.equal(described, name)
        if noun.dep_ != "appos":
            return
        noun = noun.head


def _is_named(described: Mention, mentions: Mentions) -> bool:
    """A name before has been put equal to it: of "the chairman, X, and its lawyer, Y" trees hang Y on the chairman."""
    equal = mentions.traits(described).equals
    return equal is not None and mentions.at(equal).form == "name"


def _is_person(noun: Token) -> bool:
    """A noun that may be somebody's: a common one, or a post, capitals or not."""
    return noun.lemma_.lower() not in _THINGS and (noun.tag_ == "NN" or noun.lemma_.lower() in nouns.POSTS)


def _describe_body(noun: Token, name: Mention, mentions: Mentions) -> None:
    """What runs, owns or makes something is the company or body that is named beside it: "its operator, X Shipping"."""
    if noun.tag_ != "NN" or noun.lemma_.lower() not in BODIES | _MAKERS or noun.i > mentions.head(name).i:
        return
    described = mentions.of(noun)
    if described is not None and described.form == "description" and described.kind == "person":
        mentions.drop([noun])
        described = None
    if described is None:
        described = mentions.describe(noun, kind="organization")
    if described.form == "description" and described.kind == "organization":
        mentions.equal(described, name)


def _pair(token: Token, mentions: Mentions) -> tuple[Mention, Mention] | None:
    """What a token puts equal: "X, the foreign minister", "the bloc (OSCE)", "X is the foreign minister"."""
    if token.dep_ == "appos":
        first, second = _beside(token, mentions), mentions.of(token)
    elif (called := _called(token)) is not None:
        first, second = mentions.of(token), mentions.of(called)
        if first is None or first.form == "name" or second is None or second.form != "name":
            return None
    elif token.pos_ in ("NOUN", "PROPN") and any(grammar.children(token, "cop")) and not _is_supposed(token):
        subject = next(grammar.children(token, "nsubj"), None)
        if grammar.negated(token) or any(child.tag_ == "MD" for child in grammar.children(token, "aux")):
            return None  # "why Vestby should be mayor"
        first, second = (mentions.of(subject) if subject is not None else None), mentions.of(token)
        if first is not None and first.form != "name" and not _is_who(first, second):
            return None
    elif token.pos_ in ("NOUN", "PROPN") and (whom := generics.told_of(token)) is not None:
        first, second = mentions.of(whom), mentions.of(token)
        if first is None or first.form != "name":
            return None
    else:
        return None
    if first is None or second is None or first.span == second.span:
        return None
    return first, second


def _is_who(first: Mention, second: Mention | None) -> bool:
    """The second names whom the first describes: "the nominee is Moen"."""
    return first.form == "description" and second is not None and second.form == "name" and second.kind == "person"


def _equate_joined(token: Token, mentions: Mentions) -> None:
    """Joins a second post to whose the first is: "X, the premier of A and head of B, said", "X is the premier and"."""
    first, second = mentions.of(token.head), mentions.of(token)
    if first is None or second is None or token.tag_ not in ("NN", "NNP") or first.form != "description":
        return
    if second.form != "description" or not mentions.traits(second).post or first.kind != "person":
        return
    name = mentions.traits(first).equals
    joined = any(child.lower_ == "and" and child.nbor(-1).text != "," for child in grammar.labelled(token, "cc"))
    if name is None or not joined or mentions.traits(second).equals is not None:
        return
    named = mentions.at(name)
    told = token.head.dep_ == "appos" or any(grammar.labelled(token.head, "cop"))
    if told and named.end < first.start and named.form == "name":
        mentions.equal(second, named)


def _is_supposed(noun: Token) -> bool:
    """Nobody tells that they are the same: "if X is the nominee", "X might be", "X is not the nominee"."""
    if grammar.negated(noun):
        return True
    words = {child.lower_ for child in grammar.children(noun, "mark", "aux")}
    return not words.isdisjoint({"if", "unless", "whether", "would", "could", "may", "might", "should", "were"})


def _beside(noun: Token, mentions: Mentions) -> Mention | None:
    """What an apposition is put beside: of people in a row the last before it, "Ortiz and Vestby, the Oslo senator".

    Trees hang it on the first.
    """
    hung = mentions.of(noun.head)
    if hung is None or hung.kind != "person" or hung.form != "name" or noun.tag_ not in ("NN", "NNP"):
        return hung
    first = nounphrases.base_phrase(noun)[0].i
    first -= first > 0 and noun.doc[first - 1].lower_ in ("the", "a", "an")  # which may hang on the name
    if first < 2 or noun.doc[first - 1].text != ",":
        return hung
    before = mentions.of(noun.doc[first - 2])
    named = before is not None and before.kind == "person" and before.form == "name" and before.start > hung.start
    return before if named else hung


def _called(noun: Token) -> Token | None:
    """By what name it is known: "The alliance, known as the Northern Front"."""
    for known in grammar.children(noun, "acl"):
        if known.tag_ == "VBN" and known.lower_ in ("known", "called", "named", "dubbed"):
            names = [child for child in known.rights if child.ent_type_ in ("ORG", "PER")]
            return next((child for child in names if grammar.case(child) in ("as", "")), None)
    return None


def _equate(first: Mention, second: Mention, mentions: Mentions) -> None:
    """Joins two people or two organizations: the description to the name, the acronym to the full name."""
    if first.kind != second.kind or first.kind not in ("person", "organization"):
        return
    names = first.form == second.form == "name"
    if names and not _is_short(mentions.traits(first).text, mentions.traits(second).text):
        return
    if second.form == "name" and first.form != "name":
        if not _is_named(first, mentions):
            mentions.equal(first, second)
    elif names or mentions.traits(second).equals is None:
        mentions.equal(second, first)


def _is_short(first: str, second: str) -> bool:
    """Of two names beside each other one is short for the other: an acronym, or "the Vestland News Agency, Vena"."""
    return _abbreviates(first, second) or (first.endswith("Agency") and " " not in second)


def _abbreviates(first: str, second: str) -> bool:
    """One is the acronym of the other: its letters are the capitals of the other, in order."""
    short, long = sorted((first.replace(".", ""), second), key=len)
    return (
        len(short) >= 2 and short.isupper() and short == "".join(char for char in long if char.isupper())[: len(short)]
    )
