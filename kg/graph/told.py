"""What an article says of an event, as lists show it, in JSON.

The index keeps it. In the graph one statement is some sixty quads on fifteen nodes, each of which lies somewhere else
on the disk: of 10 million quads, a page of fifty statements took a second to read when it was asked for first.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeVar

from kg.graph.article_graph import ArticleGraph
from kg.vocabulary import OA, PREFIXES, RAP, SEM

T = TypeVar("T")


def told_of_statement(read: ArticleGraph, node: str) -> str:
    """Of a statement; an entity is its id and its name here, an excerpt its start, its end and its words."""
    claim = next(iter(read.to(node, RAP.expresses)), node)
    about = [_about(read, one) for one in read.to(claim, RAP.about)]
    return _written(
        {
            **_time(read, node),
            "speaker": _first(read.named(node, RAP.speaker)),
            "speaker_kind": read.get(node, RAP.speakerKind),
            "speaker_words": _first(read.excerpts(node, RAP.speakerExcerpt)),
            "cue": _first(read.excerpts(node, RAP.cue)),
            "cue_lemma": read.get(node, RAP.cueLemma),
            "negated": read.get(node, RAP.cueNegated) == "true",
            "act": read.get(node, RAP.act).removeprefix(PREFIXES["act"]),
            "form": read.get(node, RAP.form),
            "text": read.get(claim, RAP.text),
            "content": read.excerpts(claim, RAP.content),
            "addressees": read.named(node, RAP.addressee),
            "about": sorted(about, key=lambda one: (one[3][0] if one[3] else 0, one[0][0])),
            "polarity": read.get(claim, RAP.polarity),
            "certainty": read.get(claim, RAP.certainty),
            "deed": read.get(claim, RAP.deed).removeprefix(PREFIXES["plover"]) or None,
            "place": _first(read.named(node, SEM.hasPlace)),
            "parent": _first([to.removeprefix(f"{read.name.value}#") for to in read.to(node, RAP.reportedIn)]),
        }
    )


def told_of_meeting(read: ArticleGraph, node: str) -> str:
    """Of a meeting; likewise."""
    taking_part = read.to(node, RAP.participation)
    return _written(
        {
            **_time(read, node),
            "participants": [
                (_first(read.named(part, RAP.participant)) or ("", ""), read.get(part, RAP.participantRole))
                for part in taking_part
            ],
            "place": _first(read.named(node, SEM.hasPlace)),
            "format": read.get(node, RAP.meetingFormat),
            "status": read.get(node, RAP.status),
            "topic": read.get(node, RAP.topic) or None,
        }
    )


def _about(read: ArticleGraph, node: str) -> tuple[tuple[str, str], str, str, tuple[int, int, str] | None]:
    mention = next(iter(read.to(node, RAP.mention)), node)
    entity = _first(read.named(node, RAP.entity)) or ("", "")
    words = _first(read.excerpts(mention, OA.hasTarget))
    return entity, read.get(node, RAP.aboutRole), read.get(node, RAP.stance), words


def _time(read: ArticleGraph, node: str) -> dict[str, object]:
    """Date and time of an event, and how sure it is that it was."""
    begin = read.get(node, RAP.begin)
    rest = [read.get(node, term) for term in (RAP.timeValue, RAP.granularity, RAP.timeText)]
    return {
        "date": begin or read.get(node, RAP.published) or None,
        "time": [begin, read.get(node, RAP.end) or begin, *rest] if begin else None,
        "confidence": _share(read.get(node, RAP.confidence)),
    }


def _share(value: str) -> float:
    """A confidence; 1 for what is none, for a graph may hold what it likes."""
    try:
        return float(value)
    except ValueError:
        return 1.0


def _first(found: Sequence[T]) -> T | None:
    return found[0] if found else None


def _written(told: Mapping[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
