"""A server of XYZ tiles on this computer, and layers of it."""

from __future__ import annotations

import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from http_server import serving
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer

TILE = 256
HALF = 20_037_508.342789244  # of the world in EPSG:3857, metres
KEY = "SECRET"  # in every address
NOTHING = (0, 0, 0, 0)

# Status, type of content and content of a tile, from its zoom, column and row.
Answer = tuple[int, str, bytes]
Tile = Callable[[int, int, int], Answer]


CAPABILITIES = """<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"
  xmlns:xlink="http://www.w3.org/1999/xlink"><Service><Name>WMS</Name></Service><Capability>
  <Request><GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource
  xlink:href="http://localhost:{}/wms?"/></Get></HTTP></DCPType></GetMap></Request>
  <Layer><Name>land</Name><Title>land</Title><CRS>EPSG:3857</CRS><EX_GeographicBoundingBox>
  <westBoundLongitude>-180</westBoundLongitude><eastBoundLongitude>180</eastBoundLongitude>
  <southBoundLatitude>-85</southBoundLatitude><northBoundLatitude>85</northBoundLatitude>
  </EX_GeographicBoundingBox><BoundingBox CRS="EPSG:3857" minx="-20037508" miny="-20037508"
  maxx="20037508" maxy="20037508"/></Layer></Capability></WMS_Capabilities>"""


class TileServer:
    """Answers each request for a tile as ``tile`` says; ``requests`` are their paths."""

    def __init__(self, port: int, requests: list[str]) -> None:
        self.port = port
        self.requests = requests

    def layer(self, name: str = "basemap") -> QgsRasterLayer:
        """An XYZ layer of the server, with a key in its address."""
        address = f"http://127.0.0.1:{self.port}/{{z}}/{{x}}/{{y}}.png?key={KEY}"
        uri = f"type=xyz&url={quote(address, safe=':/')}&zmin=0&zmax=19"
        layer = QgsRasterLayer(uri, name, "wms")
        assert layer.isValid()
        return layer

    def wms_layer(self, name: str = "basemap") -> QgsRasterLayer:
        """A WMS layer of the server, whose maps ``tile`` gives for 0, their width and height."""
        address = quote(f"http://127.0.0.1:{self.port}/wms?key={KEY}", safe=":/")
        uri = f"crs=EPSG:3857&format=image/png&layers=land&styles=&url={address}"
        layer = QgsRasterLayer(uri, name, "wms")
        assert layer.isValid()
        return layer

    def added_layer(self, name: str = "basemap") -> QgsRasterLayer:
        """Such a layer in the project, whose canvas asks the server too."""
        layer = self.layer(name)
        QgsProject.instance().addMapLayer(layer)
        return layer


@contextmanager
def serve(tile: Tile) -> Iterator[TileServer]:
    """A server for the time of a test."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            if "REQUEST=GetCapabilities" in self.path:
                text = CAPABILITIES.format(self.server.server_address[1])
                status, kind, content = 200, "text/xml", text.encode()
            elif self.path.startswith("/wms"):
                asked = parse_qs(urlsplit(self.path).query)
                status, kind, content = tile(0, int(asked["WIDTH"][0]), int(asked["HEIGHT"][0]))
            else:
                zoom, column, row = self.path.partition(".")[0].strip("/").split("/")
                status, kind, content = tile(int(zoom), int(column), int(row))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as port:
        yield TileServer(port, requests)


def coloured(rgba: tuple[int, int, int, int], width: int = TILE, height: int = TILE) -> Answer:
    """A tile or a map of one colour."""
    return 200, "image/png", _png(rgba, width, height)


def colour_of(column: int, row: int) -> tuple[int, int, int, int]:
    """A colour that tells tiles apart."""
    return column % 251, row % 241, 100, 255


def distinct(zoom: int, column: int, row: int) -> Answer:  # noqa: ARG001
    """A tile that is told apart from its neighbours."""
    return coloured(colour_of(column, row))


def refused(status: int) -> Answer:
    """No tile."""
    return status, "text/plain", b""


def picture_of(raster: Path) -> Tile:
    """Tiles of what an RGB raster shows, transparent around it."""

    def tile(zoom: int, column: int, row: int) -> Answer:
        side = 2 * HALF / 2**zoom
        left, top = column * side - HALF, HALF - row * side
        warped = gdal.Warp(
            "",
            str(raster),
            format="MEM",
            dstSRS="EPSG:3857",
            outputBounds=(left, top - side, left + side, top),
            width=TILE,
            height=TILE,
            dstAlpha=True,
            resampleAlg="bilinear",
        )
        bands = [1, 2, 3, warped.RasterCount]
        name = f"/vsimem/{zoom}-{column}-{row}-{threading.get_ident()}.png"
        gdal.Translate(name, warped, format="PNG", bandList=bands)
        file = gdal.VSIFOpenL(name, "rb")
        content = bytes(gdal.VSIFReadL(1, gdal.VSIStatL(name).size, file))
        gdal.VSIFCloseL(file)
        gdal.Unlink(name)
        return 200, "image/png", content

    return tile


def tile_at(x: float, y: float, zoom: int) -> tuple[float, float]:
    """Column and row of a place in EPSG:3857, with fractions."""
    side = 2 * HALF / 2**zoom
    return (x + HALF) / side, (HALF - y) / side


def _png(rgba: tuple[int, int, int, int], width: int, height: int) -> bytes:
    rows = (b"\0" + bytes(rgba) * width) * height

    def chunk(name: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)
