"""The picture of an online layer: blocks that QGIS has drawn, as bytes; the network's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterBlock, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QObject, QSize, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtNetwork import QNetworkProxy

SIZE = 1200, 700  # two blocks


class DrawnBlock(QObject):
    """What QGIS draws for a block: one colour."""

    finished = pyqtSignal()
    colour = QColor(10, 20, 30, 40)

    def __init__(self, settings: Any) -> None:
        super().__init__()
        self._size = settings.size

    def start(self) -> None:
        QTimer.singleShot(0, self.finished.emit)

    def errors(self) -> list[Any]:
        return []

    def renderedImage(self) -> QImage:  # noqa: N802
        image = QImage(self._size, QImage.Format.Format_ARGB32)
        image.fill(self.colour)
        return image


class Settings(QObject):
    """The settings of a map, of which the size matters."""

    def setOutputSize(self, size: QSize) -> None:  # noqa: N802
        self.size = QSize(size)

    def __getattr__(self, name: str) -> Any:
        return lambda *_: None


@pytest.fixture
def blocks(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The bytes of the blocks of bands that are written."""
    from cmhcl_footprints.cmhcl_plugin.online import picture_file, rendering

    written: list[bytes] = []

    class Block(QgsRasterBlock):
        def setData(self, data: Any) -> None:  # noqa: N802
            written.append(bytes(data))

    monkeypatch.setattr(picture_file, "QgsRasterBlock", Block)
    monkeypatch.setattr(rendering, "QgsMapRendererParallelJob", DrawnBlock)
    monkeypatch.setattr(rendering, "QgsMapSettings", Settings)
    return written


def test_blocks_are_written_band_by_band(blocks: Any, tmp_path: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.online.grid import PictureGrid
    from cmhcl_footprints.cmhcl_plugin.online.rendering import Rendering

    extent = QgsRectangle(0, 0, *SIZE)
    grid = PictureGrid(QgsCoordinateReferenceSystem(), extent, *SIZE, pixel_m=1.0)
    layer = QgsRasterLayer("url=https://tiles.example.org", "tiles", "wms")
    rendering = Rendering(layer, grid, tmp_path / "picture.tif")
    shares: list[float] = []
    rendering.progressed.connect(lambda event: shares.append(event.done / event.total))
    with qtbot.waitSignal(rendering.finished, timeout=20_000):
        rendering.start()
    assert shares == [0.0, 0.5, 1.0]
    assert [set(block) for block in blocks] == [{10}, {20}, {30}, {40}] * 2
    assert [len(block) for block in blocks] == [1024 * 700] * 4 + [176 * 700] * 4


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        ("HttpProxy", "http://me%40home:pass%3Aword@proxy.example.org:3128"),
        ("Socks5Proxy", "socks5h://me%40home:pass%3Aword@proxy.example.org:3128"),
        ("NoProxy", ""),
    ],
)
def test_proxy_of_qgis(kind: str, url: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.network import proxy_url

    kind = QNetworkProxy.ProxyType[kind]
    password = "pass:word"  # pragma: allowlist secret
    assert proxy_url(QNetworkProxy(kind, "proxy.example.org", 3128, "me@home", password)) == url
