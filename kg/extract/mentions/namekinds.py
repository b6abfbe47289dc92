"""Name kinds: what a name is of, one kind in the whole article, by all that the article tells of it.

Nobody is introduced by a surname alone: a name that the network takes for a person's in one sentence and for a body's
in the next, and that has neither a title nor a longer name anywhere, is the body's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from kg.extract.mentions.labels import is_body_by_apposition
from kg.extract.mentions.titles import title_before
from kg.extract.syntax import grammar, nouns
from kg.extract.words import pronouns
from kg.givennames import FEMALE, MALE

if TYPE_CHECKING:
    from kg.extract.mentions.names import Name

# What only a body has: "Nordvik's shareholders", "Nordvik members", "a worker of Nordvik", "an analyst at Nordvik".
_OF_BODIES = frozenset(
    "shareholder share stock subsidiary headquarters employee board chairman chairwoman ceo member newsroom "
    "management".split()
)
_PEOPLE_BY = {
    "of": frozenset({"worker", "employee", "member", "shareholder", "staff", "subsidiary", "unit"}),
    "at": frozenset("analyst economist researcher strategist scientist editor reporter worker lecturer".split()),
    "in": frozenset({"share", "stake"}),
}
# What a name says that stands before it, and nobody's: "the Nordvik party".
_CALLED = frozenset(
    "party newspaper daily magazine broadcaster channel company firm airline agency union website".split()
)
# With these begin the names of papers, parties and places: "La Jornada", "Le Matin".
_ARTICLES = frozenset({"La", "El", "Le", "Los", "Las", "Les", "Il"})
# How often the words beside a name weigh as much as what the network takes it for.
_TOLD, _LIKELY = 10, 2
# What a body does, and no matter that one calls "it".
_DEALING = frozenset("acquire appeal buy employ hire invest operate produce sell sue".split())


def settled(names: Sequence[Name]) -> list[Name]:
    """The names, those that the article shows to be no person's as what they are."""
    doubted = {_text(name) for name in names if name.label == "PER" or _was_person(name)}
    people: set[str] = set()  # names, and parts of names, that are somebody's
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    bodies = _taken_up(names)
    for name in names:
        text = _text(name)
        bare, _, noun = text.rpartition(" ")
        if bare in doubted and name.label == "ORG" and noun in _CALLED:
            votes[bare]["ORG"] += _TOLD  # "the Nordvik party", where "Nordvik" is somebody in the next sentence
        if name.label == "PER" and (len(name.tokens) > 1 or _is_titled(name)) and text not in bodies:
            people.update(token.text for token in name.tokens)
            people.update(text.split(" ", 1)[1:])  # "Ag Mossa" of "Alhousseini Ag Mossa"
            people.update({text} if _is_titled(name) else ())
        if text in doubted and name.label in ("PER", "ORG", "LOC"):
            votes[text][name.label] += _TOLD if _was_person(name) else 1
            votes[text]["ORG"] += _evidence(name) if name.label != "LOC" else 0
            votes[text]["ORG"] += _TOLD * (text in bodies)
    kinds = {text: _kind(found) for text, found in votes.items() if len(found) > 1 and text not in people}
    return [
        replace(name, label=kinds[text]) if name.label == "PER" and (text := _text(name)) in kinds else name
        for name in names
    ]


def _taken_up(names: Sequence[Name]) -> set[str]:
    """Names of more words whose bearer is "it", and who has no title, trade or shorter name anywhere: "Kolbe Moen"."""
    last = Counter(name.tokens[-1].text for name in names if len(name.tokens) == 1 or _is_titled(name))
    found = {_text(name) for name in names if name.label == "PER" and _is_business(name)}
    somebody = {_text(name) for name in names if _is_titled(name) or _has_trade(name)}
    return {text for text in found - somebody if " " in text and not last[text.rsplit(" ", 1)[-1]]}


