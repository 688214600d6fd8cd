"""The Content sheet: texts for every slot, written once per role and industry and joined here."""

from catalogs.build.sheets import Sheet, Source, languages


def content_sheet(source: Source) -> Sheet:
    """One row per text, three languages beside each other."""
    header = ("Slot", "Industry", "Role", "Condition", *languages("Text"))
    return Sheet("Content", header, ())
