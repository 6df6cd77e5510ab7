"""A portfolio with invented names, for training with a case of one's own."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

import attrs

from samenwerking.change.inventing import Inventor, folded, new_codes, new_ids, salt_of, slug
from samenwerking.change.renaming import Renamer, every_id, is_wording
from samenwerking.model import (
    KINDS,
    Agreement,
    Area,
    Body,
    Canvas,
    Collaboration,
    Contribution,
    FieldPlan,
    Funding,
    Goal,
    Identifier,
    LeftEmpty,
    Monitoring,
    Organization,
    PathError,
    Phase,
    Portfolio,
    ProgressReport,
    Source,
    Stakeholder,
    field_at,
    plan,
    without_private,
)
from samenwerking.model.extra import EMPTY
from samenwerking.model.paths import Step, parse
from samenwerking.model.plan import plan_by_name
from samenwerking.vocabulary import (
    Bilingual,
    Code,
    CodeList,
    Reading,
    reading as shipped_reading,
)

R = TypeVar("R")


@attrs.frozen
class Invention:
    """How a name that stands outside the name of a record is replaced.

    Args:
        label: What it becomes, before the letter.
        form: How that is written there.
        in_texts: Whether the name is replaced in other texts too; not if it may well be an ordinary word.
    """

    label: Bilingual
    form: str = "{name}"
    in_texts: bool = True


_SOURCE = Bilingual("Bron", "Source")
_REPORT = Bilingual("Verslag", "Report")
INVENTED: dict[tuple[type, str], Invention] = {
    (Portfolio, "title"): Invention(Bilingual("Oefening", "Exercise")),
    (Identifier, "value"): Invention(Bilingual("Nummer", "Number")),
    (Source, "title"): Invention(_SOURCE),
    (Source, "host"): Invention(_SOURCE, "{id}.example"),
    (Source, "address"): Invention(_SOURCE, "https://{id}.example"),
    (ProgressReport, "address"): Invention(_REPORT, "https://{id}.example"),
    (Stakeholder, "name"): Invention(Bilingual("Belanghebbende", "Stakeholder")),
    (Contribution, "fund"): Invention(Bilingual("Pot", "Pot")),
    (Funding, "description"): Invention(Bilingual("Geldbron", "Means"), in_texts=False),
    (Goal, "policies"): Invention(Bilingual("Beleid", "Policy")),
    (Goal, "processes"): Invention(Bilingual("Proces", "Process")),
    (Monitoring, "source"): Invention(Bilingual("Databron", "Data source"), in_texts=False),
    (Body, "name"): Invention(Bilingual("Overleg", "Body"), in_texts=False),
    (Phase, "name"): Invention(Bilingual("Fase", "Phase"), in_texts=False),
    (Agreement, "at"): Invention(Bilingual("Bijeenkomst", "Meeting"), in_texts=False),
}
# What a trainer does not need, or what would give the original away: other names, numbers of registers (an
# invented one is either wrong or somebody's), and the fingerprint of the original.
DROPPED = {
    (Organization, "aliases"),
    (Organization, "formerly"),
    (Organization, "identifiers"),
    (Area, "identifiers"),
    (Agreement, "digest"),
}
_NAMED = (Organization, Area, Goal, Collaboration)
_TYPES = {(Canvas, "type"), (Canvas, "other_types")}
_NO_TYPE = Bilingual("Onbekend type", "Unknown type")


def _deep(record: Any) -> Iterator[Any]:
    """Yield a record and all records within it."""
    yield record
    for field in plan(type(record)):
        if field.kind == "record":
            for item in field.items(getattr(record, field.name)):
                yield from _deep(item)


@attrs.frozen
class _Disguise:
    """Everything that is invented for one portfolio: the new id, name or code of every old one."""

    ids: Mapping[str, str]
    names: Mapping[str, str]
    inventions: Mapping[tuple[type, str], Mapping[str, str]]
    codes: Mapping[CodeList, Mapping[str, str]]
    types: Mapping[str, str]
    in_texts: Renamer

    def told(self, record: R) -> R:
        """Return a record as it is told, with all records within it."""
        if isinstance(record, Code):
            return cast("R", self.own_code(record))
        changes: dict[str, Any] = {}
        for field in plan(type(record)):
            items = field.items(getattr(record, field.name))
            change = self.change(record, field) if items else None
            if (type(record), field.name) in DROPPED:
                changes[field.name] = field.default
            elif change is not None:
                new = tuple([change(item) if item != "" else item for item in items])
                changes[field.name] = new if field.many else new[0]
        return cast("R", attrs.evolve(cast("Any", record), **changes))

    def change(self, record: Any, field: FieldPlan) -> Callable[[Any], Any] | None:
        """Return what happens to each item of an attribute; ``None`` if nothing."""
        place = (type(record), field.name)
        if field.kind == "extra":
            return lambda _: EMPTY
        if field.kind == "record":
            return self.told
        if field.ref or field.name == "id":
            return self.ids.__getitem__
        if field.codes:
            known = self.codes[field.codes]
            return lambda code: slug(known[code]) if code in known else code
        if place in INVENTED:
            form, new = INVENTED[place].form, self.inventions[place]
            return lambda text: _written(form, new[text])
        if field.name == "name" and isinstance(record, _NAMED):
            return lambda _: self.names[record.id]
        if place in _TYPES:
            return lambda type_: self.types.get(type_, type_)
        if place == (LeftEmpty, "path"):
            return self.path
        return self.in_texts if is_wording(field) else None

    def own_code(self, code: Code) -> Code:
        """Return an own code without anything in which a case may be recognised."""
        known = self.codes[code.list]
        name = known.get(code.code, code.code)
        return Code(
            list=code.list,
            code=slug(name) if code.code in known else code.code,
            nl=name,
            broader=slug(known[code.broader]) if code.broader in known else code.broader,
            mark=code.mark,
            months=code.months,
        )

    def path(self, path: str) -> str:
        """Return a path on the canvas with new keys."""
        try:
            steps = parse(path)
        except PathError:
            return self.in_texts(path)
        classes = [Step(step.name, None if step.key is None else "") for step in steps]
        told = (
            Step(step.name, self.key(step.key, ".".join(map(str, classes[: n + 1])))) if step.key else step
            for n, step in enumerate(steps)
        )
        return ".".join(map(str, told))

    def key(self, key: str, place: str) -> str:
        """Return the new key of an item of a list; what a key is follows from the records in the list."""
        try:
            field = field_at(place)
        except PathError:
            return self.ids.get(key) or self.in_texts(key)
        names = plan_by_name(field.item) if field.kind == "record" else {}
        if key in self.ids and (field.ref or names.keys() & {"id", "party", "person", "goal"}):
            return self.ids[key]
        invented = (new for (cls, _), new in self.inventions.items() if cls is field.item and key in new)
        return next(invented, {}).get(key) or self.in_texts(key)


def _written(form: str, name: str) -> str:
    return form.format(name=name, id=slug(name))


def _called(record: Any) -> Iterator[str]:
    """Yield the names that a record has or had."""
    yield from filter(None, [getattr(record, "name", "")])
    yield from (*getattr(record, "aliases", ()), *getattr(record, "formerly", ()))


def _disguise(portfolio: Portfolio, seed: int | None, reading: Reading) -> _Disguise:
    records = sorted((place.record for place in portfolio.locations()), key=lambda record: record.id)
    taken = {folded(name) for record in records for name in _called(record)}
    inventor = Inventor(
        portfolio.language, salt_of(portfolio, seed), taken | set(map(folded, every_id(portfolio)))
    )
    ids, names = new_ids(portfolio, inventor)
    known = {folded(name): names[record.id] for record in records for name in _called(record)}
    texts: dict[tuple[type, str], set[str]] = defaultdict(set)
    for record in _deep(portfolio):
        for field in plan(type(record)):
            if (place := (type(record), field.name)) in INVENTED or place in _TYPES:
                texts[place].update(filter(None, field.items(getattr(record, field.name))))
    inventions = {
        place: {text: known[folded(text)] for text in texts[place] if folded(text) in known}
        | inventor.names((text for text in texts[place] if folded(text) not in known), row.label)
        for place, row in INVENTED.items()
    }
    in_texts = {
        text: _written(row.form, new)
        for place, row in INVENTED.items()
        if row.in_texts
        for text, new in inventions[place].items()
    }
    in_texts |= ids
    in_texts |= {name: names[record.id] for record in records for name in _called(record)}
    types = set().union(*map(texts.__getitem__, _TYPES))
    return _Disguise(
        ids=ids,
        names=names,
        inventions=inventions,
        codes=new_codes(portfolio, inventor),
        types=inventor.names(types - reading.types.keys(), _NO_TYPE),
        in_texts=Renamer(in_texts),
    )


def pseudonymize(
    portfolio: Portfolio, *, seed: int | None = None, reading: Reading | None = None
) -> Portfolio:
    """Return a portfolio with invented names, for training with a case of one's own.

    Organizations are called after their sector or kind (*Waterschap A*), people *Persoon A*, areas, goals and
    collaborations likewise; ids, addresses, sources, titles, own codes and the like are invented too. In all
    other texts those names are replaced as whole words. Private content, keys of other tools (``x-``), other
    names of organizations, their numbers in registers and fingerprints of agreements are left out; records
    stand in the order of their new ids. Everything else stays: who takes part in what, dates, amounts and
    texts, so that rules and measures say of it what they said of the original. Own proposal.

    It hides who it is about from a reader who does not know the case. It does not from one who does: a date,
    an amount, a turn of phrase, half a name, a name of fewer than three characters or a rare shape of who
    works with whom can give it away. Read the texts before sharing it.

    Args:
        portfolio: The portfolio.
        seed: Decides who becomes A and who B; left out, the content of the portfolio decides.
        reading: The reading whose types stay as they are; the shipped one if left out.

    Returns:
        The portfolio; the same for the same portfolio, whatever the order of its records.

    Example:
        >>> x = Organization(id="vallei", name="Waterschap Vallei", sector="waterschap")
        >>> c = Collaboration(id="c", name="Polder", description="Met waterschap vallei.")
        >>> told = pseudonymize(Portfolio(organizations=[x], collaborations=[c]))
        >>> told.organizations[0].name, told.collaborations[0].description
        ('Waterschap A', 'Met Waterschap A.')
    """
    # What is private is used to find names in texts, and told nowhere.
    disguise = _disguise(portfolio, seed, reading or shipped_reading())
    told = disguise.told(without_private(portfolio))
    lists: dict[str, Any] = {
        kind.list: sorted(getattr(told, kind.list), key=lambda record: record.id) for kind in KINDS
    }
    own = sorted(told.codes, key=lambda code: (code.list, code.code))
    return attrs.evolve(told, codes=tuple(own), **lists)
