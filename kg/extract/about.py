"""Whom a statement concerns: at whom it is aimed, of whom and what it speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract.aims import (
    AIMED,
    BODIES,
    FELT_CASES,
    actors,
    is_first_person,
    is_question,
    is_told_by_cue,
    objects,
    targets_of,
)
from kg.extract.attributions import Link
from kg.extract.continuations import Before
from kg.extract.cues import LABELLING, stance_of
from kg.extract.mentions import Mentions
from kg.extract.nouns import SAID
from kg.extract.valence import EMOTIONS
from kg.extract.weighing import aimed, may_be_aimed
from kg.model import STANCE, About, Act, Mention, Speaker, Stance, Statement

# Acts that take up what somebody else said, and are aimed at him by it: "welcomed this offer".
_JUDGING = frozenset({"accuse", "criticise", "praise", "support", "reject"})
#: Acts that somebody answers who speaks of "the charge", and what he calls it.
CHARGING = frozenset({"accuse", "criticise", "demand", "threaten", "warn"})
_CHARGES = frozenset({"accusation", "allegation", "charge", "complaint"})
# What somebody said, before which stands one of these, and no finding or decision of others.
_WORDS = _CHARGES | frozenset(
    "claim comment comparison language remark rhetoric statement suggestion threat tone warning word".split()
)
_THE = frozenset({"the", "this", "that", "these", "those", "such"})
# Who spoke last need not have passed it: nobody but a body does, and none by speaking of it.
_AFTERWARDS = frozenset({"agree", "accept", "praise", "criticise", "reject", "deny", "admit"})
_OF_COURTS = frozenset({"judgment", "ruling", "verdict"})
# Of what somebody wants, asks or tells nobody knows whether it is "it".
_OPEN = frozenset({"demand", "ask", "report", "support"})
_ANSWERING = frozenset({"criticise", "deny", "reject"})
# What whoever it is done to may be dismayed by, where no more is told.
_DISMAYING = frozenset({"reject", "refuse", "threaten", "announce"})
# Pronouns that stand for what somebody said before.
_SUCH = frozenset({"it", "this", "that", "these", "those", "so"})
# What a state has and acts by: "Turkish troops" and "Syrian territory" speak of Turkey and Syria, "Kazakh wheat" not.
_OF_STATES = frozenset(
    """
    army troop troops force forces military soldier navy fleet aircraft jet missile police government cabinet
    parliament official
    territory soil border airspace water sovereignty interference aggression occupation invasion attack strike sanction
    policy people citizen
    """.split()
)
# Who stands for his state where nobody names him: "the Chinese ambassador", "our Indian friends".
_ENVOYS = frozenset(
    """
    ambassador envoy friend host partner negotiator side ally neighbour neighbor
    """.split()
)
# Acts whose target the network has a say in.
_SEEN = AIMED | {"reject", "support"}
STANCES: tuple[Stance, ...] = get_args(Stance)
_SURE = 0.85  # probability from which the network's stance counts where the act takes none
# What two do to one another: "each other".
_EACH_OTHER = ({"each", "other"}, {"one", "another"})
# What two give each other by it: "traded accusations".
_TRADING = frozenset({"trade", "exchange", "swap"})


def each_other(said: list[Statement], one: Link, mentions: Mentions) -> list[Statement]:
    """The statements of coordinated speakers; where they do it to each other, each is aimed at all the others.

    Args:
        said: one for each speaker.
        one: the attribution.
        mentions: of the article.
    """
    if len(said) < 2:
        return said
    after = tuple(token.lower_ for token in one.head.doc[one.head.i + 1 : one.head.i + 3])  # whatever the tree says
    both = one.head.lemma_ in _TRADING or (one.head.head.lemma_ in _TRADING and one.head.dep_ == "obj")
    done_to = ((token.lower_, *(child.lower_ for child in token.children)) for token in objects(one.head))
    told_so = said[0].act in _SEEN and any(set(words) in _EACH_OTHER for words in (after, *done_to))
    if not (told_so or (both and said[0].act in _SEEN | CHARGING)):
        return said
    everybody = [mention for statement in said if (mention := statement.speaker.mention) is not None]
    return [
        replace(
            statement,
            about=(
                *statement.about,
                *(
                    About(mention, role="target", stance=_stance(mention, statement.act, mentions))
                    for mention in everybody
                    if mention != statement.speaker.mention
                ),
            ),
        )
        for statement in said
    ]


def about_whom(
    one: Link,
    act: Act,
    root: Token | None,
    speaker: Speaker,
    before: Before | None,
    mentions: Mentions,
    *,
    home: bool = False,
) -> list[About]:
    """Targets, then the other actors inside the content as topics; text order.

    Args:
        one: the attribution.
        act: what it does.
        root: the main predicate of its content.
        speaker: of the statement.
        before: the statement before it.
        mentions: of the article.
        home: a state or a body that may be the speaker's own is.
    """
    told = targets_of(one, act, root, mentions, home=home)
    whose = {token.i for token in one.cue if token.tag_ == "PRP$"}  # "its attacks on" are the speaker's own
    trusted = act == "support" and bool(told)  # "had full confidence in him"
    targets = {mention.span: mention for mention in told if mentions.head(mention).i not in whose}
    answered = _answered(one, act, before) if before is not None else None
    taken_up = _taken_up(one, answered) if answered is not None else []
    again = [item.mention for item in before.statement.about if item.role == "target"] if before is not None else []
    called: list[Mention] = []
    if not targets and act in _JUDGING and before is not None and answered is not None:
        said_by = answered.speaker.mention
        called = _called(root, act, speaker, before) if root is not None and not taken_up else []
        called = called or (_dismaying(root, speaker, before) if root is not None else [])
        meant = [said_by] if taken_up and said_by is not None else called or (again if before.goes_on else [])
        targets = {mention.span: mention for mention in meant}
    by_cue = is_told_by_cue(one)
    if act in _SEEN:
        told, others = list(targets.values()), _aimable(one, root, speaker, mentions)
        firm = by_cue and any(mention.span in targets for mention in actors(objects(one.head), mentions))
        # "Called the charge a lie", "said the remark was shameful".
        worded = bool(taken_up) and grammar.head_of(one.contents[0]).lemma_ not in _OF_COURTS
        sure = by_cue or trusted or bool(called) or (worded and one.head.lemma_ in LABELLING)
        seen = aimed(mentions.doc, one, told, others, by_cue=sure, firm=firm)
        targets = {mention.span: mention for mention in seen}
    if not targets and act in AIMED and before is not None and before.goes_on:
        targets = {mention.span: mention for mention in again if may_be_aimed(mentions.doc, one, again)}
    instead: Mention | None = None
    same = before is not None and (before.goes_on or before.of_it)
    subject = grammar.subject(root) if targets and same and root is not None else None
    if subject is not None and _are_those(subject, act, again):
        targets = {mention.span: mention for mention in again}
        instead = mentions.of(subject)
    inside = [
        mention
        for tokens in one.contents
        for mention in mentions.within(grammar.span_of(*tokens))
        if _is_topic(mention, one, mentions) and mention is not instead
    ]
    if act == "ask" and is_question(one):
        inside += actors(objects(one.head), mentions)
    own = {speaker.mention.span} if speaker.mention is not None else set()
    own |= {mention.span for mention in inside if is_first_person(mention, mentions)}
    spans = {mention.span: mention for mention in [*inside, *taken_up]} | targets
    return [
        About(mention=mention, role="target", stance=_stance(mention, act, mentions))
        if span in targets
        else About(mention)
        for span, mention in sorted(spans.items())
        if span not in own
    ]


def _are_those(subject: Token, act: Act, again: list[Mention]) -> bool:
    """They are whom the statement before was aimed at: all of several, or the people of a state or a body.

    "Blamed Ankara for the fire. 'They burn our boats,' he said."
    """
    if subject.lower_ in ("they", "both") and len(again) > 1:
        return True
    people = subject.lower_ == "they" and act in ("accuse", "criticise")
    return people and len(again) == 1 and again[0].kind != "person"


def _aimable(one: Link, root: Token | None, speaker: Speaker, mentions: Mentions) -> list[Mention]:
    """Whom an act may be aimed at: the actors in its content, but for the speaker, and who "deserves better"."""
    worthy = grammar.subject(root) if root is not None and root.lemma_ == "deserve" else None
    wronged = {token.i for token in worthy.subtree} if worthy is not None else set()
    return [
        mention
        for tokens in one.contents
        for mention in mentions.within(grammar.span_of(*tokens))
        if mention.kind not in ("date", "event")
        and mention != speaker.mention
        and mentions.head(mention).i not in wronged
        and not is_first_person(mention, mentions)
    ]


def _stance(target: Mention, act: Act, mentions: Mentions) -> Stance:
    """The stance that the act takes; where it takes none, what the network is sure of."""
    stance = stance_of(act)
    scores = mentions.doc.user_data.get(STANCE)
    if stance != "neutral" or scores is None:
        return stance
    words = [token.i for token in grammar.tokens_in(mentions.doc, target.head or target.span)]
    mean = scores[words].mean(axis=0)
    best = int(mean.argmax())
    return STANCES[best] if mean[best] >= _SURE else "neutral"


def _is_topic(mention: Mention, one: Link, mentions: Mentions) -> bool:
    """An actor that is named or plainly meant: no date, no "Kazakh" of Kazakh wheat, no "it"."""
    if mention.kind in ("date", "event"):
        return False
    head = mentions.head(mention)
    if head.lower_ == "it" and [head] in one.contents:
        return False  # "denied it": what was said, and nobody
    if mention.form == "pronoun":  # whose something is, is not what is spoken of
        return not is_first_person(mention, mentions) and head.tag_ != "PRP$"
    if mention.kind == "nationality":
        above = mentions.of(head.head)
        named = above is not None and above.form == "name"  # "Chinese President Dahl" speaks of Dahl
        beside = head.head.dep_ == "appos" or any(grammar.children(head.head, "appos"))
        envoy = head.head.lemma_.lower() in _ENVOYS and not named and not beside
        return envoy or head.head.lemma_ in BODIES | _OF_STATES or head.dep_ not in ("amod", "compound")
    return True


def _answered(one: Link, act: Act, before: Before) -> Statement:
    """What a statement answers: the one before; where it speaks of a charge, the last that made any."""
    charge = before.charge
    if (
        charge is None
        or act not in _ANSWERING
        or before.statement.act in CHARGING
        or charge.speaker == before.statement.speaker
    ):
        return before.statement
    head = grammar.head_of(one.contents[0])
    return charge if head.lemma_ in _CHARGES else before.statement


def _called(root: Token, act: Act, speaker: Speaker, before: Before) -> list[Mention]:
    """Who is judged by what is said of his words or deed: "said the remark was shameful", "it was too late".

    Of a charge whoever made it; "it" is what was just judged, or else what was just said, where it is not the speaker.
    """
    subject = grammar.subject(root)
    if subject is None or act not in _JUDGING:
        return []
    last, said = before.statement, before.statement
    if subject.lower_ in _SUCH:
        ahead = any(grammar.children(root, "csubj", "ccomp", "xcomp", "expl"))  # "it was not serious of Oslo to ask"
        if before.goes_on or ahead or (subject.lower_ == "it" and speaker.kind != "person") or last.act in _OPEN:
            return []
        if last.act in _JUDGING and act != "reject":
            alike = stance_of(last.act) == stance_of(act)
            return [item.mention for item in last.about if item.role == "target"] if alike else []
    elif subject.lemma_ in _WORDS and any(child.lower_ in _THE for child in grammar.children(subject, "det")):
        said = before.charge if subject.lemma_ in _CHARGES and before.charge is not None else last
    else:
        return []
    return [said.speaker.mention] if said.speaker.mention is not None else []


def _dismaying(root: Token, speaker: Speaker, before: Before) -> list[Mention]:
    """A state or a body by whose refusal, just told, another is dismayed: "Rome said it was disappointed"."""
    said = before.statement
    felt = any(grammar.case(each) in FELT_CASES for each in grammar.children(root, "obl", "obl:agent"))
    if root.lower_ not in EMOTIONS or felt or before.goes_on or said.act not in _DISMAYING:
        return []
    whose = said.speaker.mention
    bodies = said.speaker.kind in ("country", "organization") or speaker.kind in ("country", "organization")
    return [whose] if whose is not None and bodies else []


def _taken_up(one: Link, last: Statement) -> list[Mention]:
    """Who said what the content takes up, and of whom: "denied this", "rejected the charge"."""
    if len(one.contents) != 1:
        return []
    head = grammar.head_of(one.contents[0])
    words = {token.lower_ for token in one.contents[0]}
    definite = any(child.lower_ in _SUCH | {"the", "such"} for child in grammar.children(head, "det"))
    core = [token for token in grammar.noun_phrase(head) if token in one.contents[0]]
    bare = len(core) <= 3 and not any(grammar.children(head, "acl", "ccomp", "nmod"))  # "that view | as outdated"
    brief = len(one.contents[0]) <= 3 or bare or one.head.lemma_ in LABELLING
    if not (words <= _SUCH or (head.lemma_ in SAID and definite and brief)):
        return []
    if head.lemma_ in _OF_COURTS and (last.speaker.kind == "person" or last.act in _AFTERWARDS):
        return []
    said_by = [last.speaker.mention] if last.speaker.mention is not None else []
    return [*said_by, *(item.mention for item in last.about)]
