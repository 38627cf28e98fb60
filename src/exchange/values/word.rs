//! Cells that hold one of a few words: yes and no, states, kinds of activity, in the languages and
//! spellings that other programs use.

use crate::domain::text::fold;
use crate::domain::word::{ActivityKind, Direction, Status};

/// Whether a cell of a figure or a date stands for nothing: a dash, `N/A`, `(No value)`.
pub fn stands_for_nothing(text: &str) -> bool {
    let words = [
        "-",
        "--",
        "---",
        "–",
        "—",
        "n/a",
        "#n/a",
        "na",
        "null",
        "none",
        "nil",
        "(no value)",
        "无",
        "暂无",
        "/",
    ];
    text.is_empty() || words.contains(&fold(text).as_str())
}

/// Yes or no.
pub fn yes_or_no(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "true" | "yes" | "y" | "1" | "1.0" | "x" | "✓" | "ja" | "wahr" | "oui" | "vrai" | "sí" | "si"
        | "是" | "已完成" | "完成" | "done" | "completed" | "complete" | "closed" | "finished" | "held" => {
            Some(true)
        }
        "false"
        | "no"
        | "n"
        | "0"
        | "0.0"
        | "nein"
        | "falsch"
        | "non"
        | "faux"
        | "否"
        | "未完成"
        | "open"
        | "not done"
        | "not started"
        | "in progress"
        | "waiting"
        | "deferred"
        | "waiting on someone else"
        | "planned"
        | "进行中"
        | "未开始" => Some(false),
        _ => None,
    }
}

/// Open, won or lost; None where the word is something else, such as a stage.
pub fn status(text: &str) -> Option<Status> {
    match fold(text).as_str() {
        "open" | "in progress" | "offen" | "ouvert" | "abierto" | "进行中" | "跟进中" | "open deal" => {
            Some(Status::Open)
        }
        "won" | "closed won" | "closed-won" | "closedwon" | "gewonnen" | "gagné" | "gagne" | "ganado"
        | "ganada" | "赢单" | "已成交" | "成交" | "赢得" | "已赢单" | "成功" => {
            Some(Status::Won)
        }
        "lost" | "closed lost" | "closed-lost" | "closedlost" | "verloren" | "perdu" | "perdido"
        | "perdida" | "输单" | "丢单" | "已输单" | "已丢单" | "失败" | "流失" | "丢失" | "abandoned" => {
            Some(Status::Lost)
        }
        _ => None,
    }
}

/// What an activity was.
pub fn activity_kind(text: &str) -> Option<ActivityKind> {
    let folded = fold(text).replace(['_', '-'], " ");
    let word = folded.strip_prefix("logged ").unwrap_or(&folded);
    Some(match word {
        "call" | "phone" | "phone call" | "telephone" | "anruf" | "telefonat" | "appel" | "llamada"
        | "电话" | "通话" | "video call" | "outbound call" | "inbound call" | "calls" => {
            ActivityKind::Call
        }
        "visit" | "besuch" | "visite" | "visita" | "拜访" | "上门" | "走访" | "on site" | "site visit" => {
            ActivityKind::Visit
        }
        "email" | "e mail" | "mail" | "incoming email" | "forwarded email" | "outgoing email"
        | "list email" | "correo" | "邮件" | "电子邮件" | "emails" => ActivityKind::Email,
        "message" | "sms" | "text" | "chat" | "whatsapp" | "wechat" | "linkedin message" | "nachricht"
        | "消息" | "短信" | "微信" | "信息" => ActivityKind::Message,
        "meeting" | "appointment" | "event" | "lunch" | "termin" | "besprechung" | "réunion"
        | "rendez vous" | "reunión" | "会议" | "会面" | "约见" | "conference" | "meetings" => {
            ActivityKind::Meeting
        }
        "demo" | "demonstration" | "presentation" | "product demo" | "演示" | "产品演示" => {
            ActivityKind::Demo
        }
        "note" | "notiz" | "remarque" | "nota" | "备注" | "笔记" | "记录" | "comment" | "notes" => {
            ActivityKind::Note
        }
        "task" | "to do" | "todo" | "aufgabe" | "tâche" | "tarea" | "deadline" | "任务" | "待办"
        | "follow up" | "tasks" => ActivityKind::Task,
        _ => return None,
    })
}

/// Who reached out.
pub fn direction(text: &str) -> Option<Direction> {
    match fold(text).as_str() {
        "in" | "inbound" | "incoming" | "received" | "eingehend" | "entrant" | "entrante" | "呼入"
        | "来电" | "接入" => Some(Direction::In),
        "out" | "outbound" | "outgoing" | "sent" | "ausgehend" | "sortant" | "saliente" | "呼出" | "去电"
        | "拨出" => Some(Direction::Out),
        _ => None,
    }
}

/// A count such as `4,199` or `120 min`; None where the cell holds more than one number.
pub fn count(text: &str) -> Option<i64> {
    let folded = fold(text);
    let number: String =
        folded.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ')).collect();
    let rest = folded[number.len()..].trim();
    let units = ["", "min", "mins", "minutes", "minuten", "分钟", "人", "employees", "people"];
    let number = number.trim();
    let number = number.strip_suffix(".0").unwrap_or(number);
    let grouped = number.split([',', '.', ' ']).skip(1).all(|group| group.len() == 3);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    (grouped && units.contains(&rest)).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Incoming Email", Some(ActivityKind::Email))]
    #[case("LOGGED_CALL", Some(ActivityKind::Call))]
    #[case("拜访", Some(ActivityKind::Visit))]
    #[case("To-do", Some(ActivityKind::Task))]
    #[case("Karaoke", None)]
    fn a_kind_of_activity_is_known_by_many_words(#[case] text: &str, #[case] kind: Option<ActivityKind>) {
        assert_eq!(activity_kind(text), kind);
    }

    #[rstest]
    #[case("Closed Won", Some(Status::Won))]
    #[case("丢单", Some(Status::Lost))]
    #[case("OPEN", Some(Status::Open))]
    #[case("Proposal sent", None)]
    fn a_state_is_told_from_a_stage(#[case] text: &str, #[case] expected: Option<Status>) {
        assert_eq!(status(text), expected);
    }

    #[rstest]
    #[case("4199", Some(4199))]
    #[case("4,199", Some(4199))]
    #[case("4199.0", Some(4199))]
    #[case("30 min", Some(30))]
    #[case("200人", Some(200))]
    #[case("51-200", None)]
    #[case("many", None)]
    #[case("", None)]
    fn a_count_is_one_number(#[case] text: &str, #[case] expected: Option<i64>) {
        assert_eq!(count(text), expected);
    }
}
