"""Who may know whom: the contracts of pyproject.toml, held with every test run."""

import pytest
from importlinter.cli import lint_imports

from tests.architecture.our_files import ROOT


def test_every_import_contract_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0, capsys.readouterr().out
