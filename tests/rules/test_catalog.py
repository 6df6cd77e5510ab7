"""The rules as a set of values: chosen by code, never twice the same, and strangers kept apart."""

from importlib.metadata import EntryPoint

import pytest

from samenwerking.rules import Problem, Rule, RuleSet, RuleText, catalog, plugins, rule
from samenwerking.rules.catalog import ENTRY_POINTS, OURS
from samenwerking.vocabulary import Bilingual, Gear, RuleRow, Severity, reading


def made(code, **more):
    @rule(code, **more)
    def always(context):
        """It is always so."""
        yield Problem("name")

    return always


def strange(code, **more):
    """Return a rule as another package brings it."""
    row = RuleRow(
        code=code,
        name="always",
        titles=Bilingual("Altijd", "Always"),
        gear=Gear.KAN,
        severity={},
        undecided=Severity.ADVICE,
        marks={},
    )
    texts = {"": RuleText(Bilingual("Het is zo.", "It is so."))}
    return made(code, **{"row": row, "texts": texts, **more})


OWN = RuleSet([made("XYZ101"), made("XYZ102"), made("XYW101")])


# What entry points lead to
LIST = [strange("ABC103"), strange("ABC104")]
SET = RuleSet([strange("ABC102")])
AGAIN = [strange("ABC103")]
TAKEN = [strange("KAN101"), strange("KLO299"), strange("ABC105")]
NO_LIST = 5
NO_RULES = ["ABC106"]


class Entry:
    """An entry point of an installed package."""

    def __init__(self, name, value):
        self.name, self.value = name, value

    def load(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


# A rule as a value


def test_a_rule_knows_all_about_itself():
    made_ = made("XYZ101", needs=("goals",), months=6)
    assert isinstance(made_, Rule)
    assert (made_.code, made_.needs, dict(made_.options)) == ("XYZ101", ("goals",), {"months": 6})
    assert made_.rationale == "It is always so."
    assert [problem.at for problem in made_.check(None)] == ["name"]


def test_a_rule_without_a_docstring_has_no_rationale():
    def silent(context):
        yield Problem("name")

    assert rule("XYZ101")(silent).rationale == ""


def test_making_a_rule_registers_nothing():
    before = set(catalog())
    made("XYZ999")
    assert set(catalog()) == before


# Sets of rules


def test_the_catalog_is_a_mapping_in_the_order_of_the_gearbox():
    codes = list(catalog())
    assert len(catalog()) == len(codes) == len(set(codes)) > 15
    assert all(catalog()[code].code == code for code in codes)
    begins = list(dict.fromkeys(code[:3] for code in codes))
    assert begins == ["KAN", "KLO", "WER", "LEV", "TAA"]


def test_two_rules_with_one_code_are_refused():
    with pytest.raises(ValueError, match="two rules have the code XYZ101"):
        RuleSet([made("XYZ101"), made("XYZ101")])
    with pytest.raises(ValueError, match="XYZ102"):
        OWN | RuleSet([made("XYZ102")])


def test_the_same_rule_twice_is_one_rule():
    one = made("XYZ101")
    assert len(RuleSet([one, one])) == 1
    assert len(OWN | OWN) == len(OWN)


def test_sets_go_together():
    both = catalog() | OWN
    assert set(both) == set(catalog()) | set(OWN)
    with pytest.raises(KeyError):
        OWN["KAN101"]


@pytest.mark.parametrize(
    ("codes", "left"),
    [
        (("XYZ",), ["XYZ101", "XYZ102"]),
        (("XYZ102",), ["XYZ102"]),
        (("XYZ102", "XYW"), ["XYZ102", "XYW101"]),
        (("XY",), ["XYZ101", "XYZ102", "XYW101"]),
    ],
)
def test_rules_are_chosen_by_code(codes, left):
    assert list(OWN.select(*codes)) == left
    assert list(OWN.ignore(*codes)) == [code for code in OWN if code not in left]


def test_choosing_nothing_chooses_nothing():
    assert list(OWN.select()) == []
    assert list(OWN.ignore()) == list(OWN)


@pytest.mark.parametrize("wrong", [("KAM",), ("KAN101", "KAN1O4"), ("kan101",)])
def test_a_typo_is_told(wrong):
    with pytest.raises(ValueError, match="no rule has the code"):
        catalog().select(*wrong)
    with pytest.raises(ValueError, match="no rule has the code"):
        catalog().ignore(*wrong)


# Rules of others


def test_without_packages_there_are_no_rules_of_others():
    assert ENTRY_POINTS == "samenwerking.rules"
    loaded, failed = plugins()
    assert (list(loaded), failed) == ([], ())


def test_rules_of_packages_are_loaded_when_asked():
    loaded, failed = plugins([Entry("lijst", LIST), Entry("verzameling", SET.values())])
    assert (list(loaded), failed) == (["ABC103", "ABC104", "ABC102"], ())
    assert not set(loaded) & set(catalog())


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (ImportError("no module named 'weg'"), "ImportError: no module named 'weg'"),
        (TAKEN, "ValueError: codes that begin with KAN are ours, so KAN101 must begin with other letters; "),
        (TAKEN, "codes that begin with KLO are ours"),
        ([strange("abc1")], "is not some capitals and three digits"),
        ([made("ABC109")], "ABC109 brings no row of its own; ABC109 brings no texts"),
        ([strange("ABC109", row=strange("ABC110").row)], "ABC109 brings no row of its own"),
        (NO_LIST, "TypeError"),
        (NO_RULES, "AttributeError"),
        (AGAIN, "ValueError: two rules have the code ABC103"),
    ],
)
def test_a_package_that_goes_wrong_does_not_stop_the_others(value, said):
    found = [Entry("eerst", LIST), Entry("stuk", value), Entry("laatst", [strange("ABC107")])]
    loaded, failed = plugins(found)
    assert list(loaded) == ["ABC103", "ABC104", "ABC107"]
    (line,) = failed
    assert line.startswith("stuk: ") and said in line


def test_a_real_entry_point_works(monkeypatch, tmp_path):
    (tmp_path / "rules_of_a_stranger.py").write_text(
        "from samenwerking.rules import Problem, RuleText, rule\n"
        "from samenwerking.vocabulary import Bilingual, Gear, RuleRow, Severity\n"
        "\n"
        "ROW = RuleRow(code='ABC108', name='n', titles=Bilingual('n', 'e'), gear=Gear.KAN, severity={},\n"
        "              undecided=Severity.ADVICE, marks={})\n"
        "\n"
        "@rule('ABC108', row=ROW, texts={'': RuleText(Bilingual('n', 'e'))})\n"
        "def check(context):\n"
        "    yield Problem('name')\n"
        "\n"
        "RULES = (check,)\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    entry = EntryPoint(name="vreemd", value="rules_of_a_stranger:RULES", group=ENTRY_POINTS)
    gone = EntryPoint(name="weg", value="rules_of_a_stranger:NIETS", group=ENTRY_POINTS)
    loaded, failed = plugins([entry, gone])
    assert list(loaded) == ["ABC108"]
    assert failed[0].startswith("weg: AttributeError")


def test_the_beginnings_that_are_ours_are_those_in_use():
    assert {code[:3] for code in reading().rules} | {"SAM"} == set(OURS)
