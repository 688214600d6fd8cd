"""The QR code as a path."""

import re

import pytest
import segno

from app.rendering.qr import ERROR_CORRECTION, MASK, QUIET_ZONE, qr_path


@pytest.mark.parametrize("text", ["https://a.example/p/x", "https://offers.example/p/" + "Ab0_-" * 20])
def test_the_path_paints_every_dark_module_and_no_other(text: str) -> None:
    path, side = qr_path(text)
    painted = set()
    for column, row, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        painted |= {(int(row), int(column) + step) for step in range(int(length))}
    matrix = segno.make(text, error=ERROR_CORRECTION, mask=MASK, boost_error=False, micro=False).matrix
    dark = {
        (row + QUIET_ZONE, column + QUIET_ZONE)
        for row, modules in enumerate(matrix)
        for column, module in enumerate(modules)
        if module
    }
    assert painted == dark
    assert side == len(matrix) + 2 * QUIET_ZONE
