"""Where names begin and end, and those that the network missed; from trees made by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from kg.extract.mentions import missednames, names
from kg.extract.mentions.mentions import Mentions
from kg.extract.mentions.nicknames import written
from kg.extract.syntax.quotes import Quotes
from tests.extract.docs import doc_of


def missed(tree: str) -> list[str]:
    """The names that the network has no label for."""
    return [" ".join(token.text for token in name.tokens) for name in missednames.unlabelled(doc_of(tree), ())]


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        ("Chadian JJ chadian 2 amod\nrebels NNS rebel 3 nsubj\nfled VBD flee 0 ROOT", ["Chadian"]),
        # An adjective is no part of the name after it.
        (
            "Chadian JJ chadian 2 amod\nMoen NNP moen 3 nsubj\nfled VBD flee 0 ROOT",
            ["Chadian", "Moen"],
        ),
        ("sent VBD send 0 ROOT\nUN NNS un 3 compound\ntroops NNS troop 1 obj", ["UN"]),
        # A headline in capitals has no acronyms that could be told from its words.
        ("TROOPS NNS troop 2 nsubj\nLEAVE VBP leave 0 ROOT\nTOWN NN town 2 obj", []),
    ],
)
def test_adjectives_and_acronyms_that_the_network_missed_are_asked_of_the_gazetteer(
    tree: str, found: list[str]
) -> None:
    assert missed(tree) == found


@pytest.mark.parametrize(
    ("side", "name"), [("east", "Beirut"), ("downtown", "Beirut"), ("East", "Christian East Beirut")]
)
def test_a_side_in_small_letters_is_no_part_of_a_place(side: str, name: str) -> None:
    tree = f"in IN in 4 case\nChristian NNP christian 4 amod\n{side} NNP {side} 4 compound\nBeirut NNP beirut 0 ROOT"
    (found,) = names.found(doc_of(tree, names={f"Christian {side} Beirut": "LOC"}))
    assert " ".join(token.text for token in found.tokens) == name


@pytest.mark.parametrize(
    ("before", "kind"), [("President NNP president", "PER"), ("Near IN near", "LOC"), ("Port NNP port", "LOC")]
)
def test_the_last_word_of_a_name_after_a_post_is_no_place(before: str, kind: str) -> None:
    tree = f"{before} 3 compound\nZeferino NNP zeferino 3 compound\nEmbunca NNP embunca 4 nsubj\nfled VBD flee 0 ROOT"
    (found,) = names.found(doc_of(tree, names={"Embunca": "LOC"}))
    assert found.label == kind
    assert [token.text for token in found.tokens] == (["Zeferino", "Embunca"] if kind == "PER" else ["Embunca"])


@pytest.mark.parametrize(("marks", "found"), [('""', 6), ("“”", 6), ("()", 2)])
def test_a_given_name_goes_on_over_a_nickname_in_quotation_marks(marks: str, found: int) -> None:
    opens, closes = marks
    tree = f"""
        Walter NNP walter 7 nsubj
        J. NNP j. 1 flat
        {opens}_ `` {opens} 4 punct
        Skip_ NNP skip 7 nsubj
        {closes} '' {closes} 4 punct
        Tennison NNP tennison 1 flat
        left VBD leave 0 ROOT
    """
    name = next(names.found(doc_of(tree, names={"Walter J.": "PER"})))
    assert len(name.tokens) == found


def test_a_nickname_that_the_network_has_for_another_person_is_within_the_name() -> None:
    tree = """
        Robert NNP robert 7 nsubj
        C. NNP c. 1 flat
        "_ `` " 4 punct
        Bobby_ NNP bobby 1 flat
        " '' " 4 punct
        Vestby NNP vestby 7 nsubj
        left VBD leave 0 ROOT
    """
    found = [len(name.tokens) for name in names.found(doc_of(tree, names={"Robert C.": "PER", "Bobby": "PER"}))]
    assert found == [6]


@pytest.mark.parametrize(("given", "nickname", "found"), [("Tor", "the Hat", 6), ("Tor", "his hat", 1)])
def test_a_nickname_of_two_words_is_within_the_name_of_which_the_network_saw_one_word(
    given: str, nickname: str, found: int
) -> None:
    first, second = nickname.split()
    tree = f"""
        {given} NNP tor 7 nsubj
        "_ `` " 4 punct
        {first} DT {first} 4 det
        {second}_ {"NNP" if second.istitle() else "NN"} hat 1 appos
        " '' " 4 punct
        Vestby NNP vestby 7 nsubj
        left VBD leave 0 ROOT
    """
    name = next(names.found(doc_of(tree, names={given: "PER"})))
    assert len(name.tokens) == found


@pytest.mark.parametrize(("honour", "words"), [("KC", 2), ("MBE", 2), ("Moe", 3)])
def test_honours_behind_a_name_are_no_part_of_it(honour: str, words: int) -> None:
    tree = f"Kari NNP kari 4 nsubj\nVestby NNP vestby 1 flat\n{honour} NNP {honour} 1 flat\nleft VBD leave 0 ROOT"
    (name,) = names.found(doc_of(tree, names={f"Kari Vestby {honour}": "PER"}))
    assert len(name.tokens) == words


@pytest.mark.parametrize(("opens", "surname", "found"), [("[", "NNP", 3), ("(", "NNP", 1), ("[", "NN", 1)])
def test_a_given_name_that_an_editor_put_in_goes_on_after_the_bracket(opens: str, surname: str, found: int) -> None:
    tree = f"""
        President NNP president 5 nmod:desc
        {opens}_ -LRB- {opens} 3 punct
        Mara_ NNP mara 6 nsubj
        {"]" if opens == "[" else ")"} -RRB- ] 3 punct
        Vestby {surname} vestby 6 nsubj
        left VBD leave 0 ROOT
    """
    doc = doc_of(tree, names={"Mara": "PER"})
    (name,) = names.found(doc)
    assert len(name.tokens) == found
    mentions = Mentions(doc, Quotes(doc.text, ()))
    texts = {mentions.traits(one).text for one in mentions}
    assert ("Mara Vestby" in texts) == (found == 3)
    if found == 3:
        assert mentions.traits(next(iter(mentions))).title == "president"


def test_quoted_words_after_a_name_are_no_nickname() -> None:
    tree = """
        Tor NNP tor 6 nsubj
        Vestby NNP vestby 1 flat
        "_ `` " 4 punct
        Never_ RB never 6 advmod
        " '' " 4 punct
        Paid VBD pay 0 ROOT
    """
    (name,) = names.found(doc_of(tree, names={"Tor Vestby": "PER"}))
    assert [token.text for token in name.tokens] == ["Tor", "Vestby"]


@pytest.mark.parametrize(
    ("before", "taken_for", "label"),
    [
        ("Yesterday RB yesterday", "PER", "ORG"),
        ("Yesterday RB yesterday", "LOC", "ORG"),
        ("Mr. NNP mr.", "PER", "PER"),
        ("In IN in", "LOC", "LOC"),
    ],
)
def test_a_company_is_one_also_without_the_last_word_of_its_name(before: str, taken_for: str, label: str) -> None:
    tree = f"""
        Tamarack NNP tamarack 2 compound
        Energy NNP energy 3 nsubj
        grew VBD grow 0 ROOT
        ; : ; 3 punct
        {before} 6 dep
        Tamarack NNP tamarack 3 dep
        said VBD say 3 dep
    """
    doc = doc_of(tree, names={"Tamarack Energy": "PER"})
    doc.set_ents([*doc.ents, Span(doc, 5, 6, label=taken_for)])
    assert [name.label for name in sorted(names.found(doc), key=lambda name: name.start)] == ["ORG", label]


@pytest.mark.parametrize(
    ("words", "following", "found"),
    [
        ("Fjord Observer", "said VBD say", ["Fjord Observer"]),  # a newspaper, and nobody's post
        ("Treasury", "said VBD say", ["Treasury"]),
        ("Treasury", "Secretary NNP secretary", []),
    ],
)
def test_a_body_that_is_called_like_a_post_or_a_portfolio(words: str, following: str, found: list[str]) -> None:
    lines = [f"{word} NNP {word.lower()} 0 dep" for word in words.split()]
    tree = "\n".join(["Now RB now 0 ROOT", "the DT the 1 det", *lines, f"{following} 1 dep"])
    got = names.found(doc_of(tree, names={words: "ORG"}))
    assert [" ".join(token.text for token in name.tokens) for name in got] == found


def test_a_states_body_of_which_the_network_saw_the_state_alone() -> None:
    tree = "Sri NNP sri 2 amod\nLankan NNP lankan 3 amod\nNavy NNP navy 4 nsubj\nspoke VBD speak 0 ROOT"
    (name,) = names.found(doc_of(tree, names={"Sri Lankan": "MISC"}))
    assert ([token.text for token in name.tokens], name.label) == (["Sri", "Lankan", "Navy"], "ORG")


@pytest.mark.parametrize(
    ("given", "tag", "name"), [("Guy", "NN", "Guy Moen"), ("Interior", "NNP", "Moen"), ("campaign", "NN", "Moen")]
)
def test_a_given_name_that_the_network_missed_is_a_part_of_the_name(given: str, tag: str, name: str) -> None:
    tree = f"""
        chief NN chief 2 compound
        strategist NN strategist 4 nmod:desc
        {given} {tag} {given.lower()} 4 compound
        Moen NNP moen 5 nsubj
        spoke VBD speak 0 ROOT
    """
    (found,) = names.found(doc_of(tree, names={"Moen": "PER"}))
    assert " ".join(token.text for token in found.tokens) == name


@pytest.mark.parametrize(("word", "found"), [("Moen", ["Moen", "Moen"]), ("It", ["Moen"])])
def test_a_name_that_the_network_took_for_a_pronoun_is_a_name(word: str, found: list[str]) -> None:
    tree = (
        f"Moen NNP moen 2 nsubj\nleft VBD leave 0 ROOT\nand CC and 5 cc\n{word} PRP moen 5 nsubj\nlied VBD lie 2 conj"
    )
    doc = doc_of(tree, names={"Moen": "PER"})
    mentions = Mentions(doc, Quotes(doc.text, ()))
    assert [mentions.traits(one).text for one in mentions if one.form == "name"] == found


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("Bergen Maritime Court", "LOC", ("Bergen Maritime Court", "ORG")),
        ("Kenya Harbour Bank", "LOC", ("Kenya Harbour Bank", "ORG")),
        ("Fishery Safety Committee", "ORG", ("Fishery Safety Committee", "ORG")),
        ("Zambian Energy Minister", "LOC", ("Zambian", "LOC")),  # the portfolio is no company
        ("Bergen Mayor Moen", "LOC", ("Bergen", "LOC")),
    ],
)
def test_a_body_has_the_words_of_its_name_that_the_network_did_not_see(
    words: str, kind: str, found: tuple[str, str]
) -> None:
    first, second, last = words.split()
    tree = f"{first} NNP {first} 3 compound\n{second} NNP {second} 3 compound\n{last} NNP {last.lower()} 4 nsubj"
    seen = f"{first} {second}" if kind == "ORG" else first
    (name,) = names.found(doc_of(f"{tree}\nmet VBD meet 0 ROOT", names={seen: kind}))
    assert (" ".join(token.text for token in name.tokens), name.label) == found


def test_a_body_of_a_place_is_no_place_where_the_text_has_the_place_elsewhere() -> None:
    tree = (
        "Kenya NNP kenya 2 nsubj\npaid VBD pay 0 ROOT\nKenya NNP kenya 5 compound\nHarbour NNP harbour 5 compound\n"
        "Bank NNP bank 2 obj"
    )
    doc = doc_of(tree)
    doc.set_ents([Span(doc, 0, 1, "LOC")], default="unmodified")
    mentions = {doc.text[slice(*one.span)]: one.kind for one in Mentions(doc, Quotes(doc.text))}
    assert mentions == {"Kenya": "place", "Kenya Harbour Bank": "organization"}


@pytest.mark.parametrize(("last", "tag"), [("won", "VBD"), ("in", "NNP")])
def test_a_given_name_goes_on_behind_the_hyphen_whatever_the_network_takes_the_word_for(last: str, tag: str) -> None:
    tree = (
        f"Han NNP han 5 nsubj\nSeo_ NNP seo 1 flat\n-_ HYPH - 1 punct\n{last} {tag} {last} 1 flat\nmet VBD meet 0 ROOT"
    )
    (name,) = names.found(doc_of(tree, names={"Han Seo-": "PER"}))
    assert [token.text for token in name.tokens] == ["Han", "Seo", "-", last]


def test_the_name_behind_an_of_belongs_to_the_body() -> None:
    tree = (
        "Harbour NNP harbour 2 compound\nBank NNP bank 5 nsubj\nof IN of 4 case\nZambia NNP zambia 2 nmod\n"
        "lent VBD lend 0 ROOT"
    )
    (name,) = names.found(doc_of(tree, names={"Harbour Bank of": "ORG"}))
    assert " ".join(token.text for token in name.tokens) == "Harbour Bank of Zambia"


def test_its_ministry_is_a_description() -> None:
    tree = "its PRP$ its 3 nmod:poss\ndefence NN defence 3 compound\nministry NN ministry 4 nsubj\nsaid VBD say 0 ROOT"
    assert not list(names.found(doc_of(tree, names={"its defence ministry": "ORG"})))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Mara] Vestby", "Mara Vestby"),
        ("GLM) Congress", "GLM Congress"),
        ("Guild (GLM) Congress", "Guild (GLM) Congress"),
    ],
)
def test_brackets_of_which_a_name_has_one_are_no_part_of_it(text: str, name: str) -> None:
    assert written(text) == name
