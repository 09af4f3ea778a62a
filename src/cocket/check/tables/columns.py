"""What the columns of a list of goods are called: one table per question, to be read and added to.

Names are compared without case, spaces, underscores and punctuation; "#" counts as "no". A name stands
in one place only; a test holds that. A name that could mean two things ("weight", "amount", "ship to",
"country") is left out or stands in one of the smaller tables with its condition; such names stand in
``NAMES_OF_SEVERAL`` as well, so that people are told what to write instead.
"""

NAMES: dict[str, tuple[str, ...]] = {
    "line": (
        "line", "line no", "line number", "line id", "line item", "item no", "item number", "item id",
        "pos", "position",
        "no", "nr", "serial no", "serial number", "s/n", "sl no", "sr no", "row", "row no",
        "行", "行号", "序号", "项号", "项次", "行项目",
    ),
    "order": (
        "order", "order no", "order number", "order id", "purchase order", "purchase order no", "po",
        "po no",
        "po number", "sales order", "contract", "contract no", "contract number",
        "订单", "订单号", "订单编号", "采购订单", "采购订单号", "合同号", "合同编号", "合同协议号",
    ),
    "product": (
        "product", "product no", "product number", "product id", "product code", "part", "part no",
        "part number",
        "p/n", "sku", "article", "article no", "article number", "material no", "material number",
        "material code",
        "产品", "产品编号", "产品号", "产品代码", "料号", "物料号", "物料编码", "物料编号", "零件号",
        "货号",
    ),
    "supplier": ("supplier", "supplier name", "vendor", "vendor name", "供应商", "供应商名称", "供货商"),
    "description": (
        "description", "goods", "goods description", "description of goods", "item description",
        "product description", "product name", "goods name", "name of goods", "commodity",
        "commodity description",
        "item name", "desc",
        "品名", "货物", "货名", "货物名称", "货物描述", "商品名称", "商品描述", "产品名称", "产品描述",
        "物料名称", "描述",
        "商品名称及规格型号", "商品名称规格型号", "品名及规格", "品名规格", "货名及规格",
    ),
    "date": (
        "date", "export date", "date of export", "shipment date", "date of shipment", "shipping date",
        "ship date",
        "declaration date", "date of declaration", "day of export", "export on",
        "日期", "出口日期", "申报日期", "报关日期", "发货日期", "装运日期", "出运日期", "出口日", "申报日",
    ),
    "kind": (
        "kind", "kind of goods", "goods kind", "form", "form of goods", "goods form", "type",
        "type of goods",
        "goods type",
        "形态", "货物形态", "物项形态", "形式", "货物类型", "物项类型", "货物种类", "类型",
    ),
    "family": (
        "family", "magnet family", "magnet type", "magnet material",
        "牌号族", "磁体种类", "磁体类型", "磁体系列", "磁材种类", "磁体材料",
    ),
    "grade": ("grade", "material grade", "magnet grade", "alloy grade", "牌号", "材料牌号", "磁体牌号"),
    "composition": (
        "composition", "chemical composition", "composition wt", "composition wt pct", "composition pct",
        "composition mass pct",
        "成分", "化学成分", "组成", "成份",
    ),
    "contains": (
        "contains", "contains elements", "elements", "elements contained", "contained elements",
        "含有", "含有元素", "所含元素", "元素",
    ),
    "composition_complete": (
        "composition complete", "complete composition", "composition is complete", "full composition",
        "成分完整", "成分是否完整", "组成完整", "完整成分",
    ),
    "hs": (
        "hs", "hs code", "hs no", "hs number", "hts", "hts code", "tariff", "tariff code", "tariff no",
        "tariff number", "customs code", "customs number", "customs tariff number", "commodity code",
        "declared hs",
        "海关编码", "商品编号", "商品编码", "hs编码", "税号", "税则号", "税则号列", "税则编码",
        "海关商品编号", "海关编号",
    ),
    "control_code": (
        "control code", "export control code", "stated control code", "control code stated",
        "control list code",
        "dual use code",
        "管制编码", "管制代码", "出口管制编码", "两用物项编码", "管制物项编码",
    ),
    "substance": ("substance", "named substance", "chemical name", "物质", "物质名称", "化学名称"),
    "quantity": (
        "quantity", "qty", "quantities",
        "数量", "申报数量", "成交数量", "出口数量", "数量及单位",
    ),
    "unit": (
        "unit", "unit of measure", "uom", "quantity unit", "unit of quantity", "qty unit", "measure unit",
        "单位", "计量单位", "数量单位",
    ),
    "value": (
        "value", "total value", "goods value", "value of goods", "line value", "line total", "total price",
        "invoice value",
        "金额", "总金额", "货值", "价值", "总价", "总值", "合计金额",
    ),
    "unit_price": (
        "unit price", "price", "price per unit", "price each", "price per piece", "cost per unit", "unit cost",
        "单价", "单位价格",
    ),
    "parent": (
        "parent", "parent part", "parent no", "parent number", "goes into", "used in", "assembly",
        "上级", "父项", "上级料号", "父项料号", "所属组件",
    ),
    "currency": ("currency", "currency code", "ccy", "value currency", "币制", "币种", "货币"),
    "origin": (
        "origin", "country of origin", "origin country", "made in", "coo",
        "原产国", "原产地", "原产国地区", "产地", "产国",
    ),
    "movement": ("movement", "kind of movement", "type of movement", "流向", "移动方式", "流转方式"),
    "moved_from": (
        "moved from", "country of departure", "departure country", "country of dispatch",
        "启运国", "起运国", "启运地", "起运地", "出发国",
    ),
    "destination": (
        "destination", "destination country", "country of destination", "final destination",
        "destination code",
        "ship to country", "dest",
        "目的国", "目的地", "目的国家", "最终目的国", "最终目的地", "运抵国", "运抵国地区", "目的国地区",
        "最终目的国地区",
    ),
    "exporter": (
        "exporter", "exporter name", "name of exporter", "shipper", "consignor",
        "出口商", "出口人", "出口经营者", "发货人", "境内发货人", "出口企业", "出口单位",
    ),
    "importer": (
        "importer", "importer name", "name of importer", "进口商", "进口人", "进口企业", "境外进口商",
    ),
    "consignee": (
        "consignee", "consignee name", "name of consignee",
        "收货人", "境外收货人", "收货方", "收货单位",
    ),
    "end_user": (
        "end user", "end user name", "name of end user", "final user", "ultimate end user",
        "ultimate consignee",
        "最终用户", "最终用户名称", "终端用户", "最终使用人",
    ),
    "party": (
        "party", "party name", "name of party", "counterparty", "counterparty name", "customer", "customer name",
        "business partner", "客户", "客户名称", "对方名称", "交易对手",
    ),
    "party_country": ("party country", "country of party", "customer country", "客户国家"),
    "party_born": ("born", "date of birth", "birth date", "出生日期"),
    "party_number": ("party number", "registration number", "passport number", "注册号", "护照号"),
    "end_user_country": (
        "end user country", "country of end user", "end users country",
        "最终用户国家", "最终用户国", "最终用户所在国", "最终用户所在国家", "最终用户国别",
    ),
    "end_user_type": (
        "end user type", "type of end user", "kind of end user", "最终用户类型", "最终用户性质",
        "最终用户类别",
    ),
    "end_user_listed": (
        "end user listed", "end user is listed", "end user on a list", "最终用户是否列名", "最终用户列名",
        "最终用户在列",
    ),
    "end_use": (
        "end use", "final use", "intended use", "use",
        "最终用途", "用途", "终端用途",
    ),
    "certificate": (
        "certificate", "certificate no", "certificate number", "composition certificate",
        "certificate of composition", "composition certificate no", "certificate of analysis", "coa",
        "coa no",
        "mill certificate",
        "成分证书", "成分证明", "成分检测报告", "检测报告", "检测报告号", "证书", "证书号", "质检单号",
    ),
    "declaration": (
        "declaration", "declaration no", "declaration number", "customs declaration no", "customs declaration number",
        "报关单", "报关单号", "报关单编号", "申报单号",
    ),
    "licence_number": (
        "licence no", "licence number", "license no", "license number", "export licence no", "export licence number",
        "许可证号", "许可证编号", "许可证件号", "出口许可证号",
    ),
    "port": (
        "port", "port of exit", "exit port", "office of exit", "customs office of exit",
        "出境关别", "出口口岸", "离境口岸",
    ),
    # Not "remarks" alone: every other list has such a column, and it is about something else.
    "declaration_remarks": (
        "declaration remarks", "remarks of declaration", "remarks of the declaration", "customs remarks",
        "报关单备注", "标记唛码及备注",
    ),
    "known": ("known", "known on", "known until", "known as of", "law known on", "已知日期", "知悉日期"),
    "technology_field": ("technology field", "field of technology", "技术领域"),
    "transfer": ("transfer", "technology transfer", "技术转移方式"),
    "china_origin_part1_value_ratio": ("china origin part1 value ratio",),
    "china_origin_technology": ("china origin technology",),
    "exporter_told_of_use": ("exporter told of use",),
    "goods_listed": ("goods listed",),
    "end_user_parent": ("end user parent", "end user parent name"),
    "end_user_parent_share_pct": ("end user parent share pct",),
}  # fmt: skip

