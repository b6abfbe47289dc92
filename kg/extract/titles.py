"""Titles: what stands before a name and says what its bearer is; and where a name begins and ends."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract import grammar, nouns

# Words that have a capital within a headline and never within a name.
_HEADLINE = frozenset("To A That Could Should Says Have Has Just Will Yet Reportedly".split())
# What may be the post of a company or a state as well.
_OF_ANYTHING = frozenset({"owner", "founder", "member", "monitor"})
_TITLE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "PRP$", "VBG", "AFX", "CD", "GW"})


def name_in(ent: TokenSpan) -> list[Token]:
    """The tokens of a name without what the network took in too much; none where nothing is left of it."""
    tokens = [token for token in ent if not token.is_space]
    person = ent.label_ == "PER"
    while tokens and (tokens[0].lower_ in ("the", "a", "an") or not _worded(tokens[0])):
        tokens = tokens[1:]
    while person and len(tokens) > 1 and _is_post(tokens[0]):
        tokens = tokens[1:]  # "Ms Sadykova", "President Trump"
    while ent.label_ == "LOC" and len(tokens) > 1 and tokens[-1].text.islower():
        tokens = tokens[:-1]  # "Geneva accord"
    while person and tokens and _goes_on(tokens[-1]):
        tokens.append(ent.doc[tokens[-1].i + 1])
    if person and tokens and _is_hyphenated(tokens[-1]):
        tokens += [ent.doc[tokens[-1].i + 1], ent.doc[tokens[-1].i + 2]]
    while tokens and (tokens[-1].tag_ == "POS" or not _worded(tokens[-1])):
        tokens = tokens[:-1]
    if person and all(_is_post(token) for token in tokens):
        return []  # a title that the network parted from its name
    if ent.label_ in ("ORG", "MISC") and any(token.text in _HEADLINE for token in tokens[1:]):
        return []  # words of a headline, all with capitals
    if ent.label_ == "ORG" and _is_office(tokens):
        return []  # "the Special Envoy": a description that is written like a name
    if ent.label_ == "ORG" and all(token.lower_ in nouns.PORTFOLIOS for token in tokens):
        return []  # "Trade Minister X": the portfolio is no organization
    return tokens


def _is_office(tokens: list[Token]) -> bool:
    """Words for a post and no more, after "the"."""
    if not tokens or tokens[0].i == 0 or tokens[0].nbor(-1).lower_ != "the" or tokens[-1].tag_ != "NNP":
        return False
    return tokens[-1].lower_ in nouns.POSTS and all(token.tag_ in ("NNP", "JJ") for token in tokens)


def unlabelled(doc: Doc, known: Container[int]) -> Iterator[TokenSpan]:
    """Words that are written as names are and are none to the network: "US", "ethnic Albanians", "al-Qaeda".

    Two or more after a title are a person's; of the others the gazetteer tells whose name they are, if anybody's.
    """
    run: list[Token] = []
    for token in doc:
        if token.i not in known and _is_written_as_name(token):
            run.append(token)
            if token.i + 1 < len(doc) and doc[token.i + 1].i not in known and _is_written_as_name(doc[token.i + 1]):
                continue
        titled = len(run) > 1 and run[0].i > 0 and is_title(doc[run[0].i - 1])
        if titled or (run and _is_described(run[0])):
            yield TokenSpan(doc, run[0].i, run[-1].i + 1, label="PER")
        else:
            yield from (TokenSpan(doc, _first(one), one.i + 1) for one in run)
        run = []


def person_named(ent: TokenSpan) -> TokenSpan:
    """A name; a person's where it stands beside the post of one, whatever the network took it for."""
    head = ent.root
    beside = ent.label_ in ("ORG", "LOC") and len(ent) in (2, 3) and head.dep_ == "appos" and _is_described(head)
    if beside and all(token.text[:1].isupper() and not token.text.isupper() for token in ent):
        return TokenSpan(ent.doc, ent.start, ent.end, label="PER")
    return ent


