"""The formats of rasters that are read unless references are allowed, as GDAL calls them.

Others may refer to other data. docs/data.md lists these.
"""

from __future__ import annotations

VIRTUAL = "VRT"  # as far as check_references allows
HDF5 = ("HDF5", "HDF5Image", "netCDF")  # as far as hdf5_references allows
RASTER_DRIVERS = [
    *("GTiff", "COG", "HFA", "ENVI", "EHdr", "AAIGrid", "AIG", "NITF"),
    *("PNG", "JPEG", "JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "JPEGXL", "WEBP", "GIF", "BMP"),
    *("GPKG", *HDF5, VIRTUAL),
]
