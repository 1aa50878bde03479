"""The examples of the contract: one small story of one athlete, which a test plays from top to end.

Jo squats wide for the inner thighs, weighs in, logs what was eaten and asks what comes next.
"""

ATHLETE_ID = "0190a6c4-3f00-7a10-8000-000000000001"
WORKOUT_ID = "0190a6c4-3f00-7a10-8000-000000000002"
WEIGHING_ID = "0190a6c4-3f00-7a10-8000-000000000003"
INTAKE_ID = "0190a6c4-3f00-7a10-8000-000000000004"
PROGRAMME_ID = "0190a6c4-3f00-7a10-8000-000000000005"
CHECK_IN_ID = "0190a6c4-3f00-7a10-8000-000000000006"
INVENTORY_ID = "0190a6c4-3f00-7a10-8000-000000000007"
GOAL_ID = "0190a6c4-3f00-7a10-8000-000000000030"
EXERCISE_ID = "sumo-squat"
SCHEME_NAME = "linear"

ATHLETE = {
    "id": ATHLETE_ID,
    "external_id": "user-4711",
    "sex": "female",
    "born_on": "1991-04-02",
    "height_cm": 168,
    "reproduction": "neither",
    "activity_factor": 1.55,
    "mass_unit": "kg",
    "time_zone": "Europe/Berlin",
}

ATHLETE_CHANGE = {"height_cm": 168.5, "body_fat_percent": 29}

SETS = [
    {"load_kg": 40, "repetitions": 12, "repetitions_in_reserve": 2},
    {"load_kg": 40, "repetitions": 12, "repetitions_in_reserve": 1},
    {"load_kg": 40, "repetitions": 12, "repetitions_in_reserve": 1},
]

WORKOUT = {
    "id": WORKOUT_ID,
    "performed_at": "2026-11-18T18:30:00+01:00",
    "name": "Inner thighs",
    "exercises": [{"exercise_id": EXERCISE_ID, "sets": SETS}],
}

NEW_SET = {
    "id": "0190a6c4-3f00-7a10-8000-00000000000a",
    "exercise_id": EXERCISE_ID,
    "load_kg": 40,
    "repetitions": 11,
    "repetitions_in_reserve": 1,
}

REPLACED_WORKOUT = {name: value for name, value in WORKOUT.items() if name != "id"}

WORKOUTS = {
    "items": [
        {
            "performed_at": "2026-11-16T18:30:00+01:00",
            "exercises": [
                {
                    "exercise_id": EXERCISE_ID,
                    "sets": [{"load": {"value": 40, "unit": "kg"}, "repetitions": 11}] * 3,
                }
            ],
        }
    ]
}

WEIGHING = {
    "id": WEIGHING_ID,
    "measured_at": "2026-11-18T07:05:00+01:00",
    "body_mass": {"value": 71.4, "unit": "kg"},
}

WEIGHINGS = {
    "items": [
        {"measured_at": f"2026-11-{day:02}T07:00:00+01:00", "body_mass_kg": round(72 - day / 30, 1)}
        for day in range(1, 18)
    ]
}

INTAKE_DAY = {"id": INTAKE_ID, "eaten_on": "2026-11-18", "energy_kcal": 1850, "protein_g": 118}

INTAKE_DAYS = {
    "items": [
        {"eaten_on": f"2026-11-{day:02}", "energy_kcal": 1800 + 10 * (day % 7)}
        for day in range(1, 18)
    ]
}

CHECK_IN = {
    "id": CHECK_IN_ID,
    "noted_at": "2026-11-20T07:10:00+01:00",
    "sleep_h": 6.5,
    "sleep_quality_1_to_5": 3,
    "readiness_1_to_5": 3,
    "soreness_0_to_10": {"adductors": 5},
    "pain_0_to_10": {"adductor_longus": 1},
}

CHECK_INS = {
    "items": [
        {"noted_at": f"2026-11-{day:02}T07:10:00+01:00", "readiness_1_to_5": 4, "sleep_h": 7.5}
        for day in (16, 18, 19)
    ]
}

