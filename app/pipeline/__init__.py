"""The one path as use cases: brief → offer → document → pages → delivery. Every door calls these."""

from app.pipeline.drafts import Draft, SentAlreadyError, copy, read_draft, revise, save_draft
from app.pipeline.offers import build_offer, evaluate, open_problems
from app.pipeline.sending import Created, Preview, create, preview, resend, send

__all__ = [
    "Created",
    "Draft",
    "Preview",
    "SentAlreadyError",
    "build_offer",
    "copy",
    "create",
    "evaluate",
    "open_problems",
    "preview",
    "read_draft",
    "resend",
    "revise",
    "save_draft",
    "send",
]
