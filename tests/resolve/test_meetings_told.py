"""Meetings as sentences of the news tell them, read by the whole line: who, where, when, whether. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting

DAHL_AND_MOEN = (
    "Norway's foreign minister, Tuva Dahl, and her Danish counterpart, Kasper Moen, traded charges all week. "
)


def told(line: Line, text: str) -> list[tuple[Meeting, str]]:
    """The meetings of an article published on Thursday, 9 May 2024, each with the words for where it is."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).meetings
    return [(one, text[slice(*one.place.span)] if one.place else "") for one in found]


def people(meeting: Meeting) -> set[str]:
    return {one.mention.actor or "" for one in meeting.participants}


@pytest.mark.parametrize(
    ("sentence", "who", "format_", "status", "place", "time"),
    [
        (
            "Prime Minister Tuva Dahl spoke on Tuesday with the leaders of Ghana and Togo, her office said.",
            {"person/tuva-dahl", "country/GHA", "country/TGO"},
            "talks",
            "held",
            "",
            "2024-05-07",
        ),
        (
            "Tuva Dahl warned the Danish minister, Kasper Moen, in a phone call on Monday that the talks were over.",
            {"person/tuva-dahl", "person/kasper-moen"},
            "call",
            "held",
            "",
            "2024-05-06",
        ),
        (
            "Kasper Moen, whom Tuva Dahl met in Oslo on Monday, denied the report.",
            {"person/tuva-dahl", "person/kasper-moen"},
            "meeting",
            "held",
            "Oslo",
            "2024-05-06",
        ),
        (
            "Tuva Dahl congratulated Kasper Moen in a telephone call on Monday.",
            {"person/tuva-dahl", "person/kasper-moen"},
            "call",
            "held",
            "",
            "2024-05-06",
        ),
        (
            "The Nordic Council opened a summit in the Finnish capital on Wednesday.",
            {"organization/nordic-council"},
            "summit",
            "held",
            "the Finnish capital",
            "2024-05-08",
        ),
        (
            "Tuva Dahl has cancelled a trip to Rome next week.",
            {"person/tuva-dahl", "country/ITA"},
            "visit",
            "called_off",
            "Rome",
            "2024-W20",
        ),
        (
            "At the last round of talks, in Riga in August, Norway and Latvia agreed to set up a hotline.",
            {"country/NOR", "country/LVA"},
            "talks",
            "held",
            "Riga",
            "2023-08",
        ),
        (
            "The next summit of the Nordic Council is to be held in Oslo in March.",
            {"organization/nordic-council"},
            "summit",
            "planned",
            "Oslo",
            "2025-03",
        ),
        (
            "Norway's finance ministry would discuss the loan with the Latvian embassy on Friday.",
            {"organization/norway-finance-ministry", "organization/latvia-embassy"},
            "talks",
            "planned",
            "",
            "2024-05-10",
        ),
        (
            "Tuva Dahl spoke with her Latvian counterpart.",
            {"person/tuva-dahl", "country/LVA"},
            "talks",
            "held",
            "",
            None,
        ),
        (
            "Norway summoned the Russian charge d'affaires.",
            {"country/NOR", "country/RUS"},
            "meeting",
            "held",
            "",
            None,
        ),
        (
            "Norway expected to send a delegation to Jakarta in August.",
            {"country/NOR", "country/IDN"},
            "visit",
            "planned",
            "Jakarta",
            "2024-08",
        ),
        (
            "Kasper Moen visited a cement plant in Lille on Tuesday.",
            {"person/kasper-moen", "country/FRA"},
            "visit",
            "held",
            "Lille",
            "2024-05-07",
        ),
        (
            "Denmark would set its own limits if talks due to resume in Paris on 12 June brought no result.",
            set(),
            "talks",
            "planned",
            "Paris",
            "2024-06-12",
        ),
        (
            "Tuva Dahl offered to hold a second meeting in Bergen in March.",
            {"person/tuva-dahl"},
            "meeting",
            "unknown",
            "Bergen",
            "2025-03",
        ),
        (
            "Norway and Denmark announced in January a round of talks in the Chinese city of Chengdu.",
            set(),
            "talks",
            "held",
            "Chengdu",
            None,
        ),
        (
            "Tuva Dahl told a forum in Miami on Tuesday that the port would stay open.",
            {"person/tuva-dahl"},
            "conference",
            "held",
            "Miami",
            "2024-05-07",
        ),
        (
            "The foreign ministers of Norway and Denmark were to have met in Bergen on Friday.",
            {"country/NOR", "country/DNK"},
            "meeting",
            "planned",
            "Bergen",
            "2024-05-10",
        ),
        (
            "Tuva Dahl is due to meet Kasper Moen in Oslo on Monday.",
            {"person/tuva-dahl", "person/kasper-moen"},
            "meeting",
            "planned",
            "Oslo",
            "2024-05-13",
        ),
        (
            "Tuva Dahl is ready to meet Kasper Moen in Oslo next week.",
            {"person/tuva-dahl", "person/kasper-moen"},
            "meeting",
            "planned",
            "Oslo",
            "2024-W20",
        ),
        (
            "Negotiators from Ghana, Togo and Benin met in Lomé on Monday.",
            {"country/GHA", "country/TGO", "country/BEN"},
            "meeting",
            "held",
            "Lomé",
            "2024-05-06",
        ),
        (
            "Norwegian and Danish negotiators are to sit down in Geneva on Saturday.",
            {"country/NOR", "country/DNK"},
            "meeting",
            "planned",
            "Geneva",
            "2024-05-11",
        ),
        (
            "Ministers from Ghana, Togo and Benin failed to reach a deal at talks in Geneva on Tuesday.",
            {"country/GHA", "country/TGO", "country/BEN"},
            "talks",
            "held",
            "Geneva",
            "2024-05-07",
        ),
        (
            "A visit by Kasper Moen to Oslo, which was to begin on Monday, was dropped from the programme.",
            {"person/kasper-moen", "country/NOR"},
            "visit",
            "called_off",
            "Oslo",
            "2024-05-13",
        ),
        (
            "Tuva Dahl has asked to see Kasper Moen in Rome on Friday.",
            {"person/tuva-dahl", "person/kasper-moen"},
            "meeting",
            "unknown",
            "Rome",
            "2024-05-10",
        ),
    ],
)
def test_one_sentence_tells_of_one_meeting(
    line: Line, sentence: str, who: set[str], format_: str, status: str, place: str, time: str | None
) -> None:
    ((meeting, where),) = told(line, sentence)
    when = meeting.time.value if meeting.time else None
    assert (people(meeting), meeting.format, meeting.status, where, when) == (who, format_, status, place, time)


