"""Titles: what stands before a name and says what its bearer is; the post in it, and what posts are of."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise
from typing import Literal

from spacy.tokens import Token

from kg.extract.mentions.cutposts import CUT, in_full
from kg.extract.mentions.portfolios import HOLDERS, is_held, is_of_portfolio, portfolio
from kg.extract.mentions.ranks import OFFICES, RETIRED, ends_rank, is_courtesy, is_title, without_rank
from kg.extract.syntax import grammar, nouns
from kg.extract.syntax.numbers import forms, singular

_TITLE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "PRP$", "AFX", "CD", "GW"})
# Tags of what is no word of a post.
_NO_WORDS = frozenset({"POS", "PRP$", "DT"})
# Before a post they are no part of it.
_COUNTING = frozenset({"a", "an", "the", "only", "sole", "fellow", "sitting"})
_LONGEST = 18  # words of a title
_WORDS = 4  # of what a post is of, "of" among them
# Tokens of a bracket at most.
_OF_BRACKETS = 6
# Who is of a state and sent to another, or to a body.
_SENT = frozenset({"representative", "ambassador", "envoy", "observer"})
# What stands between a post and the state that it is of.
_OF_STATES = nouns.COUNTRIES | {"office", "administration", "secretariat", "staff", "parliament", "assembly"}
# What stands before a courtesy: "Most Rev. X".
_MOST = frozenset({"most", "very", "right"})
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
        if token.text == ")" and (opening := _bracket(token)):
            letters = doc[opening + 1 : position] if _abbreviates(doc[opening + 1], doc[opening - 1]) else ()
            found = [*letters, *found]  # "National Police (PNP) spokesman X"; of "Commissioner (CP) X" they are nobody
            position = opening - 1
            continue
        before = position - 1 - (position > 1 and doc[position - 1].text == "[")
        post = doc[before].lemma_ if before >= 0 else ""
        # Behind what they are for posts have a rank or another title: "Governor of Borno State Prof. X".
        charge = without_rank(found) if token.lower_ in ("of", "for", "to") else found
        # "A spokesman for X" is not X, who has neither his post nor his gender.
        ranked = len(charge) < len(found) and all(each.ent_type_ in ("ORG", "LOC") for each in charge[-1:])
        of_post = token.lower_ in ("of", "for") and post in nouns.POSTS and (not post.startswith("spokes") or ranked)
        # "President of the Republic of X", "Head of the Office of the President of X".
        of_post = of_post or (token.lower_ == "of" and post.lower() in _OF_STATES)
        of_post = of_post or (token.lower_ == "for" and is_held(token))  # "Minister of State for"
        of_post = of_post or (token.lower_ == "to" and _is_sent(token))
        # "The chairman of Vestby's campaign", "of Ms Vestby's campaign" is not Vestby; nor is "a staffer for Sen. X" X.
        of_post = of_post and bool(charge) and any(not is_courtesy(each) for each in charge)
        of_post = of_post and not any(is_courtesy(each) for each in charge)
        of_post = of_post and not (is_title(charge[-1]) and all(each.lower_ != "and" for each in charge))
        foreign = token.ent_type_ in ("PER", "DATE") and token.i < start and not is_courtesy(token)
        foreign = foreign or ":" in token.text  # "14:45 Transport Minister X", of a live report
        foreign = foreign or _is_elsewhere(token) or _is_beside(token)
        told = token.tag_ == "JJ" and any(grammar.labelled(token, "aux"))  # "the move had surprised President X"
        titled = (
            (token.tag_ in _TITLE_TAGS and not told) or is_title(token) or (token.lower_ in ("the", "and") and found)
        )
        titled = titled or ends_rank(token) or (bool(found) and token.text == "-" and not token.whitespace_)
        # "of" and "and" within a body's name: "the House of Assembly".
        titled = titled or (bool(found) and found[0].ent_iob_ == "I" and found[0].ent_type_ == "ORG")
        # "Commander-in-Chief X", "editor in chief X".
        titled = titled or (token.lower_ == "in" and bool(found) and found[0].lower_ in ("-", "chief"))
        titled = titled or (token.tag_ == "VBG" and token.text[0].isupper() and not token.is_sent_start)  # "Standing"
        titled = titled or (token.lower_ in _MOST and bool(found) and is_courtesy(found[0]))
        fallen = token.tag_ == "VBN" and token.lower_ in _FALLEN
        if fallen or token.lower_ in _PARTICIPLES or (token.text == "," and found and is_of_portfolio(token)):
            titled = True
        elif token.text.islower() and token.text.endswith("ing") and not is_title(token):
            titled = titled and bool(found) and found[0].text.islower()  # "housing minister X"
        elif token.tag_ == "NN" and token.text.islower() and found and found[0].text in nouns.ABBREVIATED:
            # "State Sen. X", and not "the way Sen. X".
            titled = titled and (token.lower_ in _OF_CHAMBERS or is_title(token))
        if foreign or not (titled or of_post):
            break
        found.insert(0, token)
        position -= 1
        # "Inspire people the way Sen. X did": but for "the president and the chairman X" a title has no second "the".
        courtesy = all(is_courtesy(each) for each in found[1:])  # "Dr. the Hon. X"
        if token.is_sent_start or (token.lower_ == "the" and post not in ("and", "of", "to", "for") and not courtesy):
            break
    while found and (found[0].lower_ in ("of", "and", "for") or found[0].tag_ == "POS"):
        found = found[1:]  # of "Ms Vestby's lawyer X" the title is "lawyer"
    found = _own(found)
    return found if any(is_title(token) for token in found) else []


def _own(title: list[Token]) -> list[Token]:
    """A title without what "and" joins to it that is nobody's: "the country and President X", "a poll and Gov. X"."""
    for i in range(len(title) - 2, 0, -1):
        last, first = title[i - 1], title[i + 1]
        plain = last.text.islower() and last.tag_ in ("NN", "NNS") and not any(map(is_title, title[:i]))
        if title[i].lower_ == "and" and plain and (first.text[0].isupper() or first.lower_ == "former"):
            return title[i + 1 :]
    return title


