"""The GDAL drivers that may open a raster, unless references to other files are allowed.

Drivers whose files can refer to other data are left out, except VIRTUAL and HDF5, whose references
are checked. docs/data.md has the same list.
"""

from __future__ import annotations

VIRTUAL = "VRT"  # checked by check_references
HDF5 = ("HDF5", "HDF5Image", "netCDF")  # checked by hdf5_references
RASTER_DRIVERS = [
    *("GTiff", "COG", "HFA", "ENVI", "EHdr", "AAIGrid", "AIG", "NITF"),
    *("PNG", "JPEG", "JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "JPEGXL", "WEBP", "GIF", "BMP"),
    *("GPKG", *HDF5, VIRTUAL),
]
# Not read in archives, where what they refer to, or their views, are not checked.
UNPACKED = ("GPKG", *HDF5, VIRTUAL)
