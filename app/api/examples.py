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
MEASUREMENT_ID = "0190a6c4-3f00-7a10-8000-000000000020"
ACTIVITY_LOG_ID = "0190a6c4-3f00-7a10-8000-000000000021"
WATER_EVENT_ID = "0190a6c4-3f00-7a10-8000-000000000022"
OWN_EXERCISE_ID = "0190a6c4-3f00-7a10-8000-000000000050"
IMPORT_ID = "0190a6c4-3f00-7a10-8000-000000000051"
DECISION_ID = "0190a6c4-3f00-7a10-8000-000000000052"
SCREENING_ID = "0190a6c4-3f00-7a10-8000-000000000053"
SCAN_ID = "0190a6c4-3f00-7a10-8000-000000000060"
GOAL_ID = "0190a6c4-3f00-7a10-8000-000000000030"
EXERCISE_ID = "sumo-squat"
ACTIVITY_ID = "walking-brisk"
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

MEASUREMENT = {
    "id": MEASUREMENT_ID,
    "measured_at": "2026-11-18T07:10:00+01:00",
    "girths_cm": {"waist": 78.5, "neck": 33, "hip": 101, "thigh_left": 60.5, "thigh_right": 61},
}

SCAN = {
    "id": SCAN_ID,
    "measured_at": "2026-11-02T16:00:00+01:00",
    "body_fat_percent": 30.1,
    "body_fat_method": "dxa",
}

MEASUREMENTS = {
    "items": [
        {
            "measured_at": "2026-10-19T07:10:00+02:00",
            "girths_cm": {"waist": 80, "neck": 33, "hip": 102},
        },
        SCAN,
    ]
}

ACTIVITY = {
    "id": ACTIVITY_LOG_ID,
    "started_at": "2026-11-19T17:40:00+01:00",
    "activity_id": ACTIVITY_ID,
    "duration_s": 2400,
    "distance_m": 3900,
}

ACTIVITIES = {
    "items": [
        {
            "started_at": f"2026-11-{day:02}T17:40:00+01:00",
            "activity_id": ACTIVITY_ID,
            "duration_s": 2400,
        }
        for day in (15, 17)
    ]
}

WATER_EVENT = {"id": WATER_EVENT_ID, "kind": "creatine", "started_on": "2026-11-16"}

WATER_EVENTS = {
    "items": [
        {"kind": "menstruation", "started_on": "2026-10-12", "ended_on": "2026-10-16"},
        {"kind": "menstruation", "started_on": "2026-11-09", "ended_on": "2026-11-13"},
    ]
}

OWN_EXERCISE = {
    "id": OWN_EXERCISE_ID,
    "name": "Skating slide board adduction",
    "load_mode": "external",
    "range_low": 10,
    "range_high": 15,
    "rest_s": 90,
}

OWN_EXERCISE_CHANGE = {
    "laterality": "unilateral",
    "muscles": [
        {"muscle_id": "adductor_longus", "share": 1},
        {"muscle_id": "adductor_magnus", "share": 0.5},
    ],
}

MERGE = {"into": "sliding-hip-adduction"}

EXERCISE_NAMES = {
    "names": ["Bench Press (Barbell)", "Kniebeuge", "Inner thigh machine", "Sumo squad jumps"]
}

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

PERSON = {
    "sex": "female",
    "born_on": "1991-04-02",
    "height_cm": 168,
    "reproduction": "neither",
}

COMPUTE_RESTING_ENERGY = {
    "on": "2026-11-18",
    "athlete": PERSON,
    "body_mass": {"value": 71.4, "unit": "kg"},
    "trained": False,
}

COMPUTE_ENERGY_REQUIREMENT = {
    "on": "2026-11-18",
    "athlete": PERSON,
    "body_mass_kg": 71.4,
    "life_style": {"leisure": "active", "work": "light"},
}

COMPUTE_BODY_COMPOSITION = {
    "on": "2026-11-18",
    "athlete": PERSON,
    "weighings": [{"measured_at": "2026-11-18T07:05:00+01:00", "body_mass_kg": 71.4}],
    "measurements": [MEASUREMENT, *MEASUREMENTS["items"]],
}

COMPUTE_ACTIVITY_ENERGY = {
    "on": "2026-11-18",
    "athlete": PERSON,
    "body_mass_kg": 71.4,
    "activities": [
        {"kind": "table", "activity_id": ACTIVITY_ID, "duration_s": 2400, "times_per_week": 3},
        {"kind": "heart_rate", "heart_rate_bpm": 138, "steady": True, "duration_s": 1800},
    ],
    "total": {"kind": "without_exercise", "energy_kcal": 1950},
}

COMPUTE_ENERGY = {
    "on": "2026-11-18",
    "athlete": PERSON,
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

COMPUTE_WEIGHT = {
    **ENERGY_LOG,
    "water_events": [WATER_EVENT, *WATER_EVENTS["items"]],
    "measurements": [SCAN],
    "days": 84,
    "weeks_ahead": 4,
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

DECISION = {
    "id": DECISION_ID,
    "decided_at": "2026-11-20T18:05:00+01:00",
    "advice": "next_session",
    "exercise_id": EXERCISE_ID,
    "verdict": "changed",
    "reason": "The knee felt odd on the stairs.",
    "change": {"load": {"value": 35, "unit": "kg"}, "sets": 2},
}

PREFERENCE = {"preference": "preferred", "reason": "It is what I came for."}

SCREENING = {
    "id": SCREENING_ID,
    "answered_at": "2026-11-15T09:00:00+01:00",
    "answers": {
        "heart_condition": False,
        "chest_pain": False,
        "fainting": False,
        "breathlessness": False,
        "recent_surgery": False,
        "bone_or_joint": True,
    },
}

PLAN = {
    "goal": "tighten_inner_thighs",
    "days_per_week": 3,
    "minutes": 50,
    "equipment": ["dumbbell", "cable", "ball"],
    "level": "novice",
    "weeks": 12,
    "starts_on": "2026-11-23",
    "pain_0_to_10": {"knee": 1},
    "preferred_exercises": [EXERCISE_ID],
    "history": [{"exercise_id": EXERCISE_ID, "history": HISTORY}],
    "energy_log": {
        "athlete": {
            "sex": "female",
            "born_on": "1991-04-02",
            "height_cm": 168,
            "reproduction": "neither",
        },
        "on": "2026-11-22",
        "weighings": [{"measured_at": "2026-11-22T07:00:00+01:00", "body_mass_kg": 71.4}],
        "activity_factor": 1.5,
    },
}

COMPUTE_ADDUCTOR_STRENGTH = {
    "adduction": 168,
    "abduction": 190,
    "squeeze_n": 420,
    "body_mass_kg": 70.8,
    "position": "side-lying",
    "device": "handheld dynamometer",
    "hip_abduction_deg": 0,
}

COMPUTE_MAINTENANCE_VOLUME = {"sets_per_week": 12, "age_years": 35}
