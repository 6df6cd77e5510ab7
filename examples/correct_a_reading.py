"""Correct a reading by data: with four types instead of three, the same collaborations are read anew."""

import samenwerking as sw

# Only the table that differs; the others stay as shipped. As a JSON file it would read the same.
FOUR_TYPES = {
    "types": {
        "transaction": {
            "nl": "transactie",
            "en": "transaction",
            "definition_nl": "Partijen leveren elkaar een prestatie.",
            "definition_en": "Parties perform for one another.",
            "forms": ["transaction-distant", "transaction-deep"],
            "marks": ["seed"],
        },
        "shared-goal": {
            "nl": "gericht op een gezamenlijk doel",
            "en": "aimed at a shared goal",
            "definition_nl": "Partijen dragen risicodragend bij aan een gezamenlijk doel.",
            "definition_en": "Parties contribute at risk to a shared goal.",
            "forms": ["shared-goal"],
            "marks": ["seed"],
        },
        "preferred": {
            "nl": "voorkeursrelaties",
            "en": "preferred relations",
            "definition_nl": "Partijen kiezen elkaar; niet vrijblijvend.",
            "definition_en": "Parties choose one another; not non-committal.",
            "forms": ["network-preferred"],
            "marks": ["own"],
        },
        "platform": {
            "nl": "markten, platforms en communities",
            "en": "markets, platforms and communities",
            "definition_nl": "Niet verplichtend, afgezien van de omgangsregels.",
            "definition_en": "Not binding, apart from the rules of conduct.",
            "forms": ["network-platform"],
            "marks": ["own"],
        },
    }
}


def main() -> None:
    """Print the type of each form in both readings, and what a young network of that type is then asked."""
    shipped, corrected = sw.reading(), sw.reading(FOUR_TYPES)
    for form in sw.Form:
        before, after = shipped.type_of(form), corrected.type_of(form)
        print(f"{form.label('nl')}: {shipped.type_labels(before).nl} -> {corrected.type_labels(after).nl}")

    young = sw.Portfolio(
        organizations=[sw.Organization(id="a", name="Waterschap Voorbeeld")],
        collaborations=[
            sw.Collaboration(
                id="kring",
                name="Kring",
                gear="klopt",
                canvas=sw.Canvas(parties=[sw.Participation(party="a")], type="preferred"),
            )
        ],
    )
    for name, table in (("drie types", shipped), ("vier types", corrected)):
        report = sw.validate(young, reading=table)
        print(f"\nMet {name}:")
        for finding in (*report.findings, *report.questions):
            print(f"  {finding.code}: {finding.message('nl')}")


if __name__ == "__main__":
    main()
