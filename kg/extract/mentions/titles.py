"""Titles: what stands before a name and says what its bearer is; the kind of actor that a noun describes."""

from __future__ import annotations

from collections.abc import Container
from typing import Literal

from spacy.tokens import Token

from kg.extract.mentions.cutposts import CUT, in_full, is_cut_post
from kg.extract.syntax import grammar, nouns
from kg.extract.syntax.numbers import count, forms, singular
from kg.extract.syntax.position import acting
from kg.model import MentionKind

_TITLE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "PRP$", "AFX", "CD", "GW"})
# Words before a name that tell the gender, and the post too.
_OFFICES = frozenset("king queen spokesman spokeswoman chairwoman congresswoman councilwoman assemblywoman".split())
#: Whose post is told by what they are for: "minister for mines".
HOLDERS = frozenset({"minister", "secretary", "undersecretary", "under-secretary", "commissioner"})
# The tags of what they are for.
_MATTERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CC"})
# What a camp is in politics, and what its wings are.
_OF_CAMPS = frozenset(
    """
    pro anti opposition government ruling presidential democracy democratic republican conservative liberal moderate
    nationalist unionist loyalist separatist independence reform reformist progressive socialist centrist remain leave
    yes no rival opposing other
    """.split()
)
_WINGS = frozenset({"left", "right"})
_EXTREME = frozenset({"far", "hard", "extreme", "radical"})
#: Families of one name that do something together.
LINEAGES = frozenset({"family", "clan", "dynasty"})
# Before a post they are no part of it.
_COUNTING = frozenset({"a", "an", "the", "only", "sole", "fellow", "sitting"})
_LONGEST = 18  # words of a title
_WORDS = 4  # of what a post is of, "of" among them
# What one does to an office.
_WON = frozenset("win seek assume take lose reach gain clinch capture hold run".split())
# What may stand before the abbreviated post of a lawmaker.
_OF_CHAMBERS = frozenset({"state", "then", "ex", "district", "county", "city", "incumbent", "freshman"})
# The participles that a title has; before any other it is over: "featuring civil rights leader X", "naming Sen. X".
_PARTICIPLES = frozenset(
    "acting commanding founding incoming leading managing outgoing presiding ruling sitting".split()
)
# And those of whoever has no office any more: "deposed President X", but not "they deposed President X".
_FALLEN = frozenset({"deposed", "ousted", "overthrown", "toppled"})


def title_before(name: list[Token], start: int) -> list[Token]:
    """The words directly before a name that say what its bearer is: "Deputy Russian Foreign Minister".

    Args:
        name: the tokens of the name.
        start: index of the first token of the entity that the network found, which may begin with the title.
    """
    doc = name[0].doc
    found: list[Token] = []
    position = name[0].i - 1
    while position >= 0 and len(found) < _LONGEST:
        token = doc[position]
        if token.text == "[":  # "Secretary [of State Mara] Vestby": what an editor put in
            position -= 1
            continue
        before = position - 1 - (position > 1 and doc[position - 1].text == "[")
        post = doc[before].lemma_ if before >= 0 else ""
        # "A spokesman for X" is not X, who has neither his post nor his gender.
        of_post = token.lower_ in ("of", "for") and post in nouns.POSTS and not post.startswith("spokes")
        # "The chairman of Vestby's campaign", "of Ms Vestby's campaign" is not Vestby; nor is "a staffer for Sen. X" X.
        of_post = of_post and any(each.lower_ not in nouns.COURTESY for each in found)
        of_post = of_post and not (is_title(found[-1]) and all(each.lower_ != "and" for each in found))
        foreign = token.ent_type_ in ("PER", "DATE") and token.i < start
        foreign = foreign or ":" in token.text  # "14:45 Transport Minister X", of a live report
        foreign = foreign or _is_elsewhere(token) or _is_beside(token)
        told = token.tag_ == "JJ" and any(grammar.labelled(token, "aux"))  # "the move had surprised President X"
        titled = (
            (token.tag_ in _TITLE_TAGS and not told) or is_title(token) or (token.lower_ in ("the", "and") and found)
        )
        titled = titled or ends_rank(token) or (bool(found) and token.text == "-" and not token.whitespace_)
        fallen = token.tag_ == "VBN" and token.lower_ in _FALLEN
        if fallen or token.lower_ in _PARTICIPLES or (token.text == "," and found and _is_of_portfolio(token)):
            titled = True
        elif token.text.islower() and token.text.endswith("ing") and not is_title(token):
            titled = titled and bool(found) and found[0].text.islower()  # "housing minister X"
        elif token.tag_ == "NN" and token.text.islower() and found and found[0].text in nouns.ABBREVIATED:
            titled = titled and token.lower_ in _OF_CHAMBERS  # "state Sen. X", and not "the way Sen. X"
        if foreign or not (titled or of_post):
            break
        found.insert(0, token)
        position -= 1
        # "Inspire people the way Sen. X did": but for "the president and the chairman X" a title has no second "the".
        if token.is_sent_start or (token.lower_ == "the" and post not in ("and", "of")):
            break
    while found and (found[0].lower_ in ("of", "and", "for") or found[0].tag_ == "POS"):
        found = found[1:]  # of "Ms Vestby's lawyer X" the title is "lawyer"
    return found if any(is_title(token) for token in found) else []