def test_what_would_be_under_a_condition_is_no_meeting(line: Line) -> None:
    assert not told(line, "Tuva Dahl said she would come if the government in Rome agreed to receive her.")


def test_whoever_is_visiting_has_met_another(line: Line) -> None:
    ((meeting, _),) = told(line, "Tuva Dahl met visiting Danish Foreign Minister Kasper Moen in Oslo on Monday.")
    assert (people(meeting), meeting.format) == ({"person/tuva-dahl", "person/kasper-moen"}, "meeting")


def test_the_day_something_is_called_off_is_not_its_day(line: Line) -> None:
    ((meeting, _),) = told(line, "A visit to Addis Ababa by Tuva Dahl was cancelled on Tuesday.")
    assert (meeting.status, meeting.time) == ("called_off", None)


def test_what_had_been_planned_for_a_month_was_to_be_in_the_nearer_one(line: Line) -> None:
    text = "A meeting between Tuva Dahl and Kasper Moen, which had been planned for April, was then cancelled."
    ((meeting, _),) = told(line, text)
    assert meeting.time is not None
    assert (meeting.status, meeting.time.value) == ("called_off", "2024-04")


def test_on_the_sidelines_of_a_meeting_there_is_another(line: Line) -> None:
    text = (
        "Kasper Moen is in Harare for a meeting of the region's police chiefs. Tuva Dahl is there too. "
        "The two are due to meet on the sidelines on Friday."
    )
    found = [people(one) for one, _ in told(line, text)]
    assert len(found) == 2
    assert {"person/tuva-dahl", "person/kasper-moen"} in found


def test_an_envoy_whom_nobody_names_is_the_state_that_sent_him(line: Line) -> None:
    ((meeting, _),) = told(line, "Finland summoned the Russian ambassador on Tuesday over the flights.")
    assert {(one.mention.actor, one.role) for one in meeting.participants} == {
        ("country/FIN", "host"),
        ("country/RUS", "party"),
    }


