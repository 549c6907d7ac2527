"""What is published of a training: the record of it, and blended weights."""

from __future__ import annotations

import json

import torch

from bench.pretrain.publish import SHARE_OPTICAL, SHARE_OTHER, blended, mean, training_record
from core.networks import build


def test_only_what_reads_optical_takes_a_large_share_of_the_training():
    base, trained = (build("fast").state_dict() for _ in range(2))

    found = blended(base, trained)

    assert found.keys() == trained.keys()
    for name, share in (
        ("opt.encoder.conv1.weight", SHARE_OPTICAL),
        ("fuse_opt.logits.weight", SHARE_OPTICAL),
        ("sar.encoder.conv1.weight", SHARE_OTHER),
        ("hal.encoder.conv1.weight", SHARE_OTHER),
    ):
        between = (1 - share) * base[name] + share * trained[name]
        torch.testing.assert_close(found[name], between)
    build("fast").load_state_dict(found)


def test_mean_of_several_weights_is_a_network_of_the_same_kind():
    states = [build("fast").state_dict() for _ in range(2)]
    found = mean(states)
    name = "opt.encoder.conv1.weight"
    torch.testing.assert_close(found[name], (states[0][name] + states[1][name]) / 2)
    assert {n: w.dtype for n, w in found.items()} == {n: w.dtype for n, w in states[0].items()}
    torch.testing.assert_close(mean(states[:1])[name], states[0][name])


def test_what_a_manifest_says_of_a_training_has_no_paths(tmp_path):
    log = tmp_path / "all.jsonl"
    paths = {"scenes": "/x", "out": "/y", "imagenet": "/z"}
    plan = {"name": "all", **paths, "preset": "fast", "batch": "64"}
    entries = [{"plan": plan, "scenes": 9}, {"step": 50, "s": 7.2, "scenes": 80}]
    entries.append({"step": 90, "s": 9.6, "scenes": 120, "end": True})
    log.write_text("".join(json.dumps(e) + "\n" for e in entries))

    read, record = training_record(log)
    assert read["preset"] == "fast"
    assert record == {
        "settings": {"preset": "fast", "batch": "64"},
        "steps": 90,
        "seconds": 10,
        "scenes": 120,
    }
