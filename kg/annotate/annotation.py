"""From words to their annotation: windows, forward passes, and what is read from the scores."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kg.annotate.borders import mend
from kg.annotate.network import Floats, Network
from kg.annotate.pieces import PARAGRAPH, Ints
from kg.annotate.sequences import LabelledSpan, decode
from kg.annotate.trees import tree
from kg.annotate.windows import CLOSING, Window, endings, windows

# Longer sentences are lists, tables or verse, and what is cut there is no clause. The time for a tree grows with the
# cube of the length in the worst case.
MOST_WORDS_OF_A_SENTENCE = 400
# Spans of a role with a lower score are left out. On PolNeAR's dev part F1 by CofeNet's protocol is 77.4 / 71.6 / 63.2
# here, 77.8 / 72.0 / 64.4 at 0.6 and 76.2 / 71.2 / 62.1 at 0.4, but what the line makes of the spans, attributions
# whose three parts overlap the annotated ones, 76.6 here, 75.2 at 0.6 and 77.3 at 0.4 (precision 84, 89, 81).
LEAST_ROLE = 0.5
# The same for names: on CrossNER's politics dev part F1 of locations rises by 0.7, of persons and organizations by 0.3.
LEAST_NAME = 0.4
# Added to the score of a sentence start, by what `endings` says: no final mark before it, one before a small letter,
# one. On news (the sentences that CoreNLP finds in PolNeAR's dev part) F1 rises from 90.0 to 94.3, on GUM it falls from
# 95.2 to 94.6, on web texts (EWT) from 91.9 to 89.9: texts without final marks are not what this program reads.
_AFTER = np.array([-2.0, 0.0, 3.0], np.float32)
# The scores of a stretch take about 1.5 KB per word. Windows on either side of its ends do not overlap, so it is long.
STRETCH_WORDS = 10_000
_OUT_OF_SIGHT = -1e4  # the score of an arc to a word that is in no window with its dependent
_CLOSING = CLOSING - {'"', "'"} | {".", ",", ";", ":", "?", "!", "''"}


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the network says of some words.

    Attributes:
        tags: Penn tags.
        heads: index of each word's head; a root is its own.
        deps: UD labels.
        sentences: index of the first word of each sentence.
        names: PER, ORG, LOC, MISC, DATE.
        roles: SOURCE, CUE, CONTENT.
    """

    tags: list[str]
    heads: Ints
    deps: list[str]
    sentences: list[int]
    names: list[LabelledSpan]
    roles: list[LabelledSpan]


@dataclass(frozen=True, slots=True)
class _Merged:
    """Scores of all words, each from the window it is in the core of."""

    starts: Floats
    tags: Ints
    labels: Ints
    lower_labels: Ints
    names: Floats
    roles: Floats
    arcs: list[tuple[Window, Floats]]

    def of(self, positions: Ints) -> _Merged:
        """The scores of the words at some positions; the arcs are left as they are."""
        return _Merged(
            starts=self.starts[positions],
            tags=self.tags[positions],
            labels=self.labels[positions],
            lower_labels=self.lower_labels[positions],
            names=self.names[positions],
            roles=self.roles[positions],
            arcs=self.arcs,
        )


def annotate_words(network: Network, words: Sequence[str], paragraphs: Sequence[int]) -> Annotation:
    """Annotate words.

    Args:
        network: scores them.
        words: none of them blank.
        paragraphs: index of the first word of each paragraph; no sentence, name or role crosses from one to the next.
    """
    whole = Annotation([], np.empty(0, np.int64), [], [], [], [])
    heads = [whole.heads]
    for begin, end in _stretches(paragraphs, len(words)):
        firsts = paragraphs[bisect_left(paragraphs, begin) : bisect_left(paragraphs, end)]
        part = _annotate_stretch(network, words[begin:end], [first - begin for first in firsts])
        whole.tags.extend(part.tags)
        whole.deps.extend(part.deps)
        whole.sentences.extend(i + begin for i in part.sentences)
        whole.names.extend(span.moved(begin) for span in part.names)
        whole.roles.extend(span.moved(begin) for span in part.roles)
        heads.append(part.heads + begin)
    return replace(whole, heads=np.concatenate(heads))


def _stretches(paragraphs: Sequence[int], words: int) -> list[tuple[int, int]]:
    """Cuts a text between paragraphs into stretches of so many words that all scores of one may be held in memory."""
    stretches = []
    begin = 0
    for end in [*paragraphs[1:], words]:
        if end - begin >= STRETCH_WORDS or (end == words and end > begin):
            stretches.append((begin, end))
            begin = end
    return stretches


