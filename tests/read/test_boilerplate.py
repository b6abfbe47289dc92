"""What is cut around an article, and what must stay."""

from __future__ import annotations

import pytest

from kg.read.boilerplate import body
from kg.read.markup import blocks

STORY = "\n\n".join(
    f"In the {ordinal} hour the ministers of five states met again, and a diplomat said that nothing was agreed yet."
    for ordinal in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)


def kept(text: str, author: str | None = None) -> str:
    return "\n\n".join(block.text for block in body(blocks(text), author=author))


BOILERPLATE = [
    "Read more: Ministers fail again",
    "READ MORE",
    "Also read: How it began",
    "Related: What the lake states want",
    "Click here to read the full report.",
    "Read the rest of the story here.",
    "Story continues below advertisement",
    "Advertisement",
    "Subscribe to our newsletter",
    "Sign up for our daily newsletter and get the news in your inbox.",
    "Please sign up here.",
    "Follow Jane Doe on Twitter @janedoe.",
    "Follow us on Facebook and Telegram.",
    "Share this article",
    "Share on Facebook",
    "Share this:",
    "The Lake Times is committed to publishing a variety of letters.",
    "Leave a comment",
    "12 Comments",
    "Listen to the interview in the latest episode of our podcast.",
    "Support our independent journalism with a donation.",
    "Become a Member of Lake Wire",
    "[Become a Member of Lake Wire](#)",
    "[**Comment on Lake Wire Articles on our Facebook page**](#)",
    "© 2017 Lake Wire",
    "Copyright © [Jane Doe](#), Lake Wire, 2017",
    "All rights reserved.",
    "(Reporting by Jane Doe; Editing by John Smith)",
    "Additional reporting by Jane Doe in Geneva and John Smith.",
    "Jane Doe contributed to this report.",
    "The Associated Press contributed to this report.",
    "Lake Wire writer Jane Doe contributed to this report.",
    "Elin Varga at the lake. Photo: Lake Wire",
    "Reuse this content",
    "Topics\nForeign policy",
    "Photo: Jane Doe/Lake Wire",
    "Photo by Jane Doe",
    "Image credit: Lake Wire",
    "Elin Varga arrives at the talks in Geneva. REUTERS/Jane Doe",
    "Elin Varga arrives at the talks. (AP Photo/Jane Doe)",
    "Jane Doe via Getty Images",
    "For media inquiries: press@example.org",
    "For more information, please contact the press office.",
    "Email: jane@example.org",
    "jane@example.org",
    "https://example.org/a/b",
    "<https://example.org/a/b>",
    "Region: [Asia](#), [USA](#)",
    "Tags: talks, lake",
    "Articles by: [Jane Doe](#)",
    "- 30 -",
    "We use cookies to improve your experience.",
]


@pytest.mark.parametrize("paragraph", BOILERPLATE)
def test_boilerplate_is_cut_wherever_it_stands(paragraph: str) -> None:
    first, second = STORY.split("\n\n")[:2]
    between = f"{first}\n\n{first}\n\n{paragraph}\n\n{second}\n\n{STORY}"
    if paragraph not in ("- 30 -", "Leave a comment", "12 Comments"):  # what follows these is gone too
        assert kept(between) == kept(between.replace(f"{paragraph}\n\n", ""))
    assert kept(f"{STORY}\n\n{paragraph}") == STORY


