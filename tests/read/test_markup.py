"""Paragraphs, and the marks of Markdown and HTML."""

from __future__ import annotations

import time

import pytest

from kg.read.markup import blocks, inline


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("[Elin Varga](https://example.org/a_(b)) left", "Elin Varga left"),
        ("[Elin Varga](#) left", "Elin Varga left"),
        ('[Varga](http://x.org "a title") left', "Varga left"),
        ("![the hall](hall.jpg) Varga left", "Varga left"),
        ("[Varga][1] left[^2]", "Varga left"),
        ("*all* **of** ***it*** _is_ __marked__", "all of it is marked"),
        ("the **“first”** round", "the “first” round"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("profit* rose, costs fell (*before tax)", "profit* rose, costs fell (*before tax)"),
        ("he said [the minister] (who left) agreed", "he said [the minister] (who left) agreed"),
        ("“disrupt(ing) [sic] the meetings”", "“disrupt(ing) [sic] the meetings”"),
        ("AT&amp;T &ldquo;agreed&rdquo;&nbsp;&#8212; R&D", "AT&T “agreed” — R&D"),
        ("the <b>first</b> round<br/>", "the first round"),
        ('<tweet id="1">We agree</tweet>', "We agree"),
        ("fewer than < 5 and > 3 <redacted>", "fewer than < 5 and > 3 <redacted>"),
        ("write to <mailto:a@example.org> or <https://example.org/x>", "write to or"),
        (r"\*not marked\*", "*not marked*"),
        ("the `code` of ~~silence~~ conduct", "the code of silence conduct"),
        ("#MeToo and #1", "#MeToo and #1"),
    ],
)
def test_inline_marks(written: str, plain: str) -> None:
    assert inline(written) == plain
    assert texts(f"{written}\n") == [plain]


def test_paragraphs_are_parted_by_blank_lines() -> None:
    assert texts("One\nline.\n\n\n \t\nTwo  \n  lines.\r\n\r\nThree.") == ["One line.", "Two lines.", "Three."]


def test_lines_that_were_not_wrapped_are_paragraphs() -> None:
    first = "The minister said that the talks would go on, " * 3 + "and left."
    assert texts(f"{first}\nA second paragraph.\nA Heading\nA third.") == [
        first,
        "A second paragraph.",
        "A Heading",
        "A third.",
    ]


def test_a_sentence_over_a_line_end_stays_one() -> None:
    long = (
        "The minister said that the talks would go on until all of the five states had agreed on a text, and that the"
    )
    assert texts(f"{long} hosts\nwould be told first.") == [f"{long} hosts would be told first."]


def test_lines_that_end_before_they_are_full_are_paragraphs() -> None:
    """What is pasted from a page often has no blank lines; who wraps lines fills them."""
    pasted = "10:32 GMT\nDahl: 'No deal'\nThe minister has just left the talks.\nShe says nobody had a mandate to sign."
    assert [block.text for block in blocks(pasted)] == pasted.split("\n")
    wrapped = "The minister has just left the\ntalks in Oslo.\nShe says nobody had a mandate\nto sign."
    parted = ["The minister has just left the talks in Oslo.", "She says nobody had a mandate to sign."]
    assert [block.text for block in blocks(wrapped)] == parted
    address = "Lake News\nLima"
    assert [block.lines for block in blocks(address)] == [("Lake News", "Lima")]


def test_turns_of_a_talk_are_paragraphs() -> None:
    assert texts("Q: Will you sign?\nMS. ROWE: We will\nsee.\nQ: When?") == [
        "Q: Will you sign?",
        "MS. ROWE: We will see.",
        "Q: When?",
    ]


def test_headings_items_and_rules() -> None:
    found = blocks(
        "# Title\n\nSub\n---\n\ntext\n\n* * *\n\n- one\n- two\n  goes on\n1. first\n\n> a quotation\n> of two lines"
    )
    assert [(block.kind, block.text) for block in found] == [
        ("heading", "Title"),
        ("heading", "Sub"),
        ("paragraph", "text"),
        ("item", "one"),
        ("item", "two goes on"),
        ("paragraph", "1. first"),
        ("paragraph", "a quotation of two lines"),
    ]


def test_code_tables_comments_and_scripts_are_dropped() -> None:
    text = (
        "one\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n<!--\n\n\nmore -->two\n\n<script>x\n\ny</script>three <!-- open"
    )
    assert texts(text) == ["one", "two", "three <!-- open"]


def test_html_in_text_gives_paragraphs() -> None:
    assert texts("<p>One.</p><p>Two<br>lines.</p><h2>Head</h2><ul><li>a</li></ul>") == [
        "One.",
        "Two lines.",
        "Head",
        "a",
    ]


def test_asides_and_links_are_known() -> None:
    (aside,) = blocks("*Jane Doe lives in\nVienna.*")
    assert aside.aside
    assert aside.text == "Jane Doe lives in Vienna."
    (linked,) = blocks("**[Become a member](http://x.org)**")
    assert linked.linked
    (neither,) = blocks("*One* and *two*")
    assert not neither.aside


def test_characters() -> None:
    text = "Caf\u0065\u0301 soft\u00adhyphen zero\u200bwidth\u2060 \ufeffmark\x00 non\u00a0breaking"
    text += "\u2028next “quoted” half\ud800"
    assert texts(text) == ["Café softhyphen zerowidth mark non breaking", "next “quoted” half\ufffd"]


@pytest.mark.parametrize(
    "piece", ["*a ", "[", "<", "<!--", "[a](", "&amp", "<p", "**", "_a", "`", "\\", "[a][", "<script>"]
)
def test_broken_marks_cost_no_time(piece: str) -> None:
    """Reading is linear whatever is opened and never closed: what is not took minutes for this many."""
    start = time.process_time()
    blocks(piece * (100_000 // len(piece)))
    assert time.process_time() - start < 2