def _annotate_stretch(network: Network, words: Sequence[str], paragraphs: Sequence[int]) -> Annotation:
    read, marks, positions = _marked(words, paragraphs)
    merged = _scores(network, read, marks).of(positions)
    sentences = _sentence_starts(merged.starts, words, paragraphs)
    heads = _heads(merged.arcs, sentences, positions)
    roots = heads == np.arange(len(words))
    root = network.labels.deps.index("ROOT")
    # The network labels each word for the head it likes best; the tree may have given it another.
    labels = np.where(roots, root, np.where(merged.labels == root, merged.lower_labels, merged.labels))
    return Annotation(
        tags=[network.labels.tags[i] for i in merged.tags],
        heads=heads,
        deps=[network.labels.deps[i] for i in labels],
        sentences=sentences,
        names=decode(merged.names, network.labels.ner, paragraphs, least=LEAST_NAME),
        roles=mend(decode(merged.roles, network.labels.attr, paragraphs, least=LEAST_ROLE), words, paragraphs),
    )


def _marked(words: Sequence[str], paragraphs: Sequence[int]) -> tuple[list[str], list[int], Ints]:
    """The words as the network reads them, with a mark before each paragraph.

    Returns:
        The words and marks, the index of each paragraph's first one, the index of each word.
    """
    read: list[str] = []
    marks: list[int] = []
    for begin, end in zip(paragraphs, [*paragraphs[1:], len(words)], strict=True):
        marks.append(len(read))
        read.append(PARAGRAPH)
        read += words[begin:end]
    positions = np.delete(np.arange(len(read)), marks)
    return read, marks, positions


def _scores(network: Network, words: Sequence[str], paragraphs: Sequence[int]) -> _Merged:
    pieces = network.encode(words)
    root = network.labels.deps.index("ROOT")
    starts, tags, labels, lower_labels, names, roles = [], [], [], [], [], []
    arcs = []
    for window in windows(words, paragraphs, pieces.starts):
        scores = network(pieces, window.begin, window.end)
        core = slice(window.core_begin - window.begin, window.core_end - window.begin)
        starts.append(scores.starts[core])
        tags.append(scores.tags[core].argmax(1))
        labels.append(scores.labels[core].argmax(1))
        scores.labels[:, root] = -np.inf
        lower_labels.append(scores.labels[core].argmax(1))
        names.append(scores.names[core])
        roles.append(scores.roles[core])
        arcs.append((window, scores.arcs[core]))
    return _Merged(
        starts=np.concatenate(starts),
        tags=np.concatenate(tags),
        labels=np.concatenate(labels),
        lower_labels=np.concatenate(lower_labels),
        names=np.concatenate(names),
        roles=np.concatenate(roles),
        arcs=arcs,
    )


def _sentence_starts(scores: Floats, words: Sequence[str], paragraphs: Sequence[int]) -> list[int]:
    """First words of sentences: where a paragraph starts, and where network and punctuation together say so."""
    chances = scores[:, 1] - scores[:, 0] + _AFTER[endings(words, paragraphs)]
    starts = chances > 0
    for i in np.flatnonzero(starts).tolist():
        if words[i] in _CLOSING:
            starts[i] = False
    starts[list(paragraphs)] = True
    found = np.flatnonzero(starts).tolist()
    cut: list[int] = []
    for begin, end in zip(found, [*found[1:], len(words)], strict=True):
        cut.append(begin)
        while end - cut[-1] > MOST_WORDS_OF_A_SENTENCE:
            nearest = cut[-1] + MOST_WORDS_OF_A_SENTENCE // 2
            cut.append(nearest + int(chances[nearest : cut[-1] + MOST_WORDS_OF_A_SENTENCE].argmax()))
    return cut


def _heads(arcs: list[tuple[Window, Floats]], sentences: list[int], positions: Ints) -> Ints:
    """Heads of all words, by sentence; the windows count marks, too, but there are none within a sentence."""
    words = len(positions)
    heads = np.empty(words, np.int64)
    following = 0
    for begin, end in zip(sentences, [*sentences[1:], words], strict=True):
        shift = int(positions[begin]) - begin
        scores = np.full((end - begin, end - begin), _OUT_OF_SIGHT)
        while arcs[following][0].core_end <= begin + shift:
            following += 1
        for window, rows in arcs[following:]:
            if window.core_begin >= end + shift:
                break
            first, last = max(begin + shift, window.core_begin), min(end + shift, window.core_end)
            left, right = max(begin + shift, window.begin), min(end + shift, window.end)
            scores[first - begin - shift : last - begin - shift, left - begin - shift : right - begin - shift] = rows[
                first - window.core_begin : last - window.core_begin, left - window.begin : right - window.begin
            ]
        heads[begin:end] = tree(scores) + begin
    return heads