def _is_described(name: Token) -> bool:
    """The name follows a post and a comma and is the same person's: "our energy editor, X Y"."""
    post = name.head
    if name.dep_ != "appos" or post.tag_ != "NN" or post.lemma_ not in nouns.POSTS - _OF_ANYTHING:
        return False
    return name.i > 0 and name.nbor(-1).text == ","


def _is_written_as_name(token: Token) -> bool:
    name = token.tag_ in ("NNP", "NNPS") and not token.ent_type_ and token.text[0].isupper() and len(token) > 1
    return name and not is_title(token) and token.lemma_.lower() not in nouns.POSTS


def _first(token: Token) -> int:
    """Where a name begins of which the token is the last: at the "al" of "al-Qaeda"."""
    doc, before = token.doc, token.i - 1
    return before - 1 if before > 0 and doc[before].text == "-" and doc[before - 1].lower_ in ("al", "el") else token.i


def _goes_on(last: Token) -> bool:
    """The next word belongs to the name too: capitalised, in no other name, and no noun that is a title."""
    if last.i + 1 >= len(last.doc):
        return False
    following = last.doc[last.i + 1]
    return (
        following.tag_ == "NNP"
        and following.text[0].isupper()
        and not following.ent_type_
        and bool(last.whitespace_)
        and following.sent.start == last.sent.start
        and following.head.i in (last.i, last.head.i)
        and following.lemma_.lower() not in nouns.PEOPLE
    )


def _is_hyphenated(last: Token) -> bool:
    """The name goes on after a hyphen: "Courvoisier-Brun", of which the network saw the first half."""
    following = last.doc[last.i + 1 : last.i + 3]
    if len(following) < 2 or last.whitespace_ or following[0].whitespace_ or following[0].text not in ("-", "‑", "‐"):
        return False
    return following[1].text.istitle() and following[1].ent_type_ in ("", "PER")


def title_before(name: list[Token], start: int) -> list[Token]:
    """The words directly before a name that say what its bearer is: "Deputy Russian Foreign Minister".

    Args:
        name: the tokens of the name.
        start: index of the first token of the entity that the network found, which may begin with the title.
    """
    doc = name[0].doc
    found: list[Token] = []
    position = name[0].i - 1
    while position >= 0 and len(found) < 10:
        token = doc[position]
        of_post = token.lower_ in ("of", "for") and position > 0 and doc[position - 1].lemma_ in nouns.POSTS
        foreign = token.ent_type_ in ("PER", "DATE") and position < start
        titled = token.tag_ in _TITLE_TAGS or is_title(token) or (token.lower_ in ("the", "and") and found)
        if foreign or not (titled or of_post):
            break
        found.insert(0, token)
        position -= 1
        if token.is_sent_start:
            break
    while found and found[0].lower_ in ("of", "and", "for"):
        found = found[1:]
    return found if any(is_title(token) for token in found) else []


def post_in(title: list[Token], names: Container[int]) -> str | None:
    """The post that a title names, without the country or organization it is for, whose tokens are in `names`."""
    words = [token for token in title if token.i not in names and token.tag_ not in ("POS", "PRP$", "DT", "CC")]
    words = [token for token in words if token.lower_ not in nouns.COURTESY or token.lower_ in ("king", "queen")]
    while words and words[-1].lower_ in ("of", "for"):
        words = words[:-1]
    if not any({token.lemma_.lower(), token.lower_} & nouns.POSTS for token in words):
        return None
    return grammar.words(words)


def is_title(token: Token) -> bool:
    """A noun for a person, whatever tag the network gave it, or a courtesy title."""
    return bool({token.lemma_.lower(), token.lower_} & nouns.PEOPLE) or token.lower_ in nouns.COURTESY


def _is_post(token: Token) -> bool:
    return token.lower_ in nouns.COURTESY or token.lemma_.lower() in nouns.POSTS


def _worded(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)


def gender_of(word: str) -> Literal["f", "m"] | None:
    """The gender that a courtesy title or a noun tells."""
    known = nouns.COURTESY.get(word)
    return "f" if known == "f" else "m" if known == "m" else None
