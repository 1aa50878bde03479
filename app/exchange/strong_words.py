"""The words of Strong's exports, from `data/strong.toml`, and how words are compared."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

_BETWEEN_WORDS = re.compile(r"[\s_\-.'’:/]+")  # noqa: RUF001 (the apostrophe that phones type)


class Column(StrEnum):
    DATE = "date"
    WORKOUT_NUMBER = "workout_number"
    WORKOUT_NAME = "workout_name"
    DURATION = "duration"
    EXERCISE = "exercise_name"
    SET_ORDER = "set_order"
    WEIGHT = "weight"
    WEIGHT_UNIT = "weight_unit"
    REPS = "reps"
    RPE = "rpe"
    DISTANCE = "distance"
    DISTANCE_UNIT = "distance_unit"
    SECONDS = "seconds"
    NOTES = "notes"
    WORKOUT_NOTES = "workout_notes"


def plain(word: str) -> str:
    """Without case, accents and punctuation: `Workout-Notizen` and `workout_notizen` are one."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return _BETWEEN_WORDS.sub(" ", letters).strip()


@cache
def words(table: str) -> Mapping[str, str]:
    """Each word of a table of the file → what it means; the first meaning in the file wins."""
    meanings: dict[str, str] = {}
    for meaning, synonyms in _strong()[table].items():
        for synonym in synonyms:
            meanings.setdefault(plain(synonym), meaning)
    return meanings


@cache
def other_apps() -> Mapping[str, frozenset[str]]:
    """App → header names that together are its own."""
    apps = _strong()["other_apps"]
    return {app: frozenset(map(plain, names)) for app, names in apps.items()}


@cache
def _strong() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((files("app.exchange") / "data" / "strong.toml").read_text("utf-8"))
