"""Mails as drafts: a file that any mail program opens, ready for recipients to be added, without sender and date."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from .urls import short_hash


def draft(subject: str, text: str, html: str = "", to: str = "") -> EmailMessage:
    """A message with plain text and, where there is one, the same as HTML. The same words give the same bytes."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())  # a header is one line, whatever a title holds
    if to:
        message["To"] = to
    message["X-Unsent"] = "1"  # Outlook and others open it as a draft
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def draft_bytes(message: EmailMessage, seed: str | bytes) -> bytes:
    """The file of a draft; `seed` tells it from others, for Python would draw the boundary between its parts by lot."""
    message.set_boundary(f"byline-{short_hash(seed)}")
    return message.as_bytes()
