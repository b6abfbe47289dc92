"""Same targets: at whom a statement that names nobody is aimed, as the one before was."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.acts.cueobjects import is_told_by_cue
from kg.extract.attributions.continuations import Before
from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.words.cueacts import stance_of
from kg.model import Act, Mention

# By these whoever speaks tells of himself.
_SELVES = frozenset({"i", "we"})
# After which somebody may go on to want something of the same; whom he criticised he may want nothing of.
_WANTED = frozenset({"accuse", "ask", "demand", "propose", "reject", "threaten", "warn"})


def meant_before(one: Link, act: Act, root: Token | None, before: Before) -> list[Mention]:
    """At whom the statement before was aimed, where this one may be aimed at them without naming them.

    Whom somebody just stood by he condemns only as "it" or "they"; who "urged donors to" has told whom he urged. Who
    goes on to praise or to back says whom: of "she backed Dahl; she also favours a tax" the tax is not his.
    """
    who = subjects.subject(root) if root is not None else None
    inside = who is not None and any(who in tokens for tokens in one.contents)
    opposite = {stance_of(before.statement.act), stance_of(act)} == {"negative", "positive"}
    of_them = inside and who is not None and who.tag_ == "PRP" and who.lower_ not in _SELVES
    if (opposite or stance_of(act) == "positive") and not of_them:
        return []
    # "Criticised Oslo and demanded an apology" wants it of Oslo.
    at_once = one.head.dep_ == "conj" and is_told_by_cue(one)
    if _urges(one) or (_wants_else(act, before.statement.act) and not at_once):
        return []
    return [item.mention for item in before.statement.about if item.role == "target"]


def _wants_else(act: Act, before: Act) -> bool:
    """Of whom somebody only held something against he need not want what he wants next."""
    return act == "demand" and before not in _WANTED


def _urges(one: Link) -> bool:
    """The cue tells whom it urges to do something: "urged donors to judge", not "demanded that the law be changed"."""
    whom = any(grammar.children(one.head, "obj", "iobj"))
    return whom and any(
        child.lower_ == "to"
        for clause in grammar.children(one.head, "xcomp", "ccomp", "advcl")
        for child in clause.lefts
    )


def meant_all_along(one: Link, act: Act, before: Before) -> list[Mention]:
    """At whom the same speaker last aimed anything alike in this turn, also where he has told other things since."""
    if _urges(one) or stance_of(act) == "positive":
        return []
    for said in reversed(before.turn):
        found = [item.mention for item in said.about if item.role == "target"]
        if found:
            opposite = {stance_of(said.act), stance_of(act)} == {"negative", "positive"}
            return [] if opposite or _wants_else(act, said.act) else found
    return []


def turns(root: Token | None, act: Act, mentions: Mentions) -> bool:
    """Of what is warned another is the subject: "urged NATO to act, warning that Moscow only understands strength"."""
    subject = subjects.subject(root) if root is not None and act == "warn" else None
    mention = mentions.of(subject) if subject is not None else None
    return subject is not None and (subject.tag_ == "WDT" or (mention is not None and mention.form == "name"))


def are_those(subject: Token, act: Act, again: list[Mention]) -> bool:
    """They are whom the statement before was aimed at: all of several, or the people of a state or a body.

    "Blamed Ankara for the fire. 'They burn our boats,' he said."
    """
    if subject.lower_ in ("they", "both") and len(again) > 1:
        return True
    people = subject.lower_ == "they" and act in ("accuse", "criticise")
    return people and len(again) == 1 and again[0].kind != "person"
