"""Turns: the paragraphs of a transcript or an interview that open with the label of who speaks ("MS ROWE: ...")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise, takewhile

from spacy.tokens import Doc, Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nouns
from kg.model import Article, Span

# "MS ROWE: No.", "Mr. Diarra (Mali) (spoke in French):" of verbatim records, "Q  Is it over?" of American transcripts.
_LABEL = re.compile(
    r"(?P<label>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}(?=(?: \([^()\n]{2,60}\)){0,2}:)|Q(?= +[A-Z“\"]))"
    r"(?: \([^()\n]{2,60}\)){0,2}:?\s+(?=\S)"
)
_QUESTIONS = frozenset({"q", "question", "reporter", "moderator", "journalist", "interviewer", "correspondent"})
_ANSWERS = frozenset({"a", "answer"})
_CHAIRS = frozenset(
    {"the president", "the speaker", "the chair", "the chairman", "the chairwoman", "the acting president"}
)
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_YOU = frozenset({"you", "yourself", "yourselves"})
#: In the names of newspapers, agencies and stations.
MEDIA = frozenset(
    """
    agency news press times post herald tribune gazette courier telegraph guardian journal chronicle observer standard
    review magazine examiner inquirer monitor spectator daily weekly radio tv television broadcasting wire newswire
    bulletin reuters afp ap bbc cnn xinhua
    """.split()
)
# Fewer labelled paragraphs are a list or a headline, not a transcript.
_LEAST = 3
# Letters of a label that is initials.
_INITIALS = 3
_POSTS = nouns.PEOPLE | {"prime", "vice", "deputy", "foreign", "first"}
# Letters within which a post stands beside a name.
_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """The words at `content` are spoken by whom the words at `label` name, asked with those at `question`."""

    label: Span
    content: Span
    question: Span | None = None  # a paragraph without a label, which an interviewer's may be


def find_turns(text: str) -> list[Turn]:
    """The turns of a text, in order; none unless it is a transcript: three or more labels, one of them twice."""
    found: list[Turn] = []
    offset = end = 0
    for paragraph in text.split("\n\n"):
        match = _LABEL.match(paragraph)
        if match is not None and _is_label(match["label"]):
            label = (offset + match.start("label"), offset + match.end("label"))
            if found:  # paragraphs without a label go on with the turn; after the last one they may be the paper's
                found[-1] = replace(found[-1], content=(found[-1].content[0], end))
            found.append(Turn(label, (offset + match.end(), offset + len(paragraph.rstrip()))))
        end = offset + len(paragraph.rstrip())
        offset += len(paragraph) + 2
    labels = [text[start:end] for start, end in (turn.label for turn in found)]
    if len(found) < _LEAST or len(set(labels)) == len(labels):
        return []
    return _answers(found, text) if _is_one(set(labels)) else found


def _is_one(labels: set[str]) -> bool:
    """Whether all labels name one person, in full or by the end of the name: "Dana Rowe", "Rowe"."""
    full = max(labels, key=len)
    return all(f" {full}".endswith(f" {label}") for label in labels)


def _answers(turns: list[Turn], text: str) -> list[Turn]:
    """The turns of the only one with a label, each without the next question, which stands unlabelled at its end.

    Where most of what stands there is a question, the rest is one without its mark: "The Kremlin says you had help."
    """
    before = text[: turns[0].label[0]].rstrip().rpartition("\n\n")
    first = (len("".join(before[:2])), len("".join(before)))
    parts = [text[slice(*turn.content)].rpartition("\n\n") for turn in turns[:-1]]
    ends = [last.endswith("?") for said, _, last in parts if said]
    questions: list[Span | None] = [first if before[2].endswith("?") else None]
    answered: list[Turn] = []
    for turn, (said, gap, last) in zip(turns, [*parts, ("", "", "")], strict=True):
        start, end = turn.content
        if is_question := bool(said) and (2 * sum(ends) > len(ends) or last.endswith("?")):
            end = start + len(said.rstrip())
        answered.append(replace(turn, content=(start, end), question=questions[-1]))
        questions.append((start + len(said) + len(gap), turn.content[1]) if is_question else None)
    return answered


def _is_label(words: str) -> bool:
    """Capitals throughout, or every word capitalised: "Q", "OSPANULY", "Ms Rowe"."""
    return words.isupper() or all(word[:1].isupper() for word in words.split())


def link_turns(doc: Doc, turns: list[Turn], mentions: Mentions, article: Article) -> list[Link]:
    """The turns as attributions: the label is the source, its colon the cue.

    Args:
        doc: the article.
        turns: its turns.
        mentions: of the article; get the labels.
        article: its title often names in full who speaks; its publisher asks in an interview.
    """
    links: list[Link] = []
    labels = {mentions.text[slice(*turn.label)].lower() for turn in turns}
    asking = _asking(turns, mentions.text)
    media = _media(labels, asking - _QUESTIONS, _asking(turns, mentions.text, least=1) - _QUESTIONS)
    for turn in turns:
        label = grammar.tokens_in(doc, turn.label)
        between = grammar.tokens_in(doc, (turn.label[1], turn.content[0]))
        colon = [token for token in between if token.text.endswith(":")][-1:]  # "):" is one token
        content = grammar.tokens_in(doc, turn.content)
        colon = colon or label[:1]
        if not label or not content:
            continue
        words = mentions.text[turn.label[0] : turn.label[1]].lower()
        speaker = label[-1]
        if words in _ANSWERS:
            if (interviewed := _interviewed(turns, mentions)) is not None:
                mentions.label(label, equals=interviewed)
        elif words.split()[-1] in _SPOKESMEN and (gives := _spokesman(turns, mentions)) is not None:
            mentions.label(label, equals=gives)
        elif words == "q" and labels & _ANSWERS and article.publisher:
            mentions.label(label, name=article.publisher, kind="organization")
        elif words in _CHAIRS:
            mentions.drop(label)  # of this meeting, whoever that is, and not of the state
        elif words in _QUESTIONS:
            mentions.drop(label)
            speaker, content = _introduced(content, mentions) or (speaker, content)
        elif _bare(words) == _bare((article.publisher or "").lower()):
            mentions.label(label, name=article.publisher, kind="organization")
        elif words in media:
            mentions.label(label, name=mentions.text[slice(*turn.label)].title(), kind="organization")
        else:
            name = _initialled(words, turns, mentions) or _full_name(label, f"{article.title or ''}\n{mentions.text}")
            mentions.label(label, name=name)
        if turn.question is not None:
            _address(grammar.tokens_in(doc, turn.question), speaker, mentions)
        asks = words in asking or content[-1].text == "?"
        links.append(
            Link(
                cue=colon,
                head=colon[0],
                score=1.0,
                source=label,
                speaker=speaker,
                contents=[content],
                is_turn=True,
                asks=asks,
            )
        )
    for one, following in pairwise(links):
        if one.asks and not following.asks:
            one.answers = following.speaker
            _address([token for content in one.contents for token in content], following.speaker, mentions)
    return links


def _address(question: list[Token], answers: Token | None, mentions: Mentions) -> None:
    """Of a question, "you" is who answers it."""
    answering = mentions.of(answers) if answers is not None else None
    for token in question:
        if answering is not None and token.lower_ in _YOU:
            mentions.address(token, answering)


def _bare(name: str) -> str:
    return name.removeprefix("the ").strip()


def _introduced(content: list[Token], mentions: Mentions) -> tuple[Token, list[Token]] | None:
    """Who asks, where a question begins with their name ("Mara Ellingsen, Northern Wire. Is it true ...?"), and it."""
    first = next((i for i, token in enumerate(content) if token.text in (".", ":", "—", "–")), len(content))
    opening, rest = content[:first], content[first + 1 :]
    if not opening or not rest or any(token.pos_ in ("VERB", "AUX") for token in opening):
        return None
    named = [mention for token in opening if (mention := mentions.of(token)) is not None and mention.form == "name"]
    told = {token.i for token in opening if mentions.of(token) in named or not token.is_alpha or token.pos_ == "ADP"}
    who = next((mention for mention in named if mention.kind == "person"), next(iter(named), None))
    if who is None or who.start > opening[0].idx or len(opening) - len(told) > 1 or who.kind == "date":
        return None
    return mentions.head(who), rest


def _asking(turns: list[Turn], text: str, least: int = 2) -> frozenset[str]:
    """The labels, in lower case, of those who are there to ask: of `least` turns or more half have a question."""
    asked: dict[str, list[bool]] = {}
    for turn in turns:
        label = text[slice(*turn.label)].lower()
        asked.setdefault(label, []).append("?" in text[slice(*turn.content)])
    return _QUESTIONS | {label for label, ends in asked.items() if 2 * sum(ends) >= len(ends) >= least}


def _media(labels: set[str], asking: frozenset[str], once: frozenset[str] = frozenset()) -> set[str]:
    """The labels that name newspapers and agencies: by a word, or as those do beside whom they ask in a briefing.

    Args:
        labels: of the transcript, in small letters.
        asking: of them those who ask more than once.
        once: those who ask, be it once; beside two newspapers they are another.
    """
    told = {label for label in labels if MEDIA.intersection(label.split())}
    beside = asking if len(told | asking) >= _LEAST and told else frozenset()
    beside |= once if len(told) > 1 else frozenset()
    return {label for label in told | beside if not nouns.COURTESY.keys() & set(label.split())}


def _full_name(label: list[Token], text: str) -> str | None:
    """The name that a label in capitals stands for, as the text or its title has it: "OSPANULY", "Daniyar Ospanuly"."""
    words = [token.text for token in label if token.lower_ not in nouns.COURTESY]
    words = list(dropwhile(lambda word: word.lower() in _POSTS, words)) or words  # "PRIME MINISTER MOEN"
    if not words or not all(word.isupper() for word in words):
        return None
    last = [word.title() for word in words]
    best = last
    name = " ".join(re.escape(word) for word in words)
    for match in re.finditer(rf"(?P<given>(?:[^\W\d_][\w.'’-]* ){{1,3}})(?i:{name})\b", text):
        given = list(takewhile(_is_given, reversed(match["given"].split())))
        best = max(best, [*reversed(given), *last], key=len)
    return " ".join(best)


def _initialled(words: str, turns: list[Turn], mentions: Mentions) -> str | None:
    """Whom the initials of a label stand for: one whose label has the full name, or who is named above: "JM"."""
    initials = words.replace(".", "")
    if not 1 < len(initials) <= _INITIALS or " " in words:
        return None
    above = (each for each in mentions.within((0, turns[0].label[0])) if each.form == "name" and each.kind == "person")
    spans = [*(turn.label for turn in turns), *(each.span for each in above)]
    names = (mentions.text[start:end] for start, end in spans)
    return next((name for name in names if _initials(name) == initials), None)


def _initials(name: str) -> str | None:
    words = [word for word in name.lower().split() if word not in nouns.COURTESY]
    return "".join(word[0] for word in words) if len(words) > 1 else None


def _is_given(word: str) -> bool:
    """The word before a surname may be part of the name: capitalised, and neither a title nor a post."""
    return word[0].isupper() and not word.isupper() and word.lower() not in nouns.PEOPLE | nouns.COURTESY.keys()


def _spokesman(turns: list[Turn], mentions: Mentions) -> Span | None:
    """Who gives the briefing, by the words above it: "briefing by Jane Moen, spokesperson for the Council"."""
    for each in mentions.within((0, turns[0].label[0])):
        around = mentions.text[max(each.start - _BESIDE, 0) : each.end + _BESIDE].lower()
        if each.form == "name" and each.kind == "person" and "spokes" in around:
            return each.span
    return None


def _interviewed(turns: list[Turn], mentions: Mentions) -> Span | None:
    """The first person named before the first question, else after the last answer: whom an interview introduces."""
    around = ((0, turns[0].label[0]), (turns[-1].content[1], len(mentions.text)))
    named = (each for span in around for each in mentions.within(span) if each.form == "name")
    return next((each.span for each in named if each.kind == "person"), None)
