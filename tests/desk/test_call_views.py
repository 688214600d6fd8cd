import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from app.database import now
from app.delivery.models import DeliveryState
from app.delivery.outbox import pause
from app.delivery.smtp import Outcome, Reply
from app.delivery.watch import deliveries_of, delivery_of
from app.leads.models import Basket, Company, Contact
from app.proposals.models import Proposal
from app.proposals.service import proposal_by_number
from app.roles import Role
from tests.builders.demo import make_demo_app
from tests.builders.offers import make_user
from tests.builders.web import Visitor, database_of, instance_of, make_app, path_of

FULL = {
    "company.name": "ТОВ «Карпатські меблі»",
    "contact.name": "Олена Бойко",
    "contact.email": "boiko@example.com",
    "catalog": "compressors",
    "language": "uk",
    "answers.hours_per_year": "6 200",
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, published: Path) -> Iterator[Flask]:
    made = make_demo_app(tmp_path_factory.mktemp("call") / "instance", published)
    for role, language in (("manager", "uk"), ("lead", "ru"), ("admin", "en")):
        make_user(database_of(made), f"{role}@example.com", role=Role(role), language=language)
    yield made
    instance_of(made).sandbox.close()


@pytest.fixture
def manager(app: Flask) -> Visitor:
    return signed_in(app, "manager")


def signed_in(app: Flask, who: str) -> Visitor:
    visitor = Visitor(app)
    visitor.sign_in(f"{who}@example.com")
    visitor.get("/")
    return visitor


def a_form(*skus: str, quantity: str = "2", **fields: str) -> MultiDict[str, str]:
    """What the browser posts; `contact__email=""` changes a field."""
    changes = {name.replace("__", "."): text for name, text in fields.items()}
    form = MultiDict({**FULL, **changes})
    for number, sku in enumerate(skus or ("VK-55-VSD",), start=1):
        form.add("line.row", str(number))
        form.add("line.sku", sku)
        form.add("line.quantity", quantity)
        form.add("line.discount_percent", "")
    return form


def post(visitor: Visitor, path: str, form: MultiDict[str, str]) -> TestResponse:
    form = MultiDict(form)
    form["csrf_token"] = visitor.token
    return visitor.client.post(path, data=form)


def first_sku(app: Flask) -> str:
    """An item of the catalogue that costs something."""
    found = signed_in(app, "manager").get("/call/items?q=компресор&catalog=compressors").text
    item = re.search(r'data-item="([^"]+)"', found)
    assert item
    return str(json.loads(item[1].replace("&#34;", '"').replace("&quot;", '"'))["sku"])


@pytest.fixture(scope="module")
def sku(app: Flask) -> str:
    return first_sku(app)


def test_nobody_calls_without_signing_in(app: Flask) -> None:
    stranger = Visitor(app)
    assert path_of(stranger.get("/")).startswith("/login")
    stranger.get("/login")
    assert path_of(stranger.post("/call/draft", {})).startswith("/login")


@pytest.mark.parametrize(
    ("who", "words"), [("manager", "Хто телефонує"), ("lead", "Кто звонит"), ("admin", "Who is calling")]
)
def test_the_screen_speaks_the_managers_language(app: Flask, who: str, words: str) -> None:
    page = signed_in(app, who).get("/proposals/new")
    assert page.status_code == 200
    assert words in page.text
    assert 'style="' not in page.text
    assert "<script>" not in page.text


def test_the_catalogue_used_last_is_remembered(manager: Visitor) -> None:
    manager.get("/?catalog=cleaning-services")
    page = manager.get("/proposals/new").text
    assert '<option value="cleaning-services" selected>' in page
    manager.get("/?catalog=unknown")
    assert '<option value="cleaning-services" selected>' in manager.get("/").text


def test_without_any_catalogue_the_screen_says_what_to_do(tmp_path) -> None:
    app = make_app(tmp_path)
    make_user(database_of(app), "admin@example.com", role=Role.ADMIN, language="en")
    visitor = Visitor(app)
    visitor.sign_in("admin@example.com")
    page = visitor.get("/")
    assert page.status_code == 409
    assert "/catalog" in page.text


def test_the_questions_of_the_workbook_are_the_fields(manager: Visitor) -> None:
    page = manager.get("/?catalog=compressors").text
    assert 'name="answers.hours_per_year"' in page
    cleaning = manager.get("/?catalog=cleaning-services").text
    assert 'name="answers.hours_per_year"' not in cleaning
    assert 'name="answers.' in cleaning


