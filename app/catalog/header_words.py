"""The words by which sheets, columns and settings are found, in English, Ukrainian and Russian.

The first word of each list is the English name of the manual. All are compared after `fold_header`.
"""

# ruff: noqa: E501 - the lists are a table, read along the line

from collections.abc import Mapping

Words = Mapping[str, tuple[str, ...]]
"""Words of a thing, by the name that the code uses for it."""

LANGUAGES: Words = {
    "uk": ("uk", "ua", "ukr", "укр", "українська", "ukrainian"),
    "ru": ("ru", "rus", "рус", "рос", "русский", "російська", "russian"),
    "en": ("en", "eng", "англ", "english", "англійська", "английский"),
}

SHEETS: Words = {
    "settings": ("Settings", "Налаштування", "Настройки"),
    "brand": ("Brand", "Бренд", "Фірмовий стиль", "Фирменный стиль"),
    "items": ("Items", "Products", "Price list", "Товари", "Позиції", "Послуги", "Номенклатура", "Прайс", "Прайс-лист",
              "Товары", "Позиции", "Услуги"),
    "questions": ("Questions", "Питання", "Запитання", "Вопросы"),
    "results": ("Results", "Результати", "Результаты"),
    "scenarios": ("Scenarios", "Сценарії", "Сценарии"),
    "content": ("Content", "Texts", "Тексти", "Контент", "Тексты"),
    "industries": ("Industries", "Галузі", "Отрасли"),
    "roles": ("Roles", "Ролі", "Роли"),
    "rules": ("Rules", "Правила"),
    "terms": ("Terms", "Умови", "Условия"),
    "steps": ("Steps", "Кроки", "Етапи", "Шаги", "Этапы"),
    "discounts": ("Discounts", "Знижки", "Скидки"),
}  # fmt: skip

KEY = ("Key", "Ключ", "Код")
NAME = ("Name", "Title", "Назва", "Найменування", "Название", "Наименование")
TEXT = ("Text", "Текст")
REASON = ("Reason", "Причина", "Чому", "Почему", "Обґрунтування", "Обоснование")
INDUSTRY = ("Industry", "Галузь", "Отрасль")
ROLE = ("Role", "Роль")
ROLES = ("Roles", "Ролі", "Роли", *ROLE)
UNIT = (
    "Unit",
    "Од.",
    "Одиниця",
    "Одиниця виміру",
    "Од. вим.",
    "Ед.",
    "Единица",
    "Единица измерения",
    "Ед. изм.",
)
LABEL = ("Label", "Підпис", "Напис", "Подпись", "Надпись")
CELL = ("Cell", "Комірка", "Клітинка", "Ячейка")
TYPE = ("Type", "Тип")
QUESTION = ("Question", "Питання", "Запитання", "Вопрос")

