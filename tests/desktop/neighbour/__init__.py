"""A second plugin, with the habits that make neighbours clash: a package ``core`` of its own on
sys.path, an excepthook, libraries of its own for child processes, an action and a few signals."""


def classFactory(iface):  # noqa: N802
    from .neighbour import Neighbour

    return Neighbour(iface)
