"""Told: whether a verb of saying tells of a saying that took place, and not of one that is wished for or ahead."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.participles import speaker_in_participle
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.grammar import TENSED
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import cue_lemma, is_ahead, is_cue, wishes
from kg.vocabulary import DIRECTED_ACTS

MODALS = frozenset({"can", "could", "ca", "will", "would", "wo", "may", "might", "'ll", "’ll", "'d", "’d"})
_AHEAD = frozenset({"will", "would", "wo", "'ll", "’ll", "'d", "’d"})
_OPEN = frozenset({"if", "unless", "before", "until", "whether", "when", "once"})
_HOPING = frozenset({"hope", "wish"})
_WISHING = frozenset({"ask", "demand", "propose"})
# How a main clause may hang, and one that is said.
_MAIN = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
# What is only allowed for: "whatever we may offer".
_MAYBE = frozenset({"may", "might"})
# What is told by these took place: "offended them by saying so".
_BY = frozenset({"after", "by", "despite", "for"})
# Who does this says something by it.
_CONTACTING = frozenset({"call", "phone", "telephone", "ring", "write", "email"})
# What those do not do who are asked and keep it back.
_TELLING = frozenset({"say", "comment", "confirm", "disclose", "elaborate", "reveal", "specify"})


def is_told(verb: Token) -> bool:
    """The verb tells of a saying that took or takes place, not of one wished for or in an open condition."""
    helpers = {child.lower_ for child in grammar.children(verb, "aux")}
    if speaker_in_participle(verb) is not None or _is_meanwhile(verb):
        return True
    if is_ahead(verb) or (verb.dep_ == "ccomp" and verb.head.lemma_ in _HOPING):
        return False  # "we hope that they understand"
    if _is_contact(verb) or _is_kept_back(verb, helpers):
        return True
    if _is_present(verb, helpers):
        return True
    going_on = verb.tag_ == "VBG" and verb.lower_.endswith("ing")  # whatever the tag of "plans"
    if (verb.tag_ == "VB" and not helpers - {"to"}) or (going_on and not helpers):
        return False
    if helpers & _AHEAD and verb.tag_ == "VB" and not wishes(verb):  # "Oslo would veto it": not yet, and may never
        subject = subjects.subject(verb)
        return subject is not None and subject.lower_ in ("i", "we") and not grammar.negated(verb)
    subject = subjects.subject(verb) if helpers & MODALS else None
    if subject is not None and (subject.tag_ == "PRP" or verb.dep_ == "acl:relcl"):  # "a judge whom both could accept"
        # "It will accept": what the speaker around thinks; "I would urge", "I can confirm" does what it says.
        return subject.lower_ in ("i", "we") and not grammar.negated(verb) and not helpers & _MAYBE
    return not any(child.lower_ in _OPEN for child in grammar.children(verb, "mark"))


def _is_present(verb: Token, helpers: set[str]) -> bool:
    """A verb with a subject of its own, of whatever tag: "we expect a call", "they put it at ten"."""
    if verb.tag_ != "VB" or helpers or verb.dep_ not in _MAIN:
        return False
    bare = not any(child.tag_ == "TO" or child.dep_ == "mark" for child in verb.children)
    wished = (
        verb.dep_ == "ccomp" and act_of(cue_lemma([verb.head], verb.head), verb.head) in _WISHING
    )  # "asked he wait"
    return bare and not wished and any(child.i < verb.i for child in grammar.children(verb, "nsubj"))


def _is_meanwhile(verb: Token) -> bool:
    """What somebody does by words while doing something else: "accepted it while requesting the logs"."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.i > verb.i:
        return False
    aside = verb.nbor(-1).text == ","
    if any(grammar.children(verb, "ccomp")):
        by = any(child.lower_ in _BY for child in grammar.children(verb, "mark"))
        # "She thanked the host, adding that the road was long", "had hurt them by saying that it was".
        return (aside and verb.head.tag_ in TENSED) or (by and verb.head.tag_ in (*TENSED, "VBN"))
    meanwhile = aside or any(child.lower_ == "while" for child in verb.children)
    done = is_cue(verb.head) or (aside and verb.head.tag_ in TENSED)  # "thousands marched, demanding a vote"
    return meanwhile and done and act_of(cue_lemma([verb], verb), verb) in DIRECTED_ACTS


def _is_contact(verb: Token) -> bool:
    """Somebody calls or writes to say it: "phoned the king to thank him"."""
    above = verb.head
    return verb.dep_ == "advcl" and above.i < verb.i and above.lemma_ in _CONTACTING and above.tag_ in (*TENSED, "VBN")


def _is_kept_back(verb: Token, helpers: set[str]) -> bool:
    """Somebody was asked and does not tell: "would not say who paid"."""
    subject = subjects.subject(verb) if verb.lemma_ in _TELLING and "would" in helpers else None
    return subject is not None and subject.lower_ not in ("i", "we", "you") and grammar.negated(verb)
