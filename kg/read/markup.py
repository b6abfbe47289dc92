"""Paragraphs of a text, with the marks of Markdown and HTML taken off.

News texts are rarely true Markdown: scrapers write Markdown into .txt and .json, and plain text has asterisks and hash
signs of its own. So only marks that can't be meant otherwise are taken, and a Markdown parser is not used.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.read import characters

Kind = Literal["paragraph", "heading", "item"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as its source has it: `lines` without marks.

    Attributes:
        aside: all of it is in italics or bold.
        linked: all of it is links.
    """

    lines: tuple[str, ...]
    kind: Kind = "paragraph"
    aside: bool = False
    linked: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.lines)


_BLANK = re.compile(r"\n[ \t\xa0]*\n\s*")
# A paragraph without any of these has no marks; most have none, and this keeps reading fast.
_MARKED = re.compile(r"[*_`#\[\]<>|\\&~•‣▪]")
_MARKED_LINE = re.compile(r"^\s*(?:[-+·]\s|\d+[.)]\s|[-=]+\s*$)", re.MULTILINE)

_FENCE = re.compile(r"^(`{3,}+|~{3,}+).*?^\1[ \t]*$\n?", re.MULTILINE | re.DOTALL)
# Elements whose content is not the article's text.
_UNSEEN_HTML = re.compile(
    r"<(?:!--|(script|style|noscript|template|svg|iframe|head|nav|footer|form|figure|table)\b[^<>]*>)", re.IGNORECASE
)
_PARAGRAPH_TAG = re.compile(
    r"</?(?:p|div|section|article|header|main|body|html|h[1-6]|ul|ol|blockquote|pre|hr|tr|aside)\b[^<>]*>|(?:<br\s*/?>\s*){2,}",
    re.IGNORECASE,
)
_BREAK_TAG = re.compile(r"<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_ITEM_TAG = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_HEADING_TAG = re.compile(r"<h[1-6]\b[^<>]*>\s*", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|acronym|address|b|bdi|bdo|big|br|button|center|cite|code|dd|del|dfn|dl|dt|em|figcaption|font|i|img|input|ins|"
    r"kbd|label|li|link|mark|meta|picture|q|s|small|source|span|strike|strong|sub|sup|td|th|time|title|tt|u|var|video|wbr)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)
# Any other element shows itself by an attribute or a slash; "<redacted>" does not.
_OTHER_TAG = re.compile(
    r"<[A-Za-z][\w:-]*(?:\s+[\w:-]+=(?:\"[^\"<>]*\"|'[^'<>]*'))+\s*/?>|</[A-Za-z][\w:-]*\s*>|<[A-Za-z][\w:-]*\s*/>"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,}|(?:~\s*){3,})\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*")
_ITEM = re.compile(r"\s*[-+*•·‣▪]\s+(?=\S)")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s+(?=\S)")
_QUOTED = re.compile(r"\s{0,3}>\s?")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]{1,80}\]:\s*\S.*")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
# A target has no spaces: "[sic] (as he wrote)" and "[the minister](who left)" in speech are no links.
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+[\"'][^\"']*[\"'])?\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]|\[\^[^\[\]]+\]")
_AUTOLINK = re.compile(r"<(?:https?://|ftp://|mailto:)?[^<>\s@]+(?:@[^<>\s]+|(?<=://)[^<>\s]*)?[./@][^<>\s]*>")
_CODE = re.compile(r"(?<!`)(`{1,3})([^`\n]{1,500})\1(?!`)")
_STRIKE = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
# As CommonMark flanking, and never within a word: "snake_case", "5 * 3" and "profit* ... *before tax" stay.
_EMPHASIS = tuple(
    re.compile(
        rf"(?<![\w{mark}\\]){{0}}(?=[^\s{mark}])(.{{1,3000}}?)(?<=[^\s{mark}\\]){{0}}(?![\w{mark}])".replace(
            "{0}", mark * n
        )
    )
    for n in (3, 2, 1)
    for mark in (r"\*", "_")
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~&\"'])")
_ALL_EMPHASIS = re.compile(r"\s*(?:(\*{1,3})(?=\S)(?:(?!\1).)+\1|(_{1,3})(?=\S)(?:(?!\2).)+\2)\s*", re.DOTALL)

