"""Participants: which actors a phrase brings to a meeting."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.meetings.bearings import led
from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.senders import named_behind, sent_by
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nouns, subjects
from kg.extract.syntax.coordination import coordinated
from kg.extract.syntax.sides import after
from kg.extract.words.envoys import FOLK, envoys_of
from kg.model import Mention, ParticipantRole

#: Kinds of mentions that take part in meetings.
KINDS = frozenset({"person", "organization", "country", "group", "place", "nationality"})
# Who asks and listens at a meeting with the press is no party to it.
_AUDIENCE = frozenset(
    {"reporter", "journalist", "media", "supporter", "voter", "crowd", "everyone", "anyone", "nobody"}
)
# So many words behind a description the name may end that is in apposition to it.
_BEHIND = 14
# Before "of" and those among whom they are.
_SOME = frozenset("each dozen dozens several some many most all both one handful number".split())
# Between the names of a list.
_JOINS = (", and the ", " and the ", ", and ", " and ", ", the ", ", ")
_STATES = ("place", "country", "organization")
_ALIKE = frozenset({(kind, kind) for kind in KINDS} | {(one, other) for one in _STATES for other in _STATES})
_ALL = frozenset({"two", "both", "three", "four", "all", "they", "pair", "side"})


def take(mentions: Mentions, draft: Draft, phrases: Iterable[Token], role: ParticipantRole) -> bool:
    """Adds the actors that phrases name, those coordinated with them too; whether there were any."""
    found, told = False, range(0)
    for each in (each for phrase in phrases for whole in _whole(phrase) for each in coordinated(whole)):
        if each.i in told:
            continue
        if _is_all(each):
            draft.together = found = True
        if _is_title(each):
            continue  # "IMF chief Ada Roth" is one
        if each.tag_ in ("NNS", "NNPS") and each.lemma_.lower() in FOLK:
            mentions.describe(each, kind="group")
        leader, _ = led(each, mentions)
        known = [leader] if leader is not None else named_behind(mentions, each)
        told = range(each.i, mentions.head(known[-1]).i + 1) if len(known) > 1 else told
        for mention in known or sent_by(mentions, each) or _named(mentions, each):
            for one in (mention, *_listed(mentions, mention)):
                mentions.mark(one)
                draft.add(one, role)
            found = True
    return found


def guests(mentions: Mentions, draft: Draft, who: list[Token]) -> list[Token]:
    """The one person who has come, where nobody else is told to: "said [Dahl] during a visit to Oslo"."""
    if any(one.role == "visitor" for one in draft.participants.values()):
        return []
    named = {each.span: one for one in who if (each := mentions.of(one)) is not None and each.kind == "person"}
    people = list(named.values())  # "Minister" and "Dahl" may be two subjects in the tree, and one person
    alone = len(people) == 1 and all((each := mentions.of(one)) is None or each.span in named for one in who)
    return people if alone and not any(grammar.children(people[0], "conj")) else []


def _is_title(token: Token) -> bool:
    """The body or state is named in the title of the person whose name follows: "IMF chief Ada Roth"."""
    behind = list(
        token.doc[token.i + 1 : min(token.i + (3 if token.ent_type_ == "ORG" else 5), grammar.sentence_end(token))]
    )
    name = next((at for at, one in enumerate(behind) if one.ent_type_ == "PER"), 0)
    post = behind[name - 1] if name > 0 else token
    named = envoys_of(post) or post.lemma_.lower() in nouns.POSTS
    return (
        name > 0
        and named
        and post.tag_ in ("NN", "NNP")
        and (token.ent_type_ in ("ORG", "MISC") or token.text == "WHO")
    )


def _whole(token: Token) -> list[Token]:
    """Those of whom some are told: "each of his colleagues", "a dozen of the rebels"."""
    of = list(after(token, "of")) if token.lemma_.lower() in _SOME else []
    return of or [token]


def _listed(mentions: Mentions, first: Mention) -> list[Mention]:
    """The names that are listed after a name up to "and", however the tree has them: "Egypt, Ethiopia and Sudan"."""
    found: list[Mention] = []
    last = first
    while first.form == "name":
        rest = mentions.text[last.end : last.end + len(max(_JOINS, key=len))]
        join = next((each for each in _JOINS if rest.startswith(each)), None)
        token = mentions.starting_at(last.end + len(join)) if join is not None else None
        mention = mentions.of(token) if token is not None else None
        if join is None or mention is None or mention.start < last.end or mention.form != "name":
            return []
        if (mention.kind, first.kind) not in _ALIKE:
            return []
        found.append(mention)
        if "and" in join:
            return found
        last = mention
    return found


def _named(mentions: Mentions, token: Token) -> list[Mention]:
    mention = mentions.of(token)
    if mention is None or mention.kind not in KINDS or token.lemma_.lower() in _AUDIENCE:
        return []
    named = _in_apposition(mentions, token) if mention.form == "description" else None
    return [named or mention]


def _in_apposition(mentions: Mentions, token: Token) -> Mention | None:
    """Who is named behind what somebody is, wherever the tree has it: "met the head of the council, General Dahl"."""
    doc, end = token.doc, min(token.i + _BEHIND, grammar.sentence_end(token))
    of = any(each.lower_ == "of" for each in doc[token.i + 1 : token.i + 2])
    if token.lemma_.lower() not in nouns.POSTS or token.tag_ not in ("NN", "NNP") or not of:
        return None
    for word in doc[token.i + 2 : end]:  # "Minister of State Omar Dahl"
        if word.ent_type_ == "PER":
            return mentions.of(word) if not subjects.is_possessor(word) else None
        if word.tag_ not in ("NN", "NNS", "NNP", "NNPS", "JJ") or word.ent_type_ == "LOC":
            break
    comma = next((at for at in range(token.i + 2, end) if doc[at].text == "," or doc[at].tag_ in ("VBD", "VBZ")), end)
    for word in doc[comma + 1 : end] if comma < end and doc[comma].text == "," else ():
        if word.ent_type_ == "PER":
            return mentions.of(word)
        if word.pos_ not in ("NOUN", "PROPN"):
            break
    return None


def _is_all(token: Token) -> bool:
    """It takes up several who were named before: "the two", "both leaders", "they"."""
    counted = {child.lower_ for child in grammar.labelled(token, "nummod", "det")}
    definite = "the" in counted or "these" in counted
    pair = definite and token.lower_ in ("pair", "duo", "trio")
    pair |= token.lower_ == "sides" and token.i > 0 and token.nbor(-1).lower_ == "the"
    return token.lower_ in ("they", "both", "two") or pair or "both" in counted or (definite and bool(counted & _ALL))
