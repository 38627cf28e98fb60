//! What one method shows: the accounts in the order of their classes, and the picture that it makes of them.

use std::cmp::Reverse;

use super::read::Known;
use super::words;
use crate::domain::id::Id;
use crate::domain::segment::{Class, Kaism, Layer, Method, Placed, Posture};
use crate::domain::word::Tier;
use crate::tui::look::Look;
use crate::tui::widgets::segment::{self as widget};
use crate::tui::widgets::segment::{Axis, Bought, Bubble, Cut, Hue, Part, Portion, Region};

/// What is shown.
#[derive(Debug, Clone)]
pub struct Sight {
    /// The accounts, the best class first; those in no class last.
    pub rows: Vec<Row>,
    /// The picture of them.
    pub picture: Picture,
    /// What is to be said under it.
    pub told: Vec<String>,
}

/// An account on its line.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its place among all that is known.
    pub at: usize,
    /// Which account.
    pub account: Id,
    /// Its name.
    pub name: String,
    /// Its class in words; none where too much is missing.
    pub class: Option<String>,
    /// The class's colour.
    pub hue: Option<Hue>,
    /// The figure that tells it from others of its class.
    pub figure: String,
    /// What rule and person say.
    pub placed: Placed,
}

/// The picture of a method.
#[derive(Debug, Clone)]
pub enum Picture {
    /// Two measures.
    Plane(Box<PlaneSight>),
    /// How lately, how often, for how much: by the row.
    Quintiles(Vec<Option<Bought>>),
    /// What few of them bring.
    Pyramid(Box<PyramidSight>),
    /// Parts of a score, and its parts by the row.
    Scores(Vec<Part>, Vec<Vec<Option<f64>>>),
    /// Where the time goes.
    Effort(Vec<(Option<Tier>, Portion)>),
}

/// What is on a plane.
#[derive(Debug, Clone)]
pub struct PlaneSight {
    /// The measures across and upwards.
    pub axes: [Axis; 2],
    /// The regions, each with its class.
    pub regions: Vec<(Class, Region)>,
    /// The bubbles, each with its row.
    pub bubbles: Vec<(usize, Bubble)>,
}

/// What is of the pyramid.
#[derive(Debug, Clone, Default)]
pub struct PyramidSight {
    /// Its layers.
    pub layers: Vec<(Layer, widget::Layer)>,
    /// The curve.
    pub points: Vec<f64>,
    /// The account of each place of the curve.
    pub order: Vec<Id>,
    /// Where the layers end.
    pub cuts: Vec<Cut>,
    /// The share that is looked for, and where it ends.
    pub goal: Option<(f64, usize)>,
    /// That in words.
    pub told: String,
    /// What stands under the ends of the curve.
    pub ends: [String; 2],
}

impl Sight {
    /// What a method shows of what is known.
    pub fn of(known: &Known, method: Method, look: &Look) -> Sight {
        let rows = rows(known, method, look);
        let (picture, mut told) = match method {
            Method::Posture => super::plane::posture(known, &rows, look),
            Method::Kaism => super::plane::kaism(known, &rows, look),
            Method::Rfm => (super::measured::quintiles(known, &rows), Vec::new()),
            Method::Pyramid => (super::shares::pyramid(known, look), Vec::new()),
            Method::Score => (super::measured::scores(known, &rows, look), Vec::new()),
            Method::Tier => (super::shares::effort(known, look), Vec::new()),
        };
        told.extend(words::said(look.lang, known, &rows));
        Sight { rows, picture, told }
    }

    /// The row of an account.
    pub fn find(&self, account: Id) -> Option<usize> {
        self.rows.iter().position(|row| row.account == account)
    }
}

/// The accounts by class, and within a class by figure.
fn rows(known: &Known, method: Method, look: &Look) -> Vec<Row> {
    let segments = &known.segments;
    let mut rows: Vec<(i128, Row)> = Vec::new();
    for (at, facts) in segments.accounts.iter().enumerate() {
        let Some(placed) = segments.placed(method, at) else { continue };
        let (weight, figure) = super::figure::of(known, method, at, look);
        let row = Row {
            at,
            account: facts.account,
            name: known.name(at).to_owned(),
            class: words::of_row(look.lang, &placed),
            hue: placed.class.map(hue),
            figure,
            placed,
        };
        rows.push((weight, row));
    }
    rows.sort_by(|(weight, row), (other_weight, other)| {
        let key = |weight: &i128, row: &Row| {
            (row.placed.class.is_none(), row.placed.class.map(order), Reverse(*weight))
        };
        key(weight, row).cmp(&key(other_weight, other)).then_with(|| row.name.cmp(&other.name))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Where a class stands among those of its method; what is measured is ordered by its figure alone.
fn order(class: Class) -> usize {
    Class::of(class.method()).iter().position(|other| *other == class).unwrap_or(0)
}

/// The colour of a class.
pub fn hue(class: Class) -> Hue {
    match class {
        Class::Posture(Posture::Acquire) | Class::Kaism(Kaism::KeyDevelopment) | Class::Tier(Tier::Key) => {
            Hue::Red
        }
        Class::Posture(Posture::Raid) | Class::Pyramid(Layer::Gold) | Class::Tier(Tier::Prospective) => {
            Hue::Yellow
        }
        Class::Posture(Posture::Retain)
        | Class::Kaism(Kaism::KeyAccount)
        | Class::Pyramid(Layer::Platinum)
        | Class::Tier(Tier::Ordinary)
        | Class::Score(_) => Hue::Blue,
        Class::Posture(Posture::Maintain)
        | Class::Kaism(Kaism::Maintenance)
        | Class::Pyramid(Layer::Iron) => Hue::Green,
        Class::Rfm(quintiles) => bought(quintiles).hue(),
        Class::Posture(Posture::Abandon)
        | Class::Kaism(Kaism::Opportunistic)
        | Class::Pyramid(Layer::Lead)
        | Class::Tier(Tier::Unattractive) => Hue::Grey,
    }
}

/// Quintiles as their picture takes them.
pub fn bought(quintiles: crate::domain::segment::Quintiles) -> Bought {
    Bought { recency: quintiles.recency, frequency: quintiles.frequency, money: quintiles.money }
}
