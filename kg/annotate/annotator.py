"""The spaCy pipeline: tokens from spaCy's English tokenizer, all else from the network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it brings no types

from kg.annotate.annotation import Annotation, annotate_words
from kg.annotate.coreference import Coreference, phrases
from kg.annotate.lemmas import lemma, part_of_speech
from kg.annotate.network import Network
from kg.annotate.pieces import Ints
from kg.annotate.sayings import Sayings
from kg.annotate.tokens import RememberingTokenizer
from kg.annotate.verbs import mended
from kg.annotate.version import WEIGHTS, fingerprint
from kg.model import ATTRIBUTION, COREFERENCE, SAYINGS, STANCE, Article

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\n?[^\S\r\n]*\r|\u2029")
# spaCy keeps every string it has seen. News bring about one new string per 40 words, so this is reached after some ten
# thousand articles; a fresh vocabulary then costs a quarter of a second.
_MOST_STRINGS = 300_000
_MOST_ATTRIBUTES = 200_000  # different words with their tag and label; about 40 MB
_PARAGRAPHS = "paragraphs"  # user data of a Doc whose words were given
_MOST_CHARACTERS = 1_000_000_000  # spaCy's own limit is for its parser, which is not used here


class Annotator:
    """Annotates articles: tokens, sentences, tags, lemmas, trees, names, attribution spans.

    Not to be shared by threads. The annotation of an article depends on that article alone.

    Args:
        threads: for one forward pass; one where several processes share the cores.
        weights: folder of another network than the one of this package, to measure it.
    """

    def __init__(self, threads: int = 1, *, weights: Path = WEIGHTS) -> None:
        self.network = Network(threads, weights)
        self.fingerprint = fingerprint()
        self._pipeline = self._fresh_pipeline()

    def _fresh_pipeline(self) -> Language:
        pipeline = spacy.blank("en")
        pipeline.max_length = _MOST_CHARACTERS
        pipeline.tokenizer = RememberingTokenizer(pipeline)
        pipeline.add_pipe("rapporteur_network").network = self.network  # type: ignore[attr-defined]
        return pipeline

    @property
    def pipeline(self) -> Language:
        """The spaCy pipeline."""
        if len(self._pipeline.vocab.strings) > _MOST_STRINGS:
            self._pipeline = self._fresh_pipeline()
        return self._pipeline

    def annotate(self, article: Article) -> Doc:
        """Annotate the text of an article.

        Returns:
            A Doc whose text is the article's. Every token has a tag, a lemma, a head and a sentence; names are in
            ``doc.ents``. ``doc.spans[ATTRIBUTION]`` holds attribution spans in text order, with their probabilities in
            its ``attrs["scores"]``, and in ``attrs["links"]`` triples: number of a cue, number of a source or content
            that belongs to it, probability. ``doc.user_data`` has a `kg.annotate.coreference.Coreference` under
            ``COREFERENCE``, a `kg.annotate.sayings.Sayings` under ``SAYINGS`` and, under ``STANCE``, the probabilities
            [tokens, 3] that the text is negative, neutral or positive towards what each token names.
        """
        return self.pipeline(article.text)

    def annotate_words(self, words: Sequence[str], paragraphs: Sequence[int] = (0,)) -> Doc:
        """Annotate words as they are given: a text that somebody else has cut into tokens.

        Args:
            words: of the text.
            paragraphs: index of the first word of each paragraph, from 0 on.
        """
        doc = Doc(self.pipeline.vocab, words=list(words))
        doc.user_data[_PARAGRAPHS] = list(paragraphs)
        return self.pipeline(doc)


class NetworkComponent:
    """The pipeline's only component: writes what the network says into the Doc."""

    network: Network

    def __init__(self) -> None:
        self._attributes: dict[tuple[str, str, str], tuple[int, int, int, int]] = {}
        self._pools = ThreadpoolController()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a tokenized text in place."""
        # The products are small. Threads that share them wait for each other, up to ten times as long as one needs
        # alone where other processes have the cores; and how they share must not change the last digit.
        with self._pools.limit(limits=1, user_api="blas"):
            self._annotate(doc)
        return doc

    def _annotate(self, doc: Doc) -> None:
        # To have spaCy make an object of each token takes several times as long.
        orth, blank = doc.to_array(["ORTH", "IS_SPACE"]).T
        numbers, strings = orth.tolist(), doc.vocab.strings
        known_strings = {number: strings[number] for number in set(numbers)}
        texts = [known_strings[number] for number in numbers]
        kept = np.flatnonzero(blank == 0)
        words = [texts[i] for i in kept.tolist()]
        annotation = annotate_words(self.network, words, _paragraphs(doc, kept))
        known = phrases(texts, self._write_tokens(doc, texts, kept, annotation))
        _write_spans(doc, kept, annotation)
        _write_vectors(doc, kept, annotation, self.network, known)

    def _write_tokens(self, doc: Doc, texts: Sequence[str], kept: Ints, annotation: Annotation) -> list[str]:
        """Set tags, heads and labels; a token of white space hangs on the word before it (else on the one after).

        Returns:
            The tags of all tokens: to ask the Doc for them takes longer than to keep them.
        """
        size = len(doc)
        if not size:
            return []
        nearest = np.maximum(np.searchsorted(kept, np.arange(size), side="right") - 1, 0)
        heads = kept[nearest] if len(kept) else np.zeros(size, np.int64)
        heads[kept] = kept[annotation.heads]
        tags, deps = ["_SP"] * size, ["dep"] * size
        words = [texts[i] for i in kept.tolist()]
        told = mended(words, annotation.tags, annotation.deps, annotation.heads.tolist())
        for i, tag, dep in zip(kept.tolist(), told, annotation.deps, strict=True):
            tags[i], deps[i] = tag, dep
        if not len(kept):
            deps[0] = "ROOT"
        rows: NDArray[np.uint64] = np.empty((size, 5), np.uint64)
        rows[:, 0] = (heads - np.arange(size)).astype(np.uint64)
        known, learn = self._attributes.get, self._learn
        numbers = chain.from_iterable(known(key) or learn(doc, key) for key in zip(texts, tags, deps, strict=True))
        rows[:, 1:] = np.fromiter(numbers, np.uint64, 4 * size).reshape(size, 4)
        doc.from_array(["HEAD", "DEP", "TAG", "POS", "LEMMA"], rows)  # type: ignore[arg-type]  # its stub knows no uint64
        return tags

    def _learn(self, doc: Doc, key: tuple[str, str, str]) -> tuple[int, int, int, int]:
        """Numbers, in the vocabulary, of the label, the tag, the part of speech and the lemma of a word."""
        text, tag, dep = key
        add = doc.vocab.strings.add
        found = (add(dep), add(tag), add(part_of_speech(text, tag, dep)), add(lemma(text, tag, dep)))
        if len(self._attributes) > _MOST_ATTRIBUTES:
            self._attributes.clear()
        self._attributes[key] = found
        return found


@Language.factory("rapporteur_network")
def _component(nlp: Language, name: str) -> NetworkComponent:
    del nlp, name
    return NetworkComponent()


def _paragraphs(doc: Doc, kept: Ints) -> list[int]:
    """Indices, among the tokens that are kept, of the first one of each paragraph."""
    if _PARAGRAPHS in doc.user_data:
        given = np.searchsorted(kept, doc.user_data[_PARAGRAPHS])
        return [i for i in dict.fromkeys([0, *given.tolist()]) if i < len(kept)]
    firsts = [0] if len(kept) else []
    positions = kept.tolist()
    for i, (before, after) in enumerate(pairwise(positions), start=1):
        if after - before > 1 and _BLANK_LINE.search(doc[before + 1 : after].text):
            firsts.append(i)
    return firsts


def _write_spans(doc: Doc, kept: Ints, annotation: Annotation) -> None:
    places = kept.tolist()
    names, spans = (
        [Span(doc, places[s.begin], places[s.end - 1] + 1, s.label) for s in found]
        for found in (annotation.names, annotation.roles)
    )
    doc.set_ents(names)
    attributes = {
        "scores": [s.score for s in annotation.roles],
        "links": [(link.cue, link.other, link.score) for link in annotation.links],
    }
    doc.spans[ATTRIBUTION] = SpanGroup(doc, name=ATTRIBUTION, attrs=attributes, spans=spans)


def _write_vectors(doc: Doc, kept: Ints, annotation: Annotation, network: Network, known: Ints) -> None:
    """What is known of every word; of white space nothing is."""
    anaphors, antecedents = (
        np.zeros((len(doc), vectors.shape[1]), vectors.dtype)
        for vectors in (annotation.anaphors, annotation.antecedents)
    )
    anaphors[kept], antecedents[kept] = annotation.anaphors, annotation.antecedents
    stances = np.zeros((len(doc), 3), np.float32)
    stances[kept] = annotation.stances
    doc.user_data[COREFERENCE] = Coreference(doc, known, anaphors, antecedents, network.nearness, network.mentions)
    doc.user_data[STANCE] = stances
    sayings = np.zeros((len(doc), annotation.sayings.shape[1]), np.float32)
    sayings[kept] = annotation.sayings
    doc.user_data[SAYINGS] = Sayings(sayings, network.sayings)
