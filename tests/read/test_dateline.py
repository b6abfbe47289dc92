"""Datelines, and openings that only look like one."""

from __future__ import annotations

import pytest

from kg.read.dateline import dateline


@pytest.mark.parametrize(
    ("opening", "place", "date", "agency"),
    [
        ("BRUSSELS, Feb 15 (Agency) — ", "BRUSSELS", None, "Agency"),
        ("BRUSSELS, Feb. 15, 2017 (Reuters) - ", "BRUSSELS", "2017-02-15", "Reuters"),
        ("MOSCOW (Reuters) - ", "MOSCOW", None, "Reuters"),
        ("Moscow (Reuters) – ", "Moscow", None, "Reuters"),
        ("Geneva, 15 February 2017 — ", "Geneva", "2017-02-15", None),
        ("GENEVA — ", "GENEVA", None, None),
        ("GENEVA—", "GENEVA", None, None),
        ("UNITED NATIONS -- ", "UNITED NATIONS", None, None),
        ("WASHINGTON, D.C., Sept. 30 (UPI) — ", "WASHINGTON, D.C.", None, "UPI"),
        ("ASTANA, Kazakhstan — ", "ASTANA, Kazakhstan", None, None),
        ("BEIRUT/GENEVA (Reuters) - ", "BEIRUT/GENEVA", None, "Reuters"),
        ("MOSCOW, February 15. /TASS/. ", "MOSCOW", None, "TASS"),
        ("(ANSA) - ROME, FEB 15 - ", "ROME", None, "ANSA"),
        ("NEW DELHI: ", "NEW DELHI", None, None),
        ("KUALA LUMPUR: ", "KUALA LUMPUR", None, None),
        ("New Delhi, Feb 15 (PTI) ", "New Delhi", None, "PTI"),
        ("MOSCOW, February 15 /TASS/ — ", "MOSCOW", None, "TASS"),
        ("N'DJAMENA, May 3 (Sahel Wire) — ", "N'DJAMENA", None, "Sahel Wire"),
        ("REYKJAVIK, ICELAND – June 4, 2024 – ", "REYKJAVIK, ICELAND", "2024-06-04", None),
        ("GENEVA, Tuesday — ", "GENEVA", None, None),
        ("BUNIA, DR Congo: ", "BUNIA, DR Congo", None, None),
        ("DERA ISMAIL KHAN: ", "DERA ISMAIL KHAN", None, None),
        ("Harare – ", "Harare", None, None),
        ("Kampala, Uganda | ", "Kampala, Uganda", None, None),
        ("Juba, South Sudan—", "Juba, South Sudan", None, None),
    ],
)
def test_dateline(opening: str, place: str | None, date: str | None, agency: str | None) -> None:
    paragraph = f"{opening}Ministers of five states met on Tuesday."
    found = dateline(paragraph)
    if place is None:
        assert found is None
        return
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert paragraph[found.end :] == "Ministers of five states met on Tuesday."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ministers met on Tuesday.",
        "NATO — The alliance was founded in 1949.",
        "US-led forces left the town.",
        "EU - Russia relations are at a low.",
        "The talks (Astana) - the third of their kind - failed.",
        "Norland — a small state — refused.",
        "Mr Varga (Green Party) - the only one to speak - left.",
        "OSPANULY: We have no comment on that.",
        "MS. ROWE: We have no comment on that.",
        "Q: Will you sign?",
        "MODERATOR: We begin with a question.",
        "Geneva: The talks went on.",
        "Geneva, 15 February (Lake Party) The talks went on.",
        "GENEVA — the talks will go on.",
        "February 15 — The day the talks failed.",
        "COVID-19 — no end in sight.",
        "Harare – A City Divided",
        "Harare-based lawyers went to court.",
        "Brexit – The vote was close.",
    ],
)
def test_what_is_no_dateline(paragraph: str) -> None:
    assert dateline(paragraph) is None
