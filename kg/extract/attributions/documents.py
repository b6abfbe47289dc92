"""Documents: who speaks by a report, a statement or a poll: whoever made it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.syntax.nouns import DOCUMENTS
from kg.extract.syntax.sides import case_of, following
from kg.extract.words.cueacts import act_named

# So many tokens back, about eight sentences, a document is that which was spoken of before.
_REACH = 200
# The same document is called by several of these.
_SAME = (
    frozenset({"statement", "release", "comment"}),
    frozenset("report document study analysis review summary finding assessment".split()),
    frozenset({"poll", "survey"}),
    frozenset({"letter", "missive", "memo", "memorandum", "note", "email", "e-mail", "message"}),
    frozenset({"editorial", "column", "article", "piece", "op-ed"}),
    frozenset({"lawsuit", "complaint", "filing", "suit"}),
    frozenset({"advertisement", "ad", "clip", "commercial", "spot", "video"}),
)
# What whoever is answerable for a document does to it; who has seen or signed it may not be.
_MADE = frozenset(
    {"issue", "publish", "release", "write", "prepare", "compile", "produce", "make", "give", "send", "post"}
    | {"carry", "broadcast", "distribute", "submit", "file", "conduct", "draft"}
)
# The same of a speech: "a speech Ms Moen gave in Oslo".
_SPOKEN = frozenset({"deliver", "record"})
# What is made by others about whose it is: "Dahl's indictment", "her biography".
_ABOUT = frozenset({"biography", "indictment", "obituary", "profile"})
# What stands in a newspaper and is its own.
_PRINTED = frozenset({"editorial", "leader", "report", "story", "article"})
# Bodies of a state whose statements agencies tell without more.
_ISSUING = frozenset({"army", "cabinet", "government", "junta", "military", "navy", "police", "presidency"})
_STATED = frozenset({"statement", "communique", "communiqué"})
_KNOWN = frozenset({"the", "that", "this"})
# Where somebody makes known what is his, and whose it is.
_PAGES = frozenset({"website", "webpage", "site", "page", "account", "channel", "feed", "blog", "portal"})
# What says something for whoever carries it.
_SIGNS = frozenset({"banner", "placard", "poster", "sign", "sticker", "t-shirt"})
_CARRIED = frozenset({"carry", "hold", "wave", "raise", "display", "bear", "brandish", "unfurl", "wear", "hoist"})


def speaks(noun: Token) -> bool:
    """It says something for somebody else: a document, a sign, or the website of whoever it is."""
    if noun.lemma_ == "website":
        return _whose(noun) is not None
    if any(child.ent_type_ == "PER" for child in grammar.children(noun, "appos")):
        return False  # somebody: "another leading figure, X, said"
    return noun.lemma_ in DOCUMENTS or (noun.lemma_ in _SIGNS and _bearer(noun) is not None)


def author_of(document: Token) -> Token | None:
    """Who made it: its possessor, what stands after "by" or "from", or the body before it ("a Pentagon report").

    Of "by the pollster Fjord" it is Fjord.
    """
    made = _made(document)
    if made is None or made.pos_ != "NOUN" or made.ent_type_ or made.i + 1 == len(made.doc):
        return made
    name = made.nbor()
    return name if name.ent_type_ == "ORG" and name.ent_iob_ == "B" else made


def _made(document: Token) -> Token | None:
    owner = next(iter(grammar.labelled(document, "nmod:poss")), None)
    owner = owner or nounphrases.beside(document, [document, *document.children])
    if owner is not None and document.lemma_ not in _ABOUT:
        return owner
    # "An editorial in the Daily X": who prints it is answerable for it.
    printed = (child for child in grammar.children(document, "nmod") if case_of(child) == "in")
    by = (child for child in grammar.children(document, "nmod") if case_of(child) in ("by", "from"))
    issued = (  # "a statement issued by both sides"
        child for clause in grammar.children(document, "acl") if clause.lemma_ in _MADE for child in clause.children
    )
    told = (clause for clause in grammar.children(document, "acl:relcl", "acl") if clause.lemma_ in _MADE | _SPOKEN)
    by_whom = (who for clause in told for who in grammar.children(clause, "nsubj") if who.i == document.i + 1)
    return (
        next(by, None)
        or next(by_whom, None)
        or next((child for child in printed if child.ent_type_ == "ORG" and document.lemma_ in _PRINTED), None)
        or next((child for child in issued if child.dep_ == "obl:agent" or case_of(child) == "by"), None)
        or following(document, "by", "from")
        or next(filter(_issues, grammar.children(document, "compound", "nmod:desc")), None)
        or _bearer(document)
        or next((whose for page in _pages(document) if (whose := _whose(page)) is not None), None)
    )


def _issues(word: Token) -> bool:
    """The word before a document is a body's: "a Pentagon report", "an army statement"; not "a company report"."""
    return word.ent_type_ == "ORG" or (word.lower_ in _ISSUING and word.head.lemma_ in _STATED)


