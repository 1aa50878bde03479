"""Bytes of an upload → text, whatever the encoding, or a refusal."""

import codecs
import re
from collections.abc import Callable

from app.exchange.training_file import FileRefused, LineProblem

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CP1252_ASSUMED = "The file is not UTF-8; it was read as Windows-1252."


def text_of(data: bytes, assume: Callable[[str], None]) -> str:
    """The text without its byte-order mark; a guess of the encoding is passed to `assume`."""
    text = _decoded(data, assume)
    if not text.strip():
        raise FileRefused([LineProblem(None, None, "empty_file", "the file is empty")])
    _refuse_control_characters(text)
    return text


def _decoded(data: bytes, assume: Callable[[str], None]) -> str:
    encoding = _utf16_of(data)
    try:
        return data.decode(encoding or "utf-8-sig").removeprefix("\ufeff")
    except UnicodeDecodeError as unreadable:
        if encoding:
            raise _not_text("the file begins as UTF-16 and does not go on as such") from unreadable
    return _cp1252(data, assume)


def _utf16_of(data: bytes) -> str | None:
    """By its mark, or by the zeros that every second byte of plain letters has."""
    if data.startswith(_UTF16_MARKS):
        return "utf-16"
    head = data[:2_000]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.4 * half:
        return "utf-16-le"
    if half and head[0::2].count(0) > 0.4 * half:
        return "utf-16-be"
    return None


def _cp1252(data: bytes, assume: Callable[[str], None]) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as unreadable:
        raise _not_text("the file is neither UTF-8, UTF-16 nor Windows-1252") from unreadable
    assume(_CP1252_ASSUMED)
    return text


def _refuse_control_characters(text: str) -> None:
    found = _CONTROL.search(text)
    if found:
        line = 1 + len(re.findall(r"\r\n|\r|\n", text[: found.start()]))
        detail = f"a control character ({ord(found.group()):#04x}) is no part of a text file"
        raise _not_text(detail, line)


def _not_text(detail: str, line: int | None = None) -> FileRefused:
    return FileRefused([LineProblem(line, None, "not_text", detail)])
