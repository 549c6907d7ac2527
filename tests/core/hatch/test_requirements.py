"""The list of libraries, which stands in core/requirements.txt alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.hatch import requirements


def test_modules_are_those_of_the_requirements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {"torch", "rasterio", "safetensors"} <= set(requirements.required_modules())
    path = tmp_path / "requirements.txt"
    path.write_text("# A comment.\ntorch==2.0\nnumpy>=1.26,<3  # why\ntqdm>=4\n\nshapely")
    monkeypatch.setattr(requirements, "REQUIREMENTS", path)
    assert requirements.required_modules() == ["torch", "numpy", "shapely"]
    assert requirements.torch_requirement() == "torch==2.0"
    digest = requirements.requirements_digest()
    path.write_text("torch==2.0\nnumpy>=1.26,<3\ntqdm>=4\nshapely\n")
    assert requirements.requirements_digest() == digest
