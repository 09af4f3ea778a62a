"""Every query that a figure comes from, by its name. ``%s`` are the first moment of the month and that of the next,
and for those on days the first day and that of the next month."""

from typing import Final

QUERIES: Final[dict[str, str]] = {
    # the index on (step, at) holds all that this one needs
    "steps-of-month": """
select step, count(*)
from case_event
where step in ('file', 'file_again', 'ask_amendment', 'ask_amendment_again', 'send_back', 'return', 'accept',
               'grant', 'grant_in_part', 'refuse', 'withdraw', 'issue')
  and at >= %s and at < %s
group by step""",
    "filed-in-month": """
select count(*), count(case when exists (
    select 1 from case_event back where back.case_id = filed.case_id and back.step in ('send_back', 'return')
) then 1 end)
from case_event filed
where filed.step in ('file', 'ask_amendment') and filed.at >= %s and filed.at < %s""",
    "deals-of-month": """
select deal.destination, deal.control_code, deal.outcome, count(*)
from case_decision decision
join case_decision_deal deal on deal.decision_id = decision.number
where decision.day >= %s and decision.day < %s
group by deal.destination, deal.control_code, deal.outcome""",
    "accepted-in-month": """
select number, accepted, ended, status
from case_file
where accepted >= %s and accepted < %s
order by accepted, number""",
    "stops-of-accepted": """
select event.case_id, event.step, event.at, event.said
from case_file
join case_event event on event.case_id = case_file.number
where case_file.accepted >= %s and case_file.accepted < %s
  and event.step in ('stop', 'resume')
order by event.case_id, event.sequence""",
}
ON_DAYS: Final = ("deals-of-month",)
