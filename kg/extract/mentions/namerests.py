"""Name rests: the words with which a name goes on of which the network saw the first, or begins of which the last."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.mentions.firms import without_form
from kg.extract.mentions.ranks import is_title
from kg.extract.syntax import grammar, nouns

# Words that the network may not have seen of a body's name.
_LONGEST_REST = 5
_HYPHENS = frozenset({"-", "‑", "‐"})
# Its last word.
_LAST = nouns.ORGANIZATIONS | {"forces"}
# Before the name that another of these goes before, too.
_QUARTERS = frozenset({"north", "south", "east", "west"})
# Tags that words of such a name have.
_NAMED = frozenset({"NNP", "NNPS"})

#: Behind a name they tell a son from his father.
GENERATIONS = frozenset({"Jr.", "Jr", "Jnr", "Jnr.", "Sr.", "Sr", "Snr", "Snr."})


def body_after(first: Token) -> list[Token]:
    """The rest of a body's name of which the network saw the first words alone: "Navy" of "Sri Lankan Navy".

    A minister's portfolio is no company: "Energy" of "Jordanian Energy Minister".
    """
    rest: list[Token] = []
    for token in first.doc[first.i + 1 : first.i + 1 + _LONGEST_REST]:
        named = token.tag_ in _NAMED or token.lower_ in _LAST  # "State Administration", which has the tag of a word
        if not named or token.ent_type_ or not token.text[0].isupper() or is_title(token):
            rest = rest if rest and not (is_title(token) and rest[-1].lower_ in nouns.PORTFOLIOS) else []
            break
        rest.append(token)
    ended = rest and (rest[-1].lower_ in _LAST or without_form([first, *rest])[1:] != rest)
    return rest if ended and first.text[-1].islower() else []


def hyphenated(token: Token) -> list[Token]:
    """The word with what hangs on it by hyphens: "Assoumou-Tanoh"."""
    words = [token]
    while is_hyphenated(words[-1]):
        words += token.doc[words[-1].i + 1 : words[-1].i + 3]
    return words


def is_last(word: Token) -> bool:
    """A word for a body that another with a capital stands before, of neither of which the network saw anything."""
    before = word.nbor(-1) if word.i > word.sent.start else word
    plain = before.tag_ in _NAMED and not before.ent_type_ and not word.ent_type_ and not is_title(before)
    return plain and before.i < word.i and before.text.istitle() and word.lower_ in nouns.ORGANIZATIONS


def ends_at_hyphen(last: Token) -> bool:
    """What the network saw of a name ends at a hyphen that joins it to the next word."""
    joined = last.i + 1 < len(last.doc) and not last.whitespace_ and not last.nbor(-1).whitespace_
    return joined and last.text in _HYPHENS and last.nbor().text.isalpha()


def object_of(preposition: Token) -> list[Token]:
    """The preposition and the name behind it, of which the network saw no part: "of" X in "Agricultural Bank of" X."""
    words = [preposition]
    for token in preposition.doc[preposition.i + 1 : preposition.i + 1 + _LONGEST_REST]:
        if token.ent_type_ or not (token.text[0].isupper() and token.tag_ in _NAMED):
            break
        words.append(token)
    return words if len(words) > 1 else []


def follows_given_name(ent: TokenSpan) -> bool:
    """Of "President Zeferino Embunca" the network saw the last word alone, as a place's or a person's."""
    if ent.label_ not in ("LOC", "PER") or len(ent) > 1 or ent.start < 2:
        return False
    title, given = ent.doc[ent.start - 2 : ent.start]
    named = given.tag_ in ("NNP", "NN") and not given.ent_type_ and not is_title(given) and given.text.istitle()
    titled = title.lower_ in nouns.POSTS and (title.text[0].isupper() or ent.label_ == "PER")
    return named and titled and given.whitespace_ == " " and given.lower_ not in nouns.PORTFOLIOS


def goes_on(last: Token) -> bool:
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


def generation_behind(last: Token) -> list[Token]:
    """What tells a son from his father right behind a name, with its comma: "Jr." of "Tor Vestby, Jr."."""
    following = list(last.doc[last.i + 1 : last.i + 3])
    if following and following[0].text in GENERATIONS:
        return following[:1]
    return (
        following
        if [token.text in GENERATIONS for token in following] == [False, True] and following[0].text == ","
        else []
    )


def is_hyphenated(last: Token) -> bool:
    """The name goes on after a hyphen: "Courvoisier-Brun", of which the network saw the first half."""
    following = last.doc[last.i + 1 : last.i + 3]
    if len(following) < 2 or last.whitespace_ or following[0].whitespace_ or following[0].text not in _HYPHENS:
        return False
    # "Han Gyeo-ul": the second half of a Korean given name is in small letters.
    named = following[1].text.istitle() or (following[1].tag_ == "NNP" and following[1].head.i <= last.i)
    return named and following[1].ent_type_ in ("", "PER")


def shared_end(tokens: list[Token]) -> str | None:
    """The whole name of one that ends as the one it is joined with: "North Korea" in "North and South Korea"."""
    last = tokens[-1]
    rest = last.doc[last.i + 1 : min(last.i + 4, grammar.sentence_end(last))]
    if len(tokens) > 1 or last.lower_ not in _QUARTERS or len(rest) < 3 or rest[0].lower_ not in ("and", "or"):
        return None
    joined = rest[1].lower_ in _QUARTERS and rest[1].lower_ != last.lower_ and rest[2].text[0].isupper()
    return f"{last.text} {rest[2].text}" if joined else None
