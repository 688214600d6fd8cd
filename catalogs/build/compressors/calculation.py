"""The Calc and Offer sheets of the compressed-air company: energy before and after, in live formulas."""

from collections.abc import Mapping

from catalogs.build.formulas import FormulaSheet

ATTRIBUTES = {
    "P": "Power, kW",
    "F": "Flow, m³/min",
    "S": "Specific power, kW per m³/min",
    "I": "Idle power, %",
    "V": "Variable speed",
    "O": "Oil-free",
    "A": "Auxiliary power, kW",
    "G": "System saving, %",
    "L": "Leak reduction, %",
    "H": "Heat recovery, kW",
    "U": "Upkeep per year, UAH",
    "Y": "Yearly contract",
}
LAST_ITEM_ROW = 121
FIRST_LINE, LAST_LINE = 61, 560

INPUTS = (
    (4, "Годин роботи на рік", 6200),
    (5, "Тариф, ₴ за кВт·год", 9.2),
    (6, "Потужність компресорів зараз, кВт", 90),
    (7, "Час під навантаженням", 0.65),
    (8, "Час на холостому ході", 0.25),
    (9, "Вік теперішніх компресорів (young, middle, old)", "middle"),
    (10, "Витоки повітря", 0.2),
    (11, "Обслуговування зараз, ₴ за рік", 190000),
    (12, "Є куди подати тепло", True),
    (13, "Місяців опалення на рік", 6),
    (14, "Вартість тепла, ₴ за кВт·год", 2.6),
    (15, "Зростання тарифу на рік", 0.08),
    (16, "Ставка дисконтування", 0.16),
    (17, "Холостий хід теперішніх машин, частка потужності", 0.3),
    (18, "Частка енергії, яку можна повернути теплом", 0.72),
    (56, "Горизонт розрахунку, років", 3),
    (58, "Сума пропозиції, ₴", 0),
)
"""Rows 4 to 16 are the questions, 17 and 18 engineering constants, 58 is written by Minuta."""

STEPS = (
    (20, "Питома потужність зараз, кВт на м³/хв", 'IF(B9="young",6.8,IF(B9="old",7.9,7.4))'),
    (21, "Потужність нових компресорів, кВт", "SUMPRODUCT({q}*{P})"),
    (22, "Продуктивність нових компресорів, м³/хв", "SUMPRODUCT({q}*{F})"),
    (23, "Питома потужність нових, кВт на м³/хв", "IF(B22>0,SUMPRODUCT({q}*{F}*{S})/B22,0)"),
    (24, "Холостий хід нових, кВт", "SUMPRODUCT({q}*{P}*{I})/100"),
    (25, "Продуктивність із частотним приводом, м³/хв", "SUMPRODUCT({q}*{F}*{V})"),
    (26, "Продуктивність без масла, м³/хв", "SUMPRODUCT({q}*{F}*{O})"),
    (27, "Осушувачі споживають, кВт", "SUMPRODUCT({q}*{A})"),
    (28, "Економія системи (не більше 15 %)", "MIN(0.15,SUMPRODUCT(({q}>0)*{G})/100)"),
    (29, "Скорочення витоків (не більше 80 %)", "MIN(0.8,SUMPRODUCT(({q}>0)*{L})/100)"),
    (30, "Рекуперація, кВт тепла", "SUMPRODUCT({q}*{H})"),
    (31, "Середня витрата повітря зараз, м³/хв", "B6*B7/B20"),
    (32, "Середня витрата після скорочення витоків, м³/хв", "B31*(1-B10*B29)"),
    (33, "Частка витрати, яку дають нові компресори", "IF(B22>0,IF(B32>B22,B22/B32,1),0)"),
    (34, "Частка часу на холостому ході, нові", "IF(B22>0,MAX(0,MIN(1,B7+B8)-B32*B33/B22),0)"),
    (35, "Енергія зараз, кВт·год за рік", "B4*B6*(B7+MIN(B8,1-B7)*B17)"),
    (36, "Енергія нових компресорів, кВт·год за рік", "B4*(B32*B33*B23+B24*B34)*(1-B28)"),
    (37, "Енергія старих, що лишаються, кВт·год за рік",
     "(1-B33)*B4*B6*(B7*(1-B10*B29)+MIN(B8,1-B7)*B17)*(1-B28)"),
    (38, "Енергія осушувачів, кВт·год за рік", "B4*B27"),
    (39, "Обслуговування нового обладнання, ₴ за рік", "SUMPRODUCT({q}*{U})"),
    (40, "Сервісний договір, ₴ за рік", "SUMPRODUCT({u}*{Y})"),
    (41, "Сервісний договір, ₴ усього", "SUMPRODUCT({m}*{Y})"),
    (42, "Сума рядків, ₴", "SUM({m})"),
    (43, "ПДВ на суми рядків, разів", "IF(B42>0,B58/B42,1)"),
    (44, "Повернуте тепло, ₴ за рік", "IF(B12,ROUND(MIN(B30*B4,(B36+B37)*B18)*B13/12*B14,0),0)"),
    (45, "Повернуте тепло, якщо воно є, ₴ за рік", 'IF(B44>0,B44,"")'),
    (46, "Електроенергія зараз, ₴ за рік", "ROUND(B35*B5,0)"),
    (47, "Електроенергія після заміни, ₴ за рік", "ROUND((B36+B37+B38)*B5,0)"),
    (48, "Обслуговування зараз, ₴ за рік", "ROUND(B11,0)"),
    (49, "Обслуговування після заміни, ₴ за рік",
     "ROUND(IF(B22>0,IF(B40>0,B40*B43,B39)+(1-B33)*B11,B11+B39),0)"),
    (50, "Економія за перший рік, ₴", "B46-B47+B44+B48-B49"),
    (51, "Менше електроенергії, кВт·год за рік", "B35-B36-B37-B38"),
    (52, "Запас продуктивності", 'IF(B32>0,IF(B22/B32>=1.05,B22/B32-1,""),"")'),
    (53, "Енергія на 1 000 м³ зараз, ₴", 'IF(B31*B4>0,B46/(B31*60*B4)*1000,"")'),
    (54, "Енергія на 1 000 м³ після заміни, ₴", 'IF(B32*B4*B22>0,B47/(B32*60*B4)*1000,"")'),
    (55, "Зростання економії на рік", "IF(B50>0,MAX(0,MIN(0.25,B15*(B46-B47+B44)/B50)),0)"),
    (57, "Вкладення, ₴", "MAX(0,B58-B41*B43)"),
    (59, "Енергія після заміни, без вартості поверненого тепла, ₴ за рік", "B47-B44"),
)  # fmt: skip
"""Row, label, formula. {P} and the like are the attributes' columns, {q} {m} {u} those of the Offer sheet."""

