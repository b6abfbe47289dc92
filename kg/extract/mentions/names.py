"""Names: where the names that the network found begin and end, and what they are of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract.mentions import polls
from kg.extract.mentions.acronyms import spelt_out
from kg.extract.mentions.cutposts import is_cut_post
from kg.extract.mentions.firms import entities, without_form
from kg.extract.mentions.furniture import is_furniture
from kg.extract.mentions.headlines import Headline
from kg.extract.mentions.labels import is_company, label_of
from kg.extract.mentions.laws import is_law
from kg.extract.mentions.lookalikes import OFFICEHOLDERS, are_people, is_office
from kg.extract.mentions.missions import is_mission, named_in
from kg.extract.mentions.namekinds import settled
from kg.extract.mentions.namerests import (
    GENERATIONS,
    body_after,
    ends_at_hyphen,
    follows_given_name,
    generation_behind,
    goes_on,
    is_hyphenated,
    object_of,
)
from kg.extract.mentions.nametrees import PARTIES
from kg.extract.mentions.nicknames import after_bracket, around_nickname
from kg.extract.mentions.nobodies import Nobodies
from kg.extract.mentions.pairs import parted
from kg.extract.mentions.portfolios import HOLDERS, is_matter
from kg.extract.mentions.ranks import is_courtesy, is_of_two
from kg.extract.mentions.works import TITLES, holder
from kg.extract.mentions.works import is_office as is_letters
from kg.extract.mentions.works import is_title as is_work
from kg.extract.syntax import nouns

# Words that have a capital within a headline and never within a name.
_HEADLINE = frozenset("To A That Could Should Says Have Has Just Will Yet Reportedly".split())
# What British newspapers put behind a name: "Simon Latchford KC".
_HONOURS = frozenset("KC QC SC MP MSP MEP MLA MBE OBE CBE KBE DBE PhD".split())
# Portfolios that are also what a body or a party is called, and who has them for a portfolio.
_BODIES_TOO = frozenset({"labour", "labor", "treasury"})
_HOLDERS = HOLDERS | {"ministry", "department", "chief"}
# Of a chamber they have a leader each: "Senate Minority Leader X".
_SIDES_OF_HOUSES = frozenset({"majority", "minority"})
# In small letters they stand before the name of a place.
_SIDES = frozenset("central north south east west northern southern eastern western downtown".split())
# Letters of the longest small word with which a person's name begins: "bin", "van", "della".
_LONGEST_PARTICLE = 5
# What somebody has whose name stands before it, and that has none of its own.
_OF_OWNERS = frozenset({"ministry", "office", "wing", "army", "government", "party", "campaign"})
# Of these the name tells of which only behind "of".
_WATERS = frozenset({"gulf", "strait", "bay", "sea", "cape"})
# What the network takes the first words of a body's name for where it does not see the last.
_FIRST_WORDS = frozenset({"LOC", "MISC", "ORG"})
# What a description ends in that the network takes for a name.
_DESCRIBED = frozenset("force forces group militia company firm bank agency army party court".split())


@dataclass(frozen=True, slots=True)
class Name:
    """The tokens are a name of what the label says: PER, ORG, LOC, MISC, DATE, EVENT, or "" where the network has none.

    Attributes:
        start: index of the first token that the network took for a part of it, which may be a title.
    """

    tokens: list[Token]
    label: str
    start: int

    @classmethod
    def of(cls, tokens: list[Token], label: str) -> Name:
        return cls(tokens, label, tokens[0].i)


def found(doc: Doc) -> Iterator[Name]:
    """The names that the network found, mended; people and organizations last: their titles hold names of countries."""
    whole = polls.parted(doc, settled(list(_mended(doc))))
    yield from sorted(parted(whole), key=lambda name: name.label in ("PER", "ORG"))


def _mended(doc: Doc) -> Iterator[Name]:
    ents = sorted(entities(doc), key=lambda ent: ent.label_ in ("PER", "ORG"))
    bodies = {ent.start: ent for ent in ents if ent.label_ == "ORG"}
    headline, spelt, nobodies = Headline(doc), spelt_out(doc), Nobodies(doc)
    formed = ((ent, without_form(ent)) for ent in ents)
    bares = [bare for ent, bare in formed if len(bare) < len(ent)]
    surnames = {ent[-1].text for ent in ents if ent.label_ == "PER" and len(ent) > 1}
    companies = {" ".join(token.text for token in bare) for bare in bares}
    shortened = {bare[0].text for bare in bares} - surnames  # "Norrsken" of "Norrsken Energi AB"
    nicknamed: set[int] = set()  # tokens of names around a nickname, of which the network saw the parts
    unended = {ent: behind for ent in ents if (behind := _goes_on_behind(ent))}
    topics = {behind: ent for ent, behind in unended.items()}
    for ent in ents:
        body = bodies.get(ent.end) if ent.label_ == "MISC" else None
        if body is not None and body[-1].lower_ in nouns.ORGANIZATIONS and body[0].text[0].isupper():
            continue  # "Kazakh" before "Foreign Ministry"
        if ent.label_ in _FIRST_WORDS and (rest := body_after(ent[-1])):
            yield Name.of([*(token for token in ent if not _is_article(token, ent)), *rest], "ORG")
            continue
        if ent.label_ in ("LOC", "ORG") and ent.start in topics:
            continue  # "Benghazi" after "House Select Committee on", "Ninth Circuit" after "Court of Appeals for the"
        if len(ent) > 2 and ent[0].text in PARTIES and ent[1].text in ("-", "–") and ent.label_ != "LOC":
            yield Name.of(list(ent[2:]), "LOC")  # "Rep. Tor Vestby, D-Ohio"
            continue
        if ent.start in nicknamed or is_matter(ent) or nobodies.has(ent) or ent.text in GENERATIONS:
            continue
        if sign := nobodies.sign(ent):
            yield Name.of(sign, "ORG")
            continue
        yield from _states_of(ent)
        if held := holder(ent):
            yield from (Name.of(tokens, label) for tokens, label in held)
            continue
        if is_mission(ent):
            yield from (Name.of(tokens, label) for tokens, label in named_in(ent))
            continue
        if follows_given_name(ent):
            yield Name.of([doc[ent.start - 1], *ent], "PER")
            continue
        tokens = name_in(ent)
        if ent.label_ == "PER" and tokens and (further := around_nickname(tokens) or after_bracket(tokens)):
            tokens += further
            nicknamed.update(token.i for token in further)
        if ent in unended and tokens:
            ends = [one.end for one in ents if one.label_ in ("LOC", "ORG") and topics.get(one.start) is ent]
            tokens += list(doc[tokens[-1].i + 1 : ends[0]]) if ends else object_of(ent[-1])
        if ent.label_ == "ORG" and tokens and tokens[-1].lower_ in nouns.ORGANIZATIONS:
            nation = next((one for one in ents if one.label_ == "MISC" and one.end == tokens[0].i == ent.start), None)
            tokens = [*(nation or ()), *tokens]
        if any(char.isalnum() for token in tokens for char in token.text):
            # What the text has spelt out is a body, also where the network takes its acronym for a person or a place.
            label = "ORG" if len(tokens) == 1 and tokens[0].text in spelt else label_of(tokens, ent)
            named = " ".join(token.text for token in ent)
            company = named in companies or (ent.label_ == "PER" and named in shortened)
            label = "ORG" if company and is_company(ent) else label
            tokens, label = headline.name(tokens, label)
            if tokens:
                yield Name(tokens, label, ent.start)


def _goes_on_behind(ent: TokenSpan) -> int:
    """The token with which a name goes on of which the network saw the first words, or 0: "the Court of", "Gulf"."""
    whole = len(ent) > 1 and ent[-1].tag_ == "IN"
    of = ent.doc[ent.end : ent.end + 1].text == "of" and ent[-1].lower_ in _WATERS
    if not (whole and ent.label_ in ("ORG", "LOC")) and not (of and ent.label_ == "LOC"):
        return 0
    behind = ent.end + of
    return 0 if is_mission(ent) else behind + (ent.doc[behind : behind + 1].text == "the")


def name_in(ent: TokenSpan) -> list[Token]:
    """The tokens of a name without what the network took in too much; none where nothing is left of it."""
    tokens = [token for token in ent if not token.is_space]
    person = ent.label_ == "PER"
    if len(tokens) > 1 and tokens[0].tag_ == "PRP$" and all(token.text.islower() for token in tokens):
        return []  # "its defence ministry", a description
    while tokens and (_is_article(tokens[0], ent) or not worded(tokens[0])):
        tokens = tokens[1:]
    tokens = _without_portfolio(tokens)
    while person and len(tokens) > 1 and _is_post(tokens[0]):
        tokens = tokens[1:]  # "Ms Sadykova", "President Trump"
    while person and len(tokens) > 2 and is_of_two(tokens[0]):
        tokens = tokens[1:]  # "Datuk Seri X", "Tan Sri X"
    while person and len(tokens) > 2 and tokens[0].text.islower() and len(tokens[0]) > _LONGEST_PARTICLE:
        tokens = tokens[1:]  # "coauthor X Y"
    while ent.label_ == "LOC" and any(token.lower_ in _SIDES and token.text.islower() for token in tokens[:-1]):
        tokens = tokens[1:]  # "Christian east Beirut"
    while ent.label_ == "LOC" and len(tokens) > 1 and tokens[-1].text.islower():
        tokens = tokens[:-1]  # "Geneva accord"
    if person and len(tokens) > 1 and ends_at_hyphen(tokens[-1]):
        tokens.append(tokens[-1].nbor())  # "won" of "Han Je-won", which the network took for a verb
    while person and tokens and goes_on(tokens[-1]):
        tokens.append(ent.doc[tokens[-1].i + 1])
    if person and tokens:
        tokens += generation_behind(tokens[-1])
    while person and tokens and is_hyphenated(tokens[-1]):
        tokens += [ent.doc[tokens[-1].i + 1], ent.doc[tokens[-1].i + 2]]
    while tokens and (tokens[-1].tag_ in ("POS", "IN", "DT") or not worded(tokens[-1])):
        tokens = tokens[:-1]
    while person and len(tokens) > 2 and tokens[-1].text in _HONOURS:
        tokens = tokens[:-1]
    if ent.label_ == "ORG" and len(tokens) > 1 and tokens[-1].lower_ in nouns.POSTS and _before_person(tokens[-1]):
        tokens = tokens[:-1]  # "Supreme Court Justice" X
    if (
        ent.label_ == "ORG"
        and len(tokens) > 1
        and tokens[-1].tag_ in ("VBP", "VBZ", "VBD")
        and tokens[-1].text.islower()
    ):
        tokens = (
            [] if len(tokens) == 2 and tokens[0].tag_ == "NNS" else tokens[:-1]
        )  # a headline's "Unions reject offer"
    if ent.label_ == "ORG" and tokens[-1:] and tokens[-1].lower_ in _OF_OWNERS:
        owned = next((i for i, token in enumerate(tokens) if token.tag_ == "POS"), 0)
        named = owned > 0 and tokens[owned - 1].text[0].isupper()
        if named and all(token.text.islower() for token in tokens[owned + 1 :]):
            tokens = tokens[:owned]  # "the rebels' defence ministry", of whom only they have a name
    if ent.label_ == "ORG" and len(tokens) > 2 and is_cut_post(tokens[0]) and tokens[1].lower_ == "of":
        tokens = tokens[2:]  # "OC of Moen Police Station"
    if ent.label_ == "ORG" and len(tokens) > 1 and tokens[-1].text == "party" and tokens[-2].text[0].isupper():
        tokens = tokens[:-1]  # "the National Union party"
    if tokens and (is_furniture(tokens) or (not person and (is_work(tokens) or is_letters(tokens)))):
        return []  # "via Getty Images", 'the film "Dahlia Street"', "DP Ruto"
    if is_law(tokens) or (person and all(_is_post(token) or is_of_two(token) for token in tokens)):
        return []  # a title that the network parted from its name
    if person and len(tokens) == 1 and (len(tokens[0]) == 1 or (tokens[0].text.islower() and tokens[0].tag_ == "NN")):
        return []  # "X, Y and Z"; "bill"
    if ent.label_ in ("ORG", "MISC") and _is_headline(tokens):
        return []
    if ent.label_ == "ORG" and tokens and tokens[-1].lower_ in _DESCRIBED and all(one.text.islower() for one in tokens):
        return []  # "the paramilitary force"
    if ent.label_ == "ORG" and are_people(tokens):
        return []  # "Opposition leaders", "home builders": a description that is written like a name or taken for one
    if ent.label_ == "ORG" and is_office(tokens):
        return []  # "the Special Envoy": a description that is written like a name
    if ent.label_ == "ORG" and all(token.lower_ in nouns.PORTFOLIOS for token in tokens) and not _is_body(tokens):
        return []  # "Trade Minister X": the portfolio is no organization
    return tokens


def _before_person(last: Token) -> bool:
    """Right after the word somebody's name begins."""
    return last.i + 1 < len(last.doc) and last.nbor().ent_type_ == "PER" and last.nbor().ent_iob_ == "B"


