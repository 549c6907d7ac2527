"""What names of bands say."""

from __future__ import annotations

import pytest

from core.raster.band_names import (
    are_optical,
    colour_of,
    colours_of,
    is_nameless,
    is_no_backscatter,
    part_of,
    polarisations_in,
)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("VV", ["VV"]),
        ("Sigma0_vh_db", ["VH"]),
        ("s1a-iw-grd-hv-20200101.tiff", ["HV"]),
        ("//science/LSAR/GCOV/grids/frequencyA/HHHH", ["HH"]),
        ("stack_HH_HV.tif", ["HH", "HV"]),
        ("SigmaVH", ["VH"]),
        ("AmplitudeVV_dB", ["VV"]),
        ("intensityHH.HV", ["HH", "HV"]),
        ("HVAC plan", []),
        ("Sigmavh", []),
        ("RADAR_SHH", []),
        ("", []),
    ],
)
def test_polarisations_are_whole_words(text: str, expected: list[str]) -> None:
    assert polarisations_in(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Red", "R"),
        ("Band 3 (green)", "G"),
        ("blue", "B"),
        ("R", "R"),
        ("NIR", "N"),
        ("Near Infrared", "N"),
        ("rededge", ""),
        ("Red Edge", ""),
        ("coastal_blue", ""),
        ("Band 1", ""),
        ("VV", ""),
        ("B04 (red)", "R"),
        ("B3", ""),
        ("Grün", "G"),
        ("Band 1 - bleu", "B"),
        ("Vermelho", "R"),
        ("Rojo", "R"),
    ],
)
def test_colours_are_the_whole_name(text: str, expected: str) -> None:
    assert colour_of(text) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["B02", "B03", "B04", "B08"], ["B", "G", "R", "N"]),
        (["B4", "B3", "B2"], ["R", "G", "B"]),
        (["SR_B4", "SR_B3", "SR_B2", "SR_B5"], ["R", "G", "B", ""]),
        (["B1", "B2", "B3", "B4"], ["", "", "", ""]),
        (["B02 (blue)", "B08"], ["B", ""]),
        (["SR_B4", "SR_B3", "SR_B2", "SR_B1"], ["", "", "", ""]),
        (["B1", "B2", "B3", "B4", "B8"], ["", "B", "G", "R", "N"]),
    ],
)
def test_colours_by_the_numbers_of_sensors(names: list[str], expected: list[str]) -> None:
    assert colours_of(names) == expected


def test_names_that_are_only_numbers() -> None:
    assert all(map(is_nameless, ("", "Band_4", "Alpha band", "ALPHA", "b4", "7")))
    assert not any(map(is_nameless, ("VV", "NIR", "Band 4 (red)", "alphabet")))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["B02", "B03"], True),
        (["B8A"], True),
        (["S2_B4_10m", "a"], True),
        (["Near Infrared", ""], True),
        (["rededge"], True),
        (["B1", "B2", "B3", "B4"], False),
        (["Band 1", "Band 2"], False),
        (["filtered", "Sigma0"], False),
        (["", ""], False),
    ],
)
def test_names_of_optical_bands(names: list[str], expected: bool) -> None:
    assert are_optical(names) == expected


def test_real_and_imaginary_parts_share_the_rest_of_their_names() -> None:
    for real, imaginary in (
        ("i_VV", "q_VV"),
        ("VV_real", "VV_imag"),
        ("Re", "Im"),
        ("i_IW1_VH_mst_03Jan2020", "q_IW1_VH_mst_03Jan2020"),
    ):
        assert part_of(real)[0] == "real" and part_of(imaginary)[0] == "imaginary"
        assert part_of(real)[1] == part_of(imaginary)[1]
    assert part_of("VV") == ("", "VV")
    assert part_of("incidence") == ("", "incidence")


def test_bands_of_other_things_than_backscatter() -> None:
    for text in ("angle", "localIncidenceAngle", "coherence_VV", "layover-shadow mask", "DEM"):
        assert is_no_backscatter(text)
    for text in ("noise", "noise_VV", "VH noise", "VV_mask", "CountVV", "noise floor", "VV_angle"):
        assert is_no_backscatter(text)
    for text in ("VV", "sar_masked", "Sigma0_VV", "Shadowlands", "", "elevation corrected VV"):
        assert not is_no_backscatter(text)
    for text in ("VV_noise_corrected", "shadow_removed_VH", "SigmaVV_mask_applied"):
        assert not is_no_backscatter(text)