# Taken only where no other column answers the question; many lists give pieces and kilograms side by side.
NAMES_OF_LAST_RESORT: dict[str, tuple[str, ...]] = {
    "quantity": ("net weight", "net mass", "n.w.", "net wt", "mass", "净重", "净重量"),
}

# These head a number where a description stands beside them, and are the description itself where none does.
LINE_OR_DESCRIPTION = ("item", "items", "项目")

# A quantity beside a unit of measure, a value beside a currency, and nothing by themselves.
NAMES_DECIDED_BY_UNIT = ("amount", "total amount", "total")

# What a name may mean -> names that are not understood by themselves. What no column here answers is told too.
NAMES_OF_SEVERAL: dict[tuple[str, ...], tuple[str, ...]] = {
    ("destination", "origin"): (
        "country", "countries", "country name", "country code", "国家", "国别", "国家地区", "国家名称", "国家代码",
    ),
    ("net_weight", "gross_weight"): ("weight", "total weight", "wt", "重量", "总重", "总重量"),
    ("quantity", "value"): ("amount", "total amount", "total", "总计", "合计", "数额"),
    ("consignee", "destination"): (
        "ship to", "shipped to", "deliver to", "delivery address", "送货地", "送货地址", "交货地",
    ),
    ("importer", "end_user"): ("buyer", "buyer name", "purchaser", "买方", "买家", "购买方"),
    ("hs", "control_code", "product"): ("code", "codes", "编码", "代码"),
    ("description", "party"): ("name", "名称"),
    ("grade", "product"): ("model", "model no", "model number", "specification", "spec", "型号", "规格", "规格型号"),
    ("declaration_remarks", "own_notes"): (
        "remarks", "remark", "notes", "note", "comment", "comments", "备注", "说明", "附注",
    ),
}  # fmt: skip

