"""Which form of a noun goes with a number."""

from decimal import Decimal

PAIR = 2
FRACTION_FORM = 3


def plural(n: int | Decimal, forms: tuple[str, ...], language: str) -> str:
    """The form of a noun that goes with n.

    uk, ru: (one, few, many) and, if it differs from few, a fourth for fractions: «2 місяці», but
    «1,5 місяця». en: (one, other).
    """
    amount = abs(Decimal(n))
    if language == "en" or len(forms) == PAIR:
        return forms[0] if amount == 1 else forms[1]
    if amount != amount.to_integral_value():
        return forms[min(FRACTION_FORM, len(forms) - 1)] if len(forms) > FRACTION_FORM else forms[1]
    return forms[_slavic_index(int(amount))]


def _slavic_index(n: int) -> int:
    if 11 <= n % 100 <= 14:  # noqa: PLR2004 - the teens
        return 2
    if n % 10 == 1:
        return 0
    return 1 if 2 <= n % 10 <= 4 else 2  # noqa: PLR2004 - two, three and four
