//! F: a list over one SQLite table in a terminal, drawn on events alone, and nothing else.

use std::path::Path;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Style, Stylize};
use ratatui::widgets::{Block, Row, Table};
use rusqlite::Connection;

const HEADS: [&str; 6] = ["id", "title", "account", "stage", "amount", "close"];

fn page(connection: &Connection, from: i64, lines: i64) -> Vec<[String; 6]> {
    let sql = "SELECT id, title, account, stage, amount, close FROM deal WHERE id > ?1 ORDER BY id LIMIT ?2";
    let mut statement = connection.prepare_cached(sql).expect("the table is there");
    let rows = statement.query_map([from, lines], |row| {
        let amount: i64 = row.get(4)?;
        Ok([
            row.get::<_, i64>(0)?.to_string(),
            row.get(1)?,
            row.get(2)?,
            row.get::<_, i64>(3)?.to_string(),
            format!("{}.{:02}", amount / 100, amount % 100),
            row.get(5)?,
        ])
    });
    rows.and_then(Iterator::collect).expect("its rows are as they were written")
}

/// Shows the table until `q` is pressed.
pub fn show(database: &Path) {
    let connection = Connection::open(database).expect("it was made before");
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        .expect("it is a database");
    let count: i64 =
        connection.query_row("SELECT max(id) FROM deal", [], |row| row.get(0)).expect("it has rows");
    let mut terminal = ratatui::init();
    let (mut top, mut chosen) = (0, 0);
    loop {
        terminal
            .draw(|frame| {
                let [head, body, foot] =
                    Layout::vertical([Constraint::Length(1), Constraint::Min(0), Constraint::Length(1)])
                        .areas(frame.area());
                let height = i64::from(body.height.saturating_sub(1));
                top = top.min(chosen).max(chosen - height + 1);
                let rows = page(&connection, top, height).into_iter().zip(top..).map(|(row, at)| {
                    Row::new(row).style(if at == chosen { Style::new().reversed() } else { Style::new() })
                });
                let widths = [9, 30, 30, 12, 14, 10].map(Constraint::Length);
                frame.render_widget(Block::new().title("Pipeline").bold(), head);
                frame.render_widget(Table::new(rows, widths).header(Row::new(HEADS).bold()), body);
                frame.render_widget(format!(" READY {} of {count}", chosen + 1), foot);
            })
            .expect("the terminal is there");
        let Event::Key(key) = event::read().expect("the terminal is there") else { continue };
        if key.kind != KeyEventKind::Press {
            continue;
        }
        match key.code {
            KeyCode::Char('q') => break,
            KeyCode::Down => chosen = (chosen + 1).min(count - 1),
            KeyCode::Up => chosen = (chosen - 1).max(0),
            KeyCode::Char('G') => chosen = count - 1,
            KeyCode::Char('g') => chosen = 0,
            _ => {}
        }
    }
    ratatui::restore();
}
