"""The fixed words on the pictures, in both languages; all others come from the vocabulary."""

from samenwerking.vocabulary import Bilingual, Language

_WORDS = {
    # the canvas
    "canvas": Bilingual("Canvas", "Canvas"),
    "concept": Bilingual(
        "concept, hieraan kunnen geen rechten worden ontleend", "draft, no rights can be derived from it"
    ),
    "name": Bilingual("Naam", "Name"),
    "area": Bilingual("Gebied", "Area"),
    "date": Bilingual("Datum", "Date"),
    "period": Bilingual("Looptijd", "Period"),
    "type": Bilingual("Type", "Type"),
    "director": Bilingual("Regisseur", "Director"),
    "agreed": Bilingual("Akkoord", "Agreed"),
    "agreed_some": Bilingual("{date} ({n} van {total} partijen)", "{date} ({n} of {total} parties)"),
    "changed": Bilingual("{date}, daarna gewijzigd", "{date}, changed since"),
    "not_agreed": Bilingual("nog niet", "not yet"),
    "goals": Bilingual("Doelen", "Goals"),
    "lead": Bilingual("trekker: {party}", "lead: {party}"),
    "purpose": Bilingual("Waarvoor", "What for"),
    "party": Bilingual("Partij", "Party"),
    "brings": Bilingual("Brengt", "Brings"),
    "gets": Bilingual("Haalt", "Gets"),
    "risks": Bilingual("Draagt risico", "Bears risk"),
    "until": Bilingual("Tot wanneer", "Until when"),
    "ask_brings": Bilingual("Wat brengt deze partij in?", "What does this party bring?"),
    "ask_gets": Bilingual("Wat haalt deze partij eruit?", "What does this party get out of it?"),
    "ask_risks": Bilingual("Welk risico draagt deze partij zelf?", "What risk does this party bear itself?"),
    "ask_until": Bilingual("Hoe lang?", "For how long?"),
    "alternative": Bilingual("Stap terug", "Step back"),
    "ask_alternative": Bilingual("Alternatief bekeken?", "Alternative looked at?"),
    "axes": Bilingual("Waar staat elke partij?", "Where does each party stand?"),
    "more_parties": Bilingual("En verder: {n}, zie bijlage.", "And further: {n}, see appendix."),
    "more_goals": Bilingual("Meer doelen: {n}, zie bijlage.", "More goals: {n}, see appendix."),
    "questions": Bilingual("Open vragen", "Open questions"),
    "no_questions": Bilingual("Er staat nu geen vraag open.", "No question is open now."),
    "for_whom": Bilingual("voor {who}", "for {who}"),
    "initials": Bilingual("Paraaf", "Initials"),
    "own_risk": Bilingual("{what} op eigen risico", "{what} at own risk"),
    "left_empty": Bilingual("bewust leeg: {reason}", "left empty on purpose: {reason}"),
    "from": Bilingual("van {party}", "from {party}"),
    "person": Bilingual("persoon {n}", "person {n}"),
    # back and appendix
    "back": Bilingual("Achterkant: de negen onderwerpen", "Back: the nine topics"),
    "appendix": Bilingual("Bijlage", "Appendix"),
    "all_goals": Bilingual("alle {n} doelen", "all {n} goals"),
    "all_parties": Bilingual("alle {n} partijen", "all {n} parties"),
    "more": Bilingual("Verdere partijen", "Further parties"),
    "in_full": Bilingual("Voluit", "In full"),
    "confirmed": Bilingual("Bevestigd door {party}, {date}.", "Confirmed by {party}, {date}."),
    "not_confirmed": Bilingual("Door wie bevestigd: onbekend.", "Confirmed by whom: unknown."),
    "sources": Bilingual("Bronnen: {sources}.", "Sources: {sources}."),
    "no_sources": Bilingual("Bronnen: niet opgegeven.", "Sources: none given."),
    "seen": Bilingual("gezien {date}", "seen {date}"),
    "this_party": Bilingual("deze partij", "this party"),
    "this_person": Bilingual("deze vertegenwoordiger", "this representative"),
    "yes": Bilingual("ja", "yes"),
    "no": Bilingual("nee", "no"),
    "unknown": Bilingual("onbekend", "unknown"),
    "and_more": Bilingual("en nog {n}", "and {n} more"),
    "later_topic": Bilingual("Komt later aan de orde.", "Comes up later."),
    # dates, periods and amounts
    "span": Bilingual("{start} t/m {end}", "{start} to {end}"),
    "through": Bilingual("t/m {end}", "to {end}"),
    "since": Bilingual("vanaf {start}", "from {start}"),
    "no_end": Bilingual("zonder einddatum", "without an end date"),
    "share": Bilingual("{pct}%", "{pct}%"),
    # indicators
    "from_to": Bilingual("van {a} naar {b} {unit}", "from {a} to {b} {unit}"),
    "at-least": Bilingual("minstens {b} {unit}", "at least {b} {unit}"),
    "at-most": Bilingual("hoogstens {b} {unit}", "at most {b} {unit}"),
    "between": Bilingual("tussen {a} en {b} {unit}", "between {a} and {b} {unit}"),
    # the gearbox
    "gearbox": Bilingual("Schakelbak", "Gearbox"),
    "q_kan": Bilingual("Kan de samenwerking?", "Can the collaboration work (kan)?"),
    "q_klopt": Bilingual("Klopt de samenwerking?", "Is the collaboration right (klopt)?"),
    "q_werkt": Bilingual("Werkt de samenwerking?", "Does the collaboration work (werkt)?"),
    "q_levert": Bilingual("Levert de samenwerking?", "Does the collaboration deliver (levert)?"),
    "step_back": Bilingual("stap terug", "step back"),
    "step_back_batna": Bilingual("Stap terug / BATNA?", "Step back / BATNA?"),
    "here": Bilingual("hier staan jullie nu", "you are here now"),
    "answered": Bilingual("beantwoord: {n}", "answered: {n}"),
    "open": Bilingual("open: {n}", "open: {n}"),
    "blocked": Bilingual("knelpunten: {n}", "blocked: {n}"),
    "later": Bilingual("komt later: {n}", "comes later: {n}"),
    "decisions": Bilingual("besluiten: {n}", "decisions: {n}"),
    "may_shift": Bilingual("Niets houdt opschakelen tegen.", "Nothing keeps you from shifting up."),
    "may_not_shift": Bilingual(
        "Voor opschakelen is eerst nog iets te bespreken.", "Something is to be discussed before shifting up."
    ),
    "described": Bilingual(
        "Alleen beschreven, uit bronnen: vragen zijn hier niet gesteld.",
        "Only described, from sources: no questions were asked here.",
    ),
    "as_of": Bilingual("Peildatum {date}", "As of {date}"),
    "gearbox_alt": Bilingual(
        "Schakelbak van {name} op {date}. Nu in {gear}. {states}",
        "Gearbox of {name} on {date}. Now in {gear}. {states}",
    ),
    # the axes
    "matrix": Bilingual("Plek op de assen", "Place on the axes"),
    "our_reading": Bilingual("Vakken: {marks}.", "Regions: {marks}."),
    "no_dots": Bilingual(
        "Er staan nog geen stippen. Zet ze met pen.", "There are no dots yet. Draw them by pen."
    ),
    "missing_dots": Bilingual("Nog geen plek van: {parties}.", "No place yet from: {parties}."),
    "spread_same": Bilingual(
        "Alle partijen zetten de samenwerking op ongeveer dezelfde plek.",
        "All parties place the collaboration in about the same spot.",
    ),
    "spread_binding": Bilingual(
        "Over externe binding lopen de antwoorden het verst uiteen. Hoe komt dat?",
        "On external binding the answers differ most. How come?",
    ),
    "spread_control": Bilingual(
        "Over interne controle (baas in eigen huis) lopen de antwoorden het verst uiteen. Hoe komt dat?",
        "On internal control (master in one's own house) the answers differ most. How come?",
    ),
    "spread_both": Bilingual(
        "Over beide assen lopen de antwoorden uiteen. Hoe komt dat?",
        "On both axes the answers differ. How come?",
    ),
    "bars": Bilingual(
        "De strepen langs de randen laten zien hoe ver de antwoorden uiteenlopen.",
        "The bars along the edges show how far the answers lie apart.",
    ),
    "matrix_alt": Bilingual(
        "Twee assen: {binding} en {control}. Stippen: {dots}.",
        "Two axes: {binding} and {control}. Dots: {dots}.",
    ),
    "middle_of": Bilingual(
        "Elke stip: een samenwerking, op het midden van de antwoorden van haar partijen.",
        "Each dot: a collaboration, in the middle of the answers of its parties.",
    ),
    # the conversation sheet
    "conversation": Bilingual("Gespreksblad", "Conversation sheet"),
    "conversation_for": Bilingual("voor het volgende overleg", "for the next meeting"),
    "who": Bilingual("wie", "who"),
    "why": Bilingual("waarom", "why"),
    "next": Bilingual("Volgende afspraak", "Next appointment"),
    "known": Bilingual("Dit staat er al", "This is there already"),
    "present": Bilingual("Aan tafel", "At the table"),
    "conversation_alt": Bilingual(
        "Vragen voor het volgende overleg van {name}: {n}.", "Questions for the next meeting of {name}: {n}."
    ),
    # the map
    "map": Bilingual("Wie werkt met wie", "Who works with whom"),
    "map_counts": Bilingual(
        "Samenwerkingen: {collaborations}. Partijen: {parties}; in meer dan één samenwerking: {shared}.",
        "Collaborations: {collaborations}. Parties: {parties}; in more than one collaboration: {shared}.",
    ),
    "map_how": Bilingual(
        "Kader: een samenwerking met wie alleen daar meedoet. Los blokje: wie in meerdere meedoet. "
        "Getal achter de naam: aantal partijen.",
        "Frame: a collaboration and those who take part only there. Separate box: who takes part in several. "
        "Number after the name: number of parties.",
    ),
    "map_incomplete": Bilingual(
        "Een * betekent: de lijst van partijen is niet volledig, of dat is onbekend.",
        "A * means: the list of parties is not complete, or that is unknown.",
    ),
    "map_shapes": Bilingual("Vorm: aard", "Shape: kind"),
    "map_letters": Bilingual("Letter: sector", "Letter: sector"),
    "map_unseen": Bilingual(
        "Zonder samenwerking in dit bestand: {n}.", "Without a collaboration in this file: {n}."
    ),
    "map_more": Bilingual("Niet getekend: {n} samenwerkingen.", "Not drawn: {n} collaborations."),
    "map_more_parties": Bilingual(
        "Niet apart getekend: {n} partijen in meer samenwerkingen.",
        "Not drawn apart: {n} parties in several collaborations.",
    ),
    "nothing": Bilingual("Er valt nog niets te tekenen.", "There is nothing to draw yet."),
    # notebooks
    "rows_more": Bilingual("… en nog {n}", "… and {n} more"),
    "canvas_alt": Bilingual(
        "Canvas van {name} op {date}: doelen {goals}, partijen {parties}.",
        "Canvas of {name} on {date}: goals {goals}, parties {parties}.",
    ),
    "atlas": Bilingual("Atlas", "Atlas"),
    "atlas_alt": Bilingual(
        "Atlas van {title} op {date}: een kaart en {n} canvassen.",
        "Atlas of {title} on {date}: a map and {n} canvases.",
    ),
    "without_canvas": Bilingual(
        "Alleen beschreven uit bronnen, daarom zonder canvas:",
        "Only described from sources, so without a canvas:",
    ),
    "blank_alt": Bilingual("Leeg canvas om in te vullen.", "Empty canvas to fill in."),
    "no_findings": Bilingual("Niets gevonden.", "Nothing found."),
    # the own sheet of a party
    "party_sheet": Bilingual("Eigen blad", "Own sheet"),
    "party_alt": Bilingual(
        "Eigen blad van {party} in {name}, {date}.", "Own sheet of {party} in {name}, {date}."
    ),
    "takes_part_in": Bilingual("Wij doen mee aan", "We take part in"),
    "as_role": Bilingual("Onze rol", "Our role"),
    "we_bring": Bilingual("Wat brengen wij?", "What do we bring?"),
    "hint_bring": Bilingual(
        "Grond, uren, geld of kennis? Hoeveel?", "Land, hours, money or knowledge? How much?"
    ),
    "so_far": Bilingual("tot nu toe {amount}", "so far {amount}"),
    "we_get": Bilingual("Wat krijgen wij?", "What do we get?"),
    "hint_get": Bilingual(
        "Vergoeding, zekerheid, kennis? Van wie, en hoeveel?",
        "Payment, certainty, knowledge? From whom, and how much?",
    ),
    "based_on": Bilingual("gerekend naar: {what}", "reckoned by: {what}"),
    "how_long": Bilingual("Hoe lang?", "For how long?"),
    "hint_long": Bilingual("Van wanneer tot wanneer doen wij mee?", "From when until when do we take part?"),
    "we_take_part": Bilingual("Wij doen mee: {when}", "We take part: {when}"),
    "it_runs": Bilingual("De samenwerking loopt: {when}", "The collaboration runs: {when}"),
    "how_out": Bilingual("Hoe kunnen wij eruit?", "How can we get out?"),
    "hint_out": Bilingual(
        "Hoe lang vooraf zeggen wij dat, en wat wordt er dan nog betaald?",
        "How long beforehand do we say so, and what is still paid then?",
    ),
    "notice": Bilingual("Opzeggen: {text}", "Notice: {text}"),
    "settlement": Bilingual("Afrekenen: {text}", "Settlement: {text}"),
    "route_back": Bilingual("Stap terug: {text}", "Step back: {text}"),
    "who_sees": Bilingual("Wie ziet onze gegevens?", "Who sees our data?"),
    "hint_sees": Bilingual(
        "Wie mag zien wat op onze grond is gemeten, en waarvoor?",
        "Who may see what was measured on our land, and what for?",
    ),
    "our_risk": Bilingual("Welk risico dragen wij?", "What risk do we bear?"),
    "hint_risk": Bilingual(
        "Wat kost het ons als het tegenvalt? Ook eigen uren en onze goede naam tellen.",
        "What does it cost us if it goes wrong? Our own hours and our good name count too.",
    ),
    "together_with": Bilingual("samen met {parties}", "together with {parties}"),
    "we_promised": Bilingual("Wat hebben wij beloofd?", "What did we promise?"),
    "hint_promised": Bilingual(
        "Waar mogen anderen ons aan houden, en tot wanneer?", "What may others hold us to, and until when?"
    ),
    "they_promised": Bilingual("Wat hebben anderen ons beloofd?", "What did others promise us?"),
    "hint_they": Bilingual(
        "Waar mogen wij anderen aan houden, en tot wanneer?", "What may we hold others to, and until when?"
    ),
    "to_party": Bilingual("aan {party}", "to {party}"),
    "to_all": Bilingual("aan allen", "to all"),
    "due": Bilingual("uiterlijk {date}", "by {date}"),
    "best_effort": Bilingual("zo goed als het gaat", "as well as can be"),
    "otherwise": Bilingual("anders: {text}", "otherwise: {text}"),
    "paid_as_long": Bilingual(
        "Worden wij even lang betaald als wij verplicht zijn?", "Are we paid for as long as we are bound?"
    ),
    "hint_terms": Bilingual(
        "Tot wanneer krijgen wij betaald, en tot wanneer zijn wij verplicht?",
        "Until when are we paid, and until when are we bound?",
    ),
    "paid_until": Bilingual("Betaald: {when} ({what})", "Paid: {when} ({what})"),
    "not_paid": Bilingual("Er staat geen betaling aan ons.", "There is no payment to us here."),
    "bound_until": Bilingual("Verplicht: {when} ({what})", "Bound: {when} ({what})"),
    "not_bound": Bilingual("Er staat geen verplichting van ons.", "There is no obligation of ours here."),
    "upkeep": Bilingual(
        "Beheer van {result}: {until}; geld ervoor: {funded}",
        "Upkeep of {result}: {until}; money for it: {funded}",
    ),
    "longer_bound": Bilingual(
        "Wij zijn langer verplicht dan wij betaald krijgen. Wat geldt in die tijd?",
        "We are bound longer than we are paid. What holds in that time?",
    ),
    "as_long": Bilingual(
        "De betaling loopt minstens zo lang als de verplichting.",
        "Payment lasts at least as long as the obligation.",
    ),
    "who_speaks": Bilingual("Wie spreekt voor ons?", "Who speaks for us?"),
    "hint_speaks": Bilingual(
        "Wie zit er voor ons aan tafel, en waarover mag die beslissen?",
        "Who sits at the table for us, and what may they decide?",
    ),
    "representative": Bilingual("vertegenwoordiger", "representative"),
    "about": Bilingual("over {scope}", "on {scope}"),
    "ratified": Bilingual("verder beslist {by}", "beyond that decides {by}"),
    "mandate_unknown": Bilingual("mandaat onbekend", "mandate unknown"),
    "reports_back": Bilingual("Terug naar onze achterban: {text}", "Back to our constituency: {text}"),
    "only_us": Bilingual("Alleen voor {party}: niet doorgeven", "Only for {party}: do not pass on"),
    "is_it_right": Bilingual("Klopt dit voor ons?", "Is this right for us?"),
    "we_agreed": Bilingual("Wij gaven akkoord op {date}.", "We agreed on {date}."),
    "we_agreed_changed": Bilingual(
        "Wij gaven akkoord op {date}; daarna is er iets gewijzigd.",
        "We agreed on {date}; something was changed since.",
    ),
    "we_not_agreed": Bilingual("Ons akkoord staat er nog niet.", "Our agreement is not there yet."),
    "we_signed": Bilingual("Getekend op {date}.", "Signed on {date}."),
    "signature": Bilingual("Handtekening", "Signature"),
    "sheet_public": Bilingual(
        "Op dit blad staat niets wat privé is.", "Nothing private stands on this sheet."
    ),
    "sheet_private": Bilingual(
        "Op dit blad staat ook wat alleen voor deze partij zelf is.",
        "This sheet also holds what is only for this party itself.",
    ),
    # the canvas matrix
    "canvas_matrix": Bilingual("Canvasmatrix", "Canvas matrix"),
    "canvas_matrix_alt": Bilingual(
        "Per samenwerking en onderwerp wat open staat en wat beantwoord is. Samenwerkingen: {n}; "
        "alleen beschreven: {described}.",
        "Per collaboration and topic what is open and what was answered. Collaborations: {n}; "
        "only described: {described}.",
    ),
    "form_open": Bilingual("vorm nog open", "form still open"),
    "not_asked": Bilingual("niet gevraagd", "not asked"),
    "somewhere_open": Bilingual("Waar staat nog iets open?", "Where is something still open?"),
    "open_at": Bilingual("bij {n} van {total}", "at {n} of {total}"),
    "key_open": Bilingual("nog open", "still open"),
    "key_answered": Bilingual("beantwoord, of bewust leeg", "answered, or left empty on purpose"),
    "key_later": Bilingual("komt later", "comes later"),
    "key_now": Bilingual("waar de samenwerking nu staat", "where the collaboration is now"),
    "only_described": Bilingual(
        "Alleen beschreven, uit bronnen; hier zijn geen vragen gesteld:",
        "Only described, from sources; no questions were asked here:",
    ),
    # the coverage matrix
    "coverage": Bilingual("Wie zit waar aan tafel", "Who sits at which table"),
    "coverage_alt": Bilingual(
        "{title}. Rijen: {rows}; kolommen: {columns}; nog niemand gevonden: {missing}.",
        "{title}. Rows: {rows}; columns: {columns}; nobody found yet: {missing}.",
    ),
    "unknown_kind": Bilingual("{kind} onbekend", "{kind} unknown"),
    "key_there": Bilingual("zoveel organisaties", "so many organizations"),
    "key_nobody": Bilingual("gewenst, nog niemand gevonden", "wanted, nobody found yet"),
    "nobody_yet": Bilingual("Nog niemand bij {rows}: {columns}.", "Nobody yet at {rows}: {columns}."),
    "could_ask": Bilingual(
        "Wie kunnen we vragen voor {rows}? {who}.", "Whom could we ask for {rows}? {who}."
    ),
    "not_on_file": Bilingual(
        "Dat iemand hier niet staat, betekent niet dat die er niet is.",
        "That somebody does not stand here does not mean that nobody is there.",
    ),
    # the goal tree
    "goal_tree": Bilingual("Doelenboom", "Goal tree"),
    "goal_tree_alt": Bilingual(
        "Doelen van {name}: {n}. Bovenaan: {tops}.", "Goals of {name}: {n}. At the top: {tops}."
    ),
    "needed_for": Bilingual("nodig voor", "needed for"),
    "stands_above": Bilingual("staat hierboven al", "stands above already"),
    "standing": Bilingual("Stand: {state} ({date})", "Standing: {state} ({date})"),
    "standing_unknown": Bilingual("Stand: onbekend", "Standing: unknown"),
    "worked_on_by": Bilingual("Hieraan wordt gewerkt in: {names}", "Worked on in: {names}"),
    # the report
    "noticed": Bilingual("Wat opvalt", "What stands out"),
    "answered_by": Bilingual("Wie antwoordt: {who}", "Who answers: {who}"),
    "basis": Bilingual("Herkomst", "Basis"),
    "report_alt": Bilingual("{title}. Gevonden: {counts}.", "{title}. Found: {counts}."),
}


def say(key: str, language: Language, **values: object) -> str:
    """Return fixed words with what belongs in them.

    Args:
        key: Which words.
        language: ``"nl"`` or ``"en"``.
        **values: What belongs in them.

    Returns:
        The words.

    Raises:
        KeyError: If there are no such words.
        ValueError: If the language is neither.

    Example:
        >>> say("lead", "nl", party="Waterschap X")
        'trekker: Waterschap X'
    """
    words = _WORDS[key].get(language)
    return words.format_map(values) if values else words
