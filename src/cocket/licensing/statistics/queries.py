"""Every query that a figure comes from, by its name, as each database takes it.

``first`` and ``next`` are the first moments of the month and of the next, ``first_day`` and ``next_day`` their days.
``<day x>`` is the number of the authority's day on which the moment x falls, from 1970-01-01 on.
"""

import re
from typing import Final

QUERIES: Final[dict[str, str]] = {
    # each is answered by an index that begins with the month, and two by the index alone
    "steps-of-month": """
select step, count(*)
from case_event
where step in ('file', 'file_again', 'ask_amendment', 'ask_amendment_again', 'send_back', 'return', 'accept',
               'grant', 'grant_in_part', 'refuse', 'withdraw', 'issue')
  and at >= %(first)s and at < %(next)s
group by step""",
    "filed-in-month": """
select count(*), count(returned)
from case_file
where filed >= %(first)s and filed < %(next)s and kind <> 'ruling'""",
    "deals-of-month": """
select destination, control_code, outcome, count(*)
from case_decision_deal
where day >= %(first_day)s and day < %(next_day)s
group by destination, control_code, outcome""",
    "accepted-in-month": """
select <day accepted>, <day ended>, status, stops, count(*)
from case_file
where accepted >= %(first)s and accepted < %(next)s
group by 1, 2, 3, 4""",
}
_DAY: Final = re.compile(r"<day ([\w.]+)>")
_DAYS: Final = {
    "postgresql": r"((\1 at time zone '{zone}')::date - date '1970-01-01')",
    # Django registers the function; moments are kept in UTC
    "sqlite": r"cast(julianday(django_datetime_cast_date(\1, 'UTC', '{zone}')) - 2440587.5 as integer)",
}


def query(name: str, vendor: str, zone: str) -> str:
    """``vendor`` as Django names the database, ``zone`` the authority's."""
    return _DAY.sub(_DAYS[vendor].replace("{zone}", zone), QUERIES[name])