def _is_body(tokens: list[Token]) -> bool:
    """A portfolio that is a body or a party too: "the Treasury disputes it", "a Labour MP", and no minister's."""
    if len(tokens) != 1 or tokens[0].tag_ not in ("NNP", "NNPS") or tokens[0].i + 1 >= len(tokens[0].doc):
        return False
    following = tokens[0].nbor()
    return tokens[0].lower_ in _BODIES_TOO and not {following.lemma_.lower(), following.lower_} & _HOLDERS


def _states_of(ent: TokenSpan) -> Iterator[Name]:
    """The states of several who hold a post, which the network took for a body: "The Foreign Ministers of X and Y"."""
    of = next((token for token in ent if token.lower_ == "of" and token.i > ent.start), None)
    if ent.label_ != "ORG" or of is None or of.nbor(-1).lower_.removesuffix("s") not in OFFICEHOLDERS:
        return
    if not are_people([token for token in ent if not _is_article(token, ent)]):
        return
    state: list[Token] = []
    for token in [*ent.doc[of.i + 1 : ent.end], None]:
        if token is not None and worded(token) and token.text[0].isupper():
            state.append(token)
        elif state:
            yield Name.of(state, "LOC")
            state = []


def _is_headline(tokens: list[Token]) -> bool:
    """Words of a headline, all with capitals, are no name: there is a verb among them."""
    verb = len(tokens) > 3 and any(token.tag_ in ("VBZ", "VBD", "VBP", "MD") for token in tokens[1:])
    return verb or any(token.text in _HEADLINE for token in tokens[1:])