def test_the_capital_of_a_state_is_the_city(line: Line) -> None:
    ((meeting, _),) = told(line, "The Nordic Council opened a summit in the Finnish capital on Wednesday.")
    assert meeting.place is not None
    assert meeting.place.entity == "place/658225"


def test_what_talks_are_on_is_their_topic_and_no_place_of_theirs(line: Line) -> None:
    ((meeting, place),) = told(line, "Israel and Egypt held talks on extending a truce in Gaza.")
    assert (meeting.topic, place) == ("extending a truce in Gaza", "")


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        (
            "Norway and Denmark opened a third round of talks on a grain and fish corridor on Tuesday.",
            "a grain and fish",
        ),
        ("Tuva Dahl met the Danish minister, Kasper Moen, in Oslo on Monday to press for a truce.", "a truce"),
        ("The Nordic Council held a meeting in Oslo on the attack on Friday.", "the attack"),
        ("Tuva Dahl and Kasper Moen are to meet in Oslo over breakfast.", ""),
    ],
)
def test_what_a_meeting_is_about_is_told_behind_it(line: Line, sentence: str, topic: str) -> None:
    ((meeting, _),) = told(line, sentence)
    assert (meeting.topic or "").startswith(topic)
    assert topic or meeting.topic is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway accused the Danish consul, Kasper Moen, of meeting the rebel chief Omar Sarr in Oslo.",
        "The police of Norway met protesters with tear gas in Oslo on Monday.",
        "Norway and Denmark agreed to meet again.",
        "Tuva Dahl is willing to meet Kasper Moen.",
        "“We welcome it,” said Tuva Dahl on Tuesday in Oslo.",
    ],
)
def test_what_nobody_tells_as_a_meeting_is_none(line: Line, sentence: str) -> None:
    assert not told(line, sentence)


def test_the_next_round_is_of_those_who_had_talks(line: Line) -> None:
    text = "Ghana and Togo held talks on their border in Accra on Tuesday. The next round of talks is set for May 20."
    found = {one.time.value: people(one) for one, _ in told(line, text) if one.time}
    assert set(found) == {"2024-05-07", "2024-05-20"}
    assert all(each == {"country/GHA", "country/TGO"} for each in found.values())


def test_the_next_round_is_none_of_a_visit_that_was_told_between(line: Line) -> None:
    text = (
        "Ghana and Togo held talks on their border in Accra on Tuesday. Tuva Dahl promised to meet Kasper Moen on "
        "Friday. The next round is set for May 20."
    )
    found = {one.time.value: people(one) for one, _ in told(line, text) if one.time}
    assert found["2024-05-20"] == {"country/GHA", "country/TGO"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The Nordic Council meets on Monday behind closed doors to discuss the cod.", "2024-05-13"),
        ("The Nordic Council, which was to have met on Monday, has not told why.", "2024-05-13"),
    ],
)
def test_a_body_that_meets_on_a_day_has_met_though_nothing_tells_where(line: Line, sentence: str, day: str) -> None:
    ((meeting, place),) = told(line, sentence)
    assert (people(meeting), place, meeting.time and meeting.time.value) == ({"organization/nordic-council"}, "", day)


def test_an_earlier_meeting_is_none_that_was_told(line: Line) -> None:
    text = DAHL_AND_MOEN + "Dahl and Moen met on Tuesday in Oslo. An earlier meeting set for March was called off."
    found = {one.status: one.time.value for one, _ in told(line, text) if one.time}
    assert found == {"held": "2024-05-07", "called_off": "2024-03"}


def test_a_visit_is_of_who_was_told_to_travel_in_that_country(line: Line) -> None:
    text = (
        DAHL_AND_MOEN
        + "Moen arrived in Oslo on Tuesday. A visit to a plant in Bergen, planned for Friday, was cancelled."
    )
    found = {place: (one.status, roles(one)) for one, place in told(line, text)}
    assert found["Bergen"] == ("called_off", {"person/kasper-moen": "visitor", "country/NOR": "host"})


def test_who_is_called_a_visitor_is_received_by_the_other(line: Line) -> None:
    ((meeting, _),) = told(line, "Tuva Dahl met with visiting Minister of State Kasper Moen on Monday.")
    assert roles(meeting) == {"person/tuva-dahl": "host", "person/kasper-moen": "visitor"}


