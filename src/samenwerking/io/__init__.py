"""Reading and writing our own formats: JSON, and YAML for people who write by hand."""

from typing import TYPE_CHECKING

from samenwerking._lazy import lazy
from samenwerking.io.examples import example, example_bytes, example_names
from samenwerking.io.reader import (
    LoadError,
    ReadResult,
    Source,
    from_dict,
    from_json,
    load,
    read,
    read_source,
)
from samenwerking.io.write import Private, PrivateContent, save, to_dict, to_json

if TYPE_CHECKING:
    from samenwerking.io.side_file import (
        load_private as load_private,
        private_to_dict as private_to_dict,
        read_private as read_private,
        save_private as save_private,
    )

__all__ = [
    "LoadError",
    "Private",
    "PrivateContent",
    "ReadResult",
    "Source",
    "example",
    "example_bytes",
    "example_names",
    "from_dict",
    "from_json",
    "load",
    "load_private",
    "private_to_dict",
    "read",
    "read_private",
    "read_source",
    "save",
    "save_private",
    "to_dict",
    "to_json",
]

# Few need the side files, and they take time to load.
__getattr__ = lazy(__name__, {"side_file": "load_private private_to_dict read_private save_private"})


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
