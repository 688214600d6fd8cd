"""People are addressed rightly, or politely without their name."""

import pytest

from app.personalization.greetings import form_of_address, greeting


@pytest.mark.parametrize(
    ("name", "ukrainian", "russian"),
    [
        ("Олена Петрівна Бойко", "Олено Петрівно", "Олена Петрівна"),
        ("Бойко Олена Петрівна", "Олено Петрівно", "Олена Петрівна"),
        ("Ажажа Аарон Олександрович", "Аароне Олександровичу", "Аарон Олександрович"),
        ("Бойко Ігор Олегович", "Ігорю Олеговичу", "Ігор Олегович"),
        ("Кузьма Ілліч", "Кузьмо Іллічу", "Кузьма Ілліч"),
        ("Олена Бойко", "Олено", "Олена"),
        ("Бойко Олена", "Олено", "Олена"),
        ("Олена", "Олено", "Олена"),
        ("пані Едита Стець", "Пані Едито", "Едита"),
        ("добродій Адам Литвиненко", "Добродію Адаме", "Адам"),
        ("пан Ілля", "Пане Ілле", "Ілля"),
        ("Марія Коваль", "Маріє", "Марія"),
        ("Наталя Коваль", "Наталю", "Наталя"),
        ("Зоя Коваль", "Зоє", "Зоя"),
        ("Дар'я Коваль", "Дарʼє", "Дар'я"),
        ("Микола Коваль", "Миколо", "Микола"),
        ("Сергій Коваль", "Сергію", "Сергій"),
        ("Петро Коваль", "Петре", "Петро"),
        ("Марко Коваль", "Марку", "Марко"),
        ("Василь Коваль", "Василю", "Василь"),
        ("Олег Коваль", "Олеже", "Олег"),
        ("Ольга Ковалевич", "Ольго", "Ольга"),
        ("Елена Сергеевна Воронова", "", "Елена Сергеевна"),
        ("Киселев Николай Теймуразович", "", "Николай Теймуразович"),
        ("Рябова Любовь Кузьминична", "", "Любовь Кузьминична"),
        ("г-н Иван Петров", "", "Иван"),
        ("Стець Едит", "", ""),
        ("Бойко", "", ""),
        ("Олена Іванна Марія Соломія Бойко", "", ""),
    ],
)
def test_cyrillic_names_are_called_as_each_language_calls_them(
    name: str, ukrainian: str, russian: str
) -> None:
    assert form_of_address(name, "uk") == ukrainian
    assert form_of_address(name, "ru") == russian
    assert form_of_address(name, "en") == ""


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ann Sample", "Ann Sample"),
        ("Dr. Jane Sample B.A.", "Jane Sample"),
        ("O'Neil Sean", "O'Neil Sean"),
        ("Jean-Luc Example", "Jean-Luc Example"),
        ("Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu"),
        ("见 本", ""),
        ("ישראל ישראלי", ""),
        ("المهندس فلان", ""),
        ("Γιάννης Δείγμα", ""),
        ('=HYPERLINK("http://evil.example","Click")', ""),
        ("+380 00 000 00 00", ""),
        ("J", ""),
        ("J. S.", ""),
        ("", ""),
        (None, ""),
        ("A" * 61, ""),
    ],
)
@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_latin_names_stay_and_others_are_left_out(name: str | None, called: str, language: str) -> None:
    assert form_of_address(name, language) == called


@pytest.mark.parametrize(
    ("language", "by_name", "without"),
    [
        ("uk", "Ann Sample, вітаємо!", "Вітаємо!"),
        ("ru", "Ann Sample, здравствуйте!", "Здравствуйте!"),
        ("en", "Dear Ann Sample,", "Hello,"),
    ],
)
def test_each_language_greets_in_its_own_way(language: str, by_name: str, without: str) -> None:
    assert greeting("Ann Sample", language) == by_name
    assert greeting(None, language) == without
