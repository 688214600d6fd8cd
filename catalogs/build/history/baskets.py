"""What is bought together: the habits of each industry, as shares."""

from dataclasses import dataclass
from random import Random

SIZES = {
    "woodworking": {"22": 2, "37": 4, "55": 5, "75": 2},
    "food": {"22": 2, "37": 4, "55": 4, "75": 2},
    "metalworking": {"22": 1, "37": 3, "55": 4, "75": 4, "110": 2},
    "automotive": {"7": 4, "11": 4, "15": 3, "22": 1},
    "packaging": {"37": 2, "55": 4, "75": 4, "110": 2},
    "pharma": {"15": 2, "22": 4, "37": 3},
    "other": {"15": 1, "22": 2, "37": 2, "55": 1},
}
VARIABLE = {
    "woodworking": 0.72, "food": 0.5, "metalworking": 0.35, "automotive": 0.1, "packaging": 0.5,
    "pharma": 0.4, "other": 0.3,
}  # fmt: skip
HEAT = {"woodworking": 0.85, "food": 0.55, "packaging": 0.3, "metalworking": 0.3, "pharma": 0.3}
HEAT_WITHOUT_VARIABLE = 0.5
"""How often heat is taken from a compressor with variable speed, by industry, and how much rarer without."""
BESIDE = {
    "7": ("OR-20", None, "MF-4", None),
    "11": ("OR-20", None, "MF-4", None),
    "15": ("OR-40", "RV-500", "MF-4", None),
    "22": ("OR-40", "RV-500", "MF-4", "HR-35"),
    "37": ("OR-70", "RV-900", "MF-12", "HR-35"),
    "55": ("OR-120", "RV-900", "MF-12", "HR-55"),
    "75": ("OR-200", "RV-2000", "MF-20", "HR-75"),
    "110": ("OR-200", "RV-3000", "MF-20", "HR-75"),
}
"""Dryer, receiver, filters and heat recovery that suit a size."""
KILOWATTS_NOW = {"7": 11, "11": 15, "15": 22, "22": 30, "37": 55, "55": 90, "75": 110, "110": 160}


@dataclass(frozen=True, slots=True)
class Basket:
    """The lines of an offer with its discount and what the client told."""

    lines: dict[str, int]
    percent: int
    reason: str | None
    answers: dict[str, str]


def compressors(dice: Random, industry: str) -> Basket:
    """An offer of compressed-air equipment."""
    kind = dice.random()
    if kind < ONLY_PIPES:
        return _discounted(dice, _pipework(dice), {})
    if kind < ONLY_PIPES + ONLY_SERVICE:
        lines = {"FK-55": 1, "OL-20": dice.randrange(1, 4)} | ({"LD-1": 1} if dice.random() < EVEN else {})
        return _discounted(dice, lines, {})
    size = _pick(dice, SIZES[industry])
    machine = _machine(dice, industry, size)
    lines = machine | _around(dice, industry, size, variable=any("VSD" in sku for sku in machine))
    answers = {"installed_power": str(KILOWATTS_NOW[size])}
    if dice.random() < TOLD:
        answers["hours_per_year"] = str(dice.choice((2000, 4000, 6200, 8000)))
        answers["tariff"] = dice.choice(("8.6", "9.2", "9.8", "10.4"))
    return _discounted(dice, lines, answers)


ONLY_PIPES, ONLY_SERVICE, EVEN, TOLD = 0.07, 0.06, 0.5, 0.65


def _machine(dice: Random, industry: str, size: str) -> dict[str, int]:
    if industry == "pharma" and dice.random() < EVEN:
        return {"BM-22": 1}
    variable = dice.random() < VARIABLE[industry] and size not in {"7", "11"}
    count = 2 if size in {"75", "110"} and dice.random() < PAIR else 1
    return {f"VK-{size}" + ("-VSD" if variable else ""): count}


PAIR = 0.2


