"""flask outbox: how the mail fares, deliver now, try again."""

import click

from app.cli.plain import PlainGroup, answer, command, json_option
from app.database import now
from app.delivery import outbox as box
from app.delivery.service import Courier
from app.delivery.watch import counts, not_sent
from app.instance import current_instance

outbox = PlainGroup("outbox", help="Mails that wait, were sent or failed.")


@command(outbox, "status", help="How many mails are in each state, and what stands in the way.")
@json_option
def status(*, as_json: bool) -> None:
    """Print the counts and every mail that is not sent."""
    with current_instance().database.session() as session:
        found = counts(session)
        pause = box.pause_of(session)
        open_ones = [
            {
                "id": delivery.id,
                "number": proposal.number,
                "recipient": delivery.recipient,
                "state": delivery.state,
                "attempts": delivery.attempts,
                "next_attempt_at": delivery.next_attempt_at,
                "words": delivery.server_words,
            }
            for delivery, proposal in not_sent(session)
        ]
    paused = pause.server_words or "the mail server wants other credentials" if pause else None
    lines = [f"{state}: {number}" for state, number in found.items()]
    lines += [f"{m['id']}\t{m['number']}\t{m['recipient']}\t{m['state']}\t{m['words']}" for m in open_ones]
    if paused:
        lines.insert(0, f"paused: {paused}")
    answer({"counts": found, "paused": paused, "mails": open_ones}, "\n".join(lines), as_json=as_json)


@command(outbox, "run", help="Deliver now whatever is due, without a worker.")
@json_option
def run(*, as_json: bool) -> None:
    """Exit status 1 if sending is paused because the server does not let us in."""
    instance = current_instance()
    courier = Courier(instance)
    with instance.database.transaction() as session:
        box.resume(session)
    courier.sweep()
    attempts = courier.deliver_due()
    with instance.database.session() as session:
        found = counts(session)
        pause = box.pause_of(session)
    text = f"{attempts} attempts; " + ", ".join(f"{state} {number}" for state, number in found.items())
    answer({"attempts": attempts, "counts": found}, text, as_json=as_json)
    if pause:
        raise click.ClickException(f"paused: {pause.server_words}")


@command(outbox, "retry", help="Make mails that wait or failed due at once.")
@click.argument("ids", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="Every mail that failed or waits.")
@json_option
def retry(*, ids: tuple[int, ...], everything: bool, as_json: bool) -> None:
    """Begin the two days of each of these mails anew."""
    if not ids and not everything:
        raise click.UsageError("Name the mails by their id, or say --all.")
    instance = current_instance()
    with instance.database.transaction() as session:
        box.resume(session)
        wanted = ids or tuple(delivery.id or 0 for delivery, _ in not_sent(session))
        done = [delivery_id for delivery_id in wanted if box.retry(session, delivery_id, now())]
    instance.jobs.wake()
    unknown = sorted(set(ids) - set(done))
    answer({"retried": done}, f"{len(done)} mails are due now.", as_json=as_json)
    if unknown:
        raise click.ClickException(f"no mail that waits or failed: {', '.join(map(str, unknown))}")
