"""Which questions are asked about a new instrument, in which order."""

from collections.abc import Callable, Mapping

from cocket.cli import law_new_readers as read
from cocket.cli.law_new_interview import AUTHORITIES, RELATIONS, Answers, Interview
from cocket.cli.law_new_readers import AnswerError, Options
from cocket.law.answers import place_of

KINDS = ("announcement", "listing", "guidance", "regulation", "law")
NAMES_ZH = {"cn/mofcom": "商务部", "cn/gac": "海关总署", "cn/miit": "工业和信息化部", "cn/sca": "国家密码管理局"}
NAMES_EN = {"cn/mofcom": "MOFCOM", "cn/gac": "GAC", "cn/miit": "MIIT", "cn/sca": "SCA"}
LISTS = ("control_list", "watch_list", "unreliable_entity_list")
USUAL_BASIS = "cn/npc/2020/export-control-law; cn/state-council/2024/792"
DOES = ("goods", "changes", "readings", "bans", "parties")


def head(ask: Interview) -> None:
    """Who issued what, when, from when, and where it stands."""
    answers = ask.answers
    kinds = ask.named("new.kind", KINDS)
    kind = ask.ask(answers, "kind", kinds.one, options=kinds)
    bodies = ask.named("new.authority", AUTHORITIES)
    ask.ask(answers, "authorities", bodies.at_least_one, options=bodies)
    if kind == "listing":
        lists = ask.named("list", LISTS)
        ask.ask(answers, "list_name", lists.one, options=lists)
    number = str(ask.ask(answers, "number", read.number))
    issued = str(ask.ask(answers, "issued", read.day))
    _not_taken(ask)
    ask.ask(answers, "number_zh", read.text, default=_number_zh(answers, issued[:4], number))
    ask.ask(answers, "number_en", read.text, default=_number_en(answers, issued[:4], number))
    ask.ask(answers, "title_zh", read.text)
    ask.ask(answers, "title_en", read.text)
    since = str(ask.ask(answers, "since", read.day, default=issued))
    ask.ask(answers, "until", not_before(since), empty="")
    ask.ask(answers, "made_under", read.sentences_or_none, default="" if kind == "law" else USUAL_BASIS, empty=[])
    ask.ask(answers, "sources", lambda given: read.at_least_one(read.sentences(given)))
    ask.yes(answers, "official_text_opened")
    ask.ask(answers, "basis", read.text)
    ask.ask(answers, "checked_until", not_before(issued))
    _regime(ask)
    _does(ask)


def _not_taken(ask: Interview) -> None:
    """Nothing of that name stands in the lawbook yet: nothing is ever overwritten."""
    answers = ask.answers
    name = "cn/" + "/".join(
        place_of(*(answers.get(key, "") for key in ("kind", "authorities", "list_name", "number", "issued")))
    )
    if name in ask.lawbook.by_id:
        ask.refuse("number", AnswerError("new.bad.taken", given=name))
        del answers["number"], answers["issued"]
        head(ask)


def _number_zh(answers: Answers, year: str, number: str) -> str:
    """The official number as these bodies print it; the lawyer confirms or corrects it."""
    bodies = [NAMES_ZH.get(one, "") for one in answers["authorities"]]
    return f"{' '.join(bodies)}公告{year}年第{number}号" if all(bodies) and number.isdigit() else ""


def _number_en(answers: Answers, year: str, number: str) -> str:
    bodies = [NAMES_EN.get(one, "") for one in answers["authorities"]]
    return f"{' and '.join(bodies)} Announcement {year} No. {number}" if all(bodies) and number.isdigit() else ""


def not_before(first: str) -> Callable[[object], str]:
    def reader(given: object) -> str:
        found = read.day(given)
        if found < first:
            raise AnswerError("new.bad.before", given=found, first=first)
        return found

    return reader


def _regime(ask: Interview) -> None:
    if ask.answers.get("list_name") and "regime" not in ask.answers:
        is_unreliable = ask.answers["list_name"] == "unreliable_entity_list"
        ask.answers["regime"] = "unreliable_entities" if is_unreliable else "dual_use"
    regimes = Options({name: (one.title.en, one.title.zh) for name, one in ask.lawbook.regimes.items()})
    ask.ask(ask.answers, "regime", regimes.one, options=regimes)


