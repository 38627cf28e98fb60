//! The closed words of an account plan: what may be chosen in its entries.

use crate::domain::word::words;

words! {
    /// Which part of the client's business issue.
    pub enum IssuePart {
        /// What presses from outside.
        Outside = "outside",
        /// What the organisation does about it.
        Response = "response",
        /// What is hard inside it.
        Inside = "inside",
    }
}

words! {
    /// What a part of the business issue is about.
    pub enum Topic {
        /// Outside: competition.
        Competition = "competition",
        /// Outside: finance.
        Finance = "finance",
        /// Outside: the economy.
        Economy = "economy",
        /// Outside: demand.
        Demand = "demand",
        /// Outside: law.
        Law = "law",
        /// Outside: cost of material.
        Material = "material",
        /// Outside: labour.
        Labour = "labour",
        /// Response: more profit, productivity or sales.
        More = "more",
        /// Response: reorganise, or cut staff.
        Reorganise = "reorganise",
        /// Response: merge, or acquire.
        Merge = "merge",
        /// Response: centralise or decentralise.
        Centralise = "centralise",
        /// Response: outsource.
        Outsource = "outsource",
        /// Response: work teams.
        Teams = "teams",
        /// Response: new products.
        NewProducts = "new_products",
        /// Response: diversify.
        Diversify = "diversify",
        /// Inside: service.
        Service = "service",
        /// Inside: sales.
        Sales = "sales",
        /// Inside: leadership.
        Leadership = "leadership",
        /// Inside: marketing.
        Marketing = "marketing",
        /// Inside: manufacturing.
        Manufacturing = "manufacturing",
        /// Inside: information.
        Information = "information",
    }
}

impl Topic {
    /// The part of the issue that it belongs to.
    pub fn part(self) -> IssuePart {
        match self {
            Topic::Competition
            | Topic::Finance
            | Topic::Economy
            | Topic::Demand
            | Topic::Law
            | Topic::Material
            | Topic::Labour => IssuePart::Outside,
            Topic::More
            | Topic::Reorganise
            | Topic::Merge
            | Topic::Centralise
            | Topic::Outsource
            | Topic::Teams
            | Topic::NewProducts
            | Topic::Diversify => IssuePart::Response,
            Topic::Service
            | Topic::Sales
            | Topic::Leadership
            | Topic::Marketing
            | Topic::Manufacturing
            | Topic::Information => IssuePart::Inside,
        }
    }
}

words! {
    /// The client's path to market leadership.
    pub enum Path {
        /// The lowest cost and the least trouble.
        OperationalExcellence = "operational_excellence",
        /// The best product.
        ProductLeadership = "product_leadership",
        /// The best answer to each customer.
        CustomerIntimacy = "customer_intimacy",
    }
}

words! {
    /// Whether the account is worth going on with.
    pub enum Decision {
        /// Go on.
        GoOn = "go_on",
        /// Give up.
        GiveUp = "give_up",
    }
}

words! {
    /// How strongly the client wants something.
    pub enum Strength {
        /// They say they must have it.
        Must = "must",
        /// They would like to have it.
        Like = "like",
    }
}

words! {
    /// What a factor is about.
    pub enum FactorArea {
        /// Our product or service.
        Product = "product",
        /// Price, supply, terms.
        Terms = "terms",
        /// Our history together.
        History = "history",
        /// Competition, inside and outside.
        Competition = "competition",
        /// The seller.
        Seller = "seller",
        /// Culture and process of buying and selling.
        Process = "process",
        /// Timing, market, economy.
        Timing = "timing",
    }
}

words! {
    /// Whether a factor helps or hinders.
    pub enum Sign {
        /// It helps.
        Positive = "positive",
        /// It hinders.
        Negative = "negative",
    }
}

words! {
    /// How far a factor is under our control.
    pub enum Control {
        /// Hardly.
        Low = "low",
        /// Largely.
        High = "high",
    }
}

words! {
    /// An area of a client's profile.
    pub enum ProfileArea {
        /// Its industry and market.
        Industry = "industry",
        /// Its strategy.
        Strategy = "strategy",
        /// Its structure and management.
        Structure = "structure",
        /// Its performance.
        Performance = "performance",
        /// Its demand for our product.
        Demand = "demand",
    }
}

