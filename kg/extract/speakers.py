"""Speakers: who says what an attribution reports, and who says it with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract import grammar, nouns
from kg.extract.attributions import Link
from kg.extract.documents import author_before, author_of, document_of
from kg.extract.mentions import Mentions
from kg.extract.quotes import Quotes
from kg.extract.titles import description_kind
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
# How a name hangs on what is theirs, or on what they are.
_OWNING = frozenset({"nmod:poss", "compound", "nmod:desc", "nmod", "amod"})
_LIST_END = re.compile(r"(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)*,? and (?:the )?[A-Z]")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
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
    if token.lemma_ in nouns.DOCUMENTS and (named is None or named.form != "name"):
        owner = author_of(token) or author_before(token)
        if owner is None:
            return Speaker(kind="unnamed", mention=None, span=span or grammar.span_of(token))
        token = owner
    token = _named_beside(_spoken_for(token, mentions), mentions)
    mention = mentions.of(token)
    if mention is None and one.head.text.endswith(":"):
        return Speaker(kind="unnamed", mention=None, span=span)
    if mention is None and token.pos_ in ("NOUN", "PROPN") and _may_speak(token):
        kind = description_kind(token) or mentions.called(token)
        mention = mentions.describe(token, kind=kind or ("group" if token.tag_ in ("NNS", "NNPS") else "person"))
        if kind is None:
            mentions.presume(mention)
        mention = mentions.of(_named_beside(token, mentions)) or mention  # "his partner, the Free Centre, said"
    if mention is None:
        return Speaker(kind="unnamed", mention=None, span=span or grammar.span_of(token))
    mentions.mark(mention)
    span = _whole(mention, span, mentions)
    kind_of: SpeakerKind = _KINDS.get(mention.kind, "unnamed")
    known = mentions.traits(mention).equals is not None
    if mention.kind == "nationality" and _is_some_of_them(token):
        return Speaker(kind="unnamed", mention=None, span=span)
    traits = mentions.traits(mention)
    # Whom "the top diplomat" or "the official" takes up, if anybody who was named, is told by the text before.
    unnamed = token.lemma_ in _UNNAMED and (traits.plural or not traits.definite) and not _is_whole(token, traits)
    if mention.form == "description" and not known and (unnamed or _is_some(token)):
        return Speaker(kind="unnamed", mention=None, span=span)
    return Speaker(kind=kind_of, mention=mention, span=span)


def _may_speak(noun: Token) -> bool:
    """People or a body may be meant: not everybody and nobody, and not what is done or thought ("disclosures")."""
    if noun.pos_ == "PROPN":
        return True
    return noun.lower_ not in _ANYONE and not noun.lemma_.endswith(_ABSTRACT)


def _named_beside(token: Token, mentions: Mentions) -> Token:
    """The name that a description stands beside: "Australia, the host, said", "the owner, the group X, said"."""
    mention = mentions.of(token)
    if mention is None:
        anyone = token.lower_ in _ONE  # "one of them, the former minister X, said"; else "a neighbour, X, said"
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
            if other is not None and other.form == "name" and other.kind in kinds:
                return named
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
    return next((each for each in owners if mentions.of(each) is not None), token)


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
    before = one.head.doc[one.head.sent.start : one.head.i]
    if one.source[-1].i < before.start:
        return False  # somebody of the sentence before, who is not the label of this one
    if any(token.tag_ in _FINITE for token in before) or before.start + 1 < one.source[0].i - len(one.source):
        return False
    last = max((tokens[-1] for tokens in one.contents), key=lambda token: token.i)
    heads = content.text in _SINGLE and last.text in _SINGLE and content.i < last.i  # "Dahl: 'No deal'"
    if quotes.quoted(content.idx) or heads:
        return mention.kind in ("person", "organization", "country", "group")
    told = any(token.tag_ in _FINITE for tokens in one.contents for token in tokens)
    return mention.form == "name" and mention.kind == "person" and told and one.source[-1].i == one.head.i - 1


def further_speakers(one: Link, first: Token, mentions: Mentions) -> Iterator[tuple[Token, Mention]]:
    """Those coordinated with the speaker by the tree, and the names that its source lists with nothing between."""
    if first.lower_ == "we" and first.i + 1 < len(first.doc) and first.nbor().text == ",":
        return  # "We, the ministers of Chad and Mali": who they are, and nobody beside them
    seen = {mentions.of(first), mentions.of(_named_beside(first, mentions)), None}
    of = (mentions.of(child) for child in grammar.children(first, "nmod"))
    of_names = {mention.kind for mention in of if mention is not None and mention.form == "name"}
    for other in [*grammar.conjuncts(first)[1:], *_beside_the_name(first, mentions)]:
        mention = mentions.of(other)
        if mention is None or mention.kind in ("date", "event") or mention in seen:
            continue
        if any(grammar.children(other, "cop")):
            continue  # "it was Canada that proposed it, and it was Mexico that ..."
        if (same := mentions.traits(mention).equals) is not None and same in {one.span for one in seen if one}:
            continue  # "the bank and its owner, X": the tree has X and the owner beside each other
        if mention.form == "description" and mentions.of(other.nbor(-1)) in seen - {None}:
            continue  # "Kyrgyz and Tajik officials": the tree has all three beside each other
        if mention.form == "name" and _is_beside(other, first):
            continue  # "experts and U.S. officials": neither speaks for the state
        if mention.form != "name" or mention.kind not in of_names:  # "ministers of Kazakhstan, Uzbekistan and Turkey"
            seen.add(mention)
            yield other, mention
    for other in _also_subjects(one.head, first):
        mention = mentions.of(other)
        if mention is not None and mention.kind not in ("date", "event") and mention not in seen:
            seen.add(mention)
            yield other, mention
    for mention in _listed_before(first, mentions):
        if mention not in seen:
            seen.add(mention)
            yield mentions.head(mention), mention
    named = [mention for mention in seen if mention is not None and mention.form == "name"]
    for mention in mentions.within(grammar.span_of(*one.source)) if one.source and named else []:
        head = mentions.head(mention)
        if mention.form != "name" or mention in seen or head.dep_ in _OWNING or grammar.is_possessor(head):
            continue  # of "X, Y's spokesman", Y does not speak
        if _is_listed(mention, named[0], mentions):
            seen.add(mention)
            yield head, mention


def _is_beside(name: Token, first: Token) -> bool:
    """The next word is coordinated with the first by the tree, and so is the name, which is only whose they are."""
    after = name.doc[min(name.i + 1, len(name.doc) - 1)]
    return after.tag_ == "NNS" and after.dep_ == "conj" and after.head.i == name.head.i == first.i


def _beside_the_name(post: Token, mentions: Mentions) -> Iterator[Token]:
    """Who is joined to the name beside a post: a further post whose holder is named, and of several the next.

    "France's foreign minister, X, and Germany's interior minister, Y, said"; "the founders, X and Y, said".
    """
    described = mentions.of(post)
    for name in grammar.children(post, "appos") if described is not None else ():
        several = described is not None and described.form == "description" and mentions.traits(described).plural
        for other in grammar.conjuncts(name)[1:]:
            mention = mentions.of(other)
            if mention is None or mention.kind != "person":
                continue
            if several if mention.form == "name" else mentions.traits(mention).equals is not None:
                yield other


def _also_subjects(verb: Token, first: Token) -> Iterator[Token]:
    """Further subjects before "and", which a tree has beside the last: "the bank and its owner, X, said"."""
    for child in grammar.children(verb, "nsubj"):
        end = max((one.i for one in child.subtree if one.i < first.i and one.dep_ != "case"), default=first.i)
        if first.i < verb.i and child.doc[end + 1 : first.i].text_with_ws.lower().removeprefix(", ").startswith("and "):
            yield child


def _listed_before(first: Token, mentions: Mentions) -> list[Mention]:
    """The names before a name in a list that "and" ends, however the tree has them: "France, Germany and Italy"."""
    last = mentions.of(first)
    if last is None or last.form != "name" or not _LIST_END.match(mentions.text, last.end):
        return []
    found: list[Mention] = []
    while mentions.text[: last.start].endswith(", "):
        before = mentions.ending_at(last.start - 2)
        other = mentions.of(before) if before is not None else None
        if other is None or other.form != "name" or other.kind != last.kind or other.end != last.start - 2:
            break
        if any(grammar.children(mentions.head(other), "case")) or mentions.head(other).dep_ in _OWNING:
            break  # "with Spain, Germany and Italy"
        found.append(other)
        last = other
    return found


def _is_listed(mention: Mention, other: Mention, mentions: Mentions) -> bool:
    """Between two names of one kind stand only further such names, commas and "and"."""
    first, last = sorted((mention.span, other.span))
    between = mentions.text[first[1] : last[0]]
    for each in mentions.within((first[1], last[0])):
        if each.kind == mention.kind and each.form == "name":
            between = between.replace(mentions.text[each.start : each.end], "")
    words = set(between.lower().replace(",", " ").split())
    listed = bool(words) and not words - {"and", "the", *nouns.COURTESY}
    return listed and mention.kind == other.kind


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
    before = name.nbor(-1).lower_ if name.i > name.sent.start else ""
    if before in _ONE:
        return name.dep_ not in ("amod", "compound", "nmod:desc")
    if name.tag_ not in ("NNS", "NNPS"):
        return False
    return before in _SOME or any(child.dep_ == "nummod" or child.lower_ in _SOME for child in name.children)
