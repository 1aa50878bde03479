"""The schemes by name: what each is told, what it counts, and what it rests on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.engine.answer import Basis, Missing
from app.engine.progression import (
    add_a_set,
    apre,
    assistance_reduction,
    band_ladder,
    body_weight_ladder,
    distance_duration,
    five_three_one,
    greyskull,
    gzclp,
    linear,
    per_set,
    repetition_sum,
    rir_target,
    tempo_progression,
    timed_hold,
    undulating,
    wave,
)
from app.engine.progression.demand import Demand
from app.engine.progression.double.rule import double_progression
from app.engine.progression.double.state import DoubleProgressionParameters
from app.engine.progression.setting import Setting
from app.engine.records import Measure
from app.engine.training_log.judged import WINDOW_SESSIONS, JudgedSession

DOUBLE_PROGRESSION = "double_progression"
"""The scheme where none is asked for; its parameters are also read from the log."""

Rule = Callable[[Sequence[JudgedSession], Any, Setting], Demand | None]
"""From the judged sessions, oldest first, to the demand of the next; None where it cannot begin."""

START_LOAD = Missing(
    "start_load", "Say with which load this scheme starts, or log one session of the exercise."
)


@dataclass(frozen=True, slots=True)
class Scheme:
    name: str
    title: str
    text: str
    """What it does, in a sentence or two."""
    parameters: type
    rule: Rule
    source: str
    measures: frozenset[Measure] = frozenset({Measure.REPETITIONS})
    """What its sets are counted in."""
    basis: Basis = Basis.CONVENTION
    sessions_most: int = WINDOW_SESSIONS
    """Sessions folded; an older one cannot change the state."""
    to_failure: bool = False
    """It asks for sets to failure or for a test."""
    every_set: bool = False
    """Its sets progress one by one: those below the top load count as well."""
    lacking: Missing = START_LOAD
    """What to say or log where it cannot begin."""


ALL: tuple[Scheme, ...] = (
    Scheme(
        DOUBLE_PROGRESSION,
        "Double progression",
        "Repetitions rise within a range; once every set makes the top, the load rises and they "
        "start again. Where no load is in reach: sets, then a slower lowering.",
        DoubleProgressionParameters,
        double_progression,
        "double_progression_convention",
    ),
    Scheme(
        "linear",
        "Linear progression",
        "The same sets and repetitions, one step more load after every session that did them all; "
        "after a number of misses in a row a step back. StrongLifts 5x5 by default.",
        linear.LinearParameters,
        linear.linear,
        "stronglifts_convention",
    ),
    Scheme(
        "greyskull",
        "Greyskull",
        "Sets of five, the last one open-ended: one step more, two after ten repetitions or more "
        "in it; any miss steps back.",
        greyskull.GreyskullParameters,
        greyskull.greyskull,
        "greyskull_convention",
        to_failure=True,
    ),
    Scheme(
        "gzclp_t1",
        "GZCLP, first tier",
        "5 x 3+, after a miss 6 x 2+, then 10 x 1+, always at the load reached; then a test of "
        "five repetitions, and again from a share of it.",
        gzclp.T1Parameters,
        gzclp.gzclp_t1,
        "gzclp_convention",
        to_failure=True,
    ),
    Scheme(
        "gzclp_t2",
        "GZCLP, second tier",
        "3 x 10, after a miss 3 x 8, then 3 x 6; then again 3 x 10, heavier than where it was.",
        gzclp.T2Parameters,
        gzclp.gzclp_t2,
        "gzclp_convention",
    ),
    Scheme(
        "gzclp_t3",
        "GZCLP, third tier",
        "3 x 15, the last set open-ended: one step more once it makes 25.",
        gzclp.T3Parameters,
        gzclp.gzclp_t3,
        "gzclp_convention",
        to_failure=True,
    ),
    Scheme(
        "five_three_one",
        "5/3/1",
        "Weeks of five, three and one repetitions at rising shares of a training maximum, the last "
        "set open-ended; the maximum rises with every cycle and falls after a missed minimum.",
        five_three_one.FiveThreeOneParameters,
        five_three_one.five_three_one,
        "five_three_one_convention",
        sessions_most=260,
        to_failure=True,
        lacking=Missing(
            "training_max",
            "Say the training maximum (about 90 % of the one-repetition maximum), or log a session "
            "of the exercise from which strength can be told.",
        ),
    ),
    Scheme(
        "apre",
        "Autoregulating progressive resistance exercise",
        "Two sets to failure at a three-, six- or ten-repetition maximum; what the first gives "
        "adjusts the second, what that gives the next session.",
        apre.ApreParameters,
        apre.apre,
        "apre_convention",
        to_failure=True,
    ),
    Scheme(
        "rir_target",
        "Effort as the target",
        "The load at which so many repetitions likely leave so many in reserve, from what the log "
        "shows of the lifter's strength; never more than a tenth above the heaviest load lifted.",
        rir_target.RirTargetParameters,
        rir_target.rir_target,
        "rir_target_convention",
        lacking=Missing(
            "strength",
            "Log a session of this exercise with loads, best with the repetitions left in reserve: "
            "the load is chosen from the strength that it shows.",
        ),
    ),
    Scheme(
        "repetition_sum",
        "Repetition sum",
        "A goal for the repetitions of all sets together; once it is reached, more load.",
        repetition_sum.RepetitionSumParameters,
        repetition_sum.repetition_sum,
        "repetition_sum_convention",
    ),
    Scheme(
        "per_set",
        "Every set by itself",
        "Each set keeps its own load and range and progresses by itself: pyramids and back-off "
        "sets stay what they are.",
        per_set.PerSetParameters,
        per_set.per_set,
        "reverse_pyramid_convention",
        every_set=True,
        lacking=Missing(
            "session", "Log one session of the exercise: its sets are the ones that progress."
        ),
    ),
    Scheme(
        "reverse_pyramid",
        "Reverse pyramid",
        "The heaviest set first, then lighter ones with more repetitions; each progresses by "
        "itself.",
        per_set.ReversePyramidParameters,
        per_set.reverse_pyramid,
        "reverse_pyramid_convention",
        every_set=True,
    ),
    Scheme(
        "undulating",
        "Undulating days",
        "Heavy, moderate and light sessions in turn, each progressing by itself.",
        undulating.UndulatingParameters,
        undulating.undulating,
        "undulating_convention",
    ),
    Scheme(
        "wave",
        "Waves",
        "Sets of fewer and fewer repetitions with more and more load; the heaviest is judged, the "
        "others follow it.",
        wave.WaveParameters,
        wave.wave,
        "wave_convention",
    ),
    Scheme(
        "tempo_progression",
        "Slower lowering",
        "A second more of lowering after every full success, up to a limit, then more load and the "
        "first tempo again.",
        tempo_progression.TempoProgressionParameters,
        tempo_progression.tempo_progression,
        "schoenfeld_2015_tempo",
    ),
    Scheme(
        "add_a_set",
        "One more set",
        "A set more after every full success, up to a limit, then more load and the first number "
        "of sets again. Trials found no advantage over a fixed number.",
        add_a_set.AddASetParameters,
        add_a_set.add_a_set,
        "add_a_set_convention",
    ),
    Scheme(
        "body_weight_ladder",
        "Body-weight ladder",
        "More repetitions, then more sets, then a harder variation of the exercise.",
        body_weight_ladder.BodyWeightLadderParameters,
        body_weight_ladder.body_weight_ladder,
        "ladder_convention",
    ),
    Scheme(
        "assistance_reduction",
        "Less assistance",
        "A step less assistance after every full success, until the body is lifted alone.",
        assistance_reduction.AssistanceReductionParameters,
        assistance_reduction.assistance_reduction,
        "ladder_convention",
    ),
    Scheme(
        "timed_hold",
        "Longer holds",
        "A few seconds more after every full success, up to a limit, then the next level; where "
        "asked for, only while pain is low.",
        timed_hold.TimedHoldParameters,
        timed_hold.timed_hold,
        "timed_convention",
        measures=frozenset({Measure.DURATION}),
    ),
    Scheme(
        "band_ladder",
        "Harder bands",
        "More repetitions with a band, then the next harder one.",
        band_ladder.BandLadderParameters,
        band_ladder.band_ladder,
        "band_convention",
    ),
    Scheme(
        "distance_duration",
        "Further or longer",
        "A goal in metres or seconds that rises by a share after every session that made it.",
        distance_duration.DistanceDurationParameters,
        distance_duration.distance_duration,
        "timed_convention",
        measures=frozenset({Measure.DURATION, Measure.DISTANCE}),
        lacking=Missing("goal", "Say the goal to begin with, or log one session of the exercise."),
    ),
)
SCHEMES: Mapping[str, Scheme] = MappingProxyType({one.name: one for one in ALL})
