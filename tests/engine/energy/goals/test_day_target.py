"""What to eat on one day: of training, of rest, or any."""

from app.engine.answer import Status
from app.engine.energy.goals.day_target import KindOfDay, target_of_day
from app.engine.energy.goals.goal import Goal, GoalKind
from tests.engine.energy.goals.test_guidance import guided

DAYS = Goal(GoalKind.RATE, -0.5, training_days_per_week=3)


def test_days_of_training_and_of_rest() -> None:
    found = guided(DAYS)
    training, rest = (target_of_day(found, trains=one).value for one in (True, False))
    assert training is not None
    assert rest is not None
    assert (training.kind, rest.kind) == (KindOfDay.TRAINING, KindOfDay.REST)
    mean = found.answer.target.value
    assert mean is not None
    week_kcal = 3 * training.target.intake.value + 4 * rest.target.intake.value
    assert abs(week_kcal - 7 * mean.intake.value) < 1e-6
    assert training.target.protein_g == rest.target.protein_g == mean.protein_g


def test_every_day_is_the_same_where_days_of_training_are_not_told() -> None:
    found = guided()
    part = target_of_day(found, trains=True)
    assert part.value is not None
    assert part.value.kind is KindOfDay.ANY
    assert found.answer.target.value is not None
    assert part.value.target.intake == found.answer.target.value.intake


def test_refused_as_the_target_is() -> None:
    found = guided(Goal(GoalKind.RATE, -3.0, training_days_per_week=3))
    part = target_of_day(found, trains=True)
    assert part.status is Status.REFUSED
    assert part.value is None
    assert (part.because, part.instead) == (
        found.answer.target.because,
        found.answer.target.instead,
    )
