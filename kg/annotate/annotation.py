"""From words to their annotation: windows, forward passes, and what is read from the scores."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from kg.annotate.borders import redrawn
from kg.annotate.heads import heads
from kg.annotate.known import Known
from kg.annotate.links import Link, LinkReader
from kg.annotate.network import Network, Scores
from kg.annotate.pieces import PARAGRAPH, Floats, Ints
from kg.annotate.sequences import LabelledSpan, decode, probabilities
from kg.annotate.windows import CLOSING, Window, windows

# Longer sentences are lists, tables or verse, and what is cut there is no clause. The time for a tree grows with the
# cube of the length in the worst case.
MOST_WORDS_OF_A_SENTENCE = 400
# A span of a role is left out where its score is below the first of these, and below the second unless a link that
# scores as much as the third holds it: what has a partner is more than a guess. On PolNeAR's dev part F1 of cues by
# CofeNet's protocol and of whole attributions, exact and overlapping, is 74.0, 53.4 and 79.0 with these; with one least
# score for all of 0.4 it was 73.3, 51.8 and 77.9, with 0.5 75.0, 50.2 and 76.9.
LEAST_ROLE, SURE_ROLE, SURE_LINK = 0.35, 0.5, 0.8
# A content is left out where its likeliest borders are less likely than this. With 0, 0.2, 0.25 and 0.3 F1 of contents
# on PolNeAR's dev part is 67.6, 67.8, 68.0 and 68.1, of whole attributions, exact, 53.5, 53.9, 53.8 and 53.9,
# overlapping 78.8, 78.7, 78.3 and 77.9.
SURE_BORDERS = 0.3
# The least score of a name. With 0.5 F1 of re3d rises by 0.4 and that of CrossNER's politics dev part by 0.2, but on
# data/gold two in a hundred statements fewer have their speaker.
LEAST_NAME = 0.4
# The scores of a stretch take about 6 KB per word. Windows on either side of its ends do not overlap, so it is long.
STRETCH_WORDS = 10_000
_CLOSING = CLOSING - {'"', "'"} | {".", ",", ";", ":", "?", "!", "''"}


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the network says of some words.

    Attributes:
        tags: Penn tags.
        heads: index of each word's head; a root is its own.
        deps: UD labels.
        sentences: index of the first word of each sentence.
        names: PER, ORG, LOC, MISC, DATE, EVENT.
        roles: SOURCE, CUE, CONTENT.
        links: between roles, by their numbers.
        anaphors, antecedents: [words, any] what `kg.annotate.coreference` takes.
        stances: [words, 3] probability that the text is negative, neutral, positive towards what the word names.
        sayings: [words, any] what `kg.annotate.sayings` takes.
    """

    tags: list[str]
    heads: Ints
    deps: list[str]
    sentences: list[int]
    names: list[LabelledSpan]
    roles: list[LabelledSpan]
    links: list[Link]
    anaphors: Floats
    antecedents: Floats
    stances: Floats
    sayings: Floats


def annotate_words(network: Network, words: Sequence[str], paragraphs: Sequence[int]) -> Annotation:
    """Annotate words.

    Args:
        network: scores them.
        words: none of them blank.
        paragraphs: index of the first word of each paragraph; no sentence, name or role crosses from one to the next.
    """
    if not words:
        none = np.empty((0, 3), np.float32)
        return Annotation([], np.empty(0, np.int64), [], [], [], [], [], none, none, none, none)
    return _joined(
        [
            _annotate_stretch(
                network,
                words[begin:end],
                [i - begin for i in paragraphs[bisect_left(paragraphs, begin) : bisect_left(paragraphs, end)]],
            )
            for begin, end in _stretches(paragraphs, len(words))
        ]
    )


