"""Speakers: who says what an attribution reports."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.documents import author_before, author_of, document_of, speaks
from kg.extract.attributions.links import Link
from kg.extract.mentions.described import description_kind
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import FINITE
from kg.extract.syntax.quotes import Quotes
from kg.findings import Traits
from kg.model import Mention, Span, Speaker, SpeakerKind

# People who are meant to stay unknown, one or several: "two EU officials said".
_UNNAMED = frozenset(
    {"source", "insider", "witness", "observer", "critic", "supporter", "people", "person", "analyst", "official"}
    | {"diplomat", "backer", "friend", "aide", "expert", "economist", "member"}
)
# Words for people whom nothing later takes up.
_ANYONE = frozenset(
    """
    everyone everybody someone somebody anyone anybody nobody none one others many few most all another other either
    """.split()
)
# How nouns end that are no people's and no body's; bodies that end so are in the lists of nouns that name actors.
_ABSTRACT = ("tion", "ment", "ure", "ness", "ing", "ance", "ence", "ship", "ism", "ity", "sis")
_SOME = frozenset({"some", "several", "many", "few", "certain", "various", "other"})
_ONE = frozenset({"a", "an", "one", "another"})
_KNOWN = frozenset({"the", "these", "those", "both", "his", "her", "its", "their", "our"})
# Who speaks for the body or the person named with him.
_SPOKEN_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})
_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "place": "country",
    "nationality": "group",
    "group": "group",
}
# Around a quotation in a headline.
_SINGLE = frozenset("'‘’")


def _is_newspaper(token: Token) -> bool:
    """A British daily: "the i reported"."""
    return token.text == "i" and token.i > 0 and token.nbor(-1).lower_ == "the"


def speaker_of(one: Link, mentions: Mentions, quotes: Quotes) -> Speaker:
    """Who says what an attribution reports, by the mention that names, describes or stands for them."""
    token = one.speaker
    span = grammar.span_of(*one.source) if one.source else None
    if token is None:
        return Speaker(kind="implicit", mention=None, span=span)
    if token.lower_ in ("i", "we") and not quotes.quoted(token.idx) and not _is_newspaper(token):
        return Speaker(kind="author", mention=mentions.of(token), span=grammar.span_of(token))
    token = document_of(token) or token
    named = mentions.of(token)
    if speaks(token) and (named is None or named.form != "name"):
        owner = author_of(token) or author_before(token)
        if owner is None:
            return Speaker(kind="unnamed", mention=None, span=span or grammar.span_of(token))
        token = owner
    token = named_beside(_spoken_for(token, mentions), mentions)
    mention = mentions.of(token)
    if mention is None and one.head.text.endswith(":"):
        return Speaker(kind="unnamed", mention=None, span=span)
    if mention is None and token.pos_ in ("NOUN", "PROPN") and _may_speak(token):
        kind = description_kind(token) or mentions.called(token)
        mention = mentions.describe(token, kind=kind or ("group" if token.tag_ in ("NNS", "NNPS") else "person"))
        if kind is None:
            mentions.presume(mention)
        mention = mentions.of(named_beside(token, mentions)) or mention  # "his partner, the Free Centre, said"
    if mention is None:
        return Speaker(kind="unnamed", mention=None, span=span or grammar.span_of(token))
    mentions.mark(mention)
    span = _whole(mention, span, mentions)
    kind_of: SpeakerKind = _KINDS.get(mention.kind, "unnamed")
    known = mentions.traits(mention).equals is not None
    if mention.kind == "nationality" and _is_some_of_them(token):
        return Speaker(kind="unnamed", mention=None, span=span)
    traits = mentions.traits(mention)
    # Whom "the top diplomat" or "the official" takes up, if anybody who was named, is told by the text before; and who
    # "a diplomat" of the lead is by the text after it.
    new = not traits.definite and traits.sentence > 0
    unnamed = token.lemma_ in _UNNAMED and (traits.plural or new) and not _is_whole(token, traits)
    if mention.form == "description" and not known and (unnamed or _is_some(token)):
        return Speaker(kind="unnamed", mention=None, span=span)
    return Speaker(kind=kind_of, mention=mention, span=span)


def is_anybody(speaker: Speaker, mentions: Mentions) -> bool:
    """Words for somebody of no name, "an official", of whom at most the text behind them tells who it is."""
    mention = speaker.mention
    if mention is None or mention.form != "description" or mentions.traits(mention).definite:
        return False
    return mentions.head(mention).lemma_ in _UNNAMED


def _may_speak(noun: Token) -> bool:
    """People or a body may be meant: not everybody and nobody, and not what is done or thought ("disclosures")."""
    if noun.pos_ == "PROPN":
        return True
    return noun.lower_ not in _ANYONE and not noun.lemma_.endswith(_ABSTRACT)


def named_beside(token: Token, mentions: Mentions) -> Token:
    """The name that a description stands beside: "Australia, the host, said", "the owner, the group X, said"."""
    mention = mentions.of(token)
    if mention is None:
        # "One of them, the former minister X, said", "the largest of them, X, said"; else "a neighbour, X, said".
        anyone = token.lower_ in _ONE or token.tag_ == "JJS"
        of = [each for each in grammar.children(token, "nmod") if anyone and grammar.case(each) == "of"]
        for child in (child for noun in (token, *of) for child in grammar.children(noun, "appos", "flat")):
            other = mentions.of(child)
            if other is not None and (anyone or (other.form == "name" and other.kind == "person")):
                return child
        return token
    known = mentions.traits(mention).equals is not None
    if mention.form != "description" or known or mention.kind not in ("person", "group", "country"):
        return token
    kinds = {"person"} if mention.kind == "country" else {"organization", "place", "person"}  # "a neighbour, X"
    beside = [token.head] if token.dep_ == "appos" else []
    # "The bank and its owner, X": X is the owner, whatever the tree says.
    nearest = min((child.i for child in grammar.children(token, "conj")), default=len(token.doc))
    for each in [*beside, *(child for child in grammar.children(token, "appos") if child.i < nearest)]:
        for named in (each, *grammar.children(each, "appos", "flat", "nmod:desc", "compound")):
            other = mentions.of(named)
            if other is None or other.form != "name" or other.kind not in kinds:
                continue
            if not any(other.span in mentions.listed(span) for span in mentions.traits(mention).within):
                return named  # and of "the ministers of Mali, Chad and Niger" Chad is not them
    return token


def _spoken_for(token: Token, mentions: Mentions) -> Token:
    """An unnamed spokesperson, an office or a source close to nobody speaks for the body named with it."""
    mention = mentions.of(token)
    if token.lemma_.lower() not in _SPOKEN_FOR or (mention is not None and mention.form == "name"):
        return token
    if mention is not None and mentions.traits(mention).equals is not None:
        return token
    if any(child.lower_ == "the" for child in grammar.children(token, "det")):
        return token  # who may have been named: "the Foreign Office spokesperson"
    if any(child.ent_type_ == "PER" for child in grammar.children(token, "nmod:poss")):
        return token  # likewise "Dahl's spokeswoman"
    owners = [
        *(child for child in grammar.labelled(token, "nmod:poss")),
        *(child for child in grammar.children(token, "nmod") if grammar.case(child) in ("for", "of", "at", "from")),
        *grammar.children(token, "compound", "amod"),
    ]
    body = next((one for each in owners if (one := mentions.of(each)) is not None), None)
    named = mention is not None and body is not None and body.span in mentions.traits(mention).within
    if body is None or (named and body.kind != "person"):
        return token  # who may be named further down
    return mentions.head(body)


def _whole(mention: Mention, span: Span | None, mentions: Mentions) -> Span:
    """The source's words, with the title before a name and the rest of a mention that they cut."""
    start, end = mentions.titles.get(mention.span, mention.span)
    if span is not None and span[0] < end and start < span[1]:
        return (min(start, span[0]), max(end, span[1]))
    return span or (start, end)


