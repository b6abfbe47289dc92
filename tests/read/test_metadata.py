"""What an article's first lines say, and what is left of them as text."""

from __future__ import annotations

import pytest

from kg.read.article import article
from kg.read.markup import blocks
from kg.read.record import Record

DATE = "2017-02-19"
BODY = "The ministers of five states met on Tuesday. They agreed on nothing, a diplomat said.\n\nThey will meet again."


def read(head: str, **fields: str) -> tuple[dict[str, str], str]:
    """The fields found in `head` above a body, and the text."""
    found = article(Record("x.txt", blocks(f"{head}{BODY}"), fields))
    names = ("title", "author", "publisher", "published", "dateline", "url")
    return {name: getattr(found, name) for name in names if getattr(found, name)}, found.text


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("", {}),
        ("Five states agree on nothing\n\n", {"title": "Five states agree on nothing"}),
        ("# Five states agree on nothing.\n\n", {"title": "Five states agree on nothing."}),
        ("What do five states want?\n\n", {"title": "What do five states want?"}),
        ("Five states, no agreement\n=========================\n\n", {"title": "Five states, no agreement"}),
        (
            "Five states agree on nothing\nBy Jane Doe\nGENEVA, Feb 15, 2017 (Lake Wire) — ",
            {
                "title": "Five states agree on nothing",
                "author": "Jane Doe",
                "publisher": "Lake Wire",
                "published": "2017-02-15",
                "dateline": "GENEVA",
            },
        ),
        (
            "# A title\n\nBy [Jane Doe](#)\n\nGlobal Courier, February 19, 2017\n\nTheme: [War](#)\n\n",
            {"title": "A title", "author": "Jane Doe", "publisher": "Global Courier", "published": "2017-02-19"},
        ),
        (
            "A title\n\nBy JANE DOE and JOHN Q. SMITH, Associated Press\nUpdated 3:15 PM ET, Sun February 19, 2017\n\n",
            {
                "title": "A title",
                "author": "Jane Doe, John Q. Smith",
                "publisher": "Associated Press",
                "published": "2017-02-19",
            },
        ),
        ("A title\n\nJane Doe in Moscow\n\n", {"title": "A title", "author": "Jane Doe"}),
        ("A title\n\nJane Doe, Reuters\n\n", {"title": "A title", "author": "Jane Doe", "publisher": "Reuters"}),
        (
            "A title\n\nJane van der Berg for The Daily Gazette\n\n",
            {"title": "A title", "author": "Jane van der Berg", "publisher": "The Daily Gazette"},
        ),
        (
            "A title\n\nJane Doe | Lake Wire News | 19 February 2017 | 3 min read\n\n",
            {"title": "A title", "author": "Jane Doe", "publisher": "Lake Wire News", "published": "2017-02-19"},
        ),
        (
            "The Lake Guardian\n\nTalks open on the lake\n\nJane Doe in Lima\nSun 19 Feb 2017 14.05 GMT\n\n",
            {
                "title": "Talks open on the lake",
                "author": "Jane Doe",
                "publisher": "The Lake Guardian",
                "published": "2017-02-19T14:05:00+00:00",
            },
        ),
        ("A title\n\nJane Doe\n\n19 February 2017\n\n", {"title": "A title", "author": "Jane Doe", "published": DATE}),
        (
            "A title\n\nJane Doe and John Roe\nLake News, Lima\nPublished\n19 February 2017\n\n",
            {"title": "A title", "author": "Jane Doe, John Roe", "publisher": "Lake News", "published": DATE},
        ),
        ("A title\nAl Jazeera\n19 Feb 2017\n\n", {"title": "A title", "publisher": "Al Jazeera", "published": DATE}),
        (
            "A title\n\nBy Jane Doe\nThe Lake Herald\n19 February 2017\n\n",
            {"title": "A title", "author": "Jane Doe", "publisher": "The Lake Herald", "published": "2017-02-19"},
        ),
        ("A title\n\nBy Jane Doe, Diplomatic Correspondent\n\n", {"title": "A title", "author": "Jane Doe"}),
        ("A title\n\nBy Anne-Marie O’Neill in Paris\n\n", {"title": "A title", "author": "Anne-Marie O’Neill"}),
        (
            "A title\n\nBy Jane Doe | 19 February 2017\n\n",
            {"title": "A title", "author": "Jane Doe", "published": "2017-02-19"},
        ),
        (
            "A title\n\nPublished: 19 February 2017 10:30 GMT\nUpdated: 20 February 2017\n\n",
            {"title": "A title", "published": "2017-02-19T10:30:00+00:00"},
        ),
        ("A title\n\nLast updated on 20 February 2017\n\n", {"title": "A title", "published": "2017-02-20"}),
        (
            "A title\n\nFebruary 19, 2017 (Reuters)\n\n",
            {"title": "A title", "published": "2017-02-19", "publisher": "Reuters"},
        ),
        (
            "A title\n\nGeneva, 15 February 2017\n\n",
            {"title": "A title", "published": "2017-02-15", "dateline": "Geneva"},
        ),
        ("A title\n\n15/02/2017\n\n", {"title": "A title", "published": "2017-02-15"}),
        ("A title\n\n03/04/2017\n\n", {"title": "A title"}),
        (
            "Title: Five: agree\nAuthor: Jane Doe\nSource: The Gazette\nDate: 19 Feb 2017\nURL: https://example.org/a\n\n",
            {
                "title": "Five: agree",
                "author": "Jane Doe",
                "publisher": "The Gazette",
                "published": "2017-02-19",
                "url": "https://example.org/a",
            },
        ),
        (
            "The Lake Guardian\nA title\nJane Doe Diplomatic editor\nFri 3 May 2024 12.05 BST\nUpdated 3 May 2024\n\n",
            {
                "title": "A title",
                "author": "Jane Doe",
                "publisher": "The Lake Guardian",
                "published": "2024-05-03T12:05:00+01:00",
            },
        ),
        (
            "Reuters\n\nA title\n\nBy Jane Doe\n\nMay 3, 20243:15 PM GMT+2Updated 2 hours ago\n\n",
            {
                "title": "A title",
                "author": "Jane Doe",
                "publisher": "Reuters",
                "published": "2024-05-03T15:15:00+02:00",
            },
        ),
        (
            "# A title\n\n**By Jane Doe** | *Lake Wire* | May 3, 2024\n\n",
            {"title": "A title", "author": "Jane Doe", "publisher": "Lake Wire", "published": "2024-05-03"},
        ),
        ("OPINION\n\nA title\n\nBy Jane Doe\n\n", {"title": "A title", "author": "Jane Doe"}),
        ("FOR IMMEDIATE RELEASE\n\nA title\n\n", {"title": "A title"}),
    ],
)
def test_head_is_read_and_cut(head: str, fields: dict[str, str]) -> None:
    assert read(head) == (fields, BODY)


