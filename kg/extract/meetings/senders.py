"""Senders: the states and bodies for which several come who are known by where they come from, named or not.

"Uzbek and Turkish officials", "the ministers of the two countries", "counterparts from Oman, X, and Mali, Y".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.coordination import coordinated
from kg.extract.syntax.sides import after
from kg.extract.words.envoys import ENVOYS, PRIVATE, envoys_of
from kg.model import Mention

# States that are spoken of together, by whose officials they are represented.
_STATES = frozenset("country state nation government side delegation capital neighbour neighbor their".split())
# Bodies of several states, who meet when these do: "the two countries' border commission".
_JOINT = frozenset({"commission", "committee"})
# Bodies of each of two states that meet for them: "Malian and Chadian border guards".
_PAIR, _FORCES = 2, frozenset("guard coastguard navy army force military police ministry parliament".split())
_SENT = frozenset({"delegation", "team", "side", "government"})
# Between the names of states and of those who come from them.
_WITHIN = frozenset({"of", "from", "and", "the", ",", "'s", "’s"})


def named_behind(mentions: Mentions, token: Token) -> list[Mention]:
    """Those who are named behind their states: "counterparts from Oman, X, and Mali, Y", "of Mali and Oman, X and Y".

    Only where a name goes with each state that is told, and behind a comma: of others the states are there.
    """
    if token.tag_ != "NNS" or not envoys_of(token):
        return []
    states, people, last = 0, list[Token](), token
    for word in token.doc[token.i + 1 : token.sent.end]:
        if word.ent_type_ == "LOC":
            states += word.ent_iob_ == "B"
        elif word.ent_type_ == "PER":
            if not people and last.text != "," and last.tag_ != "POS":
                return []
            people += [word] if word.ent_iob_ == "B" else []
        elif word.dep_ == "nmod:desc":
            continue  # "General X"
        elif word.lower_ not in _WITHIN:
            if word.pos_ in ("VERB", "AUX") and last.text != ",":
                return []  # "from Oman, X and Y said"
            break
        last = word
    named = [one for word in people if (one := mentions.of(word)) is not None and one.kind == "person"]
    return named if len(named) >= max(2, states) else []


def sent_by(mentions: Mentions, token: Token) -> list[Mention]:
    """The states or bodies from which several unnamed people come: "Uzbek and Turkish officials"."""
    mention = mentions.of(token)
    opening = token.i == grammar.sentence_start(token) and envoys_of(
        token
    )  # a capital makes no name: "Negotiators from"
    if mention is not None and mention.form == "name" and not opening:
        return []
    if token.lemma_.lower() in _JOINT:
        owners = [mentions.of(child) for child in grammar.children(token, "nmod:poss")]
        return [one for one in owners if one is not None and mentions.traits(one).several and _is_states(mentions, one)]
    forces = token.lemma_.lower() in _FORCES
    if not envoys_of(token) and not forces:
        return []
    plural = token.tag_ in ("NNS", "NNPS") or token.text.endswith("s")
    if not plural and token.lemma_.lower() not in _SENT:
        return []
    if any(child.lemma_.lower() in PRIVATE for child in grammar.children(token, "amod", "compound")):
        return []  # "Congolese opposition leaders" are not Congo
    senders = grammar.labelled(token, "amod", "compound", "nmod:poss")
    senders += [each for child in senders for each in grammar.labelled(child, "amod", "compound")]
    senders += after(token, "of", "from", "for")
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    if following.lower_ in ("of", "from") and following.head not in senders:
        senders.append(following.head)  # where the tree hangs the phrase on the verb
    bodies = [mentions.of(each) for each in after(token, "of", "from")]  # "members of the council", not "Dahl's aides"
    phrased = {one.span for one in bodies if one is not None}
    found = [one for child in senders for each in coordinated(child) if (one := mentions.of(each)) is not None]
    several = any(grammar.labelled(token, "nummod"))
    if forces and sum(one.kind in ("nationality", "country", "place") for one in found) < _PAIR:
        return []
    return [
        one
        for one in found
        if not (one.kind == "place" and several and one.start < token.idx)  # "the six Caspian ministers"
        if one.kind in ("place", "country", "nationality", "organization")
        or _is_states(mentions, one)
        or (one.kind == "group" and one.span in phrased and mentions.traits(one).noun not in ENVOYS)
    ]


def _is_states(mentions: Mentions, mention: Mention) -> bool:
    """Several states that are known: "the ministers of the two countries", "their ministers"."""
    return mentions.traits(mention).noun in _STATES and mention.form != "name"