OWN_EXERCISE = {"name": "Skating slide board adduction", "load_mode": "external"}

PLATES = {
    "kind": "plates",
    "unit": "kg",
    "bar": 20,
    "plates": [
        {"mass": 20, "count": 4},
        {"mass": 10, "count": 2},
        {"mass": 5, "count": 2},
        {"mass": 1.25, "count": 4},
    ],
}

EQUIPMENT = {
    "id": INVENTORY_ID,
    "equipment_id": "barbell",
    "gym": "Home",
    "name": "Bar in the cellar",
    "inventory": PLATES,
}

REPLACED_EQUIPMENT = {
    "equipment_id": "barbell",
    "gym": "Home",
    "inventory": {**PLATES, "collars": 0.5},
}

COMPUTE_PLATES = {
    "inventory": PLATES,
    "loads": [{"load_kg": 72.5}, {"load": {"value": 135, "unit": "lb"}}],
    "rounding": "floor",
    "warm_up": True,
    "repetitions": 8,
}

HISTORY = [
    {"performed_at": "2026-11-16T18:30:00+01:00", "sets": [{"load_kg": 40, "repetitions": 11}] * 3},
    {"performed_at": "2026-11-18T18:30:00+01:00", "sets": SETS},
]

COMPUTE_NEXT_SESSION = {
    "at": "2026-11-21T18:00:00+01:00",
    "mass_unit": "kg",
    "exercises": [
        {
            "exercise_id": EXERCISE_ID,
            "history": HISTORY,
            "targets": {"repetition_range": [8, 12], "sets": 3},
        }
    ],
}

COMPUTE_SIMULATION = {
    "at": "2026-11-21T18:00:00+01:00",
    "exercise": {
        "exercise_id": EXERCISE_ID,
        "history": HISTORY,
        "targets": {"repetition_range": [8, 12], "sets": 3},
    },
    "against": {"scheme": {"name": "linear", "repetitions": 8}},
    "assumptions": {"sessions": 12, "gain_percent_per_week": 0.5, "lives": 10},
}

COMPUTE_NEXT_SET = {
    "at": "2026-11-21T18:00:00+01:00",
    "exercise": {
        "exercise_id": EXERCISE_ID,
        "history": HISTORY,
        "targets": {"repetition_range": [8, 12], "sets": 3},
    },
    "done": [
        {"load_kg": 20, "repetitions": 8, "kind": "warm_up"},
        {"load_kg": 42, "repetitions": 8, "repetitions_in_reserve": 1},
    ],
}

COMPUTE_REPETITIONS = {
    "at": "2026-11-21T18:00:00+01:00",
    "loads_kg": [37.5, 40, 42.5, 45],
    "history": HISTORY,
}

COMPUTE_ONE_REP_MAX = {
    "load_kg": 40,
    "repetitions": 8,
    "repetitions_in_reserve": 2,
    "equation": "epley",
}

COMPUTE_STRENGTH = {
    "at": "2026-11-21T18:00:00+01:00",
    "mass_unit": "kg",
    "training_age": "under_6_months",
    "exercises": [
        {
            "exercise_id": EXERCISE_ID,
            "history": [
                {
                    "performed_at": f"2026-{month:02}-{day:02}T18:30:00+01:00",
                    "sets": [{"load_kg": load_kg, "repetitions": 8, "repetitions_in_reserve": 2}],
                }
                for month, day, load_kg in (
                    (10, 7, 35),
                    (10, 14, 35),
                    (10, 21, 37.5),
                    (10, 28, 37.5),
                    (11, 4, 40),
                    (11, 11, 40),
                    (11, 18, 42.5),
                )
            ],
        }
    ],
}

COMPUTE_STRENGTH_SCORE = {
    "sex": "female",
    "body_mass": {"value": 71.4, "unit": "kg"},
    "total": {"value": 245, "unit": "kg"},
    "event": "classic_three_lifts",
}

