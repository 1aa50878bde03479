"""Text to plain words: no case, no accents, no punctuation, no plural s."""

import re
import unicodedata
from itertools import groupby

Words = tuple[str, ...]

LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}
)
LETTERS_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How people write these letters who have no key for them."""
VOICED = {"\u3099", "\u309a"}
"""Marks that make another kana; every other combining mark is an accent."""
SHORTEST_PLURAL = 4
"""Words of three letters keep their s: abs, lbs, ohs."""
PRESCRIPTION = re.compile(r"\b\d*:\d\d\b|[@x]\s*\d+|\brpe\s*\d+([.,]\d)?|\b\d+\s*(sec|min)\b")
"""What says how and not what: `1:00`, `RPE 8`, `30 sec`."""


def folded(text: str) -> Words:
    """The words of a text in their order; `Klimmzüge (Kettlebells)` is klimmzuge, kettlebell.

    Words of scripts that need no blanks are one, whether or not blanks stand between them.
    """
    plain = PRESCRIPTION.sub(" ", _without_accents(text))
    found = re.findall(r"\w+", plain.replace("_", " "))
    runs = (("".join(run),) if one else run for one, run in groupby(found, needs_no_blanks))
    return tuple(_singular(word) for run in runs for word in run)


def needs_no_blanks(word: str) -> bool:
    """Whether the script may write words without blanks between them: kana, Chinese, Hangul."""
    return any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in word)


def spelt_out(text: str) -> Words:
    """The words as somebody without the letters types them: `Bankdruecken`."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return folded(composed.translate(LETTERS_SPELT_OUT))


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS_WITHOUT_DECOMPOSITION))
    letters = (char for char in plain if char in VOICED or not unicodedata.combining(char))
    return unicodedata.normalize("NFC", "".join(letters))


def _singular(word: str) -> str:
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "sses")) else word[:-1]