def test_live_figures_show_total_payback_and_roi_but_a_manager_no_margin(app: Flask, sku: str) -> None:
    answer = post(signed_in(app, "manager"), "/call/figures", a_form(sku)).text
    assert "₴" in answer
    assert "окупність" in answer
    assert "ROI" in answer
    assert "маржа" not in answer
    assert "маржа" in post(signed_in(app, "lead"), "/call/figures", a_form(sku)).text


def test_live_figures_are_out_of_band_and_hold_no_field(manager: Visitor, sku: str) -> None:
    answer = post(manager, "/call/figures", a_form(sku, quantity="abc")).text
    assert "<input" not in answer
    assert "<select" not in answer
    for place in ("call-figures", "call-missing", "call-suggestions", "contact-email-error", "line-1-error"):
        assert f'id="{place}"' in answer
    assert "line-1-quantity" in answer, "the list of what is missing leads to the field"


def test_live_figures_say_what_is_missing(manager: Visitor) -> None:
    form = a_form(company__name="", contact__email="")
    for name in ("line.row", "line.sku", "line.quantity", "line.discount_percent"):
        form.poplist(name)
    answer = post(manager, "/call/figures", form).text
    assert re.findall(r'data-focus="([\w-]+)"', answer) == ["company-name", "contact-email", "item-search"]


def test_a_draft_without_a_company_gets_no_number(manager: Visitor) -> None:
    assert post(manager, "/call/draft", a_form(company__name="")).json == {"number": None}


def test_a_draft_comes_back_as_it_was_typed_invalid_or_not(manager: Visitor, sku: str) -> None:
    form = a_form(
        sku, quantity="багато", contact__email="не адреса", valid_days="колись", note="<b>терміново</b>"
    )
    kept = post(manager, "/call/draft", form).json
    assert kept
    page = manager.get(kept["url"]).text
    for typed in (
        'value="багато"',
        'value="не адреса"',
        'value="колись"',
        "&lt;b&gt;терміново",
        f'value="{sku}"',
    ):
        assert typed in page
    assert kept["number"] in page


def test_the_draft_keeps_its_number_from_save_to_save(manager: Visitor, sku: str) -> None:
    first = post(manager, "/call/draft", a_form(sku)).json
    assert first
    again = post(manager, "/call/draft", a_form(sku, number=first["number"], contact__name="Інша")).json
    assert again
    assert again["number"] == first["number"]
    assert 'value="Інша"' in manager.get(first["url"]).text


def test_a_second_window_is_warned_and_the_last_writer_wins(manager: Visitor, sku: str) -> None:
    one = {"call__tab": "one"}
    number = post(manager, "/call/draft", a_form(sku, **one)).json["number"]
    same = {"number": number, "seen": "one"}
    assert post(manager, "/call/draft", a_form(sku, **one, **same)).json["warning"] == ""
    second = a_form(sku, call__tab="two", number=number, seen="one", contact__name="Друга")
    assert post(manager, "/call/draft", second).json["warning"] == "", "it began from what the first had kept"
    warned = post(manager, "/call/draft", a_form(sku, **one, **same, contact__name="Перша")).json
    assert warned["warning"]
    assert 'value="Перша"' in manager.get(warned["url"]).text


def test_somebody_elses_draft_is_not_found(app: Flask, sku: str) -> None:
    number = post(signed_in(app, "lead"), "/call/draft", a_form(sku)).json["number"]
    manager = signed_in(app, "manager")
    assert manager.get(f"/proposals/new/{number}").status_code == 404
    for path in ("/call/draft", "/call/preview", "/call/send"):
        assert post(manager, path, a_form(sku, number=number)).status_code == 404
    assert manager.get(f"/call/delivery/{number}").status_code == 404
    assert signed_in(app, "admin").get(f"/proposals/new/{number}").status_code == 200


def test_the_preview_is_the_pdf_that_send_attaches(app: Flask, manager: Visitor, sku: str) -> None:
    number = post(manager, "/call/draft", a_form(sku)).json["number"]
    form = a_form(sku, number=number)
    preview = post(manager, "/call/preview", form).json
    assert len(preview["pages"]) == 4
    picture = manager.get(preview["pages"][0]["small"])
    assert picture.mimetype.startswith("image/")
    assert "immutable" in picture.headers["Cache-Control"]
    pdf = manager.get(preview["pdf"])
    assert pdf.data.startswith(b"%PDF")
    assert "attachment" in pdf.headers["Content-Disposition"]
    post(manager, "/call/send", form)
    assert manager.get(f"/proposals/{number}/pdf").data == pdf.data


