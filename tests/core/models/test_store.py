"""Model folders: save, load, and errors for damaged ones."""

from __future__ import annotations

import errno
import json
import math
from pathlib import Path

import pytest
import torch

from core.hatch.errors import InputError
from core.hatch.library import DEFAULT_MODEL
from core.hatch.manifest import MANIFEST, WEIGHTS, Manifest, read_manifest
from core.models import store
from core.models.store import load_model, save_model
from core.networks import build
from core.tasks.failure import failure


@pytest.fixture
def saved(tmp_path):
    torch.manual_seed(0)
    network = build("light")
    manifest = Manifest("test", "For a test.", "light", 0.8, 0.5, "")
    folder = tmp_path / "model"
    return network, save_model(network, manifest, folder), folder


@pytest.mark.slow
def test_saved_model_is_loaded_identically(saved):
    network, manifest, folder = saved
    loaded, read = load_model(folder)
    assert read == manifest and manifest.versions["torch"] == torch.__version__
    for name, value in network.state_dict().items():
        assert torch.allclose(loaded.state_dict()[name].float(), value.float(), atol=2e-3)
    assert [p.name for p in folder.parent.iterdir()] == ["model"]


def test_saving_again_replaces_the_model(saved):
    network, manifest, folder = saved
    with torch.no_grad():
        network.fuse_hal.logits.bias.fill_(0.5)
    again = save_model(network, manifest, folder)
    assert again.sha256 != manifest.sha256
    assert torch.all(load_model(folder)[0].fuse_hal.logits.bias == 0.5)


def test_wrong_checksum_raises(saved):
    folder = saved[2]
    data = bytearray((folder / WEIGHTS).read_bytes())
    data[-1] ^= 1
    (folder / WEIGHTS).write_bytes(data)
    with pytest.raises(InputError, match="wrong sha-256"):
        load_model(folder)


def change(folder, **values):
    path = folder / MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


def test_weights_of_another_network_raise(saved):
    change(saved[2], preset="base")
    with pytest.raises(InputError, match="do not fit"):
        load_model(saved[2])


def test_unknown_network_or_format_raises(saved):
    change(saved[2], preset="huge")
    with pytest.raises(InputError, match="huge"):
        load_model(saved[2])
    change(saved[2], format=2)
    with pytest.raises(InputError, match="format"):
        load_model(saved[2])


def test_missing_or_damaged_files_raise_and_are_named(saved, tmp_path):
    with pytest.raises(InputError, match="is not a model"):
        load_model(tmp_path)
    (saved[2] / WEIGHTS).unlink()
    with pytest.raises(InputError, match=WEIGHTS):
        load_model(saved[2])
    (saved[2] / MANIFEST).write_text("{")
    with pytest.raises(InputError, match="cannot be read"):
        load_model(saved[2])


def test_default_model_loads_and_has_a_notice():
    manifest = read_manifest(DEFAULT_MODEL)
    assert "simulated" in manifest.notice and "fine-tune" in manifest.notice.lower()
    load_model(DEFAULT_MODEL)


def test_head_for_clicks_is_stored_with_the_model(saved):
    network, manifest, folder = saved
    assert not manifest.click_head and load_model(folder)[0].click is None
    head = network.add_click_head()
    written = save_model(network, manifest, folder)
    loaded, read = load_model(folder)
    assert written.click_head and read.click_head and loaded.click is not None
    for name, value in head.state_dict().items():
        assert torch.allclose(loaded.click.state_dict()[name].float(), value.float(), atol=2e-3)


def test_model_of_0_1_0_loads_without_a_head(saved):
    folder = saved[2]
    values = json.loads((folder / MANIFEST).read_text())
    del values["click_head"]
    (folder / MANIFEST).write_text(json.dumps(values))
    network, manifest = load_model(folder)
    assert network.click is None and not manifest.click_head


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("can't allocate memory")])
def test_lack_of_memory_is_not_said_of_the_weights(saved, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(store.safetensors.torch, "load", fail)
    with pytest.raises(type(error)) as raised:
        load_model(saved[2])
    assert raised.value is error and failure(error).kind == "memory"


@pytest.mark.parametrize("name", [MANIFEST, WEIGHTS])
def test_lack_of_open_files_is_not_said_of_the_model(saved, monkeypatch, name):
    open_file = Path.open

    def fail(path, *arguments, **named):
        if path.name == name:
            raise OSError(errno.EMFILE, "Too many open files", str(path))
        return open_file(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(OSError, match="Too many open files") as raised:
        load_model(saved[2])
    assert "Too many files are open" in failure(raised.value).message


@pytest.mark.parametrize("value", [math.nan, math.inf, 1e30])  # too much for float16
def test_weights_that_are_not_finite_are_not_saved(saved, value):
    network, manifest, folder = saved
    with torch.no_grad():
        network.fuse_hal.logits.bias.fill_(value)
    with pytest.raises(InputError, match="has diverged"):
        save_model(network, manifest, folder.with_name("other"))
    assert [path.name for path in folder.parent.iterdir()] == ["model"]


@pytest.mark.parametrize("value", [math.nan, -math.inf])
def test_weights_that_are_not_finite_are_refused(saved, monkeypatch, value):
    network, manifest, folder = saved
    with torch.no_grad():
        network.fuse_hal.logits.bias.fill_(value)
    monkeypatch.setattr(store, "_are_finite", lambda _: True)  # as another program
    save_model(network, manifest, folder)
    monkeypatch.undo()
    with pytest.raises(InputError, match="not all finite numbers; choose another model"):
        load_model(folder)
