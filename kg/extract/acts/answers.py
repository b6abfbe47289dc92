"""Answers: which statement another takes up, and at whom it is aimed by that: "rejected the charge", "it was late"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.acts.cueobjects import FELT_CASES
from kg.extract.attributions.continuations import Before
from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.syntax.nouns import SAID
from kg.extract.words.cueacts import stance_of
from kg.extract.words.cues import LABELLING
from kg.extract.words.valence import EMOTIONS
from kg.model import Act, Mention, Speaker, Statement

#: Acts that take up what somebody else said, and are aimed at him by it: "welcomed this offer".
JUDGING = frozenset({"accuse", "criticise", "praise", "support", "reject"})
#: Acts that somebody answers who speaks of "the charge", and what he calls it.
CHARGING: frozenset[Act] = frozenset({"accuse", "criticise", "demand", "threaten", "warn"})
# What each of these nouns says that somebody did by saying it.
_CALLED: tuple[tuple[frozenset[str], frozenset[Act]], ...] = (
    (
        frozenset(
            {"accusation", "allegation", "charge", "complaint", "criticism", "jibe", "rebuke", "reproach", "slur"}
        ),
        CHARGING,
    ),
    (frozenset({"appeal", "demand", "plea", "request"}), frozenset({"ask", "demand"})),
    (frozenset({"idea", "initiative", "offer", "proposal", "suggestion"}), frozenset({"propose", "promise"})),
    (frozenset({"invitation"}), frozenset({"ask", "propose"})),
    (frozenset({"threat", "ultimatum", "warning"}), frozenset({"threaten", "warn"})),
    (frozenset({"assurance", "pledge", "promise"}), frozenset({"promise"})),
)
_CHARGES = frozenset({"accusation", "allegation", "charge", "complaint"})
# What somebody said, before which stands one of these, and no finding or decision of others.
_WORDS = _CHARGES | frozenset(
    """
    claim comment comparison criticism demand language remark rhetoric statement suggestion threat tone warning word
    """.split()
)
# Who says no more than these may have done anything by it.
_ANYTHING = frozenset({"say", "claim", "report", "believe", "announce"})
_THE = frozenset({"the", "this", "that", "these", "those", "such"})
# Nobody passes these by such an act.
_AFTERWARDS = frozenset({"agree", "praise", "criticise", "reject", "deny", "admit"})
#: Whoever spoke last need not have passed these: nobody but a body does.
OF_COURTS = frozenset({"judgment", "ruling", "verdict"})
# Nor has who only urged others taken these.
_STEPS = frozenset({"decision", "move", "step"})
_PLEADING = frozenset({"urge", "appeal", "appeal for", "call for", "call on", "ask", "support", "accuse"})
# Of what somebody wants, asks or tells nobody knows whether it is "it".
_OPEN = frozenset({"demand", "ask", "report", "support"})
# What whoever it is done to may be dismayed by, where no more is told.
_DISMAYING = frozenset({"reject", "refuse", "threaten", "announce"})
# They are of whatever was spoken of by whoever had them: "wants to work with Oslo; Bergen rejects the idea".
_THOUGHTS = frozenset({"idea", "notion"})
# Acts by which somebody judges what another has just said: "called this a mirage", "dismissed that as gossip".
_CONTRARY = frozenset({"criticise", "reject"})
# Pronouns that stand for what somebody said before.
_SUCH = frozenset({"it", "this", "that", "these", "those", "so"})


def answered(one: Link, act: Act, before: Before) -> Statement:
    """What a statement answers: the last that did what it takes up, "the charge", "the offer"; else the one before.

    Args:
        one: the attribution.
        act: what it does; who accuses by "the charge" repeats his own.
        before: the statement before it.
    """
    return before.statement if act == "accuse" else _named(grammar.head_of(one.contents[0]), before)


def _named(thing: Token, before: Before) -> Statement:
    """The last statement that may be called so; the one before where none may, or it may do more than it tells."""
    done = next((acts for nouns, acts in _CALLED if thing.lemma_ in nouns), frozenset[Act]())
    vague = "accuse" in done or "propose" in done  # who appeals or threatens is told to do so
    if vague and not before.goes_on and before.statement.act in _ANYTHING:
        return before.statement
    # Of "accused Oslo of it. 'They must stop,' a minister said" the charge is the first.
    charged = before.last({"accuse"}) if thing.lemma_ in _CHARGES else None
    return charged or before.last(done) or before.statement


def called(root: Token, act: Act, speaker: Speaker, before: Before) -> list[Mention]:
    """Who is judged by what is said of his words or deed: "said the remark was shameful", "it was too late".

    Of a charge whoever made it; "it" is what was just judged, or else what was just said, where it is not the speaker.

    Args:
        root: the main predicate of what is said.
        act: what is done by it.
        speaker: of it.
        before: the statement before it.
    """
    subject = subjects.subject(root)
    if subject is None or act not in JUDGING:
        return []
    last, said = before.statement, before.statement
    if (words := _words(root, subject, act)) is not None:
        said = _named(words, before)
        if before.goes_on and said is last:  # "rejected a demand by Oslo, and said the demand was offensive"
            alike = stance_of(last.act) == stance_of(act)
            return [item.mention for item in last.about if item.role == "target"] if alike else []
    elif subject.lower_ in _SUCH:
        ahead = any(grammar.children(root, "csubj", "ccomp", "xcomp", "expl"))  # "it was not serious of Oslo to ask"
        if before.goes_on or ahead or (subject.lower_ == "it" and speaker.kind != "person") or last.act in _OPEN:
            return []
        if last.act in JUDGING and act != "reject":
            alike = stance_of(last.act) == stance_of(act)
            return [item.mention for item in last.about if item.role == "target"] if alike else []
    else:
        return []
    return [said.speaker.mention] if said.speaker.mention is not None else []


def _words(root: Token, subject: Token, act: Act) -> Token | None:
    """The words of somebody that are judged: "said the remark was shameful", "said it regretted the remark"."""
    own = subject.pos_ == "PRON" and act in ("criticise", "reject")  # who "supports the claim" may not have heard it
    judged = (subject, *(grammar.children(root, "obj") if own else ()))
    known = (each for each in judged if each.lemma_ in _WORDS)
    return next((each for each in known if any(one.lower_ in _THE for one in grammar.children(each, "det"))), None)


def dismaying(root: Token, speaker: Speaker, before: Before) -> list[Mention]:
    """A state or a body by whose refusal, just told, another is dismayed: "Rome said it was disappointed".

    Args:
        root: the main predicate of what is said.
        speaker: of it.
        before: the statement before it.
    """
    said = before.statement
    felt = any(grammar.case(each) in FELT_CASES for each in grammar.children(root, "obl", "obl:agent"))
    if root.lower_ not in EMOTIONS or felt or before.goes_on or said.act not in _DISMAYING:
        return []
    whose = said.speaker.mention
    bodies = said.speaker.kind in ("country", "organization") or speaker.kind in ("country", "organization")
    return [whose] if whose is not None and bodies else []


def taken_up(one: Link, act: Act, last: Statement, *, goes_on: bool) -> list[Mention]:
    """Who said what the content takes up, and of whom: "denied this", "rejected the charge", "called it a mockery".

    Args:
        one: the attribution.
        act: what it does.
        last: the statement that it may take up.
        goes_on: it is the same speaker's.
    """
    # "Called that report | on Friday | a lie".
    parted = one.head.lemma_ in LABELLING and one.contents[0][0].i > one.head.i
    if len(one.contents) > (2 if parted else 1):
        return []
    said_by = [last.speaker.mention] if last.speaker.mention is not None else []
    if act in _CONTRARY and not goes_on and _is_judged(one.contents[0]):
        return said_by
    head = grammar.head_of(one.contents[0])
    words = {token.lower_ for token in one.contents[0]}
    definite = any(child.lower_ in _SUCH | {"the", "such"} for child in grammar.children(head, "det"))
    core = [token for token in nounphrases.noun_phrase(head) if token in one.contents[0] and token.i <= head.i]
    more = [each for each in grammar.children(head, "acl", "ccomp", "nmod") if grammar.case(each) != "as"]
    bare = len(core) <= 3 and not more  # "that view | as outdated"
    brief = len(one.contents[0]) <= 3 or bare or one.head.lemma_ in LABELLING
    if not (words <= _SUCH or (head.lemma_ in SAID and definite and brief)):
        return []
    if head.lemma_ == "report" and last.speaker.kind in ("country", "person") and last.act != "report":
        return []  # who only spoke of it, too
    if head.lemma_ in OF_COURTS and (last.speaker.kind == "person" or last.act in _AFTERWARDS):
        return []
    if head.lemma_ in _STEPS and (last.act in _AFTERWARDS - {"agree"} or last.cue.lemma in _PLEADING):
        return []
    whole = head.lemma_ in _THOUGHTS
    return [*said_by, *(item.mention for item in last.about if whole or item.role == "target")]


def _is_judged(content: Sequence[Token]) -> bool:
    """It is "this" or "it", and what that is called: "it a mockery", "that as gossip", "this “a dream”"."""
    first, *more = (token for token in content if token.is_alpha)
    quoted = len(content) > 1 and content[1].is_quote
    named = bool(more) and (quoted or more[0].lower_ == "as" or more[0].tag_ == "DT")
    return first.lower_ in _SUCH - {"so"} and named and first.dep_ not in ("det", "mark")
