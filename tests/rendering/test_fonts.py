"""The closed set of fonts."""

import pytest

from app.rendering.fonts import families, printable


@pytest.mark.parametrize(
    "text",
    [
        "ТОВ «Карпатські меблі» — ґєїі № ₴ ₽ ₸ ʼ → ✓",
        "Nguyễn Thị Phượng",
        "Έλπίδα Όμηρος",
        "Հայկական Օդ",
        "საქართველო",
        "חברת האוויר",
        "شركة الرياح",
        "वायु उपकरण",
        "บริษัท อากาศ",
        "中国机械设备",
        "株式会社タニタ",
        "주식회사 한빛",
    ],
)
def test_every_script_of_a_lead_has_a_font(text: str) -> None:
    assert printable(text) == (text, "")


def test_what_no_font_draws_is_left_out_and_told() -> None:
    assert printable("Emoji 😀 Ltd") == ("Emoji  Ltd", "😀")


def test_control_characters_go_without_a_word() -> None:
    assert printable("a\x00b\x1bc\u009dd") == ("abcd", "")


@pytest.mark.parametrize(
    ("text", "first"),
    [("中国", "Noto Sans SC"), ("タニタ機械", "Noto Sans JP"), ("한빛 機械", "Noto Sans KR")],
)
def test_chinese_characters_follow_the_documents_other_scripts(text: str, first: str) -> None:
    eastern = [name for name in families(text).text.split(", ") if name[-2:] in {"SC", "JP", "KR"}]
    assert eastern[0] == first
    assert len(eastern) == 3
