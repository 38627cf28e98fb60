//! Stages: where the buyer stands, paired with the seller's step.

use super::id::Id;
use super::text::fold;
use super::word::words;

/// One stage of the book. Names and sign are None where the method's own words (in the language of
/// the interface) serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its record.
    pub id: Id,
    /// What programs call it: `interest`, `design`.
    pub key: String,
    /// Its place among the stages; smaller is earlier.
    pub position: i64,
    /// The chance that a deal here is won, in basis points.
    pub win_rate: i64,
    /// Where the buyer stands, if renamed.
    pub buyer_name: Option<String>,
    /// The seller's step, if renamed.
    pub seller_name: Option<String>,
    /// What is seen when a deal leaves it, if rewritten.
    pub exit_sign: Option<String>,
}

impl Stage {
    /// Whether there is a sign that a deal may leave it: its own, or the method's.
    pub fn has_exit_sign(&self) -> bool {
        self.exit_sign.is_some() || Template::Method.stages().iter().any(|model| model.key == self.key)
    }

    /// What a history remembers it as: the person's own name for it, or else its key, which each language
    /// has a word for.
    pub fn remembered_as(&self) -> &str {
        self.buyer_name.as_deref().unwrap_or(&self.key)
    }
}

words! {
    /// A set of stages to start from; each is editable afterwards.
    pub enum Template {
        /// The six of the method: interest, incubation, design, comparison, commitment, use.
        Method = "method",
        /// First contact, needs, proposal, signed, paid.
        Simple = "simple",
        /// The common set of other programs: qualified, meeting, proposal, negotiation, contract.
        Crm = "crm",
    }
}

/// A stage as a template gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Model {
    /// What programs call it.
    pub key: &'static str,
    /// Basis points.
    pub win_rate: i64,
}

impl Template {
    /// Its stages in order. The method's rates are by the method; those of the other two are ours.
    pub fn stages(self) -> &'static [Model] {
        match self {
            Template::Method => &METHOD,
            Template::Simple => &SIMPLE,
            Template::Crm => &CRM,
        }
    }
}

const METHOD: [Model; 6] = [
    Model { key: "interest", win_rate: 500 },
    Model { key: "incubation", win_rate: 1000 },
    Model { key: "design", win_rate: 2000 },
    Model { key: "comparison", win_rate: 3000 },
    Model { key: "commitment", win_rate: 5000 },
    Model { key: "use", win_rate: 8000 },
];

const SIMPLE: [Model; 5] = [
    Model { key: "first_contact", win_rate: 500 },
    Model { key: "needs", win_rate: 2000 },
    Model { key: "proposal", win_rate: 4000 },
    Model { key: "signed", win_rate: 8000 },
    Model { key: "paid", win_rate: 10_000 },
];

const CRM: [Model; 5] = [
    Model { key: "qualified", win_rate: 2000 },
    Model { key: "meeting", win_rate: 4000 },
    Model { key: "proposal", win_rate: 6000 },
    Model { key: "negotiation", win_rate: 8000 },
    Model { key: "contract", win_rate: 9000 },
];

/// The words by which the method's stages may also be typed: buyer's stage, then seller's step.
const WORDS: [(&str, &[&str]); 15] = [
    ("interest", &["兴趣", "analyse the client", "客户分析"]),
    ("incubation", &["酝酿", "build trust", "建立信任"]),
    ("design", &["设计", "uncover needs", "挖掘需求"]),
    ("comparison", &["比较", "present value", "呈现价值"]),
    ("commitment", &["承诺", "win commitment", "赢取承诺"]),
    ("use", &["使用", "collect payment", "回收账款"]),
    ("first_contact", &["first contact", "初次接触"]),
    ("needs", &["需求"]),
    ("proposal", &["方案", "报价"]),
    ("signed", &["签约", "已签约"]),
    ("paid", &["回款", "已回款"]),
    ("qualified", &["已确认"]),
    ("meeting", &["会面", "拜访"]),
    ("negotiation", &["谈判"]),
    ("contract", &["合同"]),
];

/// The stages from the first to the last.
pub fn in_order(stages: &[Stage]) -> Vec<&Stage> {
    let mut ordered: Vec<&Stage> = stages.iter().collect();
    ordered.sort_by_key(|stage| (stage.position, stage.id));
    ordered
}

