"""What rules and network hold together of what is done by saying something."""

from __future__ import annotations

import math
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extract.acts.clauses import Clauses
from kg.extract.acts.namings import is_of_oneself
from kg.extract.acts.regard import is_quoted, worst
from kg.extract.acts.seenaims import Sayings, words_of
from kg.extract.acts.threats import is_punished
from kg.extract.acts.ultimatums import is_harmless, is_kindness
from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import WILL
from kg.extract.words.byobject import foresees
from kg.extract.words.cueacts import PLAIN, act_named
from kg.extract.words.cues import LABELLING, cue_lemma
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import BAD, BAD_OF_ACTORS, GOOD, SUFFERED, WITNESSES
from kg.model import ACTS, SAYINGS, Act
from kg.vocabulary import AMBIGUOUS_CUES

# What the act of the rules counts more than any other, in log-odds: where they only guess, for the cue is "said" and
# nothing in what is said tells more; and where the cue tells it, but may be read otherwise ("according to", "is to",
# "sees"). Of 10 acts that the network then finds instead of the cue's 7 are right, one of the cue's is; where what is
# said tells the act, of 24 it has 9 and the rules have 6, so that these stay. On 75 articles of which no rule was made
# rules are right in 45 of 100 guesses, 49 of what the content and 88 of what the cue tells, the network in 61, 53 and
# 80; on the open sets, on which they were made, in 39, 69 and 94, and in 46, 43 and 87.
_GUESSED: dict[Act, float] = {"say": 0.5, "announce": 1.0, "claim": 0.5, "report": 1.0, "believe": 2.5}
_BY_CUE: dict[Act, float] = {"report": 1.5, "intend": 2.5, "believe": 2.25, "claim": 2.0, "announce": 2.5, "warn": 1.0}
# What alone it may be instead: whoever warns of his own steps threatens.
_INSTEAD: dict[Act, frozenset[Act]] = {"warn": frozenset({"warn", "threaten"})}
# What a report counts more where those who tell it are not named: what they tell of others as a fact is one.
_UNNAMED = 1.0
# That what is expected is a forecast, and nobody is asked for it: "expects its wine to be treated fairly".
_EXPECTED = 0.3
# That who goes on does what he did before: right in 26 of 67 such statements of the open sets, the network alone in 22,
# both together in 29, and on news of elections the rule is mostly wrong.
_CARRIED = 1.25
# How probable an act has to be that the network alone tells of a plain cue: of those in real news that were less so, 21
# did nothing of the kind, 6 did ("the court will hand down a judgment within months" threatens nobody).
_LEAST: dict[Act, float] = {"praise": 0.46, "demand": 0.28, "threaten": 0.34}
# The same of accusations, times how ill the text speaks of whom or what it names worst, where nobody is quoted, who may
# mock: of 8 that were less so in real news none accused anybody ("told him that she cooperated fully").
_LEAST_ILL = 0.27
# What is done by calling somebody or something a name.
_NAMING: frozenset[Act] = frozenset({"accuse", "criticise", "praise"})
# What others hold against somebody, or want of him, the speaker who tells of it need not.
_HELD: frozenset[Act] = frozenset({"accuse", "criticise", "demand", "praise"})
# What a fund runs that will have nothing left.
_SPENT = frozenset({"dry", "out", "short"})
_OTHERS = frozenset({"he", "she", "they", "you"})
# Words by which something is denied.
_NO = frozenset(
    """
    no not n't n’t never none nobody nothing nowhere neither nor without false untrue wrong nonsense lie lies baseless
    fake fabricated fiction myth
    """.split()
)


def weighed(
    doc: Doc, one: Link, of_cue: Act, told: Act, *, alone: Act, barred: frozenset[Act], unnamed: bool = False
) -> Act:
    """The act that the rules tell; the network has a say where they guess, for "said" carries any, or the cue does.

    Args:
        doc: of the article.
        one: the attribution.
        of_cue: the act of its cue's lemma.
        told: the act by the rules.
        alone: the same, where nothing that was said before counts.
        barred: acts that it cannot be, whatever the network holds of it.
        unnamed: somebody says it whom the text does not name.
    """
    if one.asks:
        return "ask"
    best = _likeliest(doc, one, of_cue, told, alone, barred, unnamed)
    return "report" if best == "announce" and unnamed else best


def _likeliest(doc: Doc, one: Link, of_cue: Act, told: Act, alone: Act, barred: frozenset[Act], unnamed: bool) -> Act:
    """The act by the rules and the network together; that of the rules where the network has no say."""
    seen: Sayings | None = doc.user_data.get(SAYINGS)
    cue, content = words_of(one)
    counts: dict[Act, float] = {}
    if of_cue != "say":
        counts = {told: _BY_CUE[told]} if told == of_cue and told in _BY_CUE else {}
        if one.head.lemma_ == "expect" and told == "believe" and not foresees(one.head):
            counts = {told: _EXPECTED}
    elif alone != told:
        counts = {alone: _GUESSED.get(alone, 0.0), told: _CARRIED}
    elif told in _GUESSED:
        counts = {told: _GUESSED[told]}
    if unnamed and of_cue == "say" and told in PLAIN:
        counts["report"] = counts.get("report", 0.0) + _UNNAMED
    names = one.head.lemma_ in LABELLING
    if seen is None or (names and told != "say") or not (counts and cue and content):
        return told
    if told == "say" and is_negated(one.head):
        return told  # "said nothing" does no more than that
    chances = seen.acts(cue, content)
    only = _INSTEAD.get(told) if told == of_cue else None
    may = [act for act in only or ACTS if act not in barred or act == told]
    best = max(may, key=lambda act: math.log(chances[act] + 1e-9) + counts.get(act, 0.0))
    if names:
        doubted = any(chances[act] > chances[best] for act in barred)  # the likeliest is none, nor is the next then
        return best if best in _NAMING and not doubted else told
    unsure = of_cue == "say" and told in PLAIN and best not in counts and chances[best] < _LEAST.get(best, 0.0)
    if best == "accuse" and told in ("say", "report") and not is_quoted(one.contents):
        unsure |= chances[best] * worst(doc, one.contents) < _LEAST_ILL
    return told if unsure else best


