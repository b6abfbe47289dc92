"""Things: what one does by telling of a thing: "stressed the need for calm", "highlighted the union's role"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import states
from kg.extract.syntax.quotes import Quotes
from kg.extract.words.byobject import MERITS
from kg.extract.words.cues import STRESSING
from kg.extract.words.modality import is_negated
from kg.model import Act

_NEEDS = frozenset({"need", "necessity", "urgency"})
# Who only mentions a need asks for nothing yet.
_NAMING = frozenset({"discuss", "mention", "refer", "refer to"})
# What is praised where it is stressed how much it matters; what people do is supported.
_FRIENDSHIPS = frozenset({"friendship", "partnership", "relation", "relationship", "tie"})
_BONDS = _FRIENDSHIPS | MERITS
# What they are where they are good.
_FIRM = frozenset(
    """
    brotherly close deep deep-rooted durable firm fraternal historic historical ironclad robust solid special strong
    unbreakable unshakable unshakeable
    """.split()
)
_WORTH = frozenset({"importance", "significance"})


def by_thing(one: Link, lemma: str, thing: Token) -> Act | None:
    """What the speaker does by it, or None where it does nothing.

    Args:
        one: an attribution whose cue leaves the act to what is said.
        lemma: of its cue.
        thing: the main word of what is said.
    """
    if thing.pos_ != "NOUN" or thing.head.i != one.head.i or states(thing) or is_negated(one.head):
        return None
    if thing.lemma_ in _NEEDS:
        return "demand" if lemma not in _NAMING else None
    if one.head.lemma_ not in STRESSING:
        return None
    if thing.lemma_ in _WORTH:
        return _by_worth(thing)
    ours = any(child.tag_ == "PRP$" for child in thing.children)
    whose = any(grammar.children(thing, "nmod:poss", "nmod")) and not ours
    return "praise" if thing.lemma_ in MERITS and whose else None


def is_question(one: Link, quotes: Quotes) -> bool:
    """It is no more than a question in quotation marks: '"Where were the police?" said'.

    Args:
        one: the attribution.
        quotes: of the article.
    """
    words = one.contents[0]
    ends = [token.text for token in words if token.text in (".", "!", "?")]
    return (
        len(one.contents) == 1 and ends == ["?"] and all(quotes.quoted(token.idx) for token in words if token.is_alpha)
    )


def is_bond(predicate: Token) -> bool:
    """Ties are said to be good: "relations between the two countries are strong", "the friendship is a deep one"."""
    subject = subjects.subject(predicate)
    if subject is None or subject.lemma_ not in _FRIENDSHIPS or is_negated(predicate):
        return False
    near = any(child.lower_ == "to" for each in predicate.children for child in each.children)  # "close to collapse"
    return not near and any(each.lemma_ in _FIRM for each in (predicate, *grammar.labelled(predicate, "amod", "conj")))


def _by_worth(worth: Token) -> Act | None:
    """What matters to the speaker: "the importance of our ties" praises, "of working together" supports."""
    for thing in grammar.children(worth, "nmod", "acl"):
        if thing.lemma_ in _BONDS:
            return "praise"
        continued = any(child.tag_ == "VBG" for child in grammar.labelled(thing, "amod"))  # "continuing cooperation"
        if continued or (thing.dep_ == "acl" and thing.tag_ == "VBG"):
            return "support"
    return None
