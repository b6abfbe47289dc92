"""Contents: which words are said, where the network cut too early, took in too much, or linked them to nobody."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.attributions.extents import (
    asked,
    before_remark,
    before_vessel,
    heard,
    whole_clause,
    whole_opening,
    whole_report,
    whole_subject,
    whole_word,
    without_next,
    without_opening,
)
from kg.extract.attributions.matters import without_matters
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.model import Span
from kg.vocabulary import ACT_CUES

# How a word hangs on the head that follows it: a phrase that it begins can't end with it.
_BEGINS = frozenset({"det", "case", "mark", "aux", "aux:pass", "amod", "compound", "nummod", "cop", "nmod:poss", "cc"})

Tokens = list[Token]


def mended(head: Token, contents: list[Tokens], taken: set[int], mentions: Mentions) -> list[Tokens]:
    """The contents of one cue, gaps closed, ends completed, without strays and what another cue reports.

    Two stretches of one sentence with nothing but other words between them are one; a stretch that stops inside a
    name, a date or a phrase takes the whole of it.

    Args:
        head: governing token of the cue.
        contents: as the network links them to the cue.
        taken: indices of the tokens of all cues and sources.
        mentions: of the article.
    """
    doc = head.doc
    found: list[Tokens] = []
    contents = [_in_turn(tokens, mentions.quotes.turn(head.idx), mentions) for tokens in contents]
    contents = _without_strays(head, without_matters(head, [tokens for tokens in contents if tokens]), mentions)
    for content in sorted(contents, key=lambda tokens: tokens[0].i):
        first, last = content[0].i, content[-1].i
        if found and content[0].sent.start == found[-1][-1].sent.start:
            between = range(found[-1][-1].i + 1, first)
            if not taken.intersection(between) and not any(doc[position].is_space for position in between):
                first = found.pop()[0].i
        while first > 0 and doc[first].ent_iob_ == "I" and first - 1 not in taken:
            first -= 1
        while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I" and last + 1 not in taken:
            last += 1
        while last > first and doc[last].dep_ == "case" and doc[last].head.ent_type_ == "DATE":
            last -= 1  # "Turkey of an embargo | in May"
        last = _before_date(doc, first, last, head)
        last = _clause_end(doc, last, taken) if _is_cut(doc[last]) else whole_clause(first, last, head)
        last = without_next(doc, first, _rest(doc, first, whole_word(doc, last, taken), taken, head), mentions)
        first = whole_subject(doc, first, last, taken)
        first, last = asked(doc, first, last, taken, head)
        first = without_opening(doc, first, last, head, mentions)
        last = before_remark(doc, first, _before_next_cue(doc, first, last, head), head, mentions)
        last = before_vessel(doc, first, _in_paragraph(doc, first, last, mentions), head, mentions)
        last = whole_opening(doc, first, last, head)
        first = whole_report(doc, first, last, head, mentions)
        words = [token for token in doc[first : last + 1] if not token.is_space]
        dated = _dated(words, head, mentions)
        pieces = ([token for token in words if token.i < dated[0]], [token for token in words if token.i > dated[1]])
        found += [piece for piece in pieces if piece]
    found = [_without_conjunction(tokens, mentions) for tokens in found]
    found = [tokens for tokens in found if _is_quoted(tokens, mentions) or not _is_resumed(head, tokens, found, taken)]
    found.append(_quoting_participle(head, found, taken, mentions))
    return heard(head, [tokens for tokens in found if tokens])


def _without_conjunction(tokens: Tokens, mentions: Mentions) -> Tokens:
    """The words without an "and" or a comma at their end, after which another cue goes on: "they lied, | and left"."""
    end = len(tokens)
    while end > 1 and not mentions.quotes.quoted((last := tokens[end - 1]).idx):
        if last.text != "," and (last.dep_ != "cc" or last.head.i < last.i):
            break
        end -= 1
    return tokens[:end]


def _is_resumed(head: Token, tokens: Tokens, contents: list[Tokens], taken: set[int]) -> bool:
    """Another cue reports it that goes on with this one, or with its words: "said | 14 died | and blamed | X"."""
    before = [token for other in contents if head.i < other[0].i < tokens[0].i for token in other]
    return any(
        token.i in taken and token.lemma_ in ACT_CUES and subjects.coordinated_with(token) in (head, *before)
        for token in head.doc[before[-1].i + 1 if before else tokens[0].i : tokens[0].i]
        if token.dep_ == "conj"
    )


def resumed(head: Token, contents: list[Tokens]) -> list[Tokens]:
    """The same; for a relative pronoun alone, the noun that it takes up: "quotas, which they sought".

    The preposition before a noun is of what stands before: "a copy of | the law | that Ankara rejected".
    """
    if len(contents) != 1:
        return contents
    words = contents[0]
    before = words[-1].i < head.i and head.dep_ in ("acl", "acl:relcl")
    if before and words[0].dep_ == "case" and words[0].head.i in (head.head.i, words[-1].i):
        words = words[1:]
    if len(words) != 1:
        return [words]
    noun = subjects.antecedent(words[0])
    phrase = [token for token in nounphrases.base_phrase(noun) if token.dep_ != "case" or token.head.i != noun.i]
    return [words] if noun.i == words[0].i else [phrase]


def _before_date(doc: Doc, first: int, last: int, head: Token) -> int:
    """The end before a date that says when the cue happens: "defended the pledge before lawmakers | on Thursday"."""
    start = last
    while start > first and doc[start].ent_type_ == "DATE":
        start -= 1
    if start == last or doc[start].lower_ not in ("on", "in") or first < head.i:
        return last
    dated = grammar.head_of([*doc[start + 1 : last + 1]])
    thing = not any(token.pos_ == "VERB" for token in doc[first:start])  # "Chad of neglect | in March"
    return start - 1 if (dated.head.i == head.i or thing) and start - 1 > first else last


def _dated(words: Tokens, head: Token, mentions: Mentions) -> tuple[int, int]:
    """First and last index of a date among the words that says when the cue happens: "Chad | last week | of stalling".

    Where there is none, both lie behind the words.
    """
    dated = words[0].i > head.i and any(token.ent_type_ == "DATE" for token in words)
    for ent in words[0].doc[words[0].i : words[-1].i + 1].ents if dated else ():
        first = ent.start - (ent[0].nbor(-1).lower_ in ("on", "in"))
        if ent.label_ != "DATE" or ent.root.head.i != head.i or mentions.quotes.quoted(ent.start_char):
            continue
        if words[0].i < first and ent.end - 1 < words[-1].i:
            return first, ent.end - 1
    return words[-1].i + 1, words[-1].i + 1


def _in_turn(tokens: Tokens, turn: Span | None, mentions: Mentions) -> Tokens:
    """The words up to the end of the turn of the cue: nobody's words run on in what somebody else answers."""
    inside = [token for token in tokens if mentions.quotes.turn(token.idx) == turn]
    return inside if inside and inside[0].i == tokens[0].i else []