def is_label(one: Link, speaker: Speaker, quotes: Quotes) -> bool:
    """A colon is all that tells who speaks: 'Ms Moen, leaving: "No."', and "Moen: Oslo won't pay" in a headline.

    Other colons open lists as often as quotations.
    """
    mention, content = speaker.mention, min((tokens[0] for tokens in one.contents), key=lambda token: token.i)
    if mention is None or not one.source or content.i != one.head.i + 1:
        return False
    before = one.head.doc[grammar.sentence_start(one.head) : one.head.i]
    if one.source[-1].i < before.start:
        return False  # somebody of the sentence before, who is not the label of this one
    if any(token.tag_ in FINITE for token in before) or before.start + 1 < one.source[0].i - len(one.source):
        return False
    last = max((tokens[-1] for tokens in one.contents), key=lambda token: token.i)
    heads = content.text in _SINGLE and last.text in _SINGLE and content.i < last.i  # "Dahl: 'No deal'"
    if quotes.quoted(content.idx) or heads:
        return mention.kind in ("person", "organization", "country", "group")
    told = any(token.tag_ in FINITE for tokens in one.contents for token in tokens)
    return mention.form == "name" and mention.kind == "person" and told and one.source[-1].i == one.head.i - 1


def _is_whole(noun: Token, traits: Traits) -> bool:
    """All of a body, who are it: "the members of the Council"."""
    return noun.lemma_ == "member" and traits.plural and traits.definite and bool(traits.within)


def _is_some(noun: Token) -> bool:
    """Some of many, told by their number alone: "several groups", "three traders in Abidjan"."""
    if noun.tag_ not in ("NNS", "NNPS") or any(child.lower_ in _KNOWN for child in noun.children):
        return False
    return any(child.dep_ == "nummod" or child.lower_ in _SOME for child in noun.children)


def _is_some_of_them(name: Token) -> bool:
    """Some of those whom the name is of, and neither their party nor their state: "some Democrats", "one Briton"."""
    before = name.nbor(-1).lower_ if name.i > grammar.sentence_start(name) else ""
    if before in _ONE:
        return name.dep_ not in ("amod", "compound", "nmod:desc")
    if name.tag_ not in ("NNS", "NNPS"):
        return False
    return before in _SOME or any(child.dep_ == "nummod" or child.lower_ in _SOME for child in name.children)
