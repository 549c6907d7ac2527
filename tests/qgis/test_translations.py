"""The plugin in the language of QGIS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QLocale


def speak(locale: str) -> None:
    """What Settings > Options > General > Override system locale does.

    Last before the plugin is loaded: another run of the tests shares the file of the settings.
    """
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", locale)


@pytest.fixture
def plugin_in(qgis_iface: Any) -> Iterator[Any]:
    """Loads the plugin in QGIS of a language; unloads it afterwards."""
    import cmhcl_footprints

    loaded = []

    def load(locale: str) -> Any:
        loaded.append(cmhcl_footprints.classFactory(qgis_iface))
        speak(locale)
        loaded[-1].initGui()
        return loaded[-1]

    yield load
    for plugin in loaded:
        plugin.unload()


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "Gebäudegrundrisse extrahieren…"),
        ("de_DE", "Gebäudegrundrisse extrahieren…"),
        ("de_AT", "Gebäudegrundrisse extrahieren…"),
        ("fr", "Extraire les empreintes de bâtiments…"),
        ("fr_CA", "Extraire les empreintes de bâtiments…"),
        ("es_MX", "Extraer huellas de edificios…"),
        ("pt_BR", "Extrair contornos de edificações…"),
        ("pt_PT", "Extrair contornos de edificações…"),
        ("en", "Extract building footprints…"),
        ("en_US", "Extract building footprints…"),
        ("C", "Extract building footprints…"),
        ("ja", "Extract building footprints…"),
    ],
)
def test_language_of_qgis(plugin_in: Any, locale: str, text: str) -> None:
    assert plugin_in(locale).action.text() == text


def test_dialog_and_processing(plugin_in: Any) -> None:
    plugin = plugin_in("de_DE")
    tabs = plugin.panel.content().tabs
    assert [tabs.tabText(index) for index in range(3)] == [
        "Extrahieren",
        "Nachtrainieren",
        "Modelle",
    ]
    algorithm: QgsProcessingAlgorithm = QgsApplication.processingRegistry().algorithmById(
        "cmhcl:extract"
    )
    assert algorithm.displayName() == "Gebäudegrundrisse extrahieren"
    assert algorithm.parameterDefinition("SAR").help().startswith("Ein Raster, oder ein Raster je")


def test_qgis_process_loads_no_more_than_the_provider(qgis_iface: Any) -> None:
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(qgis_iface)
    speak("fr")
    plugin.initProcessing()
    try:
        assert plugin.provider.algorithm("extract").displayName() == (
            "Extraire les empreintes de bâtiments"
        )
    finally:
        QgsApplication.processingRegistry().removeProvider(plugin.provider)


@pytest.mark.parametrize("language", ["de", "es", "fr", "pt"])
def test_every_text_is_looked_up(plugin_in: Any, plugin_folder: Path, language: str) -> None:
    plugin_in(language)
    path = plugin_folder / "resources" / "i18n" / f"cmhcl_{language}.ts"
    looked_up = {}
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            found = QCoreApplication.translate(context.findtext("name", ""), source)
            looked_up[source] = found == message.findtext("translation")
    assert looked_up and [source for source, same in looked_up.items() if not same] == []


def test_texts_of_the_core_stand_in_its_source(plugin_folder: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.core_translations import TEXTS
    from cmhcl_footprints.core.hatch import notices

    files = [*plugin_folder.glob("core/**/*.py"), *plugin_folder.glob("resources/models/**/*.json")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    source += notices.BY_OPTICAL  # it stands on several lines
    assert [text for text in TEXTS if text not in source] == []


@pytest.mark.usefixtures("plugin_folder")
def test_notices_of_trained_models_are_translated(monkeypatch: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin import core_translations
    from cmhcl_footprints.core.hatch import notices

    class Translator:
        @staticmethod
        def translate(_context: str, text: str) -> str:
            return text.upper()

    monkeypatch.setattr(core_translations, "QCoreApplication", Translator)
    for caveat in (notices.SAR_ALONE, notices.BY_OPTICAL, notices.COPY):
        said = core_translations.notice_text(notices.finetuned("a {b}", caveat))
        assert said == notices.finetuned("a {b}", caveat).upper().replace("A {B}", "a {b}")
    assert core_translations.notice_text(notices.SCENES) == notices.SCENES.upper()
    assert core_translations.notice_text("Fine-tuned on my own") == "Fine-tuned on my own"


def test_texts_of_the_core_are_translated(plugin_in: Any, fake_root: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.core_translations import translate_core_text
    from cmhcl_footprints.cmhcl_plugin.finetune.progress_view import Curves
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess
    from cmhcl_footprints.core.hatch.messages import Message

    plugin_in("de")
    step = Message("Comparing with the base model")
    assert translate_core_text(step) == "Vergleich mit dem Basismodell"
    assert translate_core_text(str(step)) == "Comparing with the base model"
    assert Curves()._words.step_of == "Schritt {:.0f} von {:.0f}"
    source = fake_root / "core" / "worker.py"
    text = source.read_text(encoding="utf-8")
    imported = "from core.hatch.messages import Message\nfrom core.hatch.protocol import"
    text = text.replace("from core.hatch.protocol import", imported)
    text = text.replace('"a fake"', 'Message("no NVIDIA GPU found")')
    source.write_text(text, encoding="utf-8")
    worker = WorkerProcess(root=fake_root)
    with qtbot.waitSignal(worker.ready, timeout=15_000) as ready:
        worker.start()
    worker.stop()
    assert ready.args[0].reason == "keine NVIDIA-GPU gefunden"


def test_legend_and_map_tip(plugin_in: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.styles import set_style

    plugin_in("de")
    footprints = QgsVectorLayer("Polygon?field=confidence:double", "a", "memory")
    set_style(footprints, "footprints")
    blocks = QgsVectorLayer("Polygon?field=role:string", "b", "memory")
    set_style(blocks, "blocks")
    assert footprints.renderer().categories()[0].label().startswith("geringe Konfidenz")
    assert [category.label() for category in blocks.renderer().categories()] == [
        "zum Validieren zurückgehalten",
        "zum Training benutzt",
    ]
    assert blocks.mapTipTemplate().startswith("Block [% to_int")
    assert "'zum Validieren zurückgehalten', 'zum Training benutzt'" in blocks.mapTipTemplate()


def test_unload_takes_the_translation_back(qgis_iface: Any) -> None:
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(qgis_iface)
    speak("de")
    plugin.initGui()
    assert QCoreApplication.translate("Pages", "Models") == "Modelle"
    plugin.unload()
    assert QCoreApplication.translate("Pages", "Models") == "Models"


# Messages of the core


@pytest.fixture
def german_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german_numbers")
def test_messages_of_the_core_are_translated(plugin_in: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.core_translations import error_text, translate_core_text
    from cmhcl_footprints.core.hatch.errors import InputError
    from cmhcl_footprints.core.hatch.files import cannot_write
    from cmhcl_footprints.core.hatch.messages import Message

    plugin_in("de")
    named = Message(
        "{field} must be at least {least:g}, not {value}.", field="a", least=0.5, value=0.3
    )
    assert translate_core_text(named) == "a muss mindestens 0,5 sein, nicht 0,3."
    refused = cannot_write(Path("/a/b.gpkg"), PermissionError(13, "Permission denied"))
    assert error_text(refused) == (
        "In den Ordner /a kann nicht geschrieben werden (Zugriff verweigert); einen anderen wählen."
    )
    unknown = Message("{name} is new.", name="a")
    assert (
        translate_core_text(unknown)
        == error_text(InputError("{name} is new.", name="a"))
        == "a is new."
    )
    assert error_text(InputError("Schon {auf} Deutsch.")) == "Schon {auf} Deutsch."


@pytest.mark.parametrize("translation", ["{other} ist neu.", "{} ist neu.", "{name:%Q}", "{name"])
def test_a_translation_with_other_braces_leaves_the_english_text(
    plugin_in: Any, monkeypatch: pytest.MonkeyPatch, translation: str
) -> None:
    from cmhcl_footprints.cmhcl_plugin import core_translations
    from cmhcl_footprints.core.hatch.messages import Message

    plugin_in("de")

    class Translator:
        @staticmethod
        def translate(_context: str, _text: str) -> str:
            return translation

    monkeypatch.setattr(core_translations, "QCoreApplication", Translator)
    assert core_translations.translate_core_text(Message("{name} is new.", name=1)) == "1 is new."


def test_an_error_of_the_worker_is_in_german_and_its_log_in_english(
    plugin_in: Any, worker: Any, qtbot: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.core.hatch.jobs import InspectJob, SceneInput

    plugin_in("de")
    path = tmp_path / "notes.tif"
    path.write_text("no raster")
    handle = worker.submit(InspectJob(SceneInput((str(path),))))
    with qtbot.waitSignal(handle.failed, timeout=60_000) as failed:
        pass
    sentence = f"Die Datei ist kein lesbares Raster; eine andere Datei wählen: {path}"
    assert failed.args[0].sentence == sentence
    log = worker.log_path.read_text(encoding="utf-8")
    assert f"is not a raster that can be read; choose another file: {path}" in log


def test_events_of_a_job_are_in_german(plugin_in: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker.handle import JobHandle
    from cmhcl_footprints.core.hatch.events import Preview, Progress
    from cmhcl_footprints.core.hatch.jobs import InspectJob, SceneInput
    from cmhcl_footprints.core.hatch.messages import Message

    class Queue:
        cancel_job = control_job = None

    plugin_in("de")
    handle = JobHandle("1", InspectJob(SceneInput(("a.tif",))), Queue())
    texts: list[str] = []
    handle.progress.connect(lambda event: texts.append(event.message))
    handle.preview.connect(lambda event: texts.append(event.caption))
    handle.deliver(Progress(1, 2, Message("Reading")))
    caption = Message("Validation block {number}, step {step}", number=3, step=40)
    handle.deliver(Preview({}, caption))
    assert texts == ["Wird gelesen", "Validierungsblock 3, Schritt 40"]


@pytest.mark.usefixtures("german_numbers")
def test_texts_in_a_result_are_in_german(
    plugin_in: Any, worker: Any, qtbot: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.core.hatch.jobs import InspectJob, SceneInput

    plugin_in("de")
    handle = worker.submit(InspectJob(SceneInput((write_coarse(tmp_path / "grob.tif"),))))
    with qtbot.waitSignal(handle.finished, timeout=60_000) as finished:
        pass
    assert finished.args[0].radiometry_reason == (
        "positive Werte mit den sehr vielen hellen einer Leistung"
    )
    (warning,) = finished.args[0].warnings
    assert warning == (
        "Die Datei hat Pixel von 4,5 m, zu grob für einzelne Gebäude; das Ergebnis wird schlecht: "
        "grob.tif"
    )


def write_coarse(path: Path) -> str:
    """A raster with pixels of 4.5 m."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 64, 64, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((500_000, 4.5, 0, 5_700_000, 0, -4.5))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32631)
    dataset.SetProjection(system.ExportToWkt())
    values = np.random.default_rng(0).gamma(1.0, 50.0, (64, 64)).astype(np.float32)
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.GetRasterBand(1).SetDescription("VV")
    return str(path)


def test_a_file_that_is_no_model_is_refused_in_french(plugin_in: Any, tmp_path: Path) -> None:
    plugin = plugin_in("fr")
    page = plugin.panel.content().models
    path = tmp_path / "notes.zip"
    path.write_text("no zip")
    page.import_zip(path)
    assert "ne peut pas être extrait" in page.messages.text
