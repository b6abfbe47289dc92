"""Attributions that the tree alone tells: a verb of saying with its subject and its complement."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract.attributions import Link
from kg.extract.cues import PLAIN, act_of, cue_lemma
from kg.extract.mentions import Mentions
from kg.vocabulary import AMBIGUOUS_CUES, DIRECTED_ACTS

# What a verb of saying may have as its content: a clause; an infinitive, where it does something by it ("promised to");
# a noun, where it can be done to a thing ("rejected the plan", "proposed a fee").
_CLAUSES = ("ccomp", "parataxis")
_TO_DO = frozenset({"intend", "believe", "promise", "threaten", "refuse", "agree", "propose", "demand", "ask"})
_TO_THINGS = frozenset({"deny", "refuse", "agree", "propose", "announce"})
# Who speaks for himself in a content says nothing new, and "you" is nobody known.
#: Nouns for what somebody says, does or wants by saying it.
SAYINGS = frozenset(
    """
    accusation allegation announcement apology appeal assertion assurance call claim commitment complaint condemnation
    criticism declaration demand denial insistence invitation objection offer opposition plea pledge promise proposal
    refusal rejection request suggestion threat vow warning
    """.split()
)
_MODALS = frozenset({"can", "could", "ca", "will", "would", "wo", "may", "might", "'ll", "’ll", "'d", "’d"})
_OPEN = frozenset({"if", "unless", "before", "until", "whether", "when", "once"})
_OF_ONESELF = DIRECTED_ACTS | {"admit", "deny", "propose", "warn"}
_HERE = frozenset({"you"})
# The tree is less sure than the network: its attributions keep this share of the confidence.
_SHARE = 0.8


def link_by_tree(verb: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that a verb of saying makes with its subject and its complement; None where it makes none.

    Args:
        verb: the cue.
        inside: indices of the tokens among which subject and complement must lie.
        score: confidence in what they lie in.
        mentions: of the article.
    """
    speaker = grammar.subject(verb)
    if speaker is None or speaker.i not in inside or speaker.lower_ in _HERE:
        return None
    if speaker.lower_ in ("i", "we") and act_of(cue_lemma([verb], verb), verb) not in _OF_ONESELF:
        return None
    mention = mentions.of(speaker)
    if mention is None or mention.kind in ("date", "event"):
        return None
    complements = sorted(grammar.children(verb, *_labels(verb)), key=lambda child: child.dep_ == "obj")
    for complement in complements:
        words = _trimmed([token for token in _content(verb, complement) if token.i in inside and not token.is_space])
        follows = complement.i > verb.i or act_of(cue_lemma([verb], verb), verb) in PLAIN
        if words and follows and speaker.i not in {token.i for token in words}:
            return Link(
                cue=[verb],
                head=verb,
                score=score * _SHARE,
                source=grammar.noun_phrase(speaker),
                speaker=speaker,
                contents=[words],
            )
    return None


def is_told(verb: Token) -> bool:
    """The verb tells of a saying that took or takes place, not of one wished for or in an open condition."""
    helpers = {child.lower_ for child in grammar.children(verb, "aux")}
    if (verb.tag_ == "VB" and not helpers - {"to"}) or (verb.tag_ == "VBG" and not helpers):
        return False
    if helpers & _MODALS and (subject := grammar.subject(verb)) is not None and subject.tag_ == "PRP":
        return False  # "I can't promise", "it will accept": what the speaker around says of himself
    return not any(child.lower_ in _OPEN for child in grammar.children(verb, "mark"))


def link_by_noun(noun: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that a noun of saying makes with whose it is and what it is of; None where it makes none.

    "A demand by Turkey for a uniform fee", "Kazakhstan's claim that it was told nothing", "the Turkish offer to pay".
    """
    speaker = next((child for child in noun.children if child.i in inside and _owns(child, mentions)), None)
    if speaker is None:
        return None
    for child in noun.children:
        clause = child.dep_ in ("acl", "ccomp") and any(each.dep_ == "mark" for each in child.children)
        thing = child.dep_ == "nmod" and _case(child) in ("for", "against")
        words = _trimmed([token for token in child.subtree if token.i in inside and not token.is_space])
        if child.i > noun.i and (clause or thing) and len(words) > 1:
            return Link(
                cue=[noun],
                head=noun,
                score=score * _SHARE,
                source=grammar.noun_phrase(speaker),
                speaker=speaker,
                contents=[words],
            )
    return None


def _owns(token: Token, mentions: Mentions) -> bool:
    """An actor whose the noun is: "Turkey's offer", "the offer by Turkey", "the Turkish offer"."""
    mention = mentions.of(token)
    if mention is None or mention.kind in ("date", "event") or mention.form == "pronoun":
        return False
    if token.dep_ == "nmod:poss" or (token.dep_ == "nmod" and _case(token) in ("by", "from")):
        return True
    return token.dep_ in ("amod", "compound") and mention.kind == "nationality"


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def _labels(verb: Token) -> tuple[str, ...]:
    """How what is said may hang on the verb."""
    act = act_of(cue_lemma([verb], verb), verb)
    if verb.lemma_ in AMBIGUOUS_CUES:
        return ("ccomp", "xcomp") if act == "promise" else ("ccomp",)
    labels: tuple[str, ...] = _CLAUSES
    if act in _TO_DO:
        labels += ("xcomp",)
    if act in DIRECTED_ACTS or act in _TO_THINGS:
        labels += ("xcomp", "obj")
    if act in ("ask", "demand") and any(grammar.children(verb, "obl", "obj", "iobj")):
        labels += ("advcl",)  # "appealed to both to settle it"
    return labels


def _content(verb: Token, complement: Token) -> list[Token]:
    """The words of the complement; with the person an infinitive is asked of, and what follows a thing demanded."""
    words = list(complement.subtree)
    infinitive = complement.dep_ in ("xcomp", "advcl", "ccomp") and any(
        each.tag_ == "TO" for each in complement.children
    )
    is_asking = infinitive and act_of(cue_lemma([verb], verb), verb) in ("ask", "demand", "warn", "propose")
    aside = next((each for each in complement.children if each.dep_ == "advcl" and each.nbor(-1).text == ","), None)
    if aside is not None and aside.tag_ == "VBG":
        words = [token for token in words if token.i < aside.i]
    for child in verb.children:
        case = {each.lower_ for each in child.children if each.dep_ == "case"}
        person = child.dep_ in ("obj", "iobj", "obl") and child.ent_type_ != "DATE" and is_asking
        before = person and verb.i < child.i < complement.i
        after = (
            complement.dep_ == "obj" and child.dep_ == "obl" and child.i > complement.i and case & {"from", "for", "of"}
        )
        if before or after:
            words += [token for token in child.subtree if token.dep_ != "case" or token.head.i != child.i]
    return sorted(words, key=lambda token: token.i)


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without commas and stops at either end."""
    while tokens and tokens[0].text in {",", ";", ":", "."}:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in {",", ";", ":", "."}:
        tokens = tokens[:-1]
    return tokens