def _joined(parts: Sequence[Annotation]) -> Annotation:
    """One annotation of texts that follow one another."""
    if len(parts) == 1:
        return parts[0]
    begins = [0, *accumulate(len(part.tags) for part in parts)]
    counts = [0, *accumulate(len(part.roles) for part in parts)]
    moved = list(zip(parts, begins, counts, strict=False))
    return Annotation(
        tags=[tag for part in parts for tag in part.tags],
        heads=np.concatenate([part.heads + begin for part, begin, _ in moved]),
        deps=[dep for part in parts for dep in part.deps],
        sentences=[i + begin for part, begin, _ in moved for i in part.sentences],
        names=[span.moved(begin) for part, begin, _ in moved for span in part.names],
        roles=[span.moved(begin) for part, begin, _ in moved for span in part.roles],
        links=[
            Link(link.cue + count, link.other + count, link.score) for part, _, count in moved for link in part.links
        ],
        anaphors=np.concatenate([part.anaphors for part in parts]),
        antecedents=np.concatenate([part.antecedents for part in parts]),
        stances=np.concatenate([part.stances for part in parts]),
        sayings=np.concatenate([part.sayings for part in parts]),
    )


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
    windows_read, passes = _read(network, read, marks)

    rows = _rows(windows_read, positions)

    def of_words(name: str) -> Floats:
        """The scores of the words, each from the window that it is in the core of."""
        parts = [getattr(scores, name) for scores in passes]
        found = np.empty((len(words), parts[0].shape[1]), np.float32)
        begin = 0
        for part, own in zip(parts, rows, strict=True):
            part.take(own, axis=0, out=found[begin : begin + len(own)], mode="clip")  # other modes copy twice
            begin += len(own)
        return found

    sentences = _sentence_starts(of_words("starts"), words, paragraphs)
    arcs = [(window, scores.arcs) for window, scores in zip(windows_read, passes, strict=True)]
    dep_scores = network.dep_scores(of_words("dependent"), of_words("head"))
    root = network.labels.deps.index("ROOT")

    def label_scores(below: Ints, above: Ints) -> Floats:
        """The scores of labels for arcs from heads to dependents; a root has the label of roots, and no other has."""
        found = dep_scores(below, above)
        found[below == above] = -np.inf
        found[:, root] = np.where(below == above, 0.0, -np.inf)
        return found

    governing = heads(arcs, sentences, positions, label_scores)
    labels = label_scores(np.arange(len(words)), governing)
    scores_of_names, labels_of_names = of_words("names"), network.labels.names
    names = decode(scores_of_names, labels_of_names, paragraphs, steps=network.name_steps, least=LEAST_NAME)
    names = Known.bundled().with_kinds(names, words, scores_of_names, labels_of_names, network.known)
    read_roles = of_words("roles"), network.labels.roles, paragraphs
    roles = decode(*read_roles, steps=network.role_steps, least=LEAST_ROLE)
    roles = redrawn(roles, *read_roles, steps=network.role_steps, least={"CONTENT": SURE_BORDERS})
    placed = [
        LabelledSpan(int(positions[span.begin]), int(positions[span.end - 1]) + 1, span.label, span.score)
        for span in roles
    ]
    roles, links = _held(roles, LinkReader(windows_read, [scores.links for scores in passes], placed).links())
    mentions = of_words("mentions")
    anaphors, antecedents = np.split(mentions, 2, axis=1)
    return Annotation(
        tags=[network.labels.tags[i] for i in of_words("tags").argmax(1).tolist()],
        heads=governing,
        deps=[network.labels.deps[i] for i in labels.argmax(1).tolist()],
        sentences=sentences,
        names=names,
        roles=roles,
        links=links,
        anaphors=anaphors,
        antecedents=antecedents,
        stances=probabilities(of_words("stances")),
        sayings=of_words("sayings"),
    )


def _held(roles: list[LabelledSpan], links: list[Link]) -> tuple[list[LabelledSpan], list[Link]]:
    """The spans that are sure by themselves or by a link, and the links between them; a source holds no cue."""
    held: set[int] = set()
    for link in links:
        if link.score >= SURE_LINK:
            held.add(link.other)
            if roles[link.other].label == "CONTENT":
                held.add(link.cue)
    kept = [i for i, span in enumerate(roles) if span.score >= SURE_ROLE or i in held]
    number = {i: place for place, i in enumerate(kept)}
    return [roles[i] for i in kept], [
        Link(number[link.cue], number[link.other], link.score)
        for link in links
        if link.cue in number and link.other in number
    ]


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


def _rows(windows_read: Sequence[Window], positions: Ints) -> list[Ints]:
    """Which rows of each window's scores are those of the words in its core, marks left out."""
    borders = np.searchsorted(positions, [0, *(window.core_end for window in windows_read)]).tolist()
    return [
        positions[begin:end] - window.begin
        for window, (begin, end) in zip(windows_read, pairwise(borders), strict=True)
    ]


def _read(network: Network, words: Sequence[str], paragraphs: Sequence[int]) -> tuple[list[Window], list[Scores]]:
    pieces = network.encode(words)
    found = windows(words, paragraphs, pieces.starts)
    return found, network(pieces, found)


def _sentence_starts(scores: Floats, words: Sequence[str], paragraphs: Sequence[int]) -> list[int]:
    """First words of sentences: where a paragraph starts, and where the network says so."""
    chances = scores[:, 1] - scores[:, 0]
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