def _is_of_portfolio(comma: Token) -> bool:
    """A comma, or "and", behind what a minister is minister of: "Minister of Labour, Youth and Sport X"."""
    for token in reversed(comma.doc[max(comma.i - _LONGEST, grammar.sentence_start(comma)) : comma.i]):
        if token.lower_ in ("of", "for"):
            return token.i > 0 and token.nbor(-1).lemma_.lower() in HOLDERS
        if token.tag_ not in _MATTERS and token.text != ",":
            return False
    return False


def _is_elsewhere(token: Token) -> bool:
    """The last word of a place that stands after a preposition, of no post: "Ross of Missouri and former mayor X"."""
    if token.ent_type_ != "LOC" or token.i < 2 or token.nbor().lower_ != "and":
        return False
    first = token
    while first.ent_iob_ == "I" and first.i > 2:
        first = first.nbor(-1)
    return first.nbor(-1).tag_ == "IN" and first.nbor(-2).lemma_ not in nouns.POSTS


def _is_beside(token: Token) -> bool:
    """An "and" behind the name of a body, which has no part in the title: "the Vestby Fund and former mayor X"."""
    if token.lower_ != "and" or token.ent_type_ or token.i < 2 or _is_of_portfolio(token):
        return False
    before = token.nbor(-1)
    return before.ent_type_ == "ORG" and before.lower_ not in nouns.PORTFOLIOS and before.text[0].isupper()


def post_in(title: list[Token], names: Container[int]) -> str | None:
    """The post that a title names, without the country or organization it is for, whose tokens are in `names`."""
    words = [token for token in title if token.i not in names and token.tag_ not in ("POS", "PRP$", "DT", "CC", ",")]
    words = [token for token in words if token.lower_ not in nouns.COURTESY or token.lower_ in _OFFICES]
    while words and words[-1].lower_ in ("of", "for"):
        words = words[:-1]
    if words and words[0].lower_ == "fellow" and words[-1].tag_ == "NNS":
        return None  # "fellow candidates X and Y": what somebody else is
    while words and (words[0].tag_ == "HYPH" or words[0].lower_ == "fellow"):
        words = words[1:]  # of "then-Sen. X"; "fellow candidate X"
    several = [i for i, token in enumerate(words[:-1]) if token.lower_ != token.lemma_.lower() and is_title(token)]
    words = words[several[-1] + 1 :] if several else words  # "nominees Sen. X and Gov. Y"
    if not any(forms(token) & nouns.POSTS or token.text in CUT for token in words):
        return None
    last = words[-1]
    one = singular(last)  # of "candidates X and Y" each is one
    whole = grammar.words(words)
    return whole.removesuffix(last.text) + one if one is not None else in_full(whole, last)


def bare(post: list[Token], head: Token) -> list[Token]:
    """The post without what counts its holders or how long they hold it: "the only sitting governor", "first-term"."""
    while len(post) > 1 and post[0].i < head.i and (post[0].lower_ in _COUNTING or _is_hyphened(post[0])):
        post = post[1:]
    return post


