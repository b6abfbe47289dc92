"""Unlinked words: what a verb says that the network linked to nothing, or not to what its clause has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.attributions.complements import complements, unrelated
from kg.extract.attributions.contents import Tokens, contiguous, reaches
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.words.cueacts import PLAIN, act_of
from kg.extract.words.cues import cue_lemma
from kg.vocabulary import AMBIGUOUS_CUES

# What is said by these may be a thing: "cited the weather".
_NAMING = frozenset({"cite", "mention"})


def give_complements(links: Iterable[tuple[Tokens, Token, list[Tokens]]], taken: set[int]) -> None:
    """Gives verbs that were linked to no content of their sentence the clause that the tree has as their complement.

    The words are taken from the content of another cue that holds them and has more.

    Args:
        links: the words of each cue, its head and its contents; the contents are changed.
        taken: indices of the tokens of all cues and sources.
    """
    everything = list(links)
    for cue, head, contents in everything:
        clause = next(grammar.children(head, "ccomp"), None) if head.pos_ == "VERB" else None
        here = [tokens for tokens in contents if reaches(tokens, head)]
        if head.pos_ != "VERB" or (here and (clause is None or not _is_passed_over(clause, head, here))):
            continue
        if clause is None:
            if not contents:
                contents[:] = _given(cue, head, taken)
            continue
        words = [token for token in clause.subtree if token.i not in taken and not token.is_space]
        words = contiguous(words, clause)
        if len(words) < 2 or clause not in words:
            continue
        inside = {token.i for token in words}
        for _, _, others in everything:
            for tokens in others if len(others) > 1 else []:
                if inside.issuperset(token.i for token in tokens):
                    others.remove(tokens)
                    break
        contents[:] = [words]


def _is_passed_over(clause: Token, head: Token, contents: list[Tokens]) -> bool:
    """Only what another verb goes on with was linked: "said | it was a strait | and stood by [its neighbour]"."""
    goes_on = [child for child in grammar.labelled(head, "conj") if child.i > clause.i > head.i]
    beyond = {token.i for verb in goes_on for token in verb.subtree}
    return bool(beyond) and all(token.i in beyond for tokens in contents for token in tokens)


def _given(cue: Tokens, head: Token, taken: set[int]) -> list[Tokens]:
    """What a verb that the network takes for a cue, and links to no words at all, is about: "blamed the banks"."""
    for complement in (*_after_preposition(cue), *_complements(head)):
        words = [token for token in complement if token.i not in taken and not token.is_space]
        while words and words[-1].is_punct and not words[-1].is_quote:
            words.pop()
        if words and (len(words) > 1 or words[0].pos_ in ("NOUN", "PROPN", "ADV")):
            return [words]
    return []


def _after_preposition(cue: Tokens) -> Iterator[Tokens]:
    """What follows the preposition in which a cue ends: "had kind words for [her host]"."""
    last = cue[-1]
    whole = len(cue) > 1 and last.i - cue[0].i == len(cue) - 1
    if whole and last.dep_ == "case" and last.head.i > last.i:
        yield [token for token in unrelated(last.head) if token.i > last.i]


def _complements(head: Token) -> Iterator[Tokens]:
    lemma = cue_lemma([head], head)
    if lemma in AMBIGUOUS_CUES or (head.lemma_ in AMBIGUOUS_CUES and any(grammar.children(head, "obj"))):
        return  # "push the button for them" is no "push for"
    yield from complements(head)
    # "Thanked the host", but "discussed the matter".
    done = act_of(lemma, head) not in (*PLAIN, "announce") or head.lemma_ in _NAMING
    for child in grammar.children(head, "obj") if done else ():
        if child.i > head.i:
            yield unrelated(child) if head.lemma_ in _NAMING else list(child.subtree)
    whom = subjects.passive_subject(head) if done else None
    if whom is not None:
        yield nounphrases.base_phrase(whom)
