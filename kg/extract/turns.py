"""Turns: the paragraphs of a transcript or an interview that open with the label of who speaks ("MS ROWE: ...")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract import grammar
from kg.extract.attributions import Link
from kg.extract.mentions import Mentions
from kg.model import Span

_LABEL = re.compile(r"(?P<label>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}):\s+(?=\S)")
_QUESTIONS = frozenset({"q", "question", "reporter", "moderator", "journalist"})
_ANSWERS = frozenset({"a", "answer"})
# Fewer labelled paragraphs are a list or a headline, not a transcript.
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """The words at `content` are spoken by whom the words at `label` name."""

    label: Span
    content: Span


def find_turns(text: str) -> list[Turn]:
    """The turns of a text, in order; none unless it is a transcript: three or more labels, one of them twice."""
    found: list[Turn] = []
    offset = 0
    for paragraph in text.split("\n\n"):
        match = _LABEL.match(paragraph)
        if match is not None and _is_label(match["label"]):
            label = (offset + match.start("label"), offset + match.end("label"))
            found.append(Turn(label, (offset + match.end(), offset + len(paragraph.rstrip()))))
        offset += len(paragraph) + 2
    labels = [text[start:end] for start, end in (turn.label for turn in found)]
    return found if len(found) >= _LEAST and len(set(labels)) < len(labels) else []


def _is_label(words: str) -> bool:
    """Capitals throughout, or every word capitalised: "Q", "OSPANULY", "Ms Rowe"."""
    return words.isupper() or all(word[:1].isupper() for word in words.split())


def link_turns(doc: Doc, turns: list[Turn], mentions: Mentions) -> list[Link]:
    """The turns as attributions: the label is the source, its colon the cue."""
    links = []
    for turn in turns:
        label = grammar.tokens_in(doc, turn.label)
        colon = [token for token in grammar.tokens_in(doc, (turn.label[1], turn.label[1] + 1)) if token.text == ":"]
        content = grammar.tokens_in(doc, turn.content)
        if not label or not colon or not content:
            continue
        words = mentions.text[turn.label[0] : turn.label[1]].lower()
        speaker = label[-1]
        if words in _ANSWERS:
            if (interviewed := _interviewed(turns, mentions)) is not None:
                mentions.label(label, equals=interviewed)
        elif words in _QUESTIONS:
            mentions.drop(label)
        else:
            mentions.label(label)
        links.append(Link(cue=colon, head=colon[0], score=1.0, source=label, speaker=speaker, contents=[content]))
    return links


def _interviewed(turns: list[Turn], mentions: Mentions) -> Span | None:
    """The first person named before the first question: whom an interview introduces."""
    lead = (0, turns[0].label[0])
    people = [mention for mention in mentions.within(lead) if mention.kind == "person" and mention.form == "name"]
    return people[0].span if people else None
