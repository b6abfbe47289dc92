"""Attributions: which source and which stretches of content belong to which cue.

The network marks the words and links them; the tree tells who of the source speaks, and closes gaps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract import grammar, nouns
from kg.extract.cues import cue_lemma, is_idiom
from kg.extract.mentions import Mentions
from kg.model import ATTRIBUTION, Attribution

# How a word hangs on the head that follows it: a phrase that it begins can't end with it.
_BEGINS = frozenset({"det", "case", "mark", "aux", "aux:pass", "amod", "compound", "nummod", "cop", "nmod:poss", "cc"})
# How a piece of a cue hangs on its verb.
_PIECES = frozenset({"obl", "nmod", "compound", "aux", "advmod", "mark", "obj", "case"})


@dataclass(slots=True)
class Link:
    """One attribution as tokens: `cue` with its governing token `head`, the words of its source, its contents."""

    cue: list[Token]
    head: Token
    score: float
    source: list[Token] = field(default_factory=list)
    speaker: Token | None = None
    contents: list[list[Token]] = field(default_factory=list)

    def take(self, tokens: list[Token], score: float, *, is_source: bool) -> None:
        """A source, or one more content, belongs to the cue; the score becomes the mean of all parts."""
        parts = 1 + bool(self.source) + len(self.contents)
        self.score = (self.score * parts + score) / (parts + 1)
        if is_source:
            self.source = tokens
        else:
            self.contents.append(tokens)

    def attribution(self) -> Attribution:
        return Attribution(
            source=(grammar.span_of(*self.source),) if self.source else (),
            cue=(grammar.span_of(*self.cue),),
            content=tuple(sorted(grammar.span_of(*content) for content in self.contents)),
        )


def link(doc: Doc, mentions: Mentions) -> list[Link]:
    """The attributions of an article in text order, each with at least one stretch of content."""
    group = doc.spans.get(ATTRIBUTION, [])
    if not len(group):
        return []
    scored = [(_worded(span), score) for span, score in zip(group, group.attrs["scores"], strict=True)]
    by_cue = {
        i: Link(cue=tokens, head=grammar.head_of(tokens), score=score)
        for i, (span, (tokens, score)) in enumerate(zip(group, scored, strict=True))
        if span.label_ == "CUE" and tokens
    }
    for cue, other, _ in group.attrs["links"]:
        tokens, score = scored[other]
        if cue in by_cue and tokens:
            by_cue[cue].take(tokens, score, is_source=group[other].label_ == "SOURCE")
    links = [
        one for one in _merge(list(by_cue.values()), mentions) if not is_idiom(cue_lemma(one.cue, one.head), one.head)
    ]
    taken = {token.i for span in group if span.label_ != "CONTENT" for token in span}
    sources = {
        token.i: tokens
        for span, (tokens, _) in zip(group, scored, strict=True)
        if span.label_ == "SOURCE"
        for token in tokens
    }
    for one in links:
        _find_speaker(one, sources)
        one.contents = _mended(one, taken)
    return sorted((one for one in links if one.contents), key=lambda one: one.cue[0].i)


def _mended(one: Link, taken: set[int]) -> list[list[Token]]:
    """The contents of one cue with the gaps closed that the network left within a clause or a name.

    Two stretches of one sentence with nothing but other words between them are one, and a stretch that stops inside a
    name or a date takes the whole of it.
    """
    doc = one.head.doc
    mended: list[list[Token]] = []
    for content in sorted(one.contents, key=lambda tokens: tokens[0].i):
        first, last = content[0].i, content[-1].i
        if mended and content[0].sent.start == mended[-1][-1].sent.start:
            between = range(mended[-1][-1].i + 1, first)
            if not taken.intersection(between) and not any(doc[position].is_space for position in between):
                first = mended.pop()[0].i
        while first > 0 and doc[first].ent_iob_ == "I" and first - 1 not in taken:
            first -= 1
        while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I" and last + 1 not in taken:
            last += 1
        last = _clause_end(doc, last, taken) if _is_cut(doc[last]) else last
        mended.append([token for token in doc[first : last + 1] if not token.is_space])
    return mended


def _worded(span: TokenSpan) -> list[Token]:
    """The tokens of a span without white space; none where it holds no word (a stray "#"), but a colon may be a cue."""
    tokens = [token for token in span if not token.is_space]
    worded = any(char.isalpha() for token in tokens for char in token.text)
    return tokens if worded or (span.label_ == "CUE" and span.text.strip() == ":") else []


def _is_cut(last: Token) -> bool:
    """The word begins a phrase that goes on after it, and so can't be the last: "when all | parties meet"."""
    return last.head.i > last.i and last.dep_ in _BEGINS


