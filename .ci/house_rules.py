"""Rules of the house that no linter knows: sizes, ratios, and what must not be committed."""

import ast
import re
import subprocess
import sys
from pathlib import Path

LONGEST_MODULE = 400
TESTS_PER_LINE, DOCS_PER_LINE = 1.2, 0.4
LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "package-lock.json"}
# Written in pieces, so that this file does not find itself.
FORBIDDEN = {
    "names a package index": re.compile("--(extra-)?" + "index-url"),
    "reaches outside the project": re.compile(r"\.\./" + "shared"),
    "holds an absolute path": re.compile(r"(?<![\w.:/])/(home|root|work|Users)/" + r"\w"),
}


def tracked() -> list[Path]:
    """Return the files that git tracks."""
    listed = subprocess.run(["git", "ls-files", "-z"], check=True, capture_output=True, text=True).stdout
    return [Path(name) for name in listed.split("\0") if name]


def lines(files: list[Path]) -> int:
    """Return how many lines are not blank."""
    return sum(bool(line.strip()) for file in files for line in file.read_text("utf-8").splitlines())


def code_lines(files: list[Path]) -> int:
    """Return how many lines of code there are: no blank lines, comments or docstrings, which are docs."""
    return sum(map(_code_lines, files))


def _code_lines(file: Path) -> int:
    text = file.read_text("utf-8")
    documented: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            documented.update(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    return sum(
        bool(line.strip()) and not line.strip().startswith("#") and number not in documented
        for number, line in enumerate(text.splitlines(), start=1)
    )


def main() -> int:
    """Print what breaks a rule; return whether anything does."""
    files = tracked()
    wrong = [f"{file}: a lock file" for file in files if file.name in LOCKS]
    for file in files:
        try:
            text = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        wrong += [f"{file}: {what}" for what, pattern in FORBIDDEN.items() if pattern.search(text)]
        if file.parts[0] == "src" and file.suffix == ".py" and len(text.splitlines()) > LONGEST_MODULE:
            wrong.append(f"{file}: longer than {LONGEST_MODULE} lines")
    code = code_lines([file for file in files if file.parts[0] == "src" and file.suffix == ".py"])
    tests = code_lines([file for file in files if file.parts[0] == "tests" and file.suffix == ".py"])
    docs = lines([file for file in files if file.suffix in (".md", ".rst", ".ipynb")])
    print(f"code {code} lines; tests {tests} ({tests / code:.2f}); docs {docs} ({docs / code:.2f})")
    if tests < TESTS_PER_LINE * code:
        wrong.append(f"fewer than {TESTS_PER_LINE} lines of tests per line of code")
    if docs < DOCS_PER_LINE * code:
        wrong.append(f"fewer than {DOCS_PER_LINE} lines of docs per line of code")
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
