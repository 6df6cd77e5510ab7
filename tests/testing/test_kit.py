"""The test kit from outside: what it needs, and that what it makes can be relied on."""

import subprocess
import sys

import pytest
from hypothesis import Phase, find, given, settings, strategies as st

from samenwerking.model import KINDS, Collaboration, Goal, Organization, Participation, Risk, inspect
from samenwerking.testing import collaborations, organizations, portfolios, records
from samenwerking.vocabulary import Form, GoalKind, OrganizationKind

FIRST = settings(max_examples=2000, deadline=None, database=None, phases=[Phase.generate])
SMALL = settings(max_examples=2000, deadline=None, database=None)
BLOCKED = """
import sys
sys.modules["hypothesis"] = None
try:
    import samenwerking.testing
except ImportError as error:
    print(error)
"""


def test_without_hypothesis_it_names_the_extra():
    done = subprocess.run([sys.executable, "-c", BLOCKED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == (
        'samenwerking.testing needs Hypothesis; it comes with: pip install "samenwerking[test]"'
    )


def test_the_library_itself_needs_no_hypothesis():
    code = "import sys; sys.modules['hypothesis'] = None; import samenwerking; print(samenwerking.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "samenwerking"


@settings(max_examples=30, deadline=None)
@given(portfolios())
def test_a_portfolio_hangs_together(portfolio):
    assert list(inspect(portfolio).findings) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_record_comes_by(kind):
    found = find(portfolios(), lambda portfolio: len(getattr(portfolio, kind.list)) > 0, settings=FIRST)
    assert all(type(record) is kind.cls for record in getattr(found, kind.list))


@pytest.mark.parametrize("form", list(Form))
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_collaborations_of_a_form(form, data):
    made = data.draw(collaborations(str(form)))
    assert made.canvas.form is form and made.canvas.type is None


@pytest.mark.parametrize("kind", list(OrganizationKind))
def test_every_kind_of_organization_comes_by(kind):
    found = find(organizations(), lambda organization: organization.kind is kind, settings=FIRST)
    assert found.part_of is None
    assert found.name.strip() or kind is OrganizationKind.PERSON


@pytest.mark.parametrize("kind", list(GoalKind))
def test_every_kind_of_goal_comes_by(kind):
    assert find(records(Goal), lambda goal: goal.kind is kind, settings=FIRST).name.strip()


def test_examples_shrink_to_something_a_person_can_read():
    assert find(organizations(), lambda organization: True, settings=SMALL) == Organization(
        id="0", name="Organisatie"
    )
    assert len(repr(find(records(Collaboration), lambda made: made.canvas.parties, settings=SMALL))) < 200


@settings(max_examples=50, deadline=None)
@given(records(Risk))
def test_a_share_keeps_its_range(risk):
    assert risk.share is None or 0 <= risk.share <= 1


@settings(max_examples=20, deadline=None)
@given(records(Participation, {"organization": ("x",)}))
def test_references_go_where_they_are_told_to(participation):
    assert participation.party == "x"
    assert participation.own_goals == ()
