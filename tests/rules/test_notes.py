"""What is waived becomes a note; nothing is lost."""

import datetime

from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.report import Finding
from samenwerking.rules import Waiver
from samenwerking.rules.notes import note, with_waivers
from samenwerking.vocabulary import Bilingual, FindingKind

DAY = datetime.date(2026, 11, 24)


def finding(code: str, subject: str) -> Finding:
    return Finding(
        code=code,
        name="x",
        template=Bilingual("nl", "en"),
        severity=sw.Severity.WARNING,
        subject=subject,
        field="purpose",
    )


CODES = st.sampled_from(["KAN101", "KAN122", "KLO201"])
SUBJECTS = st.sampled_from(["a", "b"])
FOUND = st.lists(st.builds(finding, CODES, SUBJECTS), max_size=6)
WAIVERS = st.lists(
    st.builds(
        Waiver,
        code=CODES | st.just("KAN"),
        reason=st.just("reden"),
        until=st.sampled_from(["2020", "2026-11-23", "2026-11-24", "2030"]),
        subject=SUBJECTS | st.just(""),
    ),
    max_size=4,
)


@given(FOUND, WAIVERS)
def test_every_finding_stays_or_becomes_a_note(found: list[Finding], waivers: list[Waiver]) -> None:
    after = with_waivers(found, waivers, DAY)
    left = [each for each in after if each.kind is FindingKind.FINDING]
    notes = [each.code for each in after if each.kind is FindingKind.NOTE]
    assert len(left) + notes.count("SAM003") == len(found)
    assert left == [f for f in found if not any(w.covers(f) and w.holds(DAY) for w in waivers)]
    assert notes.count("SAM005") == sum(not any(w.covers(f) for f in found) for w in waivers)
    assert notes.count("SAM004") == sum(any(w.covers(f) for w in waivers) for f in left)


def test_notes_of_the_engine_weigh_nothing_but_a_crash_does() -> None:
    assert note("SAM002").kind is FindingKind.NOTE
    crash = note("SAM001", sw.Severity.ERROR, params={"rule": "XYZ101", "detail": "d"})
    assert (crash.kind, crash.severity) == (FindingKind.FINDING, sw.Severity.ERROR)
