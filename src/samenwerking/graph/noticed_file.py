"""What there is to notice in the file itself: what is not stated yet, and what is stated twice."""

from collections.abc import Iterator

from samenwerking.graph.noticing import Facts, Noticed
from samenwerking.graph.sums import totals
from samenwerking.graph.taking_part import sector_groups
from samenwerking.model import Collaboration, StatedCount
from samenwerking.vocabulary import CodeList, spoken_date


def stated(facts: Facts) -> Iterator[Noticed | None]:
    """Yield where a source states more partners or supporters than are on file.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed; of each list the latest number.
    """
    coalition = facts.known.collaborations.get(facts.portfolio.coalition or "")
    latest: dict[str, StatedCount] = {}
    for count in coalition.counts if coalition else ():
        if count.on and hasattr(facts.portfolio, count.what):
            before = latest.get(count.what)
            if before is None or before.on is None or before.on.first < count.on.first:
                latest[count.what] = count
    for what in sorted(latest):
        here = len(getattr(facts.portfolio, what))
        count = latest[what]
        if coalition and count.on and here < count.number:
            yield Noticed(
                kind="stated",
                value=here,
                baseline=count.number,
                evidence=(coalition.id,),
                words={
                    "date": spoken_date(count.on.iso),
                    "coalition": facts.name(coalition.id),
                    "what": facts.label(CodeList.COUNT, what),
                },
            )


def lists(facts: Facts) -> Iterator[Noticed | None]:
    """Yield which collaborations have a list of parties that is not known to be complete.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    records = facts.known.collaborations
    found = (key for key in facts.teams if records[key].parties_complete is not True)
    yield facts.listed("lists", found, len(facts.teams))


def one_party(facts: Facts) -> Iterator[Noticed | None]:
    """Yield which collaborations have fewer than two parties on file.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    found = (key for key, team in facts.teams.items() if len(team) < 2)
    yield facts.listed("one_party", found, len(facts.teams))


def no_sector(facts: Facts) -> Iterator[Noticed | None]:
    """Yield of which organizations the sector is not known.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    known = sector_groups(facts.portfolio)
    found = (key for key in facts.known.organizations if key not in known)
    yield facts.listed("no_sector", found, len(facts.known.organizations))


def no_end(facts: Facts) -> Iterator[Noticed | None]:
    """Yield of which collaborations it is not stated whether and when they end.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    records = facts.known.collaborations
    found = (
        key for key in facts.teams if records[key].period.end is None and not records[key].period.open_end
    )
    yield facts.listed("no_end", found, len(facts.teams))


def ended(facts: Facts) -> Iterator[Noticed | None]:
    """Yield which collaborations are over, if a day was given.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    day = facts.day
    if day is not None:
        records: list[Collaboration] = list(facts.known.collaborations.values())
        found = (record.id for record in records if record.period.ended(day))
        yield facts.listed("ended", found, len(records), date=spoken_date(day.isoformat()))


def commitments(facts: Facts) -> Iterator[Noticed | None]:
    """Yield of which partners there is no commitment on file.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    partners = sorted(facts.portfolio.partners, key=lambda each: each.id)
    bare = [partner for partner in partners if not partner.commitments]
    names = facts.names(partner.party for partner in bare)
    yield facts.listed("commitments", (partner.id for partner in bare), len(partners), names)


def money(facts: Facts) -> Iterator[Noticed | None]:
    """Yield what may have been counted twice, and where an amount is not stated.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    outcome = totals(facts.portfolio)
    if outcome.value is None:
        return
    for double in outcome.value.doubles:
        yield Noticed(
            kind=f"double_{double.kind}",
            value=float(double.at_most),
            baseline=0,
            evidence=(*double.collaborations, *double.parties),
            words={
                "what": double.what,
                "unit": double.unit,
                "party": facts.name(double.what),
                "names": facts.names(double.collaborations),
                "first": facts.name(double.collaborations[0]),
            },
        )
    found = outcome.value.without_amount
    if found:
        named = facts.names(found)
        yield Noticed(
            kind="no_amount",
            value=len(found),
            baseline=0,
            evidence=tuple(dict.fromkeys(found)),
            words={"total": outcome.n, "names": tuple(dict.fromkeys(named)), "first": named[0]},
        )
