"""What words mean in several languages at once."""

from pathlib import Path

import pytest

from app.catalogue.entry import CatalogueError
from app.catalogue.lexicon import Lexicon, lexicon_of, words, words_equipment_last
from app.catalogue.load import read
from tests.catalogue.written import FILES, changed, folder

LANGUAGE = "languages/xx.toml"


def made_up(path: Path, **replaced: str) -> Lexicon:
    return lexicon_of(read(folder(path, **replaced)))


def in_english(known: Lexicon, *text: str) -> str:
    return " ".join(known.translated(known.apart(text)))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (("wadli",), "calf raise"),
        (("wadli", "mit", "stange"), "calf raise barbell"),
        (("auf", "und", "ab"), "up"),
        (("auf", "und"), "auf und"),
        (("bandwadli",), "band calf raise"),
        (("calf", "raise"), "calf raise"),
        (("nothing",), "nothing"),
    ],
)
def test_a_language_is_put_into_english(
    tmp_path: Path, text: tuple[str, ...], english: str
) -> None:
    assert in_english(made_up(tmp_path), *text) == english


def test_long_words_are_taken_apart_where_the_language_writes_them_together(tmp_path: Path) -> None:
    assert in_english(made_up(tmp_path), "stangenwadli") == "stangenwadli"
    together = changed(LANGUAGE, 'name = "Made up"', 'name = "Made up"\ncompounds = true')
    known = made_up(tmp_path, languages_xx=together)
    assert in_english(known, "stangewadli") == "barbell calf raise"
    assert in_english(known, "stangexwadli") == "stangexwadli"
    assert in_english(known, "wad") == "wad"


def test_signs_without_blanks_are_taken_apart_as_far_as_they_are_known(tmp_path: Path) -> None:
    text = changed(LANGUAGE, '"Wadli"', '"カーフ"').replace('"Stange"', '"バー"')
    text = text.replace('name = "Made up"', 'name = "Made up"\ncompounds = true')
    known = made_up(tmp_path, languages_xx=text)
    assert in_english(known, "バーカーフ") == "barbell calf raise"
    assert in_english(known, "大バーカーフ") == "大 barbell calf raise"


def test_the_longest_run_of_words_is_meant(tmp_path: Path) -> None:
    text = changed(LANGUAGE, '"auf und ab" = "up"', '"auf und ab" = "up"\n"auf" = "on"')
    known = made_up(tmp_path, languages_xx=text)
    assert in_english(known, "auf", "und", "ab") == "up"
    assert in_english(known, "auf", "und") == "on und"


def test_where_languages_differ_the_one_that_others_belong_to_decides(tmp_path: Path) -> None:
    folder(tmp_path)
    other = FILES[LANGUAGE].replace('"mit" = ""', '"wadli" = "shin"\n"con" = ""')
    other = other.replace('calf_raise = ["Wadli"]', "").replace('"Stange"', '"barra"')
    (tmp_path / "languages" / "yy.toml").write_text(other, encoding="utf-8")
    known = lexicon_of(read(tmp_path))
    assert in_english(known, "wadli", "mit", "stange") == "calf raise barbell"
    assert in_english(known, "wadli", "con", "barra") == "shin barbell"
    assert in_english(known, "wadli") == "wadli"


def test_english_keeps_its_word_where_no_other_language_speaks(tmp_path: Path) -> None:
    text = changed(LANGUAGE, '"mit" = ""', '"mit" = ""\n"heel" = "toe"')
    known = made_up(tmp_path, languages_xx=text)
    assert in_english(known, "heel") == "heel"
    assert in_english(known, "heel", "mit", "stange") == "toe barbell"


def test_english_spellings_are_folded_first(tmp_path: Path) -> None:
    folder(tmp_path)
    english = 'name = "English"\n\n[phrase]\n"heel lift" = "heel raise"\n'
    (tmp_path / "languages" / "en.toml").write_text(english, encoding="utf-8")
    (tmp_path / "languages" / "yy.toml").write_text(
        'name = "Other"\n\n[phrase]\n"alza talon" = "heel lift"\n', encoding="utf-8"
    )
    assert in_english(lexicon_of(read(tmp_path)), "alza", "talon") == "heel raise"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"mit" = ""', '"mit" = ""\n"wadli" = "shin"', r"xx\.toml: 'wadli' means 'shin' already"),
        ('"mit" = ""', '"mit" = ""\n"..." = "shin"', r"xx\.toml: a word without letters"),
    ],
)
def test_a_language_that_contradicts_itself_is_refused(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    with pytest.raises(CatalogueError, match=fault):
        made_up(tmp_path, languages_xx=changed(LANGUAGE, old, new))


def test_equipment_in_the_middle_can_be_put_behind() -> None:
    name = "Разведение гантелей в стороны"
    assert "lateral" not in words(name)
    assert words_equipment_last(name) == ("lateral", "raise", "dumbbell")
