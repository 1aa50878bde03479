"""The file of questions before training: read, and refused where it does not hold together."""

from pathlib import Path

import pytest

from app.catalogue.entry import CatalogueError
from app.catalogue.load import read
from app.catalogue.screening import read_questions, screening_questions
from app.engine.health.screening import TOGETHER, ScreeningQuestion
from app.engine.records import HealthFlag
from tests.catalogue.written import folder

QUESTION = """
[breath]
text = "Are you out of breath?"
then = "Ask."
flag = "unexplained_symptoms"
sources = ["book"]
"""


def written(path: Path, text: str) -> ScreeningQuestion:
    file = path / "screening.toml"
    file.write_text(text, encoding="utf-8")
    (question,) = read_questions(file, read(folder(path / "catalogue"))).values()
    return question


def test_a_question_is_read(tmp_path: Path) -> None:
    assert written(tmp_path, QUESTION) == ScreeningQuestion(
        id="breath",
        text="Are you out of breath?",
        then="Ask.",
        flag=HealthFlag.UNEXPLAINED_SYMPTOMS,
        reproduction=None,
        together=None,
        optional=False,
        source_ids=("book",),
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('then = "Ask."', "", "has no 'then'"),
        ("unexplained_symptoms", "tired", "tired"),
        ('["book"]', '["film"]', "film"),
        ("flag =", 'together = "eating_habits"\nflag =', "leads to something alone"),
        ('flag = "unexplained_symptoms"', 'together = "moods"', "which nothing defines"),
        ("flag =", 'colour = "red"\nflag =', "colour"),
    ],
)
def test_faults_of_a_question(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^screening\.toml: .*{fault}"):
        written(tmp_path, QUESTION.replace(old, new, 1))


def test_every_flag_can_be_told_and_enough_questions_count_together() -> None:
    questions = screening_questions().values()
    told = {one.flag for one in questions} | {flag for _, flag in TOGETHER.values()}
    assert told - {None} == set(HealthFlag)
    for topic, (least, _) in TOGETHER.items():
        assert sum(one.together == topic for one in questions) > least