# Words in a header that say how a value was agreed and change neither its size nor its currency.
TERMS_OF_DELIVERY = frozenset({"fob", "cif", "cfr", "exw", "fca", "dap", "ddp", "cip", "cpt"})

# Anything below these is a fact of the determination under its own name: param.purity_pct.
DOTTED_PREFIXES = ("param", "temporary", "licence", "change")
COMPOSITION_PREFIX = "composition."

UNITS = frozenset({
    "kg", "kgs", "kgm", "kilogram", "kilograms", "kilogramme", "kilogrammes", "g", "gram", "grams",
    "gramme", "grammes",
    "mg", "t", "ton", "tons", "tonne", "tonnes", "mt", "lb", "lbs", "oz", "pc", "pcs", "pce", "piece",
    "pieces", "ea",
    "each", "set", "sets", "unit", "units", "l", "litre", "litres", "liter", "liters", "ml", "m", "m2",
    "m3",
    "千克", "公斤", "克", "毫克", "吨", "公吨", "件", "个", "只", "台", "套", "支", "片", "块", "升",
    "毫升", "米",
    "平方米", "立方米", "磅",
})  # fmt: skip

# Besides the ISO codes in capitals. "$" and "¥" are left out: each is the sign of several currencies.
CURRENCY_WORDS = {
    "usd": "USD", "us$": "USD", "us dollars": "USD", "美元": "USD",
    "cny": "CNY", "rmb": "CNY", "人民币": "CNY", "人民币元": "CNY", "元": "CNY",
    "eur": "EUR", "€": "EUR", "euro": "EUR", "欧元": "EUR", "jpy": "JPY", "日元": "JPY", "gbp": "GBP",
    "£": "GBP",
    "英镑": "GBP", "hkd": "HKD", "港元": "HKD", "港币": "HKD", "krw": "KRW", "韩元": "KRW",
    "瑞士法郎": "CHF",
}  # fmt: skip

# Lone element symbols that are also words or initials. "Co" may be a company, "Y" a yes, "B" a choice:
# they are elements where at least two other columns are lone element symbols.
SYMBOLS_TAKEN_IN_COMPANY = frozenset({"B", "C", "Co", "Y"})
# Elements only directly right of another element column, for lists of goods do have a "W" and an "H".
SYMBOLS_TAKEN_IN_A_ROW = frozenset({
    "Am", "As", "At", "Be", "Cm", "Cn", "Cs", "Es", "F", "H", "He", "I", "In", "K", "Li", "Mc", "Mt", "N",
    "O", "Os",
    "P", "Pa", "Pt", "Re", "S", "Ts", "U", "V", "W",
})  # fmt: skip
# Nobelium is no article of trade: only with element columns on both sides is "No" not a number.
SYMBOLS_TAKEN_BETWEEN = frozenset({"No"})
# Element names that are everyday words.
WORDS_TAKEN_IN_A_ROW = frozenset({"lead", "tin", "gold", "silver", "iron"})
