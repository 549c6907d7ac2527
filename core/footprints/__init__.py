"""From probabilities to footprints: watershed, polygonise, regularise, write."""