def _quoting_participle(head: Token, contents: list[Tokens], taken: set[int], mentions: Mentions) -> Tokens:
    """What goes on with a content after its cue and quotes: "They left, he said, | showing a “lack of respect”."."""
    here = [tokens for tokens in contents if reaches(tokens, head)]
    after = head.doc[head.i + 1 : grammar.sentence_end(head)]
    if not here or any(tokens[-1].i > head.i for tokens in here) or len(after) < 3 or after[0].text != ",":
        return []
    if after[1].tag_ != "VBG":
        return []
    words = contiguous([token for token in after[1:] if token.i not in taken and not token.is_space], after[1])
    return words if _is_quoted(words, mentions) else []


def _without_strays(head: Token, contents: list[Tokens], mentions: Mentions) -> list[Tokens]:
    """What is not said with the cue though the network thinks so, where the sentence of the cue has its own words.

    That are unquoted words of another sentence, and what another sentence quotes and reports: "“Not now,” read a sign".
    """
    here = [tokens for tokens in contents if reaches(tokens, head)]
    if not here or len(here) == len(contents):
        return contents
    # "..." He admitted that: the quotation before an indirect clause is somebody else's.
    indirect = any(tokens[0].i > head.i and not _is_quoted(tokens, mentions) for tokens in here)
    found: list[Tokens] = []
    for tokens in contents:
        if tokens in here:
            found.append(tokens)
        elif not (indirect and tokens[0].i < head.i) and not _is_reported(tokens):
            found += _from_quotation(tokens, mentions)
    return found


