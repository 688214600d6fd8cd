"""A published catalogue version as frozen values: everything a proposal is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

Texts = Mapping[str, str]
"""One text in several languages: {"uk": …, "ru": …, "en": …}; "" holds a text without a language."""


def in_language(texts: Texts, language: str) -> str:
    """The text in that language, else the one without a language, else English, else any, else ''."""
    for key in (language, "", "en", *texts):
        if texts.get(key):
            return texts[key]
    return ""


class TaxMode(StrEnum):
    """How list prices relate to tax."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    EXEMPT = "exempt"


class AnswerType(StrEnum):
    """What kind of answer a question takes."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    CHOICE = "choice"
    YES_NO = "yes/no"
    DATE = "date"


class ResultUse(StrEnum):
    """Where a result of the calculation shows."""

    COVER = "cover"
    TABLE = "table"
    CHART = "chart"
    TEXT = "text"


class RuleKind(StrEnum):
    """What one item says about another."""

    RECOMMEND = "recommend"
    REQUIRES = "requires"
    EXCLUDES = "excludes"


@dataclass(frozen=True, slots=True)
class Tier:
    """A price that holds from a quantity on."""

    from_quantity: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True)
class Item:
    """A thing or service for sale. Prices are per unit, in the catalogue's currency."""

    sku: str
    name: Texts
    list_price: Decimal
    description: Texts = field(default_factory=dict)
    characteristics: Texts = field(default_factory=dict)
    category: Texts = field(default_factory=dict)
    unit: Texts = field(default_factory=dict)
    tax_percent: Decimal | None = None
    cost: Decimal | None = None
    tiers: tuple[Tier, ...] = ()
    minimum_quantity: Decimal = Decimal(1)
    industries: tuple[str, ...] = ()
    picture: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    row: int = 0
    """Row of the Items sheet that the price came from; `picture` is a content hash in storage."""
    picture_large: str | None = None
    """The same picture for cards: a JPEG of at most 700 px, where `picture` has at most 252 px."""


@dataclass(frozen=True, slots=True)
class Question:
    """An input cell of the calculation. Percent answers are in per cent (35 means 35 %)."""

    key: str
    cell: str
    type: AnswerType
    ask: Texts = field(default_factory=dict)
    label: Texts = field(default_factory=dict)
    unit: Texts = field(default_factory=dict)
    default: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    choices: tuple[tuple[str, Texts], ...] = ()
    required: bool = False
    """`cell` is an A1 reference with its sheet or a defined name; `choices` are (value, label)."""


@dataclass(frozen=True, slots=True)
class Result:
    """An output cell of the calculation. `unit` "money" means an amount in the catalogue's currency."""

    key: str
    cell: str
    label: Texts = field(default_factory=dict)
    unit: Texts = field(default_factory=dict)
    money: bool = False
    percent: bool = False
    decimals: int = 0
    uses: tuple[ResultUse, ...] = ()
    roles: tuple[str, ...] = ()
    """`roles`: roles for whom it leads the cover; empty means everyone. `percent`: 0.35 shows as 35 %."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """«What if»: one question's answer changed, then everything calculated again."""

    key: str
    label: Texts
    question: str
    change: str
    """`change` is "-20%", "+10%" (relative), "+5" / "-5" (absolute) or "=0" (set)."""


@dataclass(frozen=True, slots=True)
class ContentBlock:
    """A text for a slot. Empty industry, role or condition means any; `row` is its row in the sheet."""

    slot: str
    language: str
    text: str
    industry: str = ""
    role: str = ""
    condition: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a taxonomy (an industry or a role)."""

    key: str
    name: Texts
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What `when` (a SKU or `category:Name`) says about `then` (the same), and why."""

    kind: RuleKind
    when: str
    then: str
    reason: Texts = field(default_factory=dict)
    row: int = 0


@dataclass(frozen=True, slots=True)
class TermsText:
    """A paragraph of the terms: delivery, payment, warranty and so on."""

    key: str
    title: Texts
    text: Texts


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the path from a signed proposal to the result."""

    title: Texts
    text: Texts
    days: int | None = None


@dataclass(frozen=True, slots=True)
class DiscountReason:
    """A reason for which a discount may be given, its limit, and the roles that may give it."""

    key: str
    name: Texts
    maximum_percent: Decimal
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brand:
    """Whose pages these are. `logo` is a content hash in storage; `colour` and `accent` are #rrggbb."""

    name: Texts
    legal_name: Texts = field(default_factory=dict)
    colour: str = "#0b5d4e"
    accent: str = "#c2a46b"
    logo: str | None = None
    tax_id: str = ""
    address: Texts = field(default_factory=dict)
    phone: str = ""
    email: str = ""
    site: str = ""
    bank: Texts = field(default_factory=dict)
    signatory: Texts = field(default_factory=dict)
    signatory_position: Texts = field(default_factory=dict)
    pattern: str = "rings"


@dataclass(frozen=True, slots=True)
class LineCells:
    """Where the calculation reads the lines: the first cell of each column, and the total's cell."""

    sku: str | None = None
    quantity: str | None = None
    net_price: str | None = None
    net_sum: str | None = None
    total: str | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One published version of one product line."""

    key: str
    name: Texts
    version: int
    currency: str
    tax_mode: TaxMode
    tax_percent: Decimal
    items: Mapping[str, Item]
    workbook: str
    questions: tuple[Question, ...] = ()
    results: tuple[Result, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    content: tuple[ContentBlock, ...] = ()
    industries: tuple[Term, ...] = ()
    roles: tuple[Term, ...] = ()
    rules: tuple[Rule, ...] = ()
    terms: tuple[TermsText, ...] = ()
    steps: tuple[Step, ...] = ()
    discounts: tuple[DiscountReason, ...] = ()
    brand: Brand = field(default_factory=lambda: Brand(name={}))
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    line_cells: LineCells = field(default_factory=LineCells)
    valid_days: int = 14
    number_prefix: Texts = field(default_factory=lambda: {"uk": "КП", "ru": "КП", "en": "Q"})
    """`rates[c]`: how many units of `currency` one unit of c costs; `workbook`: content hash in storage."""
