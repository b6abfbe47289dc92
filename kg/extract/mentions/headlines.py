"""Headlines: in a first line whose words all have capitals, a name goes only as far as the text below has it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

# Words that have no capital in title case.
_SMALL = frozenset("a an and as at but by for from if in into nor of off on or over per the to up via vs with".split())
# A line of fewer capitals may be a sentence that is short, or a name by itself.
_WORDS = 5
# A name of so many words is left as it is: of two words few are a name and a verb.
_SHORT = 2


class Headline:
    """The first line of an article: where it is in title case, the network may take "Jane Moen Slams Bank" for a name.

    Args:
        doc: the article.
    """

    def __init__(self, doc: Doc) -> None:
        end = next((token.i for token in doc if token.is_space and "\n" in token.text), len(doc))
        words = [token for token in doc[:end] if token.is_alpha]
        small = [token for token in words if token.text.islower()]
        is_one = len(words) - len(small) >= _WORDS and all(token.text in _SMALL for token in small)
        self._end = end if is_one else 0
        self._below: dict[tuple[str, ...], str] = {}
        for ent in doc.ents if self._end else ():
            if ent.start >= end and ent.label_ in ("PER", "ORG"):
                self._below.setdefault(tuple(token.text for token in ent), ent.label_)
                if ent.label_ == "PER":
                    self._below.setdefault((ent[-1].text,), "PER")

    def name(self, tokens: list[Token], label: str) -> tuple[list[Token], str]:
        """The longest part of a name that the text below has too, with what it is of there.

        A body that is not named below is none; a person stays as he is, also where only the surname is named below.
        """
        if not tokens or tokens[-1].i >= self._end or len(tokens) <= _SHORT or label not in ("PER", "ORG"):
            return tokens, label
        for length in range(len(tokens), 0, -1):
            for start in range(len(tokens) - length + 1):
                part = tokens[start : start + length]
                known = self._below.get(tuple(token.text for token in part))
                if known is not None and not (label == "PER" and start + length == len(tokens)):
                    return part, known
        return (tokens if label == "PER" else []), label