def test_the_links_of_a_preview_are_nobody_elses(app: Flask, manager: Visitor, sku: str) -> None:
    number = post(manager, "/call/draft", a_form(sku)).json["number"]
    preview = post(manager, "/call/preview", a_form(sku, number=number)).json
    small, pdf = preview["pages"][0]["small"], preview["pdf"]
    assert signed_in(app, "admin").get(pdf).status_code == 404
    assert signed_in(app, "admin").get(small).status_code == 404
    assert manager.get(small.replace("-560.", "-9000.")).status_code == 404
    assert manager.get(small.replace("/1-", "/5-")).status_code == 404
    assert manager.get(pdf.replace("/call/pages/", "/call/pages/x")).status_code == 404


def test_the_pages_wait_for_a_company_and_an_item(manager: Visitor, sku: str) -> None:
    answer = post(manager, "/call/preview", a_form(sku, company__name="")).json
    assert set(answer) == {"state"}


def test_send_twice_is_one_proposal_and_one_mail(app: Flask, manager: Visitor, sku: str) -> None:
    number = post(manager, "/call/draft", a_form(sku)).json["number"]
    for _ in range(2):
        answer = post(manager, "/call/send", a_form(sku, number=number)).text
        assert 'data-made="1"' in answer
        assert number in answer
    with database_of(app).session() as session:
        proposal = proposal_by_number(session, number)
        assert len(deliveries_of(session, proposal.id or 0)) == 1
    assert path_of(manager.get(f"/proposals/new/{number}")) == path_of_proposal(number)


def path_of_proposal(number: str) -> str:
    return f"/proposals/{number}".replace("КП", "%D0%9A%D0%9F")


def test_what_is_typed_after_send_changes_nothing_and_says_so(manager: Visitor, sku: str) -> None:
    number = post(manager, "/call/draft", a_form(sku)).json["number"]
    post(manager, "/call/send", a_form(sku, number=number))
    late = post(manager, "/call/draft", a_form(sku, number=number, contact__name="Пізно")).json
    assert late["warning"]
    other = post(manager, "/call/send", a_form(sku, number=number, note="інше"))
    assert 'data-made="1"' in other.text


def test_send_after_the_client_accepted_says_why_not(app: Flask, manager: Visitor, sku: str) -> None:
    number = post(manager, "/call/draft", a_form(sku)).json["number"]
    post(manager, "/call/send", a_form(sku, number=number))
    address = path_of_proposal(number)
    post(manager, f"{address}/revise", MultiDict())
    post(manager, f"{address}/answer", MultiDict({"answer": "accept"}))
    answer = post(manager, "/call/send", a_form(sku, number=number, note="інше"))
    assert answer.status_code == 200
    assert 'data-made="1"' not in answer.text
    assert f"{number} уже прийнято" in answer.text
    page = manager.get(address).text
    assert f"{address}/copy" in page
    assert f"{address}/revise" not in page
    with database_of(app).session() as session:
        assert len(deliveries_of(session, proposal_by_number(session, number).id or 0)) == 1


@pytest.mark.parametrize(
    "changes", [{"contact__email": ""}, {"contact__email": "boiko"}, {"valid_days": "?"}]
)
def test_a_form_that_cannot_be_sent_is_not(
    app: Flask, manager: Visitor, sku: str, changes: dict[str, str]
) -> None:
    number = post(manager, "/call/draft", a_form(sku)).json["number"]
    answer = post(manager, "/call/send", a_form(sku, number=number, **changes)).text
    assert "data-made" not in answer
    assert "data-focus" in answer
    with database_of(app).session() as session:
        assert proposal_by_number(session, number).draft_revision == 1


def test_items_are_found_with_price_in_the_chosen_currency(manager: Visitor) -> None:
    found = manager.get("/call/items?q=компресор&catalog=compressors").text
    assert "₴" in found
    assert found.count('role="option"') > 1
    assert "$" in manager.get("/call/items?q=компресор&catalog=compressors&currency=USD").text
    none = manager.get("/call/items?q=zzzzzzqqqq&catalog=compressors").text
    assert "data-item" not in none


