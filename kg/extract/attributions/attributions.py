"""Attributions: which source and which stretches of content belong to which cue.

The network marks the words and links them; the tree tells who of the source speaks, and closes gaps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract.attributions.asides import around, parted, unjudged
from kg.extract.attributions.contents import mended, resumed
from kg.extract.attributions.documents import author_of
from kg.extract.attributions.paragraphs import give_back, go_on
from kg.extract.attributions.participles import agent, doer_before, is_charged, quoted_as, quoted_behind
from kg.extract.attributions.receptions import giver, receiver
from kg.extract.attributions.sightings import from_where
from kg.extract.attributions.unlinked import give_complements
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, nouns
from kg.extract.words.cues import cue_lemma, is_cue, is_idiom
from kg.model import ATTRIBUTION, Attribution

# How a piece of a cue hangs on its verb.
_PIECES = frozenset({"obl", "nmod", "compound", "aux", "advmod", "mark", "obj", "case"})

# A source that the network links to a cue with less is that of another cue, where the tree knows one.
_LIKELY = 0.5
_STRAY = 0.03  # with less, a content is no cue's, or that of one which the network overlooked
_OVERLOOKED = 0.8  # the tree is less sure than the network of what is a cue
# With less, the source is that of another cue where the tree says so.
_CERTAIN = 0.8
# The same where the tree has somebody else for the subject of the cue itself, and not of a verb above it.
_CERTAIN_OF_OWN = 0.97
# What is "of" somebody by these is said against or for him, and not by him.
_OF_SOMEBODY = frozenset({"criticism", "condemnation", "denunciation", "endorsement", "praise", "mockery", "ridicule"})


@dataclass(slots=True)
class Link:
    """One attribution as tokens: `cue` with its governing token `head`, the words of its source, its contents.

    `certain` is the probability that the source is that of the cue. In a transcript `is_turn` marks a turn, `asks` a
    question, and `answers` is who answers it.
    """

    cue: list[Token]
    head: Token
    score: float
    source: list[Token] = field(default_factory=list)
    speaker: Token | None = None
    contents: list[list[Token]] = field(default_factory=list)
    certain: float = 1.0
    is_turn: bool = False
    asks: bool = False
    answers: Token | None = None

    def take(self, tokens: list[Token], score: float, probability: float, *, is_source: bool) -> None:
        """A source, or one more content, belongs to the cue; the score becomes the mean of all parts."""
        parts = 1 + bool(self.source) + len(self.contents)
        self.score = (self.score * parts + score) / (parts + 1)
        if is_source:
            self.source, self.certain = tokens, probability
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
        _find_speaker(one, sources, speaking, mentions)
    give_complements([(one.cue, one.head, one.contents) for one in links], taken)
    for one in links:
        one.contents = _so(one, links)
        one.contents = unjudged(one.head, around(one.head, one.source, one.contents, taken))
        one.contents = resumed(mended(one.head, one.contents, taken, mentions))
    for one in links:
        give_back(one, links, mentions)
        one.contents = [content for content in one.contents if not _is_of_listener(content, one)]
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
            speaker = grammar.subject(verb)
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
    own = any(grammar.children(verb, "nsubj")) and not any(child.tag_ == "TO" for child in verb.children)
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


def logical_speaker(head: Token) -> Token | None:
    """The word for who says what the cue reports, by the tree alone."""
    if head.pos_ in ("VERB", "AUX"):
        found = grammar.subject(head)
    elif any(grammar.children(head, "cop")):
        found = next(grammar.children(head, "nsubj"), None)
    else:
        found = next(iter(grammar.labelled(head, "nmod:poss")), None) or next(
            (child for child in grammar.children(head, "nmod") if grammar.case(child) in _whose(head)), None
        )
        if found is None and head.dep_ in ("obj", "obl") and head.head.pos_ == "VERB":
            found = grammar.subject(head.head)
    return (author_of(found) or found) if found is not None and found.lemma_ in nouns.DOCUMENTS else found


def _whose(noun: Token) -> tuple[str, ...]:
    """The prepositions after which stands whose the saying is: "criticism of X" is nobody's by these words."""
    return ("by", "from") if noun.lemma_ in _OF_SOMEBODY else ("by", "from", "of")


def _find_speaker(one: Link, sources: Mapping[int, list[Token]], speaking: set[int], mentions: Mentions) -> None:
    """Who speaks: the subject of the cue where a source holds it, else the head of the source linked to the cue.

    Args:
        one: gets its source and its speaker.
        sources: the words of the source that each token is part of.
        speaking: the words for who speaks of all cues, by the tree.
        mentions: of the article.
    """
    if is_asked(one.head) or is_charged(one.head, one.source):
        one.source = []
        return
    whom = receiver(one.head)
    doer = quoted_as(one.head, one.contents) or doer_before(one.head) or giver(one.head)
    by_tree = agent(one.head, mentions) or logical_speaker(one.head)
    if (behind := quoted_behind(one.head)) is not None:
        one.contents = [content for content in one.contents if content[-1].i < one.head.i]
    speaker = behind or doer or (by_tree if by_tree != whom else None)
    got = speaker is None and whom in one.source  # others say it of him
    if got or (speaker is not None and (doer is not None or _is_of_another(one))):
        one.source = []
    own = speaker is not None and speaker.head.i == one.head.i
    certain = one.certain >= (_CERTAIN_OF_OWN if own else _CERTAIN)
    anothers = bool(one.source) and not certain and any(token.i in speaking for token in one.source)
    if speaker is not None and (speaker.i in sources or not one.source or one.certain < _LIKELY or anothers):
        one.source = sources.get(speaker.i) or nounphrases.noun_phrase(speaker)
        first = grammar.antecedent(grammar.head_of(one.source))
        other = _is_person(first, mentions) and not _is_person(speaker, mentions)
        if other and any(token.pos_ == "ADP" for token in speaker.doc[first.i : speaker.i]):
            speaker = first  # of two subjects, the tree took "talks" in "the EU's envoy to the talks" for one
    elif one.source:
        head = grammar.antecedent(grammar.head_of(one.source))
        speaker = (author_of(head) or head) if head.lemma_ in nouns.DOCUMENTS else head
    one.speaker = speaker


def _is_of_another(one: Link) -> bool:
    """The source that the network links to the cue says something else by the tree, and the cue goes on over it.

    "She gave way, according to an aide, and told them so"; "France welcomes it, he added, but expects a reply".
    """
    verb, above = one.head, one.head.head
    if verb.dep_ != "conj" or not one.source or any(grammar.children(verb, "nsubj")) or one.source[-1].i > verb.i:
        return False
    if one.source[0].i > 1 and one.source[0].nbor(-1).lower_ == "to" and one.source[0].nbor(-2).lower_ == "according":
        return True
    over = above.dep_ == "ccomp" and above.i < one.source[0].i and above.head.i in range(one.source[-1].i, verb.i)
    now = [token.tag_ in ("VBZ", "VBP") for token in (verb, above, above.head)]
    return over and now == [True, True, False]


def _is_person(token: Token, mentions: Mentions) -> bool:
    mention = mentions.of(token)
    return mention is not None and mention.kind == "person"


def is_asked(head: Token) -> bool:
    """Who asks is left out: "Asked whether ..., Clinton said"; Clinton is who was asked."""
    bare = not any(child.dep_.startswith(("nsubj", "aux")) or child.dep_ == "obl:agent" for child in head.children)
    return head.lower_ in ("asked", "pressed", "questioned") and bare and head.dep_ in ("advcl", "acl", "parataxis")
