"""Documents to train on, and the windows that are cut from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

IGNORE = -100  # a word of which the corpus does not tell what is right

Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of a cue, of its source (may be none) and of its content."""

    cue: list[int]
    source: list[int]
    content: list[int]


@dataclass(frozen=True, slots=True)
class Saying:
    """What is done by saying something, and at whom it is aimed.

    Attributes:
        cue, content: words; neither is empty.
        act: index in `kg.model.ACTS`.
        aim: words that name at whom the act is aimed; none where it is at nobody, None where that is not known.
    """

    cue: list[int]
    content: list[int]
    act: int
    aim: list[int] | None

    def window(self, begin: int, end: int) -> Saying | None:
        """The same in the words from `begin` to `end`; None where these lack the cue or all of the content."""
        cue, content = (_within(words, begin, end) for words in (self.cue, self.content))
        if len(cue) < len(self.cue) or not content:
            return None
        aim = self.aim and _within(self.aim, begin, end)
        return Saying(cue, content, self.act, None if self.aim and not aim else aim)


@dataclass(frozen=True, slots=True)
class Choice:
    """The pronoun means one of two names, given by their last words: `right` is 0 or 1, or None for neither."""

    pronoun: int
    names: tuple[int, int]
    right: int | None


@dataclass(slots=True)
class Document:
    """A text, or a window of one; all positions are indices of words.

    Attributes:
        words: with a mark before each paragraph but for the first.
        cuts: where a window may begin.
        tags: Penn's, of each word, where who is who is known; "" of a mark.
        labels: for "starts", "tags", "heads", "deps", "names" and "roles" the right label of each word, or `IGNORE`.
        attributions: the links of cues.
        sayings: the acts of cues.
        clusters: heads of the mentions of one entity in text order.
        mentions: heads of all mentions of which it is known whether they take up another; None where that is known of
            every word.
        targets: (begin, end, stance) of words towards which a stance is known.
        choices: pronouns and the names that they may mean.
    """

    words: list[str]
    cuts: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    labels: dict[str, Labels] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    clusters: list[list[int]] = field(default_factory=list)
    mentions: list[int] | None = None
    targets: list[tuple[int, int, int]] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)

    def window(self, begin: int, end: int) -> Document:
        """The words from `begin` to `end` with what is known of them; clusters and choices stay with whole texts."""
        labels = {task: values[begin:end].copy() for task, values in self.labels.items()}
        if "heads" in labels:
            heads = labels["heads"] - begin
            outside = (heads < 0) | (heads >= end - begin)
            labels["heads"] = np.where(outside, IGNORE, heads)
            labels["deps"][outside] = IGNORE
        for task in ("names", "roles"):
            if task in labels:  # of a span that began before nobody can tell
                values = labels[task]
                begun = (values % 2 == 1) | (values <= 0)
                values[: int(begun.argmax()) if begun.any() else len(values)] = IGNORE
        return Document(
            words=self.words[begin:end],
            tags=self.tags[begin:end],
            labels=labels,
            attributions=[
                Attribution(*(_within(words, begin, end) for words in (one.cue, one.source, one.content)))
                for one in self.attributions
                if begin <= one.cue[0] and one.cue[-1] < end
            ],
            sayings=[found for one in self.sayings if (found := one.window(begin, end)) is not None],
        )

    def cut(self, sizes: Iterator[int]) -> list[tuple[int, int]]:
        """Windows, each of at most the next of `sizes` words where a cut allows, that cover the text."""
        found = []
        begin = 0
        while begin < len(self.words):
            size = next(sizes)
            last = bisect_right(self.cuts, begin + size) - 1
            end = self.cuts[last] if last >= 0 and self.cuts[last] > begin else begin + size
            if len(self.words) - begin <= size:
                end = len(self.words)
            found.append((begin, end))
            begin = end
        return found


def _within(words: list[int], begin: int, end: int) -> list[int]:
    return [word - begin for word in words if begin <= word < end]
