"""A stand-in for QGIS 4 over real PyQt6, so that the plugin's code can run on Qt 6 without QGIS.

QGIS 4 itself was not run, and this is no QGIS: no map is drawn, no layer is read, no coordinate is
transformed, no algorithm is run by Processing. What is real is Qt 6: every widget, signal, event,
enum and process.

``PyQt`` re-exports PyQt6 as QGIS 4 does. ``gui`` has real widgets with the methods that the plugin
uses, and no others. ``core`` has real objects with signals for the project and its layers; names
that it does not define are classes that answer everything, see ``anything``.
"""
