"""One article's annotation: lines of notation go in, findings with offsets and ids come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from notation import Actor, Json, NotationError, Words, granularity, numbered, occurrences, one_of, parts

from kg.ids import slug
from kg.model import (
    ACTS,
    PREDICATES,
    AboutRole,
    Article,
    Certainty,
    MeetingFormat,
    MeetingStatus,
    ParticipantRole,
    Span,
    Stance,
    StatementForm,
)

SPEAKERS_WITHOUT_ENTITY = ("unnamed", "implicit")
QUOTES = str.maketrans("“”„‘’", '"""\'\'')


class Annotation:
    """One file of notation over one article: lines go in, the record comes out.

    Args:
        article: as the reader gives it; its text is what the offsets refer to.
        actors: the shared cast; the article's own groups are added to a copy.
    """

    def __init__(self, article: Article, actors: dict[str, Actor]) -> None:
        self.article = article
        self.words = Words(article.text)
        self.actors = dict(actors)
        self.metadata: dict[str, str] = {}
        self.forms: list[tuple[str, str]] = []
        self.figurative: dict[Span, str] = {}
        self.dates: dict[Span, str] = {}
        self.statements: list[Json] = []
        self.meetings: list[Json] = []
        self.relations: list[Json] = []
        self.used: set[str] = set()

    def key(self, name: str) -> str:
        if name not in self.actors:
            raise NotationError(f"no {name!r} in the cast")
        self.used.add(name)
        return self.actors[name].id

    def time(self, words: str, near: Sequence[Span]) -> Json:
        span = self.words.find(words, near=near)
        if span not in self.dates:
            raise NotationError(f"{words!r} is not among the dates")
        value = self.dates[span]
        return {"value": value, "granularity": granularity(value), "text": self.words[span]}

    def line(self, line: str) -> None:
        """Takes one line in."""
        if line.startswith("@"):
            self.words.open(line[1:].strip())
        elif match := re.match(r"(title|author|publisher|published|url|dateline):(.*)", line):
            self.metadata[match[1]] = match[2].strip()
        elif match := re.match(r"(dates|name|fig|local):? (.*)", line):
            getattr(self, f"take_{match[1]}")(match[2])
        elif match := re.match(r"(s\d+|m\d+|r) \|(.*)", line):
            fields = [item.strip() for item in match[2].split("|")]
            {"s": self.take_statement, "m": self.take_meeting, "r": self.take_relation}[match[1][0]](match[1], fields)
        else:
            raise NotationError("unknown kind of line")

    def take_dates(self, line: str) -> None:
        """Takes ``Wednesday=2024-05-08; May 2#1=2024-05-02``: every occurrence, or the numbered one."""
        for item in sorted(parts(line, ";"), key=lambda item: ("#" not in item, -len(item))):
            words, _, value = item.rpartition("=")
            bare, number = numbered(words)
            spans = occurrences(self.article.text, bare)
            if not spans or (number or 0) > len(spans):
                raise NotationError(f"{words!r} does not occur")
            for span in spans if number is None else [spans[number - 1]]:
                if all(span[1] <= start or end <= span[0] for start, end in self.dates):
                    self.dates[span] = value

    def take_name(self, line: str) -> None:
        """Takes ``turmfa = Foreign Ministry``: more names that this article has for an actor, or ``Marat#2`` alone."""
        key, _, names = line.partition("=")
        self.key(key.strip())
        self.forms += [(name, key.strip()) for name in parts(names, ",")]

    def take_fig(self, line: str) -> None:
        """Takes ``tur = Ankara#1, Ankara#3``: here the words stand for this actor."""
        key, _, names = line.partition("=")
        self.key(key.strip())
        self.figurative.update({self.words.find(name, whole=True): key.strip() for name in parts(names, ",")})

    def take_local(self, line: str) -> None:
        """Takes ``key = group = label = names``: an actor of this article alone."""
        key, kind, label, *names = parts(line, "=")
        place = f"{self.article.id}/" if kind == "group" else ""
        self.actors[key] = Actor(f"{kind}/{place}{slug(label)}", label, tuple(parts(names[0] if names else label, ",")))
        self.used.add(key)

    def speaker(self, words: str, near: Sequence[Span]) -> Json:
        """Reads ``sadykova = She``, ``author:lind = I``, ``unnamed = a diplomat`` or ``implicit``."""
        who, _, said_of = (part.strip() for part in words.partition("="))
        span = list(self.words.find(said_of, near=near)) if said_of else None
        kind, _, key = who.rpartition(":")
        if key in SPEAKERS_WITHOUT_ENTITY:
            return {"entity": None, "kind": key, "span": span}
        return {"entity": self.key(key), "kind": kind or self.actors[key].kind, "span": span}

    def take_statement(self, name: str, fields: list[str]) -> None:
        """Takes ``key = source words | cue/lemma | act form flags | content + content | extras``."""
        source, cue, how, said, *extras = fields
        if name in [statement["id"] for statement in self.statements]:
            raise NotationError(f"{name} is taken")
        content = sorted(self.words.find(words) for words in parts(said, " + "))
        words, _, lemma = cue.rpartition("/")
        cue_span = self.words.find(words, near=content)
        act, form, *flags = how.split()
        for flag in flags:
            one_of(flag, ("not", "neg", *get_args(Certainty)))
        negated = "not" in flags
        statement: Json = {
            "id": name,
            "speaker": self.speaker(source, [cue_span]),
            "cue": {"span": list(cue_span), "lemma": lemma, "negated": negated},
            "act": one_of(act, ACTS),
            "form": one_of(form, get_args(StatementForm)),
            "content": [list(span) for span in content],
            "text": " ... ".join(self.words[span] for span in content).translate(QUOTES),
            "addressees": [],
            "about": [],
            "polarity": "negative" if negated or "neg" in flags else "positive",
            "certainty": next((flag for flag in flags if flag in get_args(Certainty)), "certain"),
            "time": None,
            "place": None,
            "parent": None,
            "confidence": 1.0,
        }
        for kind, rest in self.extras(extras):
            if kind == "about":
                statement["about"] = [self.about(item) for item in parts(rest, ",")]
            elif kind == "to":
                statement["addressees"] = [self.key(key) for key in parts(rest, ",")]
            elif kind == "in":
                statement["parent"] = one_of(rest, [other["id"] for other in self.statements])
            else:
                statement[one_of(kind, ("time", "place"))] = self.when_or_where(kind, rest, [cue_span])
        self.statements.append(statement)

    def when_or_where(self, kind: str, rest: str, near: Sequence[Span]) -> Json | str:
        return self.key(rest) if kind == "place" else self.time(rest, near)

    def extras(self, fields: list[str]) -> Iterator[tuple[str, str]]:
        for item in parts(fields[0] if fields else "", ";"):
            kind, _, rest = item.partition(" ")
            yield kind, rest.strip()

    def about(self, item: str) -> Json:
        """Reads ``sadykova target negative``; a topic seen neutrally where nothing else is said."""
        key, role, stance, *_ = [*item.split(), *("topic", "neutral")[item.count(" ") :], ""]
        return {
            "entity": self.key(key),
            "role": one_of(role, get_args(AboutRole)),
            "stance": one_of(stance, get_args(Stance)),
        }

    def take_meeting(self, name: str, fields: list[str]) -> None:
        """Takes ``words | key role, key role | status format | extras``."""
        words, who, how, *extras = fields
        span = self.words.find(words)
        status, kind = how.split()
        one_of(kind, get_args(MeetingFormat))
        meeting: Json = {
            "id": name,
            "participants": [self.participant(item) for item in parts(who, ",")],
            "place": None,
            "time": None,
            "topic": None,
            "status": one_of(status, get_args(MeetingStatus)),
            "format": kind,
            "span": list(span),
            "confidence": 1.0,
        }
        for what, rest in self.extras(extras):
            if what == "topic":
                self.words.find(rest, near=[span])
                meeting["topic"] = numbered(rest)[0]
            else:
                meeting[one_of(what, ("time", "place"))] = self.when_or_where(what, rest, [span])
        self.meetings.append(meeting)

    def participant(self, item: str) -> Json:
        key, role, *_ = [*item.split(), "party"]
        return {"entity": self.key(key), "role": one_of(role, get_args(ParticipantRole))}

    def take_relation(self, _name: str, fields: list[str]) -> None:
        """Takes ``words | subject predicate object | post``."""
        words, what, *post = fields
        subject, predicate, object_ = what.split()
        relation: Json = {
            "subject": self.key(subject),
            "predicate": one_of(predicate, PREDICATES),
            "object": self.key(object_),
            "span": list(self.words.find(words)),
            "confidence": 1.0,
        }
        if post:
            relation["post"] = post[0]
        self.relations.append(relation)
