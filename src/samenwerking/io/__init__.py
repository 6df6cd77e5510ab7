"""Reading and writing our own formats: JSON, and YAML for people who write by hand."""

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
    "read",
    "read_source",
    "save",
    "to_dict",
    "to_json",
]
