"""Scores the codes of actors on the gold standard records of PLOVER.

Takes a JSON array of records, ``{"text", "date", "source": [{"actorText", "code"}], "target": [...]}``; actors without
a code are left out. A code is a country (ISO 3166-1 alpha-3) or IGO, NGO, IMG (organizations and groups of no country).
The sentences of a record are read as one article of its date, where it has one. Two questions:

- "code": of what country or sort is the actor with these words? One answer for each actor of the corpus: the code of
  a mention that lies within its words or, where none does, overlaps them; those of persons, organizations and groups
  go before those of countries and places, longer before shorter, earlier before later. Words that don't stand
  together in the text ("U.S. ... negotiators") are looked for one stretch after the other, each by its longest run
  that is there. Recall is the share of right answers among all actors: what matching the words with a dictionary is
  measured by.
- "source", "target": who does something to whom? One answer for each record, without knowing the words: the source is
  the first actor with a code that is in a subject, the target the first one that is in none and has another code, or
  failing that the same. It is right if the corpus has that code among its sources (targets); records without a source
  (target) are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.scores import Scores, Tally
from kg.line import Line
from kg.model import Article, Extraction, Mention, Span

ROWS = ("code", "source", "target")

# What the records bear that have no date.
_NO_DATE = "2000-01-01"
# Slips of the annotators: codes that ISO 3166 does not have.
_CORRECTED = {"ITL": "ITA", "JAP": "JPN", "VTN": "VNM"}
# Sorts of organizations that are of no country, by what PLOVER calls them.
_ORGANIZATIONS = {"intergovernmental": "IGO", "ngo": "NGO", "armed_group": "IMG"}
# Functions that a phrase may have within another: its head is looked for above them.
_WITHIN = frozenset({"amod", "appos", "compound", "conj", "flat", "nmod", "nmod:poss", "nummod", "det", "dep", "case"})


@dataclass(frozen=True, slots=True)
class Actor:
    """The corpus says that the words `text` are an actor with this code."""

    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Record:
    """In the sentences `text`, `sources` do something to `targets`."""

    text: str
    date: str | None
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator, together with extraction, resolution and the gazetteer.

    Raises:
        UsageError: the file can't be read, or is in another form.
    """
    corpus = Corpus.read(path)
    line = Line(annotator=annotator)
    tally = Tally()
    texts = words = 0
    for record in records(corpus):
        published = None if record.date == _NO_DATE else record.date
        article = Article(id=str(texts), text=record.text, published=published)
        reading = Reading(line, line.extraction(article, tokens=True))
        for actor in (*record.sources, *record.targets):
            _count(tally, "code", reading.code_of(actor.text), {actor.code})
        source, target = reading.event()
        for name, answer, wanted in (("source", source, record.sources), ("target", target, record.targets)):
            if wanted:
                _count(tally, name, answer, {actor.code for actor in wanted})
        texts += 1
        words += len(reading.found.tokens)
    if not tally.wanted["code"]:
        raise corpus.wrong(1, "nothing to score: no actor with a code")
    return Scores("actors", path.name, corpus.digest, texts, words, tally.rows(ROWS))


def _count(tally: Tally, name: str, answer: str | None, wanted: set[str]) -> None:
    tally.count(name, right=int(answer in wanted), found=int(answer is not None), wanted=1)


def records(corpus: Corpus) -> Iterator[Record]:
    """Read a corpus.

    Raises:
        UsageError: it is not in this form.
    """
    try:
        listed = json.loads("\n".join(corpus.lines))
        for record in listed:
            # Where one sentence is the record and others its context, the record's stands in braces.
            text = re.sub(r"[{}]", "", str(record["text"]))
            yield Record(text, record.get("date"), _actors(record.get("source")), _actors(record.get("target")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise corpus.wrong(1, f"no JSON array of PLOVER records: {error!r}") from error


def _actors(listed: Any) -> tuple[Actor, ...]:
    """Of an array or a single object; a string has no code, and there may be nothing."""
    one = [listed] if isinstance(listed, dict) else listed if isinstance(listed, list) else []
    coded = ((str(actor["actorText"]), str(actor["code"])) for actor in one if actor.get("code"))
    return tuple(Actor(text, _CORRECTED.get(code, code)) for text, code in coded)


class Reading:
    """What the line finds in one record.

    Args:
        line: that found it; its gazetteer knows the sorts of organizations.
        found: with tokens.
    """

    def __init__(self, line: Line, found: Extraction) -> None:
        self.line = line
        self.found = found
        self._entities = {entity.id: entity for entity in found.entities}

    def code_of(self, words: str) -> str | None:
        """The code of the actor that these words of the text are."""
        spans = [span for stretch in words.split("...") if (span := self._place(stretch.split())) is not None]
        among = [m for m in self.found.mentions if any(m.start < end and start < m.end for start, end in spans)]
        among.sort(
            key=lambda m: (
                not any(start <= m.start and m.end <= end for start, end in spans),
                m.kind in ("country", "nationality", "place"),
                m.start - m.end,
                m.start,
            )
        )
        return next(filter(None, map(self._code, among)), None)

    def _place(self, words: list[str]) -> Span | None:
        """Where the longest run of the words is in the text, the first of equals."""
        for length in range(len(words), 0, -1):
            for first in range(len(words) - length + 1):
                run = r"\s+".join(map(re.escape, words[first : first + length]))
                found = re.search(rf"(?<!\w){run}(?!\w)", self.found.article.text)
                if found:
                    return found.span()
        return None

    def event(self) -> tuple[str | None, str | None]:
        """The codes of who does something, and of to whom it is done."""
        coded = [(m, code) for m in self.found.mentions if (code := self._code(m)) is not None]
        source = next((code for mention, code in coded if self._in_subject(mention)), None)
        others = [code for mention, code in coded if not self._in_subject(mention)]
        target = next((code for code in others if code != source), others[0] if others else None)
        return source, target

    def _code(self, mention: Mention) -> str | None:
        """Of the body that a person has a post in where that is of no country, as of the Secretary-General."""
        entity = self._entities.get(mention.actor or "")
        if entity is None:
            return None
        bodies = [entity.id, *(role.organization for role in entity.roles if role.organization)]
        codes = (_ORGANIZATIONS.get(entry.sort) for body in bodies if (entry := self.line.gazetteer.entry(body)))
        if entity.kind == "person":
            return next(filter(None, codes), entity.country)
        return entity.country or next(filter(None, codes), None)

    def _in_subject(self, mention: Mention) -> bool:
        """The phrase that the mention is in is the subject of a verb in the active voice, or "by" whom it is done."""
        tokens = self.found.tokens
        inside = [number for number, token in enumerate(tokens) if mention.start <= token.start < mention.end]
        at = next((n for n in inside if tokens[n].head not in inside), inside[-1] if inside else 0)
        for _ in tokens:
            label, head = tokens[at].label, tokens[at].head
            if label not in _WITHIN or head == at:
                return label in ("nsubj", "obl:agent")
            at = head
        return False
