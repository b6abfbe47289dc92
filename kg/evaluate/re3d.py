"""Reads re3d: reports on Syria and Iraq with persons, organisations and locations, named or described.

A folder holds ``entities.json`` and ``documents.json``, both in JSON Lines. What is kept are proper names of persons,
organisations and locations, the outermost ones, by these rules:

- What the annotators did not confirm (a confidence below 0.5: proposals of a program) is left out, unless it is part of
  a longer entity that they confirmed ("Mosul" in "the city of Mosul").
- An entity is a proper name when, "the" aside, it begins with a letter, and its first word and its head have a capital
  one, be it inside ("al-Qaeda"). The head is the last word before the first comma or preposition. It is none when it is
  or begins with a pronoun ("It", "His Chief of Staff"), or when a person's head is a post ("The Foreign Secretary").
- Of names that overlap the one that begins first is kept, of those the longest, of those the most confident.

``relations.json``, where it is wanted, has relations between such entities; those that were not confirmed are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from kg.evaluate.corpus import Corpus
from kg.model import Span

TYPES = ("Person", "Organisation", "Location")

_SPACE = re.compile(r"\s")  # a value has blanks where its text has the ends of lines
_LEAST_CONFIDENCE = 0.5
_PRONOUNS = frozenset("i me my we us our you your he him his she her it its they them their".split())
_PREPOSITIONS = frozenset("of in at for from on near with to as".split())
_POSTS = frozenset("minister minister-designate secretary president chief commander representative spokesman".split())
_PARTICLES = frozenset(("al", "el"))


@dataclass(frozen=True, slots=True)
class Document:
    """The text has these names: (begin, end, type)."""

    text: str
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Related:
    """In the text, the words at `source` stand in a relation of this type to those at `target`."""

    type: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class _Entity:
    span: Span
    type: str
    confidence: float
    words: str


def documents(entities: Corpus, texts: Corpus) -> Iterator[Document]:
    """Read a folder: its entities.json and its documents.json.

    Raises:
        UsageError: they are not in this form, or something isn't where its offset says.
    """
    text_of = _texts(texts)
    found = defaultdict(list)
    for line, record in entities.records():
        try:
            text = text_of[record["documentId"]]
            span = int(record["begin"]), int(record["end"])
            entity = _Entity(span, record["type"], float(record["confidence"]), str(record["value"]))
        except (KeyError, TypeError, ValueError) as error:
            raise entities.wrong(line, f"no entity of the documents of re3d: {error!r}") from error
        if _SPACE.sub(" ", text[slice(*span)]) != _SPACE.sub(" ", entity.words):
            raise entities.wrong(line, f"“{entity.words}” is not at {span[0]} of its document")
        if entity.type in TYPES:
            found[record["documentId"]].append(entity)
    for identity, text in text_of.items():
        yield Document(text, tuple(_names(found[identity])))


def related(relations: Corpus, texts: Corpus) -> Iterator[tuple[str, list[Related]]]:
    """Read the texts of a folder with their confirmed relations: its relations.json and its documents.json.

    Raises:
        UsageError: they are not in this form, or something isn't where its offset says.
    """
    text_of = _texts(texts)
    found: dict[str, list[Related]] = defaultdict(list)
    for line, record in relations.records():
        try:
            text = text_of[record["documentId"]]
            source, target = ((int(record[f"{end}Begin"]), int(record[f"{end}End"])) for end in ("source", "target"))
            words, confidence = (str(record["source"]), str(record["target"])), float(record["confidence"])
            one = Related(record["type"], source, target)
        except (KeyError, TypeError, ValueError) as error:
            raise relations.wrong(line, f"no relation of the documents of re3d: {error!r}") from error
        for span, value in zip((source, target), words, strict=True):
            if _SPACE.sub(" ", text[slice(*span)]) != _SPACE.sub(" ", value):
                raise relations.wrong(line, f"“{value}” is not at {span[0]} of its document")
        if confidence >= _LEAST_CONFIDENCE:
            found[record["documentId"]].append(one)
    for identity, text in text_of.items():
        yield text, found[identity]


def _texts(texts: Corpus) -> dict[str, str]:
    """The texts of the documents, by id."""
    found = {}
    for line, record in texts.records():
        try:
            found[record["_id"]] = str(record["text"])
        except (KeyError, TypeError) as error:
            raise texts.wrong(line, f"no document of re3d: {error!r}") from error
    return found


def _names(entities: list[_Entity]) -> Iterator[tuple[int, int, str]]:
    confirmed = [one.span for one in entities if one.confidence >= _LEAST_CONFIDENCE]
    end = 0
    for one in sorted(entities, key=lambda one: (one.span[0], -one.span[1], -one.confidence)):
        if one.span[0] < end or not is_name(one.words, person=one.type == "Person"):
            continue
        if one.confidence >= _LEAST_CONFIDENCE or any(_within(one.span, other) for other in confirmed):
            yield (*one.span, one.type)
            end = one.span[1]


def _within(one: Span, other: Span) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def is_name(words: str, *, person: bool) -> bool:
    """Whether words are a proper name, by the rules above."""
    core = re.findall(r"[^\s,]+|,", re.sub(r"^the\s+", "", words, flags=re.IGNORECASE))
    phrase = list(takewhile(lambda word: word != "," and word.lower() not in _PREPOSITIONS, core))
    if not phrase or phrase[0].lower() in _PRONOUNS or (person and phrase[-1].lower() in _POSTS):
        return False
    ends = phrase[0], phrase[-1]
    return phrase[0][0].isalpha() and all(word != word.lower() or word in _PARTICLES for word in ends)