COLUMNS: Mapping[str, Words] = {
    "settings": {"key": (*KEY, "Setting", "Параметр", "Налаштування", "Настройка"),
                 "value": ("Value", "Значення", "Значение")},
    "brand": {"key": (*KEY, "Параметр"), "value": ("Value", "Значення", "Значение")},
    "items": {
        "sku": ("SKU", "Article", "Code", "Item number", "Артикул", "Код", "Код товару", "Код товара"),
        "name": (*NAME, "Товар", "Послуга", "Услуга"),
        "description": ("Description", "Опис", "Описание"),
        "characteristics": ("Characteristics", "Specifications", "Характеристики", "Характеристика"),
        "category": ("Category", "Group", "Категорія", "Група", "Категория", "Группа"),
        "unit": UNIT,
        "price": ("List price", "Price", "Ціна", "Ціна за прайсом", "Прайсова ціна", "Цена", "Цена по прайсу",
                  "Прайсовая цена"),
        "currency": ("Currency", "Валюта"),
        "tax": ("Tax %", "Tax", "VAT %", "VAT", "ПДВ %", "ПДВ", "Податок %", "НДС %", "НДС", "Налог %"),
        "cost": ("Cost", "Cost price", "Unit cost", "Purchase price", "Собівартість", "Закупівельна ціна", "Закупівля",
                 "Вхідна ціна", "Себестоимость", "Закупочная цена", "Закупка", "Входная цена"),
        "minimum": ("Minimum quantity", "Min quantity", "MOQ", "Мінімальна кількість", "Мін. кількість",
                    "Минимальное количество", "Мин. количество"),
        "industries": ("Industries", "Галузі", "Отрасли", *INDUSTRY),
        "picture": ("Picture", "Image", "Photo", "Зображення", "Фото", "Картинка", "Изображение"),
    },
    "questions": {
        "key": KEY, "ask": ("Ask", "What to ask", "Що спитати", "Що запитати", "Спитати", "Что спросить", "Спросить"),
        "label": LABEL, "unit": UNIT, "type": TYPE,
        "default": ("Default", "Типове значення", "За замовчуванням", "По умолчанию"),
        "minimum": ("Minimum", "Min", "Мінімум", "Минимум"), "maximum": ("Maximum", "Max", "Максимум"),
        "choices": ("Choices", "Варіанти", "Варианты"), "cell": CELL,
        "required": ("Required", "Обов'язково", "Обовʼязково", "Обязательно"),
    },
    "results": {
        "key": KEY, "label": LABEL, "unit": UNIT, "type": TYPE,
        "decimals": ("Decimals", "Знаків після коми", "Знаков после запятой", "Десяткові", "Десятичные"),
        "cell": CELL, "show": ("Show", "Показати", "Де показати", "Показать", "Где показать"), "roles": ROLES,
    },
    "scenarios": {"key": KEY, "label": LABEL, "question": QUESTION, "change": ("Change", "Зміна", "Изменение")},
    "content": {
        "slot": ("Slot", "Місце", "Место", "Слот"), "industry": INDUSTRY, "role": ROLE,
        "condition": ("Condition", "Умова", "Условие"), "language": ("Language", "Мова", "Язык"), "text": TEXT,
    },
    "industries": {"key": KEY, "name": NAME, "synonyms": ("Synonyms", "Синоніми", "Синонимы")},
    "roles": {"key": KEY, "name": NAME, "synonyms": ("Synonyms", "Синоніми", "Синонимы")},
    "rules": {"kind": ("Kind", "Вид", *TYPE), "when": ("When", "Якщо", "Коли", "Если", "Когда"),
              "then": ("Then", "То", "Тоді", "Тогда"), "reason": REASON},
    "terms": {"key": KEY, "title": ("Title", "Заголовок", *NAME), "text": TEXT},
    "steps": {"title": ("Title", "Заголовок", "Крок", "Етап", "Шаг", "Этап", *NAME), "text": TEXT,
              "days": ("Days", "Днів", "Дні", "Дней", "Дни")},
    "discounts": {"key": KEY, "name": (*NAME, *REASON), "maximum": ("Maximum %", "Maximum", "Максимум %", "Максимум"),
                  "roles": (*ROLES, "Who", "Хто", "Кто")},
}  # fmt: skip

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "settings": ("key", "value"),
    "brand": ("key", "value"),
    "items": ("sku", "name", "price"),
    "questions": ("key", "type", "cell"),
    "results": ("key", "cell"),
    "scenarios": ("key", "question", "change"),
    "content": ("slot", "text"),
    "industries": ("key", "name"),
    "roles": ("key", "name"),
    "rules": ("kind", "when", "then"),
    "terms": ("key", "text"),
    "steps": ("title",),
    "discounts": ("key", "name", "maximum", "roles"),
}
"""Columns without which a sheet says nothing."""

PER_LANGUAGE = frozenset(
    {"value", "name", "description", "characteristics", "category", "unit", "ask", "label", "choices", "text", "reason", "title", "synonyms"}
)  # fmt: skip
"""Columns that may repeat with a language in brackets."""

TIER_WORDS = ("Price from", "From", "Ціна від", "Від", "Цена от", "От")

