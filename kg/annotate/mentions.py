"""What can be seen of mentions and of pairs of them whatever they mean: their words, forms, places and grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from kg.annotate.pieces import Floats, Ints

_PRONOUNS = {
    word: kind
    for kind, words in {
        "I": "i me my mine myself",
        "we": "we us our ours ourselves",
        "you": "you your yours yourself yourselves",
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves",
        "these": "this that these those",
        "who": "who whom whose which what",
        "one": "one ones other others another each some any all both none",
    }.items()
    for word in words.split()
}
_DETERMINERS = (
    {"the": "the"}
    | dict.fromkeys("this that these those such".split(), "this")
    | dict.fromkeys("a an another some any no".split(), "a")
)
_KINDS = (*dict.fromkeys(_PRONOUNS.values()), "pronoun", "name", "whose", "the", "this", "a", "plural", "bare")
_PRONOUN_TAGS = frozenset("PRP PRP$ WP WP$ WDT DT EX".split())
_DEPS = ("", "nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "compound", "appos", "conj", "ROOT")
_NAMES = ("", "PER", "ORG", "LOC", "MISC", "DATE", "EVENT")
_NUMBERS = {get_string_id(dep): i for i, dep in enumerate(_DEPS)}
_NARROWING = frozenset("amod compound nummod nmod:poss nmod flat acl".split())
# Two mentions may share these words without having anything in common.
_EMPTY = frozenset(
    map(get_string_id, [*". , “ ” \" ( ) - 's ’s the a an of in on at for to and or".split(), *_PRONOUNS])
)
_MOST = 12  # words of a mention that are compared

TRAITS = len(_KINDS) + len(_DEPS) + len(_NAMES) + 5  # of a mention
PAIR = 27  # features of two mentions

Hashes = NDArray[np.uint64]


class Mentions:
    """The mentions of a text, each by the token that heads it.

    Args:
        doc: the text.
        spans: tokens (begin, end) of the mention that a token heads; one that is not among them stands alone.

    Attributes:
        traits: [tokens, TRAITS] of each as the head of a mention.
    """

    def __init__(self, doc: Doc, spans: Mapping[int, tuple[int, int]]) -> None:
        size = len(doc)
        self._word, self._lemma, dep = doc.to_array(["LOWER", "LEMMA", "DEP"]).T
        self._begin, self._end = np.arange(size), np.arange(1, size + 1)
        self._governor = np.arange(size) + doc.to_array("HEAD").astype(np.int64)
        self._sentence = np.searchsorted([sentence.start for sentence in doc.sents], np.arange(size), side="right")
        self._dep = np.array([_NUMBERS.get(one, 0) for one in dep.tolist()], np.int64)
        self._name, self._kind = np.zeros((2, size), np.int64)
        for name in doc.ents:
            self._name[name.start : name.end] = _NAMES.index(name.label_)
        self._plural, self._stated = np.zeros((2, size), bool)
        self._inside, self._narrowing = np.zeros((2, size, _MOST), np.uint64)
        self._inside[:, 0] = self._word
        for head, (begin, end) in spans.items():
            token = doc[head]
            children = list(token.children)
            self._begin[head], self._end[head] = begin, end
            self._kind[head] = _KINDS.index(_kind(token, children))
            self._plural[head] = token.tag_ in ("NNS", "NNPS") or _PRONOUNS.get(token.lower_) in ("they", "we")
            self._stated[head] = any(child.dep_ == "cop" for child in children)
            _write(self._inside[head], self._word[begin:end].tolist())
            _write(self._narrowing[head], [child.lemma for child in children if child.dep_ in _NARROWING])
        self.traits = self._traits(np.array(sorted(spans), np.int64))

    def _traits(self, heads: Ints) -> Floats:
        found = np.zeros((len(self._word), TRAITS), np.float32)
        rows, first = np.arange(len(found)), 0
        for values, count in ((self._kind, len(_KINDS)), (self._dep, len(_DEPS)), (self._name, len(_NAMES))):
            found[rows, first + values] = 1
            first += count
        earlier = np.zeros(len(found))
        seen: dict[int, int] = {}
        for head, lemma in zip(heads.tolist(), self._lemma[heads].tolist(), strict=True):
            earlier[head] = seen.get(lemma, 0)
            seen[lemma] = seen.get(lemma, 0) + 1
        flags = self._plural, self._narrowing.any(1), self._stated, earlier > 0, np.log1p(earlier)
        found[:, first:] = np.stack(flags, 1)
        return found

    def pairs(self, mentions: Ints, others: Ints) -> Floats:
        """Features of mentions (one, or one for each pair) with others, given by their heads: [pairs, PAIR]."""
        i, j = mentions, others
        shared, size, sizes = _shared(self._inside[i], self._inside[j])
        narrowing, own, others_own = _shared(self._narrowing[i], self._narrowing[j])
        lacking, other = narrowing < own, narrowing < others_own
        lemma = self._lemma[j] == self._lemma[i]
        name, names = self._name[i], self._name[j]
        away = np.maximum(0, self._sentence[i] - self._sentence[j])
        governs, governed = self._governor[i] == j, self._governor[j] == i
        columns = (
            self._word[j] == self._word[i],
            lemma,
            lemma & ~lacking & ~other,
            lemma & ~lacking,
            lemma & lacking,
            lemma & lacking & other,
            (self._inside[j] == self._word[i, None]).any(1),
            (self._word[j, None] == self._inside[i]).any(1),
            shared > 0,
            shared / np.maximum(1, size),
            shared / np.maximum(1, sizes),
            (shared == size) & (shared == sizes),
            self._plural[j] == self._plural[i],
            names == name,
            (names != name) & (names > 0) & (name > 0),
            away == 0,
            away == 1,
            np.log1p(away),
            np.log1p(np.maximum(0, i - j)),
            (self._begin[j] <= i) & (i < self._end[j]),
            (self._begin[i] <= j) & (j < self._end[i]),
            governs & (self._dep[i] == _DEPS.index("appos")),
            governs & (self._dep[i] == _DEPS.index("conj")),
            governed & self._stated[i],
            self._governor[j] == self._governor[i],
            self._dep[j] == self._dep[i],
            self._kind[j] == self._kind[i],
        )
        return np.stack(columns, 1).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Weights:
    """What all that weighs when one mention may take up another; learned without what the network makes of them.

    Attributes:
        hidden: [PAIR + 2 * TRAITS + 1, any] of the pair, of the later mention, of the earlier one, and of nothing.
        out: [any] of the hidden features.
        none: [TRAITS + 1] of the later mention, for its taking up nothing.
        network: [1] of the score that the network gives the pair.
    """

    hidden: Floats
    out: Floats
    none: Floats
    network: Floats


class Scorer:
    """Scores pairs of mentions of one text by what is seen of them."""

    def __init__(self, mentions: Mentions, weights: Weights) -> None:
        self._mentions, self._weights = mentions, weights
        pair, later, earlier, rest = np.split(weights.hidden, np.cumsum([PAIR, TRAITS, TRAITS]))
        self._pair = pair
        # Without BLAS, whose threads cost more than they save here.
        self._later = np.einsum("ij,jk->ik", mentions.traits, later) + rest
        self._earlier = np.einsum("ij,jk->ik", mentions.traits, earlier)
        self._none = np.einsum("ij,j->i", mentions.traits, weights.none[:-1]) + weights.none[-1]

    def __call__(self, mentions: Ints, others: Ints) -> Floats:
        """Log-odds, [pairs], that mentions take up another one each and not nothing; all are given by their heads."""
        hidden = np.einsum("ij,jk->ik", self._mentions.pairs(mentions, others), self._pair)
        hidden = np.maximum(hidden + self._later[mentions] + self._earlier[others], 0)
        scores: Floats = np.einsum("ij,j->i", hidden, self._weights.out) - self._none[mentions]
        return scores


def _kind(token: Token, children: list[Token]) -> str:
    if token.tag_ in _PRONOUN_TAGS:
        return _PRONOUNS.get(token.lower_, "pronoun")
    if token.tag_ in ("NNP", "NNPS"):
        return "name"
    before = [child for child in children if child.i < token.i]
    if any(child.dep_ == "nmod:poss" for child in before):
        return "whose"
    found = [_DETERMINERS[child.lower_] for child in before if child.lower_ in _DETERMINERS]
    return found[0] if found else "plural" if token.tag_ == "NNS" else "bare"


def _write(row: Hashes, words: list[int]) -> None:
    """The first different words that are not empty, zeros after them."""
    kept = [word for word in dict.fromkeys(words) if word not in _EMPTY][:_MOST]
    row[:] = 0
    row[: len(kept)] = kept


def _shared(ones: Hashes, others: Hashes) -> tuple[Ints, Ints, Ints]:
    """How many words each row shares with that of the others, how many it has, and how many the other has."""
    found = others != 0
    both = (others[:, :, None] == ones[:, None, :]).any(2) & found
    return both.sum(1), np.count_nonzero(ones, axis=1), found.sum(1)
