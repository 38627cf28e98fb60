//! What a key leads to at a cell: the deal or order that is there, a choice of them, or a new deal.

use super::WhiteSpaceScreen;
use crate::domain::white_space::{Origin, Sale};
use crate::domain::word::{RecordKind, Status};
use crate::report::words;
use crate::tr;
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::screens::{Place, Visit};
use crate::tui::step::Step;
use crate::tui::travel;

/// The order in which what is there is offered: what can still be won comes first.
const OFFERED: [Status; 3] = [Status::Open, Status::Won, Status::Lost];

impl WhiteSpaceScreen {
    /// Opens what stands at the chosen cell; where there are several, asks which.
    pub(super) fn open(&self, look: &Look) -> Vec<Step> {
        let Some(crossing) = self.crossing() else { return Vec::new() };
        let sales: Vec<&Sale> =
            OFFERED.into_iter().flat_map(|status| crossing.nearest_first(status)).collect();
        if let [only] = sales.as_slice() {
            return vec![to(only)];
        }
        let item = |sale: &&Sale| Item { label: self.label(look, sale), then: vec![to(sale)] };
        let title = match (self.account(), self.product()) {
            (Some(line), Some(product)) => format!("{} × {}", line.account.name, product.name),
            _ => String::new(),
        };
        vec![Step::Open(Box::new(Choose::new(title, String::new(), sales.iter().map(item).collect())))]
    }

    /// Asks for a new deal with the account and the product of the chosen cell.
    pub(super) fn start_deal(&self) -> Vec<Step> {
        let (Some(line), Some(product)) = (self.account(), self.product()) else { return Vec::new() };
        vec![Effect::Ask(Question::AddDealOf(line.account.id, product.id)).into()]
    }

    /// A sale in a line: its outcome, its day, its name, its amount.
    pub(super) fn label(&self, look: &Look, sale: &Sale) -> String {
        let name = match sale.origin {
            Origin::Deal(id) => self.names.get(&id).map(|name| name.name.clone()).unwrap_or_default(),
            Origin::Order(_) => tr!(look.lang, "white_space.small_order").into_owned(),
        };
        let day = sale.on.map(|day| look.date(day)).unwrap_or_default();
        let amount = look.amount(sale.amount.minor.into(), sale.amount.currency, 12);
        let status = words::status(look.lang, sale.status);
        let pieces = [status.into_owned(), day, name, format!("{amount} {}", sale.amount.currency)];
        pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("  ")
    }
}

fn to(sale: &Sale) -> Step {
    match sale.origin {
        Origin::Deal(id) => travel::to(RecordKind::Deal, id),
        Origin::Order(id) => {
            let entry = Some(Entry { kind: Kind::Order, id });
            Step::Go(Place::Register, Visit { entry, ..Visit::default() })
        }
    }
}
