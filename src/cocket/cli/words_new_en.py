"""What cocket law new asks and says, in English: plain words for a lawyer who has never seen a law file."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    # a new instrument: what is asked
    "new.begin": (
        "One question after the other; Enter alone leaves out what may be left out, or takes what stands in "
        "[brackets]. "
        "Dates are written 2027-03-01. Ctrl-C breaks off: the answers are kept in {file}, and the next cocket law new "
        "goes on from there. Two dashes (--) take out a line of goods, a party and so on that was begun by mistake. "
        "Nothing is written to the lawbook before you have seen it and agreed."
    ),
    "new.resume": "Answers of an earlier sitting are kept in {file}. Go on with them?",
    "new.show_list": "? shows the list",
    "new.yes": "y",
    "new.no": "n",
    "new.kind": "What is it? Its number in the list",
    "new.kind.announcement": "an announcement that controls, suspends, repeals or bans something",
    "new.kind.listing": "a notice that puts parties on a list",
    "new.kind.guidance": "official answers to questions, which say how a text is to be read",
    "new.kind.regulation": "a regulation of the State Council",
    "new.kind.law": "a law of the National People's Congress",
    "new.authorities": "Who issued it? Numbers of the list, with commas where there are several",
    "new.authority.cn/mofcom": "Ministry of Commerce",
    "new.authority.cn/gac": "General Administration of Customs",
    "new.authority.cn/miit": "Ministry of Industry and Information Technology",
    "new.authority.cn/state-council": "State Council",
    "new.authority.cn/npc": "National People's Congress or its Standing Committee",
    "new.authority.cn/uel": "Working Mechanism of the Unreliable Entity List",
    "new.authority.cn/sca": "State Cryptography Administration",
    "new.number": (
        "Its number in the year, such as 18 (a law or an answer without one: a short name, such as export-control-law)"
    ),
    "new.issued": "The day on the document",
    "new.number_zh": "The official number in Chinese, as printed",
    "new.number_en": "The official number in English",
    "new.title_zh": "The title in Chinese, as printed",
    "new.title_en": "The title in English, in your own words",
    "new.since": "The first day on which it is in force",
    "new.until": "Its own last day in force, if it names one (the last day still inside)",
    "new.made_under": (
        "Under which laws is it made, by their ids in the lawbook (see cocket law list), with semicolons between "
        "(- for none)"
    ),
    "new.sources": "Where can it be read? An address, or several with semicolons between",
    "new.official_text_opened": "Did you read the official text itself, on the authority's own page (y or n)",
    "new.basis": 'What did you read, in a few words (such as "the ministry\'s page, opened on 2027-03-02")',
    "new.checked_until": "Up to which day did you look for later changes to it",
    "new.regime": "Which body of law does it belong to? Its number in the list",
    "new.does": "What does it do? Numbers of the list, with commas where there are several",
    "new.does.goods": "puts goods or technology under control (a list, an annex)",
    "new.does.changes": "suspends, resumes, repeals or takes over another instrument",
    "new.does.readings": "says how the words of a listed item are to be read",
    "new.does.bans": "bans or hinders goods that are listed, for some places, users or uses",
    "new.does.parties": "puts parties on a list",
    "new.item.goods": "Goods {number}: one line of the list",
    "new.item.changes": "Change {number}: what it does to other instruments",
    "new.item.readings": "Reading {number}",
    "new.item.bans": "Ban {number}",
    "new.item.parties": "Party {number}",
    "new.more": "Is there another one (y or n)",
    "new.goods.code": (
        "The control code as printed, such as 1C905.a.4 (a line of an annex without codes: a short name, such as "
        "annex1.item1)"
    ),
    "new.goods.at": "Where in the text does it stand, such as 四（一）4 or annex 1, item 3",
    "new.goods.text_zh": "The words of the text in Chinese, as printed",
    "new.goods.text_en": "The same in English, in your own words",
    "new.goods.kinds": "What kind of goods is it? One or several, with commas; numbers or words of the list",
    "new.goods.technology_fields": "Which field of technology? One or several; Enter if any",
    "new.goods.families": "Only magnets of some family? One or several; Enter if of any",
    "new.goods.contains": (
        "Elements that must all be in it, at no least content of the text (such as Dy, Fe); Enter if none"
    ),
    "new.goods.contains_any": "Elements of which at least one must be in it; Enter if none",
    "new.goods.main": "Elements of which one must make up half of it or more (as in gallium metal); Enter if none",
    "new.goods.oxide_of": "Elements whose oxide must be in it (as in mixtures of an oxide); Enter if none",
    "new.goods.any_limits": "Does the text name a figure, such as 97 % or 300 Wh/kg (y or n)",
    "new.goods.more_limits": "Does it name another figure (y or n)",
    "new.goods.limits": "The figures of the text",
    "new.goods.limits.of": "What is the figure about? An element (such as Hf), or a property of the list",
    "new.goods.limits.figure": "The figure as printed, such as 97 % or 2.5, without more or less than",
    "new.goods.limits.relation": "Which goods are inside? Mind the figure {figure} itself",
    "new.relation.at_least": "{figure} and more: goods with exactly {figure} are inside",
    "new.relation.above": "more than {figure}: goods with exactly {figure} are outside",
    "new.relation.at_most": "{figure} and less: goods with exactly {figure} are inside",
    "new.relation.below": "less than {figure}: goods with exactly {figure} are outside",
    "new.goods.remaining": (
        "Does the text want anything that you could not say so far? Put it as a question that a person must answer "
        "for such goods; Enter if nothing"
    ),
    "new.goods.open_kinds": "Other kinds that its words might reach, though they do not name them; Enter if none",
    "new.goods.customs_numbers": (
        "Customs numbers of the text (4, 6, 8 or 10 digits); Enter if none. They decide nothing"
    ),
    "new.goods.customs_numbers_read": "Did you read these numbers in the text itself (y), or work them out (n)",
    "new.goods.question": "A question that the text leaves open, to be shown with every answer; Enter if none",
    "new.follows.effect": "What does exporting these goods take? Its number in the list",
    "new.follows.at": "Where in the text is that said",
    "new.follows.says_zh": "That in one Chinese sentence",
    "new.follows.says_en": "That in one English sentence",
    "new.follows.reach": "For which movements does it hold? Its number in the list",
    "new.follows.destinations": "Only for some countries? Names or codes with commas; Enter if for all",
    "new.reach.from_china": "goods that leave the Chinese mainland (export, transit, out of special customs areas)",
    "new.reach.abroad": "goods of Chinese origin moved on from abroad",
    "new.reach.both": "both",
    "new.changes.do": "What does it do to other instruments? Its number in the list",
    "new.change.suspend": "suspends: they stay, and do not apply for a time",
    "new.change.resume": "resumes: a suspension ends before its time",
    "new.change.repeal": "repeals: they end",
    "new.change.take_over": "takes over: they end, and their goods go on under this instrument",
    "new.changes.at": "Where in the text is that said",
    "new.changes.targets": (
        "Which instruments, such as 57/2025 or an id; one rule of it as id#rule; several with commas"
    ),
    "new.changes.since": "From which day",
    "new.changes.until": "Until which day, as the text says; Enter if without end",
    "new.changes.last_day": "Is {day} itself still a day of the suspension? Its number in the list",
    "new.last_day.inside": "yes, the text says so",
    "new.last_day.outside": "no, the suspension ends on the day before",
    "new.last_day.not_said": "the text does not say (it will be read as inside, with the question shown)",
    "new.readings.at": "Where is it said, such as question 3",
    "new.readings.targets": "Of which control codes, or headings above some (such as 1C905.a.4 or 1C905); with commas",
    "new.readings.kinds": "For which kinds of goods? Numbers or words of the list, with commas",
    "new.readings.reading": "Are such goods inside the control or outside it? Its number in the list",
    "new.reading.inside": "inside: they are controlled",
    "new.reading.outside": "outside: they are not",
    "new.readings.generally": 'Does the answer say "generally", or leave room in another way (y or n)',
    "new.readings.says_zh": "The answer in one Chinese sentence",
    "new.readings.says_en": "The answer in one English sentence",
    "new.bans.effect": "What does it do? Its number in the list",
    "new.bans.goods": "For which goods? Its number in the list",
    "new.ban_goods.listed": "everything that any control list names",
    "new.ban_goods.own": "the goods of this instrument",
    "new.bans.at": "Where in the text is that said",
    "new.bans.reach": "For which movements does it hold? Its number in the list",
    "new.bans.destinations": "For which countries? Names or codes with commas; Enter if for all",
    "new.bans.end_user_types": "For which end users? Numbers or words of the list; Enter if for all",
    "new.bans.end_uses": "For which end uses? Numbers or words of the list; Enter if for all",
    "new.bans.says_zh": "That in one Chinese sentence",
    "new.bans.says_en": "That in one English sentence",
    "new.list_name": "Which list? Its number",
    "new.binds_abroad": "Does the notice also bind persons abroad who move goods of Chinese origin (y or n)",
    "new.parties.name_zh": "The party's Chinese name, as printed",
    "new.parties.name_en": "Its English name, as printed",
    "new.parties.country": "Its country; Enter if not stated",
    "new.parties.aliases": "Other names in the notice, with semicolons between; Enter if none",
    "new.parties.name_certain": "Could you read the name in full and without doubt (y or n)",
    "new.unverified": "What could you not verify? Sentences with semicolons between; Enter if nothing",
    "new.doubts": "What does the text leave doubtful? Sentences with semicolons between; Enter if nothing",
    # a new instrument: what can be wrong with an answer
    "new.bad.empty": "An answer is needed here",
    "new.bad.day": "'{given}' is no day of the calendar; write it as 2027-03-01",
    "new.bad.before": "{given} lies before {first}",
    "new.bad.yes_no": "'{given}' is neither yes nor no; write y or n",
    "new.bad.choice": "'{given}' is not in the list; write a number or a word of it",
    "new.bad.code": (
        "'{given}' is no control code, such as 1C905.a.4, nor a name of small letters, digits and points, such as "
        "annex1.item1"
    ),
    "new.bad.customs_number": "'{given}' is no customs number: 4, 6, 8 or 10 digits",
    "new.bad.number": "'{given}' is no number or short name: digits, or small letters with hyphens",
    "new.bad.taken": "{given} stands in the lawbook already",
    "new.bad.element": "'{given}' is no chemical element",
    "new.bad.country": "'{given}' is no country or region that is known; write its name or its code of two letters",
    "new.bad.figure": "{what}",
    "new.bad.one_figure": "'{given}' is a range; write one figure, and the other one as a figure of its own",
    "new.bad.target": "'{given}' is no instrument of the lawbook, or several, or has no such rule; see cocket law list",
    "new.bad.entry": "'{given}' is no control code of the lawbook and no heading above some",
    "new.bad.ban_of_all": (
        "a ban for all countries, users and uses is none on some of them: name a country, a user or a use"
    ),
    "new.bad.shape": "the answers are no object with lists of objects",
    "new.answer_missing": "the answer '{key}' is missing",
    "new.add_it": "Add '{key}' to the file, or run cocket law new at a terminal, which asks for it",
    "new.correct_it": "Correct it in the file and run the command again",
    "new.answers_shape": "See docs/new-law.md for what such a file looks like",
    "new.no_such_goods": "no goods can meet all of this: {goods}",
    "new.exists": "{file} is there already, and nothing is overwritten",
    "new.refused": 'Your answer to "{question}" cannot be used: {problem}',
    # a new instrument: what was understood, and what becomes of it
    "new.kept": "Your answers are kept in {file}; cocket law new goes on from there.",
    "new.understood": "This is what was understood:",
    "new.tests": (
        "{count} tests were made from your answers, each with the outcome that follows from them; {failed} disagree."
    ),
    "new.look": (
        "Look at these: an answer may be wrong, another instrument may control the same goods, or the lawbook may be "
        "wrong."
    ),
    "new.untested": "No test could be made from these answers; write one into the file by hand: {names}",
    "new.decide": "What now",
    "new.decide.write": "it says what the text says: write the file",
    "new.decide.correct": "an answer is wrong: correct it",
    "new.decide.leave_out": "leave the tests that disagree out, and note them in the file as not verified",
    "new.take_out": "(take this one out as a whole)",
    "new.which": "The number of the answer to give again",
    "new.written": "Written: {file}, with {tests} tests.",
    "new.as_of": (
        "- raise as_of in lawbook.yaml to {day} or later: the lawbook calls itself older than this instrument\n"
    ),
    "new.next": (
        "What comes next (docs/new-law.md):\n"
        "- read the file once: it is short, and every answer of yours stands in it\n"
        "{as_of}"
        "- ./dev pages, then ./dev test\n"
        "- a line for CHANGELOG.md, and the commit"
    ),
    "help.law.new": (
        "Write down a new instrument by answering questions, with its first tests and a test on either side of each "
        "limit.\n\n"
        "Exit code: 0 written, 1 written but tests disagree, 2 an answer cannot be used."
    ),
    "help.law.new.answers": "A file of answers (JSON); what it lacks is asked for at a terminal.",
    "help.law.new.into": "The lawbook's folder; left out, that of the checkout one stands in, else the current folder.",
}
