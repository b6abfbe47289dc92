"""Topics: what a meeting is about, by the words behind it and by what those who meet do: "met to discuss fees"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases
from kg.extract.syntax.sides import case_of, following
from kg.extract.words import meetingwords as words

_ABOUT = ("on", "about", "over", "regarding", "concerning")
# Who meets to do so, and before what stands what is talked about: "to discuss the launches", "to press for a truce".
_DISCUSSING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("discuss negotiate address debate prepare review coordinate tackle assess explore".split(), ("",)),
    **dict.fromkeys("finalise finalize resolve settle weigh".split(), ("",)),
    **dict.fromkeys(("press", "push", "prepare"), ("for", "")),
    **dict.fromkeys(("agree", "consult", "deliberate", "focus", "talk", "center", "centre"), ("on", "about", "over")),
}
# What tells little without what follows: "ways of expanding trade", "efforts to curb fishing".
_LIGHT = frozenset(
    "way effort issue means step plan strategy possibility attempt option measure modality method approach idea".split()
)
_OPENING = frozenset({"of", "to", "for", "on", "in"})
_LONG = 10
# Before what is no part of a topic: "talks on fees with Oman", "on a corridor at the Palais".
_NO_PART = frozenset({"with", "between", "at"})


def beside(mentions: Mentions, child: Token, token: Token, head: Token) -> str | None:
    """The topic that a dependent of a verb or noun names after "on", "about" or the like.

    Of a clause around the word that tells of the meeting only where the verb holds it: not "her shadow hung over it".
    """
    case = case_of(child)
    if case not in _ABOUT or not _is_topic(mentions, child, token):
        return None
    if token.i != head.i and token.pos_ == "VERB" and token.lemma_ not in words.HOLDING | words.HOSTING:
        return None
    return _words(mentions, child, case)


def discussed(mentions: Mentions, draft: Draft, verb: Token) -> None:
    """The topic, by what those who meet do with it: "to discuss a truce"; other verbs tell none."""
    cases = _DISCUSSING.get(verb.lemma_)
    if cases is None or draft.topic is not None:
        return
    things = [child for child in verb.rights if child.pos_ in ("NOUN", "PROPN") and case_of(child) in cases]
    done = next((child for child in things if not child.dep_.endswith("unmarked")), None)
    mention = mentions.of(done) if done is not None else None
    if done is not None and (mention is None or mention.kind != "date"):
        draft.topic = _words(mentions, done, case_of(done))


def behind(mentions: Mentions, draft: Draft, noun: Token) -> None:
    """What it is about, right behind the noun, whatever the tree hangs it on: "a third round of talks on grain"."""
    about = following(noun, *_ABOUT)
    while about is not None and about.dep_ in ("compound", "amod") and about.head.i > about.i:
        about = about.head  # "a grain and fisheries corridor"
    if about is not None and draft.topic is None and _is_topic(mentions, about, noun):
        draft.topic = _words(mentions, about, case_of(about))


def _is_topic(mentions: Mentions, child: Token, token: Token) -> bool:
    mention = mentions.of(child)
    if child.lemma_.lower() in words.NO_TOPICS or child.pos_ in ("NUM", "PRON"):
        return False
    if case_of(child) == "on" and any(child.i == each.i for each in token.children) and token.pos_ == "VERB":
        return mention is None and child.pos_ == "NOUN" and token.lemma_ in ("confer", "negotiate")
    return mention is None or mention.kind != "date"


def _words(mentions: Mentions, head: Token, case: str) -> str | None:
    """The words of a topic, without the day, the place or the people that the tree hangs on it."""
    phrase = nounphrases.noun_phrase(head)
    for child in [one for one in phrase if one.i > head.i]:
        mention = mentions.of(child)
        apart = child.head.i == head.i and case_of(child) in _NO_PART
        if apart or (mention is not None and mention.kind == "date" and case_of(child) == "on"):
            first = min(each.i for each in child.subtree)
            phrase = [each for each in phrase if each.i < first or each.i == head.i]
    for other in grammar.children(head, "conj"):  # "on trade and regional security"
        last, named = phrase[-1], case_of(other) in ("", case) and other.pos_ in ("NOUN", "PROPN")
        first = nounphrases.base_phrase(other)[0].i
        between = head.doc[last.i + 1 : max(first, last.i + 1)]
        if named and last.i < other.i and all(token.is_punct or token.pos_ == "CCONJ" for token in between):
            phrase += [token for token in nounphrases.noun_phrase(other) if token.i > last.i]
    if head.lemma_ in _LIGHT and phrase[-1].i == head.i:
        phrase += _completed(mentions, head)
    start, end = grammar.span_of(*phrase)
    told = mentions.text[start:end].split()
    return " ".join(told[1:] if told and told[0].lower() == case else told) or None


def _completed(mentions: Mentions, light: Token) -> list[Token]:
    """The words behind a noun that tells little by itself, up to the end of what they tell: "of expanding trade"."""
    found: list[Token] = []
    for token in light.doc[light.i + 1 : min(light.i + 1 + _LONG, grammar.sentence_end(light))]:
        day = mentions.of(token)
        joins = token.tag_ == "CC" and all(each.lower_ != "between" for each in found)
        ends = joins or token.is_punct or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP")
        if ends or (not found and token.lower_ not in _OPENING) or (day is not None and day.kind == "date"):
            break
        found.append(token)
    while found and found[-1].tag_ in ("IN", "TO", "DT", "PRP$", "JJ"):
        found.pop()
    return found
