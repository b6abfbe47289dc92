"""Pairs: names in what the network took for one: "the Jordanian-Lebanese border", "the Saudi-led coalition"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from spacy.tokens import Token

from kg.extract.mentions.labels import BODIES
from kg.extract.syntax import nouns

if TYPE_CHECKING:
    from kg.extract.mentions.names import Name

_HYPHENS = frozenset("-‐‑–")
# Before a hyphen they say how something is to a state: "Pro-Russian".
_TOWARDS = frozenset({"pro", "anti", "non", "post", "pre", "ex"})
# With these a word is of a language, a time or a manner, and of no state today: "Russian-speaking", "Soviet-era".
_NOBODYS = frozenset({"speaking", "language", "medium", "speaker", "speakers", "era", "style", "type"})
# Of no state: "Afro-Brazilian", "Euro-Atlantic", "Indo-Pacific", "Anglo-Saxon".
_BEFORE = frozenset("afro euro pan trans judeo african asian latin native central south north".split())
_BEHIND = frozenset("pacific atlantic european asian african caribbean saxon aryan christian".split())
# People of one state whom the first word parts from the others: "Greek-Cypriot", "Irish-American", "French-Canadian".
_GROUPS = frozenset("cypriot serb croat tatar bosniak".split())
_SETTLED = frozenset("american canadian australian".split())
# What only two states have between them, so that such a pair is no kind of people: "Russian-American talks".
_BETWEEN = frozenset(
    """
    relation relationship tie talk negotiation border frontier war conflict dispute rivalry tension treaty agreement
    deal accord pact summit meeting alliance cooperation dialogue partnership friendship trade rapprochement
    """.split()
)
# What is people's, who are of both: "a British-Pakistani family".
_OF_PEOPLE = frozenset(
    "people family community couple national descent origin heritage ancestry identity household neighborhood "
    "neighbourhood wife husband mother father son daughter child girl boy parent dual".split()
)

# Behind a comma they are of the name of one town: "Washington, D.C.".
_OF_CAPITAL = frozenset({"D.C.", "DC", "D.C"})
# Tags of the words from an adjective to the end of its phrase, whatever the tree makes of them.
_IN_PHRASES = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH"})


def parted(names: Iterable[Name]) -> Iterator[Name]:
    """The names, and in place of what the network took for one word of a nationality those of the states in it.

    Of a town and its land, "Moen, Vestby Province", both, and of a body and one of its people, "NSC's Malaya".
    """
    for name in names:
        parts = _parts(name) if name.label == "MISC" else _places(name) if name.label == "LOC" else []
        if name.label == "ORG" and _is_of_one(name.tokens):
            yield from (name.of(name.tokens[:1], "ORG"), name.of(name.tokens[2:], "PER"))
        else:
            yield from (name.of(part, name.label) for part in parts) if parts else [name]


def _places(name: Name) -> list[list[Token]]:
    """The town and what it lies in, of which the network made one place: "Moen, Vestby Province"."""
    comma = next((i for i, token in enumerate(name.tokens) if token.text == ","), 0)
    behind = name.tokens[comma + 1 :]
    if not comma or not behind or behind[0].text in _OF_CAPITAL or name.tokens[comma - 1].text[-1] == ".":
        return []  # "St., Louis"
    return [name.tokens[:comma], behind]


def _is_of_one(tokens: list[Token]) -> bool:
    """The letters of a body have a possessive's ending and somebody behind it."""
    if len(tokens) not in (3, 4) or tokens[1].tag_ != "POS" or not (tokens[0].text.isupper() and len(tokens[0]) > 1):
        return False
    return all(one.tag_ == "NNP" and one.text.istitle() and one.lower_ not in BODIES for one in tokens[2:])


def _parts(name: Name) -> list[list[Token]]:
    """The words for states that hyphens join in the name; none where they are no words of their own."""
    parts: list[list[Token]] = [[]]
    for token in name.tokens:
        if token.text in _HYPHENS:
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) == 1 or not all(parts):
        return []
    first, last = parts[0][0], parts[-1][0]
    if first.lower_ in _TOWARDS:
        return parts[1:]
    if not first.text[0].isupper():
        return []
    if last.text.islower():
        return parts[:-1] if last.lower_ not in _NOBODYS else []  # "Saudi-led"
    return parts if _are_states(parts) else []


def _are_states(parts: list[list[Token]]) -> bool:
    """The words stand before something that two states have, and that is nobody who is of both."""
    words = {part[-1].lower_ for part in parts}
    last = parts[-1][-1]
    if not all(part[0].text[0].isupper() for part in parts) or parts[0][0].lower_ in _BEFORE:
        return False
    if words & _BEHIND or last.lower_ in _GROUPS:
        return False
    behind = list(takewhile(lambda token: token.tag_ in _IN_PHRASES, last.doc[last.i + 1 : last.sent.end]))
    if not any(token.tag_.startswith("N") for token in behind) or behind[0].ent_type_ == "PER":
        return False
    lemmas = {token.lemma_.lower() for token in behind}
    if last.lower_ in _SETTLED:
        return bool(lemmas & _BETWEEN)
    return not lemmas & (nouns.PEOPLE | _OF_PEOPLE)
