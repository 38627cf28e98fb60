//! The words for what happened, and who reached out, folded, in both languages.

use crate::domain::word::{ActivityKind, Direction};

use ActivityKind::{Call, Demo, Email, Meeting, Message, Note, Task, Visit};

/// The kind of activity that a word means, and who reached out where the word says that too.
pub(super) fn kind(word: &str) -> Option<(ActivityKind, Option<Direction>)> {
    let (_, kind) = KINDS.iter().find(|(words, _)| words.contains(&word))?;
    let direction = DIRECTED.iter().find(|(words, _)| words.contains(&word)).map(|(_, direction)| *direction);
    Some((*kind, direction))
}

const KINDS: &[(&[&str], ActivityKind)] = &[
    (&["call", "called", "phone", "phoned", "rang", "ring", "telephoned", "spoke", "talked"], Call),
    (
        &[
            "电话",
            "打电话",
            "打了电话",
            "打电话给",
            "致电",
            "通话",
            "来电",
            "去电",
            "回电",
            "电话沟通",
            "通电话",
            "通了电话",
            "通了个电话",
            "打了个电话",
        ],
        Call,
    ),
    (&["visit", "visited", "visiting"], Visit),
    (&["拜访", "拜访了", "走访", "走访了", "上门", "上门拜访", "回访", "来访", "到访"], Visit),
    (&["email", "emailed", "e-mail", "e-mailed", "mail", "mailed", "wrote"], Email),
    (&["邮件", "发邮件", "发邮件给", "电子邮件", "电邮", "写信", "来信", "收到邮件", "发了邮件"], Email),
    (
        &["message", "messaged", "msg", "text", "texted", "sms", "chat", "chatted", "wechat", "whatsapp"],
        Message,
    ),
    (
        &["短信", "发短信", "微信", "发微信", "消息", "留言", "私信", "微信沟通", "发了微信", "发了短信"],
        Message,
    ),
    (&["meet", "met", "meeting", "saw", "lunch", "dinner", "coffee"], Meeting),
    (
        &[
            "会议",
            "开会",
            "见面",
            "会面",
            "面谈",
            "会谈",
            "见了",
            "约见",
            "碰头",
            "午餐",
            "晚餐",
            "开了会",
            "见了面",
            "吃饭",
        ],
        Meeting,
    ),
    (&["demo", "demoed", "demonstration", "demonstrated", "presentation", "presented"], Demo),
    (&["演示", "演示了", "产品演示", "展示", "展示了", "讲解", "讲解了"], Demo),
    (&["note", "noted"], Note),
    (&["备注", "记录", "笔记", "记一下"], Note),
    (&["task", "todo", "to-do", "to do"], Task),
    (&["任务", "待办"], Task),
];

/// Words of a kind that say who reached out.
const DIRECTED: &[(&[&str], Direction)] = &[
    (&["来电", "来访", "到访", "来信", "收到邮件"], Direction::In),
    (&["打电话给", "致电", "去电", "发邮件给", "发邮件", "写信", "发短信", "发微信"], Direction::Out),
];

/// Whether a word says that it has happened: met, 拜访了.
pub(super) fn is_past(word: &str) -> bool {
    const PAST: &[&str] = &[
        "called",
        "phoned",
        "rang",
        "telephoned",
        "spoke",
        "talked",
        "visited",
        "emailed",
        "e-mailed",
        "mailed",
        "wrote",
        "messaged",
        "texted",
        "chatted",
        "met",
        "saw",
        "demoed",
        "demonstrated",
        "presented",
        "noted",
        "打了电话",
        "通了电话",
        "通了个电话",
        "打了个电话",
        "开了会",
        "见了面",
        "发了邮件",
        "发了微信",
        "发了短信",
        "拜访了",
        "走访了",
        "见了",
        "演示了",
        "展示了",
        "讲解了",
    ];
    PAST.contains(&word)
}

/// Words right behind the kind that say who reached out.
pub(super) fn direction(word: &str) -> Option<Direction> {
    match word {
        "from" | "by" | "来自" => Some(Direction::In),
        "to" => Some(Direction::Out),
        _ => None,
    }
}
