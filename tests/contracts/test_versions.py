"""One version, wherever it stands."""

import re
from importlib import metadata
from pathlib import Path

import pytest
import yaml

import draagkracht

KINDS = {"added", "changed", "fixed", "model"}


def test_the_installed_package_has_the_version_of_the_source() -> None:
    assert metadata.version("draagkracht") == draagkracht.__version__


def test_the_citation_has_the_version_of_the_source(checkout: Path) -> None:
    citation = yaml.safe_load((checkout / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == draagkracht.__version__
    assert citation["license"] == "EUPL-1.2"


def test_the_changelog_begins_with_the_version_of_the_source(checkout: Path) -> None:
    text = (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", text, flags=re.MULTILINE)
    assert versions[0] == draagkracht.__version__


def test_every_changelog_fragment_has_a_known_kind(checkout: Path) -> None:
    fragments = fragments_of(checkout)
    assert {path.name for path in fragments if path.suffixes[-2].lstrip(".") not in KINDS} == set()


def test_a_changed_model_number_comes_with_its_size(checkout: Path) -> None:
    vague = {
        path.name
        for path in fragments_of(checkout)
        if ".model." in path.name and len(re.findall(r"\d", path.read_text(encoding="utf-8"))) < 2
    }
    assert vague == set()


def fragments_of(checkout: Path) -> list[Path]:
    return [path for path in (checkout / "changelog.d").glob("*.md") if path.name != "README.md"]


def test_both_copies_of_the_licence_are_the_whole_eupl(checkout: Path) -> None:
    text = (checkout / "LICENSE").read_text(encoding="utf-8")
    assert text == (checkout / "LICENSES/EUPL-1.2.txt").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    articles = re.findall(r"^(\d+)\.", text, flags=re.MULTILINE)
    assert articles == [str(number) for number in range(1, 16)]
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_publiccode_keeps_to_its_standard(checkout: Path, language: str) -> None:
    about = yaml.safe_load((checkout / "publiccode.yml").read_text(encoding="utf-8"))
    assert about["publiccodeYmlVersion"] == "0.7"
    mandatory = {"name", "url", "platforms", "developmentStatus", "softwareType", "description"}
    mandatory |= {"legal", "maintenance", "localisation", "publiccodeYmlVersion"}
    assert mandatory <= set(about)
    assert set(about) - mandatory <= {"categories", "intendedAudience", "dependsOn"}
    assert about["developmentStatus"] == "development"
    assert about["legal"]["license"] == "EUPL-1.2"
    described = about["description"][language]
    assert len(described["shortDescription"]) <= 150
    assert 150 <= len(described["longDescription"]) <= 10_000
    assert len(described["features"]) >= 5
