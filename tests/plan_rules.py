"""What every plan owes, read from the answer as a caller gets it and from the catalogue.

Nothing of the builder is used: the rules are written down a second time, from what a plan promises.
A rule that gives way has to be named in `conflicts`; those of `never` may not give way at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.catalogue.load import catalogue
from app.catalogue.records import CatalogueExercise, Laterality

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FREE = {"body_weight", "none"}
DIRECT = 1.0
USUAL_SECONDS, SIDE_CHANGE_S = 3.0, 10.0
PAIN_LIMIT = 3.0
JOINTS: Mapping[str, tuple[str, ...]] = {
    "groin": ("groin_pain",),
    "adductors": ("groin_pain",),
    "hamstrings": ("hamstring_pain",),
    "lower_back": ("low_back_pain",),
    "neck": ("neck_pain",),
    "hip": ("hip_impingement",),
    "knee": ("knee_pain",),
    "ankle": ("ankle_pain",),
    "shoulder": ("shoulder_impingement", "shoulder_instability"),
    "elbow": ("elbow_pain",),
    "wrist": ("wrist_pain",),
}
ALONG: Mapping[str, tuple[str, ...]] = {"groin": ("adductors",), "shoulder": ("rotator_cuff",)}
OPPOSED = {
    "adductors to abductors": ({"adductors"}, {"abductors"}),
    "quadriceps to hamstrings": ({"quadriceps"}, {"hamstrings"}),
    "push to pull": (
        {"pectoralis_major_clavicular", "pectoralis_major_sternal", "deltoid_anterior"},
        {"latissimus_dorsi", "teres_major", "rhomboids", "trapezius_middle", "trapezius_lower"}
        | {"deltoid_posterior"},
    ),
}
MOST_SETS_A_WEEK = {"novice": 20.0, "intermediate": 22.0, "advanced": 26.0}
"""Fractional, of one group. No trial compared them; the curve has little data above thirty."""
MOST_SETS_A_DAY = 11.0
LEARNT_FROM_A_PERSON = {"locomotion", "jump", "weightlifting", "carry"}
LARGE = ("quadriceps", "hamstrings", "glutes", "chest", "back", "deltoids")
AMPLE_MINUTES, AMPLE_DAYS = 45.0, 2
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Placed:
    """One exercise of the answer beside what the catalogue says of it."""

    day: int
    told: Json
    known: CatalogueExercise

    @property
    def shares(self) -> dict[str, float]:
        return {one.muscle_id: one.share for one in self.known.muscles}

    def share_in(self, side: Iterable[str]) -> float:
        """The largest share in muscles or groups."""
        wanted = set(side)
        return max(
            (s for m, s in self.shares.items() if m in wanted or group_of(m) in wanted), default=0.0
        )


def group_of(muscle: str) -> str:
    return catalogue().muscles[muscle].group


def members(area: str) -> list[str]:
    """The muscles of a group, or the muscle itself."""
    return [m for m, one in catalogue().muscles.items() if area in (m, one.group)]


def trained_members(area: str) -> list[str]:
    """Those that get sets and that something known trains directly."""
    hit = {
        one.muscle_id
        for each in catalogue().exercises.values()
        for one in each.muscles
        if one.share >= DIRECT
    }
    return [m for m in members(area) if catalogue().muscles[m].programmed and m in hit]


def broken(asked: Json, answer: Json) -> list[str]:
    """Every rule that the answer to such a body breaks in silence; none is how it should be."""
    part = answer["plan"]
    if part["value"] is None:
        named = bool(part["because"] and part["instead"])
        return [] if part["status"] == "refused" and named else ["neither a plan nor a reason"]
    plan = part["value"]
    placed = [
        Placed(WEEKDAYS.index(s["weekday"]), one, catalogue().exercises[one["exercise_id"]])
        for s in plan["sessions"]
        for one in s["exercises"]
    ]
    focus = list(
        dict.fromkeys([*((answer["goal"] or {}).get("focus", [])), *asked.get("focus", [])])
    )
    said = {(one["gave_way"], str(one["because"]["values"].get("id"))) for one in plan["conflicts"]}
    objective = asked.get("objective") or (answer["goal"] or {}).get("objective", "size")
    return [
        *_recovery(placed),
        *_minutes(asked, plan),
        *_allowed(asked, placed),
        *_focus(focus, placed, said, barred=_bars(asked)),
        *_balance(placed, said),
        *_order(plan),
        *_dose(asked, placed),
        *_prescribed(placed, objective, asked.get("preferred_exercises", [])),
        *_reasons(plan, part),
        *_deloads(asked, answer, plan),
        *_volume(plan, placed),
        *_days(asked, plan),
        *_sensible(placed, objective),
    ]


def _recovery(placed: list[Placed]) -> Iterator[str]:
    """At least 48 h between days that load one muscle, or one group, directly; round the week."""
    days: defaultdict[str, set[int]] = defaultdict(set)
    for one in placed:
        for muscle, share in one.shares.items():
            if share >= DIRECT:
                days[muscle].add(one.day)
                days[group_of(muscle)].add(one.day)
    for area, on in days.items():
        ordered = sorted(on)
        gaps = [b - a for a, b in zip(ordered, [*ordered[1:], ordered[0] + 7], strict=True)]
        if min(gaps) < 2:
            yield f"recovery: {area} on {ordered}"


def _minutes(asked: Json, plan: Json) -> Iterator[str]:
    for session in plan["sessions"]:
        seconds = 60.0 * session["warm_up_minutes"]
        for one in session["exercises"]:
            seconds += one["sets"] * (_set_seconds(one) + one["rest_s"])
        if seconds > 60.0 * asked.get("minutes", 45.0) + 1.0:
            yield f"minutes: {session['weekday']} takes {seconds / 60:.1f}"
        if abs(seconds / 60.0 - session["minutes"]) > 0.1:
            yield f"minutes: {session['weekday']} says {session['minutes']}, is {seconds / 60:.1f}"


def _set_seconds(one: Json) -> float:
    top = float(one["range"][1])
    tempo = one["tempo"]
    if one["measured_in"] == "repetitions":
        top *= sum(tempo.values()) if tempo else USUAL_SECONDS
    known = catalogue().exercises[one["exercise_id"]]
    return 2.0 * top + SIDE_CHANGE_S if known.laterality is Laterality.UNILATERAL else top


def _allowed(asked: Json, placed: list[Placed]) -> Iterator[str]:
    have = {*FREE, *asked.get("equipment", [])}
    codes = set(asked.get("contraindications", []))
    for one in placed:
        if one.known.equipment_id not in have:
            yield f"equipment: {one.known.id} needs {one.known.equipment_id}"
        if one.known.id in asked.get("excluded_exercises", []):
            yield f"excluded: {one.known.id}"
        speaks = {each.value for each in one.known.contraindications}
        if speaks & codes:
            yield f"contraindicated: {one.known.id}"
        for area, value in asked.get("pain_0_to_10", {}).items():
            hurt = {area, *ALONG.get(area, ())}
            group = group_of(area) if area in catalogue().muscles else area
            loads = any(s > 0 and (m in hurt or group_of(m) in hurt) for m, s in one.shares.items())
            if value > PAIN_LIMIT and (loads or speaks & set(JOINTS.get(group, ()))):
                yield f"pain: {one.known.id} loads {area}"


def _bars(asked: Json) -> bool:
    """Whether something told keeps exercises out that would have brought variety."""
    told = ("pain_0_to_10", "contraindications", "excluded_exercises")
    return any(asked.get(name) for name in told)


def _focus(
    focus: list[str], placed: list[Placed], said: set[tuple[str, str]], *, barred: bool
) -> Iterator[str]:
    """Two to three days, every head, both kinds of exercise, more than one plane."""
    for area in focus:
        heads = trained_members(area)
        if not heads:
            continue
        serving = [one for one in placed if one.share_in(heads) >= DIRECT]
        days = {one.day for one in serving}
        aliases = {area, *(group_of(m) for m in heads), *heads}
        told = {way for way, about in said if about in aliases}
        if len(days) > 3 or (len(days) < 2 and "frequency" not in told):
            yield f"frequency: {area} on {sorted(days)}"
        for head in heads:
            if not any(one.shares.get(head, 0.0) >= DIRECT for one in serving) and (
                ("coverage", head) not in said
            ):
                yield f"coverage: {head}"
        if serving and "variety" not in told and not barred:
            kinds = {o.known.mechanics.value for o in placed if o.share_in(heads) > 0.0}
            could = list(_could(heads, _used(placed)))
            if len(kinds) < 2 and {e.mechanics.value for e in could} - kinds:
                yield f"variety: {area} only {kinds}"
            planes = {one.known.plane.value for one in serving}
            if len(planes) < 2 and len(serving) > 3 and {e.plane.value for e in could} - planes:
                yield f"variety: {area} only {planes}"


def _used(placed: list[Placed]) -> set[str]:
    return {*FREE, *(one.known.equipment_id for one in placed)}


def _could(heads: list[str], equipment: set[str]) -> Iterator[CatalogueExercise]:
    """What anybody could do instead: loaded, so that no level is too low for it."""
    wanted = set(heads)
    for each in catalogue().exercises.values():
        direct = any(one.share >= DIRECT and one.muscle_id in wanted for one in each.muscles)
        loaded = each.load_mode.value == "external" and each.equipment_id in equipment
        if direct and loaded and each.pattern.value not in LEARNT_FROM_A_PERSON:
            yield each


def _balance(placed: list[Placed], said: set[tuple[str, str]]) -> Iterator[str]:
    for name, sides in OPPOSED.items():
        first, second = (sum(o.told["sets"] * o.share_in(side) for o in placed) for side in sides)
        more, fewer = max(first, second), min(first, second)
        if more > 2.0 * fewer and ("balance", name.replace(" ", "_")) not in said:
            yield f"balance: {name} {first:g} to {second:g}"
    for group in LARGE:
        if not any(o.share_in([group]) > 0 for o in placed) and ("balance", group) not in said:
            yield f"balance: {group} has nothing"


def _order(plan: Json) -> Iterator[str]:
    """Preparation, then compound, then isolation; what is done in few repetitions before more."""
    for session in plan["sessions"]:
        order = [one["role"] != "preparation" for one in session["exercises"]]
        if order != sorted(order):
            yield f"order: {session['weekday']} preparation is late"
        main = [one for one in session["exercises"] if one["role"] != "preparation"]
        kinds = [one["mechanics"] == "isolation" for one in main]
        if kinds != sorted(kinds):
            yield f"order: {session['weekday']} isolation before compound"
        counted = [one for one in main if one["measured_in"] == "repetitions"]
        for kind in ("compound", "isolation"):
            light = [one["range"][1] > 8 for one in counted if one["mechanics"] == kind]
            if light != sorted(light):
                yield f"order: {session['weekday']} heavy {kind} sets after light ones"


def _dose(asked: Json, placed: list[Placed]) -> Iterator[str]:
    most = MOST_SETS_A_WEEK[asked.get("level", "novice")]
    for group in {one.group for one in catalogue().muscles.values()}:
        week = sum(one.told["sets"] * one.share_in([group]) for one in placed)
        if week > most:
            yield f"dose: {group} {week:g} sets a week"
        for day in range(7):
            sets = sum(o.told["sets"] * o.share_in([group]) for o in placed if o.day == day)
            if sets > MOST_SETS_A_DAY:
                yield f"dose: {group} {sets:g} sets on {WEEKDAYS[day]}"


def _prescribed(placed: list[Placed], objective: str, preferred: list[str]) -> Iterator[str]:
    for one in placed:
        told, id_ = one.told, one.known.id
        if not 2 <= told["sets"] <= 5:
            yield f"prescribed: {id_} {told['sets']} sets"
        if not 0 < told["range"][0] <= told["range"][1] or told["rest_s"] < 30:
            yield f"prescribed: {id_} {told['range']} rest {told['rest_s']}"
        if told["repetitions_in_reserve"] is None or not 0 < told["repetitions_in_reserve"] <= 4:
            yield f"prescribed: {id_} reserve {told['repetitions_in_reserve']}"
        if told["measured_in"] == "repetitions" and not told["tempo"]:
            yield f"prescribed: {id_} has no tempo"
        if not told["scheme"]:
            yield f"prescribed: {id_} has no scheme"
        few = told["measured_in"] == "repetitions" and told["range"][1] <= 6
        few = few and one.known.pattern.value != "wrist"
        if few and objective != "strength" and id_ not in preferred:
            yield f"prescribed: {id_} in {told['range']} for {objective}"


def _reasons(plan: Json, part: Json) -> Iterator[str]:
    if not part["because"]:
        yield "reasons: none for the week"
    for session in plan["sessions"]:
        for one in session["exercises"]:
            if not any(reason["source"] for reason in one["because"]):
                yield f"reasons: {one['exercise_id']} has none with a source"
    for one in plan["conflicts"]:
        if one["gave_way"] not in one["constraints"] or len(one["constraints"]) < 2:
            yield f"conflict: {one['constraints']} gives no clash"


def _deloads(asked: Json, answer: Json, plan: Json) -> Iterator[str]:
    weeks = plan["weeks"]
    wanted = asked.get("weeks") or (answer["goal"] or {}).get("weeks") or 8
    if [one["number"] for one in weeks] != list(range(1, wanted + 1)):
        yield f"weeks: {len(weeks)} of {wanted}"
    run = longest = 0
    for one in weeks:
        run = 0 if one["is_deload"] else run + 1
        longest = max(longest, run)
        if one["is_deload"] and one["sets_factor"] >= 1.0:
            yield "deload: is not lighter"
    if longest > 6 or (len(weeks) >= 4 and longest == len(weeks)):
        yield f"deload: {longest} weeks without one"


def _volume(plan: Json, placed: list[Placed]) -> Iterator[str]:
    for one in plan["volume"]:
        counted = sum(each.told["sets"] * each.share_in([one["group"]]) for each in placed)
        if abs(counted - one["sets"]) > 1e-6:
            yield f"volume: {one['group']} says {one['sets']}, is {counted}"


def _days(asked: Json, plan: Json) -> Iterator[str]:
    used = [session["weekday"] for session in plan["sessions"]]
    if asked.get("weekdays") and not set(used) <= set(asked["weekdays"]):
        yield f"days: {used}"
    wanted = asked.get("days_per_week")
    told = any(one["gave_way"] == "days" for one in plan["conflicts"])
    if wanted and len(used) != wanted and not told:
        yield f"days: {len(used)} of {wanted}"


def _sensible(placed: list[Placed], objective: str) -> Iterator[str]:
    """What a good coach would be ashamed of."""
    by_day: defaultdict[int, list[Placed]] = defaultdict(list)
    for one in placed:
        by_day[one.day].append(one)
    for day, on in by_day.items():
        movements = [one.known.movement_id for one in on]
        if len(set(movements)) < len(movements):
            yield f"sense: one movement twice on {WEEKDAYS[day]}"
        if len(on) > 12:
            yield f"sense: {len(on)} exercises on {WEEKDAYS[day]}"
    for one in placed:
        light = one.told["range"][0] >= 15
        if light and one.known.range_high <= 8 and one.told["measured_in"] == "repetitions":
            yield f"sense: {one.known.id} in {one.told['range']} for {objective}"
        if one.told["role"] == "preparation" and one.told["sets"] > 3:
            yield f"sense: {one.told['sets']} sets of preparation"


def adoptable(answer: Json) -> Iterator[str]:
    """That the programmes hold the plan's sessions, in order."""
    sessions = answer["plan"]["value"]["sessions"]
    wanted = [[one["exercise_id"] for one in session["exercises"]] for session in sessions]
    for programme in answer["programmes"]:
        got = [[one["exercise_id"] for one in day["exercises"]] for day in programme["days"]]
        if got != wanted or programme["weekdays"] != [one["weekday"] for one in sessions]:
            yield f"programme: {programme['name']} is not the plan"