def test_who_invited_those_who_meet_is_host(line: Line) -> None:
    ((meeting, _),) = told(
        line, "Ministers of Ghana and Togo met in Geneva on Monday at the invitation of Switzerland."
    )
    assert roles(meeting) == {"country/GHA": "party", "country/TGO": "party", "country/CHE": "host"}


def roles(meeting: Meeting) -> dict[str, str]:
    return {one.mention.actor or "": one.role for one in meeting.participants}


@pytest.mark.parametrize(
    ("sentence", "host", "guest"),
    [
        (
            "Norwegian Foreign Minister Tuva Dahl met her Danish counterpart, Kasper Moen, in Oslo on Monday.",
            ("person/tuva-dahl", "host"),
            ("person/kasper-moen", "visitor"),
        ),
        (
            "Foreign Minister Tuva Dahl will travel to Copenhagen on Friday to meet Danish Prime Minister Kasper Moen.",
            ("person/kasper-moen", "host"),
            ("person/tuva-dahl", "visitor"),
        ),
        (
            "Officials from Norway and Denmark held talks in Oslo on Monday.",
            ("country/NOR", "host"),
            ("country/DNK", "party"),
        ),
        (
            "A meeting of Norwegian and Danish officials, planned for Friday in Oslo, was cancelled.",
            ("country/NOR", "party"),
            ("country/DNK", "party"),
        ),
        (
            "Norwegian Foreign Minister Tuva Dahl met her Danish counterpart, Kasper Moen, in Geneva on Monday.",
            ("person/tuva-dahl", "party"),
            ("person/kasper-moen", "party"),
        ),
    ],
)
def test_whose_country_it_is_receives_who_comes(
    line: Line, sentence: str, host: tuple[str, str], guest: tuple[str, str]
) -> None:
    ((meeting, _),) = told(line, sentence)
    assert roles(meeting) == dict([host, guest])


def test_days_of_talks_are_talks_of_those_who_then_agree(line: Line) -> None:
    text = (
        "Norway and Denmark share the bank. "
        "The two sides agreed in January to set up a hotline after two days of talks in Geneva."
    )
    ((meeting, place),) = told(line, text)
    assert (people(meeting), place, meeting.status) == ({"country/NOR", "country/DNK"}, "Geneva", "held")
    assert meeting.time is not None
    assert meeting.time.value == "2024-01"


def test_a_second_round_is_of_those_of_the_first(line: Line) -> None:
    text = (
        "Norway and Denmark held a round of talks in Geneva in April. Fishermen are angry. Nobody knows why. "
        "Some have sold their boats. A second round, planned for next week in Rome, is in doubt."
    )
    second = next(one for one, place in told(line, text) if place == "Rome")
    assert people(second) == {"country/NOR", "country/DNK"}


def test_the_meeting_that_was_then_postponed_is_the_one_that_was_planned(line: Line) -> None:
    text = "The ministers of Ghana and Togo were to have met in Lagos on Friday, but the meeting was postponed."
    ((meeting, place),) = told(line, text)
    assert (people(meeting), meeting.status, place) == ({"country/GHA", "country/TGO"}, "called_off", "Lagos")


def test_who_is_pressed_to_cancel_a_visit_has_not_cancelled_it(line: Line) -> None:
    text = (
        "Kasper Moen is due in Oslo on Friday. Tuva Dahl, the prime minister of Norway, is under pressure to cancel "
        "the visit."
    )
    assert all(one.status == "planned" for one, _ in told(line, text))


def test_what_was_promised_after_a_call_was_not_promised_of_it(line: Line) -> None:
    ((meeting, _),) = told(
        line, "Tuva Dahl promised after a telephone call with Kasper Moen on Wednesday that she would pay."
    )
    assert (meeting.format, meeting.status) == ("call", "held")


def test_two_with_their_titles_are_both_summoned(line: Line) -> None:
    text = (
        "Parliament's transport committee has summoned Tuva Dahl and Police Minister Kasper Moen to explain themselves."
    )
    ((meeting, _),) = told(line, text)
    assert {"person/kasper-moen"} < people(meeting)
    assert len(people(meeting)) == 3


