"""Reports for tests: some by hand, some of any kind, and real ones of the shipped examples."""

import datetime
from functools import cache

from hypothesis import strategies as st

import samenwerking as sw
from samenwerking.report import Finding, Report
from samenwerking.vocabulary import Bilingual, FindingKind, Gear, Mark, Outcome, Respondent, Severity

AS_OF = datetime.date(2026, 11, 24)
LANGUAGES = ("nl", "en")
NAMES = sorted(sw.example_names())
# Whatever would mean something to a table, a page, a terminal or a format string.
TRAPS = (
    "a|b||c",
    "\\| \\",
    "regel\nnieuw\r\nen\u2028meer",
    "<script>alert(1)</script> &amp; <br>",
    "`code` **vet** _schuin_ ~~weg~~ [naam](http://x.nl) ![](y) $x$ #1",
    "{name} {0} %s {{",
    "| --- | --- |",
    "\u202eomgekeerd\x07\x1b[31m",
    "- 1. > # kop",
)


def finding(code="SAM201", severity="error", **more):
    said = {"template": Bilingual(f"Dit is {code}.", f"This is {code}.")} | more
    return Finding(code=code, name=code.lower(), severity=severity, **said)


def said(text, **more):
    """Return a finding whose message is a text, whatever stands in it."""
    return finding(template=Bilingual("{x}", "{x}"), params={"x": text}, **more)


TEXTS = st.sampled_from(TRAPS) | st.text(max_size=40)
FINDINGS = st.builds(
    finding,
    code=st.sampled_from(["SAM201", "SAM202", "KAN101", "XYZ1"]),
    severity=st.sampled_from(Severity),
    kind=st.sampled_from(FindingKind),
    gear=st.none() | st.sampled_from(Gear),
    template=st.builds(Bilingual, st.just("{x} hier."), st.just("{x} here.")),
    hint_template=st.none() | st.builds(Bilingual, st.just("Of {x}?"), st.just("Or {x}?")),
    params=st.fixed_dictionaries({"x": TEXTS}),
    subject=st.none() | TEXTS,
    subject_name=TEXTS,
    pointer=st.sampled_from(["", "/goals/0/lead", "/goals/1/lead"]),
    field=st.none() | st.just("lead"),
    file=st.sampled_from([None, "a b.yaml", "map/ü.json", "/tmp/x|y.xlsx"]),
    line=st.none() | st.integers(1, 10**6),
    column=st.none() | st.integers(1, 10**4),
    sheet=st.sampled_from([None, "Doelen", "a|b"]),
    asks=st.none() | st.sampled_from(Respondent),
    marks=st.lists(st.sampled_from(Mark), max_size=2, unique=True).map(tuple),
    references=st.lists(st.sampled_from(["SEED", "RACI", "eigen"]), max_size=2, unique=True).map(tuple),
)
REPORTS = st.builds(
    Report,
    items=st.lists(FINDINGS, max_size=6),
    gone=st.lists(FINDINGS, max_size=2),
    outcomes=st.dictionaries(st.sampled_from(Outcome), st.integers(0, 9)),
    records=st.sampled_from([(), (("goals", 2), ("areas", 0))]),
    as_of=st.none() | st.dates(),
)

# So few that two reports share some.
FEW = st.builds(
    Report,
    items=st.lists(
        st.sampled_from([finding(), finding("KAN101"), finding(subject="g"), finding(pointer="/a/1")]),
        max_size=9,
    ),
)


@cache
def real():
    """Return the reports on all shipped examples, by name."""
    return {name: sw.validate(sw.example(name), as_of=AS_OF) for name in NAMES}