def _does(ask: Interview) -> None:
    """What the instrument does; a file of answers shows it by what stands there, a list of parties by its kind."""
    answers = ask.answers
    if "does" not in answers and answers["kind"] == "listing":
        answers["does"] = ["parties"]
    if "does" not in answers and ask.source is not None:
        answers["does"] = [part for part in DOES if answers.get(part)]
    does = ask.named("new.does", DOES)
    ask.ask(answers, "does", does.at_least_one, options=does)


def goods(ask: Interview) -> None:
    ask.several("goods", lambda item, group: _goods(ask, item, group))
    follows(ask)


def _goods(ask: Interview, item: Answers, group: str) -> None:
    ask.ask(item, "code", read.code_or_name, group=group)
    ask.ask(item, "at", read.text, group=group)
    ask.ask(item, "text_zh", read.text, group=group)
    ask.ask(item, "text_en", read.text, group=group)
    kinds = read.of_vocabulary(ask.lawbook, "kind")
    ask.ask(item, "kinds", kinds.at_least_one, group=group, options=kinds)
    if "technology" in item["kinds"]:
        fields = read.of_vocabulary(ask.lawbook, "technology_field")
        ask.ask(item, "technology_fields", fields.several, group=group, options=fields, empty=[])
    if any(kind.startswith("magnet") for kind in item["kinds"]):
        families = read.of_vocabulary(ask.lawbook, "family")
        ask.ask(item, "families", families.several, group=group, options=families, empty=[])
    for key in ("contains", "contains_any", "main", "oxide_of"):
        ask.ask(item, key, read.elements, group=group, empty=[])
    _limits(ask, item, group)
    ask.ask(item, "remaining", read.text, group=group, empty="")
    ask.ask(item, "open_kinds", kinds.several, group=group, options=kinds, empty=[])
    ask.ask(item, "customs_numbers", read.customs_numbers, group=group, empty=[])
    if item["customs_numbers"]:
        ask.yes(item, "customs_numbers_read", group=group)
    ask.ask(item, "question", read.text, group=group, empty="")


def _limits(ask: Interview, item: Answers, group: str) -> None:
    """Figures of the text, each with whether the figure itself is inside."""
    if "limits" not in item and ask.source is None:
        found: list[Answers] = []
        while ask.yes({}, "more_limits" if found else "any_limits", group=group, default=ask.say("new.no")):
            found.append({})
            _limit(ask, found[-1], f"{group}limits[{len(found) - 1}].")
        item["limits"] = found
    for number, limit in enumerate(item.setdefault("limits", [])):
        _limit(ask, limit, f"{group}limits[{number}].")


def _limit(ask: Interview, limit: Answers, group: str) -> None:
    known = read.measured(ask.lawbook)
    of = str(ask.ask(limit, "of", known.one, group=group, options=known))
    figure = ask.ask(limit, "figure", read.figure(of), group=group)
    words = {one: (ask.say(f"new.relation.{one}", figure=figure),) for one in RELATIONS}
    relations = Options(words)
    ask.ask(limit, "relation", relations.one, group=group, options=relations, blanks={"figure": figure})


def follows(ask: Interview) -> None:
    """What exporting the goods takes, and where that holds."""
    item: Answers = ask.answers.setdefault("follows", {})
    effects = ask.named("effect", ("licence", "prohibit"))
    ask.ask(item, "effect", effects.one, group="follows.", options=effects)
    ask.ask(item, "at", read.text, group="follows.")
    ask.ask(item, "says_zh", read.text, group="follows.", default="出口所列物项，须先取得商务部许可。")
    english = "Exporting a listed item needs a licence of the Ministry of Commerce."
    ask.ask(item, "says_en", read.text, group="follows.", default=english)
    _reach(ask, item, "follows.")
    ask.ask(item, "destinations", read.countries, group="follows.", empty=[])


def _reach(ask: Interview, item: Answers, group: str) -> None:
    reaches = ask.named("new.reach", ("from_china", "abroad", "both"))
    ask.ask(item, "reach", reaches.one, group=group, options=reaches)


def changes(ask: Interview) -> None:
    ask.several("changes", lambda item, group: _change(ask, item, group))
    if any(one["do"] == "take_over" for one in ask.answers["changes"]) and "goods" not in ask.answers["does"]:
        follows(ask)


