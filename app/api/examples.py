"""The examples of the contract: one small story of one athlete, which a test plays from top to end.

Jo squats wide for the inner thighs, weighs in, logs what was eaten and asks what comes next.
"""

ATHLETE_ID = "0190a6c4-3f00-7a10-8000-000000000001"
WORKOUT_ID = "0190a6c4-3f00-7a10-8000-000000000002"
WEIGHING_ID = "0190a6c4-3f00-7a10-8000-000000000003"
INTAKE_ID = "0190a6c4-3f00-7a10-8000-000000000004"
PROGRAMME_ID = "0190a6c4-3f00-7a10-8000-000000000005"
CHECK_IN_ID = "0190a6c4-3f00-7a10-8000-000000000006"
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

COMPUTE_REPETITIONS = {
    "at": "2026-11-21T18:00:00+01:00",
    "loads_kg": [37.5, 40, 42.5, 45],
    "history": HISTORY,
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
