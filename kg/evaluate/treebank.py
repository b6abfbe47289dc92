"""Reads treebanks: CoNLL-U, with the entities and coreference that GUM writes into its last column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.evaluate.corpus import Corpus

# These keep their subtype ("nsubj:pass"); of the others the annotation knows only the universal part.
_SUBTYPED = frozenset({"nsubj", "aux", "obl", "acl", "nmod", "csubj"})
# GUM's Entity attribute: "(12-person-..." opens the mention of a group, "12)" closes it, "(12-person-...)" does both.
_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<single>\))?|(?P<closed>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """The words from `begin` to `end`, headed by `head`, stand for the entity `cluster` of this text.

    Attributes:
        kind: GUM's entity type: person, organization, place, event, time, object, abstract, ...
        wiki: the title of the entity's Wikipedia article, or "".
    """

    begin: int
    end: int
    head: int
    cluster: str
    kind: str
    wiki: str


@dataclass(slots=True)
class Text:
    """A document of a treebank; all numbers are indices of words, a root is its own head.

    Attributes:
        starts: first words of sentences.
        paragraphs: first words of paragraphs, the first of which is 0.
        mentions: in the order in which they end; empty where the treebank has none.
    """

    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=lambda: [0])
    mentions: list[Mention] = field(default_factory=list)


def texts(corpus: Corpus) -> Iterator[Text]:
    """The documents of a treebank.

    Raises:
        UsageError: a line is no CoNLL-U.
    """
    text = _Reading()
    for line, block in corpus.blocks():
        if text.words and any(row.startswith("# newdoc") for row in block):
            yield text.finished()
            text = _Reading()
        _add_sentence(corpus, line, block, text)
    if text.words:
        yield text.finished()


@dataclass(slots=True)
class _Reading(Text):
    """A text in the making; `opened` are the mentions that have not ended, innermost last."""

    opened: list[tuple[int, list[str]]] = field(default_factory=list)

    def finished(self) -> Text:
        names = ("words", "tags", "lemmas", "heads", "deps", "starts", "paragraphs", "mentions")
        return Text(**{name: getattr(self, name) for name in names})

    def close(self, group: str, last: int) -> None:
        """The innermost open mention of an entity ends with this word."""
        for i in reversed(range(len(self.opened))):
            begin, fields = self.opened[i]
            if fields[0] == group:
                del self.opened[i]
                head = next((j for j in range(begin, last + 1) if not begin <= self.heads[j] <= last), begin)
                root = next((j for j in range(begin, last + 1) if self.heads[j] == j), head)
                kind = fields[1] if len(fields) > 1 else ""
                wiki = fields[7] if len(fields) > 7 else ""
                self.mentions.append(Mention(begin, last + 1, root, group, kind, wiki))
                return


def _add_sentence(corpus: Corpus, line: int, block: list[str], text: _Reading) -> None:
    first = len(text.words)
    entities: list[tuple[int, str]] = []
    for number, row in enumerate(block, start=line):
        if row.startswith("# newpar") and not row.startswith("# newpar_") and first:
            text.paragraphs.append(first)
        columns = row.split("\t")
        if row.startswith("#") or (len(columns) == 10 and not columns[0].isdigit()):
            continue  # a comment, a range of words, or a word that is not written
        if len(columns) != 10 or not columns[6].isdigit():
            raise corpus.wrong(number, "not CoNLL-U: ten columns parted by tabs, the seventh a number")
        head, dep = int(columns[6]), columns[7]
        universal = dep.split(":")[0]
        entities += [(len(text.words), value[7:]) for value in columns[9].split("|") if value.startswith("Entity=")]
        text.heads.append(first + head - 1 if head else len(text.words))
        text.deps.append("ROOT" if not head else dep if universal in _SUBTYPED else universal)
        text.words.append(columns[1])
        text.lemmas.append(columns[2].lower())
        text.tags.append(columns[4])
    if len(text.words) > first:
        text.starts.append(first)
    for word, brackets in entities:
        for bracket in _BRACKET.finditer(brackets):
            if bracket["opened"]:
                text.opened.append((word, bracket["opened"].split("-", 7)))
            if bracket["closed"] or bracket["single"]:
                text.close(bracket["closed"] or text.opened[-1][1][0], word)
