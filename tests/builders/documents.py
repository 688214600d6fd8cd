"""Documents for tests: a realistic one in each language, changed at will."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.language.numbers import format_money, format_months, format_number
from app.language.words import amount_in_words
from app.proposals.document import (
    Acceptance,
    Amount,
    Assumption,
    Block,
    BrandView,
    Chart,
    ChartPoint,
    Columns,
    Cover,
    Document,
    Economics,
    Figure,
    Group,
    Line,
    MailText,
    NextSteps,
    Origin,
    PaybackStatus,
    Person,
    RecommendationView,
    Row,
    Signature,
    Solution,
    StepView,
    Table,
    TotalKind,
    TotalRow,
)
from tests.builders.document_words import WORDS

CURRENCY = {"uk": "UAH", "ru": "KZT", "en": "EUR"}
RATE = {"uk": Decimal(1), "ru": Decimal(12), "en": Decimal("0.022")}
TAX_PERCENT = Decimal(20)
HORIZON_MONTHS = 36
SHORT_MONTHS = {
    "uk": ["січ", "лют", "бер", "квіт", "трав", "черв", "лип", "серп", "вер", "жовт", "лист", "груд"],
    "ru": ["янв", "фев", "март", "апр", "май", "июнь", "июль", "авг", "сен", "окт", "нояб", "дек"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}


@dataclass(frozen=True)
class Words:
    """The words of one language, by key."""

    language: str

    def __getitem__(self, key: str) -> str:
        return WORDS[self.language][key]

    def rows(self, key: str) -> list[list[str]]:
        return [row.split("|") for row in WORDS[self.language][key].strip().splitlines()]

    def money(self, hryvnias: Decimal | int, decimals: int | None = None) -> Amount:
        value = (Decimal(hryvnias) * RATE[self.language]).quantize(Decimal("0.01"))
        return Amount(
            value=value, text=format_money(value, CURRENCY[self.language], self.language, decimals=decimals)
        )


def make_line(
    position: int = 1, *, language: str = "uk", picture: str | None = None, **changes: object
) -> Line:
    words = Words(language)
    items = words.rows("items")
    name, characteristics, category, price, quantity, unit = items[(position - 1) % len(items)]
    unit_price, count = words.money(int(price)), Decimal(quantity)
    total = unit_price.value * count
    line = Line(
        position=position,
        sku=f"VK-{position:03d}",
        name=name,
        characteristics=characteristics,
        category=category,
        unit=unit,
        quantity=Amount(value=count, text=f"{format_number(count, language)} {unit}"),
        price=unit_price,
        discount=None,
        sum=Amount(value=total, text=format_money(total, CURRENCY[language], language)),
        picture=picture,
        picture_large=picture,
        source=words["source"],
    )
    return line.model_copy(update=changes)


def make_solution(
    lines: Sequence[Line], *, language: str = "uk", discount_percent: int = 7, **changes: object
) -> Solution:
    words = Words(language)
    listed = sum((line.sum.value for line in lines), Decimal(0))
    reduction = -(listed * discount_percent / 100).quantize(Decimal("0.01"))
    total = listed + reduction
    tax = (total * TAX_PERCENT / (100 + TAX_PERCENT)).quantize(Decimal("0.01"))
    rows = [(TotalKind.LIST, words["list_total"], listed)]
    if discount_percent:
        rows.append((TotalKind.DISCOUNT, words["discount"], reduction))
    rows += [(TotalKind.TAX, words["tax"], tax), (TotalKind.TOTAL, words["total"], total)]
    categories: dict[str, list[Line]] = {}
    for line in lines:
        categories.setdefault(line.category, []).append(line)
    solution = Solution(
        section=words["solution.section"],
        heading=words["solution.heading"],
        lead=words["solution.lead"],
        columns=Columns(**dict(zip(Columns.model_fields, words.rows("columns")[0], strict=True))),
        lines=tuple(lines),
        groups=tuple(
            Group(
                name=name,
                count=words["count"].format(count=len(members)),
                sum=_amount(sum((line.sum.value for line in members), Decimal(0)), language),
            )
            for name, members in categories.items()
        ),
        grouped_note=words["grouped_note"].format(count=len(lines)),
        totals=tuple(
            TotalRow(kind=kind, label=label, amount=_amount(value, language)) for kind, label, value in rows
        ),
        in_words=amount_in_words(total, CURRENCY[language], language) + words["words_tail"],
        notes=(words["discount_note"],) if discount_percent else (),
        reason=Block(title=words["reason.title"], text=words["reason.text"]),
    )
    return solution.model_copy(update=changes)


def make_chart(
    *, language: str = "uk", investment: int = 1_836_200, monthly: int = 168_400, months: int = HORIZON_MONTHS
) -> Chart:
    words = Words(language)
    rate = RATE[language]
    points = [
        ChartPoint(
            month=month, value=(Decimal(monthly) * month - investment) * rate, label=_month(month, language)
        )
        for month in range(months + 1)
    ]
    pays = monthly > 0 and investment / monthly <= months
    payback = Decimal(investment) / monthly if pays else None
    return Chart(
        title=words["chart.title"],
        description=words["chart.description"],
        unit=words["chart.unit"],
        unit_divisor=Decimal(1_000_000) if rate >= 1 else Decimal(1000),
        points=tuple(points),
        payback_month=payback,
        payback_label=words["chart.payback"] if pays else "",
    )


def make_economics(*, language: str = "uk", **changes: object) -> Economics:
    words = Words(language)
    economics = Economics(
        section=words["economics.section"],
        heading=words["economics.heading"],
        lead=words["economics.lead"],
        status=PaybackStatus.PAYS_BACK,
        figures=_figures(words, ("payback", "roi", "npv", "irr")),
        chart=make_chart(language=language),
        before_after=_money_table(words, "before_after"),
        scenarios=_months_table(words, "scenarios"),
        assumptions_title=words["assumptions"],
        assumptions=tuple(
            Assumption(label=label, text=text, origin=Origin(origin), source=words[f"origin.{origin}"])
            for label, text, origin in words.rows("assumption_rows")
        ),
        benefits_title=words["benefits"],
        benefits=tuple(Block(title=title, text=text) for title, text in words.rows("benefit_rows")),
        note=words["economics.note"],
    )
    return economics.model_copy(update=changes)


def make_never(*, language: str = "uk") -> Economics:
    """The page of an offer that does not pay back within the horizon."""
    words = Words(language)
    return make_economics(
        language=language,
        status=PaybackStatus.NEVER,
        heading=words["never.heading"],
        lead=words["never.lead"],
        figures=_figures(words, ("saving", "npv_negative")),
        chart=make_chart(language=language, monthly=21_000),
        scenarios=None,
    )


def make_unknown(*, language: str = "uk") -> Economics:
    """The page of a catalogue without any calculation."""
    words = Words(language)
    return make_economics(
        language=language,
        status=PaybackStatus.UNKNOWN,
        heading=words["unknown.heading"],
        lead=words["unknown.lead"],
        figures=(),
        chart=None,
        before_after=None,
        scenarios=None,
        assumptions=(),
    )


def make_next_steps(
    *,
    language: str = "uk",
    pictures: Sequence[str | None] = (None,),
    recommendations: int = 3,
    **changes: object,
) -> NextSteps:
    words = Words(language)
    rows = words.rows("recommendations")[:recommendations]
    steps = NextSteps(
        section=words["next.section"],
        heading=words["next.heading"],
        lead=words["next.lead"],
        recommendations=tuple(
            RecommendationView(
                sku=f"REC-{index}",
                name=name,
                reason=reason,
                evidence=evidence,
                price=words.money(int(price), 0),
                effect=effect,
                picture=pictures[index % len(pictures)],
                picture_large=pictures[index % len(pictures)],
            )
            for index, (name, reason, evidence, price, effect) in enumerate(rows)
        ),
        steps_title=words["steps_title"],
        steps=tuple(
            StepView(title=title, text=text, duration=days) for title, text, days in words.rows("steps")
        ),
        acceptance=Acceptance(
            heading=words["accept.heading"],
            text=words["accept.text"],
            url="https://offers.kompresor.example/p/Qm9va3Mgb2YgYWlyIGFuZCBsaWdodCwgcGFnZQ",
        ),
        terms=tuple(Block(title=title, text=text) for title, text in words.rows("terms")),
        signatures=tuple(Signature(party=party, person=person) for party, person in words.rows("signatures")),
        legal=words["legal"],
    )
    return steps.model_copy(update=changes)


def make_brand(**changes: object) -> BrandView:
    brand = BrandView(
        name="Повітря Плюс",
        legal_name="ТОВ «Повітря Плюс»",
        colour="#0b5d4e",
        accent="#c2a46b",
        pattern="rings",
        logo=None,
        tax_id="00000000",
        address="04000, м. Київ, вул. Вигадана, 1",
        phone="+380 00 000 00 00",
        email="office@povitria.example",
        site="povitria.example",
        bank="IBAN UA00 0000 0000 0000 0000 0000 0000 0",
    )
    return brand.model_copy(update=changes)


def make_cover(*, language: str = "uk", portrait: str | None = None, **changes: object) -> Cover:
    words = Words(language)
    cover = Cover(
        kicker=words["kicker"],
        heading=words["cover.heading"],
        lead=words["cover.lead"],
        figures=_figures(words, ("payback_long", "roi_long", "saving")),
        greeting=words["greeting"],
        paragraphs=tuple(words["letter"].strip().split("\n\n")),
        manager=Person(
            name=words["manager"],
            position=words["position"],
            phone="+380 00 000 00 01",
            email="klymenko@povitria.example",
            portrait=portrait,
        ),
        validity=words["validity"],
    )
    return cover.model_copy(update=changes)


def make_document(
    *,
    language: str = "uk",
    lines: int = 6,
    pictures: Sequence[str | None] = (None,),
    portrait: str | None = None,
    **changes: object,
) -> Document:
    """A whole document; `pictures` are hashes that lines take in turn."""
    words = Words(language)
    made = [
        make_line(position, language=language, picture=pictures[(position - 1) % len(pictures)])
        for position in range(1, lines + 1)
    ]
    solution = make_solution(made, language=language)
    document = Document(
        number="КП-101" if language != "en" else "Q-101",
        revision=1,
        title=words["title"],
        language=language,
        currency=CURRENCY[language],
        catalog="compressors",
        catalog_version=3,
        date="2026-11-22",
        valid_until="2026-12-06",
        company=words["company"],
        contact=words["contact"],
        footer=words["footer"],
        page_label="{page} / {pages}",
        brand=make_brand(name=words["brand"]),
        total=solution.totals[-1].amount,
        cover=make_cover(language=language, portrait=portrait),
        solution=solution,
        economics=make_economics(language=language),
        next_steps=make_next_steps(language=language, pictures=pictures),
        mail=MailText(
            subject=words["title"],
            preheader=words["cover.heading"],
            greeting=words["greeting"],
            paragraphs=tuple(words["letter"].strip().split("\n\n")),
            figures_title=words["economics.section"],
            recommendations_title=words["next.section"],
            button=words["accept.heading"],
            attachment_note=words["validity"],
            specification_note=words["grouped_note"].format(count=lines),
            closing=words["manager"],
        ),
    )
    return document.model_copy(update=changes)


def _amount(value: Decimal, language: str) -> Amount:
    return Amount(value=value, text=format_money(value, CURRENCY[language], language))


def _month(month: int, language: str) -> str:
    year, index = divmod(11 + month, 12)
    return f"{SHORT_MONTHS[language][index]} {2026 + year}"


def _figures(words: Words, keys: Sequence[str]) -> tuple[Figure, ...]:
    rows = {row[0]: row[1:] for row in words.rows("figures")}
    return tuple(
        Figure(
            key=key,
            value=Decimal(1),
            text=rows[key][0],
            unit=rows[key][1],
            caption=rows[key][2],
            origin=Origin.CALCULATED,
            source=words["source.calculated"],
        )
        for key in keys
    )


def _money_table(words: Words, key: str) -> Table:
    (title,), *rows = words.rows(key)
    return Table(
        title=title,
        rows=tuple(
            Row(
                label=label,
                text=(amount := words.money(int(value), 0)).text,
                value=amount.value,
                strong=bool(strong),
            )
            for label, value, strong in rows
        ),
    )


def _months_table(words: Words, key: str) -> Table:
    (title,), *rows = words.rows(key)
    return Table(
        title=title,
        rows=tuple(
            Row(
                label=label,
                text=format_months(int(value), words.language),
                value=Decimal(value),
                strong=bool(strong),
            )
            for label, value, strong in rows
        ),
    )
