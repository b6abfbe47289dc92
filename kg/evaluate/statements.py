"""Scores whole extractions against annotations in the form of `kg extract`, statements field by field.

A statement is found when its cue overlaps that of an annotated one and their contents share three tenths of their
characters (intersection over union), or when their contents share six tenths whatever the cue. Each is used once, the
best pairs first, one with the same speaker before one without. The rows of single fields are over the statements found.

Actors whom the gazetteer does not know have ids made of their words; `kg.evaluate.alignment` pairs those found with
those annotated before ids are compared; and some people whom nothing but the same words tells from others ("residents
said") are the same, whether one has them as unnamed and the other as a group of the article. "speaker's id as written"
is "statements with speaker" without either: there an invented body that is called by fewer words is somebody else.

Relations are compared as they are told of two, whatever words tell them: a post ("her spokesman") that makes its holder
a spokesperson, a representative or a member is one with that.

Where a second annotator has read the statements too, `kg.evaluate.readings` adds its rows; the others stay with the
first reading.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.annotate import Annotator
from kg.evaluate import readings
from kg.evaluate.corpus import Corpus
from kg.evaluate.extractions import aligned
from kg.evaluate.matching import pairs, shared
from kg.evaluate.meetings import same_meeting
from kg.evaluate.scores import Scores, Tally
from kg.evaluate.sentences import shown
from kg.ids import slug
from kg.record import Record

#: Single values of a statement that are compared where both have found it.
FIELDS = ("act", "form", "polarity", "certainty")
_SPEAKER, _AS_WRITTEN = "statements with speaker", "speaker's id as written"
ROWS = (
    *("statements", _SPEAKER, _AS_WRITTEN, *FIELDS, "time", "place", "parent", "addressees"),
    *("about", "targets", "stance", "entities", "meetings", "relations"),
)

# What a post makes its holder.
_BY_POST = frozenset({"spokesperson_for", "represents", "member_of"})
_LEAST_WITH_CUE, _LEAST_WITHOUT = 0.3, 0.6


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score the extraction.

    Raises:
        UsageError: the file can't be read, or a line is no article in the form of `kg extract`.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    errors: list[str] = []
    texts = words = 0
    for number, found, same, gold in aligned(corpus, annotator):
        try:
            _Comparison(tally, errors, number, gold["text"]).compare(found, same, gold)
        except (KeyError, TypeError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        texts += 1
        words += len(gold["text"].split())
    read_twice = readings.ROWS[-1] in tally.wanted
    rows = tally.rows((*ROWS, *(readings.ROWS if read_twice else ())))
    return Scores("statements", path.name, corpus.digest, texts, words, rows, tuple(errors))


@dataclass(slots=True)
class _Comparison:
    """Compares what was found in the article of one line with its annotation; counts, and tells what is wrong."""

    tally: Tally
    errors: list[str]
    line: int
    text: str
    _spans: list[list[int]] = field(default_factory=list)  # shown with the errors of the statement at hand

    def compare(self, written: Record, found: Record, gold: Record) -> None:
        """Compare all rows.

        Args:
            written: what was found, with its own ids.
            found: the same, with the ids of the annotation.
            gold: the annotation.
        """
        tally = self.tally
        ours, theirs = found["statements"], gold["statements"]
        same = pairs(ours, theirs, _agreement)
        self._unpaired(ours, {i for i, _ in same}, "nothing, not")
        self._unpaired(theirs, {j for _, j in same}, "missed:")
        right = as_written = 0
        for i, j in sorted(same, key=lambda pair: pair[1]):
            one, other = ours[i], theirs[j]
            speaker = one["speaker"]["entity"], other["speaker"]["entity"]
            self._spans = [*other["content"], other["cue"]["span"]]
            right += speaker[0] == speaker[1] or self._is_nameless(one, other)
            as_written += written["statements"][i]["speaker"]["entity"] == speaker[1]
            if not self._is_nameless(one, other):
                self._differ("speaker", *({each or "nobody"} for each in speaker))
            self._fields(one, other)
        counts = {"found": len(ours), "wanted": len(theirs)}
        tally.count("statements", right=len(same), **counts)
        readings.count_between(tally, theirs)
        tally.count(_SPEAKER, right=right, **counts)
        tally.count(_AS_WRITTEN, right=as_written, **counts)
        here = gold["article"]["id"]
        self._spans = []
        self._compare("entities", *({e["id"] for e in one["entities"] if here not in e["id"]} for one in (found, gold)))
        self._meetings(found["meetings"], gold["meetings"])
        self._spans = []
        self._compare("relations", *(_relations(one["relations"]) for one in (found, gold)))

    def _is_nameless(self, one: Record, other: Record) -> bool:
        """Some nameless people for one are a group of this article alone for the other, known by the very words.

        "Residents said": whether anybody takes them up later decides which, and annotators decide it either way.
        """
        named, nameless = sorted((one["speaker"], other["speaker"]), key=lambda speaker: speaker["entity"] is None)
        kind, _, words = (named["entity"] or "").partition("/")
        spans = named["span"], nameless["span"]
        if kind != "group" or nameless["kind"] != "unnamed" or nameless["entity"] or None in spans:
            return False
        here = set(slug(self._words(nameless["span"])).split("-"))
        return shared([spans[0]], [spans[1]]) > 0 and set(words.rpartition("/")[2].split("-")) <= here

    def _unpaired(self, statements: list[Record], paired: set[int], verdict: str) -> None:
        """Tells the statements that are only on one side."""
        for i, one in enumerate(statements):
            if i not in paired:
                self._spans = [*one["content"], one["cue"]["span"]]
                speaker = one["speaker"]["entity"] or one["speaker"]["kind"]
                self._tell("statements", f"{verdict} {speaker} “{self._words(one['cue']['span'])}”")

    def _meetings(self, ours: list[Record], theirs: list[Record]) -> None:
        same = pairs(ours, theirs, same_meeting)
        self.tally.count("meetings", right=len(same), found=len(ours), wanted=len(theirs))
        for meetings, paired, verdict in (
            (ours, {i for i, _ in same}, "nothing, not"),
            (theirs, {j for _, j in same}, "missed:"),
        ):
            for i, one in enumerate(meetings):
                if i not in paired:
                    self._spans = [one["span"]]
                    people = " and ".join(sorted(each["entity"] for each in one["participants"])) or "nobody"
                    self._tell("meetings", f"{verdict} {people} at {one['place']}")

    def _fields(self, one: Record, other: Record) -> None:
        for name in FIELDS:
            self._compare(name, {one[name]}, {other[name]})
        both = readings.reading(one), readings.reading(other)
        self._compare("time", both[0]["time"], both[1]["time"])
        self._compare("place", *({each["place"]} - {None} for each in (one, other)))
        self._compare("parent", *({"inside another" if each["parent"] else "by itself"} for each in (one, other)))
        self._compare("addressees", *(set(each["addressees"]) for each in (one, other)))
        for name in ("about", "targets"):
            self._compare(name, both[0][name], both[1][name])
        readings.count_either(self.tally, one, other)
        stances = [{about["entity"]: about["stance"] for about in each["about"]} for each in (one, other)]
        for entity in sorted(stances[0].keys() & stances[1].keys()):
            self._compare("stance", *({(entity, each[entity])} for each in stances))

    def _compare(self, name: str, found: Set[Any], wanted: Set[Any]) -> None:
        self.tally.compare(name, found, wanted)
        self._differ(name, found, wanted)

    def _differ(self, name: str, found: Set[Any], wanted: Set[Any]) -> None:
        """Tells what is only wanted and what is only found, where that is anything."""
        if found != wanted:
            self._tell(name, f"{_listed(wanted - found)}, not {_listed(found - wanted)}")

    def _tell(self, name: str, difference: str) -> None:
        sentence = shown(self.text, self._spans)
        self.errors.append(f"{name}: line {self.line}: {difference}" + (f": {sentence}" if sentence else ""))

    def _words(self, span: list[int]) -> str:
        return " ".join(self.text[slice(*span)].split())


def _listed(values: Set[Any]) -> str:
    """The values in words: "country/TUR as target, country/GRC as topic"."""
    words = (" as ".join(map(str, value)) if isinstance(value, tuple) else str(value) for value in values)
    return ", ".join(sorted(words)) or "nothing"


def _relations(told: list[Record]) -> set[str]:
    """Who stands how to whom, in words; a post is left out where it is nobody's, or only says by what one is so."""
    every = {(one["subject"], one["predicate"], one["object"]) for one in told if one["object"] is not None}
    beside = {(subject, thing) for subject, predicate, thing in every if predicate in _BY_POST}
    kept = (one for one in every if one[1] != "holds_post" or (one[0], one[2]) not in beside)
    return {" ".join(one) for one in kept}


def _agreement(one: Record, other: Record) -> float:
    """How well a statement found agrees with an annotated one; 0 where it is another."""
    contents = shared(one["content"], other["content"])
    cues = shared([one["cue"]["span"]], [other["cue"]["span"]]) > 0
    if contents < (_LEAST_WITH_CUE if cues else _LEAST_WITHOUT):
        return 0.0
    return contents + cues + bool(one["speaker"]["entity"] == other["speaker"]["entity"])
