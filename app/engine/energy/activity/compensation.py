"""How much of the energy of exercise the day saves elsewhere: a parameter, not a truth."""

from app.engine.answer import Basis, Estimate, Part, ReasonKind, ok, refused

LARGEST_SHARE = 0.30

UNKNOWN_SHARE = ReasonKind(
    "compensation_unknown",
    "How much of it the day saves elsewhere is contested: 28 % on average in one large set of "
    "data, nothing in another. The low end takes "
    f"{100.0 * LARGEST_SHARE:.0f} % off, the rest of the interval nothing.",
    Basis.EVIDENCE,
    "careau_2021",
)
NO_SHARE_FOUND = ReasonKind(
    "compensation_none_found",
    "A later large study found that exercise adds to expenditure in full.",
    Basis.EVIDENCE,
    "howard_2025",
)
GIVEN_SHARE = ReasonKind(
    "compensation_given",
    "{share_percent:.0f} % is taken off for what the day saves elsewhere, as asked.",
    Basis.CONVENTION,
    "careau_2021",
)
SHARE_OUT_OF_RANGE = ReasonKind(
    "compensation_out_of_range",
    "A share of {share_percent:.0f} % saved elsewhere is outside the "
    f"0 to {100.0 * LARGEST_SHARE:.0f} % that studies find on average.",
    Basis.EVIDENCE,
    "careau_2021",
)


def after_compensation(net: Estimate, share: float | None = None) -> Part[Estimate]:
    """What of a net energy reaches the total of the day.

    `share` in [0, 0.30] is saved elsewhere; None is unknown, and the interval says so. Refused
    outside.
    """
    if share is None:
        spread = Estimate(net.value, net.low * (1.0 - LARGEST_SHARE), net.high, net.level)
        return ok(spread, (UNKNOWN_SHARE(), NO_SHARE_FOUND()))
    if not 0.0 <= share <= LARGEST_SHARE:
        reason = SHARE_OUT_OF_RANGE(share_percent=100.0 * share)
        return refused((reason,), f"Give a share from 0 to {LARGEST_SHARE:.2f}, or none.")
    kept = 1.0 - share
    left = Estimate(net.value * kept, net.low * kept, net.high * kept, net.level)
    return ok(left, (GIVEN_SHARE(share_percent=100.0 * share),))
