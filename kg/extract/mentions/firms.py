"""Firms: what their names end in, "Moen A/S", and names that "&" joins, of which the network sees the parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from kg.extract.syntax import nouns
from kg.extract.syntax.settled import stretch

# Tags of words with a capital that may be a part of such a name.
_NAMED = frozenset({"NNP", "NNPS", "NN"})
# Tokens that "A/S" has.
_OF_FORM = 3


def without_form(name: Iterable[Token]) -> list[Token]:
    """A company's name without what says that it is one: "Bintang Raya" of "Bintang Raya Sdn Bhd", "Moen A/S"."""
    bare = list(name)
    while len(bare) > 1:
        form = "".join(token.text for token in bare[-_OF_FORM:])
        if len(bare) > _OF_FORM and form in nouns.COMPANY_FORMS:
            bare = bare[:-_OF_FORM]
        elif bare[-1].lower_ in nouns.COMPANIES or bare[-1].text in nouns.COMPANY_FORMS:
            bare = bare[:-1]
        else:
            break
    return bare


def entities(doc: Doc) -> list[Span]:
    """The names that the network found, in text order, those joined by "&" as one organization's."""
    found = [part for one in doc.ents for part in _around_bracket(one)]
    people = Counter(one[-1].text for one in found if one.label_ == "PER")
    for token in (doc[i] for i in marks(doc, "&") if 0 < i < len(doc) - 1):
        start, end = _begin(token), _end(token)
        if start == token.i or end == token.i + 1:
            continue
        parts = [one for one in found if one.start < end and start < one.end]
        # "Moen & Vestby", of whom the text has one by herself too, are two people of a headline.
        beside = any(one.end == token.i or one.start == token.i + 1 for one in parts)
        if not beside or any(one.label_ == "PER" and people[one[-1].text] > 1 for one in parts):
            continue
        start, end = min([start, *(one.start for one in parts)]), max([end, *(one.end for one in parts)])
        whole = stretch(doc, start, end, "ORG")
        found = sorted([*(one for one in found if one not in parts), whole], key=lambda one: one.start)
    return found


def _around_bracket(name: Span) -> list[Span]:
    """The two names of which the network made one where a bracket closes: "BNP) Standing Committee"."""
    close = next((token.i for token in name if token.text == ")"), 0) if len(name) > 2 else 0
    if not name.start < close < name.end - 1 or any(token.text == "(" for token in name):
        return [name]
    ends = ((name.start, close), (close + 1, name.end))
    return [stretch(name.doc, start, end, name.label_) for start, end in ends]


def marks(doc: Doc, mark: str) -> list[int]:
    """The tokens that are this mark; to look at each token, or to put the text together, takes much longer."""
    found: list[int] = (doc.to_array("ORTH") == get_string_id(mark)).nonzero()[0].tolist()
    return found


def _begin(join: Token) -> int:
    """Index of the first word of the name before the mark."""
    i = join.i
    while i > join.sent.start and _is_named(join.doc[i - 1]):
        i -= 1
    return i


def _end(join: Token) -> int:
    """Index behind the last word of the name after the mark."""
    i = join.i + 1
    while i < len(join.doc) and join.doc[i].sent.start == join.sent.start and _is_named(join.doc[i]):
        i += 1
    return i


def _is_named(token: Token) -> bool:
    return token.tag_ in _NAMED and token.text[0].isupper()
