"""The law as dated, cited data: instruments are read, checked, and folded into what holds on a day."""
