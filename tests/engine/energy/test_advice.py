from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.answer import Estimate, Missing, Reason, Status
from app.engine.energy.advice import EnergyAnswer, energy_advice
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.resting.resting_energy import RestingEnergy
from app.engine.energy.target.target import EnergyTarget
from app.engine.records import Athlete, IntakeDay, Sex, Weighing
from tests.engine.energy.logs import MAN, ON, eaten, lived, weighing

PARTS = ("body_mass", "resting", "expenditure", "balance", "target")


def codes(reasons: Iterable[Reason | Missing]) -> list[str]:
    return [reason.code for reason in reasons]


def spent(answer: EnergyAnswer) -> Estimate:
    assert answer.expenditure.value is not None
    return answer.expenditure.value.estimate


def half(estimate: Estimate) -> float:
    return estimate.high - estimate.value


def test_from_day_one_with_a_factor() -> None:
    answer = energy_advice(MAN, [weighing(0, 80.0)], [], on=ON, activity_factor=1.55)
    assert answer.expenditure.value is not None
    assert answer.expenditure.value.method == "activity_product"
    assert spent(answer).value == pytest.approx(2759.0)
    assert codes(answer.expenditure.missing) == ["weighings", "intake_days"]
    assert answer.balance.status is Status.INSUFFICIENT
    assert answer.target.status is Status.OK


def test_from_day_one_without_a_factor_nothing_is_made_up() -> None:
    answer = energy_advice(MAN, [weighing(0, 80.0)], [], on=ON)
    assert answer.resting.status is Status.OK
    assert answer.expenditure.status is Status.INSUFFICIENT
    assert codes(answer.expenditure.missing) == ["activity_factor", "weighings", "intake_days"]
    assert answer.target.status is Status.INSUFFICIENT


def test_the_log_comes_to_outweigh_the_prior() -> None:
    widths = []
    for days in (7, 28, 84):
        answer = energy_advice(MAN, *lived(days), on=ON, activity_factor=1.7)
        widths.append(half(spent(answer)))
    assert widths == sorted(widths, reverse=True)
    assert spent(answer).value == pytest.approx(2660.0, abs=150.0)


def test_a_wide_prior_is_said() -> None:
    answer = energy_advice(MAN, *lived(28), on=ON)
    assert "prior_activity_unknown" in codes(answer.expenditure.because)
    assert codes(answer.expenditure.missing) == ["activity_factor"]
    known = energy_advice(MAN, *lived(28), on=ON, activity_factor=1.5)
    assert half(spent(known)) < half(spent(answer))
    assert known.expenditure.missing == ()


def test_the_log_alone_speaks_when_nothing_else_is_known() -> None:
    answer = energy_advice(Athlete(), *lived(60), on=ON)
    assert "prior_none" in codes(answer.expenditure.because)
    assert "energy_density_convention" in codes(answer.expenditure.because)
    assert spent(answer).value == pytest.approx(2700.0, abs=250.0)
    assert answer.resting.status is Status.INSUFFICIENT
    assert codes(answer.target.because) == ["unknown_age", "unknown_height"]


def test_but_only_when_it_is_long_enough() -> None:
    answer = energy_advice(Athlete(), *lived(13), on=ON)
    assert answer.expenditure.status is Status.INSUFFICIENT
    assert codes(answer.expenditure.missing) == ["sex", "age_years", "height_cm", "weighings"]


@pytest.mark.parametrize("factor", [-1.0, 0.0, 0.9, 2.5])
def test_a_factor_nobody_lives_is_refused(factor: float) -> None:
    answer = energy_advice(MAN, *lived(28), on=ON, activity_factor=factor)
    assert answer.body_mass.status is Status.OK
    assert answer.expenditure.status is Status.REFUSED
    assert answer.target.status is Status.INSUFFICIENT


def test_without_a_weighing_nothing_but_refusals() -> None:
    answer = energy_advice(MAN, [], [eaten(1, 2300.0)], on=ON)
    parts = [getattr(answer, name) for name in PARTS]
    assert [part.status for part in parts] == [Status.INSUFFICIENT] * 5
    assert codes(answer.expenditure.missing) == ["weighing", "activity_factor"]
    minor = energy_advice(replace(MAN, age_years=15.0), [], [], on=ON)
    assert codes(minor.target.because) == ["under_18"]


def test_a_stale_weighing_is_none() -> None:
    answer = energy_advice(MAN, [weighing(900, 80.0), weighing(70, 80.0)], [], on=ON)
    assert codes(answer.body_mass.missing) == ["weighing"]
    assert [e.reason for e in answer.body_mass.evidence.excluded] == ["stale"]


