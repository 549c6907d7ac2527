"""Batches: rows of one algorithm, run as Processing's dialog does."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from algorithms import algorithm, raster
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider", "fake_worker")


class Dialog:
    """One dialog: each row is a run of its algorithm, with a context of its own."""

    def __init__(self, name: str, is_batch: bool = True) -> None:
        self._algorithm = algorithm(name)
        self._log, self._is_batch = QgsProcessingFeedback(), is_batch
        self.start()

    def start(self) -> None:
        """Begin to run rows, anew or for the first time."""
        many = QgsProcessingMultiStepFeedback(2, self._log)
        self._feedback = many if self._is_batch else self._log

    def run(self, sar: list[str], output: Any, **others: Any) -> dict[str, Any]:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        output = QgsProcessingOutputLayerDefinition(output, None)  # not loaded
        parameters = {"SAR": sar, "OUTPUT": output, **others}
        outputs, ok = self._algorithm.run(
            parameters, context, self._feedback, catchExceptions=False
        )
        assert ok
        return outputs


def rasters(folder: Path) -> list[list[str]]:
    """Two SAR files, of which the fake worker makes different footprints."""
    pairs = [raster(folder, "first"), raster(folder, "second")]
    for [sar], text in zip(pairs, (b"first", b"second")):
        Path(sar).with_suffix(".gpkg").write_bytes(text)
    return pairs


def test_rows_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first, second = rasters(tmp_path)
    out = tmp_path / "out.gpkg"
    batch = Dialog("extract")
    batch.run(first, str(out))
    with pytest.raises(QgsProcessingException, match="An earlier row of this batch"):
        batch.run(second, str(out))
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(QgsProcessingException, match="row of this batch"):
        batch.run(second, str(tmp_path / "link" / "out.gpkg"))
    assert out.read_bytes() == b"first"
    batch.run(second, str(tmp_path / "other.gpkg"))
    batch.start()
    batch.run(second, str(out))
    assert out.read_bytes() == b"second"


def test_a_row_may_write_what_a_failed_one_did_not(tmp_path: Path) -> None:
    first, _ = rasters(tmp_path)
    batch = Dialog("extract")
    with pytest.raises(QgsProcessingException):
        batch.run(raster(tmp_path, "crash"), str(tmp_path / "out.gpkg"))
    batch.run(first, str(tmp_path / "out.gpkg"))


@pytest.mark.parametrize("output", [QgsProcessing.TEMPORARY_OUTPUT, "memory:", "memory:name"])
def test_temporary_outputs_of_one_name_are_files_of_their_own(tmp_path: Path, output: str) -> None:
    batch = Dialog("extract")
    files = [batch.run(sar, output)["OUTPUT"] for sar in rasters(tmp_path)]
    assert [Path(file).read_bytes() for file in files] == [b"first", b"second"]
    for file in files:
        shutil.rmtree(Path(file).parent)


def test_the_dialog_of_one_run_may_repeat_it(tmp_path: Path) -> None:
    first, second = rasters(tmp_path)
    single = Dialog("extract", is_batch=False)
    single.run(first, str(tmp_path / "out.gpkg"))
    single.run(second, str(tmp_path / "out.gpkg"))
    assert (tmp_path / "out.gpkg").read_bytes() == b"second"