#: A line longer than this was not wrapped by hand or by a mailer, which do so at 65 to 100 columns: each line of such
#: text is a paragraph.
WRAPPED = 120
#: Columns by which a line that was wrapped by hand may be shorter than it could.
_RAGGED = 12
_SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")
#: Asterisks and underscores in a paragraph: more than a hundred emphasised words.
_MOST_MARKS = 500
#: "Q:", "MS. ROWE:" and the like begin a turn, not a continuation.
TURN = re.compile(
    r"(?:[A-Z]|Q(?:UESTION)?|A(?:NSWER)?|(?:[A-Z][A-Z.'’-]*\s+){0,4}[A-Z][A-Z.'’-]+(?:\s+\([^)]{1,40}\))?):\s+\S"
)


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of `text` in order, none of them empty."""
    return tuple(_blocks(characters.clean(text)))


def inline(text: str) -> str:
    """`text`, a line or a paragraph, without inline marks."""
    if "[" in text:
        text = _REFERENCE.sub(lambda found: found[1] or "", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    if "<" in text:
        text = _OTHER_TAG.sub("", _TAG.sub("", _AUTOLINK.sub("", text)))
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    if "~~" in text:
        text = _STRIKE.sub(r"\1", text)
    if _may_be_emphasised(text):
        for pattern in _EMPHASIS:
            text = pattern.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = characters.clean(_ENTITY.sub(lambda found: html.unescape(found[0]), text))
    return " ".join(text.split())


def _blocks(text: str) -> Iterator[Block]:
    if "```" in text or "~~~" in text:
        text = _FENCE.sub("\n", text)
    if "<" in text:
        text = _seen(text)
        text = _HEADING_TAG.sub("\n\n# ", text)
        text = _ITEM_TAG.sub("\n- ", _BREAK_TAG.sub("\n", _PARAGRAPH_TAG.sub("\n\n", text)))
    for chunk in _BLANK.split(text):
        if not chunk.strip():
            continue
        if not (_MARKED.search(chunk) or _MARKED_LINE.search(chunk)):
            lines = [" ".join(line.split()) for line in chunk.split("\n")]
            yield from _paragraphs([line for line in lines if line])
        else:
            yield from _marked(chunk)


def _seen(text: str) -> str:
    """`text` without HTML comments and elements that hold no text; linear also where thousands are never closed."""
    parts: list[str] = []
    lowered = text.lower()
    unclosed: set[str] = set()
    end = 0
    for opened in _UNSEEN_HTML.finditer(text):
        closing = f"</{opened[1].lower()}" if opened[1] else "-->"
        if opened.start() < end or closing in unclosed:
            continue
        closed = lowered.find(closing, opened.end())
        if closed < 0:
            unclosed.add(closing)
            continue
        parts.append(text[end : opened.start()])
        after = lowered.find(">", closed)
        end = after + 1 if after >= 0 else len(text)
    return "\n\n".join([*parts, text[end:]])


def _marked(chunk: str) -> Iterator[Block]:
    """The blocks of a chunk between blank lines that may have marks."""
    rows = chunk.strip("\n").split("\n")
    run: list[str] = []
    for number, row in enumerate(rows):
        if quoted := _QUOTED.match(row):
            row = row[quoted.end() :]
        if heading := _HEADING.fullmatch(row):
            yield from _run(run)
            run = []
            if words := inline(heading[1]):
                yield Block((words,), "heading", linked=_all_links(heading[1]))
        elif len(run) == 1 and number == 1 and _UNDERLINE.fullmatch(row):
            yield Block((inline(run[0]),), "heading")
            run = []
        elif _RULE.fullmatch(row) or _TABLE_ROW.fullmatch(row) or _DEFINITION.fullmatch(row):
            yield from _run(run)
            run = []
        elif _ITEM.match(row) or _NUMBERED.match(row):
            yield from _run(run)
            run = [row]
        else:
            run.append(row)
    yield from _run(run)


def _run(rows: list[str]) -> Iterator[Block]:
    """The blocks of rows that belong together: an item, or a paragraph, or several that nothing but line ends part."""
    if not rows:
        return
    raw = "\n".join(rows)
    item = bool(_ITEM.match(rows[0]))
    if item:
        raw = _ITEM.sub("", raw, count=1)
    aside = _ALL_EMPHASIS.fullmatch(raw) is not None
    linked = _all_links(raw)
    # Marks may run over line ends ("*two lines in\nitalics*"), so that they are taken off before the lines are parted.
    kept = [inline(line) for line in _line_marks(raw).split("\n")]
    lines = [line for line in kept if line]
    if not lines:
        return
    if item:
        yield Block((" ".join(lines),), "item", aside=aside, linked=linked)
    elif aside or linked:
        yield Block(tuple(lines), aside=aside, linked=linked)
    else:
        yield from _paragraphs(lines)


def _line_marks(raw: str) -> str:
    """`raw` with the emphasis that runs over a line end taken off."""
    if "\n" not in raw or not _may_be_emphasised(raw):
        return raw
    for pattern in _EMPHASIS:
        raw = re.sub(pattern.pattern, r"\1", raw, flags=re.DOTALL)
    return raw


def _may_be_emphasised(text: str) -> bool:
    """Has marks of emphasis, and not so many that they are ornaments: looking for their ends would take long."""
    return 1 < text.count("*") + text.count("_") <= _MOST_MARKS


def _all_links(raw: str) -> bool:
    """Nothing but links, pictures, addresses and what parts them."""
    if "](" not in raw and "<http" not in raw:
        return False
    rest = _AUTOLINK.sub("", _LINK.sub("", _IMAGE.sub("", raw)))
    return not re.search(r"\w", rest)


def _paragraphs(lines: list[str]) -> Iterator[Block]:
    """Lines that no blank line parts, as paragraphs: a line end within a sentence, or of wrapped text, is a space."""
    if len(lines) <= 1:
        if lines:
            yield Block(tuple(lines))
        return
    longest = max(map(len, lines))
    flows = any(line[0].islower() for line in lines)
    told = any(_SENTENCE_END.search(line) for line in lines)
    start = 0
    for number in range(1, len(lines)):
        before, after = lines[number - 1], lines[number]
        if longest > WRAPPED:
            ended = bool(_SENTENCE_END.search(before)) or not after[0].islower()
        else:
            # Who wraps lines fills them: where the next word had room, the line was ended on purpose. Lines without
            # any sentence are a head, tags or an address, and stay together.
            room = longest - len(before) - len(after.split()[0])
            stops = bool(_SENTENCE_END.search(before))
            ended = told and ((stops and room > _RAGGED) if flows else (stops or room > 0))
        if ended or TURN.match(after):
            yield Block(tuple(lines[start:number]))
            start = number
    yield Block(tuple(lines[start:]))