def test_known_companies_fill_everything_in_and_say_when_they_called(app: Flask, manager: Visitor) -> None:
    with database_of(app).transaction() as session:
        company = Company(
            name="ТОВ «Стара дуброва»", name_key="стара дуброва", industry="woodworking", city="Львів"
        )
        session.add(company)
        session.flush()
        contact = Contact(
            company_id=company.id or 0,
            name="Ірина",
            email="iryna@example.com",
            email_key="iryna@example.com",
            role="cfo",
            language="uk",
        )
        session.add(contact)
        session.add(
            Basket(
                proposal="КП-98",
                company_id=company.id,
                catalogue="compressors",
                offered_on=now().date() - timedelta(days=200),
            )
        )
    found = manager.get("/call/companies?q=дуброва&catalog=compressors").text
    lead = re.search(r'data-lead="([^"]+)"', found)
    assert lead
    data = json.loads(lead[1].replace("&#34;", '"').replace("&quot;", '"'))
    assert data["fields"]["contact.email"] == "iryna@example.com"
    assert data["fields"]["company.city"] == "Львів"
    assert data["fields"]["company.industry"].startswith("Деревообробка")
    assert "друге звернення" in data["history"]
    assert "КП-98" in data["history"]


STATES = [
    (DeliveryState.QUEUED, {}, "sending", True),
    (DeliveryState.SENDING, {}, "sending", True),
    (DeliveryState.SENT, {"server_words": "250 OK queued"}, "sent", False),
    (DeliveryState.WAITING, {"server_words": "450 try later"}, "waiting", True),
    (DeliveryState.UNKNOWN, {"server_words": "connection lost"}, "waiting", True),
    (DeliveryState.FAILED, {"server_words": "550 no such user"}, "failed", False),
]


@pytest.mark.parametrize(("state", "changes", "kind", "moving"), STATES)
def test_after_send_the_screen_shows_how_the_mail_fares_in_the_servers_words(
    app: Flask,
    manager: Visitor,
    sku: str,
    state: DeliveryState,
    changes: dict[str, str],
    kind: str,
    moving: bool,
) -> None:
    number = post(manager, "/call/draft", a_form(sku)).json["number"]
    post(manager, "/call/send", a_form(sku, number=number))
    set_delivery(app, number, state=state.value, **changes)
    shown = manager.get(f"/call/delivery/{number}").text
    assert f"is-{kind}" in shown
    assert ("hx-get" in shown) is moving
    assert changes.get("server_words", "") in shown


def set_delivery(app: Flask, number: str, **changes: str) -> None:
    with database_of(app).transaction() as session:
        proposal: Proposal = proposal_by_number(session, number)
        delivery = delivery_of(session, proposal.id or 0)
        assert delivery
        for name, value in changes.items():
            setattr(delivery, name, value)
        session.add(delivery)


def test_a_mail_server_that_lets_nobody_in_is_named(app: Flask, manager: Visitor, sku: str) -> None:
    number = post(manager, "/call/draft", a_form(sku)).json["number"]
    post(manager, "/call/send", a_form(sku, number=number))
    set_delivery(app, number, state=DeliveryState.QUEUED.value)
    with database_of(app).transaction() as session:
        pause(session, now(), Reply(Outcome.LOCKED_OUT, 535, "authentication failed"))
    shown = manager.get(f"/call/delivery/{number}").text
    assert "is-waiting" in shown
    assert "authentication failed" in shown


def test_five_hundred_lines_are_a_form_like_any_other(manager: Visitor, sku: str) -> None:
    form = a_form(*[sku] * 500)
    answer = post(manager, "/call/figures", form)
    assert answer.status_code == 200
    assert answer.text.count('class="line-sum"') == 500
    number = post(manager, "/call/draft", form).json["number"]
    assert manager.get(f"/proposals/new/{number}").text.count("data-row=") == 501, "and the row to clone"


def test_figures_that_cannot_be_worked_out_do_not_shut_the_screen(manager: Visitor, sku: str) -> None:
    form = a_form(sku, language="xx")
    assert post(manager, "/call/figures", form).status_code == 200
    number = post(manager, "/call/draft", form).json["number"]
    assert manager.get(f"/proposals/new/{number}").status_code == 200
