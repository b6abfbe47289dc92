"""Posts: what somebody wrote on a network, as pages embed it: the words, a dash, the name and the account.

And paragraphs that are nothing but a quotation, a dash and the name of who said it, as pages of voices have them.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kg.extract.attributions.links import Link
from kg.extract.attributions.turns import MEDIA, Turn
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.model import Span

_SIGNED = re.compile(r"(?P<dash>[—–]|--?)\s?(?P<name>[^\W\d_][^()\n—–]{1,60}?)\s\(@\w{2,30}\)")
# A name of two words or more, for one word may be a newspaper, an agency, anything.
_NAMED = re.compile(
    r"(?:\A|\n\n)(?P<said>[“”\"][^\n]+[”\"])\s?(?P<dash>[―—–]|--)\s?"
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: (?:de|del|la|van|von|bin|al|[^\W\d_a-z][\w.'’-]*)){1,4}?)\.?\s*(?=\n\n|\Z)"
)
_OPENING = "“\"'‘«"
_CLOSING = "”\"'’»"


def find_posts(text: str) -> list[Turn]:
    """The posts of a text, in order: the name that signs each, and its words, which its paragraph holds."""
    named = [Turn(_unstopped(each), each.span("said")) for each in _NAMED.finditer(text) if _is_name(each["name"])]
    return sorted([*_embedded(text), *named], key=lambda post: post.content)


def _unstopped(signed: re.Match[str]) -> Span:
    """Where the name stands, without the full stop of the paragraph."""
    start, end = signed.span("name")
    return (start, end - signed["name"].endswith("."))


def _is_name(words: str) -> bool:
    """Somebody may be called so: "Kari Vestby", not "The Herald"."""
    parts = words.lower().split()
    return parts[0] != "the" and not MEDIA.intersection(parts)


def _embedded(text: str) -> list[Turn]:
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
        if dash is None or any(char.isalnum() for char in dash.text):
            continue
        content = [token for token in content if token.i < dash.start or token.i > label[-1].i]  # "”―" may be one token
        if not content:
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
