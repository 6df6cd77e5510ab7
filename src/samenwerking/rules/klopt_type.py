"""Is the collaboration set up right? The type: what it is called, how it is seen, and what it looks like."""

from collections.abc import Iterator, Mapping

import attrs

from samenwerking.model import Date, Participation, Position
from samenwerking.report import AND, Param, enumerate_words
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import called, is_one, listed, met_by, one_by_one
from samenwerking.rules.looking import asked, either, on_purpose, where
from samenwerking.vocabulary import (
    LANGUAGES,
    Axis,
    Bilingual,
    CodeList,
    Form,
    ObligationKind,
    codes,
    spoken_date,
)

# Below and above these an axis is said to be at one of its ends (mark own); they never show in a message.
_ENDS = (100 / 3, 200 / 3)
# The signals of the advice by which a collaboration aimed at a shared goal is known, and how many it takes.
_SIGNS, _ENOUGH = ("s1", "s2", "s5"), 2
# Instruments of depth: the capability of the reading, where it stands, and what it must be (any, if empty).
_INSTRUMENTS: Mapping[str, tuple[str, str]] = {
    "aligned_outcomes": ("setup.price_model.kind", "outcome_prices"),
    "incentive": ("setup.price_model.incentive", ""),
    "change_process": ("setup.change_process", ""),
}


def _types(context: RuleContext, forms: tuple[Form, ...]) -> Bilingual:
    """Return what the types of some forms are called, as a choice."""
    found = dict.fromkeys(map(context.reading.type_of, forms))
    return either(map(context.reading.type_labels, found))


def _parts(context: RuleContext) -> dict[str, set[str]]:
    """Return per collaboration the types of its parts."""
    found: dict[str, set[str]] = {}
    for part in context.portfolio.collaborations:
        form = part.canvas.form
        type_ = context.reading.type_of(form) if form else part.canvas.type
        if part.parent and type_:
            found.setdefault(part.parent, set()).add(type_)
    return found


def _exchanges(context: RuleContext) -> Iterator[tuple[str, str]]:
    """Yield who pays whom for a performance."""
    due = [each for each in context.collaboration.canvas.setup.obligations if not each.legal_duty]
    done = {(o.debtor, o.creditor) for o in due if o.kind is ObligationKind.PERFORMANCE}
    paid = {(o.debtor, o.creditor) for o in due if o.kind is ObligationKind.PAYMENT and o.creditor}
    yield from sorted((payer, doer) for payer, doer in paid if doer and (doer, payer) in done)


@rule("KLO202")
def types_mixed(context: RuleContext) -> Iterator[Problem]:
    """Mixed forms are common, but each asks for other agreements; apart, each has a canvas that fits it."""
    canvas, reading, form = context.collaboration.canvas, context.reading, context.form
    own = reading.type_of(form) if form else canvas.type
    apart = context.once(_parts).get(context.collaboration.id, set())
    beside = sorted(type_ for type_ in canvas.other_types if type_ not in apart)
    mixed = dict.fromkeys([own, *beside] if own else beside)
    if len(mixed) > 1:
        labels = tuple(reading.type_labels(t) if t in reading.types else t for t in mixed)
        yield Problem("other_types", "declared", {"types": labels})
    exchanging = tuple(each for each in Form if reading.allows("mutual_performance", each))
    # where nothing binds, an obligation is told of as such
    if form is None or form in exchanging or not reading.allows("obligations", form):
        return
    for pair in _exchanges(context):
        params: dict[str, Param] = {"parties": context.names(pair), "type": _types(context, exchanging)}
        yield Problem("setup.obligations", "exchange", params)


def _by_view(context: RuleContext) -> dict[Form, list[Participation]]:
    """Return which parties see which form, in the order of the forms."""
    views: dict[Form, list[Participation]] = {form: [] for form in Form}
    for party in context.parties:
        if party.perceived_form:
            views[party.perceived_form].append(party)
    return {form: parties for form, parties in views.items() if parties}


def _names(context: RuleContext, parties: list[Participation]) -> tuple[str, ...]:
    return context.names(one_by_one(party.party for party in parties))


