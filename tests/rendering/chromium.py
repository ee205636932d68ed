"""A real browser with axe-core in the page: what it finds against accessibility.

Chromium comes from the system (``.ci/run`` installs it). axe-core is one file, named by ``TOEZICHT_AXE``
or laid in ``~/.cache/toezicht/axe.min.js``. Where one is missing the test skips, and fails when
``TOEZICHT_VOLLEDIG`` is set.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

_AXE = Path(os.environ.get("TOEZICHT_AXE") or Path.home() / ".cache/toezicht/axe.min.js")
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_RUN = """
axe.run(document, {runOnly: %s, resultTypes: ["violations"]}).then(result => {
  const found = document.createElement("script");
  found.type = "application/json";
  found.id = "axe-uitkomst";
  found.textContent = JSON.stringify({
    dark: getComputedStyle(document.body).backgroundColor,
    width: document.documentElement.clientWidth,
    wider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    passes: result.passes.length,
    violations: result.violations.map(item => ({
      id: item.id, nodes: item.nodes.slice(0, 3).map(node => node.html.slice(0, 200)), help: item.help
    }))
  }).replaceAll("<", "\\\\u003c");
  document.body.append(found);
});
"""
_FOUND = re.compile(r'<script type="application/json" id="axe-uitkomst">(.*?)</script>', re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_DARK = "(prefers-color-scheme: dark)"


def need_browser() -> None:
    """Skip when Chromium or axe is missing; fail where everything must be there."""
    missing = [
        name for name, there in (("chromium", shutil.which("chromium")), ("axe", _AXE.is_file())) if not there
    ]
    if missing and os.environ.get("TOEZICHT_VOLLEDIG"):
        pytest.fail(f"missing: {', '.join(missing)}", pytrace=False)
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")


def look_at(
    page: bytes, folder: Path, *, width: int = 1280, dark: bool = False, paper: bool = False
) -> dict[str, Any]:
    """Return what axe finds on ``page`` at ``width``; ``dark`` makes the dark look the only one.

    The copy that is looked at has no policy, since axe is a script, and where ``dark`` is asked the
    media query for it is always true; so are the rules for paper where ``paper`` is asked.
    """
    html = _POLICY.sub("", page.decode())
    if dark:
        assert _DARK in html
        html = html.replace(_DARK, "(min-width: 1px)")
    if paper:
        html = html.replace("@media screen", "@media speech").replace("@media print", "@media all")
    run = _RUN % json.dumps(list(_TAGS))
    script = f"<script>{_AXE.read_text(encoding='utf-8')}</script><script>{run}</script>"
    copy = folder / "pagina.html"
    copy.write_text(html.replace("</body>", f"{script}</body>"), encoding="utf-8")
    # A window cannot be narrower than 500: a frame can.
    target = copy
    if width < 500:
        target = folder / "telefoon.html"
        target.write_text(_frame(copy, width), encoding="utf-8")
    options = (f"--window-size={max(width, 500)},1200", "--virtual-time-budget=20000", "--timeout=60000")
    match = _FOUND.search(_run(folder, *options, "--dump-dom", target.as_uri()))
    assert match, "axe gave no result"
    found: dict[str, Any] = json.loads(match[1])
    return found


def print_on_paper(page: bytes, folder: Path) -> list[str]:
    """Return the words of every page that Chromium prints of ``page``, which keeps its policy."""
    source, target = folder / "papier.html", folder / "papier.pdf"
    source.write_bytes(page)
    _run(folder, "--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri())
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(target).pages]


def _run(folder: Path, *options: str) -> str:
    """Run Chromium without a window and with a profile in ``folder``; return what it writes."""
    fixed = (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--disable-dev-shm-usage",
        "--allow-file-access-from-files",
        f"--user-data-dir={folder / 'profiel'}",
    )
    done = subprocess.run(
        ["chromium", *fixed, *options], capture_output=True, text=True, check=True, timeout=180
    )
    return done.stdout


def _frame(copy: Path, width: int) -> str:
    """Return a page that shows ``copy`` in a frame of ``width`` and takes over what axe found in it."""
    return f"""<!DOCTYPE html><html lang="nl"><title>telefoon</title>
<iframe id="f" src="{copy.as_uri()}" style="width:{width}px;height:900px;border:0"></iframe>
<script>
const wait = setInterval(() => {{
  const found = document.getElementById("f").contentDocument.getElementById("axe-uitkomst");
  if (found) {{ document.documentElement.append(found.cloneNode(true)); clearInterval(wait); }}
}}, 50);
</script></html>"""
