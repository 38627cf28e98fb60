//! The words of the grammar, folded, in both languages. `docs/capture.md` lists them for people.

/// Words between names that say nothing by themselves.
pub(super) fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] = &[
        "with", "and", "at", "of", "from", "for", "about", "re", "on", "in", "the", "&", "/", "+", "mr",
        "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "和", "与", "跟", "同", "在", "的", "给", "及", "了",
        "到", "关于",
    ];
    FILLERS.contains(&word)
}

/// Whether a point behind a word only shortens it.
pub(super) fn is_shortened(word: &str) -> bool {
    word.chars().count() == 1
        || matches!(word, "mr" | "mrs" | "ms" | "dr" | "prof" | "st" | "inc" | "co" | "corp" | "ltd" | "no")
}

/// Words that say that no deal is meant.
pub(super) fn is_no_deal(word: &str) -> bool {
    matches!(word, "no deal" | "无机会" | "没有机会")
}

/// What Chinese puts behind a family name: 王总, 李经理. The longer first.
pub(super) const HONORIFICS: &[&str] = &[
    "副总经理",
    "董事长",
    "总经理",
    "副总裁",
    "总工程师",
    "工程师",
    "副经理",
    "副主任",
    "副总",
    "总裁",
    "总监",
    "总工",
    "经理",
    "主任",
    "主管",
    "处长",
    "部长",
    "局长",
    "科长",
    "院长",
    "校长",
    "所长",
    "厂长",
    "书记",
    "董事",
    "老师",
    "先生",
    "女士",
    "小姐",
    "教授",
    "博士",
    "医生",
    "总",
    "董",
    "工",
    "处",
    "局",
    "姐",
    "哥",
];

/// Words before what comes next.
pub(super) fn is_step_marker(word: &str) -> bool {
    matches!(word, "next" | "next step" | "下一步" | "接下来" | "下步" | "下一步计划")
}

/// Things to do that begin a clause: with its day at the end it is what comes next.
pub(super) fn is_to_do(word: &str) -> bool {
    const TO_DO: &[&str] = &[
        "send",
        "call",
        "call back",
        "phone",
        "ring",
        "meet",
        "visit",
        "demo",
        "email",
        "mail",
        "write",
        "prepare",
        "book",
        "arrange",
        "ask",
        "check",
        "present",
        "quote",
        "offer",
        "invite",
        "propose",
        "deliver",
        "follow up",
        "follow-up",
        "get back",
        "remind",
        "review",
        "sign",
        "submit",
        "bring",
        "show",
        "discuss",
        "schedule",
        "发",
        "发送",
        "寄",
        "寄送",
        "送",
        "打电话",
        "致电",
        "拜访",
        "回访",
        "演示",
        "报价",
        "提交",
        "准备",
        "安排",
        "约",
        "跟进",
        "联系",
        "提供",
        "回复",
        "邀请",
        "确认",
        "签",
        "讨论",
    ];
    TO_DO.contains(&word)
}

/// Words before the day on which something has to be done.
pub(super) fn is_before_day(word: &str) -> bool {
    matches!(word, "by" | "on" | "before" | "until" | "due" | "于" | "在")
}

/// Words behind such a day.
pub(super) fn is_behind_day(word: &str) -> bool {
    matches!(word, "前" | "之前" | "以前" | "内" | "之内" | "去" | "再")
}

/// Words that make a clause with a day a fact about somebody else.
pub(super) fn tells_a_fact(word: &str) -> bool {
    const SUBJECTS: &[&str] = &[
        "they", "he", "she", "it", "is", "are", "was", "were", "will", "their", "his", "her", "他", "她",
        "它", "他们", "她们", "对方", "客户", "是", "该",
    ];
    SUBJECTS.contains(&word)
}

/// Words that say what an amount is: that of the deal.
pub(super) fn is_deal_word(word: &str) -> bool {
    const DEAL: &[&str] = &[
        "proposal",
        "offer",
        "quote",
        "quotation",
        "bid",
        "tender",
        "contract",
        "order",
        "deal",
        "po",
        "方案",
        "报价",
        "报价单",
        "合同",
        "投标",
        "标书",
        "订单",
        "机会",
        "商机",
    ];
    DEAL.contains(&word)
}

/// Words before an amount that stands alone.
pub(super) fn is_amount_word(word: &str) -> bool {
    matches!(word, "amount" | "worth" | "value" | "deal amount" | "金额" | "合同额" | "总价" | "机会金额")
}

/// Words between such a word and its amount.
pub(super) fn joins_amount(word: &str) -> bool {
    matches!(
        word,
        "for"
            | "of"
            | "at"
            | "over"
            | "about"
            | "worth"
            | "is"
            | "now"
            | "="
            | "~"
            | ":"
            | "约"
            | "为"
            | "是"
            | "共"
    )
}

/// Words before a stage; and whether nothing else can be meant.
pub(super) fn is_stage_word(word: &str) -> Option<bool> {
    match word {
        "stage" | "阶段" | "采购阶段" => Some(true),
        "now at" | "now in" | "moves to" | "moved to" | "move to" | "→" | "->" | "进入" | "进入了"
        | "推进到" | "转到" => Some(false),
        _ => None,
    }
}

/// Words before the day on which the deal is expected to close.
pub(super) fn is_close_word(word: &str) -> bool {
    const CLOSE: &[&str] = &[
        "close",
        "closes",
        "closing",
        "expected",
        "expected close",
        "expected to close",
        "close date",
        "预计",
        "成交",
        "预计成交",
        "签约",
        "预计签约",
        "成交日",
    ];
    CLOSE.contains(&word)
}

/// Words behind that day.
pub(super) fn is_behind_close(word: &str) -> bool {
    matches!(word, "成交" | "签约" | "签单" | "前" | "前成交" | "前签约")
}
