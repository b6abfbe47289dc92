"""Scores who is who within a text: what pronouns stand for, and the clusters of mentions of one entity.

Takes two forms:

- CoNLL-U with GUM's ``Entity=`` in the last column, given its words. "pronouns" is the share of the pronouns of the
  third person for which the antecedent that scores best is right: the head of an earlier mention of the same entity, or
  another word of one that is in no smaller mention. Only pronouns that have an earlier mention are asked; to answer
  that there is none is wrong. MUC, B3, CEAF-e and CoNLL, their mean, compare clusters of mentions with the same first
  and last words, "CoNLL with heads" those with the same head.
- GAP (tab-separated values). As its authors define it, each name is a decision of its own: the F1 of names that a
  pronoun stands for, and the same for masculine and for feminine pronouns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from kg.annotate import Annotator
from kg.evaluate import gap, treebank
from kg.evaluate.clusters import ClusterTally
from kg.evaluate.corpus import Corpus
from kg.evaluate.gap import Name, Passage
from kg.evaluate.matching import pairs, shared
from kg.evaluate.scores import Scores, Tally
from kg.evaluate.treebank import Mention, Text
from kg.model import COREFERENCE, Article, Span

if TYPE_CHECKING:
    from kg.annotate.coreference import Coreference

_MASCULINE = frozenset("he him his himself".split())
_FEMININE = frozenset("she her hers herself".split())
PRONOUNS = _MASCULINE | _FEMININE | frozenset("it its itself they them their theirs themselves".split())

# These head 96 of 100 mentions of GUM's dev part that are not their entity's only one; the others are mostly clauses.
_NOMINAL = frozenset("NN NNS NNP NNPS PRP PRP$ DT CD".split())
_SURE = 50.0  # odds of more would not fit into a float
_MODIFIERS = frozenset("det nummod flat fixed goeswith".split())


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator.

    Raises:
        UsageError: the file can't be read, or is in neither form.
    """
    corpus = Corpus.read(path)
    score = _score_passages if corpus.lines[0].startswith("ID\t") else _score_treebank
    return score(corpus, annotator)


def nominals(doc: Doc) -> list[int]:
    """Words that may head a mention, by their predicted tags and labels: nouns, pronouns and numbers on their own."""
    return [token.i for token in doc if token.tag_ in _NOMINAL and token.dep_ not in _MODIFIERS]


def _coreference(doc: Doc) -> Coreference:
    found: Coreference = doc.user_data[COREFERENCE]
    return found


def _score_treebank(corpus: Corpus, annotator: Annotator) -> Scores:
    tally, spans, heads = Tally(), ClusterTally(), ClusterTally()
    texts = words = 0
    for text in treebank.texts(corpus):
        if not text.mentions:
            continue
        doc = annotator.annotate_words(text.words, text.paragraphs)
        _pronouns(tally, doc, text)
        _clusters(spans, heads, doc, text)
        texts += 1
        words += len(text.words)
    if not texts:
        raise corpus.wrong(1, "nothing to score: no text whose last column has entities (Entity=)")
    rows = (*tally.rows(["pronouns"]), *spans.rows(), spans.mean("CoNLL"), heads.mean("CoNLL with heads"))
    return Scores("coreference", corpus.path.name, corpus.digest, texts, words, rows)


def _pronouns(tally: Tally, doc: Doc, text: Text) -> None:
    coreference, nouns = _coreference(doc), nominals(doc)
    for mention in text.mentions:
        word = mention.begin
        if mention.end > word + 1 or text.words[word].lower() not in PRONOUNS:
            continue
        earlier = [other for other in text.mentions if other.cluster == mention.cluster and other.head < word]
        if not earlier:
            continue
        answer = _antecedent(coreference, word, [noun for noun in nouns if noun < word])
        heads = {other.head for other in earlier}
        right = answer is not None and (answer in heads or _entity(text, answer) == mention.cluster)
        tally.count("pronouns", right=right, found=1, wanted=1)


def _antecedent(coreference: Coreference, word: int, candidates: Sequence[int]) -> int | None:
    """The candidate that scores best, if that is likelier than none."""
    if not candidates:
        return None
    scores = coreference.scores(word, candidates)
    best = int(np.argmax(scores))
    return candidates[best] if scores[best] > 0 else None


