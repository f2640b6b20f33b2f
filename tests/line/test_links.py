"""Every link and every anchor of both sites leads somewhere, from one edition to the other too."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.clone import EDITIONS, pages

LYCHEE = Path(sys.executable).with_name("lychee")


def dead_links(site: Path, addresses: dict[str, Path]) -> list[str]:
    """Return what lychee says of links that lead nowhere. `addresses` are hosts that stand for a folder."""
    remaps = [f"--remap={address}(/.*)? file://{folder}$1" for address, folder in addresses.items()]
    found = subprocess.run(
        [
            *(LYCHEE, "--offline", "--no-progress", "--include-fragments", "--index-files", "index.html"),
            *("--format", "detailed", "--root-dir", site, *remaps, *pages(site)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode in (0, 2), found.stderr
    assert " 0 Total" not in found.stdout
    lines = found.stdout.splitlines()
    return [line.strip() for line in lines if line.strip().startswith(("[ERROR]", "[404]", "[4", "[5"))]


@pytest.fixture
def addresses(clone: Path, built_sites: Path) -> dict[str, Path]:
    """The address of each edition, and the folder that holds it here."""
    config = yaml.safe_load((clone / "site_config.yml").read_text(encoding="utf-8"))
    return {config["addresses"][edition]: built_sites / edition for edition in EDITIONS}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_link_and_anchor_leads_somewhere(edition: str, built_sites: Path, addresses: dict[str, Path]) -> None:
    assert dead_links(built_sites / edition, addresses) == []


def test_facilitators_are_led_to_what_participants_see(built_sites: Path, addresses: dict[str, Path]) -> None:
    participants, facilitators = addresses
    both = {
        edition: "".join(p.read_text(encoding="utf-8") for p in pages(built_sites / edition)) for edition in EDITIONS
    }
    assert f'<a href="{participants}/' in both["facilitator"]
    assert facilitators not in both["participant"]


SEEDS = {
    "a page": '<a href="../weg/">x</a>',
    "a page from the root": '<a href="/weg/">x</a>',
    "an anchor of this page": '<a href="#weg">x</a>',
    "an anchor of another page": '<a href="../privacy/#weg">x</a>',
    "an image": '<img src="../media/weg.svg" alt="x">',
    "a book": '<a href="../structureren-kun-je-leren/weg.pdf">x</a>',
    "a page of the other edition": '<a href="{participant}/weg/">x</a>',
    "an anchor of the other edition": '<a href="{participant}/privacy/#weg">x</a>',
}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_link_that_leads_nowhere_is_found(
    seed: str, built_sites: Path, addresses: dict[str, Path], tmp_path: Path
) -> None:
    site = shutil.copytree(built_sites / "facilitator", tmp_path / "site")
    page = site / "contact/index.html"
    link = SEEDS[seed].format(participant=next(iter(addresses)))
    page.write_text(page.read_text(encoding="utf-8").replace("</h1>", f"</h1>{link}", 1), encoding="utf-8")
    found = dead_links(site, addresses)
    assert len(found) == 1
    assert "weg" in found[0]
