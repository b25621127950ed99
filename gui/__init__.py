"""The screens: they show values and ask records.actions for what people decide."""
