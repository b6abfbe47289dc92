"""Responses: who agrees to or refuses what was proposed or asked just before, in words that do not say it again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.model import Statement

# Verbs that respond to something; with what follows them they say themselves what it is.
_RESPONDING = frozenset({"accept", "agree", "decline", "refuse"})
_SAYING_WHAT = ("obj", "xcomp", "ccomp", "csubj", "obl", "advcl", "parataxis")
# What hangs on them and says only how or when: "agreed in principle", "within a week".
_HOW = frozenset({"in", "within", "at", "after", "before", "by", "without", "last", "next"})
# What is responded to.
_CALLS = frozenset({"ask", "demand", "propose"})
# The tree alone tells who it is, and nearness what it is to.
_SCORE = 0.6


def responses(said: Iterable[Statement], known: Collection[int], mentions: Mentions) -> Iterator[Link]:
    """The attributions of words that respond: "The bank offered to send one. Norway agreed at once".

    Args:
        said: the statements of the article.
        known: indices of the tokens of all cues.
        mentions: of the article.
    """
    calls = sorted((one for one in said if one.act in _CALLS and one.content), key=lambda one: one.cue.span)
    for verb in mentions.tokens if calls else ():
        if verb.lemma_ not in _RESPONDING or verb.i in known or not _is_bare(verb) or mentions.quotes.quoted(verb.idx):
            continue
        speaker = subjects.subject(verb)
        who = mentions.of(speaker) if speaker is not None else None
        if (
            speaker is None
            or who is None
            or who.kind in ("date", "event")
            or grammar.sentence_start(speaker) != grammar.sentence_start(verb)
        ):
            continue
        here = mentions.sentence_of(verb)
        call = next((one for one in reversed(calls) if one.cue.span[1] <= speaker.idx), None)
        asker = call.speaker.mention if call is not None else None
        if call is None or asker == who or call.content[-1][1] > speaker.idx:
            continue
        last = mentions.ending_at(call.content[-1][1])
        if last is None or here - mentions.sentence_of(last) > 1:
            continue
        cue = [
            *grammar.children(verb, "aux"),
            *(t for t in grammar.children(verb, "advmod") if t.lower_ == "not"),
            verb,
        ]
        contents = [grammar.tokens_in(mentions.doc, span) for span in call.content]
        yield Link(
            cue=sorted(cue, key=lambda token: token.i),
            head=verb,
            score=_SCORE,
            source=nounphrases.noun_phrase(speaker),
            speaker=speaker,
            contents=contents,
        )


def _is_bare(verb: Token) -> bool:
    """A finite verb that does not say to what."""
    if verb.pos_ != "VERB" or verb.dep_ not in ("ROOT", "conj", "parataxis", "ccomp", "advcl"):
        return False
    helpers = list(grammar.children(verb, "aux"))
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not (
        verb.tag_ == "VBN" and any(child.lower_ in ("has", "have", "had") for child in helpers)
    ):
        return False
    if any(child.tag_ == "MD" or child.lower_ in ("do", "does", "did") for child in helpers):
        return False
    past = verb.tag_ == verb.head.tag_ == "VBD"  # "when he refused, they left"
    marks = ("if", "unless") if past else ("if", "unless", "when")
    if any(child.dep_ == "aux:pass" or child.lower_ in marks for child in verb.children):
        return False
    for child in grammar.children(verb, *_SAYING_WHAT):
        dated = child.ent_type_ == "DATE" or grammar.case(child) in _HOW
        if child.i > verb.i and not (dated and child.dep_.startswith("obl")):
            return False
    return True
