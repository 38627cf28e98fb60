//! `keybook capture`.

use std::io::{self, BufRead, Read, Write};

use clap::Args;

use super::can_ask;
use super::desk::Desk;
use super::failure::Failure;
use crate::domain::capture::{Ground, Open, Understood, chosen, put, understand};
use crate::i18n::Lang;
use crate::ops::capture::{CaptureInput, save};
use crate::report::problem::Explained;
use crate::report::{capture_words, pages, rows};
use crate::store::Book;
use crate::tr;

/// What stands for a line on standard input.
const INPUT: &str = "-";
/// More than this was hardly meant as a line.
const LONGEST: u64 = 1 << 16;
/// Questions that are asked of one line; more lead nowhere.
const QUESTIONS: usize = 20;

/// Takes one line as it is said: with whom, what was said, what comes next
///
/// Before the colon stands what happened and with whom, behind it what was said: "call jane acme: wants SOC2, next
/// fri proposal 45k". A clause that begins with a day is what comes next; an amount behind proposal, offer, quote or
/// contract, or alone, is what the deal is worth from now on. What could mean several records is asked on a terminal,
/// and refused elsewhere; nothing is guessed. See docs/capture.md.
#[derive(Debug, Args)]
pub(super) struct Capture {
    /// The line; several words are taken as one, - reads it from standard input
    #[arg(required = true, num_args = 1.., value_name = "TEXT")]
    line: Vec<String>,
    /// Show what is understood and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Capture {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut line = match self.line.as_slice() {
            [only] if only == INPUT => from_input(lang)?,
            words => words.join(" "),
        };
        let mut book = desk.book()?;
        let stages = book.stages_as_of(None)?;
        let base = book.settings()?.base_currency;
        let ground = Ground { today: desk.today(), base, stages: &stages, at_hand: None };
        let mut understood = understand(&line, &ground, &*book)?;
        let give = |understood: &Understood, title: &str, saved| {
            desk.give(&rows::capture::captured(lang, understood, saved), || {
                pages::capture::sheet(lang, title, understood, &stages, ground.today)
            })
        };
        if self.dry_run {
            return give(&understood, &tr!(lang, "capture.understood"), None);
        }
        if can_ask() {
            for _ in 0..QUESTIONS {
                let Some(answered) = ask(lang, &line, &understood, &ground, &book)? else { break };
                line = answered;
                understood = understand(&line, &ground, &*book)?;
            }
        }
        let Some(input) = CaptureInput::of(&understood) else { return Err(refused(lang, &understood)) };
        let id = save(&mut book, &input)?.value;
        give(&understood, &tr!(lang, "capture.saved"), Some(id))
    }
}

/// The line on standard input.
fn from_input(lang: Lang) -> Result<String, Failure> {
    let mut text = String::new();
    let read = io::stdin().lock().take(LONGEST).read_to_string(&mut text);
    read.map_err(|error| Failure::Usage(Explained::new(tr!(lang, "cli.no_input")).why(error.to_string())))?;
    Ok(text.trim().to_owned())
}

/// Asks for the first that is not clear and can be chosen; the line with the answer in it, none where there was
/// nothing to ask or no answer.
fn ask(
    lang: Lang,
    line: &str,
    understood: &Understood,
    ground: &Ground<'_>,
    book: &Book,
) -> Result<Option<String>, Failure> {
    let Some(open) = understood.open.iter().find(|open| open.choices().is_some()) else { return Ok(None) };
    let Some((at, found)) = open.choices() else { return Ok(None) };
    let or_none = matches!(open, Open::WhichDeal { or_none: true, .. });
    let mut screen = io::stderr();
    // Where the question cannot be shown there is no answer either: reading ends it.
    let _ = writeln!(screen, "{}", capture_words::open(lang, open).what);
    for (number, one) in (1..).zip(found) {
        let _ = writeln!(screen, "  {number:<2} {:<6} {}", one.code, capture_words::candidate(lang, one));
    }
    loop {
        let asked = if or_none { tr!(lang, "capture.ask_or_none") } else { tr!(lang, "capture.ask") };
        let _ = write!(screen, "{asked} ");
        let _ = screen.flush();
        let mut answer = String::new();
        if matches!(io::stdin().lock().read_line(&mut answer), Ok(0) | Err(_)) {
            return Ok(None);
        }
        match answer.trim() {
            "q" | "" => return Ok(None),
            "n" if or_none => return Ok(Some(without_deal(lang, line, at.start))),
            typed => {
                let place = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                if let Some(one) = place.and_then(|place| found.get(place)) {
                    return Ok(Some(chosen(line, at, one, ground, book)?.0));
                }
            }
        }
    }
}

/// The line that says that no deal is meant.
fn without_deal(lang: Lang, line: &str, at: usize) -> String {
    put(line, at..at, &tr!(lang, "capture.no_deal")).0
}

/// Why a line is not kept: the first that is not clear.
fn refused(lang: Lang, understood: &Understood) -> Failure {
    let Some(open) = understood.open.first() else { return Failure::Usage(Explained::default()) };
    let told = capture_words::open(lang, open);
    match open {
        Open::Closed { .. } | Open::NotYet { .. } => Failure::Undone(told),
        Open::Whom | Open::Words | Open::NoStage { .. } | Open::TooMany { .. } => Failure::Usage(told),
        Open::NoSuch { .. } | Open::Which { .. } | Open::WhichDeal { .. } => Failure::Unlisted(told),
    }
}
