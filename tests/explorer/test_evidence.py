"""Evidence: every row opens the article at the sentence, and what is marked is what was read."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.api.test_events import items
from tests.explorer.conftest import Visit, drawn

_MARKED = """(layer) => [...document.querySelectorAll(`aside mark.mark-${layer}`)]
    .map((mark) => [Number(mark.dataset.start), mark.textContent])"""


def marked(page: Page, layer: str) -> dict[int, str]:
    """Offset in the article → text, of each piece that bears this mark."""
    return dict(page.evaluate(_MARKED, layer))


def expected(text: str, spans: list[dict[str, Any]]) -> set[int]:
    """The offsets that these excerpts cover, but for the gaps between paragraphs."""
    return {at for one in spans for at in range(one["start"], one["end"]) if not text[at].isspace()}


def covered(text: str, pieces: dict[int, str]) -> set[int]:
    """The offsets that the marked pieces cover, each of which must read as the article does there.

    A piece that begins after a gap between paragraphs is told by the offset where the gap begins.
    """
    found = set()
    for start, words in pieces.items():
        at = text.index(words, start)
        found |= {each for each in range(at, at + len(words)) if not text[each].isspace()}
    return found


def layers(row: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {
        "sentence": row["evidence"],
        "speaker": [row["speaker_words"]] if row["speaker_words"] else [],
        "cue": [row["cue"]] if row["cue"] else [],
        "content": row["content"],
        "target": [one["words"] for one in row["about"] if one["words"]],
    }


@pytest.fixture(scope="module")
def rows(explorer: httpx.Client) -> list[dict[str, Any]]:
    """Statements of several articles: with a target, a content in two parts, and of more than ASCII before them."""
    found = items(explorer, "statements")
    parted = [row for row in found if len(row["content"]) > 1][:3]
    aimed = [row for row in found if row["about"] and row["speaker_words"]]
    return [*parted, *aimed[:: max(1, len(aimed) // 4)]]


def test_highlights_are_at_the_offsets_that_were_read(
    visit: Visit, explorer: httpx.Client, rows: list[dict[str, Any]]
) -> None:
    assert any(len(row["content"]) > 1 for row in rows)
    for row in rows:
        text = explorer.get(f"/api/articles/{row['article']['id']}").json()["text"]
        page = visit(f"?view=statements&article={row['article']['id']}&evidence={row['id']}")
        page.wait_for_selector("aside mark")
        for layer, spans in layers(row).items():
            pieces = marked(page, layer)
            assert covered(text, pieces) == expected(text, spans), (row["id"], layer)


def test_the_text_is_the_article_s(visit: Visit, explorer: httpx.Client, rows: list[dict[str, Any]]) -> None:
    article = explorer.get(f"/api/articles/{rows[0]['article']['id']}").json()
    page = visit(f"?article={article['id']}&evidence={rows[0]['id']}")
    paragraphs = page.locator(".article-text p").evaluate_all("all => all.map((one) => one.textContent)")
    assert "".join("".join(paragraphs).split()) == "".join(article["text"].split())


def test_marks_differ_by_more_than_colour(visit: Visit, rows: list[dict[str, Any]]) -> None:
    row = next(one for one in rows if all(layers(one).values()))
    page = visit(f"?article={row['article']['id']}&evidence={row['id']}")
    styles = page.locator(".legend .mark").evaluate_all(
        "all => all.map((one) => getComputedStyle(one)).map((s) => "
        "[s.borderBottomStyle, s.fontWeight, s.outlineStyle].join())"
    )
    assert len(styles) == len(set(styles)) == 5


def test_a_row_opens_its_sentence_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit("?view=statements&speaker=country/KAZ&act=accuse")
    link = page.locator("td.said a").first
    link.focus()
    page.keyboard.press("Enter")
    aside = page.get_by_role("complementary", name="Evidence")
    expect(aside.locator("mark").first).to_be_in_viewport()
    expect(aside.get_by_role("heading", name="Evidence")).to_be_focused()
    expect(aside).to_contain_text("confidence")
    page.keyboard.press("Escape")
    expect(aside).to_be_hidden()
    expect(link).to_be_focused()
    expect(page).not_to_have_url(re.compile("evidence="))


def test_an_excerpt_is_opened_by_its_offsets(visit: Visit, explorer: httpx.Client) -> None:
    tie = explorer.get("/api/entities/country/KAZ/neighbourhood").json()["edges"][0]
    at = tie["evidence"][0]
    page = visit(f"?article={tie['article']['id']}&evidence=char={at['start']},{at['end']}")
    page.wait_for_selector("aside mark")
    text = explorer.get(f"/api/articles/{tie['article']['id']}").json()["text"]
    assert covered(text, marked(page, "sentence")) == expected(text, [at])


def test_a_meeting_opens_too(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=actor&actor=country/KAZ")
    met = items(explorer, "meetings", participant="country/KAZ", sort="newest")[0]
    page.locator(f'[data-evidence="{met["article"]["id"]}#{met["id"]}"]').click()
    page.wait_for_selector("aside mark")
    expect(page.locator("aside .finding")).to_contain_text(met["format"])


def test_what_is_not_there_any_more_is_said(visit: Visit, explorer: httpx.Client) -> None:
    article = items(explorer, "articles")[0]["id"]
    page = visit(f"?article={article}&evidence=0000000000000000")
    expect(page.locator("aside .empty")).to_contain_text("The article has changed")


def test_the_same_matter_is_told_elsewhere(visit: Visit, explorer: httpx.Client) -> None:
    """The accusation of which two publishers tell: each has a link to the other's words."""
    accused = items(explorer, "statements", speaker="country/KAZ", about="country/TUR", act="accuse")
    first = next(
        one for one in accused for other in accused
        if one["article"]["publisher"] != other["article"]["publisher"] and abs(day(one) - day(other)) <= 3
        and one["article"]["id"] != other["article"]["id"]
    )  # fmt: skip
    page = visit(f"?article={first['article']['id']}&evidence={first['id']}")
    section = page.locator(".elsewhere-section", has_text="Told elsewhere")
    expect(section.locator("li").first).to_be_visible()
    for article in section.locator("[data-evidence]").evaluate_all("all => all.map((one) => one.dataset.evidence)"):
        assert article.partition("#")[0] != first["article"]["id"]
    section.locator("[data-evidence]").first.click()
    expect(drawn(page).locator("aside .article-title")).not_to_have_text(first["article"]["title"])


def day(row: dict[str, Any]) -> int:
    import datetime

    return datetime.date.fromisoformat(row["date"]).toordinal()
