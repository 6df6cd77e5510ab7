"""The own sheet of a party: what it is in for, for the kitchen table and for its signature."""

import datetime
from typing import Any

from samenwerking.display.markup import Markup, tag
from samenwerking.display.page import document
from samenwerking.display.party_facts import Answer, PartyContext, answers, party_context, private_pairs
from samenwerking.display.picture import Picture
from samenwerking.display.values import shorter, some
from samenwerking.display.wording import code_label, shareable, spoken
from samenwerking.display.words import say
from samenwerking.model import Portfolio, private_for
from samenwerking.model.record import as_id, as_optional_id
from samenwerking.report.wording import credit
from samenwerking.rules.digest import agreed_by_now
from samenwerking.vocabulary import CodeList, Language

_STYLE = """
.own { width: 190mm; font-size: 10pt; line-height: 1.2; }
.own h1 { font-size: 21pt; line-height: 1.1; margin: 0.5mm 0 1mm; overflow-wrap: anywhere; }
.own table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 2.5mm; }
.own th, .own td { vertical-align: top; text-align: left; padding: 1.2mm 0 1.3mm; }
.own th, .own td { border-top: 0.25mm solid var(--ink); overflow-wrap: anywhere; }
.own th { width: 50mm; font-size: 11pt; font-weight: bold; padding-right: 5mm; }
.own tr { break-inside: avoid; }
.own li + li { margin-top: 0.7mm; }
.own .pen { border-bottom: 0.2mm dotted var(--soft); height: 7mm; }
.mine, .signing { border: 0.5mm solid var(--ink); padding: 2mm 4mm; margin-top: 2.5mm; break-inside: avoid; }
.mine h2, .signing h2 { font-size: 12pt; margin: 0 0 0.5mm; }
.signing div { display: flex; gap: 6mm; margin-top: 2mm; }
.signing span { flex: 1; height: 11mm; border-bottom: 0.3mm solid var(--ink); color: var(--soft); }
.own .end { margin-top: 2mm; font-size: 9pt; color: var(--soft); }
"""
_PENS = 2
_LONGEST = 600


def _row(answer: Answer, language: Language) -> Markup:
    """Return a question with what stands there; where nothing does, a prompt and lines to write on."""
    if answer.lines:
        held = tag(
            "ul", *(tag("li", shorter(line[:1].upper() + line[1:], _LONGEST)) for line in answer.lines)
        )
        return tag("tr", tag("th", say(answer.question, language)), tag("td", held))
    pens = (tag("div", class_="pen") for _ in range(_PENS))
    prompt = tag("p", say(answer.prompt, language), class_="ask")
    return tag("tr", tag("th", say(answer.question, language)), tag("td", prompt, *pens))


def _signing(of: PartyContext) -> Markup:
    """Return since when it was agreed, signed and confirmed, and the line to sign."""
    collaboration, language = of.collaboration, of.language
    past = [each for each in collaboration.canvas.agreements if each.on.first <= of.day]
    mine = [each for each in past if of.party in each.parties]
    signed = [each.signature.on for each in of.held if each.signature and each.signature.on]
    confirmed = collaboration.confirmed
    said = []
    if mine:
        last = spoken(max(mine, key=lambda each: each.on.first).on, language)
        holds = of.party in agreed_by_now(of.portfolio, collaboration)[0]
        said.append(of.say("we_agreed" if holds else "we_agreed_changed", date=last))
    else:
        said.append(of.say("we_not_agreed"))
    said += [of.say("we_signed", date=spoken(date, language)) for date in signed]
    if confirmed:
        date = spoken(confirmed.on, language) if confirmed.on else of.say("unknown")
        said.append(of.say("confirmed", party=of.name(confirmed.by), date=date))
    else:
        said.append(of.say("not_confirmed"))
    blanks = (tag("span", of.say(key)) for key in ("date", "name", "signature"))
    return tag(
        "div",
        tag("h2", of.say("is_it_right")),
        tag("p", " ".join(said)),
        tag("div", *blanks),
        class_="signing",
    )


