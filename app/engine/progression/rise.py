"""More load after a success: what it becomes, and how that is said."""

from app.engine.answer import Reason
from app.engine.equipment.same_load import same_load
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Load
from app.engine.progression.fold import Answered
from app.engine.progression.setting import Setting


def rise(done: Answered, steps: float, setting: Setting) -> tuple[Load, Action, tuple[Reason, ...]]:
    """So many steps more; the same load where they have yet to add up or nothing is heavier."""
    numbers = {
        "load": setting.text(done.load.load_kg),
        "done": said.listed(done.repetitions),
    }
    after = setting.raised(done.load, steps)
    if after is None:
        return done.load, Action.HOLD, (said.NOTHING_HEAVIER(**numbers),)
    numbers["next_load"] = setting.text(after.load_kg)
    if after.load_kg > done.load.load_kg:
        return after, Action.INCREASE_LOAD, (said.ALL_DONE(**numbers),)
    carried = said.ALL_DONE_CARRIED(**numbers, rule=setting.text(after.rule_kg))
    return after, Action.HOLD, (carried,)


def change_of(before_kg: float, after_kg: float) -> Action:
    """What a rule that sets a load anew does to the last one."""
    if same_load(before_kg, after_kg):
        return Action.HOLD
    return Action.INCREASE_LOAD if after_kg > before_kg else Action.DELOAD


def shortfall(wanted: tuple[int, ...], done: Answered, setting: Setting) -> dict[str, str]:
    """What was asked for and what was done, for the sentences."""
    return {
        "load": setting.text(done.load.load_kg),
        "wanted": said.listed(wanted),
        "done": said.listed(done.repetitions),
    }
