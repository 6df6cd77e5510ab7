"""Records with an id, and the sources that stand behind them."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import attrs
from attrs.converters import optional

from samenwerking.model.dates import Date, as_optional_date
from samenwerking.model.extra import EMPTY, Extra, as_extra
from samenwerking.model.plan import LAST, PARTY, ref
from samenwerking.model.record import Problem, Record, as_id, as_tuple
from samenwerking.vocabulary import Confidence


def check_address(name: str, address: str) -> Iterator[Problem]:
    """Yield a problem if a text cannot be followed as a web address.

    Args:
        name: The attribute it stands in.
        address: The text; empty is fine.

    Yields:
        At most one problem.
    """
    if address:
        try:
            parts = urlsplit(address)
        except ValueError:
            parts = None
        if not parts or parts.scheme not in ("http", "https") or not parts.netloc or " " in address:
            yield Problem("SAM129", (name,), {"value": address})


@attrs.frozen(kw_only=True, repr=False)
class Source(Record):
    """Where a statement was found.

    Args:
        address: Web address of the page; only if it is completely known.
        host: Host of the page, where the rest of the address is not known.
        title: What the page or document is called, or what it is.
        complete: Whether the source can be looked up with what is given.
        seen: When it was looked at.
        confidence: How firmly it carries the statement.

    Raises:
        InvalidRecord: If nothing is given, or an address that is not complete.

    Example:
        >>> Source(host="iucn.nl", title="news item", complete=False).address
        ''
    """

    address: str = ""
    host: str = ""
    title: str = ""
    complete: bool = True
    seen: Date | None = attrs.field(default=None, converter=as_optional_date)
    confidence: Confidence | None = attrs.field(default=None, converter=optional(Confidence))

    def contradictions(self) -> Iterator[Problem]:
        """Yield what keeps a source from being looked up."""
        yield from check_address("address", self.address)
        if not (self.address or self.host or self.title):
            yield Problem("SAM127", (), {})
        if self.address and not self.complete:
            yield Problem("SAM126", ("address",), {"address": self.address})


@attrs.frozen(kw_only=True, repr=False)
class Confirmation(Record):
    """Who confirmed what a record says, and when.

    Args:
        by: The organization or collaboration that confirmed it.
        on: The day.

    Example:
        >>> Confirmation(by="waterschap-x", on="2026-03-01").on.iso
        '2026-03-01'
    """

    by: str = attrs.field(converter=as_id, metadata=ref(*PARTY))
    on: Date | None = attrs.field(default=None, converter=as_optional_date)


@attrs.frozen(kw_only=True, repr=False)
class Identified(Record):
    """Base of the records that have an id, unique in the portfolio.

    Args:
        id: Short stable name, such as ``waterschap-x``; without square brackets.
        note: A remark for the reader.
        sources: Where the facts were found.
        confirmed: Who confirmed them, and when.
        extra: Keys beginning with ``x-`` of other tools; kept as they are.
    """

    id: str = attrs.field()
    note: str = attrs.field(default="", metadata=LAST)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=as_tuple, metadata=LAST)
    confirmed: Confirmation | None = attrs.field(default=None, metadata=LAST)
    extra: Extra = attrs.field(default=EMPTY, converter=as_extra, metadata=LAST)