@pytest.mark.parametrize(
    "paragraph",
    [
        "Research by the university shows that the lake is drying up.",
        "Article by article, the committee went through the draft.",
        "Support for the government fell after it donated the ship.",
        "Media contacts with the rebels were cut, the minister said.",
        "Copyright law would have to be changed, the minister said.",
        "The treaty leaves all rights reserved to the states of the shore.",
        "Facebook said on Tuesday that it would follow the new rules.",
        "The disclaimer on the ministry's page was wrong, Varga said.",
        "Comments by the minister were welcomed in the north.",
        "The report was published on Monday by the United Nations.",
        "The author was arrested on Friday.",
        "Next week's talks are in doubt",
        "Follow the money, investigators were told.",
        "Share prices fell after the talks.",
        "Photos by witnesses showed smoke over the harbour.",
        "Contact between the two armies ended in May.",
        "Read in parliament, the letter caused an uproar.",
        "“Subscribe to peace,” Varga told the hall.",
        "He is to meet the president on Monday.",
        "She said the author may be reached by a court order only.",
        "Print workers went on strike.",
        "More from the talks is expected, Varga said.",
        "About the author of the leak nothing is known.",
        "Ends and means were confused, Varga said.",
        "Watch towers were built along the border.",
        "Related crimes were not investigated.",
        "Elin Varga is a former ambassador who has led the talks since May.",
        "The video: a clip of two minutes, filmed from a car.",
    ],
)
def test_content_stays(paragraph: str) -> None:
    for text in (f"{paragraph}\n\n{STORY}", f"{STORY}\n\n{paragraph}", f"{STORY}\n\n{paragraph}\n\n{STORY}"):
        assert kept(text, author="Jane Doe") == text


@pytest.mark.parametrize(
    "tail",
    [
        "### About the author:\n\nJane Doe has seen it all. She said so.",
        "About the author\n\nThe minister said something.",
        "The original source of this article is Lake Wire\n\nThe minister said something.",
        "**Disclaimer:** The contents are of sole responsibility of the author.\n\nThe minister said it.",
        "## Comments\n\nBob says: Never trust Norland.\n\nAnn says: I agree.",
        "Leave a reply\n\nBob says: Never trust Norland.",
        "-ENDS-\n\nThe ministry was founded in 1950 and employs many people.",
        "Notes to editors:\n\nThe ministry was founded in 1950.",
        "## Related articles\n\n- [Ministers meet](a.html)\n- Ministers part",
        "More from Lake Wire\n\nMinisters meet\n\nMinisters part",
        "Related stories:\n\nMinisters meet\n\nMinisters part",
        (
            "*Jane Doe lives in Vienna. Write to [jane@example.org](mailto:jane@example.org).*\n\n"
            "*Her book: “The Lake.”*\n\n<http://example.org/book>\n\n*Visit her blog.*"
        ),
        "Jane Doe is a professor of law at the University of Vienna.\n\nShe is the author of “The Lake.”",
        "Dr. Jane Doe teaches law in Vienna.",
        "The writer is a former diplomat and an expert on lakes.",
        "The views expressed in this article are the author's own and do not necessarily reflect those of Lake Wire.",
        "This article was originally published by Lake Wire.",
        "This story has been updated to include a statement on “transponders”.",
        "Editor's note: an earlier version said that the talks were in Vienna.",
        "Correction: The talks are in Geneva.",
        "Lake Wire contains copyrighted material whose use was not always authorized by the copyright owner.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "## A heading with nothing below it",
    ],
)
def test_tail_is_cut(tail: str) -> None:
    assert kept(f"{STORY}\n\n{tail}", author="Jane Doe") == STORY


def test_biography_before_the_story() -> None:
    """It goes, and does not end an article that has not begun."""
    assert kept(f"Jane Doe is a professor of law in Vienna.\n\n{STORY}", author="Jane Doe") == STORY


def test_the_story_goes_on_after_a_list_of_links() -> None:
    parts = STORY.split("\n\n")
    text = "\n\n".join([*parts[:3], "## Related stories", "- [One](a)", "- [Two](b)", *parts[3:]])
    assert kept(text) == STORY


def test_about_is_a_heading_only_after_a_body() -> None:
    assert kept(f"About us\n\n{STORY}") == f"About us\n\n{STORY}"


def test_what_a_company_says_of_itself_ends_its_press_release() -> None:
    told = (
        "Lake Wire ApS believes in green energy.\n\nForward-Looking Statements\n\nWords such as “believes” mark them."
    )
    assert kept(f"{STORY}\n\nAbout Lake Wire\n\n{told}") == STORY
    assert "About Lake Wire" in kept(f"{STORY}\n\nAbout Lake Wire\n\nNobody knows more than its owner, he said.")
    assert kept(f"{STORY}\n\nForward-Looking Statements\n\nWords such as “believes” mark them.") == STORY
