//! What the stages of other programs usually mean: the chance that they stand for, or won, or lost.

use crate::domain::text::fold;
use crate::domain::word::Status;

/// What a stage means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A deal there is still to be decided, usually with this chance (basis points).
    Open(i64),
    /// Won.
    Won,
    /// Lost.
    Lost,
}

impl Meaning {
    /// The state that a deal there is in.
    pub fn status(self) -> Status {
        match self {
            Meaning::Open(_) => Status::Open,
            Meaning::Won => Status::Won,
            Meaning::Lost => Status::Lost,
        }
    }

    /// The chance of winning that it stands for; None for a closed one.
    pub fn chance(self) -> Option<i64> {
        match self {
            Meaning::Open(chance) => Some(chance),
            Meaning::Won | Meaning::Lost => None,
        }
    }
}

/// The meaning of a stage that a program comes with, by its label or its internal name. Case, spaces
/// and punctuation do not matter.
pub fn known(stage: &str) -> Option<Meaning> {
    let key = key(stage);
    STAGES.iter().find(|(names, _)| names.iter().any(|name| *name == key)).map(|(_, meaning)| *meaning)
}

/// The meaning that the words of an unknown stage suggest: `Verbal agreement (EMEA)`, `合同审批中`.
pub fn suggested(stage: &str) -> Option<Meaning> {
    let folded = fold(stage);
    let key = key(stage);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |clue: &str| match clue.is_ascii() {
        true => words.contains(&clue),
        false => key.contains(clue),
    };
    CLUES.iter().find(|(clues, _)| clues.iter().any(|clue| has(clue))).map(|(_, meaning)| *meaning)
}

/// The chance of a deal at a stage: what the stage usually stands for, else the row's own chance, else
/// what its words suggest.
pub fn chance(stage: &str, own: Option<i64>) -> Option<i64> {
    let usual = known(stage).and_then(Meaning::chance);
    usual.or(own).or_else(|| suggested(stage).and_then(Meaning::chance))
}

/// Letters and digits only, folded.
fn key(stage: &str) -> String {
    fold(stage).chars().filter(|c| c.is_alphanumeric()).collect()
}

use Meaning::{Lost, Open, Won};

/// Stages that programs come with; their chances are those programs' own defaults, where they have
/// such, else ours.
#[rustfmt::skip]
const STAGES: &[(&[&str], Meaning)] = &[
    (&["closedwon", "won", "closewon", "dealwon", "gewonnen", "gagné", "ganado", "ganada", "赢单", "已成交", "成交",
       "赢得", "已赢单", "成功关闭", "赢单关闭", "成交客户", "结单", "已签约", "签约成功", "closedwinning"], Won),
    (&["closedlost", "lost", "closelost", "deallost", "verloren", "perdu", "perdido", "perdida", "输单", "丢单", "已输单",
       "已丢单", "失败", "流失", "丢失", "失败关闭", "输单关闭", "战败", "搁置关闭", "closedabandoned", "disqualified",
       "abandoned", "无效"], Lost),
    // HubSpot's sales pipeline.
    (&["appointmentscheduled"], Open(2000)),
    (&["qualifiedtobuy"], Open(4000)),
    (&["presentationscheduled"], Open(6000)),
    (&["decisionmakerboughtin"], Open(8000)),
    (&["contractsent"], Open(9000)),
    // Salesforce's sales process.
    (&["prospecting", "qualification"], Open(1000)),
    (&["needsanalysis"], Open(2000)),
    (&["valueproposition"], Open(5000)),
    (&["iddecisionmakers", "identifydecisionmakers"], Open(6000)),
    (&["perceptionanalysis"], Open(7000)),
    (&["proposalpricequote"], Open(7500)),
    (&["negotiationreview"], Open(9000)),
    // Pipedrive's pipeline.
    (&["qualified"], Open(2000)),
    (&["contactmade"], Open(3000)),
    (&["demoscheduled"], Open(4000)),
    (&["proposalmade"], Open(6000)),
    (&["negotiationsstarted"], Open(8000)),
    // Plain words that many programs share.
    (&["lead", "leadin", "new", "newlead", "prospect", "interest", "inquiry", "线索", "初步接洽", "初步沟通", "初步接触",
       "潜在客户", "意向", "兴趣", "erstkontakt", "prospection", "prospecto"], Open(500)),
    (&["qualifying", "discovery", "contacted", "资格确认", "验证客户", "需求确认", "qualifizierung", "qualificación"], Open(1000)),
    (&["needs", "requirements", "需求分析", "需求挖掘", "需求调研", "方案设计", "bedarfsanalyse"], Open(2000)),
    (&["demo", "demonstration", "presentation", "meeting", "产品演示", "方案演示", "方案制定", "präsentation"], Open(3000)),
    (&["proposal", "quote", "quotation", "evaluation", "方案报价", "方案与报价", "提案", "报价", "商务报价", "angebot", "devis",
       "propuesta"], Open(4000)),
    (&["negotiation", "negotiating", "商务谈判", "谈判", "谈判审核", "合同谈判", "verhandlung", "négociation", "negociación"],
       Open(5000)),
    (&["contract", "verbal", "commit", "合同签订", "签约", "合同", "待签约", "vertrag", "contrat", "contrato"], Open(8000)),
];

