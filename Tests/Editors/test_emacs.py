"""clients/emacs in Emacs without a screen. The tests are ERT's, in emacs/sluice-tests.el."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from editors import HERE, ROOT, absent, holds, need

CLIENT = ROOT / "clients" / "emacs"
TESTS = HERE / "emacs" / "sluice-tests.el"
FOUND = re.findall(r"^\((ert-deftest|sluice-tests--both) (\S+)", TESTS.read_text(), re.MULTILINE)
# With eglot and with lsp-mode.
COUNTS = {
    live: sum(1 if kind == "ert-deftest" else 2 for kind, name in FOUND if name.startswith("live") == live)
    for live in [False, True]
}


@pytest.fixture(scope="session")
def emacs() -> str:
    program = need("emacs", "SLUICE_EMACS", "apt-get install emacs-nox elpa-eglot elpa-lsp-mode")
    clients = "(progn (require 'package) (package-initialize) (require 'eglot) (require 'lsp-mode))"
    if not holds([program, "--batch", "--eval", clients]):
        absent(f"{program} has not both eglot and lsp-mode: its client is not tested; apt-get install elpa-eglot elpa-lsp-mode")
    return program


@pytest.mark.parametrize("kind", ["stand-in", "live"])
def test_emacs(emacs: str, kind: str, request: pytest.FixtureRequest) -> None:
    live = kind == "live"
    environment = request.getfixturevalue("live" if live else "place")
    names = '"^live"' if live else '(not "^live")'
    # Not -Q: Debian's own start-up file says where its packages of Emacs are.
    run = subprocess.run(
        [emacs, "--batch", "-L", str(CLIENT), "-l", str(TESTS), "--eval", f"(ert-run-tests-batch-and-exit '{names})"],
        env=environment, cwd=environment["SLUICE_TEST_FOLDER"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert f"Ran {COUNTS[live]} tests, {COUNTS[live]} results as expected" in run.stderr, run.stderr


def test_it_compiles_without_a_warning(emacs: str, tmp_path: Path) -> None:
    (tmp_path / "sluice.el").write_text((CLIENT / "sluice.el").read_text())
    for expression in ['(batch-byte-compile)', '(checkdoc-file "sluice.el")']:
        run = subprocess.run(
            [emacs, "--batch", "-Q", "--eval", "(setq byte-compile-error-on-warn t)", "--eval", expression, "sluice.el"],
            cwd=tmp_path, capture_output=True, text=True, timeout=600,
        )  # fmt: skip
        assert run.returncode == 0 and not run.stderr, run.stderr
    assert (tmp_path / "sluice.elc").exists()