@pytest.mark.parametrize(
    "paragraph",
    [
        "By Friday, the minister had left Geneva for home.",
        "By Friday",
        "Q: Will you sign?",
        "“We will never sign”",
        "He left.",
        "Mattis: Russia must prove itself first, and it has to live by international law like the others do.",
        "By all accounts the talks failed.",
        "It was 15 February 2017.",
        "On February 19, 2017, the ministers met again in the lakeside town and agreed to meet a third time.",
    ],
)
def test_sentences_are_no_head(paragraph: str) -> None:
    """What only looks like a byline, a date line or a title stays in the text."""
    fields, text = read(f"{paragraph}\n\n", title="Given title")
    assert fields == {"title": "Given title"}
    assert text == f"{paragraph}\n\n{BODY}"


@pytest.mark.parametrize(
    "title",
    [
        "Water Board Chief Resigns in Geneva",
        "Anti-Tank Groups Launch Ads in Norland Against The Varga",
        "Varga Calls for Special Report",
        "Elin Varga in Geneva",
        "By the lake: how five states failed",
        "Iran: no talks before June",
    ],
)
def test_titles_are_no_bylines(title: str) -> None:
    assert read(f"{title}\n\n")[0] == {"title": title}


def test_given_fields_win() -> None:
    head = "Five states agree on nothing\n\nBy Jane Doe\n\nLake Wire News, February 19, 2017\n\n"
    fields, text = read(head, title="Given", published="2016-01-01", author="John Smith", publisher="P")
    assert fields == {"title": "Given", "published": "2016-01-01", "author": "John Smith", "publisher": "P"}
    assert text == BODY


