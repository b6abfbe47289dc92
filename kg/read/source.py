"""Bytes of a file, in bounds, and the text they stand for."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from kg.errors import SkipArticle

#: Longest text of one article, in bytes or characters. The longest of 840 news articles measured has 34 kB, a very long
#: book 3 MB: more is an archive that was not taken apart.
TEXT_LIMIT = 5_000_000
#: Largest web page and longest JSON line, in bytes: scripts, styles and escapes (6 bytes a character) come on top.
PAGE_LIMIT = 30_000_000
#: Largest file that has to be held at once, a JSON array; beyond it JSON Lines serve better.
FILE_LIMIT = 250_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF: convert it to text first (pdftotext)"),
    (b"PK\x03\x04", "a ZIP archive or an office document: unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as text"),
    (b"{\\rtf", "a rich text document: save it as plain text"),
    (b"\x1f\x8b", "compressed: give it the ending .gz"),
    (b"BZh", "compressed: unpack it first (bunzip2)"),
    (b"\xfd7zXZ", "compressed: unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", "compressed: unpack it first (unzstd)"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"\x89PNG", "an image, not an article"),
    (b"\xff\xd8\xff", "an image, not an article"),
    (b"GIF8", "an image, not an article"),
    (b"\x7fELF", "a program, not an article"),
    (b"SQLite format 3", "a database, not an article"),
    (b"PAR1", "a Parquet file: convert it to CSV or JSON Lines first"),
)


def whole(file: BinaryIO, source: str, *, limit: int = TEXT_LIMIT) -> bytes:
    """All bytes of a file that holds something and no more than `limit`; never reads more than that.

    Raises:
        SkipArticle: empty, too large, or no text.
    """
    data = file.read(limit + 1)
    if len(data) > limit:
        raise SkipArticle(source, f"is larger than {limit // 1_000_000} MB: split it into single articles")
    if not data.strip():
        raise SkipArticle(source, "is empty: nothing to read")
    refuse_binary(data, source)
    return data


def refuse_binary(data: bytes, source: str) -> None:
    """Says what `data` is where it is no text.

    Raises:
        SkipArticle: it is binary.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise SkipArticle(source, f"is {kind}")
    # UTF-16 and UTF-32 have NUL bytes of their own, and announce themselves.
    if b"\0" in data[:100_000] and not data.startswith(tuple(mark for mark, _ in _BOMS)):
        raise SkipArticle(source, "is binary: Rapporteur reads text")


def decoded(data: bytes, source: str, *, declared: str | None = None) -> str:
    """The text that `data` stands for: by its byte order mark, the charset it declares, or as UTF-8.

    Nothing is guessed: a wrong guess would go into names and quotations unseen.

    Raises:
        SkipArticle: not in that encoding.
    """
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    encoding = marked or declared or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        byte, place = data[error.start], error.start
        raise SkipArticle(
            source,
            f"is not {encoding.removesuffix('-sig').upper()} (byte 0x{byte:02X} at {place}): "
            "convert it to UTF-8, e.g. iconv -f WINDOWS-1252 -t UTF-8",
        ) from error
    except LookupError as error:
        raise SkipArticle(source, f'declares the encoding "{encoding}", which is unknown: save it as UTF-8') from error
