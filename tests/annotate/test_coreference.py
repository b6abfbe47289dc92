"""Coreference from vectors made by hand, and of plain cases by the network."""

from __future__ import annotations

import numpy as np

from kg.annotate import Annotator
from kg.annotate.coreference import (
    DIFFERENT,
    DISTANCES,
    LONGER,
    OTHERWISE,
    SAME,
    SHORTER,
    Coreference,
    phrases,
    sameness,
)
from kg.annotate.mentions import TRAITS
from kg.annotate.pairs import PAIR
from kg.annotate.scorer import Weights
from kg.model import COREFERENCE
from tests.extract.docs import doc_of

TREE = """
    The     DT  the     2  det
    envoy   NN  envoy   5  nsubj
    of      IN  of      4  case
    Norway  NNP Norway  2  nmod
    left    VBD leave   0  root
    ,       ,   ,       9  punct
    and     CC  and     9  cc
    he      PRP he      9  nsubj
    thanked VBD thank   5  conj
    the     DT  the     11 det
    envoy_  NN  envoy   9  obj
    .       .   .       5  punct
"""


def coreference(pairs: dict[int, int], nearness: float = 0.0) -> Coreference:
    """Each word takes up the one it is given; all others none."""
    doc = doc_of(TREE)
    anaphors, antecedents = np.zeros((2, len(doc), len(doc) + 1), np.float16)
    for word, other in pairs.items():
        anaphors[word, other] = antecedents[other, other] = 6
    # One product that all pairs share takes the others below none.
    anaphors[:, -1], antecedents[:, -1] = 4, -2
    near = np.full((len(DISTANCES) + 1, SAME + 1), nearness, np.float32)
    known = phrases([token.text for token in doc], [token.tag_ for token in doc])
    sizes = (PAIR + 2 * TRAITS + 1, 1), (1,), (TRAITS + 1,)
    weights = Weights(*(np.zeros(size, np.float32) for size in sizes), network=np.ones(1, np.float32))
    return Coreference(doc, known, anaphors, antecedents, near, weights)


def test_words_that_take_up_each_other_are_one_cluster() -> None:
    found = coreference({7: 1, 10: 7}).clusters()
    assert [[(begin, end) for begin, end, _ in cluster] for cluster in found] == [[(0, 4), (7, 8), (9, 11)]]


def test_where_nothing_is_taken_up_there_is_no_cluster() -> None:
    assert coreference({}).clusters() == []


def test_scores_are_log_odds_against_no_antecedent() -> None:
    scores = coreference({7: 1}).scores(7, [1, 3])
    assert scores[0] > 0 > scores[1]


def test_distance_and_sameness_count() -> None:
    one = coreference({})
    one.nearness[:, SAME] = 50
    assert one.scores(10, [1])[0] > 0 > one.scores(10, [3])[0]
    assert one.clusters() == [[(0, 4, 1), (9, 11, 10)]]


def test_what_is_seen_counts_beside_the_network() -> None:
    one = coreference({})
    before = one.scores(10, [1, 3])
    one.weights.none[-1] = 2  # nothing is likelier for all mentions
    again = coreference({})
    again.weights.none[-1] = 2
    assert np.allclose(again.scores(10, [1, 3]), before - 2)
    again = coreference({})
    again.weights.hidden[20, 0] = 1  # two mentions of one kind
    again.weights.out[0] = 5
    assert np.allclose(again.scores(10, [1, 3]) - before, [5, 0])


def test_of_many_candidates_the_likeliest_are_looked_at() -> None:
    doc = doc_of("".join(f"    dog  NN  dog  {min(i, 1)}  {'dep' if i else 'root'}\n" for i in range(30)))
    vectors = np.ones((2, 30, 1), np.float16)
    vectors[1, :, 0] = np.arange(30)
    known = coreference({})
    one = Coreference(doc, np.zeros((30, 2), np.int64), *vectors, known.nearness, known.weights)
    scores = one.scores(29, range(29))
    assert np.flatnonzero(np.isfinite(scores)).tolist() == list(range(5, 29))


def test_words_are_the_same_with_the_same_words_before_them() -> None:
    words = "The new law of May . The law . A tax law and the New law . Laws".split()
    tags = "DT JJ NN IN NNP . DT NN . DT NN NN CC DT JJ NN . NNS".split()
    laws = [i for i, word in enumerate(words) if word.lower().startswith("law")]
    known = phrases(words, tags)[laws]
    new, bare, tax, again, plural = range(5)
    kinds = sameness(known[:, None], known[None])
    assert kinds[again, new] == SAME
    assert kinds[bare, new] == SHORTER
    assert kinds[tax, bare] == LONGER
    assert kinds[tax, new] == OTHERWISE
    assert kinds[plural, bare] == DIFFERENT


def test_a_mention_is_its_noun_phrase() -> None:
    one = coreference({})
    assert [one.mention(head) for head in (1, 3, 7, 10)] == [(0, 4), (3, 4), (7, 8), (9, 11)]


def test_the_network_knows_who_he_is(annotator: Annotator) -> None:
    words = "Mary Moen met John Novotny in Oslo . She thanked him for the talks .".split()
    doc = annotator.annotate_words(words)
    known: Coreference = doc.user_data[COREFERENCE]
    names = [words.index("Mary"), words.index("John")]
    assert known.scores(words.index("She"), names).argmax() == 0
    assert known.scores(words.index("him"), names).argmax() == 1


def test_nothing_is_known_of_white_space(annotator: Annotator) -> None:
    assert annotator.annotate_words(["\n\n", " "]).user_data[COREFERENCE].clusters() == []
