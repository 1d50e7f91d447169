"""The text of a mail: its own words, not its attachments; its subject, sender and day.

A mail that was forwarded as an attachment is read with the one that carries it, to some depth: in a newsroom
the report is as often in the former as in the latter.
"""

from __future__ import annotations

import email.policy
import email.utils
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage, MIMEPart
from typing import Any, Final, cast

from summariser.papers.found import Found, Refused, clean, label

_DEEPEST: Final = 3
"""So many mails within one another are read."""
_MOST_PARTS: Final = 1_000
_MOST_LAYERS: Final = 50
_LONGEST_NAME: Final = 60
_NAMED: Final = 5


@dataclass
class _Seen:
    texts: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    parts: int = 0
    too_deep: int = 0


def read(data: bytes) -> Found:
    """The text, or where there is only HTML that.

    Raises:
        Refused: There is too much in it.
    """
    start = data.lstrip(b"\xef\xbb\xbf\r\n")
    if start.startswith(b"From "):
        start = start.partition(b"\n")[2]
    mail = email.message_from_bytes(start, policy=email.policy.default)
    seen = _Seen()
    _look(mail, seen, mails=1, layers=0)
    # Texts of HTML alone are for the reader of web pages; beside plain text HTML says the same again.
    html = "\n".join(seen.html) if seen.html and not seen.texts else None
    return Found(
        text=clean("\n\n".join(seen.texts)),
        html=clean(html) if html else None,
        title=label(_header(mail, "subject")),
        source=_sender(mail),
        published=_day(_header(mail, "date")),
        unread=tuple(_told_of(seen)),
    )


def _look(part: MIMEPart, seen: _Seen, *, mails: int, layers: int) -> None:
    seen.parts += 1
    if seen.parts > _MOST_PARTS or layers > _MOST_LAYERS:
        raise Refused("large")
    kind = part.get_content_type()
    if kind == "message/rfc822":
        if mails >= _DEEPEST:
            seen.too_deep += 1
            return
        for inner in _parts(part):
            _look(inner, seen, mails=mails + 1, layers=layers + 1)
    elif kind == "multipart/alternative":
        _look(_best(part), seen, mails=mails, layers=layers + 1)
    elif part.is_multipart():
        for inner in _parts(part):
            _look(inner, seen, mails=mails, layers=layers + 1)
    elif kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
        (seen.texts if kind == "text/plain" else seen.html).append(_text(part))
    else:
        seen.attachments.append(_called(part, kind))


def _parts(part: MIMEPart) -> list[MIMEPart]:
    payload = part.get_payload()
    return (
        [p for p in cast(list[Any], payload) if isinstance(p, MIMEPart)] if isinstance(payload, list) else []
    )


def _best(part: MIMEPart) -> MIMEPart:
    """Of parts that say the same, the plain one that says something, else the last, which is the richest."""
    parts = _parts(part)
    if not parts:
        return EmailMessage()
    plain = [p for p in parts if p.get_content_type() == "text/plain" and _text(p).strip()]
    return plain[0] if plain else parts[-1]


def _text(part: MIMEPart) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    text = _decoded(raw, part.get_content_charset())
    is_flowed = str(part.get_param("format", "")).lower() == "flowed"
    return "".join(_unflowed(text)) if is_flowed else text.replace("\r\n", "\n").strip("\n")


def _decoded(raw: bytes, charset: str | None) -> str:
    """The text in its declared encoding; in UTF-8 or Windows-1252 where that is missing or wrong."""
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            if encoding:
                return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("utf-8", "replace")


def _unflowed(text: str) -> Iterator[str]:
    """Lines that were broken for the mail alone (RFC 3676) whole again."""
    for line in text.replace("\r\n", "\n").strip("\n").split("\n"):
        line = line.removeprefix(" ")  # noqa: PLW2901 - a blank that was stuffed in
        yield line if line.endswith(" ") and line != "-- " else f"{line}\n"


def _header(mail: MIMEPart, name: str) -> str:
    try:
        return str(mail.get(name) or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # what the parser raises for broken ones
        return ""


def _sender(mail: MIMEPart) -> str | None:
    """The sender's name, else the address."""
    try:
        first = mail["from"].addresses[0]
        return label(first.display_name or first.addr_spec)
    except (ValueError, IndexError, AttributeError, TypeError):
        return label(email.utils.parseaddr(_header(mail, "from"))[1])


def _day(value: str) -> str | None:
    """The day as the sender had it: its "today"."""
    try:
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _called(part: MIMEPart, kind: str) -> str:
    try:
        given = str(part.get_filename() or "")
        name = label("".join(c if c.isprintable() else " " for c in given))
    except (ValueError, IndexError, AttributeError, TypeError):
        name = None
    return f"{name[:_LONGEST_NAME]} ({kind})" if name else kind


def _told_of(seen: _Seen) -> Iterator[str]:
    if seen.attachments:
        names = ", ".join(seen.attachments[:_NAMED]) + (", ..." if len(seen.attachments) > _NAMED else "")
        many = (
            f"{len(seen.attachments)} attachments were" if len(seen.attachments) > 1 else "1 attachment was"
        )
        yield f"{many} not read: {names}"
    if seen.too_deep:
        yield f"Mails within mails were read to a depth of {_DEEPEST}: {seen.too_deep} below that were not"
    if seen.texts and seen.html:
        yield "Parts in HTML beside the plain text were not read"
