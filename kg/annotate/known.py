"""Names that the gazetteer knows, in a text: of which kind a name is that the network found.

A network of this size can't keep the names of the world in its weights: "Daesh" was a person to it, or a place, as it
had not read it. What the gazetteer says of the words of a name is added to its scores, as a table of weights says that
is learned (`training.known`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

import numpy as np

from kg import resources
from kg.annotate.pieces import PARAGRAPH, Floats, Ints
from kg.annotate.sequences import LabelledSpan, probabilities

#: Kinds of what is known; a name may be of several. A city has 200,000 people or is a capital.
KINDS = ("country", "demonym", "place", "city", "organization", "person", "surname")
#: Features of one word: a name of each kind begins, goes on; the same of names that stand beside a word with a capital,
#: which may be a part of a longer one ("Kostanay Growers' League"); a name ends; it has several words.
OF_WORD = 4 * len(KINDS) + 2
#: Features of a word as the table takes them: of itself, the word before, the word after.
FEATURES = 3 * OF_WORD

_ENDS, _LONG = 4 * len(KINDS), 4 * len(KINDS) + 1
_ENDING = frozenset('.?!:“"') | {PARAGRAPH}  # after these a capital tells nothing
_CITY = 200_000
_DATE = "DATE"  # of which the gazetteer knows none
_LEAST_CHANCE = np.float32(1e-12)  # of a label, so that none is ruled out
# As spaCy's tokenizer cuts names: marks by themselves, the 's too, a full stop stays with initials and abbreviations.
_WORD = re.compile(r"(?:[A-Z]\.)+|\w+(?=['’]s\b)|['’]s\b|\w+(?:['’]\w+)*\.?|[^\w\s]")
# The files of the gazetteer, what their names are names of, and the columns that have them; of places see `_names`.
_COLUMNS = (
    ("countries.csv", "country", ("label", "official", "aliases")),
    ("demonyms.csv", "demonym", ("word",)),
    ("regions.csv", "city", ("label", "aliases")),
    ("organizations.csv", "organization", ("label", "aliases")),
    ("people.csv", "person", ("label", "aliases")),
    ("people.csv", "surname", ("surnames",)),
    ("offices.csv", "person", ("person",)),
)


class Known:
    """The names of a gazetteer.

    Args:
        folder: of its files.
    """

    def __init__(self, folder: Path) -> None:
        # Words with spaces between → a bit for each kind; none for what names only begin with.
        self._kinds: dict[str, int] = {}
        for name, kind in _names(folder):
            words = _WORD.findall(name)
            # "us" and "nice" are words.
            if len(words) > 1 or (len(name) > 2 and name[0].isupper()) or name.isupper():
                *beginnings, key = accumulate(words, "{} {}".format)
                for beginning in beginnings:
                    self._kinds.setdefault(beginning, 0)
                self._kinds[key] = self._kinds.get(key, 0) | 1 << KINDS.index(kind)

    @classmethod
    @cache
    def bundled(cls) -> Known:
        """The names of the gazetteer that the product carries, read once."""
        return cls(resources.folder("gazetteer"))

    def names(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Begin, end and kinds, a bit each, of the longest names from left to right; none overlaps another."""
        free = 0
        for begin in [i for i, word in enumerate(words) if word in self._kinds]:
            if begin < free:
                continue
            kinds = 0
            for end in range(begin + 1, len(words) + 1):
                found = self._kinds.get(" ".join(words[begin:end]))
                if found is None:
                    break
                if found:
                    free, kinds = end, found
            if kinds:
                yield begin, free, kinds

    def features(self, words: Sequence[str]) -> Floats:
        """What is known of each word: [words, FEATURES], 0 or 1."""
        return _with_neighbours(_of_words(words, self.names(words)), np.arange(len(words)))

    def with_kinds(
        self, spans: Sequence[LabelledSpan], words: Sequence[str], scores: Floats, labels: Sequence[str], table: Floats
    ) -> list[LabelledSpan]:
        """Spans, those that are just a name of the gazetteer with the kind that they then likeliest have.

        No span comes or goes and none has other borders: with the table added before the spans were chosen, two longer
        names that begin with a known one were lost in 38 articles ("Kostanay Growers' League", "World Food Programme").

        Args:
            spans: of names.
            words: of the text.
            scores: [words, labels] of the network, unnormalised.
            labels: "O", "B-..." and "I-...".
            table: [FEATURES, labels] what each feature adds to the scores.
        """
        names = list(self.names(words))
        borders = {(begin, end) for begin, end, _ in names}
        known = [
            i for i, span in enumerate(spans) if span.label != _DATE and not borders.isdisjoint(_ways(span, words))
        ]
        if not known:
            return list(spans)
        inside = np.concatenate([np.arange(spans[i].begin, spans[i].end) for i in known])
        chances = np.log(probabilities(scores[inside]) + _LEAST_CHANCE)
        chances += _with_neighbours(_of_words(words, names), inside) @ table
        kinds = [
            (label[2:], i, labels.index(f"I-{label[2:]}"))
            for i, label in enumerate(labels)
            if label.startswith("B-") and label[2:] != _DATE
        ]
        found = list(spans)
        begin = 0
        for i in known:
            span = spans[i]
            end = begin + span.end - span.begin
            label = _likeliest(chances[begin:end], kinds)
            found[i] = LabelledSpan(span.begin, span.end, label, span.score)
            begin = end
        return found


