"""What can be seen of each mention whatever it means: its words, its form, its place and its grammar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from kg.annotate.genders import FEMALES, MALES, genders
from kg.annotate.pieces import Floats
from kg.annotate.quotations import Quotations

PRONOUNS = {
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
KINDS = (*dict.fromkeys(PRONOUNS.values()), "pronoun", "name", "whose", "the", "this", "a", "plural", "bare")
_KIND_NUMBERS = {kind: i for i, kind in enumerate(KINDS)}
_PRONOUN_TAGS = frozenset("PRP PRP$ WP WP$ WDT WDT DT EX".split())
DEPS = (
    *("", "nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "compound", "appos", "conj", "ROOT"),
    *("expl", "iobj", "nmod:unmarked", "parataxis", "advmod", "obl:agent", "dep", "xcomp", "ccomp", "list"),
    *("vocative", "det", "amod"),
)
SUBJECTS = tuple(map(DEPS.index, ("nsubj", "nsubj:pass")))
OBJECTS = tuple(map(DEPS.index, ("obj", "obl", "iobj", "obl:agent")))
NAMES = ("", "PER", "ORG", "LOC", "MISC", "DATE", "EVENT")
_NUMBERS = {get_string_id(dep): i for i, dep in enumerate(DEPS)}
_NARROWING = frozenset("amod compound nummod nmod:poss nmod flat acl".split())
_CLAUSES = "csubj csubj:pass ccomp xcomp acl:relcl advcl"
# Two mentions may share these words without having anything in common.
_EMPTY = frozenset(
    map(get_string_id, [*". , “ ” \" ( ) - 's ’s the a an of in on at for to and or".split(), *PRONOUNS])
)
_NO_NAME = frozenset({"'s", "’s", "the", "."})  # in the span of a name, and no word of it
_MOST = 12  # words of a mention that are compared
_ABOVE = 8  # governors of governors that are looked at
_LEAD = 2  # sentences a text begins with
# Pronouns that differ in more than what the kinds tell.
_APART = ("it", "this that", "these those", "which what", "one")
_REFLEXIVE = "myself yourself himself herself itself ourselves yourselves themselves"
_PRONOUN_NUMBERS = {get_string_id(word): i for i, word in enumerate(PRONOUNS, start=1)}


def _which(*words: str) -> NDArray[np.bool_]:
    """Of each pronoun by its number, after one for all that is none, whether it is among the words."""
    return np.array([False, *(word in words for word in PRONOUNS)])


def _of_kinds(*kinds: str) -> NDArray[np.bool_]:
    return _which(*(word for word, kind in PRONOUNS.items() if kind in kinds))


_FIRST, _SECOND, _HE, _IT, _SEVERAL = (
    _of_kinds(*kinds.split()) for kinds in ("I we", "you", "he she", "it", "they we")
)
_REFLEXIVES, *_THESE = (_which(*words.split()) for words in (_REFLEXIVE, *_APART))

TRAITS = len(KINDS) + len(DEPS) + len(NAMES) + 38  # of a mention

Hashes = NDArray[np.uint64]
Bools = NDArray[np.bool_]


class Mentions:
    """The mentions of a text, each by the token that heads it; all attributes are of tokens.

    Args:
        doc: the text.
        spans: tokens (begin, end) of the mention that a token heads; one that is not among them stands alone.

    Attributes:
        heads: the tokens that head a mention, in text order.
        number: how many mentions are headed by a token before this one.
        word, lemma: as hashes; `inside` and `narrowing` those in the mention and of what narrows its head down.
        begin, end: of the mention.
        governor: what the token hangs on; `above` [tokens, any] is that of that and so on.
        sentence: its number, from 1 on.
        rank: how many mentions of the sentence are headed by a token before it.
        dep, name, kind: numbers in `DEPS`, `NAMES` and `KINDS`.
        clause: whether the token heads a clause that a noun has.
        first, second, he, it, pronoun, reflexive, plural: which pronouns and nouns it is; `stated` has a copula.
        gender, person: see `kg.annotate.genders`.
        last, given, whole: hashes of the last, the first and all words of the name that the token is in, 0 for none;
            `length` counts them.
        again: number of the next mention with that last word, or else that lemma.
        traits: [tokens, TRAITS] of each as the head of a mention.
    """

    def __init__(self, doc: Doc, spans: Mapping[int, tuple[int, int]]) -> None:
        size = len(doc)
        self.heads = np.array(sorted(spans), np.int64)
        self.number = np.searchsorted(self.heads, np.arange(size))
        self.word, self.lemma, dep, tag = doc.to_array(["LOWER", "LEMMA", "DEP", "TAG"]).T
        words = strings(doc, self.word)
        self.quotations = Quotations(doc, words)
        self.governor = np.arange(size) + doc.to_array("HEAD").astype(np.int64)
        self._above()
        self.sentence = np.searchsorted([sentence.start for sentence in doc.sents], np.arange(size), side="right")
        self.rank = self.number - np.searchsorted(self.heads, np.searchsorted(self.sentence, self.sentence))
        self.dep = np.array([_NUMBERS.get(one, 0) for one in dep.tolist()], np.int64)
        self.clause = _among(dep, "acl acl:relcl")
        self.subject, self.object = np.isin(self.dep, SUBJECTS), np.isin(self.dep, OBJECTS)
        self._pronouns(tag)
        self._names(doc, words)
        self._spans(doc, spans)
        lemmas = strings(doc, self.lemma)
        self.gender, self.person = genders(words, lemmas, self.heads.tolist(), self._persons)
        self._recur()
        self.traits = self._traits(doc, tag, dep)

    def _above(self) -> None:
        above = [self.governor]
        for _ in range(_ABOVE):
            above.append(self.governor[above[-1]])
        self.above = np.stack(above, 1)
        self._depth = (self.above[:, 1:] != self.above[:, :-1]).sum(1) + (self.governor != np.arange(len(self.above)))

    def _pronouns(self, tag: Hashes) -> None:
        number = np.array([_PRONOUN_NUMBERS.get(word, 0) for word in self.word.tolist()], np.int64)
        self.first, self.second, self.he, self.it = _FIRST[number], _SECOND[number], _HE[number], _IT[number]
        self._several, self.reflexive = _SEVERAL[number], _REFLEXIVES[number]
        self.pronoun = _among(tag, "PRP PRP$")
        self._apart = [these[number] for these in _THESE]

    def _names(self, doc: Doc, words: Sequence[str]) -> None:
        size = len(doc)
        self.name = np.zeros(size, np.int64)
        self.last, self.given, self.whole = np.zeros((3, size), np.uint64)
        self.length = np.zeros(size, np.int64)
        self._persons: dict[int, tuple[int, int]] = {}
        for name in doc.ents:
            span = slice(name.start, name.end)
            self.name[span] = NAMES.index(name.label_)
            kept = [word for word in words[span] if word not in _NO_NAME]
            if kept:
                self.given[span], self.last[span] = get_string_id(kept[0]), get_string_id(kept[-1])
                self.whole[span], self.length[span] = get_string_id(" ".join(kept)), len(kept)
            if name.label_ == "PER":
                self._persons |= dict.fromkeys(range(name.start, name.end), (name.start, name.end))

    def _spans(self, doc: Doc, spans: Mapping[int, tuple[int, int]]) -> None:
        size = len(doc)
        self.begin, self.end = np.arange(size), np.arange(1, size + 1)
        self.kind = np.zeros(size, np.int64)
        self.plural, self.stated = np.zeros((2, size), bool)
        self.inside, self.narrowing = np.zeros((2, size, _MOST), np.uint64)
        self.inside[:, 0] = self.word
        words, heads = self.word.tolist(), list(spans)
        self.begin[heads], self.end[heads] = np.array(list(spans.values()), np.int64).reshape(-1, 2).T
        inside, narrowing = [], []
        for head, (begin, end) in spans.items():
            token = doc[head]
            children = [(child, child.dep_) for child in token.children]
            self.kind[head] = _KIND_NUMBERS[_kind(token, children)]
            self.plural[head] = self._several[head] or token.tag_ in ("NNS", "NNPS")
            self.stated[head] = any(label == "cop" for _, label in children)
            inside.append(_first(words[begin:end]))
            narrowing.append(_first([child.lemma for child, label in children if label in _NARROWING]))
        if heads:
            self.inside[heads], self.narrowing[heads] = np.array([inside, narrowing], np.uint64)

    def _recur(self) -> None:
        """How often each is mentioned, by the last word of a name or by the lemma."""
        lemmas = self.lemma[self.heads].tolist()
        keys = np.where(self.last > 0, self.last, self.lemma)[self.heads].tolist()
        size = len(self.word)
        self._earlier, self._total, self._named = np.zeros((3, size))
        self._fresh = np.zeros(size, bool)
        self.again = np.full(size, len(lemmas))
        total, named = Counter(lemmas), Counter(self.last[self.heads].tolist())
        so_far: Counter[int] = Counter()
        before: dict[int, int] = {}
        for number, (head, lemma, key) in enumerate(zip(self.heads.tolist(), lemmas, keys, strict=True)):
            self._earlier[head], self._total[head] = so_far[lemma], total[lemma]
            self._named[head] = named[int(self.last[head])] if self.last[head] else 0
            self._fresh[head] = key not in before
            if key in before:
                self.again[before[key]] = number
            before[key] = head
            so_far[lemma] += 1

    def _traits(self, doc: Doc, tag: Hashes, labels: Hashes) -> Floats:
        found = np.zeros((len(doc), TRAITS), np.float32)
        rows, first = np.arange(len(found)), 0
        for values, count in ((self.kind, len(KINDS)), (self.dep, len(DEPS)), (self.name, len(NAMES))):
            found[rows, first + values] = 1
            first += count
        with_clause, states = np.zeros((2, len(doc)), bool)
        with_clause[self.governor[_among(labels, _CLAUSES)]] = True
        states[self.governor[_among(labels, "cop")]] = True
        above = tag[self.governor]
        flags = (
            *(self.plural, self.narrowing.any(1), self.stated, self._earlier > 0, np.log1p(self._earlier)),
            *(self.gender == MALES, self.gender == FEMALES, self.person),
            *(self.quotations.quoted, self.quotations.direct, self.quotations.content >= 0),
            *(self.first, self.second, self.reflexive, np.log1p(self.rank), np.log1p(self.sentence)),
            *(self.sentence <= _LEAD, np.log1p(self._total), np.log1p(self._named), self._fresh),
            *(np.log(self.end - self.begin), self.end > self.begin + 3, self._depth / 4, np.log1p(self.length)),
            *self._apart,
            *(with_clause[self.governor] & self.subject, states[self.governor] & self.subject),
            *(_among(above, "VB VBD VBG VBN VBP VBZ"), _among(above, "NN NNS NNP NNPS")),
            *(_among(tag, tags) for tags in ("CD", "DT", "NNS NNPS", "NNP NNPS")),
            doc.to_array("IS_TITLE"),
        )
        found[:, first:] = np.stack(flags, 1)
        return found


def strings(doc: Doc, hashes: Hashes) -> list[str]:
    """The strings of a text's vocabulary, each looked up once: to ask tokens for them takes longer."""
    found = {number: doc.vocab.strings[number] for number in set(hashes.tolist())}
    return [found[number] for number in hashes.tolist()]


def _among(values: Hashes, wanted: str) -> Bools:
    return np.isin(values, np.array([get_string_id(one) for one in wanted.split()], np.uint64))


def _kind(token: Token, children: list[tuple[Token, str]]) -> str:
    if token.tag_ in _PRONOUN_TAGS:
        return PRONOUNS.get(token.lower_, "pronoun")
    if token.tag_ in ("NNP", "NNPS"):
        return "name"
    before = [(child.lower_, label) for child, label in children if child.i < token.i]
    if any(label == "nmod:poss" for _, label in before):
        return "whose"
    found = [_DETERMINERS[word] for word, _ in before if word in _DETERMINERS]
    return found[0] if found else "plural" if token.tag_ == "NNS" else "bare"


def _first(words: list[int]) -> list[int]:
    """The first different words that are not empty, zeros after them."""
    kept = [word for word in dict.fromkeys(words) if word not in _EMPTY][:_MOST]
    return kept + [0] * (_MOST - len(kept))
