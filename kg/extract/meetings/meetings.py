"""Meetings: who meets whom, where, when, about what; held, planned or called off."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from kg.extract.attributions.moments import same_day
from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.journeys import JourneyReader
from kg.extract.meetings.meetingnouns import NounReader
from kg.extract.meetings.meetingverbs import VerbReader
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.roles import receive
from kg.extract.meetings.stops import further_stops
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.words import meetingwords as words
from kg.findings import Telling
from kg.model import Article, Meeting


def meetings(article: Article, mentions: Mentions, published: date | None) -> list[tuple[Meeting, Telling]]:
    """All that the words of an article tell of meetings, in text order, one for each word that tells of one.

    The same meeting may be told of several times: which are the same is resolution's business.
    """
    occasions = Occasions(mentions, published)
    verbs, nouns = VerbReader(mentions, occasions), NounReader(mentions, occasions)
    journeys = JourneyReader(mentions, occasions)
    drafts = []
    for token in mentions.tokens:
        if token.pos_ == "VERB" or _is_infinitive(token):
            draft = verbs.read(token)
        elif token.lemma_ == "due":
            draft = journeys.due(token)
        elif token.pos_ in ("NOUN", "PROPN") and words.noun_of(token) is not None:
            draft = nouns.read(token)
        else:
            continue
        if draft is not None:
            occasions.among(draft)
            receive(mentions, draft)
            if draft.time is None and draft.status in ("held", "unknown"):
                draft.time = same_day(token, mentions, published)
        if draft is not None and _is_told(draft) and not _is_open(draft):
            drafts += [draft, *further_stops(draft, mentions, published)]
    return [draft.meeting(article.id, mentions) for draft in drafts]


def _is_told(draft: Draft) -> bool:
    """Something is told of it: who, where, which, or of what was told before that it is called off."""
    known = draft.participants or draft.place or draft.together or draft.ordinal or draft.there
    visit = draft.format == "visit"  # "a visit planned for May was called off": whose is told before
    return bool(known) or ((draft.definite or visit) and draft.status == "called_off")


def _is_open(draft: Draft) -> bool:
    """Somebody is ready or willing to meet somebody, and nothing tells when."""
    return draft.head.pos_ == "VERB" and draft.head.head.lemma_ in words.OPEN and draft.time is None


def _is_infinitive(token: Token) -> bool:
    """A verb that was taken for a noun: "is due to visit Quito"."""
    known = token.lemma_ in words.VERBS or token.lemma_ in words.BRIEFING
    return known and any(child.lower_ == "to" for child in grammar.children(token, "mark"))