def _is_hyphened(token: Token) -> bool:
    """The second half of a word that a hyphen joins: "term" of "first-term"."""
    return token.i > grammar.sentence_start(token) and token.nbor(-1).text == "-"


def matter(head: Token) -> list[Token]:
    """What a post is of, behind the noun and by no name: "for mines and energy", "of Foreign Affairs", "of staff"."""
    return _portfolio(head) if head.lemma_.lower() in HOLDERS else _charge(head)


def _portfolio(minister: Token) -> list[Token]:
    """What a minister is minister of, which may have capitals."""
    for child in grammar.children(minister, "nmod") if minister.tag_ in ("NN", "NNP") else ():
        first, *words = sorted(child.subtree, key=lambda token: token.i)
        if first.i == minister.i + 1 and first.lower_ in ("of", "for"):
            end = next((i for i, one in enumerate(words) if one.tag_ not in _MATTERS or one.ent_type_), len(words))
            return [first, *words[:end]] if end else []
    return []


def _charge(head: Token) -> list[Token]:
    """What another post is of, in common nouns: "chief of staff", "professor of law"; or "in chief"."""
    doc, start = head.doc, head.i + 1
    if doc[start : start + 2].text == "in chief":
        return list(doc[start : start + 2])
    if start >= len(doc) or doc[start].lower_ != "of":
        return []
    end = start + 1
    while end < min(start + _WORDS, len(doc)) and doc[end].tag_ in ("JJ", "NN", "NNS") and not doc[end].ent_type_:
        end += 1
    named = end < len(doc) and doc[end].tag_ in ("NNP", "NNPS")  # "head of investment bank Fjord"
    worded = end > start + 1 and doc[end - 1].tag_ in ("NN", "NNS")
    return list(doc[start:end]) if worded and not named else []


def is_title(token: Token) -> bool:
    """A noun for a person, whatever tag the network gave it, a courtesy title, or a rank that is cut short."""
    named = bool(forms(token) & nouns.PEOPLE) or token.lower_ in nouns.COURTESY
    return named or is_rank(token) or token.text in CUT


def is_rank(token: Token) -> bool:
    """A rank cut short, whose full stop or hyphen is the next token: "Lt" of "Lt. Col. X" and of "Lt-Gen. X"."""
    return token.text in nouns.RANKS_CUT and token.i + 1 < len(token.doc) and token.nbor().text in (".", "-")


def ends_rank(token: Token) -> bool:
    """The full stop of a rank that is cut short."""
    return token.text == "." and token.i > 0 and token.nbor(-1).text in nouns.RANKS_CUT


def gender_of(word: str) -> Literal["f", "m"] | None:
    """The gender that a courtesy title or a noun tells."""
    known = nouns.COURTESY.get(word) or nouns.GENDERS.get(word)
    return "f" if known == "f" else "m" if known == "m" else None


