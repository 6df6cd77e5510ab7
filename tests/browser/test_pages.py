"""Pages in a real browser: they open without a network, nothing sticks out, and they print on the paper meant."""

import datetime
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import samenwerking as sw
from samenwerking import display
from samenwerking.display import Picture
from samenwerking.vocabulary import Language

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

DAY = datetime.date(2026, 11, 24)
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --hide-scrollbars --host-resolver-rules=MAP\u0020*\u0020~NOTFOUND"
)
MEASURE = """<script>
const fixed = [...document.querySelectorAll("section")].filter(s => getComputedStyle(s).overflowX === "visible");
const out = fixed.filter(s => s.scrollWidth > s.clientWidth + 1);  // a large drawing may scroll
document.documentElement.dataset.sections = document.querySelectorAll("section").length;
document.documentElement.dataset.out = out.length;
document.documentElement.dataset.fetched = performance.getEntriesByType("resource").length;
</script>"""
DRAFT, SHARED = sw.example("draft"), sw.example("shared-goal")


def shared_id() -> str:
    return SHARED.collaborations[0].id


def party_draft(language: Language) -> Picture:
    return display.party_sheet(
        DRAFT, "voorbeeldpolder", "collectief-voorbeeldpolder", language=language, as_of=DAY
    )


PICTURES = {
    "canvas": (lambda: display.canvas(SHARED, shared_id(), as_of=DAY), None),
    "canvas-draft": (lambda: display.canvas(DRAFT, "voorbeeldpolder", as_of=DAY), 2),
    "canvas-en": (lambda: display.canvas(DRAFT, "voorbeeldpolder", language="en", as_of=DAY), 2),
    "blank": (lambda: display.blank_canvas(), 2),
    "blank-shared-goal": (lambda: display.blank_canvas("shared-goal"), 2),
    "conversation": (lambda: display.conversation_sheet(DRAFT, "voorbeeldpolder", as_of=DAY), 1),
    "map": (lambda: display.map(sw.example("deltaplan")), 1),
    "gearbox": (lambda: display.gearbox(sw.diagnose(SHARED, shared_id(), as_of=DAY)), 1),
    "matrix": (lambda: display.type_matrix(SHARED, shared_id(), as_of=DAY), 1),
    "party": (lambda: display.party_sheet(SHARED, shared_id(), "collectief-bedachte-polder", as_of=DAY), 1),
    "party-draft": (lambda: party_draft("nl"), 1),
    "party-draft-en": (lambda: party_draft("en"), 1),
    "canvas-matrix": (lambda: display.canvas_matrix(SHARED, as_of=DAY), 1),
    "coverage-matrix": (lambda: display.coverage_matrix(sw.example("deltaplan"), as_of=DAY), 1),
    "goal-tree": (lambda: display.goal_tree(SHARED, as_of=DAY), 1),
    "canvas-matrix-described": (lambda: display.canvas_matrix(sw.example("deltaplan"), as_of=DAY), 1),
    "report": (lambda: display.report(sw.validate(sw.example("flawed"), as_of=DAY)), None),
    "report-draft": (lambda: display.report(sw.validate(DRAFT, as_of=DAY)), None),
    "atlas": (lambda: display.atlas(sw.example("deltaplan"), as_of=DAY), 1),
}


def saved(picture: Picture, folder: Path) -> Path:
    path = folder / "page.html"
    picture.save(path)
    return path


def browse(path: Path, *wish: str) -> str:
    assert BROWSER
    command = [BROWSER, *re.split(r" (?=--)", QUIET), f"--user-data-dir={path.parent / 'profile'}", *wish]
    done = subprocess.run(
        [*command, path.as_uri()], capture_output=True, text=True, timeout=120, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("name", PICTURES)
def test_it_opens_fetches_nothing_and_nothing_sticks_out(name: str, tmp_path: Path) -> None:
    path = saved(PICTURES[name][0](), tmp_path)
    path.write_text(path.read_text("utf-8").replace("</body>", MEASURE + "</body>"), "utf-8")
    dom = browse(path, "--window-size=1800,1300", "--dump-dom")
    facts = dict(re.findall(r'data-(sections|out|fetched)="(\d+)"', dom))
    assert int(facts["sections"]) >= 1
    assert facts["fetched"] == "0"
    assert facts["out"] == "0"


@pytest.mark.parametrize("name", [name for name, (_, pages) in PICTURES.items() if pages])
def test_it_prints_on_the_pages_meant(name: str, tmp_path: Path) -> None:
    make, pages = PICTURES[name]
    printed = tmp_path / "page.pdf"
    browse(saved(make(), tmp_path), f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) == pages
