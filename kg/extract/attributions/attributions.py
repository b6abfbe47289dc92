"""Attributions: which source and which stretches of content belong to which cue.

The network marks the words and links them; the tree closes gaps.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract.attributions.asides import around, parted, unjudged
from kg.extract.attributions.contents import mended, resumed
from kg.extract.attributions.floating import complete, take_up
from kg.extract.attributions.inversions import turn_round
from kg.extract.attributions.links import Link
from kg.extract.attributions.paragraphs import give_back, go_on
from kg.extract.attributions.sightings import from_where
from kg.extract.attributions.sources import find_speaker, logical_speaker
from kg.extract.attributions.unlinked import give_complements
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.words.cues import cue_lemma, is_cue, is_idiom
from kg.model import ATTRIBUTION

# How a piece of a cue hangs on its verb.
_PIECES = frozenset({"obl", "nmod", "compound", "aux", "advmod", "mark", "obj", "case"})

_STRAY = 0.03  # with less, a content is no cue's, or that of one which the network overlooked
_OVERLOOKED = 0.8  # the tree is less sure than the network of what is a cue


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
    for cue, other, probability in group.attrs["links"]:
        tokens, score = scored[other]
        if cue in by_cue and tokens:
            by_cue[cue].take(tokens, score, probability, is_source=group[other].label_ == "SOURCE")
    merged = _merge(list(by_cue.values()), mentions)
    idioms = [one for one in merged if is_idiom(cue_lemma(one.cue, one.head), one.head)]
    links = [one for one in merged if one not in idioms]
    taken = {token.i for span in group if span.label_ != "CONTENT" for token in span}
    taken -= {token.i for one in idioms for token in one.cue}
    sources = {
        token.i: tokens
        for span, (tokens, _) in zip(group, scored, strict=True)
        if span.label_ == "SOURCE"
        for token in tokens
    }
    overlooked = _unmarked(links, taken)
    stray = {group[content].start for _, content, odds in group.attrs["links"] if odds < _STRAY}
    for one in links:
        one.contents = [tokens for tokens in one.contents if tokens[0].i not in stray]
        from_where(one)
        one.certain, one.source, one.contents = parted(one.certain, one.source, one.head, one.contents)
    for tokens in (scored[content][0] for _, content, odds in group.attrs["links"] if odds < _STRAY):
        go_on(tokens, links, mentions)
    links += overlooked
    speaking = {token.i for one in links if (token := logical_speaker(one.head)) is not None}
    for one in links:
        find_speaker(one, sources, speaking, mentions)
        turn_round(one, mentions)
    give_complements([(one.cue, one.head, one.contents) for one in links], taken)
    for one in links:
        one.contents = _so(one, links)
        one.contents = unjudged(one.head, around(one.head, one.source, one.contents, taken))
        one.contents = resumed(one.head, mended(one.head, one.contents, taken, mentions))
    for one in links:
        give_back(one, links, mentions)
        one.contents = [content for content in one.contents if not _is_of_listener(content, one)]
    complete(links, mentions)
    take_up(links, mentions)
    return sorted((one for one in links if one.contents), key=lambda one: one.cue[0].i)


def _is_of_listener(content: list[Token], one: Link) -> bool:
    """The words are who is told, or who tells, and not what: "told the army so every week", "the crew, who called"."""
    head, who = one.head, grammar.head_of(content)
    if content[0].tag_ == "WP" and who.dep_ == "acl:relcl":
        return who.head in one.source
    heard = who.dep_ == "iobj" and who.head.i == head.i and head.lemma_ == "tell"
    return heard and {token.i for token in who.subtree}.issuperset(token.i for token in content)


def _so(one: Link, links: list[Link]) -> list[list[Token]]:
    """The contents of a cue; what the verb before it says where it says so: "said it was late, and told us so"."""
    if [token.lower_ for tokens in one.contents for token in tokens] != ["so"] or one.head.dep_ != "conj":
        return one.contents
    return next((list(above.contents) for above in links if above.head.i == one.head.head.i), one.contents)


def _unmarked(links: list[Link], taken: set[int]) -> list[Link]:
    """Attributions of verbs of saying that the network overlooked and whose complement it linked to another cue.

    The complement is taken from that cue, or, where that cue governs the verb, becomes the verb's whole clause: of "one
    of them said X feared that it would fail", "X feared" is said, too.

    Args:
        links: their contents are changed.
        taken: indices of the tokens of all cues and sources.
    """
    found: list[Link] = []
    said = {token.i for one in links for content in one.contents for token in content}
    for one in links:
        for content in list(one.contents):
            top = grammar.head_of(content)
            verb = top.head
            if top.dep_ not in ("ccomp", "xcomp", "obj") or verb.i in said | taken or verb.i == one.head.i:
                continue
            speaker = subjects.subject(verb)
            if verb.pos_ != "VERB" or top.i < verb.i or not _is_finite(verb) or not is_cue(verb):
                continue
            if speaker is None or speaker.lower_ == "you" or _is_open(verb):
                continue
            one.contents.remove(content)
            if verb.dep_ == "ccomp" and verb.head.i == one.head.i:
                clause = [token for token in verb.subtree if token.i <= content[-1].i and not token.is_space]
                one.contents.append(clause)
                taken.difference_update(token.i for token in clause)
            else:
                cue = [*grammar.children(verb, "aux"), verb]
                taken.update(token.i for token in cue)
                found.append(Link(cue=cue, head=verb, score=one.score * _OVERLOOKED, contents=[content]))
    return found


def _is_open(verb: Token) -> bool:
    """Whether it is so is left open: of "it remains to be seen if she wants war" nobody tells that she does."""
    return any(child.lower_ in ("if", "unless", "whether") for child in grammar.children(verb, "mark"))


def _is_finite(verb: Token) -> bool:
    own = any(grammar.children(verb, "nsubj")) and not grammar.is_infinitive(verb)
    return verb.tag_ in ("VBD", "VBZ", "VBP") or own


def _worded(span: TokenSpan) -> list[Token]:
    """The tokens of a span without white space; none where it holds no word (a stray "#"), but a colon may be a cue."""
    tokens = [token for token in span if not token.is_space]
    worded = any(char.isalpha() for token in tokens for char in token.text)
    before = tokens[0].nbor(-1) if tokens and tokens[0].i else None
    if span.label_ == "CUE" and before is not None and before.lemma_ == "let" and tokens[0].lower_ == "it":
        tokens = [before, *tokens]  # "let | it be understood": who lets it says it
    return tokens if worded or (span.label_ == "CUE" and span.text.strip() == ":") else []


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