def _private(of: PartyContext, portfolio: Portfolio) -> list[Markup]:
    """Return the box that only the party itself gets to see."""
    own = private_for(portfolio, of.party)
    held = [each for each in own.collaboration(of.collaboration.id).canvas.parties if each.party == of.party]
    told = dict.fromkeys(pair for each in held for pair in private_pairs(of, each))
    lines = (tag("li", tag("b", f"{label}: "), text) for label, text in told)
    heading = tag("h2", of.say("only_us", party=own[of.party].name if of.party in own else of.party))
    return [tag("div", heading, tag("ul", *lines), class_="mine")] if told else []


def party_sheet(
    portfolio: Portfolio,
    id: str,
    party: Any,
    *,
    viewer: Any = None,
    language: Language = "nl",
    as_of: datetime.date | None = None,
) -> Picture:
    """Lay out the own sheet of a party, in the words in which it would ask: to read, mend and sign.

    What we bring and get, for how long, how we get out, who sees our data, what risk we bear, what we
    promised and what others promised us, whether payment lasts as long as the obligation, and who speaks for
    us. Where nothing stands the question is asked, with room for a pen. What is owed to the party of kind
    *payment*, and benefits that are one, are held against what it must do or pay; upkeep against its own
    funding. This way of comparing terms is our own proposal.

    Nothing private stands on it and no person is named, unless the party itself looks: then its own private
    content comes in a box of its own, with the names of its own people.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        party: The party, or its id.
        viewer: Who looks, or its id. Only the party itself sees what is private, and only what is its own.
        language: ``"nl"`` or ``"en"``.
        as_of: The day for which it holds; today if left out.

    Returns:
        A page of A4, or more if there is much to say.

    Raises:
        KeyError: If there is no such collaboration, or the party takes no part in it.
        TypeError: If the record is no collaboration.
        ValueError: If the language is neither.

    Example:
        >>> from samenwerking.io import example
        >>> print(party_sheet(example("draft"), "voorbeeldpolder", "collectief-voorbeeldpolder"))
        Eigen blad: Agrarisch collectief Voorbeeldpolder (html)
    """
    day = as_of or datetime.date.today()
    of = party_context(shareable(portfolio, language), id, as_id(party), day, language)
    looks = as_optional_id(viewer) == of.party
    own = private_for(portfolio, of.party) if looks else None
    name = getattr(own.get(of.party), "name", "") if own else ""
    name = name or of.name(of.party)
    roles = (code_label(of.portfolio, CodeList.ROLE, each.role, language) for each in of.held)
    goals = some((of.name(goal) for goal in of.collaboration.canvas.goals), language, 6)
    known = (
        (of.say("takes_part_in"), of.collaboration.name),
        (of.say("as_role"), some(dict.fromkeys(roles), language)),
        (of.say("goals"), goals),
    )
    kicker = f"{of.say('party_sheet')} · {spoken(day, language)} · {of.say('concept')}"
    end = f"{credit(language)} {of.say('sheet_private' if looks else 'sheet_public')}"
    section = tag(
        "section",
        tag("p", kicker, class_="soft"),
        tag("h1", shorter(name, 120)),
        *(
            tag("p", tag("span", f"{label}: ", class_="soft"), shorter(text, 300))
            for label, text in known
            if text
        ),
        tag("table", *(_row(answer, language) for answer in answers(of, own))),
        *(_private(of, portfolio) if looks else []),
        _signing(of),
        tag("p", end, class_="end"),
        class_="own",
    )
    title = f"{of.say('party_sheet')}: {name}"
    alt = of.say("party_alt", party=name, name=of.collaboration.name, date=spoken(day, language))
    html = document(title, section, language, _STYLE, "A4 portrait")
    return Picture(title=title, alt=alt, html=html, language=language)
