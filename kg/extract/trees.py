"""Attributions that the tree alone tells: a verb of saying with its subject and its complement."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract.attributions import Link
from kg.extract.cues import act_of, cue_lemma
from kg.extract.mentions import Mentions
from kg.vocabulary import AMBIGUOUS_CUES, DIRECTED_ACTS

# Acts whose complement is an infinitive or a noun as often as a clause: enough to make a nested statement.
_CLAUSES = ("ccomp", "parataxis")
_NESTED_COMPLEMENTS = ("ccomp", "xcomp", "obj", "parataxis")
# Who speaks for himself in a content says nothing new, and "you" is nobody known.
_HERE = frozenset({"i", "we", "you"})
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
    mention = mentions.of(speaker)
    if mention is None or mention.kind in ("date", "event"):
        return None
    lemma = cue_lemma([verb], verb)
    act = act_of(lemma, verb, None)
    labels: tuple[str, ...] = (
        _NESTED_COMPLEMENTS if act in DIRECTED_ACTS or act in ("deny", "refuse", "agree") else _CLAUSES
    )
    if verb.lemma_ in AMBIGUOUS_CUES:
        labels = ("ccomp",)
    for complement in grammar.children(verb, *labels):
        words = [token for token in complement.subtree if token.i in inside and not token.is_space]
        words = _trimmed(words)
        if words and speaker.i not in {token.i for token in words}:
            return Link(
                cue=[verb],
                head=verb,
                score=score * _SHARE,
                source=grammar.noun_phrase(speaker),
                speaker=speaker,
                contents=[words],
            )
    return None


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without commas and stops at either end."""
    while tokens and tokens[0].text in {",", ";", ":", "."}:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in {",", ";", ":", "."}:
        tokens = tokens[:-1]
    return tokens
