"""first tables."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision: str = '0001'
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


# A sent revision never changes, whoever writes to the database.
SQLITE_FREEZE = """CREATE TRIGGER revision_frozen BEFORE UPDATE ON revision FOR EACH ROW WHEN OLD.sent_at IS NOT NULL AND (OLD.proposal_id IS NOT NEW.proposal_id OR OLD.number IS NOT NEW.number OR OLD.document IS NOT NEW.document OR OLD.document_hash IS NOT NEW.document_hash OR OLD.catalogue IS NOT NEW.catalogue OR OLD.catalogue_version IS NOT NEW.catalogue_version OR OLD.theme IS NOT NEW.theme OR OLD.theme_version IS NOT NEW.theme_version OR OLD.total_minor IS NOT NEW.total_minor OR OLD.currency IS NOT NEW.currency OR OLD.valid_until IS NOT NEW.valid_until OR OLD.sent_at IS NOT NEW.sent_at OR (OLD.pdf_hash IS NOT NULL AND OLD.pdf_hash IS NOT NEW.pdf_hash) OR (OLD.specification_hash IS NOT NULL AND OLD.specification_hash IS NOT NEW.specification_hash) OR OLD.brief IS NOT NEW.brief) BEGIN SELECT RAISE(ABORT, 'a sent revision never changes'); END"""
POSTGRESQL_FREEZE_FUNCTION = """CREATE OR REPLACE FUNCTION revision_frozen() RETURNS trigger AS $body$
BEGIN RAISE EXCEPTION 'a sent revision never changes' USING ERRCODE = 'integrity_constraint_violation'; END
$body$ LANGUAGE plpgsql"""
POSTGRESQL_FREEZE = """CREATE TRIGGER revision_frozen BEFORE UPDATE ON revision FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL AND (OLD.proposal_id IS DISTINCT FROM NEW.proposal_id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.document IS DISTINCT FROM NEW.document OR OLD.document_hash IS DISTINCT FROM NEW.document_hash OR OLD.catalogue IS DISTINCT FROM NEW.catalogue OR OLD.catalogue_version IS DISTINCT FROM NEW.catalogue_version OR OLD.theme IS DISTINCT FROM NEW.theme OR OLD.theme_version IS DISTINCT FROM NEW.theme_version OR OLD.total_minor IS DISTINCT FROM NEW.total_minor OR OLD.currency IS DISTINCT FROM NEW.currency OR OLD.valid_until IS DISTINCT FROM NEW.valid_until OR OLD.sent_at IS DISTINCT FROM NEW.sent_at OR (OLD.pdf_hash IS NOT NULL AND OLD.pdf_hash IS DISTINCT FROM NEW.pdf_hash) OR (OLD.specification_hash IS NOT NULL AND OLD.specification_hash IS DISTINCT FROM NEW.specification_hash) OR OLD.brief::text IS DISTINCT FROM NEW.brief::text)) EXECUTE FUNCTION revision_frozen()"""


def upgrade() -> None:
    op.create_table('catalogue',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('published', sa.Integer(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('catalogue', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_catalogue_key'), ['key'], unique=True)

    op.create_table('company',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('tax_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('tax_key', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('industry', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('city', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('country', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('seen_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('company', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_company_name_key'), ['name_key'], unique=False)
        batch_op.create_index(batch_op.f('ix_company_seen_at'), ['seen_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_company_tax_key'), ['tax_key'], unique=False)

    op.create_table('login_failure',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('login_failure', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_login_failure_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_login_failure_subject'), ['subject'], unique=False)

    op.create_table('number_counter',
    sa.Column('prefix', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('prefix')
    )
    op.create_table('outbox_pause',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('reply_code', sa.Integer(), nullable=True),
    sa.Column('server_words', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('page_pictures',
    sa.Column('pdf_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('width', sa.Integer(), nullable=False),
    sa.Column('hashes', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('pdf_hash', 'width')
    )
    op.create_table('proposal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(length=5), nullable=False),
    sa.Column('catalogue', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('manager_id', sa.Integer(), nullable=True),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('contact_id', sa.Integer(), nullable=True),
    sa.Column('company', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('contact', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('search_text', sa.Text(), nullable=False),
    sa.Column('draft', sa.JSON(), nullable=True),
    sa.Column('draft_revision', sa.Integer(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('total_minor', sa.BigInteger(), nullable=True),
    sa.Column('currency', sqlmodel.sql.sqltypes.AutoString(length=3), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=True),
    sa.Column('call_started_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('call_seconds', sa.Integer(), nullable=True),
    sa.Column('public_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('proposal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_proposal_catalogue'), ['catalogue'], unique=False)
        batch_op.create_index(batch_op.f('ix_proposal_company_id'), ['company_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_proposal_contact_id'), ['contact_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_proposal_created_at'), ['created_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_proposal_manager_id'), ['manager_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_proposal_number'), ['number'], unique=True)
        batch_op.create_index(batch_op.f('ix_proposal_public_hash'), ['public_hash'], unique=True)
        batch_op.create_index(batch_op.f('ix_proposal_status'), ['status'], unique=False)
        batch_op.create_index(batch_op.f('ix_proposal_updated_at'), ['updated_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_proposal_valid_until'), ['valid_until'], unique=False)

    op.create_table('rendered_pages',
    sa.Column('document_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('theme_version', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pdf_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('density', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('grouped', sa.Boolean(), nullable=False),
    sa.Column('problems', sa.JSON(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('document_hash', 'theme_version')
    )
    with op.batch_alter_table('rendered_pages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rendered_pages_pdf_hash'), ['pdf_hash'], unique=False)

    op.create_table('user_account',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('names', sa.JSON(), nullable=False),
    sa.Column('positions', sa.JSON(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(length=50), nullable=False),
    sa.Column('portrait', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(length=8), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
    sa.Column('password_hash', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('session_epoch', sa.Integer(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('user_account', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_user_account_email'), ['email'], unique=True)

    op.create_table('catalogue_version',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('catalogue_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('filename', sqlmodel.sql.sqltypes.AutoString(length=255), nullable=False),
    sa.Column('source_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('workbook_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('item_count', sa.Integer(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('warnings', sa.JSON(), nullable=False),
    sa.Column('files', sa.JSON(), nullable=False),
    sa.Column('calculation', sa.JSON(), nullable=True),
    sa.Column('created_by', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('published_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('published_by', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.ForeignKeyConstraint(['catalogue_id'], ['catalogue.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('catalogue_id', 'number')
    )
    with op.batch_alter_table('catalogue_version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_catalogue_version_catalogue_id'), ['catalogue_id'], unique=False)

    op.create_table('contact',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('company_id', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('name_key', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('email_key', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('phone_key', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('seen_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('contact', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contact_company_id'), ['company_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_contact_email_key'), ['email_key'], unique=False)
        batch_op.create_index(batch_op.f('ix_contact_phone_key'), ['phone_key'], unique=False)
        batch_op.create_index(batch_op.f('ix_contact_seen_at'), ['seen_at'], unique=False)

    op.create_table('event',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=True),
    sa.Column('what', sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('by', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('details', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_event_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_proposal_id'), ['proposal_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_what'), ['what'], unique=False)

    op.create_table('revision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('brief', sa.JSON(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('document_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('catalogue', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('catalogue_version', sa.Integer(), nullable=False),
    sa.Column('theme', sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
    sa.Column('theme_version', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('pdf_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True),
    sa.Column('specification_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True),
    sa.Column('total_minor', sa.BigInteger(), nullable=False),
    sa.Column('currency', sqlmodel.sql.sqltypes.AutoString(length=3), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=False),
    sa.Column('changes', sa.JSON(), nullable=False),
    sa.Column('manager_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('sent_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('proposal_id', 'number')
    )
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_revision_document_hash'), ['document_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_revision_proposal_id'), ['proposal_id'], unique=False)

    op.create_table('basket',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('proposal', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('contact_id', sa.Integer(), nullable=True),
    sa.Column('catalogue', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('industry', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('offered_on', sa.Date(), nullable=False),
    sa.Column('outcome', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('skus', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], ),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('proposal')
    )
    with op.batch_alter_table('basket', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_basket_catalogue'), ['catalogue'], unique=False)
        batch_op.create_index(batch_op.f('ix_basket_company_id'), ['company_id'], unique=False)

    op.create_table('catalogue_item',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('sku', sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['version_id'], ['catalogue_version.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('version_id', 'sku')
    )
    with op.batch_alter_table('catalogue_item', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_catalogue_item_version_id'), ['version_id'], unique=False)

    op.create_table('delivery',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.Column('message_id', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('recipient', sqlmodel.sql.sqltypes.AutoString(length=320), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('message_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_attempt_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('lease_token', sqlmodel.sql.sqltypes.AutoString(length=40), nullable=True),
    sa.Column('lease_until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('in_data', sa.Boolean(), nullable=False),
    sa.Column('doubtful', sa.Boolean(), nullable=False),
    sa.Column('reply_code', sa.Integer(), nullable=True),
    sa.Column('server_words', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('first_attempt_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('sent_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], ),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('key'),
    sa.UniqueConstraint('message_id')
    )
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_delivery_lease_until'), ['lease_until'], unique=False)
        batch_op.create_index(batch_op.f('ix_delivery_next_attempt_at'), ['next_attempt_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_delivery_proposal_id'), ['proposal_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_delivery_revision_id'), ['revision_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_delivery_state'), ['state'], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        op.get_bind().exec_driver_sql(SQLITE_FREEZE)
    else:
        op.get_bind().exec_driver_sql(POSTGRESQL_FREEZE_FUNCTION)
        op.get_bind().exec_driver_sql(POSTGRESQL_FREEZE)


def downgrade() -> None:
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_delivery_state'))
        batch_op.drop_index(batch_op.f('ix_delivery_revision_id'))
        batch_op.drop_index(batch_op.f('ix_delivery_proposal_id'))
        batch_op.drop_index(batch_op.f('ix_delivery_next_attempt_at'))
        batch_op.drop_index(batch_op.f('ix_delivery_lease_until'))

    op.drop_table('delivery')
    with op.batch_alter_table('catalogue_item', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_catalogue_item_version_id'))

    op.drop_table('catalogue_item')
    with op.batch_alter_table('basket', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_basket_company_id'))
        batch_op.drop_index(batch_op.f('ix_basket_catalogue'))

    op.drop_table('basket')
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_revision_proposal_id'))
        batch_op.drop_index(batch_op.f('ix_revision_document_hash'))

    op.drop_table('revision')
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_event_what'))
        batch_op.drop_index(batch_op.f('ix_event_proposal_id'))
        batch_op.drop_index(batch_op.f('ix_event_at'))

    op.drop_table('event')
    with op.batch_alter_table('contact', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_contact_seen_at'))
        batch_op.drop_index(batch_op.f('ix_contact_phone_key'))
        batch_op.drop_index(batch_op.f('ix_contact_email_key'))
        batch_op.drop_index(batch_op.f('ix_contact_company_id'))

    op.drop_table('contact')
    with op.batch_alter_table('catalogue_version', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_catalogue_version_catalogue_id'))

    op.drop_table('catalogue_version')
    with op.batch_alter_table('user_account', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_user_account_email'))

    op.drop_table('user_account')
    with op.batch_alter_table('rendered_pages', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_rendered_pages_pdf_hash'))

    op.drop_table('rendered_pages')
    with op.batch_alter_table('proposal', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_proposal_valid_until'))
        batch_op.drop_index(batch_op.f('ix_proposal_updated_at'))
        batch_op.drop_index(batch_op.f('ix_proposal_status'))
        batch_op.drop_index(batch_op.f('ix_proposal_public_hash'))
        batch_op.drop_index(batch_op.f('ix_proposal_number'))
        batch_op.drop_index(batch_op.f('ix_proposal_manager_id'))
        batch_op.drop_index(batch_op.f('ix_proposal_created_at'))
        batch_op.drop_index(batch_op.f('ix_proposal_contact_id'))
        batch_op.drop_index(batch_op.f('ix_proposal_company_id'))
        batch_op.drop_index(batch_op.f('ix_proposal_catalogue'))

    op.drop_table('proposal')
    op.drop_table('page_pictures')
    op.drop_table('outbox_pause')
    op.drop_table('number_counter')
    with op.batch_alter_table('login_failure', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_login_failure_subject'))
        batch_op.drop_index(batch_op.f('ix_login_failure_at'))

    op.drop_table('login_failure')
    with op.batch_alter_table('company', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_company_tax_key'))
        batch_op.drop_index(batch_op.f('ix_company_seen_at'))
        batch_op.drop_index(batch_op.f('ix_company_name_key'))

    op.drop_table('company')
    with op.batch_alter_table('catalogue', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_catalogue_key'))

    op.drop_table('catalogue')

    if op.get_bind().dialect.name != "sqlite":
        op.get_bind().exec_driver_sql("DROP FUNCTION IF EXISTS revision_frozen()")