def _bracket(closing: Token) -> int:
    """Where the bracket begins with the letters of a body or post, or that an officer has retired, or 0."""
    doc = closing.doc
    start = next((i for i in range(closing.i - 2, max(closing.i - _OF_BRACKETS, 0), -1) if doc[i].text == "("), 0)
    inside = doc[start + 1 : closing.i]
    if not len(inside):
        return 0
    if inside[0].lower_ in RETIRED:
        return start if len(inside) == 1 else 0
    letters = any(sum(map(str.isupper, token.text)) > 1 for token in inside)
    return start if letters and doc[start - 1].text[0].isupper() else 0


def unbracketed(title: list[Token]) -> list[Token]:
    """A title without its bracket, which is nobody's name or one that the words before it are short for."""
    opening = next((i for i, token in enumerate(title) if token.text == "("), len(title))
    closing = next((i for i, token in enumerate(title) if token.text == ")"), len(title))
    return [*title[:opening], *title[closing + 1 :]]


def _abbreviates(letters: Token, last: Token) -> bool:
    """What stands in a bracket behind a name that the network found begins as it does."""
    first = last
    while first.ent_iob_ == "I" and first.i:
        first = first.nbor(-1)
    return bool(last.ent_type_) and first.text[0] == letters.text[0]


def _is_sent(to: Token) -> bool:
    """Whom a representative of a state is sent to: "Permanent Representative of Pakistan to the UN Ambassador X"."""
    before = to.doc[max(to.i - _WORDS - 1, grammar.sentence_start(to)) : to.i]
    of = next((token for token in before if token.lower_ == "of"), None)
    return of is not None and of.i > 0 and of.nbor(-1).lower_ in _SENT and to.nbor(-1).ent_type_ == "LOC"


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
    if token.lower_ != "and" or token.ent_type_ or token.i < 2 or is_of_portfolio(token):
        return False
    before = token.nbor(-1)
    before = token.doc[max(_bracket(before) - 1, 0)] if before.text == ")" else before
    return before.ent_type_ == "ORG" and before.lower_ not in nouns.PORTFOLIOS and before.text[0].isupper()


