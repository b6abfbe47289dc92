"""Blocks: words of somebody set off in paragraphs of their own, without quotation marks, as press offices do.

"The Foreign Secretary, X, said:", and then paragraphs that say "I" and "we".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.attributions.links import Link
from kg.extract.attributions.sources import logical_speaker
from kg.extract.syntax import grammar, nounphrases
from kg.model import Span

# What ends the line before a block: "said:", "said in a statement on Monday:", "issued the following statement:".
_LINE = re.compile(
    r"\b(?P<verb>said|says|stated|states|commented|comments|added|adds|wrote|writes|declared|remarked|told|continued"
    r"|explained|replied|responded|tweeted|posted|reads?|(?:issued|released|made|gave)(?=[^.:\n]*\bstatement\b))\b"
    # Not "said the areas include:", "tweeted the transcript:".
    r"(?: (?:a statement|about|after|afterwards|as|at|before|by|during|earlier|following|from|in|last|later|of|on"
    r"|the following|this|through|to|today|via|when|with|yesterday|(?<=told )(?:the )?\w+)\b[^.!?:\n“”\"]{0,80})?"
    r":(?=\s|$)"
)
# Verbs that are nouns and more besides, where the words go on behind the colon: "in two states: Nevada and".
_NOUNS = frozenset({"states", "read", "reads"})
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me)\b")
# Whoever tells of somebody who speaks is not the one who speaks.
_TOLD = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[A-Z]\w+|spokes\w+|statement) (?:also |then |has |have |had |later )?"
    r"(?:said|says|added|adds|told|tells|declined|went on|continued)\b"
    r"|\b(?:said|says|added) (?:[Hh]e|[Ss]he|[A-Z]\w+)\b"
)
_PARAGRAPH = re.compile(r"\S(?:(?!\n\n)[\s\S])*")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_MARKS = "“”\"„«»'‘’"
# A sentence ends the paragraph, which is no item of a list.
_ENDS = (".", "!", "?", "…", ".”", '."')
# Words from which a paragraph is no item of a list.
_LEAST = 6
# Paragraphs before the line of a text that has nothing but the words of whoever issues it.
_OPENING = 3
# Letters of the line before its verb in which the name of whoever speaks stands.
_NAME = 90


@dataclass(frozen=True, slots=True)
class Block:
    """The words at `content` are those of whoever is the subject of the verb at `verb`."""

    verb: Span
    content: Span


def find_blocks(text: str) -> list[Block]:
    """The blocks of a text that is no transcript, in order.

    The paragraph after the line is one. Those after it are as far as one of them says "I" or "we"; all of them, up to
    the end of a text that has little else. What names whoever speaks, or tells that he says more, is the reporter's.
    """
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    found: list[Block] = []
    for number, (start, end) in enumerate(paragraphs):
        if found and start < found[-1].content[1]:
            continue
        line = _LINE.search(text, start, end)
        if line is None or _is_quoted(text[start : line.end()]):
            continue
        begin = line.end() + len(text[line.end() : end]) - len(text[line.end() : end].lstrip())
        following = paragraphs[number + 1 :]
        if begin < end:  # the words go on in the line itself
            own = text[begin].isupper() and line["verb"] not in _NOUNS
            if not own or not _FIRST_PERSON.search(text, begin, end):
                continue
            following = [(begin, end), *following]
        names = _names(text[max(start, line.start() - _NAME) : line.start()])
        last = _last(text, following, names, whole=number < _OPENING)
        if last is not None:
            found.append(Block(line.span("verb"), (following[0][0], last)))
    return found


def _is_quoted(before: str) -> bool:
    """The words end within a quotation."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _names(before: str) -> frozenset[str]:
    """The last word with a capital before the verb: a surname, or of a post without a name "Secretary"."""
    words = [word for word in _WORDS.findall(before) if word[0].isupper() and len(word) > 2]
    return frozenset(words[-1:])


def _last(text: str, paragraphs: list[Span], names: frozenset[str], *, whole: bool) -> int | None:
    """Where the last paragraph of the block ends; None where none begins.

    Args:
        text: of the article.
        paragraphs: those that may be the block's, in order.
        names: whoever speaks is called so where the reporter tells of him.
        whole: all paragraphs up to the end of the text are the block's where none is the reporter's.
    """
    ends: int | None = None
    own = 0
    for number, (start, end) in enumerate(paragraphs):
        words = text[start:end].strip()
        if words[0] in _MARKS or not words[0].isalpha() or not words.endswith(_ENDS) or len(words.split()) < _LEAST:
            break
        if (number or text[start - 1 : start] == " ") and (names & set(_WORDS.findall(words)) or _TOLD.search(words)):
            break
        ends = start + len(words)
        if number == 0 or _FIRST_PERSON.search(words):
            own = ends
    else:
        return ends if whole and ends is not None else own or None
    return own or None


def link_blocks(doc: Doc, blocks: list[Block], links: list[Link]) -> list[Link]:
    """The attributions with the words of the blocks: those of their verbs, which get them in the stead of others."""
    told = list(links)
    for block in blocks:
        verb = next(iter(grammar.tokens_in(doc, block.verb)), None)
        content = [token for token in grammar.tokens_in(doc, block.content) if not token.is_space]
        if verb is None or not content:
            continue
        known = next((one for one in told if verb.i in {token.i for token in one.cue}), None)
        if known is None:
            speaker = logical_speaker(verb)
            source = nounphrases.noun_phrase(speaker) if speaker is not None else []
            known = Link([*grammar.children(verb, "aux"), verb], verb, 1.0, source, speaker)
            told.append(known)
        known.contents = [content]
    return sorted(told, key=lambda one: one.cue[0].i)
