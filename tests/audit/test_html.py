"""The report of an audit in a real browser: Chromium from the distribution, driven by Playwright."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.organisation import Planted
from tests.audit.organisation import audited

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module", params=["en", "fr"])
def report(request: pytest.FixtureRequest, organisation: tuple[Path, Planted]) -> tuple[str, Path]:
    """Return the language and the file of a report."""
    file = organisation[0].parent / f"report-{request.param}.html"
    done = audited(
        organisation[0], "--teams", "teams.csv", "--language", request.param, "--format", "html", "-o", str(file)
    )
    assert done.returncode == 0, done.stderr
    return request.param, file


@pytest.fixture
def opened(browser: Browser, report: tuple[str, Path]) -> Iterator[Page]:
    """Open a report without a network, failing on whatever the page complains of."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
    page.goto(report[1].as_uri())
    yield page
    context.close()
    assert said == []


def test_the_page_holds_all_that_it_needs(report: tuple[str, Path]) -> None:
    """No script, nothing from elsewhere, and a policy that forbids both."""
    text = report[1].read_text("utf-8")

    assert "<script" not in text
    assert re.findall(r"""(?:src|href)=["'](?!#)[^"']*""", text) == []
    assert "default-src 'none'" in text


def test_it_passes_the_automatic_check_of_accessibility(opened: Page) -> None:
    """Every rule of axe that a machine can tell."""
    from axe_playwright_python.sync_playwright import Axe

    # A page that forbids scripts is checked without its policy.
    opened.evaluate("document.querySelector('meta[http-equiv]').remove()")
    found = Axe().run(opened)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_it_fits_the_width_of_a_phone(opened: Page, width: int) -> None:
    """Only tables may be pushed sideways, inside their own frame."""
    opened.set_viewport_size({"width": width, "height": 700})

    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_every_link_of_the_page_leads_somewhere(opened: Page) -> None:
    """From the contents to the sections, and from a note to its rule."""
    links = opened.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")

    assert len(links) > 100
    assert opened.evaluate("hrefs => hrefs.filter(one => !document.querySelector(one))", sorted(set(links))) == []


def test_it_shows_what_was_planted(opened: Page, organisation: tuple[Path, Planted], report: tuple[str, Path]) -> None:
    """The shares, every team in the organisation's own order, the gaps of the tree, and each statement."""
    planted = organisation[1]
    share = f"{planted.change}/{planted.change + planted.work}"
    order = [line.split(",")[0] for line in (organisation[0] / "teams.csv").read_text("utf-8").splitlines()[1:]]
    heat = opened.locator("section:has(#heat) tbody th").all_text_contents()
    marks = opened.locator("section:has(#statements_head) b")
    change = {"en": "change", "fr": "changement"}[report[0]]

    assert share in opened.locator(".shares").inner_text()
    assert heat == order
    assert [text.split(" ·")[0] for text in opened.locator(".team h3").all_text_contents()] == order
    # The orphan, and the two that serve each other.
    assert opened.locator(".tree .gap").count() == planted.orphans + planted.circles
    assert marks.count() == planted.key_results
    assert marks.all_text_contents().count(change) == planted.change
    assert opened.locator("section:has(#moved) .is").count() == planted.moved


def test_names_of_owners_are_left_out_unless_asked_for(
    organisation: tuple[Path, Planted], report: tuple[str, Path]
) -> None:
    """Every document of the organisation names Ines."""
    file = organisation[0].parent / "owners.html"
    done = audited(organisation[0], "--owners", "--format", "html", "-o", str(file))

    assert done.returncode == 0, done.stderr
    assert "Ines" not in report[1].read_text("utf-8")
    assert "Ines" in file.read_text("utf-8")


def test_it_prints(opened: Page) -> None:
    """On paper, with the notes of every statement."""
    paper = opened.pdf(format="A4")

    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) > 5


def test_an_empty_organisation_has_a_page_too(browser: Browser, tmp_path: Path) -> None:
    """It says that nothing was found, and what was passed over."""
    folder = tmp_path / "okrs"
    folder.mkdir()
    file = tmp_path / "report.html"
    done = audited(folder, "--format", "html", "-o", str(file))
    page = browser.new_page()
    page.goto(file.as_uri())

    assert done.returncode == 0
    assert "No OKRs were found here." in page.inner_text("main")
    page.close()


HOSTILE = """# Objective: <script>alert(1)</script> “><img src=x onerror=alert(2)>

- KR: From 3 to 9 <b onmouseover=alert(3)> visits {{ 7 * 7 }} & javascript:alert(4)
"""


def test_what_documents_say_is_shown_and_never_run(browser: Browser, tmp_path: Path) -> None:
    """Markup in a statement, a team or a path is text."""
    folder = tmp_path / "okrs"
    folder.mkdir()
    (folder / "a<img src=x onerror=alert(5)>.md").write_text(HOSTILE, "utf-8")
    file = tmp_path / "report.html"
    assert audited(folder, "--format", "html", "-o", str(file)).returncode == 0
    page = browser.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(file.as_uri())

    assert "{{ 7 * 7 }}" in page.inner_text("main")
    assert page.locator("img, script, b[onmouseover]").count() == 0
    assert said == []
    page.close()