def test_an_absurd_log_is_not_answered() -> None:
    weighings = [weighing(d, 60.0 + d) for d in range(60)]
    answer = energy_advice(MAN, weighings, [eaten(d, 9000.0) for d in range(60)], on=ON)
    assert answer.expenditure.status is Status.INSUFFICIENT
    assert codes(answer.expenditure.because) == ["log_contradicts_itself"]
    assert codes(answer.expenditure.missing) == ["consistent_log"]


def test_an_absurd_mass_hides_all_that_rests_on_it() -> None:
    feast = [eaten(d, 12_000.0) for d in range(60)]
    answer = energy_advice(MAN, [weighing(59, 80.0)], feast, on=ON)
    assert codes(answer.body_mass.because) == ["log_contradicts_itself"]
    assert codes(answer.target.missing) == ["consistent_log"]


def test_what_was_left_out_is_named() -> None:
    weighings, intake_days = lived(40)
    weighings[10] = replace(weighings[10], body_mass_kg=8.0)
    intake_days[5] = replace(intake_days[5], energy_kcal=0.0)
    answer = energy_advice(MAN, weighings, intake_days, on=ON)
    excluded = {e.id: e.reason for e in answer.expenditure.evidence.excluded}
    assert excluded == {"w30": "implausible_change", "i35": "zero_intake"}
    assert "unlogged_days" in codes(answer.expenditure.because)
    assert "i35" not in answer.expenditure.evidence.used


def test_doubled_days_are_said() -> None:
    weighings, intake_days = lived(40)
    weighings.append(weighing(3, 77.9, hour=20, key="evening"))
    answer = energy_advice(MAN, weighings, intake_days, on=ON)
    assert "averaged_day" in codes(answer.expenditure.because)
    assert "evening" in answer.expenditure.evidence.used


def test_water_after_a_step_is_said() -> None:
    weighings, intake_days = lived(60)
    cut = [
        replace(d, energy_kcal=1700.0) if d.eaten_on > ON.replace(day=22) else d
        for d in intake_days
    ]
    answer = energy_advice(MAN, weighings, cut, on=ON)
    assert "water_after_step" in codes(answer.expenditure.because)
    assert "water_after_step" not in codes(
        energy_advice(MAN, weighings, intake_days, on=ON).expenditure.because
    )


def test_the_future_is_not_read() -> None:
    weighings, intake_days = lived(40)
    ahead = [*weighings, weighing(-3, 120.0)], [*intake_days, eaten(-3, 9000.0)]
    assert energy_advice(MAN, *ahead, on=ON) == energy_advice(MAN, weighings, intake_days, on=ON)


def test_the_first_days_of_the_calendar_are_days_like_others() -> None:
    first = weighing(0, 80.0)
    log = [replace(first, weighed_on=date.min)]
    answer = energy_advice(MAN, log, [], on=date.min, activity_factor=1.5)
    assert answer.expenditure.status is Status.OK


DAYS = st.sampled_from([date.min, date(2, 1, 1), ON, date(9999, 12, 30), date.max])


@settings(deadline=None)
@given(on=DAYS, weighed=DAYS, ate=DAYS, factor=st.sampled_from([None, 1.5]))
def test_any_day_of_the_calendar(on: date, weighed: date, ate: date, factor: float | None) -> None:
    log = [replace(weighing(0, 80.0), weighed_on=weighed)]
    food = [replace(eaten(0, 2500.0), eaten_on=ate)]
    answer = energy_advice(MAN, log, food, on=on, activity_factor=factor)
    assert (answer.body_mass.status is Status.OK) == (on == weighed or (on - weighed).days == 1)


def test_what_is_said_reads_right_of_one_day() -> None:
    one = energy_advice(MAN, [weighing(0, 80.0)], [], on=ON, activity_factor=1.5)
    texts = [what.text for what in one.expenditure.missing]
    assert texts[0] == "Weigh yourself on at least 3 days over 5 days or more."
    assert texts[1].startswith("Log all you eat on at least 3 days;")
    assert "(days: 1, the last 2025-06-30) give 80" in one.body_mass.because[0].text
    longer = energy_advice(MAN, [weighing(0, 80.0)], [], on=ON)
    assert longer.expenditure.missing[1].text.endswith("3 days over 5 days or more.")


def test_maintenance_is_0_whatever_its_sign() -> None:
    given = energy_advice(MAN, *lived(28), on=ON, rate_percent_per_week=-0.0).target
    assert given.value is not None
    assert str(given.value.rate_percent_per_week) == "0.0"


