"""Delivers what the outbox holds: builds the message, hands it over, writes down what happened."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlmodel import Session

from app.clock import local_day
from app.database import now
from app.delivery import mailbox, outbox, smtp
from app.delivery.addresses import mailable
from app.delivery.message import Enclosures, Envelope, build_message
from app.delivery.models import Delivery, DeliveryState
from app.delivery.outbox import Lease, LeaseLostError
from app.delivery.own_words import NOT_BUILT, WRITTEN_TO_DISK
from app.delivery.pages import pages_of
from app.delivery.pictures import MailPictures
from app.delivery.smtp import Outcome, Reply
from app.instance import Instance
from app.proposals.document import Document
from app.proposals.lifecycle import Status, Step, can
from app.proposals.models import Proposal, Revision
from app.proposals.service import document_of, expire_due, record_event, take_step

LOG = logging.getLogger(__name__)


class Courier:
    """Delivers for one process; several may work on one outbox, each message goes to one of them."""

    def __init__(
        self,
        instance: Instance,
        *,
        lease: timedelta = outbox.LEASE,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._instance = instance
        self._lease = lease
        self._clock = clock
        self._pictures = MailPictures(instance.storage, instance.sandbox)

    def work(self) -> int:
        """Look after everything once: free lost leases, expire, deliver what is due. Returns how many.

        Never raises: what goes wrong is logged, and the next round tries again.
        """
        try:
            self.sweep()
            return self.deliver_due()
        except Exception:
            LOG.exception("a round of the worker failed")
            return 0

    def sweep(self) -> None:
        """Free messages whose worker is gone; expire proposals that were valid until yesterday."""
        moment = self._clock()
        with self._instance.database.transaction() as session:
            for delivery in outbox.recover(session, moment):
                self._tell(session, delivery)
            expire_due(session, local_day(moment))

    def deliver_due(self) -> int:
        """Deliver until nothing is due; how many attempts were made."""
        attempts = 0
        while self.deliver_next():
            attempts += 1
        return attempts

    def deliver_next(self, delivery_id: int | None = None) -> bool:
        """Make one attempt, at that message if named; False when it is not due or somebody has it."""
        lease = outbox.claim(
            self._instance.database, moment=self._clock(), lease=self._lease, delivery_id=delivery_id
        )
        if lease is None:
            return False
        try:
            reply = self._attempt(lease)
            with self._instance.database.transaction() as session:
                self._tell(session, outbox.settle(session, lease, reply, self._clock()))
        except LeaseLostError:
            LOG.warning("message %s is somebody else's by now", lease.delivery_id)
        return True

    def _attempt(self, lease: Lease) -> Reply:
        try:
            delivery, sender, message = self._prepared(lease)
        except Exception:
            # Whatever it is, the message stays in the outbox and the manager sees why it waits.
            LOG.exception("message %s could not be built", lease.delivery_id)
            return Reply(Outcome.TEMPORARY, None, NOT_BUILT)
        digest = self._instance.storage.put(message)

        def before_data() -> None:
            outbox.enter_data(
                self._instance.database,
                lease,
                moment=self._clock(),
                message_hash=digest,
                extend=self._lease,
            )

        settings = self._instance.settings
        if settings.smtp_url is None:
            before_data()
            mailbox.write_mail(settings.mail_dir, delivery.message_id, message)
            return Reply(Outcome.ACCEPTED, None, WRITTEN_TO_DISK)
        try:
            server = smtp.Server.from_url(settings.smtp_url)
        except smtp.SmtpUrlError as error:
            return Reply(Outcome.LOCKED_OUT, None, str(error))
        return smtp.send(
            server,
            sender=sender,
            recipient=delivery.recipient,
            message=message,
            before_data=before_data,
        )

    def _prepared(self, lease: Lease) -> tuple[Delivery, str, bytes]:
        """The message with its sender and bytes: those of the first attempt, or built now."""
        with self._instance.database.session() as session:
            delivery = session.get_one(Delivery, lease.delivery_id)
            document = document_of(session.get_one(Revision, delivery.revision_id))
        sender = sender_of(document, self._instance)
        if delivery.message_hash:
            return delivery, sender, self._instance.storage.get(delivery.message_hash)
        envelope = Envelope(
            message_id=delivery.message_id,
            date=delivery.created_at,
            sender=sender,
            recipient=delivery.recipient,
        )
        enclosures = self._enclosures(delivery.revision_id, document)
        return delivery, sender, build_message(document, envelope=envelope, enclosures=enclosures)

    def _enclosures(self, revision_id: int, document: Document) -> Enclosures:
        pages = pages_of(self._instance, revision_id)
        storage = self._instance.storage
        return Enclosures(
            pdf=storage.get(pages.pdf_hash),
            specification=storage.get(pages.specification_hash) if pages.specification_hash else None,
            logo=self._pictures.logo(document.brand.logo, document.brand.colour),
            portrait=self._pictures.portrait(document.cover.manager.portrait),
        )

    def _tell(self, session: Session, delivery: Delivery) -> None:
        """Let the proposal know how its mail fares."""
        proposal = session.get_one(Proposal, delivery.proposal_id, with_for_update=True)
        if delivery.state == DeliveryState.SENT.value and can(Status(proposal.status), Step.DELIVER):
            take_step(proposal, Step.DELIVER)
            session.add(proposal)
        if delivery.state == DeliveryState.QUEUED.value:
            return
        details = {
            "recipient": delivery.recipient,
            "attempt": delivery.attempts,
            "words": delivery.server_words,
            "code": delivery.reply_code,
        }
        if delivery.doubtful:
            details["doubtful"] = True
        record_event(session, proposal, f"mail_{delivery.state}", details=details, at=self._clock())


def sender_of(document: Document, instance: Instance) -> str:
    """The address that mails come from: the brand's, or one of this site."""
    brand = mailable(document.brand.email)
    return brand if brand and brand.isascii() else f"minuta@{instance.settings.trusted_host}"
