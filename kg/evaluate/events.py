"""Scores event classes on the gold standard records of PLOVER: what does somebody do to somebody?

Takes the records that `kg.evaluate.actors` takes, with their ``"event"``; classes of version 0.5 count as those of
today (`CURRENT`). The extraction knows what is said, and the deed of which it tells, who meets and who fights or backs
whom; of a sentence in which nobody says anything it has no deeds. One answer for each record, the first of:

- of a statement, outermost ones and those with a cue that is not negated first: where the cue says no more than that
  something is said, "police said", the deed that the content tells; the class of the act; the deed;
- meetings: CONSULT, planned ones AGREE, those called off SANCTION;
- opposed to: ASSAULT; allied with: SUPPORT.

"macro" is the mean over the classes of the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate.actors import records
from kg.evaluate.corpus import Corpus
from kg.evaluate.scores import Row, Scores, Tally
from kg.line import Line
from kg.model import Article, Extraction, MeetingStatus, Statement
from kg.vocabulary import ACT_CUES, ACT_PLOVER

#: Classes of version 0.5 under the names that they have today.
CURRENT = {"DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}

_MEETINGS: dict[MeetingStatus, str] = {"planned": "AGREE", "called_off": "SANCTION"}
# What cues say of the act that say no more than that something is said.
_PLAIN = frozenset({"say", "report", "announce", "claim"})
_RELATIONS = {"opposed_to": "ASSAULT", "allied_with": "SUPPORT"}


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score the extraction.

    Raises:
        UsageError: the file can't be read, or is in another form.
    """
    corpus = Corpus.read(path)
    wanted = list(_classes(corpus))
    line = Line(annotator=annotator)
    tally = Tally()
    words = 0
    for number, (record, name) in enumerate(zip(records(corpus), wanted, strict=True)):
        article = Article(id=str(number), text=record.text, published=record.date)
        answer = event(line.extraction(article))
        tally.compare(name, {name} & {answer}, {name})
        if answer is not None and answer != name:
            tally.count(answer, right=0, found=1, wanted=0)
        words += len(record.text.split())
    rows = tally.rows(sorted(set(wanted)))
    return Scores("events", path.name, corpus.digest, len(wanted), words, (*rows, Row.mean("macro", rows, len(wanted))))


def _classes(corpus: Corpus) -> Iterator[str]:
    try:
        for record in json.loads("\n".join(corpus.lines)):
            yield CURRENT.get(record["event"], str(record["event"]))
    except (ValueError, KeyError, TypeError) as error:
        raise corpus.wrong(1, f"no JSON array of PLOVER records with their events: {error!r}") from error


def event(found: Extraction) -> str | None:
    """The class of what an extraction says that is done, or None where it says nothing that has one."""
    statements = sorted(found.statements, key=lambda one: (one.cue.negated, one.parent is not None, one.cue.span))
    told = [found for one in statements for found in (_class(one),) if found is not None]
    told += [_MEETINGS.get(one.status, "CONSULT") for one in found.meetings]
    told += [_RELATIONS[one.predicate] for one in found.relations if one.predicate in _RELATIONS]
    return told[0] if told else None


def _class(one: Statement) -> str | None:
    act = ACT_PLOVER.get(one.act)
    plain = ACT_CUES.get(one.cue.lemma, "say") in _PLAIN or one.cue.lemma == "according to"
    return one.deed or act if plain else act or one.deed