@pytest.mark.parametrize(
    ("athlete", "code"),
    [
        (replace(MAN, age_years=2025.0), "unknown_age"),
        (replace(MAN, height_cm=18.0), "unknown_height"),
    ],
)
def test_what_cannot_be_is_as_unsafe_as_what_is_unknown(athlete: Athlete, code: str) -> None:
    answer = energy_advice(athlete, *lived(60), on=ON)
    assert answer.resting.status is Status.INSUFFICIENT
    assert codes(answer.target.because) == [code]


@pytest.mark.parametrize("rate", [float("nan"), float("inf")])
def test_a_rate_is_a_number(rate: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        energy_advice(MAN, [], [], on=ON, rate_percent_per_week=rate)


def test_ten_years_cost_as_much_as_half_a_year() -> None:
    weighings, intake_days = lived(400)
    full = energy_advice(MAN, weighings, intake_days, on=ON)
    assert full == energy_advice(MAN, weighings[-168:], intake_days[-170:], on=ON)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 60))
def test_the_order_of_records_does_not_matter(random: Random, days: int) -> None:
    weighings, intake_days = lived(days)
    before = energy_advice(MAN, weighings, intake_days, on=ON)
    random.shuffle(weighings)
    random.shuffle(intake_days)
    assert energy_advice(MAN, weighings, intake_days, on=ON) == before


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    days=st.integers(5, 120),
    more_kcal=st.floats(20.0, 800.0),
    factor=st.sampled_from([None, 1.375, 1.725]),
)
def test_more_eaten_at_the_same_weights_is_more_spent(
    seed: int, days: int, more_kcal: float, factor: float | None
) -> None:
    weighings, intake_days = lived(days, seed=seed)
    richer = [replace(d, energy_kcal=d.energy_kcal + more_kcal) for d in intake_days]
    less = energy_advice(MAN, weighings, intake_days, on=ON, activity_factor=factor)
    more = energy_advice(MAN, weighings, richer, on=ON, activity_factor=factor)
    assert spent(more).value > spent(less).value


def weighings_of(mass: st.SearchStrategy[float]) -> st.SearchStrategy[list[Weighing]]:
    return st.lists(
        st.builds(
            lambda days_ago, mass, hour: weighing(
                days_ago, mass, hour=hour, key=f"{days_ago}-{hour}"
            ),
            st.integers(-5, 400),
            mass,
            st.integers(0, 23),
        ),
        max_size=40,
    )


MASSES = (st.floats(20.0, 400.0), st.floats(70.0, 80.0), st.floats(79.0, 80.0))
WEIGHINGS = st.one_of(*map(weighings_of, MASSES))
INTAKE = st.lists(
    st.builds(
        lambda days_ago, kcal, complete: eaten(days_ago, kcal, complete=complete),
        st.integers(-5, 400),
        st.floats(0.0, 20_000.0),
        st.booleans(),
    ),
    max_size=40,
)
ATHLETES = st.builds(
    Athlete,
    sex=st.sampled_from([None, *Sex]),
    age_years=st.none() | st.floats(10.0, 110.0) | st.floats(110.0, 3000.0),
    height_cm=st.none() | st.floats(50.0, 260.0),
    body_fat_percent=st.none() | st.floats(0.0, 100.0),
)


@settings(max_examples=200, deadline=None)
@given(
    athlete=ATHLETES,
    weighings=WEIGHINGS,
    intake_days=INTAKE,
    rate=st.floats(-3.0, 3.0),
    factor=st.none() | st.floats(-1.0, 3.0),
)
def test_any_log_gives_finite_ordered_numbers(
    athlete: Athlete,
    weighings: list[Weighing],
    intake_days: list[IntakeDay],
    rate: float,
    factor: float | None,
) -> None:
    answer = energy_advice(
        athlete,
        weighings,
        intake_days,
        on=ON,
        rate_percent_per_week=rate,
        activity_factor=factor,
    )
    for name in PARTS:
        part = getattr(answer, name)
        assert (part.value is not None) == (part.status is Status.OK)
        assert part.missing or part.status is not Status.INSUFFICIENT
        assert part.because or part.status is Status.INSUFFICIENT
        assert bool(part.instead) == (part.status is Status.REFUSED)
        for estimate in estimates(part.value):
            assert -1e6 < estimate.low <= estimate.value <= estimate.high < 1e6


def estimates(value: object) -> list[Estimate]:
    if isinstance(value, EnergyTarget):
        return [value.intake]
    if value is None or isinstance(value, Estimate):
        return [] if value is None else [value]
    assert isinstance(value, Expenditure | RestingEnergy)
    return [value.estimate]
