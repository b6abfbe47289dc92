"""spaCy's English tokenizer, remembering what it has cut."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

_MOST_CHUNKS = 100_000  # about 25 MB; of 100,000 words of news 15,000 are different with the marks beside them
# What stands before the name of the social network, and before no initial.
_BEFORE_X = frozenset({"on", "via", "to"})


class RememberingTokenizer:
    """The tokenizer of a pipeline, whose results it gives.

    spaCy's own remembers how it has cut what stands between two spaces, but nothing that comes after an abbreviation or
    another special case of its rules in the same text, which is half of what news are made of; and no more than 10,000
    such chunks. So each chunk is shown to it once by itself, whose tokens are the same there.

    Args:
        pipeline: whose tokenizer it is to be.
    """

    def __init__(self, pipeline: Language) -> None:
        self._tokenizer = pipeline.tokenizer
        self._tokenizer.max_cache_size = _MOST_CHUNKS  # type: ignore[union-attr]  # its stub knows a function only
        self._shown: set[str] = set()

    def __call__(self, text: str) -> Doc:
        """Tokenize a text."""
        if len(self._shown) < _MOST_CHUNKS:
            for chunk in set(text.split()).difference(self._shown):
                self._tokenizer(chunk)
                self._shown.add(chunk)
        doc: Doc = self._tokenizer(text)
        return _sentences_ended(doc) if "X." in text else doc


def _sentences_ended(doc: Doc) -> Doc:
    """The network X ends a sentence like any other word, and is no initial: "wrote on X. Spain said"."""
    ends = [token for token in doc[1:] if token.text == "X." and token.nbor(-1).lower_ in _BEFORE_X]
    with doc.retokenize() as retokenizer:
        for token in ends:
            retokenizer.split(token, ["X", "."], heads=[(token, 0), (token, 0)])
    return doc
