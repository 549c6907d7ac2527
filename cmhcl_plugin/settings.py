"""What the plugin remembers between sessions, as one dataclass over QgsSettings."""

from __future__ import annotations

from dataclasses import dataclass, fields

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QByteArray

PREFIX = "cmhcl/"


@dataclass
class Settings:
    """One field, one key under ``cmhcl/``.

    ``python``: the worker's interpreter; empty: found by itself. ``index``: the package index that
    it is installed from; empty: pip's own. ``wheels``: a folder of packages instead; empty: none.
    ``model``: a model folder; empty: the default model. ``threshold`` 0..1; 0: the model's own.
    """

    python: str = ""
    index: str = ""
    wheels: str = ""
    output_folder: str = ""
    model: str = ""
    threshold: float = 0.0
    min_area_m2: float = 20.0
    careful: bool = False
    adapt: bool = False
    device: str = "auto"
    geometry: QByteArray = QByteArray()  # noqa: RUF009 (never changed in place)

    @classmethod
    def load(cls) -> Settings:
        """The remembered settings; defaults where nothing is remembered."""
        store = QgsSettings()
        return cls(
            **{
                field.name: store.value(
                    PREFIX + field.name, field.default, type=type(field.default)
                )
                for field in fields(cls)
            }
        )

    def save(self) -> None:
        """Remember every field."""
        store = QgsSettings()
        for field in fields(self):
            store.setValue(PREFIX + field.name, getattr(self, field.name))
