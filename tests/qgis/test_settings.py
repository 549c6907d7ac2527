"""Settings between sessions, and what presets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest_plugins = ["plugin_fixtures"]


def test_settings_survive() -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    changed = Settings(python="/a/b c", threshold=0.4, min_area_m2=7.0, device="cpu")
    changed.save()
    assert Settings.load() == changed


@pytest.fixture
def global_settings(tmp_path: Path) -> Iterator[Path]:
    """QGIS's global settings file with presets."""
    from qgis.core import QgsSettings

    path = tmp_path / "qgis_global_settings.ini"
    path.write_text(
        "[cmhcl]\nindex=https://global.example/simple\nmodels=/srv/models\n"
        "allow_network=false\ndevice=cpu\n"
    )
    QgsSettings.setGlobalSettingsPath(str(path))
    yield path
    path.write_text("")  # QGIS does not go back to having no such file
    QgsSettings.setGlobalSettingsPath(str(path))


@pytest.mark.usefixtures("global_settings")
def test_variable_then_user_then_global_file_then_default(monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    settings = Settings.load()
    assert settings.index == "https://global.example/simple" and not settings.allow_network
    assert settings.device == "cpu" and settings.proxy == ""
    settings.device = "auto"  # back to the default, against the file
    settings.save()
    assert Settings.load().device == "auto"
    settings.index = "https://user.example/simple"
    settings.save()
    assert Settings.load().index == "https://user.example/simple"
    monkeypatch.setenv("CMHCL_INDEX", "https://variable.example/simple")
    monkeypatch.setenv("CMHCL_ALLOW_NETWORK", "1")
    settings = Settings.load()
    assert settings.index == "https://variable.example/simple" and settings.allow_network
    settings.threshold = 0.3
    settings.save()  # and nothing else
    monkeypatch.delenv("CMHCL_INDEX")
    assert Settings.load().index == "https://user.example/simple"
    assert Settings.load().threshold == 0.3


def test_saving_keeps_what_is_preset_open_to_changes(global_settings: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from qgis.core import QgsSettings

    settings = Settings.load()
    settings.careful = True
    settings.save()
    global_settings.write_text("[cmhcl]\nmodels=/srv/newer\n")
    QgsSettings.setGlobalSettingsPath(str(global_settings))
    assert Settings.load().models == "/srv/newer" and Settings.load().careful


@pytest.mark.parametrize("text", ["0", "false", "No", "OFF"])
def test_spellings_of_no(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    monkeypatch.setenv("CMHCL_ALLOW_NETWORK", text)
    assert not Settings.load().allow_network


def test_only_some_settings_have_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import PRESETS, Settings, variable_of

    monkeypatch.setenv("CMHCL_THRESHOLD", "0.9")
    assert Settings.load().threshold == 0.0 and variable_of("threshold") == ""
    for name in PRESETS:
        monkeypatch.setenv(f"CMHCL_{name.upper()}", "1")
        assert variable_of(name) == f"CMHCL_{name.upper()}" and hasattr(Settings(), name)


def test_folders_that_are_preset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.paths import environment_folder, models_folder

    assert models_folder() != tmp_path / "m"
    monkeypatch.setenv("CMHCL_MODELS", str(tmp_path / "m"))
    monkeypatch.setenv("CMHCL_ENVIRONMENT", str(tmp_path / "e"))
    assert models_folder() == tmp_path / "m" and environment_folder() == tmp_path / "e"


def test_a_profile_too_long_for_windows_has_its_environment_elsewhere(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.paths import LONGEST_ON_WINDOWS, within_windows_limit

    local = Path("C:/Users/maximiliane.mustermann/AppData/Local")
    profiles = "AppData/Roaming/QGIS/QGIS3/profiles"
    short = Path(f"C:/Users/anna/{profiles}/default/cmhcl/env")
    long = Path(f"C:/Users/maximiliane.mustermann/{profiles}/default/cmhcl/env")
    other = Path(f"C:/Users/maximiliane.mustermann/{profiles}/another/cmhcl/env")
    assert within_windows_limit(short, local) == short
    moved = within_windows_limit(long, local)
    assert moved.parent == local / "cmhcl" and len(str(moved)) <= LONGEST_ON_WINDOWS
    assert within_windows_limit(long, local) == moved != within_windows_limit(other, local)
    present = tmp_path / ("a" * LONGEST_ON_WINDOWS)
    present.mkdir()
    assert within_windows_limit(present, local) == present


WRONG = [
    ("threshold", "abc"),
    ("threshold", "0,4"),
    ("threshold", float("nan")),
    ("threshold", 1.5),
    ("threshold", [0.1, 0.2]),
    ("min_area_m2", -3.0),
    ("min_area_m2", "inf"),
    ("careful", ["true"]),
    ("careful", "perhaps"),
    ("device", "tpu"),
    ("output_folder", ["/a", "/b"]),
    ("environment", "/a/" + "b" * 300),
    ("models", "/a\0b"),
    ("python", "/a" * 5000),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_value_of_another_type_or_range_is_the_default(name: str, value: object) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from qgis.core import QgsSettings

    QgsSettings().setValue("cmhcl/model", "/m")
    QgsSettings().setValue(f"cmhcl/{name}", value)
    settings = Settings.load()
    assert getattr(settings, name) == getattr(Settings(), name) and settings.model == "/m"


def test_wrong_values_in_the_global_file_are_the_default(global_settings: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from qgis.core import QgsSettings

    global_settings.write_text(
        "[cmhcl]\nindex=a,b\nwheels=/w\nthreshold=much\nmin_area_m2=7\ncareful=yes\ndevice=Cpu\n"
        "allow_network=no\n"
    )
    QgsSettings.setGlobalSettingsPath(str(global_settings))
    assert Settings.load() == Settings(
        wheels="/w", min_area_m2=7.0, careful=True, device="cpu", allow_network=False
    )


@pytest.mark.parametrize(("text", "device"), [("gpu", "auto"), ("CPU", "cpu"), ("cuda:0", "auto")])
def test_panel_opens_with_any_preset_device(
    text: str, device: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("CMHCL_DEVICE", text)
    plugin = request.getfixturevalue("plugin")
    plugin.action.trigger()
    assert plugin.pages.extract.settings.values.device == device
    assert plugin.pages.finetune.settings.values.training.device == device


def test_options_open_with_folders_that_cannot_be(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    for name in ("MODELS", "ENVIRONMENT"):
        monkeypatch.setenv(f"CMHCL_{name}", "/a/" + "b" * 300)
    plugin = request.getfixturevalue("plugin")
    plugin.action.trigger()
    plugin.pages.show_page(plugin.pages.models)
    plugin.options.createWidget(None).deleteLater()


@pytest.fixture
def gone_model(tmp_path: Path) -> str:
    """Name of a saved model whose folder no longer exists; what is said about it."""
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    Settings(model=str(tmp_path / "my town")).save()
    return "The model “my town” no longer exists; the default model is chosen instead."


def test_saved_model_that_is_gone_is_reported_on_the_page(
    gone_model: str, request: pytest.FixtureRequest
) -> None:
    plugin = request.getfixturevalue("plugin")
    plugin.action.trigger()
    notice = plugin.pages.extract.form.model.notice
    assert notice.text().startswith(gone_model) and "simulated" in notice.text()
    plugin.extract_by_click.action.trigger()  # which says it only where the page did not
    assert plugin.iface.messageBar().currentItem() is None


def test_saved_model_that_is_gone_is_reported_at_the_first_click(
    gone_model: str, request: pytest.FixtureRequest
) -> None:
    plugin = request.getfixturevalue("plugin")
    plugin.extract_by_click.action.trigger()
    assert plugin.iface.messageBar().currentItem().text() == gone_model
