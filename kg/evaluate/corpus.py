"""Reads the file that an evaluation is given."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.model import Span

LabelledWords = tuple[list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The file at `path` holds these lines (without line ends); `digest` is the SHA-256 of its bytes."""

    path: Path
    digest: str
    lines: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> Corpus:
        """Read a file, gzip or not.

        Raises:
            UsageError: it can't be read, or is no text in UTF-8.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path}: {error.strerror or error}; --data takes one file of a corpus") from error
        try:
            content = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        except (OSError, EOFError) as error:
            raise UsageError(f"{path}: the gzip file is damaged ({error}); fetch it again") from error
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UsageError(f"{path}: not a text in UTF-8 ({error.reason} at byte {error.start})") from error
        return cls(path, hashlib.sha256(data).hexdigest(), tuple(line.rstrip("\r") for line in text.split("\n")))

    def wrong(self, line: int, reason: str) -> UsageError:
        """The error for a line (counted from 1) that is not what the task expects."""
        return UsageError(f"{self.path}:{line}: {reason}")

    def span(self, line: int, text: str, words: str, begin: object) -> Span:
        """Where the words are in the text of a line: at `begin`, a number or its digits.

        Raises:
            UsageError: other words are there.
        """
        digits = str(begin)
        start = int(digits) if digits.isdecimal() else len(text)
        if not words or not text.startswith(words, start):
            raise self.wrong(line, f"“{words}” is not at {begin} of the text")
        return start, start + len(words)

    def records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """JSON objects, one per line, with their line numbers.

        Raises:
            UsageError: a line is none.
        """
        for number, line in enumerate(self.lines, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise self.wrong(number, f"not JSON ({error})") from error
            if not isinstance(record, dict):
                raise self.wrong(number, "not a JSON object")
            yield number, record

    def blocks(self) -> Iterator[tuple[int, list[str]]]:
        """Stretches of lines that are parted by blank lines, with the numbers of their first lines."""
        begin = 0
        for end, line in enumerate([*self.lines, ""]):
            if line.strip():
                continue
            if begin < end:
                yield begin + 1, list(self.lines[begin:end])
            begin = end + 1


def runs(labels: list[str]) -> set[tuple[int, int, str]]:
    """Spans (first word, end, label) of BIO labels: a B- and the I- of the same label that follow it."""
    found = set()
    begin = 0
    while begin < len(labels):
        end = begin + 1
        if labels[begin].startswith("B-"):
            label = labels[begin][2:]
            while end < len(labels) and labels[end] == f"I-{label}":
                end += 1
            found.add((begin, end, label))
        begin = end
    return found