@rule("KLO203", needs=("parties[].perceived_form",))
def seen_differently(context: RuleContext) -> Iterator[Problem]:
    """A shared language is where it starts; different views of the form predict trouble."""
    canvas, reading = context.collaboration.canvas, context.reading
    views = _by_view(context)
    known = canvas.type in reading.types
    chosen = reading.forms_of(canvas.type or "") if canvas.form is None else (canvas.form,)
    other = {form: parties for form, parties in views.items() if chosen and form not in chosen}
    for form, parties in other.items():
        settled = canvas.form.labels if canvas.form else reading.type_labels(canvas.type or "")
        params: dict[str, Param] = {
            "parties": _names(context, parties),
            "seen": form.labels,
            "form": settled,
        }
        yield Problem(where(parties, "perceived_form"), "chosen", params)
    if canvas.form is None and len(views) > 1 and not (known and other):
        said = tuple(_view(form, _names(context, parties)) for form, parties in views.items())
        yield Problem("parties[].perceived_form", "undecided", {"views": said})


def _view(form: Form, names: tuple[str, ...]) -> Bilingual:
    return Bilingual(*(f"'{form.label(lang)}' ({enumerate_words(names, lang, AND)})" for lang in LANGUAGES))


def _spot(axis: Axis, value: float) -> Bilingual:
    """Return in words where something is on an axis."""
    if value < _ENDS[0]:
        return axis.low
    if value > _ENDS[1]:
        return axis.high
    return Bilingual(f"het midden van '{axis.labels.nl}'", f"the middle of '{axis.labels.en}'")


def _astray(context: RuleContext, form: Form, position: Position) -> tuple[Bilingual, Bilingual] | None:
    """Return in words where a position is and where it was expected, on the axes where these differ."""
    reading = context.reading
    region = reading.region(form)
    if region is None or (reading.empty and reading.empty.contains(*_point(position))):
        return None  # a position in the empty quadrant is told of by itself
    here, there = [], []
    for name, value in zip(("binding", "control"), _point(position), strict=True):
        low, high = getattr(region, name)
        found, expected = (_spot(reading.axes[name], each) for each in (value, (low + high) / 2))
        # our bounds are no measure: a difference that has no words is none
        if not low <= value <= high and found != expected:
            here.append(found)
            there.append(expected)
    return (_together(here), _together(there)) if here else None


def _point(position: Position) -> tuple[float, float]:
    return float(position.binding), float(position.control)


def _together(words: list[Bilingual]) -> Bilingual:
    return Bilingual(*(enumerate_words((word.get(lang) for word in words), lang) for lang in LANGUAGES))


@rule("KLO204", needs=("form", "parties[].position"))
def position_astray(context: RuleContext) -> Iterator[Problem]:
    """Each form has a place on the two axes; whoever sees it elsewhere may mean something else by it."""
    form = context.form
    assert form is not None  # it is needed
    told: dict[tuple[Bilingual, Bilingual], list[Participation]] = {}
    for party in context.parties:
        words = _astray(context, form, party.position) if party.position else None
        if words:
            told.setdefault(words, []).append(party)
    for (place, expected), parties in sorted(told.items(), key=lambda each: each[0][0].nl):
        params: dict[str, Param] = {
            "parties": _names(context, parties),
            "place": place,
            "form": form.labels,
            "expected": expected,
        }
        yield Problem(where(parties, "position"), "", params)


@rule("KLO207")
def form_open(context: RuleContext) -> Iterator[Problem]:
    """The slides name two forms within a type, and they ask for different things."""
    canvas = context.collaboration.canvas
    forms = context.reading.forms_of(canvas.type or "")
    if canvas.form is None and len(forms) > 1 and not asked(context, "form"):
        quoted = (Bilingual(f"'{form.label('nl')}'", f"'{form.label('en')}'") for form in forms)
        yield Problem("form", "", {"choices": either(quoted)})


@rule("KLO208", needs=("form", "setup.price_model"))
def depth_mismatch(context: RuleContext) -> Iterator[Problem]:
    """Deep instruments on a plain delivery cost more than they bring; a deep relation is nothing without."""
    form, reading = context.form, context.reading
    assert form is not None  # it is needed
    beside = tuple(each for each in reading.forms_of(reading.type_of(form)) if each is not form)
    for name, (path, which) in _INSTRUMENTS.items():
        if name not in reading.capabilities:
            continue  # this reading makes nothing of it
        values = [place.value for place in context.places(path) if not place.empty]
        there = any(not which or is_one(context, CodeList.PRICE_MODEL, each, which) for each in values)
        label = reading.capabilities[name].labels
        deeper = tuple(each for each in beside if reading.expects(name, each))
        if there and not reading.allows(name, form) and deeper:
            params: dict[str, Param] = {"found": label, "form": either(each.labels for each in deeper)}
            yield Problem(path, "found", params)
        elif not there and reading.expects(name, form) and not on_purpose(context, path):
            yield Problem(path, "missing", {"missing": label, "form": form.labels})


