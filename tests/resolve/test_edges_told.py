"""From whom to whom statements of the news lead, read by the whole line. All people are invented."""

from __future__ import annotations

from kg.line import Line
from kg.model import Article, Statement


def said(line: Line, words: str, text: str) -> Statement:
    """The longest statement that has these words in it: the outermost."""
    told = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    return max((one for one in told if words in one.text), key=lambda one: len(one.text))


def targets(one: Statement) -> set[str | None]:
    return {item.mention.actor for item in one.about if item.role == "target"}


def test_what_somebody_backs_next_has_nothing_of_whom_he_backed(line: Line) -> None:
    text = "Mara Ellingsen endorsed Tor Vestby for mayor. She also supports a lower tax on fish."
    assert targets(said(line, "Vestby", text)) == {"person/tor-vestby"}
    assert targets(said(line, "tax", text)) == set()
    text = "Mara Ellingsen criticised Tor Vestby. “We should be proud of this town,” she said."
    assert targets(said(line, "proud", text)) == set()


def test_whom_somebody_praised_he_does_not_criticise_by_what_he_believes_of_others(line: Line) -> None:
    text = "Mara Ellingsen praised Tor Vestby. “Sadly, I believe that this council forgets its fishermen,” she added."
    assert "person/tor-vestby" not in targets(said(line, "Sadly", text))


def test_who_takes_an_opportunity_to_thank_does_thank(line: Line) -> None:
    for words in ("want to use this opportunity", "would like to take this occasion"):
        one = said(line, "Vestby", f"“I {words} to thank Tor Vestby for his help,” Mara Ellingsen said.")
        assert (one.act, targets(one)) == ("praise", {"person/tor-vestby"})


def test_the_state_that_a_deal_is_with_did_not_make_it(line: Line) -> None:
    assert targets(said(line, "deal", "Mara Ellingsen blasted the Iran deal.")) == set()
    assert targets(said(line, "policy", "Mara Ellingsen criticised the US policy.")) == {"country/USA"}


def test_nobody_criticises_or_rejects_what_is_his(line: Line) -> None:
    text = "Tor Vestby spoke in Oslo on Monday. Luc Barbier and other ministers criticised his plan as weak."
    assert targets(said(line, "plan", text)) == {"person/tor-vestby"}
    text = "Tor Vestby spoke in Oslo on Monday. Luc Barbier rejected his offer."
    assert targets(said(line, "offer", text)) == {"person/tor-vestby"}


def test_what_a_report_is_called_is_aimed_at_who_made_it_though_a_day_stands_between(line: Line) -> None:
    text = "The Bergen Courier reported that Mara Ellingsen had sold boats. Ellingsen called that report Friday a lie."
    assert targets(said(line, "that report", text)) == {"organization/bergen-courier"}


def test_who_agrees_aims_at_nobody(line: Line) -> None:
    one = said(line, "envoy", "Mara Ellingsen agreed with the call of the envoy on Chad to stop the fighting.")
    assert targets(one) == set()