/// The stage that a person or program names: by its key, its own name, the method's word in either
/// language, or its number (1 is the first). Capitals and widths do not matter.
pub fn find<'a>(stages: &'a [Stage], name: &str) -> Option<&'a Stage> {
    let wanted = fold(name);
    let ordered = in_order(stages);
    let key = ordered.iter().find(|stage| fold(&stage.key) == wanted);
    let named = || ordered.iter().find(|stage| own_names(stage).any(|own| fold(own) == wanted));
    let worded = || {
        let (key, _) = WORDS.iter().find(|(_, words)| words.contains(&wanted.as_str()))?;
        ordered.iter().find(|stage| stage.key == *key)
    };
    let numbered = || ordered.get(wanted.parse::<usize>().ok()?.checked_sub(1)?);
    key.or_else(named).or_else(worded).or_else(numbered).copied()
}

/// The stage whose win rate is nearest to a probability in basis points, the earlier of two; None
/// without stages. For records of other programs.
pub fn by_probability(stages: &[Stage], probability: i64) -> Option<&Stage> {
    in_order(stages).into_iter().min_by_key(|stage| stage.win_rate.abs_diff(probability))
}

fn own_names(stage: &Stage) -> impl Iterator<Item = &str> {
    [&stage.buyer_name, &stage.seller_name].into_iter().filter_map(|name| name.as_deref())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use rstest::rstest;

    /// The stages of a template as a book would hold them, with ids 1, 2, 3 …
    pub(crate) fn book_stages(template: Template) -> Vec<Stage> {
        let stage = |(at, model): (i64, &Model)| Stage {
            id: Id(at),
            key: model.key.to_owned(),
            position: at * 10,
            win_rate: model.win_rate,
            buyer_name: None,
            seller_name: None,
            exit_sign: None,
        };
        (1..).zip(template.stages()).map(stage).collect()
    }

    #[test]
    fn the_method_has_six_stages_with_these_rates() {
        let rates: Vec<_> = Template::Method.stages().iter().map(|s| (s.key, s.win_rate)).collect();
        let expected = [("interest", 500), ("incubation", 1000), ("design", 2000), ("comparison", 3000)];
        assert_eq!(rates[..4], expected);
        assert_eq!(rates[4..], [("commitment", 5000), ("use", 8000)]);
    }

    #[rstest]
    fn win_rates_rise_from_stage_to_stage(
        #[values(Template::Method, Template::Simple, Template::Crm)] template: Template,
    ) {
        assert!(template.stages().windows(2).all(|pair| pair[0].win_rate < pair[1].win_rate));
        assert!(template.stages().iter().all(|stage| stage.win_rate <= 10_000));
    }

    #[rstest]
    #[case("design", Some("design"))]
    #[case(" DESIGN ", Some("design"))]
    #[case("设计", Some("design"))]
    #[case("挖掘需求", Some("design"))]
    #[case("3", Some("design"))]
    #[case("３", Some("design"))]
    #[case("0", None)]
    #[case("7", None)]
    #[case("nowhere", None)]
    fn a_stage_answers_to_key_name_and_number(#[case] name: &str, #[case] key: Option<&str>) {
        let stages = book_stages(Template::Method);
        assert_eq!(find(&stages, name).map(|stage| stage.key.as_str()), key);
    }

    #[test]
    fn a_stage_answers_to_the_name_that_its_owner_gave_it() {
        let mut stages = book_stages(Template::Method);
        stages[4].buyer_name = Some("Handshake".into());
        assert_eq!(find(&stages, "handshake").map(|stage| stage.id), Some(Id(5)));
    }

    #[rstest]
    #[case(0, "interest")]
    #[case(750, "interest")] // as near to 5 % as to 10 %
    #[case(2600, "comparison")]
    #[case(9000, "use")]
    fn a_probability_finds_the_nearest_stage(#[case] probability: i64, #[case] key: &str) {
        let stages = book_stages(Template::Method);
        assert_eq!(by_probability(&stages, probability).map(|stage| stage.key.as_str()), Some(key));
        assert_eq!(by_probability(&[], probability), None);
    }
}
