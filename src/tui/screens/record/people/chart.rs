//! The org chart: who reports to whom, as a tree that folds.

use std::collections::HashSet;

use ratatui::style::Style;

use super::super::side::Side;
use super::{Around, around, rooms, said, standing};
use crate::domain::id::Id;
use crate::domain::reporting::{Node, unfolded};
use crate::report::words;
use crate::store::view::people::{KeyPerson, org_tree};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::sheet::Drawn;
use crate::tui::widgets::stance;

/// Puts the tree on a sheet; below it those of whom no reporting line is known.
///
/// # Errors
/// What the store could not read.
pub fn put(side: &mut Side, book: &Book, look: &Look, of: &Chosen, folded: &HashSet<Id>) -> Result<()> {
    let around = around(book, of)?;
    let nodes = org_tree(&around.people);
    side.heads = nodes.iter().filter(|node| node.reports > 0).map(|node| node.id).collect();
    let sheet = &mut side.sheet;
    if nodes.is_empty() {
        sheet.words(tr!(look.lang, "chart.empty"));
        return Ok(());
    }
    let is_alone = |node: &&Node| node.depth == 0 && node.reports == 0;
    let shown = unfolded(&nodes, folded);
    let (alone, tree): (Vec<&Node>, Vec<&Node>) = shown.into_iter().partition(is_alone);
    let chart = Chart { look, around: &around, folded, role: widest_role(look, &around.people) };
    sheet.drawn(tr!(look.lang, "chart.lines"), chart.tree(&tree));
    if tree.is_empty() {
        sheet.drawn("", vec![said(tr!(look.lang, "chart.no_lines"), look.theme.dim)]);
    }
    let alone: Vec<Drawn> = alone.into_iter().map(|node| chart.line(node, "")).collect();
    sheet.drawn(tr!(look.lang, "chart.alone"), alone);
    Ok(())
}

fn widest_role(look: &Look, people: &[KeyPerson]) -> usize {
    let roles = people.iter().filter_map(|person| person.role());
    roles.map(|role| look.measure.width(&words::decision_role(look.lang, role))).max().unwrap_or(1)
}

struct Chart<'a> {
    look: &'a Look,
    around: &'a Around,
    folded: &'a HashSet<Id>,
    /// Cells of the widest decision role.
    role: usize,
}

impl Chart<'_> {
    fn tree(&self, nodes: &[&Node]) -> Vec<Drawn> {
        // Whether more follows at each depth: where it does, a line runs down.
        let mut open: Vec<bool> = Vec::new();
        let mut lines = Vec::new();
        for node in nodes {
            open.truncate(node.depth);
            let branch: String = match node.depth {
                0 => String::new(),
                _ => {
                    let down = open[1..].iter().map(|open| if *open { "│  " } else { "   " });
                    down.chain([if node.is_last { "└─ " } else { "├─ " }]).collect()
                }
            };
            lines.push(self.line(node, &branch));
            open.push(!node.is_last);
        }
        lines
    }

    /// A person: the branch, whether they are folded, their stance, name and position; at the right their
    /// role and rooms.
    fn line(&self, node: &Node, branch: &str) -> Drawn {
        let theme = &self.look.theme;
        let Some(person) = self.around.people.iter().find(|person| person.contact.id == node.id) else {
            return Drawn::default();
        };
        let is_folded = node.reports > 0 && self.folded.contains(&node.id);
        let fold = match (node.reports, is_folded) {
            (0, _) => "",
            (_, true) => "▸ ",
            (_, false) => "▾ ",
        };
        let (sign, style) = stance::sign(self.look, person.stance);
        let title = person.contact.title.as_ref().map(|title| format!("  {title}")).unwrap_or_default();
        let hidden = if is_folded { format!("  +{}", node.below) } else { String::new() };
        let left = vec![
            (branch.to_owned(), theme.rule),
            (fold.to_owned(), theme.key),
            (format!("{sign} "), style),
            (person.contact.name.clone(), self.around.name_style(self.look, person)),
            (title, theme.dim),
            (hidden, theme.accent),
        ];
        Drawn {
            left,
            right: self.marks(person),
            stands_for: Some(standing(&person.contact)),
            ..Drawn::default()
        }
    }

    /// The decision role and the rooms, each in a column of its own.
    fn marks(&self, person: &KeyPerson) -> Vec<(String, Style)> {
        let theme = &self.look.theme;
        let role = match person.role() {
            Some(role) => words::decision_role(self.look.lang, role).into_owned(),
            None => "?".to_owned(),
        };
        let style = if person.member().decides() { theme.accent } else { theme.dim };
        let pad = " ".repeat(self.role.saturating_sub(self.look.measure.width(&role)));
        vec![(format!("{role}{pad}"), style), (format!("  {:<4}", rooms(person)), theme.dim)]
    }
}