def _entity(text: Text, word: int) -> str | None:
    """The entity of the smallest mention that a word is in."""
    around = [mention for mention in text.mentions if mention.begin <= word < mention.end]
    return min(around, key=lambda mention: mention.end - mention.begin).cluster if around else None


def _clusters(spans: ClusterTally, heads: ClusterTally, doc: Doc, text: Text) -> None:
    clusters: dict[str, set[Span]] = defaultdict(set)
    for mention in text.mentions:
        clusters[mention.cluster].add((mention.begin, mention.end))
    found = _coreference(doc).clusters()
    spans.compare([{(begin, end) for begin, end, _ in one} for one in found], clusters.values())
    same = _same_heads([mention for one in found for mention in one], text.mentions)
    heads.compare([{same.get(mention, mention[:2]) for mention in one} for one in found], clusters.values())


def _same_heads(found: list[tuple[int, int, int]], wanted: list[Mention]) -> dict[tuple[int, int, int], Span]:
    """The annotated words of each mention found that has the same words or the same head; most shared words first."""

    def worth(one: tuple[int, int, int], other: Mention) -> float:
        span = other.begin, other.end
        return shared([one[:2]], [span]) if one[2] == other.head or one[:2] == span else 0.0

    return {found[i]: (wanted[j].begin, wanted[j].end) for i, j in pairs(found, wanted, worth)}


def _score_passages(corpus: Corpus, annotator: Annotator) -> Scores:
    tally = Tally()
    texts = words = 0
    for passage in gap.passages(corpus):
        doc = annotator.annotate(Article(id=str(texts), text=passage.text))
        answer = _answer(doc, passage)
        for name in passage.names:
            for row in ("pronouns", _gender(passage)):
                tally.count(row, right=name is answer and name.meant, found=name is answer, wanted=name.meant)
        texts += 1
        words += len(doc)
    if not texts:
        raise corpus.wrong(1, "nothing to score: no passage")
    rows = tally.rows(["pronouns", "masculine", "feminine"])
    return Scores("coreference", corpus.path.name, corpus.digest, texts, words, rows)


def _gender(passage: Passage) -> str:
    return "feminine" if passage.text[slice(*passage.pronoun)].lower() in _FEMININE else "masculine"


def _answer(doc: Doc, passage: Passage) -> Name | None:
    """The name that the pronoun is likelier to stand for, if that is also likelier than that it stands for neither.

    It is taken to stand for what one of the names or one of the mentions before it stands for, or for nothing; those
    are linked to each other in the same way, so that a name may also be reached over another pronoun.
    """
    coreference = _coreference(doc)
    pronoun = head_of(doc, passage.pronoun).i
    names = [head_of(doc, name.span).i for name in passage.names]
    mentions = sorted({*names, *(noun for noun in nominals(doc) if noun < pronoun)})
    linked = _antecedents(coreference, pronoun, mentions) @ _together(coreference, mentions)
    first, second = (float(linked[mentions.index(name)]) for name in names)
    if max(first, second) <= 1 - first - second:
        return None
    return passage.names[0 if first >= second else 1]


def head_of(doc: Doc, span: Span) -> Token:
    """The head of some characters; what goes on a name flatly (“senator Mara Quist”) is headed by its first word."""
    words = doc.char_span(*span, alignment_mode="expand")
    assert words is not None
    head = words.root
    while head.dep_ == "flat":
        head = head.head
    return head


def _antecedents(coreference: Coreference, word: int, candidates: Sequence[int]) -> NDArray[np.float64]:
    """The chance of each candidate to be the one antecedent of a word; the rest is that it has none."""
    odds = np.exp(np.minimum(coreference.scores(word, candidates).astype(np.float64), _SURE))
    return np.asarray(odds / (1 + odds.sum()))


def _together(coreference: Coreference, mentions: Sequence[int]) -> NDArray[np.float64]:
    """The chance of each two mentions to be of one cluster, when each in its turn takes an earlier one or none.

    If mention i takes k, it is with j as often as k is with j.
    """
    chances = np.eye(len(mentions))
    for i in range(1, len(mentions)):
        chances[i, :i] = _antecedents(coreference, mentions[i], mentions[:i]) @ chances[:i, :i]
        chances[:i, i] = chances[i, :i]
    return chances
