"""Text in, words out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.folding import folded, spelt_out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("  ...  ", ()),
        ("Bench Press (Barbell)", ("bench", "press", "barbell")),
        ("Klimmzüge", ("klimmzuge",)),
        ("Přítahy", ("pritahy",)),
        ("İnce", ("ince",)),
        ("Ağırlıklı", ("agirlikli",)),  # noqa: RUF001
        ("Wiosłowanie", ("wioslowanie",)),
        ("Dødløft", ("dodloft",)),
        ("ＢＥＮＣＨ", ("bench",)),  # noqa: RUF001
        ("ﾍﾞﾝﾁﾌﾟﾚｽ", ("ベンチプレス",)),
        ("ダンベル ショルダー プレス", ("ダンベルショルダープレス",)),
        ("덤벨 숄더 프레스", ("덤벨숄더프레스",)),
        ("스쿼트 barbell 로우", ("스쿼트", "barbell", "로우")),
        ("abs", ("abs",)),
        ("press", ("press",)),
        ("crunches", ("crunch",)),
        ("presses", ("press",)),
        ("curls", ("curl",)),
        ("Plank 1:30", ("plank",)),
        ("Plank 30 sec", ("plank",)),
        ("Squat x 5", ("squat",)),
        ("Squat RPE 8.5", ("squat",)),
        ("Leg Press 45", ("leg", "press", "45")),
    ],
)
def test_folded(text: str, words: tuple[str, ...]) -> None:
    assert folded(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bankdrücken", ("bankdruecken",)),
        ("Bankdru\u0308cken", ("bankdruecken",)),
        ("Knæbøjning", ("knaeboejning",)),
        ("Bänkpress", ("baenkpress",)),
        ("Squat", ("squat",)),
    ],
)
def test_spelt_out(text: str, words: tuple[str, ...]) -> None:
    assert spelt_out(text) == words


@given(st.text(max_size=60))
def test_folding_never_fails_and_case_changes_nothing(text: str) -> None:
    assert folded(text.casefold()) == folded(text)
    assert all(words for words in folded(text))
