"""What was understood of a list of goods, and where."""

from typing import Final

ELEMENT_MEANT: Final = "单独的元素符号只有{where}才算；如确指元素，请写作“{header} %”或“{header} ppm”"

WORDS: Final = {
    "named": "“{name}”",
    "lettered": "“{name}”（{letter} 列）",
    "sheet": "{file}，工作表“{sheet}”",
    "sheet_read": "已读取工作表{chosen}；未读取：{others}",
    "written_row": "拟写出的工作簿第 {row} 行",
    "written_book": "拟写出的工作簿",
    "understood": "已识别：{columns}",
    "as": "{column}为“{meaning}”",
    "as_in": "{column}为“{meaning}”，单位 {unit}",
    "not_understood": "未能识别、未予采用：{columns}",
    "gives_way": "{column}未予采用：{other}已给出“{meaning}”",
    "gb18030": "文件不是 UTF-8，已按 GB 18030 读取，其表头由此可以读懂；请将文件重新另存为“CSV UTF-8”",
    "separated": "单元格以{separator}分隔",
    ";": "分号",
    "\t": "制表符",
    "|": "竖线",
    "header_row": "表头在第 {row} 行；其上方的内容未予采用",
    "lost_zeros": "{column}存的是数字，开头的零会丢失；编码如以零开头，请将该列设为文本格式",
    "lost_zeros_stored": "{column}存的是数字，开头的零会丢失；请将编码写成文本",
    "several": "{column}可能是{meanings}：请将列名改为{names}",
    "several_or_none": "{column}可能是{meanings}：如为{free}，请将列名改为{names}",
    "with_unit": "{name}（{unit}）",
    "element": "{column}按元素 {element} 读取，因其{where}",
    "element_or_word": "{column}按“{meaning}”读取，不作为元素 {element}：" + ELEMENT_MEANT,
    "no_element": "{column}不作为元素 {element} 读取：" + ELEMENT_MEANT,
    "in_company": "另有至少两列是单独的元素符号",
    "in_a_row": "在元素列表中紧接另一元素列的右侧",
    "between": "位于两个元素列之间",
}
