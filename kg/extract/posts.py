"""Posts: what somebody wrote on a network, as pages embed it: the words, a dash, the name and the account."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kg.extract import grammar
from kg.extract.attributions import Link
from kg.extract.mentions import Mentions
from kg.extract.turns import Turn

_SIGNED = re.compile(r"(?P<dash>[—–]|--?)\s?(?P<name>[^\W\d_][^()\n—–]{1,60}?)\s\(@\w{2,30}\)")
_OPENING = "“\"'‘«"
_CLOSING = "”\"'’»"


def find_posts(text: str) -> list[Turn]:
    """The posts of a text, in order: the name that signs each, and its words, which its paragraph holds."""
    found: list[Turn] = []
    end = 0
    for signed in _SIGNED.finditer(text):
        before = text[end : signed.start()].rstrip()  # the dash may open a paragraph of its own
        start = end + max(before.rfind("\n\n") + 2, 0) if "\n\n" in before else end
        said = text[start : end + len(before)]
        if said[-1:] and said[-1] in _CLOSING:
            opened = max(said.rfind(mark, 0, -1) for mark in _OPENING)
            start, said = (start + opened, said[opened:]) if opened >= 0 else (start, said)
        lead = len(said) - len(said.lstrip())
        end = signed.end()
        if any(map(str.isalpha, said)):
            found.append(Turn(signed.span("name"), (start + lead, start + len(said))))
    return found


def link_posts(doc: Doc, posts: list[Turn], mentions: Mentions) -> list[Link]:
    """The posts as attributions: who signs is the source, the dash the cue."""
    links: list[Link] = []
    for post in posts:
        label = grammar.tokens_in(doc, post.label)
        content = grammar.tokens_in(doc, post.content)
        dash = doc[label[0].i - 1 : label[0].i] if label and label[0].i > 0 else None
        if dash is None or not content or any(char.isalnum() for char in dash.text):
            continue
        mentions.label(label, name=None)
        links.append(
            Link(
                cue=list(dash),
                head=dash[0],
                score=1.0,
                source=label,
                speaker=label[-1],
                contents=[content],
                is_turn=True,
            )
        )
    return links
