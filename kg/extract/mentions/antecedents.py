"""Antecedents: which earlier mentions a mention may take up, as the network sees it; and what else a pronoun may."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from kg.extract.syntax import grammar
from kg.extract.syntax.nouns import DOCUMENTS, SAID
from kg.model import COREFERENCE, Span
from kg.vocabulary import ACT_CUES

# Farther back, in tokens, nothing is looked for; in GUM's training part one in a hundred antecedents is.
_REACH = 600
_MOST = 6  # candidates that are kept for one mention
_LEAST = -3.0  # log-odds of a candidate that is kept


# Nothing else is taken up by a pronoun that may be no mention: neither by "who" nor by "there".
_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "DT", "PRP", "VBG"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_ONE_THING = frozenset({"it", "its", "itself"})


class Coreference(Protocol):
    """What the annotation knows of who is meant."""

    heads: Sequence[int]  # words that may head a mention, in text order

    def scores_of_all(self, words: list[int], candidates: list[list[int]]) -> list[NDArray[np.float32]]:
        """Of each word, the log-odds that each of its candidates heads an antecedent of what the word heads."""


def antecedents(
    doc: Doc, heads: Mapping[Span, int], seeking: Collection[Span]
) -> dict[Span, tuple[tuple[Span, float], ...]]:
    """For some mentions, those before each that it may take up, the likeliest first.

    Args:
        doc: with its coreference among its user data; without it nothing is found.
        heads: head token of every mention.
        seeking: the mentions that may take up another.
    """
    coreference: Coreference | None = doc.user_data.get(COREFERENCE)
    if coreference is None:
        return {}
    found: dict[Span, tuple[tuple[Span, float], ...]] = {}
    order = sorted(heads, key=lambda span: (heads[span], span))
    places = [heads[span] for span in order]
    asked: list[tuple[Span, list[Span]]] = []
    words: list[int] = []
    candidates: list[list[int]] = []
    for span in seeking:
        first, last = bisect_left(places, heads[span] - _REACH), bisect_left(places, heads[span])
        if first < last:
            asked.append((span, order[first:last]))
            words.append(heads[span])
            candidates.append(places[first:last])
    if not asked:
        return found
    for (span, before), scores in zip(asked, coreference.scores_of_all(words, candidates), strict=True):
        best = np.argsort(-scores, kind="stable")[:_MOST]
        likely = zip(best.tolist(), scores[best].tolist(), strict=True)
        found[span] = tuple((before[i], round(odds, 2)) for i, odds in likely if odds > _LEAST)
    return found


def elsewhere(
    doc: Doc, pronouns: Mapping[Span, int], taken: Mapping[int, Span]
) -> dict[Span, tuple[float, tuple[tuple[Span, float], ...]]]:
    """For some pronouns, the log-odds that each takes up a noun that is no mention: "the bill" that it is.

    What a document says is whose it is: with them come the owners of documents that may be the pronoun which says
    something, and are not counted among the nouns, "their resolution condemns ... It calls".

    Args:
        doc: with its coreference among its user data; without it nothing is found.
        pronouns: "it" or "they", with their tokens.
        taken: the mentions that tokens belong to.
    """
    coreference: Coreference | None = doc.user_data.get(COREFERENCE)
    if coreference is None or not pronouns:
        return {}
    nouns = [head for head in coreference.heads if head not in taken and doc[head].tag_ in _TAGS]
    owners = {noun: owner for noun in nouns if (owner := _owner(doc[noun], taken)) is not None}
    things = {one: [noun for noun in nouns if _agrees(doc[noun], one=one)] for one in (True, False)}
    asked = []
    for word in pronouns.values():
        agreeing = things[doc[word].lower_ in _ONE_THING]
        asked.append(agreeing[bisect_left(agreeing, word - _REACH) : bisect_left(agreeing, word)])
    found = {}
    scores = coreference.scores_of_all(list(pronouns.values()), asked)
    for (span, word), heads, odds in zip(pronouns.items(), asked, scores, strict=True):
        says = doc[word].dep_ == "nsubj" and doc[word].head.lemma_ in ACT_CUES
        papers = [i for i, noun in enumerate(heads) if noun in owners and odds[i] > _LEAST] if says else []
        others = np.logaddexp.reduce(np.delete(odds, papers), initial=-np.inf)
        made = tuple((owners[heads[i]], round(float(odds[i]), 2)) for i in papers)
        found[span] = round(float(others), 2), made
    return found


def _owner(noun: Token, taken: Mapping[int, Span]) -> Span | None:
    """Whose document it is: "the union's report", "a Norwegian statement", "a letter from the union"."""
    if noun.lemma_ not in DOCUMENTS | SAID:
        return None
    before = grammar.children(noun, "nmod:poss", "amod", "compound")
    behind = (child for child in grammar.children(noun, "nmod") if grammar.case(child) in ("by", "from", "of"))
    return next((taken[child.i] for child in (*before, *behind) if child.i in taken), None)


def _agrees(noun: Token, *, one: bool) -> bool:
    """An "it" takes it up, or a "they": one thing is no "they" by another pronoun, and several are no "it"."""
    if noun.tag_ == "PRP":
        return one == (noun.lower_ in _ONE_THING)
    return not (one and noun.tag_ in _SEVERAL)
