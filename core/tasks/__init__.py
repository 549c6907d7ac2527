"""One module per job: ``job -> call -> result``. The runner knows which function does which job."""
