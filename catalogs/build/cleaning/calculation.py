"""The Contract and Services sheets of the cleaning company: own cleaners against a contract."""

from collections.abc import Mapping

from catalogs.build.formulas import FormulaSheet

ATTRIBUTES = {
    "T": "Times per year",
    "R": "Replaces own cleaners",
    "C": "Includes supplies",
}
LAST_ITEM_ROW = 81
FIRST_LINE, LAST_LINE = 41, 540

INPUTS = (
    (4, "Площа прибирання, м²", 2400),
    (5, "Прибиральників у штаті", 5),
    (6, "Витрати на одного за місяць, €", 980),
    (7, "Відсутність, яку треба заміняти", 0.1),
    (8, "Матеріали зараз, € за місяць", 420),
    (9, "Техніка зараз, € за рік", 1900),
    (10, "Час на організацію, годин за місяць", 22),
    (11, "Вартість години організатора, €", 16),
    (12, "Власний персонал після переходу (none, one, half)", "none"),
    (13, "Зростання зарплат на рік", 0.07),
    (14, "Ставка дисконтування", 0.1),
    (15, "Індексація договору на рік", 0.05),
    (16, "Частка часу на організацію, що лишається", 0.2),
    (17, "Частка матеріалів, яку бригада приносить із собою", 0.5),
    (37, "Горизонт розрахунку, років", 3),
)
"""Rows 4 to 14 are the questions, 15 to 17 the company's own constants."""

STEPS = (
    (18, "Регулярне прибирання за договором, м²", "SUMPRODUCT({q}*{R})"),
    (19, "Частка площі під договором", "IF(B4>0,MIN(1,B18/B4),0)"),
    (22, "Послуги за договором, € за рік", "SUMPRODUCT({m}*{T})"),
    (23, "Власний персонал після переходу, осіб",
     'IF(B19>0,B5*(1-B19)+B19*IF(B12="half",B5/2,IF(B12="one",MIN(1,B5),0)),B5)'),
    (24, "Роботи на старті, €", "SUMPRODUCT({m}*({T}=0))"),
    (25, "Матеріали входять у договір", "IF(SUMPRODUCT({q}*{C})>0,1,0)"),
    (26, "Персонал зараз, € за рік", "ROUND(B5*B6*12*(1+B7),0)"),
    (27, "Матеріали, техніка, організація зараз, € за рік", "ROUND(B8*12+B9+B10*B11*12,0)"),
    (28, "Договір після переходу, € за рік", "ROUND(B22,0)"),
    (29, "Власні витрати, що лишаються, € за рік",
     ("ROUND(B23*B6*12*(1+B7)+B8*12*IF(B25=1,0,1-B17*B19)+B9*(1-B19)"
      "+B10*B11*12*(1-B19*(1-B16)),0)")),
    (30, "Економія за перший рік, €", "B26+B27-B28-B29"),
    (31, "Договір, € за м² на місяць", 'IF(B18>0,B22/12/B18,"")'),
    (32, "Зараз, € за м² на місяць", 'IF(B4*(B26+B27)>0,(B26+B27)/12/B4,"")'),
    (33, "Вивільнено годин на місяць", 'IF(B19>0,IF(B10>0,B10*B19*(1-B16),""),"")'),
    (34, "Частка площі для обкладинки", 'IF(B19>0,B19,"")'),
    (35, "Вкладення: роботи на старті, €", "ROUND(B24,2)"),
    (36, "Зростання економії на рік",
     "IF(B30>0,MAX(0,MIN(0.2,((B26-B23*B6*12*(1+B7))*B13-B22*B15)/B30)),0)"),
)  # fmt: skip
"""Row, label, formula. {T} and the like are the attributes' columns, {q} {m} those of the Services sheet."""

SHOWN = (
    (4, "Персонал зараз", "B26"),
    (5, "Матеріали, техніка, організація зараз", "B27"),
    (6, "Договір після переходу", "B28"),
    (7, "Власні витрати, що лишаються", "B29"),
    (8, "Економія за перший рік", "B30"),
)
"""Row in F, label, cell: left empty for an offer that takes over no regular cleaning."""


def sheets(columns: Mapping[str, str]) -> tuple[FormulaSheet, ...]:
    """Both sheets; `columns` are the letters of the attributes' columns on Items."""
    ranges = {letter: f"Items!${c}$2:${c}${LAST_ITEM_ROW}" for letter, c in columns.items()}
    ranges |= {name: f"Services!${c}$2:${c}${LAST_ITEM_ROW}" for name, c in (("q", "B"), ("m", "C"))}
    cells: dict[str, object] = {"A1": "Власне прибирання й договір", "A3": "Питання", "A40": "SKU"}
    cells |= {"B40": "Кількість", "C40": "Ціна, €", "D40": "Сума, €"}
    for row, label, value in INPUTS:
        cells |= {f"A{row}": label, f"B{row}": value}
    for row, label, formula in STEPS:
        cells |= {f"A{row}": label, f"B{row}": "=" + formula.format(**ranges)}
    for row, label, cell in SHOWN:
        cells |= {f"E{row}": label, f"F{row}": f'=IF(B19>0,{cell},"")'}
    contract = FormulaSheet(
        "Contract", cells, widths={"A": 52, "B": 16, "C": 14, "E": 40, "F": 16}, headings=("A1", "A3", "A40")
    )
    return contract, services_sheet()


def services_sheet() -> FormulaSheet:
    """How much of each item the lines name, and for what sum."""
    sku, quantity, money = (f"Contract!${c}${FIRST_LINE}:${c}${LAST_LINE}" for c in "ABD")
    cells: dict[str, object] = {"A1": "SKU", "B1": "Кількість", "C1": "Сума, €"}
    for row in range(2, LAST_ITEM_ROW + 1):
        cells[f"A{row}"] = f'=IF(Items!A{row}="","",Items!A{row})'
        cells[f"B{row}"] = f'=IF(A{row}="",0,SUMIF({sku},A{row},{quantity}))'
        cells[f"C{row}"] = f'=IF(A{row}="",0,SUMIF({sku},A{row},{money}))'
    return FormulaSheet("Services", cells, widths={"A": 18, "B": 12, "C": 14}, headings=("A1", "B1", "C1"))
