"""Scores relations on re3d: who belongs to, leads, meets, is, sides with or fights whom.

Takes a folder of re3d, or one with several, whose figures are counted together: ``relations.json`` and
``documents.json``; what was not confirmed is left out. What the extraction says, in the corpus' terms:

- "BelongsTo": member of, part of, represents, speaks for, and holds a post in an organization or a group;
- "InChargeOf": holds one that leads it ("president", "commander");
- "CommWith": two who take part in a meeting, either way, and the speaker of a statement with whom it is said to;
- "IsSynonymOf", either way: a name and a description with a comma or a bracket between them, and two mentions of one
  entity with nothing between them but that;
- "AlliesOf", either way, and "FightingAgainst": allied with and opposed to.

An annotated relation is found if one of that type lies between mentions of the actors that its two phrases hold or lie
within; one found is right if it is annotated so. A phrase may hold several actors, and the corpus has relations of
things ("chemical weapons") that are no actors here: its recall can't reach 1. The digest is that of the digests of all
files, each ``relations.json`` before its ``documents.json``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kg.annotate import Annotator
from kg.errors import UsageError
from kg.evaluate import re3d
from kg.evaluate.corpus import Corpus
from kg.evaluate.scores import Row, Scores
from kg.line import Line
from kg.model import Article, Extraction, Mention, Relation, Span

ROWS = ("BelongsTo", "InChargeOf", "CommWith", "IsSynonymOf", "AlliesOf", "FightingAgainst")

_TYPES = {
    "member_of": "BelongsTo",
    "part_of": "BelongsTo",
    "represents": "BelongsTo",
    "spokesperson_for": "BelongsTo",
    "allied_with": "AlliesOf",
    "opposed_to": "FightingAgainst",
}
_LEADING = frozenset(
    """
    president leader chief head chairman chairwoman chairperson chair director commander governor mayor manager founder
    secretary-general
    """.split()
)
_RELATIONS = "relations.json"
_PARTED = frozenset(",(–—")


@dataclass(frozen=True, slots=True)
class Found:
    """The extraction says that one actor stands in this relation to another, both given by their mentions."""

    type: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator, together with extraction, resolution and the gazetteer.

    Raises:
        UsageError: a file can't be read, or is in another form.
    """
    files = sorted(path.rglob(_RELATIONS)) if path.is_dir() else [path]
    corpora = [(Corpus.read(file), Corpus.read(file.with_name("documents.json"))) for file in files]
    line = Line(annotator=annotator)
    counts = {name: [0, 0, 0, 0] for name in ROWS}
    texts = words = 0
    for text, wanted in (document for corpus in corpora for document in re3d.related(*corpus)):
        found = list(relations(line.extraction(Article(id=str(texts), text=text))))
        for name, count in counts.items():
            ours = [one for one in found if one.type == name]
            theirs = [one for one in wanted if one.type == name]
            count[0] += sum(any(agree(one, other) for other in theirs) for one in ours)
            count[1] += len(ours)
            count[2] += sum(any(agree(one, other) for one in ours) for other in theirs)
            count[3] += len(theirs)
        texts += 1
        words += len(text.split())
    if not texts:
        raise UsageError(f"{path}: nothing to score: no {_RELATIONS} with documents beside it")
    rows = tuple(Row.of(name, precision=(c[0], c[1]), recall=(c[2], c[3])) for name, c in counts.items())
    digest = hashlib.sha256("".join(one.digest for corpus in corpora for one in corpus).encode()).hexdigest()
    return Scores("relations", path.name, digest, texts, words, rows)


def agree(one: Found, other: re3d.Related) -> bool:
    """The ends of a relation found touch those of an annotated one; those of allies either way."""
    if one.type == "AlliesOf" and _touch(one.source, other.target) and _touch(one.target, other.source):
        return True
    return _touch(one.source, other.source) and _touch(one.target, other.target)


def _touch(spans: tuple[Span, ...], other: Span) -> bool:
    return any(start < other[1] and other[0] < end for start, end in spans)


def relations(found: Extraction) -> Iterator[Found]:
    """What an extraction says, in the terms of the corpus."""
    spans: dict[str, tuple[Span, ...]] = {}
    for mention in found.mentions:
        if mention.actor is not None:
            spans[mention.actor] = (*spans.get(mention.actor, ()), mention.span)

    def between(type_: str, one: Mention, other: Mention) -> Found:
        return Found(type_, *(spans.get(end.actor or "", (end.span,)) for end in (one, other)))

    for relation in found.relations:
        if relation.object is not None:
            yield between(_type(relation), relation.subject, relation.object)
        if relation.predicate == "holds_post":
            yield from _titled(relation, found.article.text)
    for meeting in found.meetings:
        actors = [one.mention for one in meeting.participants]
        yield from (between("CommWith", one, other) for one in actors for other in actors if other is not one)
    for statement in found.statements:
        speaker = statement.speaker.mention
        yield from (between("CommWith", speaker, other) for other in statement.addressees if speaker is not None)
    yield from _beside(found)


def _type(relation: Relation) -> str:
    """What the corpus calls it; posts of a state, as its ministers', are nothing there."""
    if relation.predicate != "holds_post":
        return _TYPES.get(relation.predicate, relation.predicate)
    if relation.object is None or relation.object.kind not in ("organization", "group"):
        return relation.predicate
    return "InChargeOf" if _LEADING & set((relation.post or "").casefold().split()) else "BelongsTo"


def _titled(relation: Relation, text: str) -> Iterator[Found]:
    """A name and the description that is parted from it by a comma or the like, as far as the evidence goes."""
    (start, end), (begin, stop) = relation.evidence[0], relation.subject.span
    for (first, last), gap in (
        ((start, begin), text[max(start, begin - 2) : begin]),
        ((stop, end), text[stop : stop + 2]),
    ):
        if _PARTED & set(gap):
            yield Found("IsSynonymOf", ((first, last),), ((begin, stop),))
            yield Found("IsSynonymOf", ((begin, stop),), ((first, last),))


def _beside(found: Extraction) -> Iterator[Found]:
    """Mentions of one entity with nothing but punctuation between them."""
    for one, other in pairwise(sorted(found.mentions, key=lambda mention: mention.span)):
        gap = found.article.text[one.end : other.start]
        if one.actor is not None and one.actor == other.actor and _PARTED & set(gap) and not any(map(str.isalnum, gap)):
            yield Found("IsSynonymOf", (one.span,), (other.span,))
            yield Found("IsSynonymOf", (other.span,), (one.span,))
