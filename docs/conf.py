"""Sphinx configuration. Nothing here needs a network."""

import sys
from pathlib import Path

docs = Path(__file__).resolve().parent
sys.path[:0] = [str(docs), str(docs.parent / "src")]

from pictures import make

import samenwerking

make()  # the gallery shows what the library draws now

project = "samenwerking"
author = "samenwerking contributors"
project_copyright = "samenwerking contributors"
version = release = samenwerking.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
exclude_patterns = ["_build", "_generated", "**.ipynb_checkpoints"]
html_theme = "furo"
html_title = "samenwerking"
html_show_sphinx = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autoclass_content = "class"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_rtype = False

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

nitpicky = True
# Names of other projects (no inventory is fetched), type variables, aliases, and what is not public.
nitpick_ignore_regex = [
    (
        r"py:.*",
        r"(collections|concurrent|contextlib|datetime|decimal|enum|functools|importlib|numbers|os|pathlib"
        r"|types|typing|typing_extensions)\..*",
    ),
    (r"py:.*", r"(attr|attrs|cattrs|hypothesis|networkx|nx|numpy|openpyxl)\b.*"),
    (
        r"py:.*",
        r"(Any|Callable|Columns|Decimal|EntryPoint|IO|Iterable|Iterator|Language|Literal|Mapping|Path|Rows|Self|StrEnum)",
    ),
    (r"py:.*", r"(ValueError|KeyError|TypeError|OSError|ImportError|FileNotFoundError|RuntimeError)"),
    (r"py:.*", r"(bool|bytes|date|dict|float|frozenset|int|list|object|set|str|tuple|type|None)"),
    (r"py:.*", r".*\.(T|K|V|E|R|F)"),
    (r"py:.*", r"(T|K|V|E|R|F)"),
    (r"py:.*", r"(samenwerking\..*\.)?_[A-Za-z_]\w*"),
    (r"py:class", r"samenwerking\.(io\.document\.Document|model\.record\.Problem)"),
]
suppress_warnings = ["ref.python"]  # the builtin "list" and attributes of that name


def _home(app, env, node, contnode):
    """Lead ``samenwerking.validate`` and the like to the package in which it is documented."""
    name = node.get("reftarget", "").rpartition(".")[2]
    home = samenwerking._HOME.get(name)
    if node.get("refdomain") != "py" or home is None:
        return None
    node["reftarget"] = f"samenwerking.{home}.{name}"
    return env.domains["py"].resolve_xref(
        env, node["refdoc"], app.builder, node["reftype"], node["reftarget"], node, contnode
    )


def _sentences(app, what, name, obj, options, lines):
    """Keep a colon in the one sentence of a property from being read as "type: description"."""
    if what in ("property", "attribute"):
        lines[:0] = ["..", ""]


def setup(app):
    """Connect what this configuration adds."""
    app.connect("missing-reference", _home)
    app.connect("autodoc-process-docstring", _sentences, priority=100)
