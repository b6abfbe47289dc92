"""Staff: who is of a body that stands before his name as its owner: "Fjord News's Mara Dahl"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.mentions.mentions import Mentions
from kg.extract.relations.evidence import whole
from kg.model import Mention, Relation

# Between a body and what is its.
_OWNED = ("'s ", "’s ", "s' ", "s’ ")


def staff(mentions: Mentions) -> Iterator[Relation]:
    """Whose people those are who are named without a title; what a post is of is told by the post."""
    for person in mentions:
        if person.kind != "person" or person.form != "name" or person.span in mentions.titles:
            continue
        if mentions.head(person).dep_ in ("compound", "nmod:poss"):
            continue  # "the bureau's Vestby probe", "the paper's Vestby's"
        body = owner_before(person, mentions)
        if body is not None:
            for one in (person, body):
                mentions.mark(one)
            yield Relation(person, "member_of", body, whole(mentions, person, body), confidence=0.7)


def owner_before(one: Mention, mentions: Mentions) -> Mention | None:
    """The organization whose name stands before a mention, with the sign of an owner alone between them."""
    if not mentions.text.endswith(_OWNED, 0, one.start):
        return None
    last = mentions.ending_at(one.start - 1)
    while last is not None and last.i > 0 and last.tag_ == "POS":
        last = last.nbor(-1)
    body = mentions.of(last) if last is not None else None
    named = body is not None and body.kind == "organization" and body.form == "name" and body.end < one.start
    return body if named else None
