"""Name trees: trees around people's names and posts, mended, and a subject that has nothing done to it.

The network has two or three subjects of "Vestby spokeswoman Marit Moen said" and of "Sen. Tor Brask (D-Ohio) said", of
which the last would speak; it takes "attorney general" for two posts, and "had only asked" for a passive.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kg.extract.mentions.ranks import ends_rank, is_rank, is_title
from kg.extract.syntax import grammar, nounphrases, nouns
from kg.extract.syntax.numbers import age

# Parties of lawmakers, by the letters that stand for them beside a name: "(R-Ohio)", "(D)".
_PARTIES = frozenset({"R", "D", "I"})
# What says of a name beside it what it is of.
_SORTS = frozenset(
    """
    group party movement militia union agency organisation organization newspaper daily weekly magazine broadcaster
    company firm charity alliance coalition network faction federation association platform website outlet station
    """.split()
)
# Words of a title between whose it is and whose title it is: "Vestby campaign manager Marit Moen".
_TITLE = frozenset({"NN", "NNP", "JJ"})
_LONGEST = 3
# A "been" so near before a participle is its own, wherever the tree hangs it.
_BETWEEN = 3
_HAD = frozenset({"had", "has", "have", "'d", "’d", "'ve", "’ve", "having"})

_FINITE = frozenset({"VBD", "VBN", "VBP", "VBZ"})
_QUARTERS = frozenset({"north", "south", "east", "west"})


def mend(doc: Doc) -> None:
    """Hangs parties and principals on the names that they stand beside."""
    people = [span for span in doc.ents if span.label_ == "PER"]
    for before, name in pairwise(people):
        title = list(doc[before.end : name.start])
        plain = all(token.tag_ in _TITLE and not token.ent_type_ for token in title)
        if 0 < len(title) <= _LONGEST and plain and is_title(title[-1]):
            _hang_principal(list(before), title, list(name))
    for name in doc.ents:
        if name.label_ in ("ORG", "PER"):
            _hang_body(name)
    for body, name in pairwise(doc.ents):
        if body.label_ == "ORG" and name.label_ == "PER" and name.start == body.end + 1:
            _hang_employer(body, doc[body.end], name)
    for name in people:
        _hang_titled(name)
        _hang_posted(name)
        _hang_rank(name)
        tag = _party_tag(name.end, doc)
        if tag:
            _hang_tag(name.root, tag)
    for token in doc:
        if token.dep_ == "appos" and _is_listed(token):
            token.dep_ = "conj"
        if token.dep_ == "appos" and (verb := _verb_between(token)) is not None:
            token.head, token.dep_ = verb, "nsubj"
        if token.dep_ == "nsubj:pass" and _is_active(token.head):
            token.dep_ = "nsubj"
        if token.dep_ == "iobj" and _is_doing(token):
            token.dep_ = "nsubj"
        if token.lower_ == "general" and token.i > 1:
            first = token.nbor(-2) if token.nbor(-1).text == "-" else token.nbor(-1)  # "Director-General"
            if first.lower_ in nouns.GENERALS:
                _hang_first(first, token)
        if token.lower_ == "chief" and token.i > grammar.sentence_start(token) + 3 and token.nbor(-1).text == "-":
            _hang_chief(token.nbor(-4), token)
        if token.dep_ == "nsubj" and token.tag_ in ("NN", "NNP"):
            _hang_apposed(token)
        if aged := age(token):
            _hang_age(aged, token)
        if token.dep_ == "appos" and token.head.dep_ == "nmod:poss":
            _hang_on_owned(token)


def _hang_body(name: Span) -> None:
    """Hangs a name on the noun right before it that says what it is of: "between the army and the rebel group X"."""
    noun = name.doc[name.start - 1] if name.start > grammar.sentence_start(name[0]) else None
    root = name.root
    if noun is None or noun.tag_ != "NN" or not noun.text.islower() or noun.lower_ not in _SORTS:
        return
    beside = root.head.i != noun.i and noun.head not in name and root.dep_ not in grammar.SUBJECTS
    if beside and root.head.i != root.i and root not in noun.ancestors:
        root.head, root.dep_ = noun, "appos"


def _hang_employer(body: Span, title: Token, name: Span) -> None:
    """A body right before a title and a name is whose title it is: of "Vestby Party chairwoman X" it does nothing."""
    inside = {token.i for token in (*body, title, *name)}
    if title.tag_ != "NN" or not is_title(title) or body.root.head.i in inside or name.root.head.i in inside:
        return
    if body.root.head.i == body.root.i or any(above.i in inside for above in grammar.ancestors(name.root)):
        return
    title.head, title.dep_ = name.root, "nmod:desc"
    body.root.head, body.root.dep_ = title, "compound"


def _hang_titled(name: Span) -> None:
    """Who is said to be beside a body before his title is whom the tree above tells of: "party chairman X said"."""
    root = name.root
    noun, title = root.head, name.doc[max(name.start - 1, 0)]
    between = name.doc[noun.i : name.start]
    if root.dep_ != "appos" or not 2 <= len(between) <= _LONGEST or not is_title(title) or noun.head.i == noun.i:
        return
    if any(token.tag_ != "NN" for token in between) or noun.head in (*between, *name):
        return
    root.head, root.dep_ = noun.head, noun.dep_
    title.head, title.dep_ = root, "nmod:desc"
    noun.head, noun.dep_ = title, "compound"


def _hang_posted(name: Span) -> None:
    """A name behind a comma is whose title begins the phrase: of "the adviser to the president, X, said" the adviser's.

    Of "a spokesman for the president, X" it may be the president's.
    """
    post = name.root.head
    if name.root.dep_ != "appos" or not is_title(post) or name.doc[name.start - 1].text != ",":
        return
    while post.dep_ == "nmod" and post.head.i < post.i:
        post = post.head
    articles = {child.lower_ for child in grammar.children(post, "det")}
    if is_title(post) and not post.lemma_.startswith("spokes") and articles <= {"the"}:
        name.root.head = post


def _is_listed(token: Token) -> bool:
    """It has a preposition and an "and" of its own, and is another: "with her Danish colleague and with Minister Y"."""
    own = {child.dep_ for child in token.lefts}
    return {"cc", "case"} <= own and token.head.i < token.i


def _verb_between(name: Token) -> Token | None:
    """The verb without a subject that stands between a name and the object it is put beside: "X has met the king"."""
    noun, verb = name.head, name.head.head
    between = name.i < verb.i < noun.i and noun.dep_ in ("obj", "iobj", "obl") and verb.tag_ in _FINITE
    return verb if between and not grammar.SUBJECTS & {child.dep_ for child in verb.children} else None


def _is_doing(noun: Token) -> bool:
    """Who stands before a verb that has no subject, and somebody else after it: "an envoy had told the other side"."""
    verb = noun.head
    if noun.i > verb.i or noun.tag_ not in ("NN", "NNS", "NNP", "NNPS", "PRP") or verb.tag_ not in _FINITE:
        return False
    others = [child.dep_ for child in verb.children if child.i != noun.i]
    return (
        not grammar.SUBJECTS.intersection(others) and "aux:pass" not in others and {"iobj", "obj"} & {*others} != set()
    )


def _is_active(verb: Token) -> bool:
    """The participle is of a perfect and has no form of "be": "had only asked"."""
    helpers = [child.lower_ for child in verb.children if child.dep_.startswith("aux") and child.i < verb.i]
    been = any(
        token.lower_ == "been" for token in verb.doc[max(verb.i - _BETWEEN, grammar.sentence_start(verb)) : verb.i]
    )
    return verb.tag_ == "VBN" and bool(helpers) and all(helper in _HAD for helper in helpers) and not been


def _hang_principal(before: list[Token], title: list[Token], name: list[Token]) -> None:
    """Of two names with a title between, the second is whom the tree above tells of, and the first is whose he is."""
    group = {token.i: token for token in (*before, *title, *name)}
    tops = [token for token in group.values() if token.head.i not in group]
    tops = [token for token in tops if not any(above.i in group for above in grammar.ancestors(token))]
    if not tops or any(token.head.i == token.i for token in group.values()):
        return
    top = next((token for token in tops if token.dep_ in grammar.SUBJECTS), tops[0])
    first, noun = name[0], title[-1]
    first.head, first.dep_ = top.head, top.dep_
    for token in name[1:]:
        token.head, token.dep_ = first, "flat"
    noun.head, noun.dep_ = first, "nmod:desc"
    for token in title[:-1]:
        token.head, token.dep_ = noun, "compound"
    before[0].head, before[0].dep_ = noun, "compound"
    for token in before[1:]:
        token.head, token.dep_ = before[0], "flat"


def _hang_rank(name: Span) -> None:
    """Hangs the ranks that are cut short on the name behind them: "Lt. Col. X", of which trees make a name and a stop.

    What governed the first of them governs the name where the name hung on one of them.
    """
    first = name.start
    while first > 0 and (is_rank(name.doc[first - 1]) or ends_rank(name.doc[first - 1])):
        first -= 1
    rank, root = name.doc[first : name.start], name.root
    if not any(map(is_rank, rank)):
        return
    inside = {token.i for token in (*rank, *name)}
    if root.head.i in inside - {token.i for token in name}:
        above = next((token for token in rank if token.head.i not in inside), None)
        if above is None or any(token.i in inside for token in grammar.ancestors(above)):
            return
        root.head, root.dep_ = above.head, above.dep_
    if any(above.i in inside for above in grammar.ancestors(root)):
        return
    for token in rank:
        for child in [child for child in token.children if child.i not in inside]:
            child.head = root
        token.head, token.dep_ = root, "nmod:desc" if is_rank(token) else "punct"


def _hang_apposed(noun: Token) -> None:
    """Of two subjects of a verb, the second, with an article and between commas, says what the first is."""
    others = [other for other in grammar.children(noun.head, "nsubj") if other.i < noun.i]
    if not others:
        return
    phrase = nounphrases.noun_phrase(noun)
    first, after = phrase[0], phrase[-1].i + 1
    if first.i < 2 or first.lower_ not in ("a", "an", "the") or noun.doc[first.i - 1].text != ",":
        return
    if noun.i < noun.head.i and (after >= noun.head.i or noun.doc[after].text != ","):
        return
    others = [other for other in others if (other.i < noun.head.i) == (noun.i < noun.head.i)]
    last = noun.doc[first.i - 2]
    for other in others:
        if other.i < first.i and (last.i == other.i or other.is_ancestor(last)):
            noun.head, noun.dep_ = other, "appos"
            return


def _hang_age(aged: list[Token], old: Token) -> None:
    """All words of an age hang on the last: of "said the 61-year-old" the tree has "year" for a subject too."""
    if aged[0].tag_ not in ("DT", "PRP$"):
        aged = aged[1:]  # "shooting 17-year-old Brask": what stands before it is no part of it
    inside = {token.i for token in aged}
    if old.head.i in inside - {old.i}:
        above = next((token for token in aged if token.head.i not in inside), None)
        if above is None or any(token.i in inside for token in grammar.ancestors(above)):
            return
        old.head, old.dep_ = above.head, above.dep_
    if any(above.i in inside for above in grammar.ancestors(old)):
        return
    for token in aged:
        if token.i != old.i and (token.head.i not in inside or token.text == aged[-3].text):
            token.head, token.dep_ = old, "det" if token is aged[0] else "compound"


def _hang_on_owned(name: Token) -> None:
    """A name beside what is somebody's is its own, not its owner's: "Vestby's party, the New Front, said"."""
    owned = name.head.head
    first = nounphrases.noun_phrase(name)[0].i
    if name.head.i < owned.i < first and name.doc[first - 1].text == "," and owned.i == first - 2:
        name.head = owned


def _hang_first(first: Token, general: Token) -> None:
    """Of a post of two words the second governs what the first did."""
    if first.head.i != general.i:
        above = general if first.head.i == first.i else first.head
        if above.i == general.i or any(each.i == general.i for each in grammar.ancestors(above)):
            return  # the tree is another one altogether
        general.head, general.dep_ = above, first.dep_
        first.head = general
    first.dep_ = "compound"
    for child in list(first.children):
        child.head = general


def _hang_chief(first: Token, chief: Token) -> None:
    """The first word of "editor-in-chief" has what the tree hangs on the last."""
    if chief.nbor(-2).lower_ != "in":
        return
    if first.head.i == chief.i and chief.head.i != chief.i:
        first.head, first.dep_ = chief.head, chief.dep_
    if any(above.i == chief.i for above in grammar.ancestors(first)):
        return
    for child in [child for child in chief.rights if child.i != first.i]:
        child.head = first
    chief.head, chief.dep_ = first, "flat"


def _party_tag(after: int, doc: Doc) -> list[Token]:
    """The party, and the state, that stand after a name in brackets or between commas: "(D-N.Y.)", ", R-Ky.,"."""
    if after + 2 >= len(doc) or doc[after].text not in ("(", ",") or doc[after + 1].text not in _PARTIES:
        return []
    end = after + 2
    if doc[end].text in ("-", "–"):
        end += 1
        while end < len(doc) and doc[end].text[:1].isupper():
            end += 1
    close = ")" if doc[after].text == "(" else ","
    closed = end < len(doc) and doc[end].text in (close, ".")
    return list(doc[after + 1 : end]) if closed else []


def _hang_tag(name: Token, tag: list[Token]) -> None:
    """The party stands beside the name, and the state hangs on the party."""
    first, inside = tag[0], {token.i for token in tag}
    if name.i in inside or any(above.i in inside for above in grammar.ancestors(name)):
        return
    first.head, first.dep_ = name, "appos"
    for token in tag[1:]:
        token.head, token.dep_ = first, "punct" if token.is_punct else "nmod"


def shared_end(tokens: list[Token]) -> str | None:
    """The whole name of one that ends as the one it is joined with: "North Korea" in "North and South Korea"."""
    last = tokens[-1]
    rest = last.doc[last.i + 1 : min(last.i + 4, grammar.sentence_end(last))]
    if len(tokens) > 1 or last.lower_ not in _QUARTERS or len(rest) < 3 or rest[0].lower_ not in ("and", "or"):
        return None
    joined = rest[1].lower_ in _QUARTERS and rest[1].lower_ != last.lower_ and rest[2].text[0].isupper()
    return f"{last.text} {rest[2].text}" if joined else None
