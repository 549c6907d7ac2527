"""Networks: shapes, parameter names, masking of bands, and which branches are run."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.networks import PRESETS, build
from core.networks.encoder import load_fitting_imagenet, load_imagenet
from core.networks.fusion import CONTACT
from core.networks.masked_bands import MaskedBands

NAN = float("nan")


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    return build("light").eval()


@pytest.mark.parametrize("preset", PRESETS)
def test_outputs_of_every_preset_have_the_documented_shapes(preset):
    network = build(preset).eval()
    with torch.inference_mode():
        out = network(torch.randn(1, 4, 64, 96), torch.randn(1, 5, 64, 96))
    assert out.z_hs.shape == out.z_os.shape == out.z_opt.shape == out.z_hal.shape == (1, 2, 64, 96)
    assert out.z_share_opt.shape == out.z_share_hal.shape == (1, 2, 2, 3)
    assert out.e_hs.shape == out.e_os.shape == (1, 2, 64, 96)
    assert out.f_hs.shape[-2:] == (32, 48)


@pytest.mark.parametrize("preset", ["light", "fast", "mixed"])
def test_small_presets_fit_into_the_zip_as_fp16(preset):
    assert 2 * sum(p.numel() for p in build(preset).parameters()) < 22_000_000


def test_fast_preset_narrows_the_decoder_at_stride_2_only():
    branch = build("fast").hal
    assert [merge.conv.out_channels for merge in branch.decoder.merges] == [16, 48, 48, 48]
    assert branch.encoder.channels == (32, 32, 64, 128, 256)
    assert "layer1.0.conv1.weight" in branch.encoder.state_dict()
    assert not any("narrow" in name for name in build("light").state_dict())


def test_mixed_preset_is_the_fast_one_with_another_encoder_of_optical():
    fast, mixed = build("fast").state_dict(), build("mixed").state_dict()
    assert "_conv_stem.weight" in build("mixed").opt.encoder.state_dict()
    assert {n for n in fast if not n.startswith("opt.")} == {
        n for n in mixed if not n.startswith("opt.")
    }
    assert all(
        mixed[name].shape == fast[name].shape for name in mixed if not name.startswith("opt.")
    )


def test_paper_encoder_has_the_parameter_names_of_the_public_resnet50():
    names = build("paper").hal.encoder.state_dict()
    for name, shape in {
        "conv1.weight": (64, 4, 7, 7),
        "bn1.running_mean": (64,),
        "layer1.0.downsample.0.weight": (256, 64, 1, 1),
        "layer3.5.conv2.weight": (256, 256, 3, 3),
        "layer4.2.bn3.bias": (2048,),
    }.items():
        assert names[name].shape == shape
    assert sum(1 for name in names if name.endswith("conv3.weight")) == 3 + 4 + 6 + 3


def test_imagenet_weights_reach_the_encoders_that_they_fit():
    weights = PRESETS["light"].encoder(3).state_dict()
    network = build("mixed")
    encoders = [branch.encoder for branch in (network.opt, network.hal, network.sar)]
    before = [encoder.state_dict()[encoder.stem].clone() for encoder in encoders]

    load_fitting_imagenet(encoders, weights)

    after = [encoder.state_dict()[encoder.stem] for encoder in encoders]
    assert [torch.equal(*pair) for pair in zip(before, after, strict=True)] == [False, True, True]
    with pytest.raises(KeyError):
        load_fitting_imagenet(encoders[1:], weights)


@pytest.mark.parametrize("preset", ["paper", "light"])
def test_imagenet_weights_load_into_more_bands(preset):
    source = PRESETS[preset].encoder(3)
    weights = {**source.state_dict(), "fc.weight": torch.zeros(1)}
    # Public ResNet files lack these.
    weights = {k: v for k, v in weights.items() if not k.endswith("num_batches_tracked")}
    target = PRESETS[preset].encoder(5)
    load_imagenet(target, weights)
    stem = target.state_dict()[target.stem]
    assert torch.allclose(stem[:, :3], weights[source.stem] * 3 / 5)
    assert torch.allclose(stem[:, 4], weights[source.stem].mean(dim=1) * 3 / 5)
    others = [name for name in weights if name not in (source.stem, "fc.weight")]
    assert all(torch.equal(target.state_dict()[n], weights[n]) for n in others)


def test_opt_branch_does_not_run_without_optical(network):
    sar = torch.randn(1, 4, 64, 64)
    calls = []
    handle = network.opt.encoder.register_forward_hook(lambda *_: calls.append("opt"))
    try:
        with torch.inference_mode():
            p_hs, p_os = network.predict(sar, None)
    finally:
        handle.remove()
    assert p_os is None and calls == []
    assert p_hs.shape == (1, 2, 64, 64) and p_hs.min() >= 0 and p_hs.max() <= 1


def test_hal_branch_does_not_run_without_hallucinate(network):
    calls = []
    handle = network.hal.encoder.register_forward_hook(lambda *_: calls.append("hal"))
    try:
        with torch.inference_mode():
            p_hs, p_os = network.predict(
                torch.randn(1, 4, 64, 64), torch.randn(1, 5, 64, 64), hallucinate=False
            )
    finally:
        handle.remove()
    assert p_hs is None and calls == [] and p_os.shape == (1, 2, 64, 64)


def test_predicted_probabilities_match_the_training_logits(network):
    sar, optical = torch.randn(1, 4, 64, 64), torch.randn(1, 5, 64, 64)
    with torch.inference_mode():
        out, (p_hs, p_os) = network(sar, optical), network.predict(sar, optical)
    for p, z, e in ((p_hs, out.z_hs, out.e_hs), (p_os, out.z_os, out.e_os)):
        assert torch.allclose(p[:, 0], z.softmax(1)[:, 1], atol=1e-5)
        assert torch.allclose(p[:, 1], e.sigmoid()[:, CONTACT], atol=1e-5)


def test_hal_and_opt_share_one_block(network):
    assert network.shared.conv.weight.shape[0] == 80
    opt = network.opt.encoder(torch.randn(1, 5, 64, 64))[-1]
    own = network.shared(opt, 0)
    with torch.no_grad():
        network.shared.conv.weight.add_(0.1)
        changed = network.shared(opt, 0), network.shared(opt, 1)
        network.shared.conv.weight.sub_(0.1)
    assert not torch.allclose(own, changed[0]) and not torch.allclose(own, changed[1])


def test_each_modality_has_its_own_batch_norm(network):
    names = dict(network.shared.norms.named_parameters())
    assert {name.split(".")[0] for name in names} == {"0", "1"}


@settings(max_examples=30)
@given(st.sets(st.integers(0, 3), min_size=1), st.floats(-3, 3))
def test_missing_bands_do_not_change_the_magnitude(valid, value):
    image = torch.full((1, 4, 2, 2), NAN)
    image[:, sorted(valid)] = value
    masked = MaskedBands()(image)
    assert torch.allclose(masked.sum(dim=1), torch.full((1, 2, 2), 4 * value), atol=1e-4)


def test_pixels_without_any_valid_band_become_zero():
    masked = MaskedBands()(torch.full((1, 4, 2, 2), NAN))
    assert torch.equal(masked, torch.zeros(1, 4, 2, 2))
