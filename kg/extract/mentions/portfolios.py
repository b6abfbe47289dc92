"""Portfolios: what ministers are for, "Minister of State for Foreign Affairs", which is no body's name."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extract.mentions.ranks import is_title
from kg.extract.syntax import grammar, nouns

#: Whose post is told by what they are for: "minister for mines".
HOLDERS = frozenset({"minister", "secretary", "undersecretary", "under-secretary", "commissioner"})
# The tags of what they are for.
_MATTERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CC", "VBG", "HYPH"})
_LONGEST = 18  # words of a portfolio
# The names of places end in them that the network takes for bodies.
_LANDS = nouns.COUNTRIES | {"county", "province", "region", "district", "territory", "island", "islands"}


def is_of_portfolio(comma: Token) -> bool:
    """A comma, or "and", behind what a minister is minister of: "Minister of Labour, Youth and Sport X"."""
    for token in reversed(comma.doc[max(comma.i - _LONGEST, grammar.sentence_start(comma)) : comma.i]):
        if token.lower_ in ("of", "for"):
            return is_held(token)
        if token.ent_type_ in ("LOC", "PER") or (token.tag_ not in _MATTERS and token.lower_ not in (",", "&", "the")):
            return False
    return False


def is_in_portfolio(word: Token) -> bool:
    """A word of what a minister is for: "Foreign" and "Tourism" of "Minister of Foreign Affairs and Tourism"."""
    if word.i < 2:
        return False
    before = word.nbor(-1)
    if before.lower_ in ("of", "for"):
        return is_held(before)
    listed = {before.text, word.nbor(-2).text} & {",", "and", "&"}
    return bool(listed) and is_of_portfolio(word)


def is_held(of: Token) -> bool:
    """What follows the "of" or "for" is what a minister, or a minister of state, is minister of."""
    if of.i < 1:
        return False
    holder = of.nbor(-1)
    of_state = holder.text == "State" and of.lower_ == "for" and of.i > 2 and of.nbor(-2).lower_ == "of"
    if of_state or (holder.lower_ == "designate" and of.i > 2):
        holder = of.nbor(-3)
    return holder.lemma_.lower() in HOLDERS


def is_matter(name: Span) -> bool:
    """What the network takes for a body is a minister's portfolio, or one of them: "Regional Integration".

    Behind a comma only words for things are one: of "the Minister of Finance, Vestbank and others" no bank is.
    """
    before = name[0].nbor(-1) if name.start else name[0]
    if before.lower_ not in ("of", "for", "and", "&", ",") or name.label_ in ("LOC", "DATE"):
        return False
    if name.label_ == "PER" and len(name) > 1:
        return False
    if name[-1].lower_ in _LANDS or any(
        token.lower_ in nouns.ORGANIZATIONS or (token.text.isupper() and len(token) > 1) for token in name
    ):
        return False
    if before.text in (",", "and") and name[-1].tag_ not in ("NN", "NNS"):
        return False
    return is_held(before) if before.lower_ in ("of", "for") else is_of_portfolio(before)


def portfolio(minister: Token) -> list[Token]:
    """What a minister is minister of, which may have capitals: "of State for Foreign Affairs", "of Health, Sport"."""
    doc, start = minister.doc, minister.i + 1
    if minister.tag_ not in ("NN", "NNP") or start >= len(doc) or doc[start].lower_ not in ("of", "for"):
        return []
    words = [doc[start]]
    for token in doc[start + 1 : min(start + _LONGEST, grammar.sentence_end(minister))]:
        state = token.lower_ == "for" and words[-1].text == "State"
        listed = token.text == "," and words[-1].text[0].isupper() and _is_listed(token)
        worded = token.tag_ in _MATTERS and token.ent_type_ not in ("LOC", "PER", "DATE") and not is_title(token)
        if not (state or listed or worded or token.text == "&"):
            break
        words.append(token)
    while words[-1].tag_ in ("CC", "IN") or words[-1].text == ",":
        words = words[:-1]
        if not words:
            return []
    return words


def _is_listed(comma: Token) -> bool:
    """Behind the comma further portfolios follow, the last of them behind an "and"."""
    for token in comma.doc[comma.i + 1 : min(comma.i + _LONGEST, grammar.sentence_end(comma))]:
        if token.tag_ == "CC" or token.text == "&":
            return token.i + 1 < len(token.doc) and token.nbor().text[0].isupper() and token.nbor().ent_type_ != "PER"
        named = token.ent_type_ in ("LOC", "PER", "DATE") or token.lower_ in nouns.ORGANIZATIONS
        if named or not (token.text == "," or (token.tag_ in _MATTERS and token.text[0].isupper())):
            return False
    return False
