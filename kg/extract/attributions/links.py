"""Links: one attribution as tokens, cue, source and contents."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.model import Attribution


@dataclass(slots=True)
class Link:
    """One attribution as tokens: `cue` with its governing token `head`, the words of its source, its contents.

    `certain` is the probability that the source is that of the cue. In a transcript `is_turn` marks a turn, `asks` a
    question, and `answers` is who answers it.
    """

    cue: list[Token]
    head: Token
    score: float
    source: list[Token] = field(default_factory=list)
    speaker: Token | None = None
    contents: list[list[Token]] = field(default_factory=list)
    certain: float = 1.0
    is_turn: bool = False
    asks: bool = False
    answers: Token | None = None

    def take(self, tokens: list[Token], score: float, probability: float, *, is_source: bool) -> None:
        """A source, or one more content, belongs to the cue; the score becomes the mean of all parts."""
        parts = 1 + bool(self.source) + len(self.contents)
        self.score = (self.score * parts + score) / (parts + 1)
        if is_source:
            self.source, self.certain = tokens, probability
        else:
            self.contents.append(tokens)

    def attribution(self) -> Attribution:
        return Attribution(
            source=(grammar.span_of(*self.source),) if self.source else (),
            cue=(grammar.span_of(*self.cue),),
            content=tuple(sorted(grammar.span_of(*content) for content in self.contents)),
        )