def _pages(document: Token) -> Iterator[Token]:
    """Where it is to be read: the document itself, or the website, the channel or the account that it is on."""
    if document.lemma_ == "website":
        yield document
    made = [clause for clause in grammar.labelled(document, "acl") if clause.lemma_ in _MADE]
    for above, label in ((document, "nmod"), *((clause, "obl") for clause in made)):
        for page in grammar.labelled(above, label):
            if page.lemma_ in _PAGES and case_of(page) in ("on", "in", "at", "to", "through", "via"):
                yield page


def _whose(page: Token) -> Token | None:
    """Whose it is: "the ministry's website", "the website of the ministry", "the Kremlin website"."""
    of = (child for child in grammar.labelled(page, "nmod") if case_of(child) == "of")
    named = (child for child in grammar.labelled(page, "compound") if child.pos_ == "PROPN")
    named = (child for child in named if page.lemma_ in ("website", "webpage"))  # not "the Telegram channel"
    return next(iter(grammar.labelled(page, "nmod:poss")), None) or next(of, None) or next(named, None)


def _bearer(sign: Token) -> Token | None:
    """Who carries it: "farmers held banners reading", "marched with signs that said"."""
    verb = sign.head if sign.lemma_ in _SIGNS else None
    if verb is None or not (verb.lemma_ in _CARRIED if sign.dep_ == "obj" else case_of(sign) == "with"):
        return None
    return subjects.subject(verb)


def document_of(pronoun: Token) -> Token | None:
    """The document that "it" is, where one spoke in the sentence before: "The letter asks ... It warns"."""
    before = grammar.sentence_start(pronoun) - 1
    while before > 0 and pronoun.doc[before].is_space:
        before -= 1
    if pronoun.lower_ != "it" or before < 0:
        return None
    root = pronoun.doc[before].sent.root
    spoke = subjects.subject(root) if act_named(root.lemma_) is not None else None
    return spoke if spoke is not None and spoke.lemma_ in DOCUMENTS and spoke.pos_ == "NOUN" else None


def author_before(document: Token) -> Token | None:
    """Who made the document that "the report" takes up: one that was spoken of before, with who made it.

    "Fox said in a statement ... The statement added": whoever says or writes something in a document made it.
    """
    if not any(child.lower_ in _KNOWN for child in grammar.children(document, "det")):
        return None
    words = next((same for same in _SAME if document.lemma_ in same), frozenset({document.lemma_}))
    for i in range(document.i - 1, max(document.i - _REACH, 0) - 1, -1):
        token = document.doc[i]
        if token.lemma_ not in words or token.pos_ != "NOUN":
            continue
        owner = author_of(token)
        if owner is None and token.dep_ == "obl" and act_named(token.head.lemma_) is not None:
            owner = subjects.subject(token.head)
        if owner is not None and owner.i != token.i:
            return owner
    return None
