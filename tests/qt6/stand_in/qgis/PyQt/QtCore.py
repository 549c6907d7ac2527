from PyQt6.QtCore import *  # noqa: F403
from PyQt6.QtCore import QMetaType, QVariant

# Types of fields, which PyQt6 has dropped and QGIS 4 gives back.
for _name, _type in {
    "Bool": "Bool",
    "Int": "Int",
    "LongLong": "LongLong",
    "Double": "Double",
    "String": "QString",
}.items():
    setattr(QVariant, _name, QMetaType.Type[_type])

NULL = None
