"""A catalogue, forms and figures for tests of the call screen."""

from collections.abc import Mapping
from decimal import Decimal

from app.catalog.model import (
    AnswerType,
    Brand,
    Catalogue,
    DiscountReason,
    Item,
    Question,
    TaxMode,
    Term,
    Tier,
)
from app.desk.call_input import CallInput, TypedLine

ITEMS = (
    Item(
        sku="VK-55",
        name={
            "uk": "Гвинтовий компресор ВК-55 ЧР",
            "ru": "Винтовой компрессор ВК-55 ЧР",
            "en": "Screw compressor VK-55 VSD",
        },
        characteristics={
            "uk": "55 кВт, частотний привод",
            "ru": "55 кВт, частотный привод",
            "en": "55 kW, variable speed",
        },
        unit={"": "pcs"},
        list_price=Decimal(1284000),
        cost=Decimal(930000),
    ),
    Item(
        sku="OR-120",
        name={
            "uk": "Осушувач рефрижераторний ОР-120",
            "ru": "Осушитель рефрижераторный ОР-120",
            "en": "Refrigeration dryer OR-120",
        },
        list_price=Decimal(268400),
        cost=Decimal(190000),
    ),
    Item(
        sku="MF-12",
        name={
            "uk": "Магістральні фільтри МФ-12",
            "ru": "Магистральные фильтры МФ-12",
            "en": "Line filters MF-12",
        },
        list_price=Decimal(31800),
        cost=Decimal(20000),
        tiers=(Tier(Decimal(10), Decimal(28000)),),
        minimum_quantity=Decimal(2),
    ),
)
QUESTIONS = (
    Question(
        key="hours_per_year",
        cell="Calc!B2",
        type=AnswerType.NUMBER,
        ask={
            "uk": "Скільки змін і вихідних?",
            "ru": "Сколько смен и выходных?",
            "en": "How many shifts and days off?",
        },
        label={"uk": "Годин роботи на рік", "ru": "Часов работы в год", "en": "Hours a year"},
        unit={"uk": "год", "ru": "ч", "en": "h"},
        default="6000",
        minimum=Decimal(100),
        maximum=Decimal(8760),
        required=True,
    ),
    Question(
        key="tariff",
        cell="Calc!B3",
        type=AnswerType.MONEY,
        ask={"uk": "Скільки за кіловат?", "ru": "Сколько за киловатт?", "en": "How much a kilowatt-hour?"},
        label={"uk": "Тариф", "ru": "Тариф", "en": "Tariff"},
        unit={"uk": "₴/кВт·год", "ru": "₴/кВт·ч", "en": "₴/kWh"},
        default="6.4",
    ),
    Question(
        key="idle",
        cell="Calc!B4",
        type=AnswerType.PERCENT,
        label={"uk": "Частка простою", "ru": "Доля простоя", "en": "Idle share"},
        ask={
            "uk": "Бувають паузи в зміні?",
            "ru": "Бывают паузы в смене?",
            "en": "Are there pauses in a shift?",
        },
        default="35",
    ),
    Question(
        key="control",
        cell="Calc!B5",
        type=AnswerType.CHOICE,
        label={"uk": "Керування зараз", "ru": "Управление сейчас", "en": "Control now"},
        choices=(
            ("none", {"uk": "немає", "ru": "нет", "en": "none"}),
            ("vsd", {"uk": "частотне", "ru": "частотное", "en": "variable speed"}),
        ),
        default="none",
    ),
    Question(
        key="heat",
        cell="Calc!B6",
        type=AnswerType.YES_NO,
        label={"uk": "Тепло потрібне?", "ru": "Тепло нужно?", "en": "Need heat?"},
    ),
    Question(
        key="start",
        cell="Calc!B7",
        type=AnswerType.DATE,
        label={"uk": "Запуск", "ru": "Запуск", "en": "Start"},
        default="2027-03-01",
    ),
)


def make_catalogue(**changes: object) -> Catalogue:
    """Compressors, three of them, with six questions."""
    values: dict[str, object] = {
        "key": "compressors",
        "name": {"uk": "Компресори 2026", "ru": "Компрессоры 2026", "en": "Compressors 2026"},
        "version": 1,
        "currency": "UAH",
        "tax_mode": TaxMode.INCLUDED,
        "tax_percent": Decimal(20),
        "items": {item.sku: item for item in ITEMS},
        "workbook": "0" * 64,
        "questions": QUESTIONS,
        "industries": (
            Term(
                "woodworking",
                {"uk": "Деревообробка", "ru": "Деревообработка", "en": "Woodworking"},
                ("меблі",),
            ),
        ),
        "roles": (
            Term(
                "cfo",
                {"uk": "Фінансовий директор", "ru": "Финансовый директор", "en": "Finance director"},
                ("CFO",),
            ),
        ),
        "discounts": (
            DiscountReason(
                "volume",
                {"uk": "за обсяг", "ru": "за объём", "en": "for the volume"},
                Decimal(10),
                ("manager", "lead"),
            ),
            DiscountReason(
                "launch",
                {"uk": "перше замовлення", "ru": "первый заказ", "en": "first order"},
                Decimal(25),
                ("lead",),
            ),
        ),
        "brand": Brand(name={"": "ТеплоПром"}),
        "rates": {"USD": Decimal(40)},
    }
    return Catalogue(**{**values, **changes})  # type: ignore[arg-type]  # values by name


def make_input(
    *, lines: tuple[TypedLine, ...] | None = None, answers: Mapping[str, str] | None = None, **fields: str
) -> CallInput:
    """A form that lacks nothing; `company__name=""` changes a field."""
    filled = {
        "company__name": "ТОВ «Карпатські меблі»",
        "contact__email": "boiko@example.com",
        "contact__name": "Олена Бойко",
        "language": "uk",
    }
    typed = CallInput(
        lines=(TypedLine(row="1", sku="VK-55", quantity="1"),) if lines is None else lines,
        answers=answers or {},
    )
    return typed.having(**{**filled, **fields})
