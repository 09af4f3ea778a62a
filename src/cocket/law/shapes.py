"""The shapes of codes and days, as the law files and the facts write them."""

import re

CONTROL_CODE = re.compile(r"[0-9][A-E][0-9]{3}(\.[a-z](\.[0-9]+(\.[a-z])?)?)?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CUSTOMS_NUMBER = re.compile(r"[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{10}")
CUSTOMS_PREFIX = re.compile(r"[0-9]{2,10}")
COUNTRY_CODE = re.compile(r"[A-Z]{2}")
PART_MARK = "#"  # instrument#part
