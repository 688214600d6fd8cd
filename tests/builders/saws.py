"""The catalogue of a small company that sells saws; all names are made up."""

from decimal import Decimal
from typing import Any

from app.catalog.model import (
    AnswerType,
    Brand,
    Catalogue,
    ContentBlock,
    DiscountReason,
    Item,
    Question,
    Result,
    ResultUse,
    Rule,
    RuleKind,
    Scenario,
    Step,
    TaxMode,
    Term,
    TermsText,
    Tier,
)


def texts(uk: str, ru: str = "", en: str = "") -> dict[str, str]:
    """One text in three languages; a missing one repeats the first."""
    return {"uk": uk, "ru": ru or uk, "en": en or uk}


def make_item(sku: str = "SAW-1", **changes: Any) -> Item:
    """A saw."""
    values: dict[str, Any] = {
        "sku": sku,
        "name": texts(f"Пила {sku}", f"Пила {sku}", f"Saw {sku}"),
        "list_price": Decimal(50_000),
        "characteristics": texts("3 кВт", "3 кВт", "3 kW"),
        "category": texts("Пили", "Пилы", "Saws"),
        "unit": texts("шт.", "шт.", "pcs"),
        "cost": Decimal(31_337),
        "row": 7,
    }
    return Item(**{**values, **changes})


ITEMS = (
    make_item("SAW-1"),
    make_item("SAW-2", list_price=Decimal("70000.55"), tiers=(Tier(Decimal(10), Decimal(60_000)),)),
    make_item(
        "BLADE",
        name=texts("Диск", "Диск", "Blade"),
        category=texts("Диски", "Диски", "Blades"),
        list_price=Decimal(900),
        minimum_quantity=Decimal(2),
    ),
    make_item(
        "DUST",
        name=texts("Аспірація", "Аспирация", "Dust extractor"),
        category=texts("Аспірація", "Аспирация", "Extraction"),
        list_price=Decimal(40_000),
    ),
    make_item(
        "SERVICE",
        name=texts("Сервіс", "Сервис", "Service"),
        category=texts("Послуги", "Услуги", "Services"),
        list_price=Decimal(12_000),
    ),
    make_item(
        "OLD",
        name=texts("Стара пила", "Старая пила", "Old saw"),
        category=texts("Архів", "Архив", "Archive"),
        list_price=Decimal(100),
    ),
)
QUESTIONS = (
    Question(
        key="hours",
        cell="Calc!B1",
        type=AnswerType.NUMBER,
        ask=texts("Скільки годин на рік?", "Сколько часов в год?", "How many hours a year?"),
        label=texts("Годин на рік", "Часов в год", "Hours a year"),
        unit=texts("год", "ч", "h"),
        default="4000",
        minimum=Decimal(1),
        maximum=Decimal(8760),
        required=True,
    ),
    Question(
        key="waste",
        cell="Calc!B2",
        type=AnswerType.PERCENT,
        label=texts("Частка браку", "Доля брака", "Share of waste"),
        default="8",
    ),
    Question(
        key="wood",
        cell="Calc!B3",
        type=AnswerType.CHOICE,
        label=texts("Порода", "Порода", "Wood"),
        choices=(("oak", texts("дуб", "дуб", "oak")), ("pine", texts("сосна", "сосна", "pine"))),
        default="pine",
    ),
)


def make_catalogue(**changes: Any) -> Catalogue:
    """The catalogue of saws: three questions, a saving, rules, terms and steps."""
    values: dict[str, Any] = {
        "key": "saws",
        "name": texts("Пили", "Пилы", "Saws"),
        "version": 3,
        "currency": "UAH",
        "tax_mode": TaxMode.INCLUDED,
        "tax_percent": Decimal(20),
        "items": {item.sku: item for item in ITEMS},
        "workbook": "0" * 64,
        "questions": QUESTIONS,
        "results": _results(),
        "scenarios": (
            Scenario("less", texts("Завантаження −20 %", "Загрузка −20 %", "20% less load"), "hours", "-20%"),
            Scenario("never", texts("Без роботи", "Без работы", "No work"), "hours", "=1"),
        ),
        "industries": (
            Term(
                "woodworking", texts("Деревообробка", "Деревообработка", "Woodworking"), ("меблі", "мебель")
            ),
            Term("food", texts("Харчова промисловість", "Пищевая промышленность", "Food"), ()),
        ),
        "roles": (
            Term(
                "cfo",
                texts("Фінансовий директор", "Финансовый директор", "Chief financial officer"),
                ("CFO",),
            ),
            Term("engineer", texts("Головний інженер", "Главный инженер", "Chief engineer"), ("engineer",)),
        ),
        "rules": (
            Rule(
                RuleKind.RECOMMEND,
                "category:Пили",
                "DUST",
                texts("Збирає пил біля пили.", "Собирает пыль у пилы.", "Collects dust at the saw."),
                row=2,
            ),
            Rule(RuleKind.EXCLUDES, "SAW-1", "OLD", texts("Застаріла.", "Устарела.", "Outdated."), row=3),
        ),
        "terms": (
            TermsText(
                "delivery", texts("Поставка", "Поставка", "Delivery"), texts("10 днів", "10 дней", "10 days")
            ),
        ),
        "steps": (
            Step(texts("Договір", "Договор", "Contract"), texts("рахунок", "счёт", "invoice"), 2),
            Step(texts("Запуск", "Запуск", "Launch"), texts("навчання", "обучение", "training"), 5),
        ),
        "discounts": (
            DiscountReason(
                "set", texts("За комплект", "За комплект", "For the set"), Decimal(10), ("manager",)
            ),
            DiscountReason(
                "loyal",
                texts("Постійний клієнт", "Постоянный клиент", "Loyal client"),
                Decimal(15),
                ("lead",),
            ),
        ),
        "brand": Brand(
            name=texts("Пилорама"),
            legal_name=texts("ТОВ «Пилорама»", "ООО «Пилорама»", "Pylorama LLC"),
            signatory=texts("О. П. Зразок", "О. П. Образец", "O. Sample"),
            signatory_position=texts("Директор", "Директор", "Director"),
        ),
        "rates": {"USD": Decimal("41.5")},
    }
    return Catalogue(**{**values, **changes})


def _results() -> tuple[Result, ...]:
    cover, table = (ResultUse.COVER,), (ResultUse.TABLE,)
    return (
        Result(
            "yearly_saving", "Calc!E1", texts("Заощадження", "Экономия", "Saving"), money=True, uses=table
        ),
        Result("saving_growth_percent", "Calc!E2", percent=True),
        Result("discount_rate_percent", "Calc!E3", percent=True),
        Result("horizon_years", "Calc!E4"),
        Result(
            "reserve",
            "Calc!E5",
            texts("запас продуктивності", "запас производительности", "reserve of output"),
            percent=True,
            uses=cover,
            roles=("engineer",),
        ),
        Result(
            "output",
            "Calc!E6",
            texts("продуктивність лінії", "производительность линии", "output of the line"),
            texts("м³/год", "м³/ч", "m³/h"),
            decimals=1,
            uses=(*cover, *table),
            roles=("engineer",),
        ),
    )


def make_block(slot: str, text: str, **changes: Any) -> ContentBlock:
    """A text of the workbook, in Ukrainian and for everybody."""
    values: dict[str, Any] = {"slot": slot, "language": "uk", "text": text}
    return ContentBlock(**{**values, **changes})