words! {
    /// A question that a client's profile answers.
    pub enum Prompt {
        /// Barriers to entry.
        Barriers = "barriers",
        /// Substitutes.
        Substitutes = "substitutes",
        /// The power of buyers.
        Buyers = "buyers",
        /// The power of suppliers.
        Suppliers = "suppliers",
        /// Rivalry among those that are there.
        Rivalry = "rivalry",
        /// Its mission.
        Mission = "mission",
        /// Its initiatives.
        Initiatives = "initiatives",
        /// How it adds value.
        ValueAdding = "value_adding",
        /// Long-term alliances.
        Alliances = "alliances",
        /// Opportunities and their order.
        Opportunities = "opportunities",
        /// Its places.
        Places = "places",
        /// Its key people.
        KeyPeople = "key_people",
        /// How it buys.
        Buying = "buying",
        /// Operations.
        Operations = "operations",
        /// Finances.
        Finances = "finances",
        /// Core abilities.
        Abilities = "abilities",
        /// Marketing.
        Marketing = "marketing",
        /// Technology.
        Technology = "technology",
        /// What it uses of our product.
        Use = "use",
        /// How that went so far.
        History = "history",
        /// What it plans with it.
        Plans = "plans",
        /// What it costs to switch supplier.
        Switching = "switching",
        /// Next year's demand, in per cent of this year's.
        NextYear = "next_year",
    }
}

impl Prompt {
    /// The area that it belongs to.
    pub fn area(self) -> ProfileArea {
        match self {
            Prompt::Barriers | Prompt::Substitutes | Prompt::Buyers | Prompt::Suppliers | Prompt::Rivalry => {
                ProfileArea::Industry
            }
            Prompt::Mission
            | Prompt::Initiatives
            | Prompt::ValueAdding
            | Prompt::Alliances
            | Prompt::Opportunities => ProfileArea::Strategy,
            Prompt::Places | Prompt::KeyPeople | Prompt::Buying => ProfileArea::Structure,
            Prompt::Operations
            | Prompt::Finances
            | Prompt::Abilities
            | Prompt::Marketing
            | Prompt::Technology => ProfileArea::Performance,
            Prompt::Use | Prompt::History | Prompt::Plans | Prompt::Switching | Prompt::NextYear => {
                ProfileArea::Demand
            }
        }
    }

    /// Whether it is one of the five market forces, against which our product may help the client.
    pub fn is_force(self) -> bool {
        self.area() == ProfileArea::Industry
    }
}

words! {
    /// Which of the two SWOT grids.
    pub enum Grid {
        /// The client in its market.
        Client = "client",
        /// We at the client.
        Us = "us",
    }
}

words! {
    /// A cell of a SWOT grid.
    pub enum SwotCell {
        /// Strength.
        Strength = "strength",
        /// Weakness.
        Weakness = "weakness",
        /// Opportunity.
        Opportunity = "opportunity",
        /// Threat.
        Threat = "threat",
    }
}

words! {
    /// A phase of an account's life cycle.
    pub enum Phase {
        /// The first sale is still to be made.
        Breakthrough = "breakthrough",
        /// Held together after the first sale.
        Consolidation = "consolidation",
        /// Growing.
        Growth = "growth",
        /// Reaped.
        Harvest = "harvest",
        /// Held against others.
        Defence = "defence",
        /// At rest, to wake again.
        Hibernation = "hibernation",
        /// Stopped for now.
        Pause = "pause",
    }
}

words! {
    /// How clear a need is to the client.
    pub enum NeedKind {
        /// Dissatisfaction, difficulty.
        Implicit = "implicit",
        /// A wish for something.
        Explicit = "explicit",
    }
}

words! {
    /// Which kind of question brought a need out.
    pub enum Spin {
        /// About the situation.
        Situation = "situation",
        /// About a problem.
        Problem = "problem",
        /// About what follows from it.
        Implication = "implication",
        /// About what a solution is worth.
        NeedPayoff = "need_payoff",
    }
}

words! {
    /// Something that the client agrees to, and that moves a sale on.
    pub enum MilestoneKind {
        /// Come to a presentation.
        Presentation = "presentation",
        /// Take part in a survey.
        Survey = "survey",
        /// Accept the survey's result.
        SurveyResult = "survey_result",
        /// See a concept demonstration.
        ConceptDemo = "concept_demo",
        /// See a formal demonstration.
        FormalDemo = "formal_demo",
        /// Ask for a proposal.
        Proposal = "proposal",
    }
}

words! {
    /// How sure we are of a note of intelligence.
    pub enum Confidence {
        /// Confirmed, or seen with our own eyes.
        Sure = "sure",
        /// Likely.
        Likely = "likely",
        /// Hearsay.
        Doubtful = "doubtful",
    }
}