def _around(dice: Random, industry: str, size: str, *, variable: bool) -> dict[str, int]:
    """What stands beside the compressor."""
    dryer, receiver, filters, heat = BESIDE[size]
    clean = industry in {"pharma", "food"}
    wishes: list[tuple[str | None, float]] = [
        ("AD-60" if industry == "pharma" else dryer, 0.9),
        (receiver, 0.88),
        (filters, 0.85),
        (heat, HEAT.get(industry, 0.1) * (1 if variable else HEAT_WITHOUT_VARIABLE)),
        ("MF-C12", 0.6 if clean else 0.02),
        ("MF-S6", 0.55 if industry == "pharma" else 0.12 if clean else 0),
        ("DP-1", 0.6 if industry == "pharma" else 0.04),
        ("MN-1", 0.5 if industry in {"packaging", "metalworking"} else 0.3),
        ("CD-12", 0.5 if receiver else 0.2),
        ("OW-20", 0.28),
        ("LD-1", 0.45 if industry == "packaging" else 0.12),
        ("SV-36", 0.34),
        ("IN-1", 0.86),
        ("TR-1", 0.3),
        ("ED-1", 0.12),
    ]
    return {sku: 3 if sku == "SV-36" else 1 for sku, share in wishes if sku and dice.random() < share}


def _pipework(dice: Random) -> dict[str, int]:
    metres = dice.choice((60, 120, 180))
    lines = {"PP-63": metres, "PF-63": metres // 60, "PD-1": dice.randrange(4, 13)}
    return lines | ({"IN-P": metres} if dice.random() < TOLD else {})


AREAS = {
    "offices": (600, 1200, 2400, 4000), "retail": (400, 900, 1800), "medical": (300, 700, 1500),
    "warehouse": (3000, 6000, 12000), "hospitality": (800, 1600, 3200), "other": (500, 1500),
}  # fmt: skip
DAILY = {
    "offices": "CL-D5",
    "retail": "CL-D7",
    "medical": "CL-MED",
    "warehouse": "CL-WH",
    "hospitality": "CL-D7",
    "other": "CL-D3",
}
SQUARE_METRES_PER_CLEANER = {"warehouse": 3000}


def cleaning(dice: Random, industry: str) -> Basket:
    """An offer of contract cleaning."""
    area = dice.choice(AREAS[industry])
    if dice.random() < ONCE:
        return _discounted(
            dice, {"ST-POST": area} | ({"CL-WIN": area // 10} if dice.random() < EVEN else {}), {}
        )
    office, guests = industry in {"offices", "other"}, industry == "hospitality"
    wishes = [
        (DAILY[industry], area, 1.0),
        ("CL-SUP", 1, 0.7 if area > SMALL_AREA else 0.3),
        ("CL-APP", 1, 0.4),
        ("CL-WIN", max(area // 12, 20), 0.6 if office or industry == "retail" else 0.2),
        ("CL-CAR", max(area // 4, 50), 0.5 if office or guests else 0.05),
        ("CL-KIT", 1, 0.45 if office or guests else 0),
        ("CL-DIS", 1, 0.8 if industry == "medical" else 0.15 if guests else 0),
        ("CL-GRN", 1, 0.3 if office or guests else 0),
        ("CL-DAY", 1, 0.45 if industry in {"retail", "medical"} else 0.1),
        ("CN-SET", max(area // 2000, 1), 0.72),
        ("CN-ECO", 1, 0.4 if industry in {"medical", "hospitality"} else 0.1),
        ("CN-MAT", 1, 0.5 if industry in {"offices", "retail"} else 0.15),
        ("CL-SNW", 1, 0.35 if industry in {"retail", "warehouse"} else 0),
        ("ST-DEEP", area, 0.6),
        ("ST-PLAN", 1, 0.9 if industry == "warehouse" else 0.5),
        ("ST-TEAM", 1, 0.95 if industry == "medical" else 0.5),
        ("ST-EQ", 1, 0.4),
    ]
    lines = {sku: quantity for sku, quantity, share in wishes if dice.random() < share}
    own = max(1, area // SQUARE_METRES_PER_CLEANER.get(industry, 480))
    answers = {"floor_area": str(area), "cleaners_now": str(own)} if dice.random() < TOLD else {}
    return _discounted(dice, lines, answers)


ONCE, SMALL_AREA = 0.08, 1000


def _discounted(dice: Random, lines: dict[str, int], answers: dict[str, str]) -> Basket:
    """The basket with, now and then, a discount within everybody's limit."""
    if dice.random() < FULL_PRICE:
        return Basket(lines, 0, None, answers)
    reasons = (("bundle", 7), ("prepayment", 5)) if any(sku[:2] not in CLEANING for sku in lines) else (
        ("long_contract", 6), ("several_sites", 8),
    )  # fmt: skip
    reason, most = dice.choice(reasons)
    return Basket(lines, dice.randrange(2, most + 1), reason, answers)


FULL_PRICE, CLEANING = 0.62, ("CL", "CN", "ST")


def _pick(dice: Random, shares: dict[str, int]) -> str:
    return dice.choices(list(shares), list(shares.values()))[0]