def description_kind(token: Token) -> MentionKind | None:
    """The kind of actor that a noun describes, or None where it describes none."""
    lemma = token.lemma_.lower()
    if lemma in nouns.ALLIES and token.tag_ == "NN" and _is_states(token):
        return "country"  # "its ally"
    if lemma in nouns.PEOPLE or is_cut_post(token):
        return "group" if token.tag_ in ("NNS", "NNPS") else "person"
    if lemma == "camp" and any(child.ent_type_ == "PER" for child in token.children):
        return "organization"  # "the Clinton camp": a campaign's, and no refugees'
    if lemma == "opposition" or is_camp(token):
        return "group"  # of a parliament or country: "the opposition says"
    if lemma == "capital" and count(token) is not None and acting(token):
        return "group"  # "both capitals" are their governments
    if lemma == "capital" and token.tag_ == "NN" and _is_of_state(token):
        return "place"
    if lemma == "presidency" and not _is_office(token):
        return None
    if lemma == "firm" and token.i > 0 and token.nbor(-1).lemma_ in ("stand", "hold", "remain", "stay", "be"):
        return None  # "thanked her for standing firm"
    if lemma == "foundation" and any(grammar.labelled(token, "nmod")) and not acting(token):
        return None  # "laid the foundation of a lasting peace"
    if lemma in nouns.ORGANIZATIONS:
        several = token.tag_ in ("NNS", "NNPS") and lemma != "police"  # "the police are", "the police was": it is one
        return "group" if several else "organization"
    if lemma == "service" and any(child.lower_ in nouns.SERVICES for child in token.children):
        return "organization"  # "the border service", and no rail service
    if lemma == "hall" and any(
        child.lower_ in ("city", "town", "village") for child in grammar.children(token, "compound")
    ):
        return "organization" if acting(token) else None  # who sits there, and not where people gather
    if lemma in ("family", "couple") and acting(token):
        return "group"  # "his family", "the couple said"
    if lemma in LINEAGES and any(child.tag_ == "NNP" for child in grammar.labelled(token, "compound")):
        return "group"  # "accused the Vestby clan"
    if lemma in nouns.NEIGHBOURS and any(child.lower_ in nouns.PERSONAL for child in token.children):
        return "person"  # "her neighbour"
    if lemma in nouns.COUNTRIES:
        return "group" if token.tag_ in ("NNS", "NNPS") else "country"
    return None


def is_camp(token: Token) -> bool:
    """Those of one mind in politics: "the pro-reform camp", "the far right", "the Left", and no refugees' camp."""
    if token.lemma_ == "camp":
        return any(child.lower_ in _OF_CAMPS for child in grammar.children(token, "amod", "compound"))
    if token.lower_ not in _WINGS or not any(child.lower_ == "the" for child in grammar.labelled(token, "det")):
        return False
    return token.text.istitle() or any(child.lower_ in _EXTREME for child in grammar.labelled(token, "amod"))


def _is_states(ally: Token) -> bool:
    """A state's, by a pronoun of states, and no party's: "its ally", not "its coalition partner", "its ally Vell"."""
    owned = any(child.lower_ in ("its", "our", "their") for child in grammar.children(ally, "nmod:poss"))
    return owned and not any(grammar.children(ally, "compound", "flat", "appos", "nmod", "nmod:desc"))


def _is_office(presidency: Token) -> bool:
    """Those who work for a president: not his time, "his presidency", nor what he ran for, "won the presidency"."""
    if any(child.lower_ in nouns.PERSONAL or child.ent_type_ == "PER" for child in presidency.children):
        return False
    if presidency.head.lemma_.startswith("spokes"):
        return True  # "a spokesman for the presidency", for which nobody runs
    sought = presidency.dep_ == "obj" and presidency.head.lemma_ in _WON
    return not sought and grammar.case(presidency) not in ("for", "to", "during", "throughout")


def _is_of_state(token: Token) -> bool:
    """The capital of a state that is told, "Mali's capital", without the name of the city beside it."""
    if any(child.ent_type_ == "LOC" for child in grammar.children(token, "appos")):
        return False
    return any(child.ent_type_ in ("LOC", "MISC") for child in grammar.children(token, "amod", "compound", "nmod:poss"))


def is_titled(token: Token) -> bool:
    """A description that is written like a name: "the Special Envoy", "the Chair", "Government has ordered"."""
    bare = token.lower_ in ("government", "cabinet") and not token.ent_type_ and token.dep_ in grammar.SUBJECTS
    named = token.tag_ == "NNP" and (bare or any(child.lower_ == "the" for child in grammar.labelled(token, "det")))
    return named or is_cut_post(token)


def is_member(token: Token) -> bool:
    """One person, by the party alone: "the Ohio Republican", "its top Democrat"; not the party, nor what is of it."""
    if token.lower_ not in nouns.PARTISANS or token.tag_ not in ("NN", "NNP") or token.ent_iob_ != "B":
        return False
    end = token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
    modifying = token.dep_ in ("amod", "compound", "nmod:desc", "flat")
    whose = any(grammar.children(token, "nmod:poss")) and any(grammar.children(token, "amod"))
    article = any(child.lower_ in ("the", "a", "an") for child in grammar.children(token, "det"))
    return end and not modifying and (article or whose)
