"""Double progression, text in and text out: a rule, what was done, then what is next."""

import pytest

from tests.engine.progression.double.traces import demand_of, text_of

TRACES = {
    "the rule": """
    8-12 3 sets, kg 20+2.5 | 40x12,12,12            | increase_load 42.5 3x8/12
    8-12 3 sets, kg 20+2.5 | 40x12,12,11            | increase_repetitions 40 3x12/12
    8-12 3 sets, kg 20+2.5 | 40x10,9,8              | increase_repetitions 40 3x9/12
    8-12 3 sets, kg 20+2.5 | 40x13,14,12            | increase_load 42.5 3x8/12
    8-12 3 sets, kg 20+2.5 | 40x12,12,12 42.5x8,8,8 | increase_repetitions 42.5 3x9/12
    8-12 3 sets, lb 45+5   | 135x12,12,12           | increase_load 140 3x8/12
    5-5 5 sets, kg 20+2.5  | 77.5x5,5,5,5,5         | increase_load 80 5x5/5
    """,
    "every set, and all of them": """
    8-12 3 sets, kg 20+2.5 | 40x12,5,5           | hold 40 3x8/12
    8-12 3 sets, kg 20+2.5 | 40x12               | hold 40 3x12/12
    8-12 3 sets, kg 20+2.5 | 40x12,12            | hold 40 3x12/12
    8-12 3 sets, kg 20+2.5 | 40x12,12,12,7       | increase_load 42.5 3x8/12
    8-12 3 sets, kg 20+2.5 | 40x12,12,12 + 30x20 | increase_load 42.5 3x8/12
    8-12 3 sets, kg 20+2.5 | 40x12,12 + 30x12    | hold 40 3x12/12
    """,
    "the load lifted, not the load demanded": """
    8-12 3 sets, kg 20+2.5 | 40x12,12,12 45x9,8,8    | increase_repetitions 45 3x9/12
    8-12 3 sets, kg 20+2.5 | 40x12,12,12 40x12,12,12 | increase_load 42.5 3x8/12
    8-12 3 sets, kg 20+2.5 | 61.2x12,12,12           | increase_load 62.5 3x8/12 carry +1.2
    8-12 3 sets, kg 20+2.5 | 61.2x9,9,9              | increase_repetitions 61.2 3x10/12
    """,
    "steps smaller than the equipment's add up": """
    8-12 1 sets, kg 20+2.5, step 1   | 60x12               | hold 60 1x12/12 carry +1
    8-12 1 sets, kg 20+2.5, step 1   | 60x12 60x12         | increase_load 62.5 1x8/12 carry -0.5
    8-12 1 sets, kg 20+2.5, step 1   | 60x12 60x11 60x12   | increase_load 62.5 1x8/12 carry -0.5
    8-12 1 sets, kg 20+2.5, step 1   | 60x12 60x12 62.5x12 | hold 62.5 1x12/12 carry +0.5
    8-12 1 sets, kg 20+2.5, step 0.1 | 61x12               | hold 61 1x12/12 carry +0.1
    8-12 1 sets, kg 20+2.5, step 3   | 60x12               | increase_load 62.5 1x8/12 carry +0.5
    8-12 1 sets, kg 20+2.5, step 3   | 60x12 62.5x12       | increase_load 65 1x8/12 carry +1
    8-12 1 sets, kg 20+5, step 2     | 60x12 60x10 60x12   | increase_load 65 1x8/12 carry -1
    """,
    "a step above a tenth waits for more repetitions": """
    8-12 3 sets, kg 2+2             | 10x12,12,12             | increase_repetitions 10 3x13/16
    8-12 3 sets, kg 2+2             | 10x12,12,12 10x15,14,14 | increase_repetitions 10 3x15/16
    8-12 3 sets, kg 2+2             | 10x12,12,12 10x16,16,16 | increase_load 12 3x8/12
    8-12 3 sets, kg 2+2             | 10x16,16,16             | increase_load 12 3x8/12
    8-12 3 sets, kg 2+2             | 20x12,12,12             | increase_load 22 3x8/12
    8-12 3 sets, kg 2+2             | 4x12,12,12              | increase_repetitions 4 3x13/20
    8-12 3 sets, kg 2+2             | 4x12,12,12 4x20,20,20   | add_set 4 4x20/20
    8-12 3 sets, kg 20+2.5, step 30 | 40x12,12,12             | increase_load 42.5 3x8/12
    8-12 3 sets, kg 20+2.5, step 10 | 40x12,12,12             | increase_repetitions 40 3x13/18
    """,
    "what the equipment cannot make": """
    8-12 3 sets, kg 20+2.5 to 40 | 40x12,12,12                      | add_set 40 4x12/12
    8-12 3 sets                  | 0x12,12,12                       | add_set 0 4x12/12
    8-12 3 sets                  | 0x12,12,12 0x12,12,12,12         | add_set 0 5x12/12
    8-12 5 sets                  | 0x12,12,12,12,12                 | add_set 0 6x12/12
    8-12 3 sets, most 3 sets     | 0x12,12,12                       | slow_tempo 0 3x8/12 at 3 s
    8-12 3 sets, most 3 sets     | 0x12,12,12 0x12,12,12            | slow_tempo 0 3x8/12 at 4 s
    8-12 3 sets, most 3 sets     | 0x12,12,12 0x12,12,12 0x12,12,12 | hold 0 3x12/12 at 4 s
    8-12 1 sets, most 1 sets     | 0x12 0@2x12                      | slow_tempo 0 1x8/12 at 3 s
    """,
    "a programme's tempo": """
    8-12 1 sets, most 1 sets                | 0x12 0@3x9 | increase_repetitions 0 1x10/12 at 3 s
    8-12 1 sets, most 1 sets                | 0x12 0@4x9 | increase_repetitions 0 1x10/12 at 4 s
    8-12 3 sets, most 3 sets, tempo 2-2-2-2 | 0x12,12,12 | hold 0 3x12/12
    8-12 1 sets, most 1 sets, tempo 2-0-1-0 | 0@1x12     | slow_tempo 0 1x8/12 at 3 s
    """,
    "falling short: two repeats, then a step back": """
    5-5 5 sets, kg 20+2.5  | 80x5,5,5,5,4                           | hold 80 5x5/5
    5-5 5 sets, kg 20+2.5  | 80x5,5,5,5,4 80x5,5,5,5,4              | hold 80 5x5/5
    5-5 5 sets, kg 20+2.5  | 80x5,5,5,5,4 80x5,5,5,5,4 80x5,5,5,4,4 | deload 70 5x5/5 carry +2
    5-5 5 sets, kg 20+2.5  | 80x5,5,5,5,4 80x5,5,5,5,4 80x5,5,5,5,5 | increase_load 82.5 5x5/5
    5-5 5 sets, kg 20+2.5  | 80x5,5,5,3,3 80x5,5,5,3,3 80x5,5,5,5,3 | hold 80 5x5/5
    5-5 1 sets, kg 20+2.5  | 80x4 80x4 80x4 70x5                    | increase_load 72.5 1x5/5
    8-12 3 sets, kg 20+2.5 | 60x9,9,8 60x10,9,9 60x9,9,9            | hold 60 3x10/12
    8-12 3 sets, kg 20+2.5 | 60x9,9,8 60x10,9,9 60x9,9,9 60x9,9,9   | deload 52.5 3x8/12 carry +1.5
    8-12 3 sets, kg 20+2.5 | 60x9,9,8 60x9,9 60x9,9                 | deload 52.5 3x8/12 carry +1.5
    8-12 3 sets, kg 20+2.5 | 60x9,9,8 60x9,9                        | hold 60 3x10/12
    8-12 1 sets, kg 20+2.5 | 60x7 60x7 (21d) 60x7                   | hold 60 1x8/12
    8-12 1 sets, kg 20+2.5 | 60x7 60x7 (13d) 60x7                   | deload 52.5 1x8/12 carry +1.5
    8-12 1 sets, kg 20+2.5 | 60x7 60x7 55x7                         | hold 55 1x8/12
    """,
    "a step back not taken is due again": """
    8-12 1 sets, kg 20+2.5 | 60x7 60x7 60x7 60x7                   | deload 52.5 1x8/12 carry +1.5
    8-12 1 sets, kg 20+2.5 | 60x7 60x7 60x7 60x8                   | increase_repetitions 60 1x9/12
    8-12 1 sets, kg 20+2.5 | 60x7 60x7 60x7 52.5x9 60x7            | hold 60 1x8/12
    8-12 1 sets, kg 20+2.5 | 60x7 60x7 60x7 (20d) 60x7             | hold 60 1x8/12
    """,
    "a step back is a step": """
    8-12 1 sets, kg 2+2    | 10x7 10x7 10x7       | deload 8 1x8/12 carry +1
    8-12 1 sets, kg 20+2.5 | 22.5x7 22.5x7 22.5x7 | deload 20 1x8/12 carry +0.25
    8-12 1 sets, kg 20+2.5 | 21x7 21x7 21x7       | deload 20 1x8/12 carry -1.1
    8-12 1 sets, kg 20+2.5 | 20x7 20x7 20x7       | hold 20 1x8/12
    8-12 1 sets, kg 20+2.5 | 20x7 20x7 20x7 20x8  | increase_repetitions 20 1x9/12
    8-12 1 sets            | 0x7 0x7 0x7          | hold 0 1x8/12
    8-12 1 sets, lb 45+5   | 100x7 100x7 100x7    | deload 90 1x8/12
    """,
    "the body lifted": """
    8-12 1 sets, kg -60+5, body 76      | -20x12            | increase_load -15 1x8/12
    8-12 1 sets, kg -60+5, body 76      | -20x7 -20x7 -20x7 | deload -30 1x8/12 carry +4.4
    8-12 1 sets, kg -60+5, body unknown | -20x7 -20x7 -20x7 | deload -25 1x8/12 carry +3
    8-12 1 sets, kg -60+5, body unknown | -20x12            | increase_load -15 1x8/12
    8-12 1 sets, kg 0+2.5, body 76      | 0x12              | increase_load 2.5 1x8/12
    8-12 1 sets, kg 0+2.5, body 76      | 20x7 20x7 20x7    | deload 10 1x8/12 carry +0.4
    8-12 1 sets, kg 0+10, body 40       | 0x12              | increase_repetitions 0 1x13/18
    """,
    "a step back is never to the same load": """
    8-12 1 sets, kg 20+2.5 | 20.04x7 20.04x7 20.04x7 | hold 20.04 1x8/12
    8-12 1 sets, kg 20+2.5 | 22.54x7 22.54x7 22.54x7 | deload 20 1x8/12 carry +0.29
    8-12 1 sets, lb 45+5   | 45.1x7 45.1x7 45.1x7    | hold 45.1 1x8/12
    8-12 1 sets, kg 4 6 8  | 4.04x7 4.04x7 4.04x7    | hold 4.04 1x8/12
    8-12 1 sets, kg 4 6 8  | 6.04x7 6.04x7 6.04x7    | deload 4 1x8/12 carry +1.44
    8-12 1 sets, kg 4 6 8  | 5.96x7 5.96x7 5.96x7    | deload 4 1x8/12 carry +1.36
    """,
    "a history without targets fails nothing": """
    [8-12], kg 20+2.5 | 60x9,9,9 60x9,9,9 60x9,9,9 60x9,9,9 | increase_repetitions 60 3x10/12
    [8-12], kg 20+2.5 | 60x9,9,9 60x7,6,5 60x7,6,5 60x7,6,5 | hold 60 3x8/12
    [8-12], kg 20+2.5 | 60x12,12,12                         | increase_load 62.5 3x8/12
    [8-12], kg 20+2.5 | 60x10,10,10 60x12                   | hold 60 1x12/12
    [8-12], kg 20+2.5 | 60x10,10,10 60x12 60x12             | increase_load 62.5 1x8/12
    [8-12], kg 20+2.5 | 60x10,10 60x12,12,11                | increase_repetitions 60 3x12/12
    [8-12]            | 0x12,12 0x12,12                     | hold 0 2x12/12
    8-12, kg 20+2.5   | 60x9,9,9 60x9,9 60x9,9,9            | increase_repetitions 60 3x10/12
    8-12, kg 20+2.5        | 60x9,9 60x9,9,9 60x9,9,9 60x9,9,9   | deload 52.5 3x8/12 carry +1.5
    8-12, kg 20+2.5   | 60x9,9 60x9,9 60x9,9                | deload 52.5 2x8/12 carry +1.5
    """,
}

CASES = [
    pytest.param(*(cell.strip() for cell in line.split("|")), id=f"{name}: {line.strip()}")
    for name, table in TRACES.items()
    for line in table.strip().splitlines()
]


@pytest.mark.parametrize(("rule", "done", "following"), CASES)
def test_trace(rule: str, done: str, following: str) -> None:
    assert text_of(demand_of(rule, done), rule) == following