def _is_article(first: Token, ent: TokenSpan) -> bool:
    """The name does not begin with this "the": it does in "The Hague", within a sentence."""
    named = ent.label_ == "LOC" and first.text == "The" and not first.is_sent_start and len(ent) > 1
    return first.lower_ in ("the", "a", "an") and not named


def _without_portfolio(tokens: list[Token]) -> list[Token]:
    """The name without what a minister is for: "Uzbek Transport" Minister, Minister for "Transport of Fiji"."""
    if not tokens or tokens[0].ent_type_ not in ("ORG", "MISC"):
        return tokens
    doc, before, after = tokens[0].doc, tokens[0].i - 1, tokens[-1].i + 1
    if after < len(doc) and doc[after].text.istitle() and doc[after].lemma_.lower() in nouns.POSTS:
        bare = tokens
        while len(bare) > 1 and bare[-1].lower_ in nouns.PORTFOLIOS | _SIDES_OF_HOUSES:
            bare = bare[:-1]
        if bare[-1].lower_ not in ("and", "of"):  # "Moen Chamber of Commerce and Industry President"
            tokens = bare
    if before > 0 and doc[before].lower_ in ("of", "for") and doc[before - 1].lemma_.lower() in nouns.POSTS:
        last = next((i for i, token in enumerate(tokens) if token.lower_ == "of"), 0)
        if last and all(token.lower_ in nouns.PORTFOLIOS | {"and"} for token in tokens[:last]):
            tokens = tokens[last + 1 :]
    return tokens


def _is_post(token: Token) -> bool:
    known = is_courtesy(token) or token.lemma_.lower() in nouns.POSTS
    return known or token.text in nouns.POLICE_RANKS or token.text in TITLES


def worded(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)
