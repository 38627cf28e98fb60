//! The closed lists that fields are compared with, and what else their words may be typed as.

use super::Word;
use crate::domain::yes_no;

const fn word(key: &'static str, aliases: &'static [&'static str]) -> Word {
    Word { key, aliases }
}

pub(super) const YES_OR_NO: &[Word] = &[word(yes_no::YES, yes_no::YES_TOO), word(yes_no::NO, yes_no::NO_TOO)];

pub(super) const STATUSES: &[Word] = &[
    word("open", &["进行中", "在谈"]),
    word("won", &["赢单", "已赢", "成交"]),
    word("lost", &["输单", "丢单", "已输"]),
];

pub(super) const TIERS: &[Word] = &[
    word("key", &["重点", "大客户", "重点客户", "ka"]),
    word("ordinary", &["普通", "普通客户"]),
    word("prospective", &["准客户"]),
    word("unattractive", &["无吸引力"]),
];

pub(super) const POSTURES: &[Word] = &[
    word("acquire", &["获取"]),
    word("retain", &["保留"]),
    word("raid", &["袭扰", "侵扰"]),
    word("maintain", &["维持"]),
    word("abandon", &["放弃"]),
];

pub(super) const LEVELS: &[Word] = &[
    word("vendor", &["普通供应商"]),
    word("preferred_supplier", &["首选供应商", "preferred supplier", "preferred"]),
    word("partner", &["合作伙伴"]),
    word("strategic_alliance", &["战略联盟", "strategic alliance", "alliance"]),
];

pub(super) const PHASES: &[Word] = &[
    word("breakthrough", &["突破"]),
    word("consolidation", &["巩固"]),
    word("growth", &["成长"]),
    word("harvest", &["收获"]),
    word("defence", &["防御", "defense"]),
    word("hibernation", &["冬眠"]),
    word("pause", &["暂停"]),
];

pub(super) const STANCES: &[Word] = &[
    word("supporter", &["支持", "支持者"]),
    word("neutral", &["中立", "中立者"]),
    word("opponent", &["反对", "反对者"]),
];

pub(super) const PARTS: &[Word] = &[
    word("decision_maker", &["决策人", "decision maker"]),
    word("purchaser", &["采购人员", "采购"]),
    word("user", &["使用者"]),
    word("technical_gatekeeper", &["技术把关者", "technical gatekeeper"]),
    word("financial_gatekeeper", &["财务把关者", "financial gatekeeper"]),
    word("initiator", &["发起者"]),
    word("designer", &["设计者"]),
    word("adviser", &["顾问", "advisor"]),
    word("outside_influence", &["外部人士", "outside influence"]),
];

pub(super) const DECISION_ROLES: &[Word] = &[
    word("owner", &["决策负责人"]),
    word("approver", &["批准者"]),
    word("advocate", &["倡导者"]),
    word("evaluator", &["评估把关者"]),
];

pub(super) const ROOMS: &[Word] = &[
    word("a", &["分析型", "analytical", "hawk", "鹰"]),
    word("b", &["条理型", "orderly", "donkey", "驴"]),
    word("c", &["情感型", "feeling", "sheep", "羊"]),
    word("d", &["想象型", "imaginative", "fox", "狐"]),
];

pub(super) const RUNGS: &[Word] = &[
    word("visitor", &["专业拜访者", "professional visitor"]),
    word("price_seller", &["价格销售者", "price seller"]),
    word("product_seller", &["产品销售者", "product seller"]),
    word("needs_seller", &["满足需求的销售者"]),
    word("trusted_adviser", &["业务顾问", "值得信赖的业务顾问", "trusted adviser", "trusted advisor"]),
];

pub(super) const NEEDS: &[Word] = &[
    word("power", &["权力"]),
    word("achievement", &["成就"]),
    word("recognition", &["被承认"]),
    word("acceptance", &["被接纳"]),
    word("order", &["有条理"]),
    word("security", &["安全感"]),
];

pub(super) const KINDS: &[Word] = &[
    word("call", &["电话"]),
    word("visit", &["拜访"]),
    word("email", &["邮件", "e-mail"]),
    word("message", &["消息", "短信", "微信"]),
    word("meeting", &["会议"]),
    word("demo", &["演示"]),
    word("note", &["备注", "笔记"]),
    word("task", &["任务", "待办"]),
];

pub(super) const DIRECTIONS: &[Word] = &[word("in", &["对方", "来"]), word("out", &["我方", "去"])];

pub(super) const ATTENTION: &[Word] = &[
    word("no_next_step", &["无下一步"]),
    word("next_step_overdue", &["下一步逾期"]),
    word("close_date_past", &["成交日已过"]),
    word("close_date_missing", &["无成交日"]),
    word("no_activity", &["久无活动"]),
    word("stage_too_long", &["阶段停留过久"]),
    word("close_date_moved", &["成交日推迟"]),
    word("amount_missing", &["无金额"]),
    word("no_decision_maker", &["无决策人"]),
    word("exit_sign_missing", &["无离开标志"]),
    word("receivable_overdue", &["应收逾期"]),
    word("over_credit_limit", &["超信用额度"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attention::Reason;
    use crate::domain::entry::choice::Phase as LifeCyclePhase;
    use crate::domain::person::Rung;
    use crate::domain::quadrant::Quadrant;
    use crate::domain::relationship::Level;
    use crate::domain::segment::posture::Posture;
    use crate::domain::word::{ActivityKind, Direction, Need, Part, Stance, Status, Tier};

    /// The keys of a list in a stable order.
    fn sorted<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let mut keys: Vec<_> = keys.collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn every_word_of_the_trade_can_be_filtered_by() {
        let lists = [
            (STATUSES, sorted(Status::ALL.iter().map(|word| word.as_str()))),
            (TIERS, sorted(Tier::ALL.iter().map(|word| word.as_str()))),
            (POSTURES, sorted(Posture::ALL.iter().map(|word| word.as_str()))),
            (LEVELS, sorted(Level::ALL.iter().map(|word| word.as_str()))),
            (PHASES, sorted(LifeCyclePhase::ALL.iter().map(|word| word.as_str()))),
            (STANCES, sorted(Stance::ALL.iter().map(|word| word.as_str()))),
            (PARTS, sorted(Part::ALL.iter().map(|word| word.as_str()))),
            (ROOMS, sorted(Quadrant::ALL.iter().map(|word| word.as_str()))),
            (RUNGS, sorted(Rung::ALL.iter().map(|word| word.as_str()))),
            (NEEDS, sorted(Need::ALL.iter().map(|word| word.as_str()))),
            (KINDS, sorted(ActivityKind::ALL.iter().map(|word| word.as_str()))),
            (DIRECTIONS, sorted(Direction::ALL.iter().map(|word| word.as_str()))),
            (ATTENTION, sorted(Reason::ALL.iter().map(|word| word.as_str()))),
        ];
        for (list, keys) in lists {
            assert_eq!(sorted(list.iter().map(|word| word.key)), keys);
            assert!(list.iter().all(|word| !word.aliases.is_empty()));
        }
    }
}
