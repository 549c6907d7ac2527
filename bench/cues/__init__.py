"""Which cue of the simulator misleads on real SAR: trainings that leave out one each."""
