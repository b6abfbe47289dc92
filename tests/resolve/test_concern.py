"""Whom a statement is about is told by who is who: the speaker's own state, "both sides", who nobody knows."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Statement


def read(line: Line, text: str) -> list[Statement]:
    return list(line.extraction(Article(id="a", text=text, published="2024-05-09", language="en")).statements)


def about(statement: Statement) -> set[tuple[str | None, str]]:
    return {(one.mention.actor, one.role) for one in statement.about}


def test_what_a_state_will_do_is_promised_by_its_minister_only(line: Line) -> None:
    kept = (
        "Danish Transport Minister Mara Ellingsen spoke on Monday. Copenhagen will pay for the bridge, Ellingsen said."
    )
    other = "Norwegian Transport Minister Jon Dahlby spoke on Monday. Copenhagen will pay for the bridge, Dahlby said."
    promised, told = (read(line, text)[-1].act for text in (kept, other))
    assert promised == "promise"
    assert told in ("claim", "announce")


def test_both_sides_are_the_two_states_at_issue(line: Line) -> None:
    text = (
        "Norway and Denmark quarrel over a bridge. Norway wants a toll, and Denmark wants none. "
        "The European Union urged both sides to show restraint."
    )
    assert about(read(line, text)[-1]) == {("country/NOR", "target"), ("country/DNK", "target")}


def test_the_speaker_is_a_topic_where_the_content_speaks_of_him(line: Line) -> None:
    (said,) = read(line, "Mara Ellingsen said that she had lost eleven boats in Denmark.")
    assert ("person/mara-ellingsen", "topic") in about(said)
    (told,) = read(line, "“I have lost eleven boats,” Mara Ellingsen said.")
    assert not about(told)


def test_who_urges_both_neighbours_is_none_of_them(line: Line) -> None:
    text = "Norway and Denmark quarrel with Sweden. Norway urged both neighbours to show restraint."
    assert about(read(line, text)[-1]) == {("country/DNK", "target"), ("country/SWE", "target")}


def test_both_capitals_are_the_states_of_which_the_text_speaks_and_not_two_named_in_passing(line: Line) -> None:
    text = (
        "Norway wants a toll on the bridge, and Denmark wants none. Norway has built it, and Denmark has paid for it. "
        "Norway is angry, and Denmark is silent.\n\nMara Ellingsen comes from Sudan. She works in Djibouti. "
        "She urged both capitals to show restraint."
    )
    assert about(read(line, text)[-1]) == {("country/NOR", "target"), ("country/DNK", "target")}


def test_the_two_ministers_are_the_only_two_who_were_named_however_long_ago(line: Line) -> None:
    text = (
        "Norwegian Transport Minister Jon Dahlby spoke on Monday. Danish Transport Minister Mara Ellingsen listened. "
        "The bridge is old. It needs paint. It is long. The European Union urged the two ministers to show restraint."
    )
    assert about(read(line, text)[-1]) == {("person/jon-dahlby", "target"), ("person/mara-ellingsen", "target")}


def test_the_government_is_not_that_of_a_colleague_who_is_named_by_his_state(line: Line) -> None:
    text = (
        "Norway wants a toll. Norway is patient, and Norway waits. Jon Dahlby met his Spanish colleague. "
        "The fishermen's association Mar Livre accused the government of selling out small boats."
    )
    assert ("country/ESP", "target") not in about(read(line, text)[-1])


def test_the_parties_are_the_only_two_states_that_were_named(line: Line) -> None:
    text = "Norway and Denmark met on Monday. Mara Ellingsen commended the parties for their patience."
    assert about(read(line, text)[-1]) == {("country/NOR", "target"), ("country/DNK", "target")}
    domestic = "Norway met Denmark. Mara Ellingsen commended the opposition parties for their patience."
    assert ("country/NOR", "target") not in about(read(line, domestic)[-1])


def test_in_a_question_you_is_who_answers(line: Line) -> None:
    text = (
        "QUESTION: The council accuses you of begging. Is it right?\n\nMARA ELLINGSEN: Let them.\n\n"
        "QUESTION: Are you tired?\n\nMARA ELLINGSEN: No."
    )
    (accused,) = [one for one in read(line, text) if one.act == "accuse"]
    assert about(accused) == {("person/mara-ellingsen", "target")}


def test_two_who_agree_are_each_others_addressees_and_many_are_nobodys(line: Line) -> None:
    both = read(line, "Norway and Denmark agreed to share the data of the river.")
    assert sorted((one.speaker.entity, [other.actor for other in one.addressees]) for one in both) == [
        ("country/DNK", ["country/NOR"]),
        ("country/NOR", ["country/DNK"]),
    ]
    many = read(line, "Norway, Denmark and Sweden agreed to share the data of the river.")
    assert len(many) == 3
    assert not any(one.addressees for one in many)


def test_two_who_trade_accusations_make_them_to_each_other(line: Line) -> None:
    both = read(line, "Norway and Denmark traded accusations over the ferry.")
    assert sorted([other.actor for other in one.addressees] for one in both) == [["country/DNK"], ["country/NOR"]]


def test_two_who_say_that_they_can_agree_say_it_to_others(line: Line) -> None:
    both = read(line, "Norway and Denmark have said they can live with the draft.")
    assert not any(one.addressees for one in both)


ADDRESSED = {
    "an answer": (
        "Mara Ellingsen said that it was late. Jon Dahlby replied that it was not.",
        ["person/mara-ellingsen"],
    ),
    "asked before it": ("Asked whether it was late, Mara Ellingsen said nothing.", ["person/mara-ellingsen"]),
    "told in the passive": ("“Denmark was told that the ship was late,” Mara Ellingsen said.", ["country/DNK"]),
    "a state is thanked": ("Mara Ellingsen thanked Denmark for its help.", []),
    "a person is thanked": ("Mara Ellingsen thanked Jon Dahlby for his help.", ["person/jon-dahlby"]),
    "appealed to": ("Mara Ellingsen appealed to Denmark to pay.", ["country/DNK"]),
    "at one's request": (
        "The UN Security Council will meet at Denmark's request.",
        ["organization/un-security-council"],
    ),
    "we are told": ("“We were told it was a power failure,” said the farmer Jon Dahlby.", ["person/jon-dahlby"]),
    "parliament": ("Norwegian Foreign Minister Mara Ellingsen told parliament it was late.", ["organization/storting"]),
    "urged": ("Mara Ellingsen urged Denmark to pay.", []),
    "the press": ("Mara Ellingsen told reporters that the ship was late.", []),
    "anybody": ("Mara Ellingsen told investors that the ship was late.", []),
}


@pytest.mark.parametrize(("text", "wanted"), ADDRESSED.values(), ids=ADDRESSED)
def test_to_whom_it_is_said(line: Line, text: str, wanted: list[str]) -> None:
    told = [[other.actor for other in one.addressees] for one in read(line, text)]
    assert wanted in told
    assert all(each in ([], wanted) for each in told)


AIMED = {
    "thanks": ("Jon Dahlby met the mayor, Per Moen. Dahlby thanked him for his help.", {("person/per-moen", "target")}),
    "distrust": (
        "Mara Ellingsen said that she no longer trusted Denmark.",
        {("country/DNK", "target"), ("person/mara-ellingsen", "topic")},
    ),
    "a request": ("Mara Ellingsen asked Denmark to pay.", {("country/DNK", "target")}),
    "a question": ("Mara Ellingsen asked Denmark whether it would pay.", {("country/DNK", "topic")}),
    "what was said": ("Denmark proposed a toll. Norway denied it.", {("country/DNK", "topic")}),
}


@pytest.mark.parametrize(("text", "wanted"), AIMED.values(), ids=AIMED)
def test_at_whom_it_is_aimed_is_somebody_else(line: Line, text: str, wanted: set[tuple[str | None, str]]) -> None:
    assert about(read(line, text)[-1]) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (  # each of two is whom the other blames
            "Norway and Denmark blamed each other on Monday for the collapse of the bridge talks.",
            [{"country/NOR"}, {"country/DNK"}],
        ),
        (  # whatever the tree makes of "each other"
            "Ethiopia and Eritrea accused each other of preparing for war.",
            [{"country/ERI"}, {"country/ETH"}],
        ),
        ("Oslo and Copenhagen traded accusations on Tuesday over the trawler.", [{"country/NOR"}, {"country/DNK"}]),
        ("The spokesman rejected claims by Moscow that Norwegian drones had hit the plant.", [{"country/RUS"}]),
        (  # what the speaker's own state does in words is aimed at whom it does it to
            (
                "Norwegian Foreign Minister Mara Ellingsen spoke on Monday. "
                "Ellingsen said Norway condemns Denmark for closing the strait."
            ),
            [{"country/DNK"}, {"country/DNK"}],
        ),
        (  # a threat is aimed at whom it would hit
            "Danish Minister Mara Ellingsen said Denmark would impose tariffs on Norway if the ferry was not released.",
            [{"country/NOR"}],
        ),
        (
            "Danish Minister Mara Ellingsen said Denmark would expel Norway's ambassador if boats were still there.",
            [{"country/NOR"}],
        ),
        (  # the release of somebody is demanded from others
            "Denmark arrested the skipper Jon Dahlby in May. Norway demanded the release of Dahlby.",
            [set()],
        ),
        (
            "Norway called on Denmark to open the strait and on Sweden to lower its tolls.",
            [{"country/DNK", "country/SWE"}],
        ),
    ],
)
def test_at_whom_an_act_is_aimed_is_told_by_the_construction(
    line: Line, text: str, wanted: list[set[str | None]]
) -> None:
    aimed = [{actor for actor, role in about(one) if role == "target"} for one in read(line, text)]
    assert sorted(map(sorted, aimed)) == sorted(map(sorted, wanted))


def test_the_minister_of_one_of_three_states_urges_the_two_others(line: Line) -> None:
    text = (
        "Norway and Denmark quarrel with Sweden. Mara Ellingsen, the foreign minister of Norway, arrived on Monday. "
        "She urged both sides to show restraint."
    )
    assert about(read(line, text)[-1]) == {("country/DNK", "target"), ("country/SWE", "target")}


def test_the_government_that_a_lawmaker_accuses_is_his_own(line: Line) -> None:
    text = (
        "Norway and Denmark quarrel over a bridge. Denmark has paid for it. "
        "{} Jon Dahlby accused the government of wasting money."
    )
    (lawmaker, minister) = (
        read(line, text.format(who))[-1] for who in ("Norwegian lawmaker", "Norwegian Foreign Minister")
    )
    assert about(lawmaker) == {("country/NOR", "target")}
    assert ("country/NOR", "target") not in about(minister)


@pytest.mark.parametrize(
    "text",
    [
        "Norway urged the farmers to help.",
        "Norway called on its farmers to wait.",
        "Norway thanked the villagers.",
        "Norway blamed foreign companies for the fire.",
        "Norway said that the farmers should pay for it.",
    ],
)
def test_several_to_whom_the_cue_does_it_are_its_target(line: Line, text: str) -> None:
    assert {role for _, role in about(read(line, text)[0])} == {"target"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway thanked both hosts.",
        "Norway urged farmers to help.",
        "Norway said soldiers had been sent to punish people.",
        "Norway invited a report on the farmers.",
    ],
)
def test_people_of_whom_only_something_is_said_are_no_target(line: Line, text: str) -> None:
    assert not {role for one in read(line, text) for _, role in about(one)} & {"target"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Hezbollah militants shelled the town of Lund on Monday. Norway accused the militants of looting.",
            "organization/hezbollah",
        ),
        ("Nordvik Lines closed its route on Monday. Norway urged the company to wait.", "organization/nordvik-lines"),
        ("Norway accused Denmark's coast guard of ramming a trawler.", "organization/denmark-coast-guard"),
    ],
)
def test_a_body_that_is_described_is_the_one_it_can_be(line: Line, text: str, wanted: str) -> None:
    assert (wanted, "target") in about(read(line, text)[-1])


def test_the_finance_ministry_is_of_the_one_state_at_issue(line: Line) -> None:
    (said,) = read(line, "Denmark raised its tolls in May. The finance ministry said on Monday that they were fair.")
    assert said.speaker.entity == "organization/denmark-finance-ministry"


def test_a_state_to_which_something_is_done_is_spoken_of_and_a_town_that_is_visited_is_not(line: Line) -> None:
    text = "Jon Dahlby said that he had asked Denmark to wait and that he would visit Bergen on Friday."
    assert about(read(line, text)[0]) >= {("country/DNK", "topic")}
    assert not any((actor or "").startswith("place/") for actor, _ in about(read(line, text)[0]))


def test_who_praises_the_vote_aims_at_those_who_voted(line: Line) -> None:
    text = (
        "Denmark voted against the toll on Monday. The weather was bad, and few boats were out.\n\n"
        "Jon Dahlby, a fisherman, praised the vote."
    )
    assert ("country/DNK", "target") in about(read(line, text)[-1])


def test_whoever_is_aimed_at_stands_in_the_clause_that_does_it(line: Line) -> None:
    text = "“Norway has many boats,” said Mara Ellingsen, a fisherwoman. “Denmark must open the harbour.”"
    assert about(read(line, text)[0]) == {("country/NOR", "topic"), ("country/DNK", "target")}


def test_who_speaks_for_a_state_does_not_aim_at_it(line: Line) -> None:
    text = "Danish Transport Minister Mara Ellingsen said that Denmark was an honest and reliable partner."
    assert ("country/DNK", "target") not in about(read(line, text)[0])


def test_who_speaks_for_a_body_of_a_state_aims_at_neither(line: Line) -> None:
    text = (
        "Norway's foreign ministry rejected the accusation. Its spokeswoman, Mara Ellingsen, called it “regrettable "
        "that a neighbour speaks to the press before it speaks to us”, and said Norway had invited Danish experts."
    )
    own = {("country/NOR", "target"), ("organization/norway-foreign-ministry", "target")}
    assert not own & {one for said in read(line, text)[1:] for one in about(said)}


def test_the_two_are_the_people_who_met_though_neither_side_is_their_states(line: Line) -> None:
    text = (
        "Norway and Denmark traded accusations. Denmark said that Norway was late.\n\n"
        "Mara Ellingsen met Jon Dahlby in the afternoon. Neither side told what was discussed. "
        "The two agreed to sign on Friday, an official said."
    )
    assert {one.speaker.entity for one in read(line, text) if one.act == "agree"} == {
        "person/mara-ellingsen",
        "person/jon-dahlby",
    }


def test_a_stance_that_is_reported_in_the_past_is_taken(line: Line) -> None:
    said = read(line, "Mara Ellingsen said that she welcomed the Norwegian offer.")[0]
    assert said.act == "praise"
    assert ("country/NOR", "target") in about(said)


def test_he_in_what_somebody_is_quoted_as_telling_of_another_may_be_the_other(line: Line) -> None:
    text = "Tor Vestby left. “He promised me that he would not stop until the bridge was open,” Mara Ellingsen said."
    (promised,) = [one for one in read(line, text) if one.cue.lemma == "promise"]
    assert promised.speaker.entity == "person/tor-vestby"
    assert about(promised) == {("person/tor-vestby", "topic")}


def test_an_ambassador_is_not_the_envoy_to_the_united_nations(line: Line) -> None:
    (criticised,) = read(line, "Finland criticised the Russian ambassador.")
    assert about(criticised) == {("country/RUS", "target")}


def test_she_is_not_a_man_by_his_given_name(line: Line) -> None:
    text = "Dexter Vestby, a minister with the Church of the Fjord, told reporters that she was a regular."
    (told,) = read(line, f"Monique Dahlby was travelling to Oslo.\n\n{text}")
    assert about(told) == {("person/monique-dahlby", "topic")}


@pytest.mark.parametrize("words", ["both sides", "the parties", "both delegations"])
def test_an_armed_group_is_one_of_the_two_sides_of_a_war(line: Line, words: str) -> None:
    text = (
        "Israel and Hamas accused each other on Monday. Hamas wants a truce, and Israel wants none. "
        f"Norway urged {words} to show restraint."
    )
    assert about(read(line, text)[-1]) == {("country/ISR", "target"), ("organization/hamas", "target")}


def test_his_government_is_that_of_the_minister_but_an_ambassadors_is_not_his_hosts(line: Line) -> None:
    text = "{}, Jon Dahlby, spoke on Monday. Dahlby said his government had never closed the roads."
    assert about(read(line, text.format("Norway's foreign minister"))[-1]) == {("country/NOR", "topic")}
    sent = about(read(line, text.format("Norway's ambassador to Denmark"))[-1])
    assert ("country/DNK", "topic") not in sent


def test_the_government_of_whoever_has_no_known_state_is_that_which_the_article_is_of(line: Line) -> None:
    text = (
        "Norway and Denmark quarrel. Norway blames Denmark. Norway is angry. Towns like Bergen and Stavanger wait.\n\n"
        "Hundreds stood in the rain.\n\nJon Dahlby leads them.\n\nDahlby thanked the {}."
    )
    government, army = (read(line, text.format(body))[-1] for body in ("government", "army"))
    assert about(government) == {("country/NOR", "target")}
    assert ("organization/norway-army", "target") not in about(army)


PEERS = (
    "The Norwegian and Danish foreign ministers met in Oslo on Tuesday to talk about herring, the Norwegian Foreign "
    "Ministry said.\n\n"
    "Norwegian Foreign Minister Tor Brask and his counterpart Mette Lundby spoke for an hour.\n\n"
    "“The two ministers stressed the need for a treaty,” a spokesman said."
)


def test_the_ministers_of_two_states_are_those_who_are_named_later(line: Line) -> None:
    first, *_, last = read(line, PEERS)
    ministers = {("person/tor-brask", "topic"), ("person/mette-lundby", "topic")}
    assert about(first) == ministers
    assert about(last) == ministers


@pytest.mark.parametrize("who", ["The Danish and Norwegian governments", "The Danish and Norwegian prime ministers"])
def test_two_states_before_a_noun_both_have_what_it_says(line: Line, who: str) -> None:
    said = read(line, f"{who} condemned the raid on Iceland.")
    assert {one.speaker.entity for one in said} == {"country/DNK", "country/NOR"}


def test_a_people_named_with_its_government_tells_whose_that_is(line: Line) -> None:
    said = read(line, "Denmark conveyed its condolences to the government and the people of Iceland on Monday.")[0]
    assert about(said) == {("country/ISL", "target")}
    assert [one.actor for one in said.addressees] == ["country/ISL"]


def test_the_state_of_a_body_that_is_spoken_of_is_none_of_the_topics(line: Line) -> None:
    said = read(line, "Mara Ellingsen said the Danish army was on alert near Tonder.")[0]
    assert about(said) == {("organization/danish-armed-forces", "topic")}


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Denmark agreed a ceasefire with Sweden on Monday.", ["country/SWE"]),
        ("Denmark agreed on a new fisheries pact with Sweden and Iceland.", ["country/SWE", "country/ISL"]),
        ("Denmark agreed on the need for patience with Sweden.", []),
        ("“He was let go,” said Jon Dahlby, a lawyer of the skipper, who spoke to Reuters.", ["organization/reuters"]),
        ("“He was let go,” said Jon Dahlby, a lawyer who spoke for the skipper.", []),
        ("Denmark offered its condolences to Iceland after the storm.", ["country/ISL"]),
    ],
)
def test_who_stands_behind_what_is_agreed_or_given_is_told(line: Line, text: str, to: list[str]) -> None:
    assert [one.actor for one in read(line, text)[0].addressees] == to