def post_in(title: list[Token], names: Container[int]) -> str | None:
    """The post that a title names, without the country or organization it is for, whose tokens are in `names`."""
    title = _whose_left_out(title, names)
    bare = without_rank(title)
    if any(forms(token) & nouns.POSTS for token in bare):
        title = bare
    elif heir := _heir(title):
        return heir
    # Of "the president's lawyer X" he is no president.
    owner = next((i for i in range(len(title) - 1, -1, -1) if title[i].tag_ == "POS"), -1)
    title = title[owner + 1 :]
    words = [token for token in title if token.i not in names and (token.tag_ not in _NO_WORDS or _is_in(token, title))]
    # Of "president and chairman" each is one; of what a minister is for it is all one.
    joins = {token.i for token in words if token.tag_ in ("CC", ",") and not is_of_portfolio(token)}
    words = [token for token in words if token.i not in joins]
    words = [token for token in words if not is_courtesy(token) or token.lower_ in OFFICES]
    while words and words[-1].lower_ in ("of", "for", "the"):
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


def _is_in(the: Token, title: list[Token]) -> bool:
    """An article within a post: "Secretary of the Interior"."""
    return the.lower_ == "the" and the.i > title[0].i and the.nbor(-1).lower_ == "of"


def _heir(title: list[Token]) -> str | None:
    """Who is to be king holds a post by it: "Crown Prince X", "HH the Deputy Crown Prince Sheikh X"."""
    for crown, prince in pairwise(title):
        if crown.lower_ == "crown" and prince.lower_ in ("prince", "princess"):
            first = crown.i - (crown.i > title[0].i and crown.nbor(-1).lower_ == "deputy")
            return crown.doc[first : prince.i + 1].text
    return None


def _whose_left_out(title: list[Token], names: Container[int]) -> list[Token]:
    """The title without the state, place or body that it is of: "Governor of the X region"."""
    for i, token in enumerate(title):
        if token.lower_ not in ("of", "for", "to") or token.i in names:
            continue
        behind = title[i + 1 :]
        end = next((j for j, one in enumerate(behind) if one.lower_ in ("of", "for", "to")), len(behind))
        state = end < len(behind) and end > 0 and behind[end - 1].lower_ in nouns.COUNTRIES
        named = any(one.i in names and one.ent_type_ != "MISC" for one in behind[:end])
        if i and (named or (state and behind[end - 1].text != "State")):
            return title[:i]
    return title


def is_supposed(title: list[Token]) -> bool:
    """Nobody has the title, it is only thought of how he would: "a President X would sign it", not "a minister, X"."""
    before = title[0].nbor(-1) if title and title[0].i else None
    alone = len(title) == 1 and title[0].text.istitle() and title[0].lemma_.lower() in nouns.POSTS
    return alone and before is not None and before.lower_ == "a"


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
    return portfolio(head) if head.lemma_.lower() in HOLDERS else _charge(head)


def _charge(head: Token) -> list[Token]:
    """What another post is of, in common nouns: "chief of staff", "professor of law"; or "in chief"."""
    doc, start = head.doc, head.i + 1
    for words in ("in chief", "-in-chief", "-in-Chief", "-designate", "-elect"):
        end = start + (4 if words.count("-") > 1 else 2)
        if doc[start:end].text == words:
            return list(doc[start:end])
    if start >= len(doc) or doc[start].lower_ != "of":
        return []
    end = start + 1
    while end < min(start + _WORDS, len(doc)) and doc[end].tag_ in ("JJ", "NN", "NNS") and not doc[end].ent_type_:
        end += 1
    named = end < len(doc) and doc[end].tag_ in ("NNP", "NNPS")  # "head of investment bank Fjord"
    worded = end > start + 1 and doc[end - 1].tag_ in ("NN", "NNS")
    return list(doc[start:end]) if worded and not named else []


def gender_of(word: str) -> Literal["f", "m"] | None:
    """The gender that a courtesy title or a noun tells."""
    known = nouns.COURTESY.get(word) or nouns.GENDERS.get(word)
    return "f" if known == "f" else "m" if known == "m" else None