def _clause_end(doc: Doc, last: int, taken: set[int]) -> int:
    """The last token before the next mark, cue, source or sentence."""
    while last + 1 < len(doc) and last + 1 not in taken:
        following = doc[last + 1]
        if following.is_space or following.is_punct or following.is_sent_start:
            break
        last += 1
    return last


def _merge(links: list[Link], mentions: Mentions) -> list[Link]:
    """Joins the pieces of one cue: "told reporters ... in a statement" hangs on its verb by the tree."""
    merged: list[Link] = []
    for one in sorted(links, key=lambda one: one.cue[0].i):
        above = next((other for other in reversed(merged) if _is_piece(one, other, mentions)), None)
        if above is None:
            merged.append(one)
            continue
        above.cue = sorted([*above.cue, *one.cue], key=lambda token: token.i)
        above.score = max(above.score, one.score)
        above.source = above.source or one.source
        above.contents += one.contents
    return merged


def _is_piece(one: Link, other: Link, mentions: Mentions) -> bool:
    """The words of one cue hang on those of another of their sentence and are no verb of their own."""
    if mentions.sentence_of(one.head) != mentions.sentence_of(other.head) or one.head.pos_ == "VERB":
        return False
    tied = one.head.head.i == other.head.i or other.head.head.i == one.head.i
    return tied and one.head.dep_.partition(":")[0] in _PIECES


def logical_speaker(head: Token) -> Token | None:
    """The word for who says what the cue reports, by the tree alone."""
    if head.pos_ in ("VERB", "AUX"):
        found = grammar.subject(head)
    elif any(grammar.children(head, "cop")):
        found = next(grammar.children(head, "nsubj"), None)
    else:
        found = next((child for child in head.children if child.dep_ == "nmod:poss"), None) or next(
            (child for child in grammar.children(head, "nmod") if _case(child) in ("by", "from", "of")), None
        )
        if found is None and head.dep_ in ("obj", "obl") and head.head.pos_ == "VERB":
            found = grammar.subject(head.head)
    if found is not None and found.lemma_ in nouns.DOCUMENTS:
        return author_of(found) or found
    return found


def author_of(document: Token) -> Token | None:
    """Who made a statement, a letter, a report: its possessor, or what stands after "by", "from" or "of"."""
    owner = next((child for child in document.children if child.dep_ == "nmod:poss"), None)
    if owner is not None:
        return owner
    return next((child for child in grammar.children(document, "nmod") if _case(child) in ("by", "from")), None)


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def _find_speaker(one: Link, sources: Mapping[int, list[Token]]) -> None:
    """Who speaks: the subject of the cue where a source holds it, else the head of the source linked to the cue.

    Args:
        one: gets its source and its speaker.
        sources: the words of the source that each token is part of.
    """
    if _is_asked(one.head):
        one.source = []
        return
    speaker = logical_speaker(one.head)
    if speaker is not None and (speaker.i in sources or not one.source):
        one.source = sources.get(speaker.i) or grammar.noun_phrase(speaker)
    elif one.source:
        head = grammar.antecedent(grammar.head_of(one.source))
        speaker = (author_of(head) or head) if head.lemma_ in nouns.DOCUMENTS else head
    one.speaker = speaker


def _is_asked(head: Token) -> bool:
    """Who asks is left out: "Asked whether ..., Clinton said"; Clinton is who was asked."""
    bare = not any(child.dep_.startswith(("nsubj", "aux")) or child.dep_ == "obl:agent" for child in head.children)
    return head.lower_ in ("asked", "pressed", "questioned") and bare and head.dep_ in ("advcl", "acl", "parataxis")
