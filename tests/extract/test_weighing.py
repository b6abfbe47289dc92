"""Acts and at whom they are aimed: what the rules find against what the network sees, which is made up here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from spacy.tokens import Doc

from kg.annotate import Annotator
from kg.extract import extract
from kg.extract.acts.clauses import Clauses
from kg.extract.acts.seenaims import aimed, may_be_aimed, surely_aimed
from kg.extract.acts.weighing import barred_of, weighed
from kg.extract.attributions.attributions import link
from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax.predicates import predicates
from kg.extract.syntax.quotes import Quotes
from kg.model import ACTS, SAYINGS, STANCE, Act, Article, Mention
from tests.extract.docs import doc_of

TREE = """
Ellingsen NNP Ellingsen 2 nsubj
said VBD say 0 ROOT
Denmark NNP Denmark 4 nsubj
ignored VBD ignore 2 ccomp
Norway NNP Norway 4 obj
"""


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@dataclass(frozen=True)
class Seen:
    """A network that gives each word of the sentence these log-odds."""

    odds: dict[int, float]

    def acts(self, cue: Sequence[int], content: Sequence[int]) -> dict[Act, float]:
        raise AssertionError("nobody asks for the act")

    def aims(self, cue: Sequence[int], content: Sequence[int], among: Sequence[Sequence[int]]) -> list[float]:
        return [self.odds[name[0]] for name in among]


def read(denmark: float, norway: float) -> tuple[Doc, Link, Mention, Mention]:
    doc = doc_of(TREE)
    doc.user_data[SAYINGS] = Seen({2: denmark, 4: norway})
    said = Link(cue=[doc[1]], head=doc[1], score=1.0, contents=[list(doc[2:5])])
    first, second = (Mention(doc[i].idx, doc[i].idx + len(doc[i]), kind="country", form="name") for i in (2, 4))
    return doc, said, first, second


@pytest.mark.parametrize(
    ("denmark", "norway", "by_cue", "whom"),
    [
        (-2.0, -6.0, False, "Denmark"),  # unsure, as the network mostly is: the rules' guess stands
        (-10.0, -11.0, False, None),  # doubted
        (-5.0, -6.0, True, "Denmark"),  # but the object of "accused" is accused
        (-5.0, 1.0, False, "Norway"),
        (-10.0, -6.0, False, None),  # neither
        (-1.0, 1.0, True, "Denmark"),
        (-5.0, 1.0, True, "Norway"),
    ],
)
def test_whom_the_rules_find_is_aimed_at_unless_the_network_is_surer_of_another(
    denmark: float, norway: float, by_cue: bool, whom: str | None
) -> None:
    doc, said, first, second = read(denmark, norway)
    found = aimed(doc, said, "accuse", [first], [first, second], by_cue=by_cue)
    assert [doc.text[one.start : one.end] for one in found] == ([whom] if whom else [])


@pytest.mark.parametrize(
    ("ill", "odds", "worded", "act", "found"),
    [
        (0.05, -2.0, False, "accuse", False),
        (0.4, -2.0, False, "accuse", True),
        (0.05, 3.0, False, "accuse", True),  # the network is surer of the act than of the tone
        (0.05, -2.0, True, "accuse", True),  # and words that do it tell more than both
        (0.05, -2.0, False, "demand", True),  # which may be done in any tone
        (0.95, -2.0, False, "praise", False),
    ],
)
def test_nobody_is_accused_of_whom_nothing_ill_is_said_nor_praised_without_a_good_word(
    ill: float, odds: float, worded: bool, act: Act, found: bool
) -> None:
    doc, said, first, second = read(odds, -3.0)
    doc.user_data[STANCE] = np.tile(np.array([ill, 0.0, 1 - ill]), (len(doc), 1))
    seen = aimed(doc, said, act, [first], [first, second], by_cue=False, worded=lambda: worded)
    assert seen == ([first] if found else [])


def test_in_his_own_words_somebody_may_mock() -> None:
    doc = doc_of(TREE.replace("ignored VBD ignore 2 ccomp", "“ `` “ 2 punct"))
    doc.user_data |= {SAYINGS: Seen({2: -2.0}), STANCE: np.tile(np.array([0.05, 0.0, 0.95]), (len(doc), 1))}
    said = Link(cue=[doc[1]], head=doc[1], score=1.0, contents=[list(doc[2:5])])
    denmark = Mention(doc[2].idx, doc[2].idx + len(doc[2]), kind="country", form="name")
    assert aimed(doc, said, "accuse", [denmark], [], by_cue=False) == [denmark]


@pytest.mark.parametrize(("norway", "seen"), [(0.5, True), (-0.5, False)])
def test_whom_only_the_network_sees_must_be_likelier_than_nobody(norway: float, seen: bool) -> None:
    doc, said, _, second = read(-5.0, norway)
    assert aimed(doc, said, "accuse", [], [second], by_cue=False) == ([second] if seen else [])


@pytest.mark.parametrize(("norway", "seen"), [(1.5, True), (0.5, False)])
def test_what_need_not_be_aimed_at_anybody_is_where_the_network_is_surer(norway: float, seen: bool) -> None:
    doc, said, first, second = read(-5.0, norway)
    assert surely_aimed(doc, said, [first, second]) == ([second] if seen else [])
    assert surely_aimed(doc, said, []) == []


@pytest.mark.parametrize("by_cue", [True, False])
def test_all_whom_the_rules_find_together_stand_and_fall_together(by_cue: bool) -> None:
    doc, said, first, second = read(-1.0, -11.0)
    assert aimed(doc, said, "accuse", [first, second], [first, second], by_cue=by_cue) == [first, second]


def test_without_a_network_that_tells_aims_the_rules_do() -> None:
    doc, said, first, second = read(-11.0, 11.0)
    del doc.user_data[SAYINGS]
    assert aimed(doc, said, "accuse", [first], [second], by_cue=False) == [first]
    assert may_be_aimed(doc, said, [second])


@pytest.mark.parametrize(("odds", "may"), [(-8.5, True), (-9.5, False)])
def test_whom_the_statement_before_was_aimed_at_is_meant_again_unless_the_words_are_far_from_it(
    odds: float, may: bool
) -> None:
    doc, said, first, _ = read(odds, -9.0)
    assert may_be_aimed(doc, said, [first]) is may


@dataclass(frozen=True)
class SeenAct:
    """A network that holds these acts probable, and shares the rest among the others."""

    chances: dict[Act, float]

    def acts(self, cue: Sequence[int], content: Sequence[int]) -> dict[Act, float]:
        rest = (1 - sum(self.chances.values())) / (len(ACTS) - len(self.chances))
        return {act: self.chances.get(act, rest) for act in ACTS}

    def aims(self, cue: Sequence[int], content: Sequence[int], among: Sequence[Sequence[int]]) -> list[float]:
        raise AssertionError("nobody asks for the aim")


@pytest.mark.parametrize(
    ("told", "alone", "chances", "act"),
    [
        ("say", "say", {"say": 0.4, "criticise": 0.6}, "say"),
        ("say", "say", {"say": 0.2, "criticise": 0.7}, "criticise"),
        ("claim", "claim", {"claim": 0.3, "criticise": 0.6}, "criticise"),  # a guess at a claim is a weaker one
        ("accuse", "accuse", {"accuse": 0.01, "report": 0.9}, "accuse"),  # what is said tells it
        ("criticise", "say", {"criticise": 0.2, "say": 0.4}, "criticise"),  # who goes on, goes on with what he did
        ("criticise", "say", {"criticise": 0.1, "say": 0.6}, "say"),  # unless he plainly only tells something
        ("criticise", "say", {"criticise": 0.1, "praise": 0.8}, "praise"),
    ],
)
def test_the_network_has_a_say_where_the_rules_guess(
    told: Act, alone: Act, chances: dict[Act, float], act: Act
) -> None:
    doc, said, *_ = read(0.0, 0.0)
    doc.user_data[SAYINGS] = SeenAct(chances)
    assert weighed(doc, said, "say", told, alone=alone, barred=frozenset()) == act
    assert weighed(doc, said, "promise", told, alone=alone, barred=frozenset()) == told  # the cue has told it


@pytest.mark.parametrize(
    ("chance", "ill", "told", "act"),
    [
        (0.4, 0.5, "say", "say"),
        (0.4, 0.9, "say", "accuse"),
        (0.7, 0.5, "say", "accuse"),
        (0.4, 0.5, "claim", "accuse"),  # others may hold otherwise of it, and so whom it is said of
    ],
)
def test_the_network_accuses_nobody_at_low_odds_where_nothing_ill_is_said(
    chance: float, ill: float, told: Act, act: Act
) -> None:
    doc, said, *_ = read(0.0, 0.0)
    doc.user_data[SAYINGS] = SeenAct({"accuse": chance})
    doc.user_data[STANCE] = np.tile(np.array([ill, 1 - ill, 0.0]), (len(doc), 1))
    assert weighed(doc, said, "say", told, alone=told, barred=frozenset()) == act


@pytest.mark.parametrize(("report", "act"), [(0.2, "report"), (0.05, "accuse")])
def test_the_network_may_know_better_than_some_cues(report: float, act: Act) -> None:
    doc, said, *_ = read(0.0, 0.0)
    doc.user_data[SAYINGS] = SeenAct({"report": report, "accuse": 0.7})
    assert weighed(doc, said, "report", "report", alone="report", barred=frozenset()) == act


@pytest.mark.parametrize(
    ("cue", "chances", "act"),
    [
        ("claim", {"propose": 0.8, "claim": 0.05}, "propose"),
        ("claim", {"propose": 0.5, "claim": 0.2}, "claim"),
        ("announce", {"report": 0.8, "announce": 0.02}, "report"),
        ("announce", {"report": 0.6, "announce": 0.2}, "announce"),
        ("warn", {"threaten": 0.8, "warn": 0.1}, "threaten"),
        ("warn", {"threaten": 0.4, "warn": 0.3}, "warn"),
        ("warn", {"accuse": 0.9, "warn": 0.02}, "warn"),  # who warns, warns or threatens
    ],
)
def test_what_is_claimed_announced_or_warned_of_may_be_something_else(
    cue: Act, chances: dict[Act, float], act: Act
) -> None:
    doc, said, *_ = read(0.0, 0.0)
    doc.user_data[SAYINGS] = SeenAct(chances)
    assert weighed(doc, said, cue, cue, alone=cue, barred=frozenset()) == act


@pytest.mark.parametrize(("told", "act"), [("say", "report"), ("accuse", "accuse")])
def test_what_people_without_a_name_tell_is_rather_a_report(told: Act, act: Act) -> None:
    doc, said, *_ = read(0.0, 0.0)
    doc.user_data[SAYINGS] = SeenAct({"say": 0.3, "report": 0.2})
    assert weighed(doc, said, "say", told, alone=told, barred=frozenset()) == told
    assert weighed(doc, said, "say", told, alone=told, barred=frozenset(), unnamed=True) == act


@dataclass(frozen=True)
class SeenInTurn:
    """A network that holds these acts probable of what begins at a token, and nobody for its target."""

    chances: dict[str, dict[Act, float]]
    doc: Doc

    def acts(self, cue: Sequence[int], content: Sequence[int]) -> dict[Act, float]:
        return SeenAct(self.chances[self.doc[content[1]].text]).acts(cue, content)

    def aims(self, cue: Sequence[int], content: Sequence[int], among: Sequence[Sequence[int]]) -> list[float]:
        return [-11.0 for _ in among]


@pytest.mark.parametrize(
    ("first", "acts"),
    [
        ("“The boats came at noon,” Mara Ellingsen said.", ["criticise", "say"]),  # the network alone held it for that
        ("“The boats were a disgrace,” Mara Ellingsen said.", ["criticise", "criticise"]),
    ],
)
def test_who_goes_on_goes_on_with_what_rules_tell_that_he_did(
    annotator: Annotator, first: str, acts: list[Act]
) -> None:
    article = Article(id="a", text=f"{first} “I counted the tables,” she said.", published="2024-05-09")
    doc = annotator.annotate(article)
    doc.user_data[SAYINGS] = SeenInTurn({"The": {"criticise": 0.8}, "I": {"criticise": 0.3, "say": 0.4}}, doc)
    assert [one.act for one in extract(doc, article).statements] == acts


@pytest.mark.parametrize(("told", "act"), [("believe", "demand"), ("demand", "demand")])
def test_what_is_expected_of_others_may_be_demanded(told: Act, act: Act) -> None:
    doc = doc_of(TREE.replace("said VBD say", "expects VBZ expect"))
    doc.user_data[SAYINGS] = SeenAct({"demand": 0.6, "believe": 0.3})
    said = Link(cue=[doc[1]], head=doc[1], score=1.0, contents=[list(doc[2:5])])
    assert weighed(doc, said, told, told, alone=told, barred=frozenset()) == act


def test_what_is_barred_is_not_taken_however_probable() -> None:
    doc, said, *_ = read(0.0, 0.0)
    doc.user_data[SAYINGS] = SeenAct({"accuse": 0.8, "deny": 0.1, "say": 0.01})
    assert weighed(doc, said, "say", "say", alone="say", barred=frozenset()) == "accuse"
    assert weighed(doc, said, "say", "say", alone="say", barred=frozenset({"accuse"})) == "deny"


@pytest.mark.parametrize(
    ("chances", "act"),
    [
        ({"criticise": 0.6, "say": 0.1}, "criticise"),
        ({"praise": 0.6, "say": 0.04}, "praise"),
        ({"demand": 0.6, "criticise": 0.3, "say": 0.01}, "say"),  # nobody demands anything by a name
    ],
)
def test_by_calling_it_a_name_one_criticises_or_praises(chances: dict[Act, float], act: Act) -> None:
    doc = doc_of(TREE.replace("said VBD say", "called VBD call"))
    doc.user_data[SAYINGS] = SeenAct(chances)
    said = Link(cue=[doc[1]], head=doc[1], score=1.0, contents=[list(doc[2:5])])
    assert weighed(doc, said, "say", "say", alone="say", barred=frozenset()) == act
    assert weighed(doc, said, "say", "reject", alone="reject", barred=frozenset()) == "reject"


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        ("Mara Ellingsen said the talks had gone well.", {"ask", "reject", "deny", "promise", "agree", "threaten"}),
        (
            "Mara Ellingsen said closing it would cost 300 jobs.",
            {"ask", "reject", "deny", "refuse", "promise", "agree", "threaten"},
        ),
        (
            "Mara Ellingsen said the fund would run dry.",
            {"ask", "reject", "deny", "refuse", "promise", "agree", "threaten"},
        ),
        ("Mara Ellingsen said Norway would shrink.", {"ask", "reject", "deny", "refuse", "announce", "promise"}),
        ("Mara Ellingsen said the talks had not gone well.", {"ask", "reject"}),
        (
            "Mara Ellingsen said a delay could not be ruled out.",
            {"ask", "reject", "deny", "refuse", "threaten", "promise"},
        ),
        ("Mara Ellingsen said she would wait.", {"ask", "reject", "deny", "refuse", "accuse"}),
        ("“They will arrest two boys,” Mara Ellingsen said.", {"ask", "reject", "deny", "refuse", "promise", "agree"}),
        ("Denmark will wait, Mara Ellingsen said.", {"ask", "reject", "deny", "refuse"}),
        ("Mara Ellingsen called the port a “platform” for talks.", {"ask", "reject", "deny", "praise"}),
        ("Survivors said no shots were fired.", {"ask", "reject", "deny"}),
        ("“Vestby is a bully and a fraud,” Mara Ellingsen said.", {"ask", "reject", "deny", "praise"}),
    ],
)
def test_the_form_of_what_is_said_bars_acts(annotator: Annotator, text: str, barred: set[Act]) -> None:
    doc = annotator.annotate(Article(id="a", text=text))
    quotes = Quotes(text, ())
    mentions = Mentions(doc, quotes)
    (one,) = link(doc, mentions)
    clauses = Clauses(one, mentions, quotes)
    told = list(predicates(one.contents))
    assert barred_of(clauses, told[0], told) == barred


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("“The Norwegian Coast Guard boarded the boats,” said Ida Moen, a navy spokeswoman.", ["say"]),
        ("“The boats left the bay,” said Ida Moen, a navy spokeswoman.", []),
    ],
)
def test_whom_one_may_speak_for_one_does_not_blame_whatever_the_network_holds(
    annotator: Annotator, text: str, instead: list[str]
) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    doc = annotator.annotate(article)
    doc.user_data[SAYINGS] = SeenInTurn({"The": {"accuse": 0.8, "say": 0.1}}, doc)
    found = extract(doc, article)
    assert [one.act for one in found.statements] == ["accuse"]
    assert [one.statement.act for one in found.alternatives] == instead
