"""Which names are in what the network took for one, and which are one; from trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.mentions import names
from tests.extract.docs import doc_of


def found(before: str, after: str, *behind: str) -> list[str]:
    """The names in a word of three tokens that the network took for one of a nationality."""
    rows = [f"{before}_ JJ {before} 3 amod", "-_ HYPH - 1 punct", f"{after} JJ {after} 4 amod"]
    rows += [word + (" 0 ROOT" if i == 0 else " 4 flat") for i, word in enumerate(behind)]
    doc = doc_of("\n".join(rows), names={f"{before}-{after}": "MISC"})
    return [" ".join(token.text for token in name.tokens) for name in names.found(doc)]


@pytest.mark.parametrize(
    ("before", "after", "noun"),
    [
        ("Omani", "Yemeni", "border NN border"),
        ("Sino", "Kenyan", "ties NNS tie"),
        ("Chadian", "Nigerien", "talks NNS talk"),
        ("Peruvian", "American", "treaty NN treaty"),
    ],
)
def test_what_two_states_have_is_of_each(before: str, after: str, noun: str) -> None:
    assert found(before, after, noun) == [before, after]


@pytest.mark.parametrize("tree", ["JJ yemeni 5 nsubj", "JJ yemeni 1 conj"])
def test_states_are_told_by_what_stands_behind_whatever_the_tree_makes_of_it(tree: str) -> None:
    doc = doc_of(
        f"Omani_ JJ omani 4 amod\n-_ HYPH - 1 punct\nYemeni {tree}\ntalks NNS talk 5 nsubj\nopened VBD open 0 ROOT",
        names={"Omani-Yemeni": "MISC"},
    )
    assert [name.tokens[0].text for name in names.found(doc)] == ["Omani", "Yemeni"]


@pytest.mark.parametrize("done", ["led", "backed", "made", "held", "born", "linked"])
def test_what_a_state_has_done_is_no_part_of_its_name(done: str) -> None:
    assert found("Omani", done, "force NN force") == ["Omani"]


@pytest.mark.parametrize("before", ["Pro", "Anti", "Non"])
def test_how_something_is_to_a_state_is_no_part_of_its_name(before: str) -> None:
    assert found(before, "Omani", "rally NN rally") == ["Omani"]


@pytest.mark.parametrize(
    ("before", "after", "behind"),
    [
        ("Omani", "Kenyan", ["lawyer NN lawyer"]),
        ("Omani", "Kenyan", ["aid NN aid", "worker NN worker"]),
        ("Omani", "Kenyan", ["family NN family"]),
        ("Irish", "American", ["club NN club"]),
        ("Greek", "Cypriot", ["village NN village"]),
        ("African", "American", ["church NN church"]),
        ("Indo", "Pacific", ["waters NNS water"]),
        ("Anglo", "Saxon", ["law NN law"]),
        ("Omani", "speaking", ["town NN town"]),
        ("Omani", "era", ["tanks NNS tank"]),
        ("Omani", "Kenyan", ["too RB too"]),
    ],
)
def test_people_of_both_regions_and_languages_are_no_two_states(before: str, after: str, behind: list[str]) -> None:
    assert found(before, after, *behind) == [f"{before} - {after}"]


@pytest.mark.parametrize(
    ("body", "who", "parts"),
    [
        ("NSC", "Malaya", ["NSC", "Malaya"]),
        ("NSC", "Council", ["NSC 's Council"]),
        ("Moody", "Corp", ["Moody 's Corp"]),
    ],
)
def test_somebody_behind_the_letters_of_a_body_has_a_name_of_his_own(body: str, who: str, parts: list[str]) -> None:
    rows = f"{body}_ NNP nsc 3 nmod:poss\n's POS 's 1 case\n{who} NNP malaya 4 nsubj\nspoke VBD speak 0 ROOT"
    assert whole(rows, {f"{body}'s {who}": "ORG"}) == parts


def whole(tree: str, labels: dict[str, str]) -> list[str]:
    return [" ".join(token.text for token in name.tokens) for name in names.found(doc_of(tree, names=labels))]


def test_a_gulf_is_called_by_what_follows() -> None:
    rows = "the DT the 2 det\nGulf NNP gulf 0 ROOT\nof IN of 4 case\nSidra NNP sidra 2 nmod"
    assert whole(rows, {"Gulf": "LOC", "Sidra": "LOC"}) == ["Gulf of Sidra"]
    assert whole(rows.replace("of IN of", "near IN near"), {"Gulf": "LOC", "Sidra": "LOC"}) == ["Gulf", "Sidra"]
