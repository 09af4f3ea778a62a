"""The Django app for what leaves the house: written with the change it tells of, sent until it arrived."""