def _is_business(name: Name) -> bool:
    """What only a body has or does is told of "it": "Kolbe Moen said it raised its prices", not "it worked"."""
    head = grammar.head_of(name.tokens)
    given = name.tokens[0].lower_
    if given in FEMALE or given in MALE or not _is_taken_up(head):
        return False
    cue = head.head.head if head.dep_ == "appos" else head.head
    said = next(grammar.children(cue, "ccomp"), None)
    if said is None or any(grammar.labelled(cue, "obj", "iobj")):  # "told Norway it would be paid"
        return False
    return said.lemma_ in _DEALING or any(token.lower_ in ("its", "itself") for token in said.subtree)


def _has_trade(name: Name) -> bool:
    """What people are stands beside it, or "who": "X, a teacher", "the teacher, X", "X, who"."""
    head, after = grammar.head_of(name.tokens), name.tokens[-1].i + 1
    doc = head.doc
    near = doc[after : min(after + 2, len(doc))]
    beside = [*grammar.labelled(head, "appos", "nmod:desc"), *([head.head] if head.dep_ == "appos" else [])]
    return any(token.lower_ == "who" for token in near) or any(
        each.lemma_.lower() in nouns.PEOPLE or each.tag_ == "CD" for each in beside
    )


def _kind(votes: Counter[str]) -> str:
    """What most of the votes are for, a person's name where as many are."""
    thing = max("LOC", "ORG", key=lambda label: votes[label])
    return thing if votes["ORG"] + votes["LOC"] > votes["PER"] else "PER"


def _text(name: Name) -> str:
    return " ".join(token.text for token in name.tokens)


def _was_person(name: Name) -> bool:
    """The network took it for a person's, and the words beside it knew better."""
    return name.label != "PER" and name.tokens[0].ent_type_ == "PER"


def _is_titled(name: Name) -> bool:
    """A title or a word of a longer name stands before it."""
    before = name.tokens[0].nbor(-1) if name.tokens[0].i else None
    longer = before is not None and before.tag_ == "NNP" and before.text.istitle() and not before.ent_type_
    return longer or bool(title_before(name.tokens, name.start))


def _evidence(name: Name) -> int:
    """How much the words beside it tell that the name is a body's and nobody's."""
    head, before = grammar.head_of(name.tokens), name.tokens[0].doc[max(0, name.tokens[0].i - 2) : name.tokens[0].i]
    after = name.tokens[-1].doc[name.tokens[-1].i + 1 : name.tokens[-1].i + 4]
    owned = after[1:2] if len(after) and after[0].tag_ == "POS" else after[:1]
    noun = owned[0].lemma_.lower() if owned and owned[0].text.islower() else ""
    told = noun in _OF_BODIES or (noun in _CALLED and owned[0].i == after[0].i)
    if len(after) > 1 and after[1].lower_ == "which" and len(name.tokens) == 1 and head.dep_ != "conj":
        told = told or (after[1].head.dep_ == "acl:relcl" and after[1].head.head.i == head.i)
    told = told or (len(before) > 1 and before[0].lemma_.lower() in _PEOPLE_BY.get(before[1].lower_, ()))
    if told or is_body_by_apposition(head, name.tokens[-1]):
        return _TOLD
    if len(name.tokens) == 1:
        return _LIKELY if _is_taken_up(head) else 0
    return _LIKELY if len(name.tokens) == 2 and name.tokens[0].text in _ARTICLES else 0


def _is_taken_up(head: Token) -> bool:
    """What it says is of "it": "Nordvik said it would sue"."""
    if head.dep_ == "appos" and head.head.i < head.i and head.head.lemma_.lower() not in nouns.PEOPLE:
        head = head.head  # "the operator, Nordvik, said it would"
    if head.dep_ not in grammar.SUBJECTS or head.head.i < head.i:
        return False
    said = next(grammar.children(head.head, "ccomp"), None)
    subject = next(grammar.children(said, "nsubj", "nsubj:pass"), None) if said is not None else None
    return subject is not None and subject.lower_ == "it" and not pronouns.is_expletive(subject)