COMPUTE_ENERGY = {
    "on": "2026-11-18",
    "athlete": {
        "sex": "female",
        "born_on": "1991-04-02",
        "height_cm": 168,
        "reproduction": "neither",
    },
    "activity_factor": 1.55,
    "rate_percent_per_week": -0.5,
    "weighings": WEIGHINGS["items"],
    "intake": INTAKE_DAYS["items"],
}

GOAL = {
    "id": GOAL_ID,
    "kind": "spot_reduction",
    "place": "inner_thighs",
    "starts_on": "2026-11-16",
    "training_days_per_week": 3,
}

REPLACED_GOAL = {
    "kind": "body_mass",
    "body_mass": {"value": 66, "unit": "kg"},
    "rate_percent_per_week": -0.5,
    "breaks": {"every_days": 42, "for_days": 7},
    "training_days_per_week": 3,
    "exercise_kcal_per_session": 200,
}

ENERGY_LOG = {
    name: COMPUTE_ENERGY[name]
    for name in ("on", "athlete", "activity_factor", "weighings", "intake")
}

COMPUTE_FORECAST = {
    **ENERGY_LOG,
    "goal": {"kind": "body_mass", "body_mass_kg": 66},
    "days": 182,
    "every_days": 14,
    "resistance_training": True,
    "protein_g_per_kg": 1.8,
}

COMPUTE_GOAL_INTAKE = {**ENERGY_LOG, "goal_mass_kg": 68, "by": "2027-03-31"}

PLANS = {
    "scenarios": [
        {"name": "as lately"},
        {"name": "eat less", "change_kcal_per_day": -350},
        {
            "name": "eat a little less, walk, rest every sixth week",
            "change_kcal_per_day": -200,
            "activity_kcal_per_day": 150,
            "breaks": {"every_days": 35, "for_days": 7},
        },
    ],
    "at_days": [28, 84, 182],
    "goal_mass_kg": 68,
}

COMPUTE_WHAT_IF = {**ENERGY_LOG, **PLANS}

TRAINED = [
    {"exercise_id": EXERCISE_ID, "history": HISTORY},
    {
        "exercise_id": "my-slide-board",
        "name": OWN_EXERCISE["name"],
        "muscles": [
            {"muscle_id": "adductor_longus", "share": 1},
            {"muscle_id": "adductor_magnus", "share": 0.5},
        ],
        "history": [
            {
                "performed_at": "2026-11-18T18:50:00+01:00",
                "sets": [{"repetitions": 15, "repetitions_in_reserve": 2}] * 2,
            }
        ],
    },
]

COMPUTE_VOLUME = {
    "on": "2026-11-21",
    "time_zone": "Europe/Berlin",
    "weeks": 4,
    "focus": ["adductors"],
    "landmarks": [{"group": "adductors", "least": 6, "most": 12}],
    "exercises": TRAINED,
}

COMPUTE_RECOVERY = {
    "at": "2026-11-20T18:00:00+01:00",
    "time_zone": "Europe/Berlin",
    "trains": ["adductors"],
    "exercises": TRAINED,
    "recovery": [*CHECK_INS["items"], CHECK_IN],
}

PROGRAMME = {
    "id": PROGRAMME_ID,
    "name": "Inner thighs, three times a week",
    "starts_on": "2026-11-16",
    "mesocycle": {"weeks": 5},
    "days": [
        {
            "name": "A",
            "exercises": [
                {
                    "exercise_id": EXERCISE_ID,
                    "targets": {"repetition_range": [8, 12], "sets": 3, "rest_s": 120},
                },
            ],
        },
        {
            "name": "B",
            "exercises": [
                {
                    "exercise_id": "hip-adduction-machine",
                    "superset": "A",
                    "scheme": {"name": "repetition_sum"},
                },
                {
                    "exercise_id": "copenhagen-plank-short-lever",
                    "superset": "A",
                    "scheme": {"name": "timed_hold"},
                },
            ],
        },
    ],
}

REPLACED_PROGRAMME = {name: value for name, value in PROGRAMME.items() if name != "id"}
