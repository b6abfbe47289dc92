"""Who is meant by words for a deed, and whose own side is not aimed at, by the whole line. All people are invented."""

from __future__ import annotations

from kg.line import Line
from kg.model import Article, Statement


def said(line: Line, words: str, text: str) -> Statement:
    """The longest statement that has these words in it: the outermost."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    return max((one for one in found if words in one.text), key=lambda one: len(one.text))


def targets(one: Statement) -> set[str | None]:
    return {item.mention.actor for item in one.about if item.role == "target"}


def test_a_noun_behind_a_comma_sums_up_what_was_just_told(line: Line) -> None:
    text = "Poland closed the border on Sunday, a step that Belarus called illegal."
    assert targets(said(line, "illegal", text)) == {"country/POL"}
    text = "Norway approved a loan for Ghana, a decision the finance minister, Efua Baidoo, hailed as a turning point."
    assert targets(said(line, "a decision", text)) == {"country/NOR"}
    text = "Tor Vestby accused the Danes of theft, a charge Denmark rejected as absurd."
    assert targets(said(line, "absurd", text)) == {"person/tor-vestby"}


def test_who_stands_by_somebody_or_by_a_deed_is_told_by_support_in_words(line: Line) -> None:
    text = "Tor Vestby, Norway's president, reaffirmed his support for Moldova."
    assert targets(said(line, "Moldova", text)) == {"country/MDA"}
    text = "Mara Ellingsen confirmed Denmark's support for the Ukrainian people."
    assert targets(said(line, "people", text)) == {"country/UKR"}
    text = "Serbia tabled a plan on Tuesday. Hungary said on Friday that it supported the plan."
    assert targets(said(line, "it supported", text)) == {"country/SRB"}
    text = "Serbia tabled a plan on Tuesday. Hungary said on Friday that it supported the building of a dam."
    assert targets(said(line, "it supported", text)) == set()


def test_a_text_is_whose_it_is_by_any_word_before_it_and_of_who_drafted_it(line: Line) -> None:
    text = "Belarus vetoed a stronger Polish text on Monday."
    assert targets(said(line, "text", text)) == {"country/POL"}
    text = (
        "A resolution drafted by Kenya and Malta was adopted by the Security Council on Monday. "
        "Norway welcomed the resolution."
    )
    assert targets(said(line, "the resolution", text)) == {"country/KEN", "country/MLT"}


def test_the_announcement_and_what_two_agreed_to_set_up_are_theirs_whoever_spoke_since(line: Line) -> None:
    text = (
        "Kenya and Uganda agreed on Monday to set up a hotline for herders. Tor Vestby, a farmer, said it was late. "
        "Norway welcomed the hotline."
    )
    assert targets(said(line, "the hotline", text)) == {"country/KEN", "country/UGA"}
    text = (
        "Kenya announced on Monday that it would open the dam. Uganda said nothing. Tor Vestby said rain was late. "
        "Norway welcomed the announcement."
    )
    assert targets(said(line, "the announcement", text)) == {"country/KEN"}


def test_the_document_is_the_report_of_whoever_made_it(line: Line) -> None:
    text = (
        "Kenya criticised a report by Amnesty International that accused its police. "
        "Interior Minister Wanjala Otieno denounced the document as unfair."
    )
    assert targets(said(line, "the document", text)) == {"organization/amnesty-international"}


def test_the_deal_is_of_those_who_agreed(line: Line) -> None:
    text = "Serbia and Kosovo agreed on Wednesday to open the bridge. Germany welcomed the deal."
    assert targets(said(line, "the deal", text)) == {"country/SRB", "country/XKX"}


def test_one_who_agrees_makes_no_deal(line: Line) -> None:
    text = "Tor Vestby agreed to read the letter. Germany welcomed the deal."
    assert targets(said(line, "the deal", text)) == set()


def test_the_request_is_of_whoever_asked(line: Line) -> None:
    text = (
        "Guyana asked the International Court of Justice on Tuesday to stop the drilling. "
        "Venezuela boycotted the hearing. Its vice president, Marisela Rojas, called the request a provocation."
    )
    assert targets(said(line, "the request", text)) == {"country/GUY"}


def test_what_something_is_condemned_as_has_done_nothing(line: Line) -> None:
    text = (
        "North Korea fired two missiles on Thursday. "
        "Kaito Mori condemned the launches as a clear violation of U.N. resolutions."
    )
    assert targets(said(line, "the launches", text)) == {"country/PRK"}


def test_the_arrest_is_not_of_who_protests_against_it(line: Line) -> None:
    text = (
        "Japan lodged a protest with China on Thursday over the arrest of a trader. "
        "Mori Seiji, a lawyer, described the arrest as regrettable."
    )
    assert "country/JPN" not in targets(said(line, "the arrest", text))


def test_who_is_voted_out_is_not_backed(line: Line) -> None:
    text = "Peru's Congress voted on Thursday to remove President Amaru Valdelomar."
    assert targets(said(line, "to remove", text)) == set()


def test_whom_somebody_stood_by_he_does_not_condemn_in_the_same_breath(line: Line) -> None:
    text = "Mara Ellingsen praised Guyana. She condemned the seizure of a boat last week."
    assert targets(said(line, "the seizure", text)) == set()


def test_whoever_heads_a_body_does_not_blame_it(line: Line) -> None:
    text = "Shares in Kuroiso Metals fell. Its president, Terasaka Umeroku, said the company had not been consulted."
    assert "organization/kuroiso-metals" not in targets(said(line, "the company", text))


def test_what_his_own_army_would_do_a_minister_threatens_others_with(line: Line) -> None:
    text = "Israel's defense minister, Gadi Rosenfarb, said the Israeli army would strike if Hamas attacked."
    assert "organization/israel-defense-forces" not in targets(said(line, "would strike", text))


def test_who_is_threatened_with_a_suit_is_whom_it_hits(line: Line) -> None:
    text = "The Labour Congress threatened to sue Nigeria if it took effect."
    assert targets(said(line, "to sue", text)) == {"country/NGA"}


def test_who_is_asked_about_something_is_asked_for_nothing(line: Line) -> None:
    text = "Reporters asked Mara Ellingsen about the letter."
    one = said(line, "the letter", text)
    assert (one.act, targets(one)) == ("ask", set())


def test_both_allies_are_the_two_states_that_were_spoken_of(line: Line) -> None:
    text = "Turkey and Greece quarrelled on Tuesday. Lars Brandt of NATO urged both allies to show restraint."
    assert targets(said(line, "restraint", text)) == {"country/TUR", "country/GRC"}


def test_who_urges_some_is_not_after_whom_he_blamed_before(line: Line) -> None:
    text = (
        "Uganda's health minister, Apollo Nsubuga, complained that the World Health Organization had leaked the data. "
        "He urged donors to judge the country by its results."
    )
    assert "organization/world-health-organization" not in targets(said(line, "donors", text))


def test_who_insulted_somebody_is_accused_of_it(line: Line) -> None:
    text = "Joram Ndege accused Norway of meddling. He said Halima Kiwanga had insulted the president."
    assert targets(said(line, "had insulted", text)) == {"person/halima-kiwanga"}


def test_the_offer_is_of_whoever_made_one_and_not_of_who_spoke_since(line: Line) -> None:
    text = (
        "Norway proposed on Monday to send a ship to the port of Aden. The envoy, Mara Ellingsen, warned of delays. "
        "Yemen rejected the offer."
    )
    assert targets(said(line, "the offer", text)) == {"country/NOR"}


def test_to_whom_something_is_a_threat_is_not_to_blame(line: Line) -> None:
    text = "Mara Ellingsen said that the sale of tools to Russia was an insult to the people of Norway."
    assert "country/NOR" not in targets(said(line, "the sale", text))


def test_the_senate_is_that_of_the_state_which_the_lead_tells_of(line: Line) -> None:
    text = (
        "Canberra came under fire on Tuesday after Treasury admitted that the deficit would double. "
        "Brodie Castlemaine told the House that the Senate had failed."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert not {one.id for one in found.entities} & {
        "organization/us-department-of-the-treasury",
        "organization/us-house-of-representatives",
        "organization/us-senate",
    }


def test_the_commission_of_a_text_about_the_union_is_its_own(line: Line) -> None:
    text = "The Commission proposed new limits on Wednesday. Norway's mission to the EU said they were too strict."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert "organization/european-commission" in {one.id for one in found.entities}
    text = "The Commission met. The EU asked the African Union Commission to wait, Mara Ellingsen said."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert "organization/european-commission" not in {one.id for one in found.entities}


def test_whoever_was_blamed_is_whom_a_later_demand_of_the_same_turn_is_for(line: Line) -> None:
    text = (
        "Yohana Bonggarei accused Indonesia of handing the mines to a few. "
        "She said prices would collapse and demanded compensation for the families."
    )
    assert targets(said(line, "compensation", text)) == {"country/IDN"}


def test_whom_somebody_urged_is_whom_he_warns_next(line: Line) -> None:
    text = 'The envoy, Mara Ellingsen, urged Argentina to keep its contracts and warned of "unnecessary losses".'
    assert targets(said(line, "losses", text)) == {"country/ARG"}


def test_whom_somebody_thanked_in_his_turn_he_does_not_blame_later(line: Line) -> None:
    text = (
        "Yohana Bonggarei thanked Indonesia. She said prices would collapse. "
        "She condemned the seizure of a boat last week."
    )
    assert targets(said(line, "the seizure", text)) == set()


def test_who_could_turn_a_threat_away_is_whom_it_is_aimed_at_whatever_the_tree_hangs_him_on(line: Line) -> None:
    text = (
        "Rwanda has threatened to pull its peacekeepers out of Mozambique unless the European Union renews funding "
        "that ran out in April."
    )
    assert targets(said(line, "to pull", text)) == {"organization/european-union"}


def test_a_demand_of_something_goes_on_at_whoever_was_accused(line: Line) -> None:
    text = "Gurcharan Bains rejected India's offer of talks. He demanded that the price law be withdrawn."
    assert targets(said(line, "price law", text)) == {"country/IND"}


def test_the_criticism_is_of_who_said_what_should_be_done(line: Line) -> None:
    text = (
        "A party in Norway said the tribunal was a sham. Sultana Kabir said the government should stop the arrests. "
        "Tor Vestby rejected that criticism."
    )
    assert targets(said(line, "that criticism", text)) == {"person/sultana-kabir"}


def test_the_report_is_not_of_a_state_that_only_spoke_of_it(line: Line) -> None:
    text = "The United States urged Israel on Monday to open the crossing. Norway welcomed the report."
    assert targets(said(line, "the report", text)) == set()


def test_the_verdict_is_of_the_court_that_fined_somebody(line: Line) -> None:
    text = "A French court fined a general on Monday. Algeria called the verdict an insult."
    assert targets(said(line, "the verdict", text)) == {"organization/france-court"}


def test_what_a_charge_is_dismissed_as_does_not_hide_whose_it_was(line: Line) -> None:
    text = (
        "Ruprecht Weidenfeller accused China on Monday of flooding the market and demanded tariffs. "
        "China's ambassador, Hu Zhenwei, dismissed the accusation as protectionism."
    )
    assert targets(said(line, "the accusation", text)) == {"person/ruprecht-weidenfeller"}


def test_a_move_is_of_the_rulers_who_made_it_and_not_of_who_urged_others(line: Line) -> None:
    text = (
        "Chad's military rulers on Monday expelled the United Nations coordinator, Sabine Keller.\n\n"
        "The UN's spokesman, Thomas Otieno, urged the authorities to reverse it.\n\nFrance condemned the move."
    )
    assert targets(said(line, "the move", text)) == {"country/TCD"}