/// Words in a stage of a person's own making, the later stages first.
#[rustfmt::skip]
const CLUES: &[(&[&str], Meaning)] = &[
    (&["lost", "verloren", "perdu", "perdido", "disqualified", "输单", "丢单", "流失", "战败", "失败"], Lost),
    (&["won", "gewonnen", "gagné", "ganado", "赢单", "成交"], Won),
    (&["contract", "verbal", "signature", "signing", "legal", "procurement", "vertrag", "合同", "签约", "审批"], Open(8000)),
    (&["negotiation", "negotiating", "negotiate", "verhandlung", "谈判", "议价", "商务"], Open(5000)),
    (&["proposal", "quote", "quotation", "offer", "rfp", "tender", "bid", "angebot", "devis", "报价", "投标", "招标", "提案"],
       Open(4000)),
    (&["demo", "demonstration", "presentation", "pilot", "trial", "poc", "evaluation", "演示", "试用", "测试", "比较"],
       Open(3000)),
    (&["needs", "requirements", "analysis", "solution", "design", "需求", "方案"], Open(2000)),
    (&["qualified", "qualification", "qualify", "discovery", "meeting", "contacted", "沟通", "拜访", "跟进"], Open(1000)),
    (&["lead", "new", "prospect", "prospecting", "interest", "inquiry", "线索", "意向", "潜在", "接洽", "初步"], Open(500)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Appointment Scheduled", Open(2000))]
    #[case("appointmentscheduled", Open(2000))]
    #[case("Decision Maker Bought-In", Open(8000))]
    #[case("Proposal/Price Quote", Open(7500))]
    #[case("Id. Decision Makers", Open(6000))]
    #[case("Closed Won", Won)]
    #[case("closedlost", Lost)]
    #[case("negotiation", Open(5000))]
    #[case("lead", Open(500))]
    #[case("赢单", Won)]
    #[case("商务谈判", Open(5000))]
    fn the_stages_of_other_programs_are_known(#[case] stage: &str, #[case] meaning: Meaning) {
        assert_eq!(known(stage), Some(meaning));
    }

    #[rstest]
    #[case("Verbal agreement (EMEA)", Some(Open(8000)))]
    #[case("3 - Proposal sent", Some(Open(4000)))]
    #[case("合同审批中", Some(Open(8000)))]
    #[case("Lost to competitor", Some(Lost))]
    #[case("Banana", None)]
    #[case("Renewal", None)]
    fn the_words_of_other_stages_give_a_clue(#[case] stage: &str, #[case] meaning: Option<Meaning>) {
        assert_eq!(known(stage), None);
        assert_eq!(suggested(stage), meaning);
    }

    #[test]
    fn the_rows_own_chance_stands_where_the_stage_is_unknown() {
        assert_eq!(chance("Banana", Some(3300)), Some(3300));
        assert_eq!(chance("3 - Proposal sent", Some(3300)), Some(3300));
        assert_eq!(chance("Contract Sent", Some(3300)), Some(9000));
        assert_eq!(chance("Banana", None), None);
    }

    #[test]
    fn no_stage_has_two_meanings() {
        let mut names: Vec<&str> = STAGES.iter().flat_map(|(names, _)| names.iter().copied()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        assert!(names.iter().all(|name| key(name) == *name));
    }
}