def _change(ask: Interview, item: Answers, group: str) -> None:
    kinds = ask.named("new.change", ("suspend", "resume", "repeal", "take_over"))
    do = ask.ask(item, "do", kinds.one, group=group, options=kinds)
    ask.ask(item, "at", read.text, group=group)
    ask.ask(item, "targets", read.targets(ask.lawbook), group=group)
    since = str(ask.ask(item, "since", read.day, group=group, default=ask.answers["since"]))
    if do == "suspend" and ask.ask(item, "until", not_before(since), group=group, empty=""):
        last = ask.named("new.last_day", ("inside", "outside", "not_said"))
        ask.ask(item, "last_day", last.one, group=group, options=last, blanks={"day": item["until"]})


def readings(ask: Interview) -> None:
    ask.several("readings", lambda item, group: _reading(ask, item, group))


def _reading(ask: Interview, item: Answers, group: str) -> None:
    ask.ask(item, "at", read.text, group=group)
    ask.ask(item, "targets", read.entries(ask.lawbook), group=group)
    kinds = read.of_vocabulary(ask.lawbook, "kind")
    ask.ask(item, "kinds", kinds.at_least_one, group=group, options=kinds)
    ways = ask.named("new.reading", ("inside", "outside"))
    ask.ask(item, "reading", ways.one, group=group, options=ways)
    ask.yes(item, "generally", group=group)
    ask.ask(item, "says_zh", read.text, group=group)
    ask.ask(item, "says_en", read.text, group=group)


def bans(ask: Interview) -> None:
    ask.several("bans", lambda item, group: _ban(ask, item, group))


def _ban(ask: Interview, item: Answers, group: str) -> None:
    effects = ask.named("effect", ("prohibit", "deny", "case_by_case", "single_only"))
    ask.ask(item, "effect", effects.one, group=group, options=effects)
    on = ask.named("new.ban_goods", ("listed", "own"))
    ask.ask(item, "goods", on.one, group=group, options=on)
    ask.ask(item, "at", read.text, group=group)
    _reach(ask, item, group)
    ask.ask(item, "destinations", read.countries, group=group, empty=[])
    for key, fact in (("end_user_types", "end_user_type"), ("end_uses", "end_use")):
        known = read.of_vocabulary(ask.lawbook, fact)
        ask.ask(item, key, known.several, group=group, options=known, empty=[])
    if not any(item[key] for key in ("destinations", "end_user_types", "end_uses")):
        ask.refuse(group + "destinations", AnswerError("new.bad.ban_of_all"))
        del item["destinations"], item["end_user_types"], item["end_uses"]
        _ban(ask, item, group)
    ask.ask(item, "says_zh", read.text, group=group)
    ask.ask(item, "says_en", read.text, group=group)


def parties(ask: Interview) -> None:
    lists = ask.named("list", LISTS)
    ask.ask(ask.answers, "list_name", lists.one, options=lists)
    ask.yes(ask.answers, "binds_abroad")
    ask.several("parties", lambda item, group: _party(ask, item, group))


def _party(ask: Interview, item: Answers, group: str) -> None:
    ask.ask(item, "name_zh", read.text, group=group)
    ask.ask(item, "name_en", read.text, group=group)
    ask.ask(item, "country", lambda given: read.countries(given)[0], group=group, empty="")
    ask.ask(item, "aliases", read.sentences, group=group, empty=[])
    ask.ask(item, "name_certain", read.yes_no, group=group, default=ask.say("new.yes"), empty=True)


def closing(ask: Interview) -> None:
    """What is not verified, and what the text leaves open."""
    ask.ask(ask.answers, "unverified", read.sentences, empty=[])
    ask.ask(ask.answers, "doubts", read.sentences, empty=[])


PARTS: Mapping[str, Callable[[Interview], None]] = {
    "goods": goods,
    "changes": changes,
    "readings": readings,
    "bans": bans,
    "parties": parties,
}


def all_of(interview: Interview) -> Answers:
    """Every question that the answers so far call for."""
    head(interview)
    for part in interview.answers["does"]:
        PARTS[part](interview)
    closing(interview)
    return interview.answers
