"""Who says what of whom in the news of agencies, read by the whole line. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Statement


def told(line: Line, text: str) -> list[Statement]:
    return list(line.extraction(Article(id="a", text=text, published="2024-05-09")).statements)


def said(line: Line, words: str, text: str) -> Statement:
    """The shortest statement that has these words in it."""
    return min((one for one in told(line, text) if words in one.text), key=lambda one: len(one.text))


def about(one: Statement) -> set[tuple[str | None, str]]:
    return {(item.mention.actor, item.role) for item in one.about}


def test_who_is_quoted_by_an_agency_says_it(line: Line) -> None:
    text = "Governor Hamid Razavi was quoted by the IRNA news agency as saying that three men had been detained."
    assert said(line, "three men", text).speaker.entity == "person/hamid-razavi"
    text = "“We will respond,” Defence Minister Anton Belik was quoted by TASS as saying on Monday."
    assert said(line, "respond", text).speaker.entity == "person/anton-belik"


@pytest.mark.parametrize("opening", ["MADRID, May 6 (Lake News) -- ", "MADRID, Spain — ", "MADRID, Monday, May 6 - "])
def test_where_an_item_is_written_does_nothing(line: Line, opening: str) -> None:
    text = f"The day in brief.\n\n{opening}Andorra will join the pact, its foreign minister said on Monday."
    assert (said(line, "will join", text).speaker.entity or "").endswith("/foreign-minister-of-andorra")
    place, *_ = line.extraction(Article(id="a", text=text)).mentions
    assert (place.entity, place.refers_to) == ("place/3117735", None)


def test_the_ministry_is_that_of_the_minister_of_whom_it_tells(line: Line) -> None:
    text = "Iran's foreign minister told his Iraqi counterpart by telephone that the bill was paid, the ministry said."
    tellers = {one.speaker.entity for one in told(line, text) if one.act in ("report", "say", "announce")}
    assert "organization/iran-foreign-ministry" in tellers


def test_the_army_of_which_others_speak_is_the_one_that_was_named(line: Line) -> None:
    text = (
        "Sudan's army rejected the truce. The Rapid Support Forces accused the army of stalling. "
        "Washington said it was disappointed by the army's decision."
    )
    assert ("organization/sudanese-armed-forces", "target") in about(said(line, "disappointed", text))


def test_what_is_welcomed_is_rather_what_happened_than_who_did_it(line: Line) -> None:
    text = (
        "Turkey criticised the resolution, saying it had been adopted in haste. The government of Cyprus welcomed it."
    )
    welcomed = next(one for one in told(line, text) if one.act == "praise")
    assert ("country/TUR", "target") not in about(welcomed)


def test_what_is_yet_to_be_approved_nobody_has_approved(line: Line) -> None:
    text = "The sanctions, which must still be approved by ministers, would hit ten banks, a diplomat said."
    assert "agree" not in {one.act for one in told(line, text)}


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        ("Analysts at Nordhaven Bank expect the cuts to be rolled over.", "the cuts", "believe"),
        ("Norway expects Chad to withdraw its troops.", "Chad", "demand"),
        ("Defence Minister Kenji Morita announced the plan after talks in Oslo.", "the plan", "announce"),
        ("Defence Minister Kenji Morita announced plans to leave the pact.", "leave", "intend"),
    ],
)
def test_what_is_announced_and_what_is_expected(line: Line, text: str, words: str, act: str) -> None:
    assert said(line, words, text).act == act


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("France and Germany are to hold talks in Geneva on Monday, an official said.", "2024-05-13"),
        ("Paul Brennan, who is to visit Tokyo in June, described the relationship as close.", "2024-06"),
    ],
)
def test_what_is_to_be_lies_ahead(line: Line, text: str, day: str) -> None:
    (met,) = line.extraction(Article(id="a", text=text, published="2024-05-09")).meetings
    assert met.status == "planned"
    assert met.time is not None
    assert met.time.value == day


def test_the_and_a_number_before_an_owner_are_of_the_owner(line: Line) -> None:
    text = (
        "Uganda accused Tanzania of ignoring a call. Tanzania rejected the accusation.\n\n"
        "The two countries' presidents are to meet in Nairobi next week."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert [{one.mention.actor for one in meeting.participants} for meeting in found.meetings] == [
        {"country/UGA", "country/TZA"}
    ]


def test_of_several_states_that_of_the_dateline_has_the_parliament(line: Line) -> None:
    text = (
        "Uganda accused Tanzania of ignoring a call. “They heard us,” Transport Minister Kari Vestby told parliament."
    )
    for dateline, parliament in (
        ("KAMPALA", "organization/parliament-of-uganda"),
        ("DODOMA", "organization/tanzania-parliament"),
    ):
        article = Article(id="a", text=text, published="2024-05-09", dateline=dateline)
        one = min(line.extraction(article).statements, key=lambda one: len(one.text))
        assert [listener.actor for listener in one.addressees] == [parliament]


def test_the_military_is_the_datelines_where_its_soldiers_are_told_of(line: Line) -> None:
    text = "Three Pakistani soldiers were killed by men who crossed from Afghanistan overnight, the military said."
    for dateline, military in (("ISLAMABAD", "pakistan-military"), ("KABUL", "afghan-national-army")):
        article = Article(id="a", text=text, published="2024-05-09", dateline=dateline)
        (one,) = line.extraction(article).statements
        assert one.speaker.mention is not None
        assert one.speaker.mention.actor == f"organization/{military}"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Vestby Bank said in a note that it expected a first cut in November.", "a first cut", None),
        (
            "The European Union called for an inquiry into the death of a student in Saint-Louis last week.",
            "an inquiry",
            None,
        ),
        ("The European Union called on Tuesday for an inquiry into the raid.", "an inquiry", "2024-05-07"),
    ],
)
def test_the_day_of_what_is_expected_or_happened_is_none_of_the_saying(
    line: Line, text: str, words: str, day: str | None
) -> None:
    time = said(line, words, text).time
    assert (time.value if time else None) == day


def test_where_a_ministry_is_nobody_agreed(line: Line) -> None:
    text = (
        "Pakistani Foreign Minister Asad Rind telephoned his Afghan counterpart, Abdul Zahid, late on Monday. "
        "According to the ministry in Islamabad, the two agreed to a ceasefire."
    )
    assert {one.place for one in told(line, text)} == {None}


def test_what_is_said_in_the_village_of_some_name_is_said_there(line: Line) -> None:
    text = "In the village of Vestby, farmer Mirlan Asan complained that the line would cut his pasture off."
    (one,) = told(line, text)
    assert one.place is not None
    assert text[slice(*one.place.span)] == "Vestby"


def test_praise_is_of_those_from_whom_somebody_has_it(line: Line) -> None:
    (one,) = told(line, "Governor Leyla Erkmen has won praise from investors since she was appointed in May.")
    assert (one.speaker.kind, about(one)) == ("unnamed", {("person/leyla-erkmen", "target")})
    (one,) = told(line, "The minister, Lena Dahl, drew criticism from Greenpeace.")
    assert (one.speaker.entity, about(one)) == ("organization/greenpeace", {("person/lena-dahl", "target")})


def test_a_court_says_in_its_opinion_what_it_finds(line: Line) -> None:
    text = "The presiding judge, Ana Salcedo, wrote in the opinion: “Haste is no substitute for law.”"
    assert [one.cue.lemma for one in told(line, text)] == ["write"]
    text = "Kamchy Tokto and Saimu Rahim announced the agreement in Batken."
    assert {(one.cue.lemma, one.act) for one in told(line, text)} == {("announce", "announce")}


def test_capitals_that_are_in_a_hurry_or_taken_to_court_are_states(line: Line) -> None:
    text = "An Egyptian official said Cairo was in no hurry. Ana Zobel urged the court to take Beijing to court."
    assert ("country/EGY", "topic") in about(said(line, "hurry", text))
    assert ("country/CHN", "topic") in about(said(line, "to court", text))


def test_the_embassy_is_the_ambassadors(line: Line) -> None:
    text = (
        "Britain accused the Kremlin of spying. The Russian ambassador, Andrei Kolesov, was summoned to the Foreign "
        "Office. The embassy declined to comment."
    )
    assert "russian-embassy" in (said(line, "to comment", text).speaker.entity or "")


def test_who_visits_a_capital_does_not_govern_there(line: Line) -> None:
    text = (
        "The prime minister, who was visiting Tallinn, said the ships would stay. "
        "Estonian Prime Minister Kaja Mets thanked Latvia and its prime minister, Janis Berz."
    )
    assert said(line, "the ships", text).speaker.entity == "person/janis-berz"


def test_there_can_be_no_exception_denies_nothing(line: Line) -> None:
    text = "Fatou Sylla said that coup leaders were barred and that there could be no exception."
    assert said(line, "no exception", text).act != "deny"


def test_a_body_of_whom_only_a_name_is_known_is_no_body_of_a_state(line: Line) -> None:
    text = "ISLAMABAD - The Taliban's defence ministry said its men had answered. Chad's foreign ministry agreed."
    speakers = {one.speaker.entity or "" for one in told(line, text)}
    assert not any("pakistan" in one for one in speakers)


def test_whom_nobody_knows_who_is_accused_the_content_does_not_tell(line: Line) -> None:
    text = "Iran summoned an envoy. Foreign ministry spokesman Majid Rost accused British media of running a campaign."
    assert {role for _, role in about(said(line, "media", text))} <= {"topic"}


def test_from_whom_a_paper_has_it_is_no_saying(line: Line) -> None:
    text = "The Harbour Journal, citing delegates, had reported that the kingdom was losing patience."
    assert [one.cue.lemma for one in told(line, text)] == ["report"]


def test_regret_over_deaths_is_no_criticism(line: Line) -> None:
    assert said(line, "regret", "Oman expressed regret over the deaths.").act == "admit"


def test_who_failed_to_agree_did_not(line: Line) -> None:
    text = "Armenia and Azerbaijan failed on Friday to agree on the reopening of a railway."
    assert {(one.act, one.polarity) for one in told(line, text) if one.act == "agree"} <= {("agree", "negative")}


def test_both_sides_are_the_army_and_the_militia_just_spoken_of(line: Line) -> None:
    text = (
        "Russia vetoed the text. British Ambassador Emily Hargreaves called the veto shameful and Russia called "
        "Britain's draft a sham. The paramilitary Rapid Support Forces said they had been ready to stop firing and "
        "blamed the Sudanese army for the suffering.\n\nChina urged both sides to return to talks in Jeddah."
    )
    assert about(said(line, "both sides", text)) == {
        ("organization/sudanese-armed-forces", "target"),
        ("organization/rapid-support-forces", "target"),
    }


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "The bridge, said the mayor of Nantes, Odile Garrec, would reopen in June.",
            "person/odile-garrec",
            "The bridge ... would reopen in June",
        ),
        (
            "The European Union, replied Foreign Minister Goran Petric, should look at its own record.",
            "person/goran-petric",
            "The European Union ... should look at its own record",
        ),
        ("The Philippines, said Minister Ramon Vila, “does not start fights”.", "person/ramon-vila", "does not start"),
        # where the network marks no cue
        ("The refugees, maintains Ankara, were never pushed back.", "country/TUR", "The refugees ... were never"),
    ],
)
def test_who_speaks_may_stand_between_subject_and_predicate(line: Line, text: str, speaker: str, words: str) -> None:
    (found,) = told(line, text)
    assert found.speaker.entity == speaker
    assert words in found.text


@pytest.mark.parametrize(
    "text",
    [
        "The minister, the government's chief spokesman, said the plan, drafted in haste, would be revised.",
        "The army, in control of the city, said the rebels, numbering 300, had fled.",
        "The accused, called a liar by the prosecution, denied the charge.",
    ],
)
def test_who_stands_before_his_cue_speaks_though_commas_follow(line: Line, text: str) -> None:
    (found,) = told(line, text)
    start = found.cue.span[0]
    assert all(first > start for first, _ in found.content)


@pytest.mark.parametrize(
    "text",
    [
        "“There will be no vote,” the state-run MENA agency quoted minister Samir Wahba as saying.",
        "The port will reopen within days, Rudaw cited Energy Minister Samir Wahba as saying in Erbil.",
        "The bank's deputy governor, Samir Wahba, was quoted by the state news agency as saying the port would reopen.",
        "An opposition lawmaker, Samir Wahba, was cited by NewsDay as having told supporters to stay.",
    ],
)
def test_who_is_quoted_says_it_and_not_the_agency(line: Line, text: str) -> None:
    (found,) = told(line, text)
    assert found.speaker.entity == "person/samir-wahba"
    assert "Wahba" not in found.text
    assert "as " not in found.text


def test_what_somebody_says_in_a_report_stays_the_agencys_report(line: Line) -> None:
    text = "Minister Ana Kolar warned Seoul of “fatal consequences”, news agency TASS quoted her as saying."
    assert {one.speaker.entity for one in told(line, text)} == {"person/ana-kolar", "organization/tass"}
    text = "“They lied,” TASS quoted Ana Kolar as saying, adding that she had gone to the police."
    assert {one.speaker.entity for one in told(line, text)} == {"person/ana-kolar"}
    text = "The judge cited the case as setting a precedent."
    assert said(line, "precedent", text).text == "the case as setting a precedent"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The man, who neighbours said lived alone, had bought the gun last week.", "who ... lived alone"),
        (
            "The plane, which officials believe was carrying gold, landed safely.",
            "which ... was carrying gold",
        ),
        ("Three died; the driver, who witnesses said had been speeding, fled.", "who ... had been speeding"),
    ],
)
def test_what_is_said_of_somebody_in_a_relative_clause_ends_with_it(line: Line, text: str, words: str) -> None:
    assert words in [one.text for one in told(line, text)]


def test_no_comma_ends_what_is_said(line: Line) -> None:
    text = (
        "An official of the Fisheries Department, Mr Leota Sione, says that the catch is down by a third, "
        "and blames foreign fleets."
    )
    assert said(line, "catch", text).text == "that the catch is down by a third"
