"""CMH-CL core: everything that works with pixels and networks. Nothing here imports qgis or Qt."""

__version__ = "0.1.0"
