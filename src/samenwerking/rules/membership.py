"""What the coalition asks of its partners in public, and whether they still tell how it goes.

Both rules look at the partners of the portfolio, once: with the collaboration that is the coalition itself.
They rest on what the coalition publishes (source DPP): partners endorse its goals and approach, biodiversity
is a policy goal on which they report, and their commitment is concrete and reviewed. Not all criteria are
known, and sources differ on the themes a commitment may serve; on those nothing is said. Supporters give no
commitment.
"""

from collections.abc import Iterator

from samenwerking.model import Date, Organization, Partner, PathError, places
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import called, months_from, one_by_one
from samenwerking.vocabulary import Bilingual, CodeList, MembershipEventKind, Ownership, codes, spoken_date

_ENDORSED = Bilingual("instemming met doelen en aanpak", "endorsement of goals and approach")
_POLICY = Bilingual(
    "biodiversiteit als beleidsdoel waarover openbaar bericht wordt",
    "biodiversity as a policy goal that is reported on in public",
)
_CONCRETE = Bilingual("een concreet commitment", "a concrete commitment")
_REVIEWED = Bilingual("een getoetst commitment", "a reviewed commitment")


def _partners(context: RuleContext) -> tuple[Partner, ...]:
    """Return who is partner now, of the coalition that this collaboration is."""
    if context.collaboration.id != context.portfolio.coalition:
        return ()
    return tuple(partner for partner in context.portfolio.partners if not _ended(context, partner))


def _ended(context: RuleContext, partner: Partner) -> bool:
    """Say whether a partnership has ended, on a day that may be unknown."""
    ends = [event.on for event in partner.events if event.kind is MembershipEventKind.ENDED]
    return any(on is None or on.first <= context.as_of for on in ends)


def _left_empty(context: RuleContext) -> set[str]:
    """Return the places of which the coalition says that nothing is there."""
    found: set[str] = set()
    for entry in context.collaboration.canvas.left_empty:
        try:
            found |= {p.path for p in places(context.portfolio, context.collaboration, entry.path) if p.empty}
        except PathError:
            continue  # told as SAM206
    return found


def _lacking(partner: Partner, none: set[str]) -> Iterator[Bilingual]:
    """Yield which of the published criteria are certainly not met; what is not known is no lack."""
    at = f"portfolio.partners[{partner.id}]"
    if partner.endorses is False:
        yield _ENDORSED
    if partner.policy_goal is False:
        yield _POLICY
    if f"{at}.commitments" in none:
        yield _CONCRETE
    unreviewed = [f"{at}.commitments[{each.text}].reviewed" in none for each in partner.commitments]
    if unreviewed and all(unreviewed):
        yield _REVIEWED


@rule("KAN128", needs=("portfolio.coalition", "portfolio.partners"))
def partner_criteria_not_met(context: RuleContext) -> Iterator[Problem]:
    """Partnership is not non-committal: the coalition publishes what it asks of those who apply."""
    none = _left_empty(context)
    known = codes(CodeList.ABSTENTION, context.portfolio.codes)
    for partner in _partners(context):
        name, at = context.name(partner.party), f"portfolio.partners[{partner.id}]"
        if lacking := tuple(_lacking(partner, none)):
            yield Problem(at, "criteria", {"partner": name, "missing": lacking})
        party = context.portfolio.get(partner.party)
        private = isinstance(party, Organization) and party.ownership is Ownership.PRIVATE
        if partner.abstains_from and private:
            parts = tuple(called(known, code) for code in one_by_one(partner.abstains_from))
            yield Problem(f"{at}.abstains_from", "abstains", {"partner": name, "parts": parts})


@rule("LEV403", needs=("portfolio.coalition", "portfolio.partners[].commitments[].reports"), months=18)
def commitment_not_reported(context: RuleContext) -> Iterator[Problem]:
    """Partners tell periodically how their commitment goes; a year is usual, and half a year is grace."""
    limit = months_from(context.as_of, -context.options["months"])
    for partner in _partners(context):
        reports = [report.on for commitment in partner.commitments for report in commitment.reports]
        dated = [on for on in reports if on is not None]
        if not dated or len(dated) < len(reports):
            continue  # of a report without a date it cannot be told how old it is
        last: Date = max(dated, key=lambda on: (on.last, on.iso))
        if last.before(limit):
            params: dict[str, Param] = {
                "partner": context.name(partner.party),
                "date": spoken_date(last.iso),
            }
            yield Problem(f"portfolio.partners[{partner.id}].commitments", "old", params)


RULES = (partner_criteria_not_met, commitment_not_reported)
