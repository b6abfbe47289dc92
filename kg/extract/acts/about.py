"""Whom a statement concerns: at whom it is aimed, and of whom else it speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from spacy.tokens import Token

from kg.extract.acts.actors import (
    DONE_TO,
    UNOWNED,
    WANTED_FOR,
    actors,
    is_cause,
    is_first_person,
    is_matter,
    is_others_side,
    sufferer,
    undergoers,
    who_are,
)
from kg.extract.acts.aims import AIMED, targets_of
from kg.extract.acts.answers import CHARGING, JUDGING, OF_COURTS, answered, called, dismaying, taken_up
from kg.extract.acts.clauses import Clauses
from kg.extract.acts.cueobjects import is_of_others, is_question, is_told_by_cue, objects, undergoers_of
from kg.extract.acts.regard import regard
from kg.extract.acts.sametargets import are_those, meant_all_along, meant_before, turns
from kg.extract.acts.seenaims import aimed, may_be_aimed, surely_aimed
from kg.extract.acts.spokenof import is_topic
from kg.extract.attributions.continuations import Before
from kg.extract.attributions.links import Link
from kg.extract.attributions.matters import matters
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import predicates
from kg.extract.words.cueacts import stance_of
from kg.extract.words.cues import LABELLING
from kg.extract.words.valence import HARMS
from kg.model import About, Act, Mention, Speaker, Stance, Statement

# Acts whose target the network has a say in.
_SEEN = AIMED | {"reject", "support"}
# Acts that nobody is a target of: whoever is asked or agreed with is an addressee, and a report is aimed at nobody.
_UNAIMED = frozenset({"agree", "ask", "report"})
# Acts that go on at whom the same speaker aimed the ones before.
_GOING_ON = AIMED | {"warn"}
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
    if is_told_by_cue(one) and any(each.lemma_ in UNOWNED for each in objects(one.head)):
        before = None  # who blasts the media has turned from whomever he blasted before
    of = actors(matters(one.head, one.contents), mentions)
    told = targets_of(one, act, root, mentions, home=home)
    if of and act in AIMED and not is_told_by_cue(one):
        told = of
    whose = {token.i for token in one.cue if token.tag_ == "PRP$"}  # "its attacks on" are the speaker's own
    # Who did what is spoken of, "the ruling", an earlier sentence tells; nobody then asks who spoke last.
    by_deed = bool(told) and all(mention.end <= one.cue[0].sent.start_char for mention in told)
    trusted = (act == "support" and bool(told)) or by_deed  # "had full confidence in him"
    targets = {mention.span: mention for mention in told if mentions.head(mention).i not in whose}
    answer = answered(one, act, before) if before is not None else None
    goes_on = before is not None and before.goes_on
    taken = taken_up(one, act, answer, goes_on=goes_on) if answer is not None and not by_deed else []
    again = meant_before(one, act, root, before) if before is not None else []
    found: list[Mention] = []
    if not targets and act in JUDGING and before is not None and answer is not None:
        said_by = answer.speaker.mention
        found = called(root, act, speaker, before) if root is not None and not taken else []
        found = found or (dismaying(root, speaker, before) if root is not None else [])
        meant = [said_by] if taken and said_by is not None else found or (again if before.goes_on else [])
        targets = {mention.span: mention for mention in meant}
    by_cue, named = is_told_by_cue(one), one.head.lemma_ in LABELLING
    if act in _SEEN:
        told, others = list(targets.values()), _aimable(one, act, root, speaker, mentions)
        firm = by_cue and any(mention.span in targets for mention in actors(objects(one.head), mentions))
        # "Called the charge a lie", "said the remark was shameful".
        worded = bool(taken) and grammar.head_of(one.contents[0]).lemma_ not in OF_COURTS
        sure = by_cue or trusted or bool(of) or bool(found) or (worded and named)

        def says_so() -> bool:
            clauses = Clauses(one, mentions, mentions.quotes, home=home)
            return worded or any(clauses.act(each) == act for each in predicates(one.contents))

        seen = aimed(mentions.doc, one, act, told, others, by_cue=sure, firm=firm, worded=says_so)
        targets = {each.span: each for mention in seen for each in who_are(mention, mentions)}
    elif named and act == "say":
        targets = {}  # the name tells nothing of whom it is given: "called the port a “platform” for talks"
    elif not targets and (act not in _UNAIMED or (act == "agree" and grammar.negated(one.head))):
        seen = surely_aimed(mentions.doc, one, _aimable(one, act, root, speaker, mentions))
        targets = {mention.span: mention for mention in seen}
    if not targets and act in _GOING_ON and before is not None and before.goes_on and not turns(root, act, mentions):
        again = again or meant_all_along(one, act, before)
        targets = {mention.span: mention for mention in again if may_be_aimed(mentions.doc, one, again)}
    instead: Mention | None = None
    same = before is not None and (before.goes_on or before.of_it)
    subject = subjects.subject(root) if targets and same and root is not None else None
    if subject is not None and are_those(subject, act, again):
        targets = {mention.span: mention for mention in again}
        instead = mentions.of(subject)
    inside = [
        mention
        for tokens in one.contents
        for mention in mentions.within(grammar.span_of(*tokens))
        if is_topic(mention, one, mentions) and mention is not instead
    ]
    inside += of
    if act == "ask" and is_question(one):
        inside += actors(objects(one.head), mentions)
    own = {speaker.mention.span} if speaker.mention is not None else set()
    own |= {mention.span for mention in inside if is_first_person(mention, mentions)}
    spans = {mention.span: mention for mention in [*inside, *taken]} | targets
    return [
        About(mention=mention, role="target", stance=_stance(mention, act, mentions))
        if span in targets
        else About(mention)
        for span, mention in sorted(spans.items())
        if span not in own
    ]


def _aimable(one: Link, act: Act, root: Token | None, speaker: Speaker, mentions: Mentions) -> list[Mention]:
    """Whom an act may be aimed at: the actors in its content, but for the speaker, and who "deserves better"."""
    worthy = subjects.subject(root) if root is not None and root.lemma_ == "deserve" else None
    wronged = {token.i for token in worthy.subtree} if worthy is not None else set()
    # What something is said to be: "condemned the launches as a violation of UN resolutions".
    roles = (each for each in grammar.children(one.head, "obl") if grammar.case(each) == "as")
    wronged |= {token.i for each in roles for token in each.subtree if token.i >= each.i}
    # Nobody has anything against whom it is done to: "condemned the arrest of Dahl".
    deeds = WANTED_FOR if act == "demand" else DONE_TO
    done = [token for tokens in one.contents for token in tokens if token.lemma_ in deeds]
    suffering = [each for deed in done for each in undergoers(deed, mentions, deeds)]
    if act in ("accuse", "criticise") and root is not None and not is_told_by_cue(one):
        suffering += [who for who in [sufferer(root, mentions)] if who is not None]
    if act in ("demand", "ask"):
        # For what something is wanted: "appealed for funds to help Chad".
        wanted = [one.head, *(each for each in grammar.children(one.head, "obl", "obj") if grammar.case(each) == "for")]
        meant = [to for each in wanted for to in grammar.children(each, "advcl", "xcomp", "acl") if to.tag_ == "VB"]
        meant += [inner for each in meant for inner in grammar.labelled(each, "xcomp")]
        suffering += (each for clause in meant for each in grammar.labelled(clause, "obj"))
        suffering += [*undergoers_of(one), *(each for deed in done for each in grammar.labelled(deed, "nmod:poss"))]
    if act == "support":  # "voiced support for impeaching him"
        said = [token for tokens in one.contents for token in tokens]
        suffering += (each for verb in said if verb.lemma_ in HARMS for each in grammar.labelled(verb, "obj"))
    wronged |= {token.i for each in suffering for token in each.subtree}
    if one.head.lemma_ == "vote" and root is not None and root.tag_ == "VB":
        return []  # "voted to remove him"
    if act in ("demand", "ask") and is_told_by_cue(one) and is_of_others(one):
        return []
    return [
        mention
        for tokens in one.contents
        for mention in mentions.within(grammar.span_of(*tokens))
        if mention.kind not in ("date", "event")
        and mention != speaker.mention
        and mentions.head(mention).i not in wronged
        and not is_others_side(mentions.head(mention), mention)
        and not is_matter(mentions.head(mention), mention)
        and not is_first_person(mention, mentions)
        and not is_cause(mention, mentions)
        and (is_topic(mention, one, mentions) or _is_of_a_thing(mention, mentions))
    ]


def _is_of_a_thing(mention: Mention, mentions: Mentions) -> bool:
    """Whose something is, and no person: "the Hungarian veto", not "his Hungarian colleague"."""
    head = mentions.head(mention)
    above = mentions.of(head.head)
    return mention.kind == "nationality" and (above is None or above.kind != "person")


def _stance(target: Mention, act: Act, mentions: Mentions) -> Stance:
    """The stance that the act takes; where it takes none, what the network is sure of."""
    stance = stance_of(act)
    mean = regard(mentions.doc, target)
    if stance != "neutral" or mean is None:
        return stance
    best = int(mean.argmax())
    return STANCES[best] if mean[best] >= _SURE else "neutral"