@rule("KLO209", needs=("form", "parties"))
def like_a_shared_goal(context: RuleContext) -> Iterator[Problem]:
    """A shared goal, risk for each and deciding together are what the slides say of another type."""
    from samenwerking.advice.case import Case  # few collaborations need it, and it takes time to load
    from samenwerking.advice.signals import read_signals

    form, reading = context.form, context.reading
    assert form is not None  # it is needed
    here = attrs.evolve(context.collaboration.canvas, parties=context.parties)
    case = Case(
        portfolio=context.portfolio,
        collaboration=attrs.evolve(context.collaboration, canvas=here),
        reading=reading,
    )
    sharing = tuple(each for each in Form if reading.requires("risk_bearing_contribution", each))
    signs = [signal for signal in read_signals(case) if signal.code in _SIGNS and signal.holds]
    signs = [signal for signal in signs if signal.says(form) != "for"]
    if len(signs) >= _ENOUGH and sharing:
        shown = tuple(signal.short for signal in signs)
        yield Problem("form", "", {"signs": shown, "type": _types(context, sharing)})


def _free(context: RuleContext, party: Participation) -> bool:
    """Say whether it is stated that a party puts nothing at stake, nor pays."""
    brought = party.contributions
    pays = any(is_one(context, CodeList.CONTRIBUTION_KIND, each.kind, "money") for each in brought)
    staking = any(risk.share for risk in party.risks)
    return bool(brought) and not (pays or staking) and all(each.at_risk is False for each in brought)


@rule("KLO210", needs=("form", "parties[].contributions[].at_risk"))
def like_a_transaction(context: RuleContext) -> Iterator[Problem]:
    """If one party only pays and the others put nothing at stake, performances are exchanged."""
    setup = context.collaboration.canvas.setup
    paid = {(o.debtor, o.creditor) for o in setup.obligations if o.kind is ObligationKind.PAYMENT}
    for party in context.parties:
        benefits = (b for b in party.benefits if b.giver and "payment" in (met_by(b.kind or "") or ()))
        paid |= {(benefit.giver or "", party.party) for benefit in benefits}
    payers = {payer for payer, _ in paid}
    others = [party for party in context.parties if party.party not in payers]
    exchanging = tuple(each for each in Form if context.reading.allows("mutual_performance", each))
    if len(payers) != 1 or not others or not exchanging:
        return
    (payer,) = payers
    reached = all({(payer, party.party), (payer, None)} & paid for party in others)
    if reached and payer in context.party_ids and all(_free(context, each) for each in others):
        yield Problem("parties", "", {"party": context.name(payer), "type": _types(context, exchanging)})


@rule("KLO217", needs=("parties[].position",))
def dependent_without_binding(context: RuleContext) -> Iterator[Problem]:
    """Whoever gives up control of one's own house may expect a promise in return; no form does without."""
    empty = context.reading.empty
    parties = [p for p in context.parties if empty and p.position and empty.contains(*_point(p.position))]
    if parties:
        yield Problem(where(parties, "position"), "", {"parties": _names(context, parties)})


def _chosen(context: RuleContext) -> Iterator[tuple[str, Bilingual | str, Date | None]]:
    """Yield what was chosen to hold the agreements: where, what it is called, and when."""
    setup = context.collaboration.canvas.setup
    for name, code_list, code, on in (
        ("legal_form", CodeList.LEGAL_FORM, setup.legal_form, setup.legal_form_on),
        ("instrument", CodeList.INSTRUMENT, setup.instrument, setup.instrument_on),
    ):
        if code and code not in listed("commits_to_nothing"):
            yield f"setup.{name}", called(codes(code_list, context.portfolio.codes), code), on


@rule("KLO240")
def instrument_before_type(context: RuleContext) -> Iterator[Problem]:
    """Who goes from motives straight to a legal form skips the question which type this is."""
    canvas = context.collaboration.canvas
    for path, label, on in _chosen(context):
        if canvas.form is None and canvas.type is None:
            yield Problem(path, "open", {"chosen": label})
        elif canvas.form_on and on and on.before(canvas.form_on):
            params = {"date": spoken_date(on.iso), "later": spoken_date(canvas.form_on.iso)}
            yield Problem(path, "earlier", {"chosen": label, **params})


RULES = (
    types_mixed,
    seen_differently,
    position_astray,
    form_open,
    depth_mismatch,
    like_a_shared_goal,
    like_a_transaction,
    dependent_without_binding,
    instrument_before_type,
)
