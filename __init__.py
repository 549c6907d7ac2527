"""CMH-CL Footprints: building footprints from SAR, in QGIS."""


def classFactory(iface):  # noqa: N802 (the name that QGIS calls)
    from .cmhcl_plugin.plugin import CmhclPlugin

    return CmhclPlugin(iface)
