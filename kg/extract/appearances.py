"""Appearances: when, where and before whom somebody is told to speak, in a sentence that does not tell what he says.

"She addressed parliament in Oslo on Monday. The tax, she said, was unjust." What is said in the next sentence is said
then, there and to those; resolution takes an appearance for a statement without content that others go on from.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract.attributions import Link
from kg.extract.circumstances import time_of
from kg.extract.mentions import Mentions
from kg.extract.sides import following
from kg.extract.speakers import speaker_of
from kg.extract.whereabouts import place_of
from kg.ids import finding_id
from kg.model import Article, Cue, Mention, Statement

# Who does this speaks where and when he does it; and before whom, those are told by the object or a preposition.
_HEARD: dict[str, tuple[str, ...]] = {
    "address": ("",),
    "brief": ("",),
    "testify": ("before", "to"),
    "appear": ("before",),
    "speak": ("before",),
    "lodge": (),
    "visit": (),
    "tour": (),
    "chair": (),
    "host": (),
    "open": (),
}
# "Took the stage", "held a news conference", "gave a speech", "made the remarks".
_LIGHT = {
    "take": frozenset({"stage", "podium", "floor"}),
    "hold": frozenset({"conference", "rally", "briefing"}),
    "give": frozenset({"speech", "briefing", "conference", "interview"}),
    "make": frozenset({"remark", "comment", "announcement", "statement", "pledge", "appeal"}),
}
# Who is asked so answers then and there.
_GRILLING = frozenset({"grill", "quiz"})
_SURE = 0.9


def appearances(links: list[Link], article: Article, mentions: Mentions, published: date | None) -> Iterator[Statement]:
    """What somebody is told to speak at, in text order, as statements without content; of no day and no place, none.

    Args:
        links: the attributions, whose words are no appearances.
        article: gives its id.
        mentions: of the article.
        published: its day.
    """
    taken = {token.i for one in links for words in (one.cue, *one.contents) for token in words}
    for token in mentions.tokens:
        if not _is_appearance(token) or token.i in taken or mentions.quotes.quoted(token.idx):
            continue
        who = _questioned(token) if token.lemma_ in _GRILLING else grammar.subject(token)
        mention = mentions.of(who) if who is not None else None
        if who is None or mention is None or mention.kind != "person":
            continue
        one = Link(cue=[token], head=token, score=_SURE, source=[who], speaker=who)
        time, place, heard = time_of(one, mentions, published), place_of(one, mentions), tuple(_heard(token, mentions))
        if time is None and place is None and not heard:
            continue
        span = grammar.span_of(token)
        yield Statement(
            id=finding_id(article.id, "appearance", (span,)),
            speaker=speaker_of(one, mentions, mentions.quotes),
            cue=Cue(span=span, lemma=token.lemma_, negated=False),
            act="say",
            form="indirect",
            content=(),
            text="",
            evidence=(mentions.sentence_span(mentions.sentence_of(token)),),
            addressees=heard,
            time=time,
            place=place,
        )


def _questioned(token: Token) -> Token | None:
    """Who has to answer: "senators grilled Ann Rowe", "Ann Rowe was grilled by senators"."""
    return grammar.passive_subject(token) or next(grammar.children(token, "obj"), None)


def _is_appearance(token: Token) -> bool:
    """The verb of a clause that tells of somebody speaking, in the past."""
    if token.pos_ != "VERB" or token.dep_ not in ("ROOT", "conj", "advcl"):
        return False
    progressive = token.lower_ == "speaking" and any(child.lower_ in ("was", "were") for child in token.children)
    if token.lemma_ in _GRILLING:
        return token.tag_ == "VBD" or any(child.lower_ in ("was", "were") for child in token.children)
    if grammar.negated(token) or (token.tag_ != "VBD" and not progressive):
        return False
    things = _LIGHT.get(token.lemma_)
    if things is None:
        return token.lemma_ in _HEARD
    return any(child.lemma_.lower() in things for child in grammar.children(token, "obj"))


def _heard(token: Token, mentions: Mentions) -> Iterator[Mention]:
    """Who is addressed, briefed, testified before."""
    for case in _HEARD.get(token.lemma_, ()):
        near = following(token, case) if case else following(token)
        mention = mentions.of(near) if near is not None else None
        if mention is not None and mention.kind not in ("date", "place", "event"):
            mentions.mark(mention)
            yield mention
            return
