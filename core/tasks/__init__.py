"""One module per job: job in, result out."""
