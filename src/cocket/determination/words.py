"""The words in which an explanation is told, in English and Chinese: one table, so that a translator sees it whole."""

from collections.abc import Mapping

Words = Mapping[str, tuple[str, str]]

OUTCOMES: Words = {
    "PROHIBITED": ("PROHIBITED", "禁止出口"),
    "PRESUMPTIVE_DENIAL": ("LICENCE NEEDED, REFUSED IN PRINCIPLE", "需要许可，原则上不予许可"),
    "CASE_BY_CASE": ("LICENCE NEEDED, REVIEWED CASE BY CASE", "需要许可，逐案审批"),
    "LICENCE_REQUIRED_SINGLE_ONLY": ("SINGLE LICENCE NEEDED", "仅可申请单项许可"),
    "LICENCE_REQUIRED": ("LICENCE NEEDED", "需要许可"),
    "CATCH_ALL_LICENCE": ("LICENCE NEEDED (CATCH-ALL)", "需要许可（全面控制）"),
    "VOUCHER": ("REGISTRATION VOUCHER INSTEAD OF A LICENCE", "登记填报信息获得出口凭证"),
    "NO_LICENCE_REPORT": ("NO LICENCE, BUT A REPORT IS DUE", "无需许可，须报告"),
    "NOT_REQUIRED_SUSPENDED": ("FREE: THE CONTROL IS SUSPENDED", "无需许可：管制暂停实施"),
    "NOT_CONTROLLED": ("FREE: NOT CONTROLLED", "无需许可：不属管制"),
    "NEEDS_FACTS": ("OPEN: FACTS ARE MISSING", "未决：缺少事实"),
    "UNRESOLVED": ("OPEN: THE LAW OF THAT DAY IS UNRESOLVED", "未决：当日适用的法律不明"),
    "CONSULT": ("OPEN: ASK THE AUTHORITY", "未决：应向主管部门咨询"),
    "NEW_APPLICATION": ("APPLY ANEW", "须重新申请"),
    "AMENDMENT": ("APPLY TO AMEND", "须申请变更"),
    "VIOLATION": ("EXPORT WITHOUT A VALID LICENCE", "无有效许可出口"),
    "BAD_INPUT": ("NOT READ: THE INPUT IS WRONG", "未读取：输入有误"),
}
FACTS: Words = {
    "kind": ("kind of goods", "货物形态"),
    "family": ("magnet family", "磁体种类"),
    "movement": ("movement", "流向"),
    "origin": ("origin", "原产地"),
    "destination": ("destination", "目的地"),
    "end_user_country": ("the end user's country", "最终用户所属国"),
    "end_user_type": ("kind of end user", "最终用户性质"),
    "end_use": ("end use", "最终用途"),
    "end_user": ("end user", "最终用户"),
    "importer": ("importer", "进口商"),
    "end_user_parent": ("holder of shares in the end user", "最终用户的股东"),
    "end_user_parent_share_pct": ("share held in the end user", "持股比例"),
    "composition": ("full composition", "完整成分"),
    "composition_complete": ("composition complete", "成分完整"),
    "technology_field": ("field of the technology", "技术领域"),
    "substance": ("name of the substance", "物质名称"),
    "grade": ("grade", "牌号"),
    "quantity": ("quantity", "数量"),
    "equipment": ("kind of equipment", "设备种类"),
    "param.shape": ("shape", "形状"),
    "param.graphite_kind": ("kind of graphite", "石墨种类"),
    "control_code": ("control code stated", "申报管制编码"),
    "date": ("day of export", "出口日期"),
    "china_origin_part1_value_ratio": ("share of value of Chinese-origin Part 1 items", "中国原产第一部分物项价值占比"),
    "china_origin_technology": ("made with Chinese-origin technology", "使用原产于中国的技术"),
    "exporter_told_of_use": ("what the exporter was told of the use", "出口商获知的用途"),
    "temporary.kind": ("kind of temporary export", "临时出口类型"),
    "temporary.returned_as_is_at_once": ("returned as is, at once", "原状及时复运"),
    "temporary.within_reasonable_time": ("within a reasonable time", "合理期限内"),
    "temporary.to_original_place": ("to the original place", "运往原地"),
    "temporary.to_original_end_user": ("to the original end user", "交付原最终用户"),
}
PHRASES: Words = {
    "why": ("Why", "理由"),
    "ask": ("To decide this, state", "须补充的事实"),
    "possible": ("Possible", "可能的结果"),
    "codes": ("Control code", "管制编码"),
    "licences": ("Licences open", "可申请的许可"),
    "single": ("single", "单项许可"),
    "general": ("general", "通用许可"),
    "voucher": ("registration voucher", "登记凭证"),
    "in_force": ("in force since", "自此日施行："),
    "suspended": ("suspended by", "暂停实施，依据"),
    "unresolved": ("in force or suspended: unresolved; pending", "是否暂停未决；待定："),
    "but_for": ("But for the suspension", "如未暂停"),
    "not_yet": ("not in force yet, from", "尚未施行，施行日"),
    "lapsed": ("not in force, lapsed on", "已失效，失效日"),
    "nearly": ("Nearly met (one fact away)", "差一项事实即符合"),
    "flips": ("Smallest change that would turn this answer", "改变结论的最小变化"),
    "would_be": ("would give", "则为"),
    "procedure": ("The licence held", "所持许可"),
    "not_considered": ("Not considered", "未考虑"),
    "partly": ("Only partly in this lawbook", "本法库仅部分收录"),
    "past_checked": ("Later changes were not looked for in", "未查后续变化"),
    "law_checked_until": (
        "This day lies after the last look for changes and new announcements:",
        "此日晚于最近一次核查变化与新公告之日：",
    ),
    "warnings": ("Warnings", "提示"),
    "guidance": (
        "rests on an official answer, which speaks generally: ask in doubt",
        "依据官方答问（一般情形），如有疑问应咨询",
    ),
    "question": ("Open question", "未决问题"),
    "not_covered": ("The law of that day is not in the lawbook", "法库未收录当日法律"),
    "gap": ("Law not written down here yet", "尚未收录的法律"),
    "wants": ("the law wants", "法律要求"),
    "said": ("said", "所述"),
    "nothing_said": ("nothing", "未说明"),
    "contains": ("contains", "含有"),
    "oxide": ("contains an oxide of", "含有氧化物："),
    "main": ("is for the most part", "主要成分为"),
    "listed": ("is listed in", "列于"),
    "not_listed": ("on no list", "未列名"),
    "present": ("present, no figure", "含有，无数值"),
    "absent": ("none", "无"),
    "one_of": ("is one of", "为其一："),
    "is": ("is", "为"),
    "not": ("not:", "非："),
    "either": ("either", "以下任一"),
    "date": ("Date", "日期"),
    "known": ("law as published by", "以此日前公布的法律为准："),
    "read": ("Read from the description", "由货物描述读出"),
    "read_contains": ("contains", "含有"),
    "read_absent": ("said to be without", "称不含"),
    "read_share": ("share", "含量"),
    "read_purity": ("purity", "纯度"),
    "read_agrees": ("stated as well", "与所填一致"),
    "read_contradicts": ("contradicts what is stated", "与所填矛盾"),
    "read_shown": ("decides nothing; state it in a column if it is so", "不作判断依据；属实请填入相应列"),
    "third_language": (
        "the description is not in English or Chinese alone; nothing was read from it",
        "描述并非仅用英文或中文，未读取",
    ),
    "too_long": ("the description is too long for one product; nothing was read from it", "描述过长，未读取"),
    "in_doubt": ("its words put themselves in doubt; nothing of it decides", "描述措辞存疑，不作判断依据"),
    "not_understood": (
        "some of its words are not known here; nothing of it frees the goods",
        "描述中有不识别的词语，不据以放行",
    ),
    "several_goods": (
        "the description seems to name more than one product; give each a line of its own",
        "描述似含多种货物，请分行填写",
    ),
    "words_contradict_kind": (
        "the description names another kind of goods than stated; both are kept open",
        "描述与所填货物形态矛盾；两者均保留",
    ),
    "words_contradict_substance": (
        "the description names a substance that is stated to be another one; the name in the words counts",
        "描述写明了物质名称，而所填为其他物质；以描述中的名称为准",
    ),
    "words_contradict_family": (
        "the description names another magnet family than stated; both are kept open",
        "描述与所填磁体种类矛盾；两者均保留",
    ),
    "words_contradict_composition": (
        "the description contradicts the stated composition; the figure stated stands, or both are kept open",
        "描述与所填成分矛盾；以所填数值为准或两者均保留",
    ),
    "words_contradict_purity": (
        "the description contradicts the stated purity; both are kept open",
        "描述与所填纯度矛盾；两者均保留",
    ),
    "words_contradict_origin": (
        "the description names another country of origin than stated; both are kept open",
        "描述与所填原产地矛盾；两者均保留",
    ),
    "words_contradict_destination": (
        "the description names another destination than stated; both are kept open",
        "描述与所填目的地矛盾；两者均保留",
    ),
    "control_list": ("control list", "管控名单"),
    "watch_list": ("watch list", "关注名单"),
    "unreliable_entity_list": ("unreliable entity list", "不可靠实体清单"),
    "hs_mismatch": (
        "the customs number does not fit the goods; it decides nothing",
        "海关商品编号与所述货物不符；编号不作为判断依据",
    ),
    "statement_differs_from_list": (
        "the list and a statement of its supplier differ; both are kept possible: correct the list or ask anew",
        "清单与供应商的说明不一致；两者均保留：请更正清单或重新询问",
    ),
    "bill_differs_from_list": (
        "the share of value stated and that of the bill of materials differ; both are kept possible: correct one",
        "清单所填价值占比与物料清单算得的不一致；两者均保留：请更正其一",
    ),
    "statements_differ": (
        "statements of the supplier differ from each other; all are kept possible: ask anew",
        "供应商前后说明不一致；均保留：请重新询问",
    ),
    "statement_revised": (
        "the supplier revised an earlier statement; see what changed before relying on it",
        "供应商修改过此前的说明；采信前请核对所改内容",
    ),
    "kind_is_contradicted": (
        "the stated kind of goods does not fit the other facts; both are kept open",
        "所述货物形态与其他事实不符；两者均保留",
    ),
    "shape_is_contradicted": (
        "the stated shape does not fit the other facts; both are kept open",
        "所述形状与其他事实不符；两者均保留",
    ),
    "graphite_kind_is_contradicted": (
        "the stated kind of graphite does not fit the other facts; both are kept open",
        "所述石墨种类与其他事实不符；两者均保留",
    ),
    "purity_contradicts_composition": (
        "the stated purity contradicts the composition; both are kept open",
        "所述纯度与成分矛盾；两者均保留",
    ),
    "substance_contradicts_composition": (
        "the stated substance contradicts the composition; both are kept open",
        "所述物质与成分矛盾；两者均保留",
    ),
    "substance_contradicts_kind": (
        "the stated substance does not fit the kind of goods; both are kept open",
        "所述物质与货物形态不符；两者均保留",
    ),
    "substance_not_known": (
        "the name of the substance is not in the vocabulary and was not used",
        "物质名称不在词表中，未予采用",
    ),
    "equipment_not_known": (
        "the kind of equipment is not in the vocabulary and was not used",
        "设备种类不在词表中，未予采用",
    ),
    "shape_not_known": ("the shape is not in the vocabulary and was not used", "形状不在词表中，未予采用"),
    "graphite_kind_not_known": (
        "the kind of graphite is not in the vocabulary and was not used",
        "石墨种类不在词表中，未予采用",
    ),
    "family_contradicts_composition": (
        "the stated magnet family contradicts the composition; both are kept open",
        "所述磁体种类与成分矛盾；两者均保留",
    ),
}
SIGNS = {"at_least": "≥", "above": ">", "at_most": "≤", "below": "<"}


class Lexicon:
    """The tables in one language; a word without an entry is shown as it is."""

    def __init__(self, lang: str) -> None:
        self.zh = lang.startswith("zh")

    def outcome(self, name: str) -> str:
        return self._pick(OUTCOMES, name)

    def fact(self, name: str) -> str:
        return self._pick(FACTS, name)

    def phrase(self, name: str) -> str:
        return self._pick(PHRASES, name)

    def either(self, words: object) -> str:
        """The right side of a {zh, en} pair of an explanation."""
        return str(words["zh" if self.zh else "en"]) if isinstance(words, Mapping) else str(words)

    def _pick(self, table: Words, name: str) -> str:
        words = table.get(name)
        return words[self.zh] if words else name