def _is_reported(tokens: Tokens) -> bool:
    """The words end in a comma within their quotation marks: their own sentence goes on to tell whose they are."""
    last = next((token for token in reversed(tokens) if not token.is_quote), tokens[-1])
    if last.text != "," and last.i + 1 < len(last.doc):
        last = last.nbor()
    closes = last.i + 1 < len(last.doc) and last.nbor().is_quote
    return last.text == "," and closes and last.i + 2 < grammar.sentence_end(last)


def _from_quotation(tokens: Tokens, mentions: Mentions) -> list[Tokens]:
    """The words from their first quotation on, where a sentence ends before it: without a reporter's question."""
    first = next((token for token in tokens if mentions.quotes.quoted(token.idx)), None)
    if first is None or not any(token.is_alpha for token in tokens):
        return []
    ends = first.i > 0 and first.nbor(-1).text in (".", "?", "!")
    return [[token for token in tokens if token.i >= first.i or not ends]]


def reaches(tokens: Tokens, head: Token) -> bool:
    """The words stand in the sentence of the cue, or begin or end there."""
    return any(grammar.sentence_start(token) == grammar.sentence_start(head) for token in (tokens[0], tokens[-1]))


def _is_quoted(tokens: Tokens, mentions: Mentions) -> bool:
    return any(mentions.quotes.quoted(token.idx) for token in tokens)


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


def _rest(doc: Doc, first: int, last: int, taken: set[int], head: Token) -> int:
    """The end of what directly follows and hangs on the words of the content: "toward peace | when all sides meet"."""
    while last + 1 < len(doc) and last + 1 not in taken:
        following = doc[last + 1]
        if following.is_space or following.is_punct or following.is_sent_start or following.dep_ in ("cc", "parataxis"):
            break
        # "agreed to meet | on Thursday": when it is said; the network knows better what else is.
        if (
            "DATE" in (following.ent_type_, following.head.ent_type_)
            and not first <= following.head.head.head.i <= last
        ):
            break
        above = following
        while above.head.i != above.i and not first <= above.i <= last and above.i != head.i:
            above = above.head
        if not first <= above.i <= last:
            break
        last += 1
    return last


def _before_next_cue(doc: Doc, first: int, last: int, head: Token) -> int:
    """The end before a verb of saying that goes on with the cue: "told deputies that ... | and urged them to"."""
    for token in doc[first : last + 1]:
        if token.pos_ == "VERB" and token.lemma_ in ACT_CUES and subjects.coordinated_with(token).i == head.i:
            start = min(each.i for each in token.subtree)
            if start > first:
                return start - 1
    return last


def _in_paragraph(doc: Doc, first: int, last: int, mentions: Mentions) -> int:
    """The end before a paragraph that is not quoted: what is said runs on into the next one only in quotation marks."""
    for token in doc[first : last + 1]:
        ends = token.is_space and "\n\n" in token.text and first < token.i < last
        if ends and not mentions.quotes.quoted(doc[token.i + 1].idx):
            return token.i - 1
    return last


def contiguous(words: Tokens, around: Token) -> Tokens:
    """The words without a gap on both sides of one of them, without marks at their ends; a comma between is no gap."""
    doc, positions, first, last = around.doc, {token.i for token in words}, around.i, around.i
    if around.i not in positions:
        return []
    while first - 1 in positions or (first - 2 in positions and doc[first - 1].text == ","):
        first -= 1
    while last + 1 in positions:
        last += 1
    while first < last and doc[first].text in (",", ";", ":", "."):
        first += 1
    while last > first and doc[last].text in (",", ";", ":", "."):
        last -= 1
    return list(doc[first : last + 1])
