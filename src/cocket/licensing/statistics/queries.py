"""Every query that a figure comes from, by its name, as each database takes it.

``first`` and ``next`` are the first moments of the month and of the next, ``first_day`` and ``next_day`` their days.
``<day x>`` is the number of the authority's day on which the moment x falls, from 1970-01-01 on.
"""

import re
from typing import Final

QUERIES: Final[dict[str, str]] = {
    # the index on step, moment and case holds all that these two need
    "steps-of-month": """
select step, count(*)
from case_event
where step in ('file', 'file_again', 'ask_amendment', 'ask_amendment_again', 'send_back', 'return', 'accept',
               'grant', 'grant_in_part', 'refuse', 'withdraw', 'issue')
  and at >= %(first)s and at < %(next)s
group by step""",
    "filed-in-month": """
select count(*), count(back.case_id)
from case_event filed
left join (
    select distinct case_id from case_event where step in ('send_back', 'return') and at >= %(first)s
) back on back.case_id = filed.case_id
where filed.step in ('file', 'ask_amendment') and filed.at >= %(first)s and filed.at < %(next)s""",
    "deals-of-month": """
select deal.destination, deal.control_code, deal.outcome, count(*)
from case_decision decision
join case_decision_deal deal on deal.decision_id = decision.number
where decision.day >= %(first_day)s and decision.day < %(next_day)s
group by deal.destination, deal.control_code, deal.outcome""",
    "accepted-in-month": """
select <day accepted>, <day ended>, status, count(*)
from case_file
where accepted >= %(first)s and accepted < %(next)s
group by 1, 2, 3""",
    "stops-of-accepted": """
select case_file.number, <day case_file.accepted>, <day case_file.ended>, case_file.status,
       event.step, <day event.at>, event.said
from case_file
join case_event event on event.case_id = case_file.number
where case_file.accepted >= %(first)s and case_file.accepted < %(next)s
  and event.step in ('stop', 'resume') and event.at >= %(first)s
order by case_file.number, event.sequence""",
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