SHOWN = (
    (4, "Електроенергія зараз", "B46"),
    (5, "Енергія після заміни", "B59"),
    (6, "Обслуговування зараз", "B48"),
    (7, "Обслуговування після заміни", "B49"),
    (8, "Економія за перший рік", "B50"),
)
"""Row in F, label, cell: left empty for an offer that neither replaces compressors nor saves anything."""


def sheets(columns: Mapping[str, str]) -> tuple[FormulaSheet, ...]:
    """Both sheets; `columns` are the letters of the attributes' columns on Items."""
    ranges = {letter: f"Items!${c}$2:${c}${LAST_ITEM_ROW}" for letter, c in columns.items()}
    ranges |= {name: f"Offer!${c}$2:${c}${LAST_ITEM_ROW}" for name, c in (("q", "B"), ("m", "C"), ("u", "D"))}
    cells: dict[str, object] = {"A1": "Компресорна: зараз і після заміни", "A3": "Питання", "A60": "SKU"}
    cells |= {"B60": "Кількість", "C60": "Ціна, ₴", "D60": "Сума, ₴"}
    for row, label, value in INPUTS:
        cells |= {f"A{row}": label, f"B{row}": value}
    for row, label, formula in STEPS:
        cells |= {f"A{row}": label, f"B{row}": "=" + formula.format(**ranges)}
    cells |= {"E3": "Є що порівнювати", "F3": "=IF(OR(B22>0,B50>0),1,0)"}
    for row, label, cell in SHOWN:
        cells |= {f"E{row}": label, f"F{row}": f'=IF(F3=1,{cell},"")'}
    calc = FormulaSheet(
        "Calc",
        cells,
        widths={"A": 52, "B": 16, "C": 14, "D": 16, "E": 32, "F": 16},
        headings=("A1", "A3", "A60"),
    )
    return calc, offer_sheet()


def offer_sheet() -> FormulaSheet:
    """How many of each item the lines name, for what sum, and at what price."""
    sku, quantity, money = (f"Calc!${c}${FIRST_LINE}:${c}${LAST_LINE}" for c in "ABD")
    cells: dict[str, object] = {"A1": "SKU", "B1": "Кількість", "C1": "Сума, ₴", "D1": "За одиницю, ₴"}
    for row in range(2, LAST_ITEM_ROW + 1):
        cells[f"A{row}"] = f'=IF(Items!A{row}="","",Items!A{row})'
        cells[f"B{row}"] = f'=IF(A{row}="",0,SUMIF({sku},A{row},{quantity}))'
        cells[f"C{row}"] = f'=IF(A{row}="",0,SUMIF({sku},A{row},{money}))'
        cells[f"D{row}"] = f"=IF(B{row}>0,C{row}/B{row},0)"
    return FormulaSheet(
        "Offer", cells, widths={"A": 18, "B": 12, "C": 14, "D": 14}, headings=("A1", "B1", "C1", "D1")
    )
