"""The GDAL drivers that may open a raster, unless references to other files are allowed.

Drivers whose files can refer to other data are left out, except VIRTUAL and HDF5, whose references
are checked. docs/data.md has the same list.
"""

from __future__ import annotations

VIRTUAL = "VRT"  # as far as check_references allows
HDF5 = ("HDF5", "HDF5Image", "netCDF")  # as far as hdf5_references allows
RASTER_DRIVERS = [
    *("GTiff", "COG", "HFA", "ENVI", "EHdr", "AAIGrid", "AIG", "NITF"),
    *("PNG", "JPEG", "JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "JPEGXL", "WEBP", "GIF", "BMP"),
    *("GPKG", *HDF5, VIRTUAL),
]
# Not read in archives, where what they refer to, or their views, are not checked.
UNPACKED = ("GPKG", *HDF5, VIRTUAL)
