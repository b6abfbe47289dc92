"""Name trees: trees around the names of people and bodies, mended.

The network has two or three subjects of "Vestby spokeswoman Marit Moen said" and of "Sen. Tor Brask (D-Ohio) said", of
which the last would speak.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kg.extract.mentions.posttrees import hang_age, hang_post, hang_rank
from kg.extract.mentions.ranks import is_title
from kg.extract.mentions.subjecttrees import beside, hang_apposed, hang_guest, hang_hyphened, hang_sort, relabel
from kg.extract.syntax import grammar, nounphrases
from kg.extract.syntax.numbers import age

#: Parties of lawmakers, by the letters that stand for them beside a name: "(R-Ohio)", "(D)".
PARTIES = frozenset({"R", "D", "I"})
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
_CAMPAIGNS = frozenset({"campaign", "camp"})


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
        _hang_comma(name)
        _hang_posted(name)
        hang_rank(name)
        tag = party_tag(name.end, doc)
        if tag:
            _hang_tag(name.root, tag)
    for token in doc:
        relabel(token)
        hang_post(token)
        if token.dep_ == "nsubj":
            hang_hyphened(token)
            hang_sort(token)
        if token.dep_ == "nsubj":
            hang_guest(token)
            hang_apposed(token)
        if aged := age(token):
            hang_age(aged, token)
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


def _hang_comma(name: Span) -> None:
    """A name behind a comma, with no preposition, stands beside what it hangs on: "a baker in Oslo, X, said"."""
    root = name.root
    behind = name.start > 1 and name.doc[name.start - 1].text == "," and root.head.i < name.start
    if root.dep_ == "nmod" and behind and not any(grammar.children(root, "case", "cc")):
        root.head, root.dep_ = beside(root, root.head, name.doc[name.start - 2]), "appos"


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
    # "Vestby campaign | manager Moen": the campaign is Vestby's, too.
    before[0].head, before[0].dep_ = title[0] if title[0].lower_ in _CAMPAIGNS else noun, "compound"
    for token in before[1:]:
        token.head, token.dep_ = before[0], "flat"


def _hang_on_owned(name: Token) -> None:
    """A name beside what is somebody's is its own, not its owner's: "Vestby's party, the New Front, said"."""
    owned = name.head.head
    first = nounphrases.noun_phrase(name)[0].i
    if name.head.i < owned.i < first and name.doc[first - 1].text == "," and owned.i == first - 2:
        name.head = owned


def party_tag(after: int, doc: Doc) -> list[Token]:
    """The party, and the state, that stand after a name in brackets or between commas: "(D-N.Y.)", ", R-Ky.,"."""
    if after + 2 >= len(doc) or doc[after].text not in ("(", ",") or doc[after + 1].text not in PARTIES:
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
