"""A WFS of three polygons, which fails when it is told to."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlparse

import scenes

COUNT = 3
CAPABILITIES = """<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0"
 xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:my="http://my"><ows:OperationsMetadata>{operations}</ows:OperationsMetadata>
<FeatureTypeList><FeatureType><Name>my:house</Name><Title>house</Title>
<DefaultCRS>urn:ogc:def:crs:EPSG::32631</DefaultCRS></FeatureType></FeatureTypeList>
</wfs:WFS_Capabilities>"""
OPERATION = """<ows:Operation name="{name}"><ows:DCP><ows:HTTP><ows:Get xlink:href="{url}?"/>
</ows:HTTP></ows:DCP></ows:Operation>"""
SCHEMA = """<xsd:schema xmlns:my="http://my" xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://my">
<xsd:complexType name="houseType"><xsd:complexContent><xsd:extension base="gml:AbstractFeatureType">
<xsd:sequence><xsd:element name="geom" type="gml:SurfacePropertyType"/></xsd:sequence>
</xsd:extension></xsd:complexContent></xsd:complexType>
<xsd:element name="house" type="my:houseType" substitutionGroup="gml:_Feature"/></xsd:schema>"""
COLLECTION = """<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0"
 xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:my="http://my" numberMatched="{count}"
 numberReturned="{returned}" timeStamp="2026-01-01T00:00:00Z">{members}</wfs:FeatureCollection>"""
MEMBER = """<wfs:member><my:house gml:id="house.{number}"><my:geom>
<gml:Polygon gml:id="g{number}" srsName="urn:ogc:def:crs:EPSG::32631"><gml:exterior>
<gml:LinearRing><gml:posList>{ring}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>
</my:geom></my:house></wfs:member>"""


class Wfs(BaseHTTPRequestHandler):
    """``returned`` is the number of features that it sends, None: an error instead."""

    returned: int | None = COUNT

    def do_GET(self) -> None:
        query = parse_qs(urlparse(self.path).query.lower())
        name = query["request"][0]
        if name == "getcapabilities":
            url = f"http://{self.headers['Host']}/wfs"
            names = ("GetCapabilities", "DescribeFeatureType", "GetFeature")
            operations = "".join(OPERATION.format(name=one, url=url) for one in names)
            self._send(CAPABILITIES.format(operations=operations))
        elif name == "describefeaturetype":
            self._send(SCHEMA)
        elif query.get("resulttype") == ["hits"]:
            self._send(COLLECTION.format(count=COUNT, returned=0, members=""))
        elif self.returned is None:
            self.send_error(500)
        else:
            members = "".join(map(member, range(self.returned)))
            text = COLLECTION.format(count=self.returned, returned=self.returned, members=members)
            self._send(text)

    def _send(self, text: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        pass


def member(number: int) -> str:
    """A square of 10 m within the rasters of the tests."""
    x, y = scenes.ORIGIN[0] + 20 * number, scenes.ORIGIN[1] - 30
    ring = f"{x} {y} {x + 10} {y} {x + 10} {y + 10} {x} {y + 10} {x} {y}"
    return MEMBER.format(number=number, ring=ring)