SETTINGS: Words = {
    "catalogue": ("catalogue", "catalog", "каталог"),
    "name": ("name", "назва", "название"),
    "currency": ("currency", "валюта"),
    "tax mode": ("tax mode", "режим податку", "режим ПДВ", "режим налога", "режим НДС"),
    "tax %": ("tax %", "tax", "vat %", "vat", "ПДВ %", "ПДВ", "податок %", "НДС %", "НДС", "налог %"),
    "valid days": ("valid days", "термін дії, днів", "дійсна днів", "срок действия, дней", "действует дней"),
    "number prefix": ("number prefix", "префікс номера", "префикс номера"),
    "lines sku": ("lines sku", "рядки артикул", "строки артикул"),
    "lines quantity": ("lines quantity", "рядки кількість", "строки количество"),
    "lines net price": ("lines net price", "рядки ціна", "строки цена"),
    "lines net sum": ("lines net sum", "рядки сума", "строки сумма"),
    "lines rows": ("lines rows", "рядків", "строк"),
    "lines total": ("lines total", "рядки разом", "строки итого"),
}

RATE_WORDS = ("rate", "курс")

BRAND: Words = {
    "name": ("name", "назва", "название"),
    "legal name": ("legal name", "юридична назва", "юридическое название"),
    "colour": ("colour", "color", "колір", "цвет"),
    "accent": ("accent", "акцент", "колір акценту", "цвет акцента"),
    "pattern": ("pattern", "візерунок", "узор"),
    "logo": ("logo", "логотип"),
    "tax id": ("tax id", "код ЄДРПОУ", "ЄДРПОУ", "ІПН", "ИНН"),
    "address": ("address", "адреса", "адрес"),
    "phone": ("phone", "телефон"),
    "email": ("email", "e-mail", "пошта", "почта"),
    "site": ("site", "website", "сайт"),
    "bank": ("bank", "банк", "банківські реквізити", "банковские реквизиты"),
    "signatory": ("signatory", "підписант", "подписант"),
    "signatory position": ("signatory position", "посада підписанта", "должность подписанта"),
}

TAX_MODES: Words = {
    "included": ("included", "incl", "включено", "з ПДВ", "включён", "включен", "с НДС"),
    "excluded": (
        "excluded",
        "excl",
        "не включено",
        "без ПДВ",
        "зверху",
        "не включён",
        "не включен",
        "без НДС",
        "сверху",
    ),
    "exempt": ("exempt", "none", "звільнено", "не платник", "освобождено", "не облагается", "не плательщик"),
}
ANSWER_TYPES: Words = {
    "number": ("number", "число"),
    "percent": ("percent", "%", "відсоток", "відсотки", "процент", "проценты"),
    "money": ("money", "гроші", "сума", "деньги", "сумма"),
    "choice": ("choice", "вибір", "выбор"),
    "yes/no": ("yes/no", "так/ні", "да/нет"),
    "date": ("date", "дата"),
}
RESULT_USES: Words = {
    "cover": ("cover", "обкладинка", "обложка"),
    "table": ("table", "таблиця", "таблица"),
    "chart": ("chart", "графік", "график", "діаграма", "диаграмма"),
    "text": ("text", "текст"),
}
RULE_KINDS: Words = {
    "recommend": ("recommend", "recommends", "рекомендує", "радимо", "рекомендует", "советуем"),
    "requires": ("requires", "require", "потребує", "вимагає", "требует"),
    "excludes": ("excludes", "exclude", "виключає", "исключает"),
}
STAFF: Words = {
    "manager": ("manager", "менеджер"),
    "lead": ("lead", "head of sales", "керівник", "руководитель"),
    "admin": ("admin", "administrator", "адміністратор", "администратор"),
}
PATTERNS: Words = {
    "rings": ("rings", "кола", "кільця", "кольца", "круги"),
    "waves": ("waves", "хвилі", "волны"),
    "grid": ("grid", "сітка", "сетка"),
    "none": ("none", "немає", "нет"),
}
CURRENCIES: Words = {
    "UAH": ("UAH", "грн", "₴", "гривня"),
    "RUB": ("RUB", "руб", "₽", "рубль"),
    "USD": ("USD", "$", "долар", "доллар"),
    "EUR": ("EUR", "€", "євро", "евро"),
    "KZT": ("KZT", "₸", "тенге"),
    "GBP": ("GBP", "£"),
    "PLN": ("PLN", "zł", "злотий", "злотый"),
}
YES = ("yes", "y", "true", "1", "так", "да", "істина", "истина")
NO = ("no", "n", "false", "0", "ні", "нет", "хибність", "ложь")
CATEGORY_WORDS = ("category", "категорія", "категория")
