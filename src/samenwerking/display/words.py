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
    "reading_note": Bilingual(
        "Naar De samenwerkingscode (Martijn Daalder, LIFE-IP Deltanatuur); niet door de makers goedgekeurd. "
        "Onderwerpen en schakelbak: {seed}. Vragen, codes en vormen: {reading} of {own}.",
        "After De samenwerkingscode (Martijn Daalder, LIFE-IP Deltanatuur); not approved by its makers. "
        "Topics and gearbox: {seed}. Questions, codes and forms: {reading} or {own}.",
    ),
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
