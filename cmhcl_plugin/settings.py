"""Settings that persist between sessions, in QgsSettings."""

from __future__ import annotations

from dataclasses import dataclass, fields

from qgis.core import QgsSettings

PREFIX = "cmhcl/"


@dataclass
class Settings:
    """Each field is stored under its name with PREFIX; the prefix is that of version 0.1.0.

    Attributes
    ----------
    python
        The worker's interpreter, empty: detected.
    index
        URL of the package index to install from, empty: the one that pip is configured for.
    wheels
        Folder of wheels to install from instead, empty: none.
    output_folder
        Folder that the latest footprints were written to, empty: none yet.
    model
        Model folder, empty: the default model.
    threshold
        Probability, 0 to 1, from which a pixel is building, 0: the model's own.
    min_area_m2, careful, device
        As in jobs.ExtractJob.
    allow_references
        Whether rasters and vector files may refer to files elsewhere and to the network.
    """

    python: str = ""
    index: str = ""
    wheels: str = ""
    output_folder: str = ""
    model: str = ""
    threshold: float = 0.0
    min_area_m2: float = 20.0
    careful: bool = False
    device: str = "auto"
    allow_references: bool = False

    @classmethod
    def load(cls) -> Settings:
        """The stored settings, defaults for those that are not stored."""
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
        """Store every field."""
        store = QgsSettings()
        for field in fields(self):
            store.setValue(PREFIX + field.name, getattr(self, field.name))