@pytest.mark.parametrize("what", ["Norway’s release of the sailors", "the UN Board of Inquiry’s summary of the attack"])
def test_who_welcomes_what_somebody_did_receives_nobody(line: Line, what: str) -> None:
    assert not told(line, f"Tor Vestby welcomes {what}.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Talks on the fighting in Sudan opened in Jeddah.", "place/105343"),
        ("The ministers of Chad and Mali held talks on the crisis in Sudan in Cairo on Monday.", "place/360630"),
        ("Talks on Syria in Geneva failed.", "place/2660646"),
    ],
)
def test_talks_are_not_where_that_is_of_which_they_are(line: Line, text: str, place: str) -> None:
    ((meeting, _),) = told(line, text)
    assert meeting.place is not None
    assert meeting.place.entity == place


def test_peers_whose_states_are_told_are_those_states(line: Line) -> None:
    text = "Foreign Minister Bakary Dia met his Burkinabe and Malian counterparts in Ouagadougou on Tuesday."
    assert [people(one) for one, _ in told(line, text)] == [{"person/bakary-dia", "country/BFA", "country/MLI"}]
    text = (
        "Colombian Defence Minister Ana Rojas spoke by telephone with her Ecuadorean and Peruvian counterparts on "
        "Friday, the ministry said."
    )
    assert [people(one) for one, _ in told(line, text)] == [{"person/ana-rojas", "country/ECU", "country/PER"}]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ghana summoned the deputy chief of mission at the Chinese embassy, Wen Guofeng.", "person/wen-guofeng"),
        ("The Philippine foreign ministry summoned the Chinese charge d'affaires, Wen Guofeng.", "person/wen-guofeng"),
        ("Kenya summoned the deputy head of the Sudanese embassy on Monday.", "country/SDN"),
    ],
)
def test_who_is_second_at_an_embassy_is_summoned_too(line: Line, text: str, who: str) -> None:
    ((meeting, _),) = told(line, text)
    assert who in people(meeting)
    assert len(meeting.participants) == 2


def test_who_spoke_to_her_counterpart_need_not_have_been_where_the_article_is_written(line: Line) -> None:
    text = (
        "Speaking in Suva, Ratu Vuni said the talks would go on.\n\n"
        "New Zealand Foreign Minister Hana Para said a plane was on its way. "
        "She spoke to her French counterpart on Tuesday night."
    )
    article = Article(id="a", text=text, published="2024-05-09", dateline="SUVA")
    (meeting,) = line.extraction(article).meetings
    assert (people(meeting), meeting.dateline) == ({"person/hana-para", "country/FRA"}, None)


def test_several_by_their_office_are_those_who_are_named(line: Line) -> None:
    text = (
        "The foreign ministers, Arman Hovsep and Elnur Jafar, met for two days in Almaty at the invitation of "
        "Kazakhstan."
    )
    ((meeting, _),) = told(line, text)
    assert people(meeting) == {"person/arman-hovsep", "person/elnur-jafar", "country/KAZ"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            """The presidents of Peru and Chad have agreed to meet to discuss fish, the ministry announced.
            Presidents Tor Vestby and Omar Dahl will set a date, it said.""",
            {"person/tor-vestby": "party", "person/omar-dahl": "party"},
        ),
        (
            """The Egyptian and Omani foreign ministers met in Cairo on Tuesday.
            Egyptian Foreign Minister Tor Vestby and his counterpart Omar Dahl discussed the war.""",
            {"person/tor-vestby": "host", "person/omar-dahl": "visitor"},
        ),
        (
            """Norwegian President Tor Vestby and his Omani counterpart held talks on Monday.
            Omani President Omar Dahl began the talks with a joke.""",
            {"person/tor-vestby": "party", "person/omar-dahl": "party"},
        ),
    ],
)
def test_those_who_are_named_later_have_met_for_their_states(line: Line, text: str, who: dict[str, str]) -> None:
    ((meeting, _),) = told(line, " ".join(text.split()))
    assert {one.mention.actor: one.role for one in meeting.participants} == who


def test_a_state_whose_minister_is_there_alone_with_another_states_stays(line: Line) -> None:
    text = (
        "The presidents of Peru and Chad met in Oslo on Tuesday. Tor Vestby met his counterpart Omar Dahl in Rome on "
        "Wednesday."
    )
    assert people(told(line, text)[0][0]) == {"country/PER", "country/TCD"}
