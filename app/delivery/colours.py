"""A brand's colour made readable: on white, and under text. Pure."""

from dataclasses import dataclass

MIN_CONTRAST = 4.5
DARKEN = 0.92
LINEAR_BELOW = 0.03928  # WCAG 2, relative luminance
INK = "#1f2a27"
WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class MailColours:
    """`fill` of the button, the text `on_fill`, and the brand's colour as `text` on white."""

    fill: str
    on_fill: str
    text: str


def mail_colours(brand: str) -> MailColours:
    """The colours of a mail for any brand colour."""
    channels = _channels(brand)
    on_fill = WHITE if _contrast(channels, _channels(WHITE)) >= MIN_CONTRAST else INK
    while _contrast(channels, _channels(WHITE)) < MIN_CONTRAST:
        channels = (channels[0] * DARKEN, channels[1] * DARKEN, channels[2] * DARKEN)
    text = "#" + "".join(f"{int(channel * 255):02x}" for channel in channels)
    return MailColours(fill=brand, on_fill=on_fill, text=text)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _contrast(first: tuple[float, float, float], second: tuple[float, float, float]) -> float:
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(channels: tuple[float, float, float]) -> float:
    red, green, blue = (c / 12.92 if c <= LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
