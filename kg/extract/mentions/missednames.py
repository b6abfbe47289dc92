"""Names that the network missed: words that are written as names, and what the words around make of them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import islice

from spacy.tokens import Doc, Token

from kg.extract.mentions.cutposts import CUT, MEMBERS
from kg.extract.mentions.described import is_camp
from kg.extract.mentions.labels import BODIES, is_described
from kg.extract.mentions.laws import is_law
from kg.extract.mentions.names import Name, worded
from kg.extract.mentions.nametrees import party_tag
from kg.extract.mentions.portfolios import is_in_portfolio
from kg.extract.mentions.ranks import RETIRED, is_title
from kg.extract.mentions.titles import matter
from kg.extract.syntax import nouns

# Adjectives of posts besides ranks, capitals or not: "Executive Director".
_OF_POSTS = frozenset("executive managing technical financial legal regional medical commercial public".split())
# Before the name of a person, one word of it or more.
_COURTESY = frozenset({"mr", "mrs", "ms"})


def unlabelled(doc: Doc, known: Container[int]) -> Iterator[Name]:
    """Words that are written as names and are none to the network: "US", "ethnic Albanians", "al-Qaeda".

    Two or more after a title, or put equal to somebody, are a person's; of the others the gazetteer tells whose name
    they are, if anybody's.
    """
    yield from _lands(doc, known)
    run: list[Token] = []
    for token in doc:
        hyphen = bool(run) and token.text == "-" and _goes_into(run, token)
        if token.i not in known and (hyphen or _is_written_as_name(token)):
            run.append(token)
            if token.i + 1 < len(doc) and doc[token.i + 1].i not in known and _goes_into(run, doc[token.i + 1]):
                continue
        if not run:
            continue
        if len(run) > 2 and _ends_title(run[0]):
            run = run[1:]
        words = [token for token in run if worded(token)]
        if is_law(words):
            run = []
            continue
        courteous = run[0].i > 0 and doc[run[0].i - 1].lower_.removesuffix(".") in _COURTESY
        if (len(words) > 1 and _is_person(run)) or is_described(run[0]) or courteous:
            yield Name.of(run, "PER")
        elif len(words) > 1 and _is_body(words):
            yield Name.of(run, "ORG")
        else:
            for one in words:
                first = _first(one)
                yield Name.of(list(doc[first : one.i + 1]), "")
        run = []


def _lands(doc: Doc, known: Container[int]) -> Iterator[Name]:
    """The states that lawmakers are of, beside their party: "Sen. Tor Vestby (D-Mass.)"; where something is based."""
    for token in doc[2:]:
        if token.lower_ == "based" and token.nbor(-1).text == "-" and token.nbor(-2).tag_ == "NNP":
            town = _run_before(token.i - 1, doc, known)
            if town:
                yield Name.of(town, "LOC")  # "the Geneva-based league"
    for name in doc.ents:
        land = [token for token in party_tag(name.end, doc)[2:] if token.i not in known] if name.label_ == "PER" else []
        if land:
            yield Name.of(land, "LOC")


def _run_before(at: int, doc: Doc, known: Container[int]) -> list[Token]:
    """The words right before that are written as a name; none where one of them is known."""
    first = at
    while first > 0 and doc[first - 1].tag_ == "NNP" and doc[first - 1].text.istitle():
        first -= 1
    town = list(doc[first:at])
    return [] if any(token.i in known for token in town) else town


def _is_body(words: list[Token]) -> bool:
    """The name of a body by its first or last word: "Radio Kiskeya", "Foreign Ministry"."""
    return words[0].lower_ in BODIES | {"radio", "televisión", "canal"} or words[-1].lower_ in nouns.ORGANIZATIONS


def _goes_into(run: list[Token], following: Token) -> bool:
    """The next word is of the same name: written as one, after a hyphen, or flat to the first word."""
    if following.text == "-" and following.i + 1 < len(following.doc):
        after = following.doc[following.i + 1]
        return not run[-1].whitespace_ and not following.whitespace_ and _is_written_as_name(after)
    if _is_nationality(run[-1]) or _is_nationality(following):
        return False
    return _is_written_as_name(following) or (
        following.dep_ == "flat" and following.head.i == run[0].i and following.text.istitle()
    )


def _is_person(run: list[Token]) -> bool:
    """After a title, or an apposition to a noun for a person: "A former admiral, Osvaldo Quispealaya"."""
    if run[0].i > 0 and (is_title(run[0].doc[run[0].i - 1]) or _ends_title(run[0].doc[run[0].i - 1])):
        return True
    noun = run[0].head
    comma = run[0].i > 0 and run[0].doc[run[0].i - 1].text == ","
    return comma and run[0].dep_ == "appos" and noun.pos_ == "NOUN" and noun.lemma_.lower() in nouns.PEOPLE


def _ends_title(word: Token) -> bool:
    """What a post written like a name is for: "State" in "Undersecretary of State X Y"."""
    doc, of = word.doc, word.i - 1
    if of < 1 or doc[of].lower_ != "of" or not (word.text == "State" or word.lower_ in nouns.PORTFOLIOS):
        return False
    return doc[of - 1].text[0].isupper() and is_title(doc[of - 1])


def _is_written_as_name(token: Token) -> bool:
    if not token.text[0].isupper() or token.text in CUT.keys() | MEMBERS.keys() or token.lower_ in RETIRED:
        return False
    name = token.tag_ in ("NNP", "NNPS") and not token.ent_type_ and len(token) > 1
    named = name and not is_title(token) and token.lemma_.lower() not in nouns.POSTS and not _is_matter(token)
    return (named and not is_camp(token)) or _is_nationality(token) or _is_acronym(token)


def _is_matter(token: Token) -> bool:
    """A word of what a minister is for: "Mines" in "Minister for Mines and Energy"."""
    return is_in_portfolio(token) or any(token in matter(above) for above in islice(token.ancestors, 3))


def _is_nationality(token: Token) -> bool:
    """An adjective with a capital before a noun, as far as the gazetteer knows it: "Afghan rebels".

    Within a post it is none: "Tonga's Deputy Prime Minister".
    """
    if token.lower_ in nouns.RANKS | _OF_POSTS and is_title(token.head):
        return False
    named = token.tag_ == "JJ" and token.dep_ == "amod" and not token.ent_type_ and token.text.istitle()
    return named and not is_in_portfolio(token)


_NOUNS = frozenset({"NN", "NNS", "NNP"})


def _is_acronym(token: Token) -> bool:
    """A noun in capitals among other words, and a pronoun after "the" or a bracket: "to UN troops", "the WHO"."""
    if token.tag_ in ("NN", "NNS") and not token.ent_type_ and token.text.isupper() and 1 < len(token) < 6:
        if token.lower_ in nouns.ORGANIZATIONS:
            return False  # "the NGO, Clean Rivers, said"
        return not any(near.text.isupper() and len(near) > 1 for near in _beside(token))
    if token.text == "WHO" and not token.ent_type_ and token.nbor(min(1, len(token.doc) - 1 - token.i)).tag_ in _NOUNS:
        return not any(near.text.isupper() for near in _beside(token))  # "WHO officials", not "WHO KILLED"
    if token.tag_ not in ("WP", "PRP") or token.ent_type_ or not token.text.isupper() or len(token) < 2 or not token.i:
        return False
    return token.doc[token.i - 1].text in ("the", "The", "(")


def _beside(token: Token) -> list[Token]:
    """The words before and after it."""
    return [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]


def _first(token: Token) -> int:
    """Where a name begins of which the token is the last: at the "al" of "al-Qaeda"."""
    doc, before = token.doc, token.i - 1
    return before - 1 if before > 0 and doc[before].text == "-" and doc[before - 1].lower_ in ("al", "el") else token.i
