"""What can be seen of two mentions: whether they have the same words, agree, and stand where one may take up the other.

Of what stands between them those are counted that the later one might take up as well, by gender, number and kind.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.annotate.mentions import DEPS, NAMES, Bools, Hashes, Mentions
from kg.annotate.pieces import Floats, Ints

PAIR = 79  # features of two mentions

Columns = tuple[NDArray[np.bool_ | np.floating], ...]

_PERSON = NAMES.index("PER")
_NOT_NAMED = 0
_POSSESSOR = DEPS.index("nmod:poss")
_INSIDE = 3  # governors between a noun and what is in its clause, at most


def pairs(mentions: Mentions, later: Ints, earlier: Ints) -> Floats:
    """Features of mentions (one, or one for each pair) with others, given by their heads: [pairs, PAIR].

    They depend on no other pair.
    """
    m, (i, j) = mentions, np.broadcast_arrays(later, earlier)
    columns = (*_words(m, i, j), *_names(m, i, j), *_agreement(m, i, j), *_places(m, i, j), *_grammar(m, i, j))
    columns += _between(m, i, j)
    return np.stack(columns, 1).astype(np.float32)


def _words(m: Mentions, i: Ints, j: Ints) -> Columns:
    shared, size, sizes = _shared(m.inside[i], m.inside[j])
    narrowing, own, others_own = _shared(m.narrowing[i], m.narrowing[j])
    lacking, other = narrowing < own, narrowing < others_own
    lemma = m.lemma[j] == m.lemma[i]
    return (
        m.word[j] == m.word[i],
        lemma,
        lemma & ~lacking & ~other,
        lemma & ~lacking,
        lemma & lacking,
        lemma & lacking & other,
        (m.inside[j] == m.word[i, None]).any(1),
        (m.word[j, None] == m.inside[i]).any(1),
        shared > 0,
        shared / np.maximum(1, size),
        shared / np.maximum(1, sizes),
        (shared == size) & (shared == sizes),
    )


def _names(m: Mentions, i: Ints, j: Ints) -> tuple[Bools, ...]:
    name, other = m.name[i], m.name[j]
    both = (m.last[i] > 0) & (m.last[j] > 0)
    last, given = m.last[i] == m.last[j], m.given[i] == m.given[j]
    one_last, last_one = m.last[i] == m.given[j], m.given[i] == m.last[j]
    long = (m.length[i] > 1) & (m.length[j] > 1)
    return (
        other == name,
        (other != name) & (other > 0) & (name > 0),
        both & last,
        both & last & ~given & long,
        both & (m.whole[i] == m.whole[j]),
        both & (m.length[i] == 1) & (last | one_last),
        both & ~last & ~one_last & ~last_one,
    )


def _agreement(m: Mentions, i: Ints, j: Ints) -> tuple[Bools, ...]:
    known = (m.gender[i] > 0) & (m.gender[j] > 0)
    same = m.gender[i] == m.gender[j]
    return (
        m.plural[j] == m.plural[i],
        m.kind[j] == m.kind[i],
        known & same,
        known & ~same,
        (m.gender[i] > 0) & (m.gender[j] == 0) & m.person[j],
        m.person[i] == m.person[j],
        m.person[i] & ~m.person[j],
        ~m.person[i] & m.person[j],
    )


def _places(m: Mentions, i: Ints, j: Ints) -> Columns:
    away = np.maximum(0, m.sentence[i] - m.sentence[j])
    words = i - j
    said = m.quotations
    by_him, by_other = said.says(j, i), said.says(i, j)
    content = said.content[i]
    together = content == said.content[j]
    quoted = said.quoted[i] & said.quoted[j]
    firsts = m.first[i] & m.first[j]
    return (
        away == 0,
        away == 1,
        away == 2,
        (away > 2) & (away <= 5),
        away > 10,
        np.log1p(away),
        np.log1p(np.maximum(0, words)),
        words <= 2,
        (words > 2) & (words <= 8),
        (words > 8) & (words <= 20),
        np.log1p(np.abs(m.number[i] - m.number[j])),
        by_him,
        by_him & said.direct[i],
        by_him & said.direct[i] & m.first[i],
        by_him & m.he[i],
        by_other,
        by_other & m.first[j],
        together,
        together & (content >= 0),
        said.quoted[i] == said.quoted[j],
        firsts,
        firsts & together,
        quoted & (m.first[i] != m.first[j]),
        (away == 1) & (m.rank[j] == 0),
        (away == 0) & (m.rank[j] == 0),
    )


def _grammar(m: Mentions, i: Ints, j: Ints) -> tuple[Bools, ...]:
    above, other = m.governor[i], m.governor[j]
    higher = m.governor[above]
    governs, governed = above == j, other == i
    subject, subjects, objects = m.subject[i], m.subject[j], m.object[j]
    aside, under = above == other, higher == other
    over = (m.above[i][:, 2:] == other[:, None]).any(1) & ~aside  # j hangs on what is above what i hangs on
    verb = m.lemma[above] == m.lemma[other]
    near = m.sentence[i] - m.sentence[j]
    clause = np.zeros(len(i), bool)  # within the clause that j has
    for step in range(_INSIDE):
        clause |= m.clause[m.above[i, step]] & (m.above[i, step + 1] == j)
    possessor = m.dep[i] == _POSSESSOR
    return (
        (m.begin[j] <= i) & (i < m.end[j]),
        (m.begin[i] <= j) & (j < m.end[i]),
        governs & (m.dep[i] == DEPS.index("appos")),
        governs & (m.dep[i] == DEPS.index("conj")),
        governed & m.stated[i],
        aside,
        m.dep[j] == m.dep[i],
        aside & subjects & m.object[i] & ~m.reflexive[i],
        aside & subjects & m.reflexive[i],
        under & subjects & possessor,
        under & subjects & subject,
        under & objects & subject,
        under & objects & possessor,
        over & subjects,
        over & objects,
        clause,
        verb & (m.dep[j] == m.dep[i]),
        subject & subjects & (near == 1),
        subjects & (near == 1),
    )


def _between(m: Mentions, i: Ints, j: Ints) -> Columns:
    compatible = _compatible(m, i, j)
    between, subjects, alike = _counts(m, i, j)
    return (
        compatible,
        np.log1p(between),
        compatible & (between == 0),
        compatible & (between == 1),
        np.log1p(subjects),
        compatible & m.subject[j] & (subjects == 0),
        np.log1p(alike),
        m.again[j] < m.number[i],
    )


def _compatible(m: Mentions, i: Ints, j: Ints) -> Bools:
    """Whether the first may take up the others, as far as gender, number and kind tell; they are broadcast."""
    gender, others = m.gender[i], m.gender[j]
    agree = (gender == 0) | (others == 0) | (gender == others)
    number = m.plural[i] == m.plural[j]
    name = m.name[j]
    him = ~m.plural[j] & ((name == _PERSON) | (name == _NOT_NAMED)) & ~m.first[j] & ~m.second[j]
    pronoun = number & ~(m.it[i] & m.person[j])
    return np.asarray(agree & np.where(m.he[i], him, np.where(m.pronoun[i], pronoun, number & (m.name[i] == name))))


def _counts(m: Mentions, i: Ints, j: Ints) -> tuple[Ints, Ints, Ints]:
    """Between two mentions: how many the later might take up, how many subjects of these, how many of its kind."""
    mentions, row = np.unique(i, return_inverse=True)
    first = int(m.number[j].min(initial=len(m.heads)))
    heads = m.heads[first : int(m.number[i].max(initial=first))]
    size = len(heads)
    end = np.clip(m.number[i] - first, 0, size)
    begin = np.minimum(m.number[j] - first + 1, end)
    one, others = mentions[:, None], heads[None]
    fit = _compatible(m, one, others)
    found = []
    for which in (fit, fit & m.subject[others], m.kind[one] == m.kind[others]):
        so_far = np.zeros((len(mentions), size + 1), np.int64)
        np.cumsum(which, axis=1, out=so_far[:, 1:])
        found.append(so_far[row, end] - so_far[row, begin])
    return found[0], found[1], found[2]


def _shared(ones: Hashes, others: Hashes) -> tuple[Ints, Ints, Ints]:
    """How many words each row shares with that of the others, how many it has, and how many the other has."""
    ones, others = ones.T.copy(), others.T.copy()  # all first words, all second ones, ...: 30 times as fast
    found = others != 0
    both = np.zeros_like(found)
    for words in ones:
        both |= others == words
    return (both & found).sum(0), (ones != 0).sum(0), found.sum(0)
