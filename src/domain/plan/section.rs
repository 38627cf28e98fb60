//! The steps and the sections of a plan.

use crate::domain::word::words;

words! {
    /// The five steps of the method, by the first letters S, T, R, A, T.
    pub enum Step {
        /// Set the target.
        SetTarget = "set_target",
        /// Target key people.
        TargetPeople = "target_people",
        /// Review factors.
        ReviewFactors = "review_factors",
        /// Align strategies.
        AlignStrategies = "align_strategies",
        /// Take action.
        TakeAction = "take_action",
    }
}

words! {
    /// The sections of a plan.
    pub enum Section {
        /// The business issue: what presses from outside.
        IssueOutside = "issue_outside",
        /// The business issue: the organisation's response.
        IssueResponse = "issue_response",
        /// The business issue: challenges inside.
        IssueInside = "issue_inside",
        /// The client's path to market leadership.
        Path = "path",
        /// The vision.
        Vision = "vision",
        /// Objectives.
        Objectives = "objectives",
        /// The people known.
        People = "people",
        /// Who decides.
        DecisionMaker = "decision_maker",
        /// Where those stand who decide.
        Stance = "stance",
        /// The client's profile.
        Profile = "profile",
        /// The client in its market.
        SwotClient = "swot_client",
        /// Competitors.
        Competitors = "competitors",
        /// Our own situation, in a competitor's terms.
        OurSituation = "our_situation",
        /// We at the client.
        SwotUs = "swot_us",
        /// The life-cycle phase.
        Phase = "phase",
        /// What is known that is not public.
        Knowledge = "knowledge",
        /// Buying criteria.
        Criteria = "criteria",
        /// Factors.
        Factors = "factors",
        /// Whether the client is indifferent.
        Indifferent = "indifferent",
        /// Go on or give up.
        Decision = "decision",
        /// What to do about each factor.
        MicroStrategies = "micro_strategies",
        /// Support from inside our own company.
        Support = "support",
        /// Actions.
        Actions = "actions",
        /// The client's milestones.
        Milestones = "milestones",
        /// The revenue plan.
        Revenue = "revenue",
        /// What to do on a setback.
        Setback = "setback",
        /// How the relationship grows.
        Growth = "growth",
    }
}

impl Section {
    /// The step that it belongs to.
    pub fn step(self) -> Step {
        match self {
            Section::IssueOutside
            | Section::IssueResponse
            | Section::IssueInside
            | Section::Path
            | Section::Vision
            | Section::Objectives => Step::SetTarget,
            Section::People | Section::DecisionMaker | Section::Stance => Step::TargetPeople,
            Section::Profile
            | Section::SwotClient
            | Section::Competitors
            | Section::OurSituation
            | Section::SwotUs
            | Section::Phase
            | Section::Knowledge
            | Section::Criteria
            | Section::Factors
            | Section::Indifferent
            | Section::Decision => Step::ReviewFactors,
            Section::MicroStrategies | Section::Support => Step::AlignStrategies,
            Section::Actions
            | Section::Milestones
            | Section::Revenue
            | Section::Setback
            | Section::Growth => Step::TakeAction,
        }
    }
}