def _of_words(words: Sequence[str], names: Iterable[tuple[int, int, int]]) -> Floats:
    """The features of each word by itself, [words + 2, OF_WORD]: one more before the first and after the last."""
    found = np.zeros((len(words) + 2, OF_WORD), np.float32)
    for begin, end, kinds in names:
        first = 2 * len(KINDS) * _beside_capital(words, begin, end)
        for i in range(len(KINDS)):
            if kinds >> i & 1:
                found[begin + 1, first + i] = 1
                found[begin + 2 : end + 1, first + len(KINDS) + i] = 1
        found[end, _ENDS] = 1
        if end - begin > 1:
            found[begin + 1 : end + 1, _LONG] = 1
    return found


def _with_neighbours(of_words: Floats, words: Ints) -> Floats:
    """The features of some words, given by their indices, and of the words beside them: [words, FEATURES]."""
    return np.concatenate([of_words[words + 1], of_words[words], of_words[words + 2]], 1)


def _ways(span: LabelledSpan, words: Sequence[str]) -> set[tuple[int, int]]:
    """Begin and end of a span, with and without an article."""
    ways = {(span.begin, span.end)}
    return ways | {(span.begin + 1, span.end)} if words[span.begin].lower() == "the" else ways


def _likeliest(chances: Floats, kinds: Sequence[tuple[str, int, int]]) -> str:
    """The kind, of those given with the columns of their labels, that all words of a name together likeliest have."""
    begun, going_on = chances[0].tolist(), chances[1:].sum(0).tolist()
    return max(kinds, key=lambda kind: begun[kind[1]] + going_on[kind[2]])[0]


def _beside_capital(words: Sequence[str], begin: int, end: int) -> bool:
    """Whether the word before or after begins with a capital that the beginning of a sentence does not ask for."""
    if end < len(words) and words[end][0].isupper():
        return True
    return begin > 1 and words[begin - 1][0].isupper() and words[begin - 2] not in _ENDING


def _names(folder: Path) -> Iterator[tuple[str, str]]:
    """Names and their kinds, as the files have them."""
    for file, kind, columns in _COLUMNS:
        for row in _rows(folder / file, columns):
            yield from ((name, kind) for names in row for name in names.split(";") if name)
    for name, aliases, population, capital in _rows(
        folder / "places.csv", ("name", "aliases", "population", "capital")
    ):
        kind = "city" if int(population or 0) > _CITY or capital else "place"
        yield from ((each, kind) for each in (name, *aliases.split(";")) if each)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """What the rows of a file have in some of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        wanted = [header.index(column) for column in columns]
        for row in rows:
            yield [row[i] for i in wanted]