def test_a_heading_stays_where_another_title_is_given() -> None:
    assert read("A heading\n\n", title="Given")[1] == f"A heading\n\n{BODY}"


def test_the_title_given_is_not_repeated_in_the_text() -> None:
    assert read("FIVE STATES agree on nothing\n\nBy Jane Doe\n\n", title="Five states agree on nothing") == (
        {"title": "Five states agree on nothing", "author": "Jane Doe"},
        BODY,
    )
    # With a final stop it is a sentence.
    assert read("Five states agree on nothing.\n\n", title="Five states agree on nothing")[1].startswith("Five states")


def test_standfirst_stays_and_the_byline_below_it_goes() -> None:
    fields, text = read("# A title\n\n*Ministers met. Nothing came of it.*\n\nBy Jane Doe\n\n19 February 2017\n\n")
    assert fields == {"title": "A title", "author": "Jane Doe", "published": "2017-02-19"}
    assert text == f"Ministers met. Nothing came of it.\n\n{BODY}"


def test_wrapped_text_after_a_head_of_single_lines() -> None:
    head = "A title\nBy Jane Doe\n\n"
    found = article(Record("x", blocks(f"{head}The ministers of five\nstates met on\nTuesday.")))
    assert (found.title, found.author, found.text) == (
        "A title",
        "Jane Doe",
        "The ministers of five states met on Tuesday.",
    )


@pytest.mark.parametrize(
    ("title", "place", "found"),
    [
        ("A title", "Kigoma", {"publisher": "Kigoma"}),
        ("Joint statement of five states", "Kigoma", {"dateline": "Kigoma"}),
        ("Remarks on the lakes", "Kigoma", {"dateline": "Kigoma"}),
    ],
)
def test_one_name_before_a_date_is_a_paper_or_where_it_is_said(title: str, place: str, found: dict[str, str]) -> None:
    assert read(f"{title}\n\n{place}, 19 February 2017\n\n")[0] == {"title": title, "published": DATE} | found
    happens, _ = read(f"{title}\n\n{place}, 19 February 2017\n\nMinisters met in {place} on Friday.\n\n")
    assert happens["dateline"] == place


def test_a_city_behind_the_author_is_no_second_one() -> None:
    assert read("A title\n\nBy Jane Doe, Abuja\n\n")[0]["author"] == "Jane Doe"
    assert read("A title\n\nBy Jane Doe, John Roe\n\n")[0]["author"] == "Jane Doe, John Roe"


def test_a_digest_has_the_datelines_of_its_reports_and_none_of_its_own() -> None:
    opened = "A title\n\nLIMA (Reuters) - A ferry sank.\n\nA heading\n\n"
    fields, text = read(f"{opened}NICOSIA (AP) - Oil was found.\n\n")
    assert fields == {"title": "A title"}
    assert text == f"A ferry sank.\n\nA heading\n\nOil was found.\n\n{BODY}"
    digest = "LIMA: A ferry sank.\n\nQUITO: Oil was found.\n\n"
    assert read(f"A title\n\n{digest}")[1] == f"{digest}{BODY}"
    assert read("A title\n\nLIMA: A ferry sank.\n\n") == (
        {"title": "A title", "dateline": "LIMA"},
        f"A ferry sank.\n\n{BODY}",
    )
    assert read(opened)[0] == {"title": "A title", "publisher": "Reuters", "dateline": "LIMA"}


def test_the_heads_of_agencies_interviews_and_editorials() -> None:
    fields, text = read("Two states talk\n\nA standfirst\n\nJane Doe |19.02.2017 - Update : 20.02.2017\n\nANKARA\n\n")
    assert fields == {"title": "Two states talk", "author": "Jane Doe", "published": DATE, "dateline": "ANKARA"}
    assert text == f"A standfirst\n\n{BODY}"
    assert read("INTERVIEW\n\n'We are nobody's puppet': Doe\n\nFeb 19, 2017 • 8 min read\n\n")[0] == {
        "title": "'We are nobody's puppet': Doe",
        "published": DATE,
    }
    assert read("Editorial: No more ferries\n\nThe Lake Gazette Editorial Board\n\n")[0]["publisher"] == "Lake Gazette"
