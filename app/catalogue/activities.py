"""Activities and their rates of energy."""

from collections.abc import Collection

from app.catalogue.entry import Entry
from app.catalogue.files import known
from app.catalogue.records import Activity, ActivityGroup

COMPENDIUM_CODE_LENGTH = 5
LEAST_MET = 1.0


def read_activity(entry: Entry, sources: Collection[str]) -> Activity:
    code, met = entry.text("code"), entry.number("met")
    if not (len(code) == COMPENDIUM_CODE_LENGTH and code.isdecimal()):
        raise entry.error("'code' is five digits")
    if met < LEAST_MET:
        raise entry.error("'met' is 1 or more: nobody spends less than lying still")
    return Activity(
        id=entry.id,
        name=entry.text("name"),
        group=entry.choice("group", ActivityGroup),
        code=code,
        met=met,
        is_estimated=entry.flag("estimated"),
        source_ids=known(entry, "sources", sources),
    )
