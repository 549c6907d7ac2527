"""The page Models, the model library and the model combo box."""
