"""What an evaluation gives: precision, recall and F1 for each thing that is scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`name` was found with this precision, recall and F1 (0 to 1); the corpus has `count` of it."""

    name: str
    precision: float
    recall: float
    f1: float
    count: int

    @classmethod
    def of(cls, name: str, *, precision: tuple[float, float], recall: tuple[float, float]) -> Row:
        """From part and whole of precision and recall; what is of nothing is 0. The whole of recall is the count."""
        p, r = (part / whole if whole else 0.0 for part, whole in (precision, recall))
        return cls(name, p, r, 2 * p * r / (p + r) if p + r else 0.0, round(recall[1]))

    @classmethod
    def mean(cls, name: str, rows: Sequence[Row], count: int) -> Row:
        """The mean of some rows, of F1 as of precision and recall."""
        precision, recall, f1 = (
            sum(getattr(row, part) for row in rows) / len(rows) for part in ("precision", "recall", "f1")
        )
        return cls(name, precision, recall, f1, count)


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores on one corpus.

    Attributes:
        task: one of `kg.evaluate.TASKS`.
        corpus: name of the file, or of the folder of several.
        digest: SHA-256 of the file, in hexadecimal digits: figures can only be compared for the same file. Of several
            files, that of their digests.
        texts, words: how much was annotated.
        rows: one for each thing scored.
        errors: what was found wrong, a line each with the words around it; none where the task doesn't tell.
    """

    task: str
    corpus: str
    digest: str
    texts: int
    words: int
    rows: tuple[Row, ...]
    errors: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Row:
        return next(row for row in self.rows if row.name == name)


class Tally:
    """Counts what is right, found and wanted, by name."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()

    def compare(self, name: str, found: Iterable[object], wanted: Iterable[object]) -> None:
        """Count the members of two sets and of what they share."""
        ours, gold = set(found), set(wanted)
        self.count(name, right=len(ours & gold), found=len(ours), wanted=len(gold))

    def count(self, name: str, *, right: int, found: int, wanted: int) -> None:
        """Add to the counts of a name."""
        self.right[name] += right
        self.found[name] += found
        self.wanted[name] += wanted

    def rows(self, names: Iterable[str]) -> tuple[Row, ...]:
        """One row for each of the names, in their order."""
        return tuple(
            Row.of(name, precision=(self.right[name], self.found[name]), recall=(self.right[name], self.wanted[name]))
            for name in names
        )
