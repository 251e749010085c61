"""clients/vscode beside a stand-in for the editor. The tests are JavaScript's, in vscode/."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from editors import HERE, ROOT, need

CLIENT = ROOT / "clients" / "vscode"


@pytest.fixture(scope="session")
def node() -> str:
    return need("node", "SLUICE_NODE", "apt-get install nodejs")


@pytest.mark.parametrize("kind", ["stand-in", "live"])
def test_vscode(node: str, kind: str, request: pytest.FixtureRequest) -> None:
    live = kind == "live"
    environment = request.getfixturevalue("live" if live else "place")
    names = "^live" if live else "^(?!live)"
    run = subprocess.run(
        [node, "--test", f"--test-name-pattern={names}", *map(str, sorted((HERE / "vscode").glob("*.test.js")))],
        env=environment, cwd=environment["SLUICE_TEST_FOLDER"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_package_holds_all_that_the_extension_loads(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(CLIENT / "package.py"), str(tmp_path)], check=True, capture_output=True, timeout=60)
    with zipfile.ZipFile(tmp_path / "sluice-0.1.0.vsix") as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("extension/package.json"))
        for name in ["[Content_Types].xml", "extension.vsixmanifest"]:
            ElementTree.fromstring(archive.read(name))
        assert "extension/" + manifest["main"].removeprefix("./") in names
        scripts = [name for name in names if name.endswith(".js")]
        assert len(scripts) > 4
        for name in scripts:
            for required in re.findall(r'require\("(\.[^"]+)"\)', archive.read(name).decode()):
                found = (Path("/") / name).parent.joinpath(required).resolve()
                assert any(str(found) + suffix in ["/" + each for each in names] for suffix in ["", ".js"]), required
