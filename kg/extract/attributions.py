"""Attributions: which source and which stretches of content belong to which cue.

The network marks the words; the tree and the order of words link them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract import grammar, nouns
from kg.extract.cues import cue_lemma, is_idiom
from kg.extract.mentions import Mentions
from kg.extract.quotes import Quotes
from kg.model import ATTRIBUTION, Attribution

# How a word hangs on the head that follows it: a phrase that it begins can't end with it.
_BEGINS = frozenset({"det", "case", "mark", "aux", "aux:pass", "amod", "compound", "nummod", "cop", "nmod:poss", "cc"})
# How a piece of a cue hangs on its verb.
_PIECES = frozenset({"obl", "nmod", "compound", "aux", "advmod", "mark", "obj", "case"})
# A source farther from its cue than this many tokens, with no tie in the tree, belongs to something else. In PolNeAR's
# training part 98% of the sources stand nearer.
_REACH = 15
# A content span that scores less with every cue is left over. F1 of statements on data/gold: 84.0 here, 82.6 at -3.
_LEAST = -6.0


@dataclass(slots=True)
class Link:
    """One attribution as tokens: `cue` with its governing token `head`, the words of its source, its contents."""

    cue: list[Token]
    head: Token
    score: float
    source: list[Token] = field(default_factory=list)
    speaker: Token | None = None
    contents: list[list[Token]] = field(default_factory=list)

    def attribution(self) -> Attribution:
        return Attribution(
            source=(grammar.span_of(*self.source),) if self.source else (),
            cue=(grammar.span_of(*self.cue),),
            content=tuple(sorted(grammar.span_of(*content) for content in self.contents)),
        )


def link(doc: Doc, mentions: Mentions, quotes: Quotes) -> list[Link]:
    """The attributions of an article in text order, each with at least one stretch of content."""
    group = doc.spans.get(ATTRIBUTION, [])
    scores = group.attrs.get("scores", []) if len(group) else []
    scored = [(span, _worded(span), score) for span, score in zip(group, scores, strict=True)]
    sources = [(tokens, score) for span, tokens, score in scored if span.label_ == "SOURCE" and tokens]
    contents = [(tokens, score) for span, tokens, score in scored if span.label_ == "CONTENT" and tokens]
    links = [
        Link(cue=tokens, head=grammar.head_of(tokens), score=score)
        for span, tokens, score in scored
        if span.label_ == "CUE" and tokens
    ]
    # Before contents are shared out: what an idiom seems to report may belong to a cue beside it.
    links = [one for one in _merge(links, mentions) if not is_idiom(cue_lemma(one.cue, one.head), one.head)]
    cue_at = {token.i for one in links for token in one.cue}
    source_at = {token.i for tokens, _ in sources for token in tokens}
    for one in links:
        _find_source(one, sources, cue_at)
    for tokens, score in contents:
        _attach(tokens, score, links, cue_at | source_at, mentions, quotes)
    taken = cue_at | source_at
    for one in links:
        one.contents = _mended(one, taken)
    found = [one for one in links if one.contents]
    return sorted(found, key=lambda one: one.cue[0].i)


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


def _find_source(one: Link, sources: list[tuple[list[Token], float]], cue_at: set[int]) -> None:
    """The source whose words hold the cue's subject; else the nearest with no other cue between."""
    if _is_asked(one.head):
        return
    speaker = logical_speaker(one.head)
    best: tuple[float, list[Token], float] | None = None
    for tokens, score in sources:
        inside = {token.i for token in tokens}
        if speaker is not None and speaker.i in inside:
            best = (-1.0, tokens, score)
            break
        gap = _gap(tokens, one.cue, cue_at)
        if gap is not None and (best is None or gap < best[0]):
            best = (gap, tokens, score)
    if best is not None and (best[0] < 0 or speaker is None or speaker.i == one.head.i or best[0] <= 2):
        one.source = best[1]
        one.score = (one.score + best[2]) / 2
        head = grammar.antecedent(grammar.head_of(best[1]))
        if speaker is None or best[0] >= 0:
            speaker = (author_of(head) or head) if head.lemma_ in nouns.DOCUMENTS else head
    elif speaker is not None:
        one.source = grammar.noun_phrase(speaker)
    one.speaker = speaker


def _is_asked(head: Token) -> bool:
    """Who asks is left out: "Asked whether ..., Clinton said"; Clinton is who was asked."""
    bare = not any(child.dep_.startswith(("nsubj", "aux")) or child.dep_ == "obl:agent" for child in head.children)
    return head.lower_ in ("asked", "pressed", "questioned") and bare and head.dep_ in ("advcl", "acl", "parataxis")


def _gap(source: list[Token], cue: list[Token], cue_at: set[int]) -> float | None:
    """Tokens between a source and a cue of one sentence; None where they are out of each other's reach."""
    if source[-1].i < cue[0].i:
        low, high = source[-1].i, cue[0].i
    elif cue[-1].i < source[0].i:
        low, high = cue[-1].i, source[0].i
    else:
        return 0.0
    distance = high - low - 1
    if distance > _REACH or any(position in cue_at for position in range(low + 1, high)):
        return None
    if source[0].sent.start != cue[0].sent.start and distance > 3:
        return None
    return float(distance)


def _attach(
    content: list[Token], score: float, links: list[Link], taken: set[int], mentions: Mentions, quotes: Quotes
) -> None:
    """Gives a stretch of content to the cue it fits best, or to the statement before that it continues."""
    ranked = [(affinity(content, one, taken, links, mentions, quotes), -index) for index, one in enumerate(links)]
    if not ranked:
        return
    best, index = max(ranked)
    if best < _LEAST:
        return
    one = links[-index]
    one.contents.append(content)
    one.score = (one.score + score) / 2


def affinity(
    content: list[Token], one: Link, taken: set[int], links: list[Link], mentions: Mentions, quotes: Quotes
) -> float:
    """How well a stretch of content fits a cue: by the tree, by what stands between them, by quotation marks."""
    apart = abs(
        mentions.sentence_of(content[0] if content[0].i > one.head.i else content[-1]) - mentions.sentence_of(one.head)
    )
    paragraphs = abs(
        mentions.paragraph_of(content[0] if content[0].i > one.head.i else content[-1])
        - mentions.paragraph_of(one.head)
    )
    if apart > 3 or paragraphs > 1:
        return -100.0
    inside = {token.i for token in content}
    result = -1.5 * apart - 2.0 * paragraphs
    if apart == 0:
        result += _tree_affinity(content, inside, one)
    low, high = (one.cue[-1].i, content[0].i) if content[0].i > one.cue[-1].i else (content[-1].i, one.cue[0].i)
    between = [one.head.doc[position] for position in range(low + 1, high)]
    strangers = sum(1 for token in between if token.i not in taken and not token.is_punct and not token.is_space)
    result -= 0.2 * min(strangers, 20)
    others = {id(other) for other in links if other is not one for token in other.cue if low < token.i < high}
    result -= 1.5 * len(others)
    if apart and not quotes.quoted(content[0].idx):
        return -100.0  # indirect speech does not leave its sentence
    if content[0].i > one.cue[-1].i and apart == 0:
        result += 0.3
    return result


def _tree_affinity(content: list[Token], inside: set[int], one: Link) -> float:
    cue_at = {token.i for token in one.cue}
    head = grammar.head_of(content)
    for distance, above in enumerate(grammar.ancestors(head)):
        if above.i in cue_at:
            return 4.0 - 0.6 * distance
    for distance, above in enumerate(grammar.ancestors(one.head)):
        if above.i in inside:
            return 3.5 - 0.6 * distance
    return 0.0
