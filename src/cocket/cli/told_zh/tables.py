"""Faults of lists of goods: the file as a whole, its header, its rows."""

from typing import Final

ROWS: Final = "请写一行表头，每项货物一行"
SAVE_AGAIN: Final = "请用电子表格软件打开，重新另存为 .xlsx"
SAVE_AS: Final = "请另存为 .csv（UTF-8）、.xlsx、.parquet 或 .jsonl"
SAVE_AS_UTF8: Final = "请将文件重新另存为“CSV UTF-8”"
ONE_OBJECT: Final = '请每行写一个 JSON 对象：{{"line": "1", "description": "..."}}'
ROWS_BELOW: Final = "请在表头下方为每项货物写一行"
NOTHING_LEFT: Final = "该文件名下未写入任何内容，未完成的文件已删除"
MAKE_ROOM: Final = "请清理磁盘空间，或指定其他磁盘上的文件，然后重新运行"
NAME_COLUMNS: Final = "请用中文或英文为各列命名，可用的列为：{names}；成分列写作：Dy %、Dy2O3 ppm"
GROUP: Final = "Parquet 文件的第 {group} 个行组已损坏，涉及第 {first} 至 {last} 行（{why}）"

WORDS: Final = {
    "no_file": ("没有此文件或文件夹", "请检查名称和所在文件夹"),
    "folder": ("这是文件夹", "请指定文件"),
    "forbidden": ("无权打开该文件", "请申请访问权限，或关闭正在使用它的程序"),
    "system": ("系统报告：{error}", "请重试，或将文件复制到其他文件夹"),
    "ending": ("不认识扩展名“{ending}”", SAVE_AS),
    "no_ending": ("文件名没有扩展名", SAVE_AS),
    ".xls": ("不读取旧版工作簿格式", SAVE_AS),
    ".xlsb": ("不读取二进制工作簿", SAVE_AS),
    ".ods": ("不读取 OpenDocument 表格", SAVE_AS),
    ".json": ("不读取整份 JSON 文档，只读取每行一个对象的 JSON lines", SAVE_AS),
    "sheet_asked": ("指定了工作表“{sheet}”，但只有工作簿才有工作表", "请不要指定工作表"),
    "changed": ("文件在读取过程中被改动", "请重新运行"),
    "empty": ("文件是空的", ROWS),
    "archive": ("该文件是工作簿或压缩包，不是文本", "请使用正确的扩展名，例如 .xlsx"),
    "parquet": ("该文件是 Parquet 文件，不是文本", "请使用扩展名 .parquet"),
    "old_workbook": ("该文件是旧版或加密的工作簿，不是文本", "请另存为 CSV UTF-8 或 .xlsx"),
    "pdf": ("该文件是 PDF，不是文本", "请将清单本身导出为 CSV UTF-8 或 .xlsx"),
    "not_utf8": (
        "文件的第 {at} 个字节（0x{byte:02X}，第 {row} 行）不是 UTF-8，无法断定是何种编码",
        SAVE_AS_UTF8,
    ),
    "nul": ("第 {row} 行有 NUL 字符", SAVE_AS_UTF8),
    "header_alone": ("文件只有表头，下方没有数据行", ROWS_BELOW),
    "too_short": (
        "表头有 {width} 格，该行只有 {cells} 格",
        "空单元格也请写出分隔符，含有分隔符的文字请加双引号",
    ),
    "after_quote": ("引号结束后还有文字", '引号内的单元格中，每个双引号请写两次：""'),
    "open_quote": (
        "双引号有始无终，该行与其后各行无法区分",
        '请补上结尾的双引号；引号内的单元格中，每个双引号写两次：""',
    ),
    "no_object": ("文件是空的", ONE_OBJECT),
    "no_key": ("没有一行是带键的 JSON 对象", ONE_OBJECT),
    "not_text": ("文件不是 UTF-8 文本", "请另存为 UTF-8"),
    "states_nothing": ("该记录没有填写任何内容", "请填写，或删除该记录"),
    "workbook_damaged": ("工作簿已损坏（{error}）", SAVE_AGAIN),
    "workbook_no_bytes": ("文件是空的", "请重新保存工作簿"),
    "workbook_locked": ("工作簿设有密码，或为旧版格式", "请取消密码，或另存为 .xlsx 格式"),
    "no_workbook": ("该文件不是工作簿", "请用电子表格软件另存为 .xlsx，或使用正确的扩展名"),
    "workbook_cut": ("工作簿不完整或已损坏", SAVE_AGAIN),
    "other_archive": ("该文件是其他内容的压缩包，不是工作簿", SAVE_AGAIN),
    "no_sheet": ("没有工作表{name}；现有工作表为{sheets}", "请指定其中之一"),
    "workbook_empty": ("工作簿是空的", ROWS),
    "several_sheets": ("有多个工作表可能是清单，无法断定是哪一个：{sheets}", "请指定要读取的工作表"),
    "sheet_header_alone": ("工作表只有表头，下方没有数据行", ROWS_BELOW),
    "sheet_empty": ("工作表是空的", ROWS),
    "merged_header": (
        "表头有合并单元格：{cells}",
        "请取消合并，在同一个表头行中为每列写出完整的名称",
    ),
    "merged": ("合并单元格 {cells} 以一个值代表多个单元格", "请取消合并，在每个单元格中填写各自的值"),
    "no_bytes": ("文件是空的", "请重新写出该文件"),
    "no_parquet": ("该文件不是 Parquet", "请使用正确的扩展名，例如 .csv 或 .xlsx"),
    "parquet_cut": ("Parquet 文件不完整：缺少结尾", "请完整地重新复制或写出该文件"),
    "parquet_damaged": ("Parquet 文件已损坏（{error}）", "请重新写出该文件"),
    "no_record": ("文件有列名但没有记录", "请为每项货物写一条记录"),
    "group_damaged": (GROUP, "请重新写出该文件"),
    "row_damaged": (GROUP, "请重新写出该文件或仅这些行，然后再行核查"),
    "several_headers": (
        "第 {rows} 行都可能是表头",
        "请只保留一个表头行，将其上方的内容删除或移到其他工作表",
    ),
    "same_header": ("同一列名出现两次：{first}和{second}", "请将其中一列改名或删除"),
    "same_meaning": ("{first}和{second}都被理解为“{meaning}”", "请只保留其中一列，含义不同的请改名"),
    "not_understood": ("没有一列能够识别；现有列名为{headers}", NAME_COLUMNS),
    "several_meanings": ("没有一列能够识别；现有列名为{headers}", "请按各列内容命名：{hints}"),
    "no_headers": ("没有一列能够识别；列名为空", NAME_COLUMNS),
    "no_header_above": (
        "“{text}”位于没有列名的 {letter} 列",
        "请为该列命名，或清空该单元格；CSV 文件请检查是否多了分隔符",
    ),
    "nothing_understood": ("该行的内容都不在可识别的列中", "请使用可识别的列名，或删除该行"),
    "header_again": ("该行重复了表头", "请删除该行"),
    "no_element": ("没有元素“{symbol}”", "请更正元素符号；如另有所指，请将该列改名"),
    "too_many_lines": ("一个工作表最多容纳 {most:,} 行，实际更多", "请改为写出 .csv 或 .parquet"),
    "too_long_text": (
        "一段文字有 {count:,} 个字符，超过工作簿单元格的上限（{most:,}）",
        "请改为写出 .csv、.jsonl 或 .parquet",
    ),
    "rows_not_written": ("第 {first} 至 {last} 行无法写出（{why}）；" + NOTHING_LEFT, MAKE_ROOM),
    "end_not_written": ("写出 {done} 行后，文件结尾无法写出（{why}）；" + NOTHING_LEFT, MAKE_ROOM),
}
