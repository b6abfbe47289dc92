"""Appearances: when, where and before whom somebody is told to speak, in a sentence that does not tell what he says.

"She addressed parliament in Oslo on Monday. The tax, she said, was unjust." What is said in the next sentence is said
then, there and to those; resolution takes an appearance for a statement without content that others go on from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.circumstances import time_of
from kg.extract.statements.speakers import speaker_of
from kg.extract.statements.whereabouts import place_of
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.sides import following
from kg.ids import finding_id
from kg.model import Article, Cue, Mention, Speaker, Statement

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
# "Took the stage", "held a news conference", "delivered a speech", "made the remarks".
_TALKS = frozenset("speech briefing conference interview address lecture talk sermon keynote presentation".split())
_REMARKS = frozenset(
    """
    accusation allegation announcement appeal assertion call claim comment declaration demand disclosure observation
    plea pledge promise proposal remark request revelation statement suggestion
    """.split()
)
_LIGHT = {
    "take": frozenset({"stage", "podium", "floor", "aim", "swing", "swipe", "shot", "jab"}),
    "hold": frozenset({"conference", "rally", "briefing", "event", "hall", "forum"}),
    "issue": frozenset({"statement", "warning", "appeal", "apology"}),
    "release": frozenset({"statement", "video", "letter"}),
    "give": _TALKS | frozenset({"advice", "assurance", "charge", "directive", "hint", "warning"}),
    "deliver": _TALKS | _REMARKS | {"message"},
    "make": _REMARKS | frozenset({"this"}),
    **dict.fromkeys(("say", "state", "announce", "disclose", "reveal", "declare"), frozenset({"this"})),
}
# Who does this with others speaks with them: "clashed with Dahl on Tuesday", "sparred over trade".
_DISPUTING = frozenset("argue clash debate quarrel spar wrangle".split())
# Who does this speaks, and it is told further on what he said: "apologised on Monday", "hit back on Monday".
_SPEAKING = frozenset("apologise apologize speak respond react weigh lash hit fire push".split()) | _DISPUTING
_PARTICLES = {"weigh": "in", "lash": "out", "hit": "back", "fire": "back", "push": "back"}
# At these people speak, whatever is told of it: "won applause at a rally on Monday".
_STAGES = frozenset(
    """
    briefing rally hearing debate interview speech address testimony podcast panel sermon lecture webcast livestream
    """.split()
)
_TWO_WORDS = {"conference": frozenset({"news", "press"}), "hall": frozenset({"town"}), "time": frozenset({"question"})}
_AT = frozenset({"at", "in", "during"})
# "Had a question for the minister".
_ASKING = frozenset({"have", "put", "pose"})
# What is opened or held, at which people ask and answer.
_OPENING = frozenset({"begin", "open", "start", "convene", "resume", "hold", "kick"})
_SITTINGS = frozenset({"debate", "hearing", "inquest", "inquiry", "interpellation", "session", "sitting", "trial"})
# Who does this as the news begin gives his reasons as he does it: "A court on Monday struck down a law. It said".
_DECIDING = frozenset(
    """
    acquit adopt annul appoint approve arrest ban bar block cancel charge clear close convict declare dismiss dissolve
    dump elect endorse expel extend fine fire freeze impose indict jail lift nominate oust outlaw
    overturn pardon pass quash quit raise ratify recall reinstate reject release resign reverse revoke rule sack
    sanction scrap seize sentence sign strike sue survive suspend uphold veto win withdraw
    """.split()
)
_SURE = 0.9


def appearances(
    links: list[Link], statements: Iterable[Statement], article: Article, mentions: Mentions, published: date | None
) -> Iterator[Statement]:
    """What somebody is told to speak at, in text order, as statements without content; of no day and no place, none.

    Args:
        links: the attributions, whose words are no appearances.
        statements: those that they tell.
        article: gives its id.
        mentions: of the article.
        published: its day.
    """
    telling = [one for one in links if [token.lower_ for words in one.contents for token in words] != ["this"]]
    taken = {token.i for one in telling for words in (one.cue, *one.contents) for token in words}
    said = {one.cue.span[0] for one in statements}
    for token in mentions.tokens:
        if _is_sitting(token) and token.i not in taken:
            yield from _sitting(token, article, mentions, published)
        if not _is_appearance(token) or mentions.quotes.quoted(token.idx):
            continue
        asked = _question(token)
        known = token.i in taken if _is_telling(token) else any(word.idx in said for word in token.sent)
        people = list(_speaking(token, mentions)) if asked is not None or not known else []
        if not people:
            continue
        one = Link(cue=[token], head=token, score=_SURE, source=[people[0]], speaker=people[0])
        time, place, heard = time_of(one, mentions, published), place_of(one, mentions), tuple(_heard(token, mentions))
        if not _is_telling(token):  # what is done on a day tells nothing else of what is said of it
            place, heard = None, ()
            if time is None or time.granularity != "day":
                continue
        if time is None and (_is_told_by_day(token) or (place is None and not heard)):
            continue
        span = grammar.span_of(token if asked is None else asked)
        for who in people:
            each = replace(one, source=[who], speaker=who)
            yield Statement(
                id=finding_id(article.id, "appearance", (span, grammar.span_of(who))),
                speaker=speaker_of(each, mentions, mentions.quotes),
                cue=Cue(span=span, lemma=token.lemma_ if asked is None else "ask", negated=False),
                act="say" if asked is None else "ask",
                form="indirect",
                content=(),
                text="",
                evidence=(mentions.sentence_span(mentions.sentence_of(token)),),
                addressees=heard,
                time=time,
                place=place,
            )


def _is_sitting(token: Token) -> bool:
    """It tells that people sit down to ask and answer: "the hearing opened", "a debate was held"."""
    if token.pos_ != "VERB" or token.lemma_ not in _OPENING or grammar.tense(token) != "past":
        return False
    held = grammar.labelled(token, "nsubj", "nsubj:pass")
    return any(noun.lemma_.lower() in _SITTINGS for noun in held) and not grammar.negated(token)


def _sitting(token: Token, article: Article, mentions: Mentions, published: date | None) -> Iterator[Statement]:
    """A sitting of which the day is told, as what nobody says."""
    one = Link(cue=[token], head=token, score=_SURE)
    time, span = time_of(one, mentions, published), grammar.span_of(token)
    if time is not None and time.granularity == "day":
        yield Statement(
            id=finding_id(article.id, "sitting", (span,)),
            speaker=Speaker(kind="implicit"),
            cue=Cue(span=span, lemma=token.lemma_, negated=False),
            act="say",
            form="indirect",
            content=(),
            text="",
            evidence=(mentions.sentence_span(mentions.sentence_of(token)),),
            time=time,
            place=place_of(one, mentions),
        )


def _speaking(token: Token, mentions: Mentions) -> Iterator[Token]:
    """Who is told to appear: the subject, those beside it, and those with whom one argues."""
    who = subjects.subject(token)
    if who is None:
        return
    others = [*grammar.labelled(who, "conj")]
    if token.lemma_ in _DISPUTING:
        others += [other for other in [following(token, "with")] if other is not None]
    for clause in grammar.labelled(token.head if token.dep_ == "advcl" else token, "advcl"):
        if any(mark.lower_ in ("while", "as") for mark in grammar.labelled(clause, "mark")):
            others += grammar.labelled(clause, "nsubj")
    speaks = token.lemma_ in _SPEAKING
    kinds = {"person"} | ({"organization", "group"} if speaks or not _is_telling(token) else set())
    kinds |= {"country"} if speaks else set()
    for each in (who, *others):
        mention = mentions.of(each)
        if mention is not None and mention.kind in kinds:
            yield each
        elif each is who:
            return


def _is_appearance(token: Token) -> bool:
    """Somebody speaks, or decides what the first sentence tells: "A court on Monday convicted ... The court said"."""
    return _is_telling(token) or _opens(token)


def _opens(token: Token) -> bool:
    """The verb of what the first sentence of an article tells that somebody decided."""
    if token.lemma_ not in _DECIDING or token.tag_ != "VBD" or token.dep_ not in ("ROOT", "conj"):
        return False
    return not any(each.pos_ == "VERB" for each in token.doc[: grammar.sentence_start(token)])


def _is_telling(token: Token) -> bool:
    """The verb of a clause that tells of somebody speaking, in the past."""
    if token.pos_ != "VERB" or token.dep_ not in ("ROOT", "conj", "advcl"):
        return False
    progressive = token.lower_ == "speaking" and any(child.lower_ in ("was", "were") for child in token.children)
    if grammar.negated(token):
        return False
    staged = (token.tag_ == "VBD" or token.dep_ == "advcl") and any(map(_is_stage, grammar.labelled(token, "obl")))
    if staged:
        return True
    if token.tag_ != "VBD" and not progressive:
        return False
    if token.lemma_ in _SPEAKING and _is_speaking(token):
        return True
    if token.lemma_ in _ASKING:
        return _question(token) is not None
    things = _LIGHT.get(token.lemma_)
    if things is None:
        return token.lemma_ in _HEARD
    return any(child.lemma_.lower() in things for child in grammar.children(token, "obj"))


def _is_stage(noun: Token) -> bool:
    """People speak at it: "at a news conference", "in a radio interview"."""
    lemma = noun.lemma_.lower()
    if lemma not in _STAGES:
        words = _TWO_WORDS.get(lemma)
        if words is None or noun.i == 0 or noun.nbor(-1).lower_ not in words:
            return False
    return grammar.case(noun) in _AT


def _is_speaking(token: Token) -> bool:
    particle = _PARTICLES.get(token.lemma_)
    return particle is None or (token.i + 1 < len(token.doc) and token.nbor().lower_ == particle)


def _is_told_by_day(token: Token) -> bool:
    """It tells nothing further but its day."""
    return token.lemma_ not in _HEARD and token.lemma_ not in _LIGHT and token.lemma_ not in _ASKING


def _question(token: Token) -> Token | None:
    """What somebody puts to another."""
    if token.lemma_ not in _ASKING:
        return None
    return next((child for child in grammar.labelled(token, "obj") if child.lemma_ == "question"), None)


def _heard(token: Token, mentions: Mentions) -> Iterator[Mention]:
    """Who is addressed, briefed, testified before."""
    asked = _question(token)
    for case in _HEARD.get(token.lemma_, ()) if asked is None else ("for", "to"):
        near = following(asked or token, case) if case else following(token)
        mention = mentions.of(near) if near is not None else None
        if mention is not None and mention.kind not in ("date", "place", "event"):
            mentions.mark(mention)
            yield mention
            return