def barred_of(clauses: Clauses, root: Token | None, told: Sequence[Token]) -> frozenset[Act]:
    """Acts that a statement cannot be by the form of what is said.

    Whether something is asked, its form tells; what turns down nothing in so many words rejects nothing: of 6 none
    did; and what denies nothing in so many words, is no denial: of 4 none was.
    Nobody is praised in more bad words than good ones, nor by a word taken over that is no good one ("a “platform”").
    Who saw something denies nothing either, and nobody accuses himself. What a thing or what others will do, nobody
    promises: "the reserves would last", "they will arrest two boys" (of 13 that the network held for promises on texts
    that it was not trained on, none was).

    Args:
        clauses: of the attribution.
        root: the main predicate of what is said.
        told: the predicates of its main clauses.
    """
    one = clauses.one
    negated = any(token.lower_ in _NO for tokens in one.contents for token in tokens)
    seen = one.speaker is not None and one.speaker.lemma_.lower() in WITNESSES
    found: set[Act] = {"ask", "reject"} if negated and not seen else {"ask", "reject", "deny"}
    if root is not None and clauses.is_own(root):
        found.add("accuse")
    if root is not None and clauses.is_moved(root):
        found.add("admit")  # "sorry you are leaving"
    if one.head.lemma_ in LABELLING and is_of_oneself(one):
        found |= _NAMING
    if one.head.lemma_ == "want" and grammar.negated(one.head):
        found.add("demand")  # "does not want a war"
    worded = {token.lemma_.lower() for tokens in one.contents for token in tokens}
    good, bad = len(worded & GOOD), len(worded & (BAD | BAD_OF_ACTORS))
    if (bad > good and not negated) or (one.head.lemma_ in LABELLING and not (good or _is_whole(clauses))):
        found.add("praise")
    if told and all(_is_after(each) for each in told):
        found.add("demand")  # "the Kremlin wants to buy the vote"
    if told and told[0].lemma_ in ("rule", "exclude") and is_negated(told[0]):
        found |= {"deny", "refuse", "reject", "threaten", "promise"}  # what cannot be ruled out may be
    if told and not negated and all(WILL & {child.lower_ for child in each.children} for each in told):
        found.add("refuse")  # it will be done
    if told and all(_is_of_things(clauses, each) for each in told):
        found |= {"promise", "agree", "threaten"}
    by_others = [_done_by_others(clauses, each) for each in told]
    if all(by_others):
        found |= {act for act in by_others if act in _HELD}
    if told and all(is_kindness(each) or (is_harmless(each) and not is_punished(each)) for each in told):
        found.add("threaten")
    if told and all(each.lemma_ in SUFFERED for each in told):
        found |= {"announce", "promise"}  # nor is it announced that "output would fall"
    if told and all(_is_of_others(clauses, each) for each in told):
        found |= {"promise", "agree"}
    return frozenset(found)


def _is_whole(clauses: Clauses) -> bool:
    """A whole name is quoted ("“a symbol of friendship”"); a word alone ("called it a “platform”") tells nothing."""
    words = (token for tokens in clauses.one.contents for token in tokens if token.is_alpha)
    first = next(filter(clauses.direct, words), None)
    return first is not None and first.tag_ == "DT"


def _is_of_things(clauses: Clauses, predicate: Token) -> bool:
    """It tells what a thing does, or what is: "the reserves would last", not "such acts will not go unanswered"."""
    if is_negated(predicate) or clauses.is_own(predicate):
        return False
    spent = predicate.lemma_ == "run" and any(each.lower_ in _SPENT for each in predicate.children)
    if spent or any(grammar.children(predicate, "csubj")):
        return True
    subject = subjects.subject(predicate)
    if subject is None or subject.tag_[:2] not in ("NN", "VB") or any(grammar.children(predicate, "expl")):
        return False
    mention = clauses.mentions.of(subject)
    return mention is None or mention.kind in ("date", "event")


def _done_by_others(clauses: Clauses, predicate: Token) -> Act | None:
    """What it tells that others did by saying something: "said both leaders had denounced the raid"."""
    who = subjects.subject(predicate) or subjects.passive_subject(predicate)  # "he had been pilloried"
    mention = clauses.mentions.of(who) if who is not None else None
    if mention is None or predicate.pos_ != "VERB" or clauses.is_own(predicate):
        return None
    lemma = cue_lemma([predicate], predicate)
    return act_named(lemma) if lemma not in AMBIGUOUS_CUES else None


def _is_after(predicate: Token) -> bool:
    """It tells what others want to do themselves."""
    subject = subjects.subject(predicate)
    others = subject is not None and subject.tag_ != "PRP" and not any(grammar.children(predicate, "obj", "aux"))
    wanted = others and predicate.lemma_ in ("want", "seek", "try", "hope")
    return wanted and any(not any(grammar.children(each, "nsubj")) for each in grammar.children(predicate, "xcomp"))


def _is_of_others(clauses: Clauses, predicate: Token) -> bool:
    """In the speaker's own words others do it."""
    subject, speaker = subjects.subject(predicate), clauses.one.speaker
    if subject is None or (speaker is not None and speaker.lower_ == subject.lower_):
        return False  # 'she said she would look into it', quoted from somebody else
    return subject.lower_ in _OTHERS and clauses.direct(subject)
