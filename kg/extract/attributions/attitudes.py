"""Attitudes: what an adjective or a participle after "be" tells of somebody's will: "is willing to talk"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects

#: Adjectives, and participles used like them, for what somebody would do. "Ready", "grateful", "sure" and the like tell
#: of a state as often as of a will: annotators leave out half of them.
ATTITUDES = frozenset({"inclined", "prepared", "reluctant", "unwilling", "willing"})


def attitude(word: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that an adjective after "be" makes with its subject and its complement; None where it makes none.

    Args:
        word: the adjective or participle.
        inside: indices of the tokens among which subject and complement must lie.
        score: confidence in the attribution.
        mentions: of the article.
    """
    copula = grammar.labelled(word, "cop", "aux:pass", "aux")
    if not copula and word.dep_ != "conj":
        return None
    subject = next((child for child in grammar.labelled(word, "nsubj", "nsubj:pass")), None)
    speaker = subjects.antecedent(subject) if subject is not None else _shared(word)
    asked = subject is not None and any(child.i < subject.i for child in copula)
    if speaker is None or speaker.i not in inside or speaker.lower_ == "you" or asked:
        return None
    mention = mentions.of(speaker)
    if mention is None or mention.kind in ("date", "event"):
        return None
    for child in sorted(word.children, key=lambda child: child.i):
        if child.i < word.i or child.i not in inside:
            continue
        to = child.dep_ in ("xcomp", "ccomp", "advcl") and grammar.is_infinitive(child)
        if not to and not (child.dep_ == "obl" and grammar.case(child) == "for" and child.ent_type_ != "DATE"):
            continue
        words = [token for token in child.subtree if token.i in inside and not token.is_space]
        while words and words[-1].is_punct and not words[-1].is_quote:
            words.pop()
        if len(words) > 1:
            cue = sorted([*copula, word], key=lambda token: token.i)
            source = nounphrases.noun_phrase(speaker)
            return Link(cue=cue, head=word, score=score, source=source, speaker=speaker, contents=[words])
    return None


def _shared(word: Token) -> Token | None:
    """Whose attitude it is, where it is coordinated with a verb: "wanted peace but was ready to defend it"."""
    return subjects.subject(word.head) if word.dep_ == "conj" and word.head.pos_ in ("VERB", "AUX", "ADJ") else None
