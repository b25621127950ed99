"""The demo clinic and the demo study, entered through the very actions people use."""
