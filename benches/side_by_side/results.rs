//! The rows of the comparison, and the page of them.

use std::fmt::Write;
use std::time::Duration;

use super::Bench;

/// One comparison.
struct Row {
    what: String,
    ours: String,
    beside: String,
    found: Option<f64>,
    is_ratio: bool,
    goal: Option<f64>,
    unit: String,
}

/// Everything that was compared.
#[derive(Default)]
pub struct Results {
    rows: Vec<Row>,
}

impl Results {
    /// Two times, and how many times the second the first may be.
    pub fn ratio(&mut self, what: &str, ours: Duration, beside: (&str, Duration), goal: f64) {
        self.compare(what, ours, beside, Some(goal));
    }

    /// Two times, of which neither is a goal of the other.
    pub fn beside(&mut self, what: &str, ours: Duration, beside: (&str, Duration)) {
        self.compare(what, ours, beside, None);
    }

    fn compare(&mut self, what: &str, ours: Duration, beside: (&str, Duration), goal: Option<f64>) {
        self.rows.push(Row {
            what: what.to_owned(),
            ours: time(ours),
            beside: format!("{} {}", beside.0, time(beside.1)),
            found: Some(ours.as_secs_f64() / beside.1.as_secs_f64()),
            is_ratio: true,
            goal,
            unit: "×".to_owned(),
        });
    }

    /// A time, and the most it may be.
    pub fn bound(&mut self, what: &str, ours: Duration, most: Duration) {
        self.amount(what, ours.as_secs_f64() * 1e3, most.as_secs_f64() * 1e3, "ms");
    }

    /// An amount of something, and the most it may be.
    pub fn amount(&mut self, what: &str, ours: f64, most: f64, unit: &str) {
        self.rows.push(Row {
            what: what.to_owned(),
            ours: format!("{} {unit}", number(ours)),
            beside: String::new(),
            found: Some(ours),
            is_ratio: false,
            goal: Some(most),
            unit: unit.to_owned(),
        });
    }

    /// What could not be measured here, and why.
    pub fn missing(&mut self, what: &str, why: &str) {
        self.rows.push(Row {
            what: what.to_owned(),
            ours: String::new(),
            beside: why.to_owned(),
            found: None,
            is_ratio: false,
            goal: None,
            unit: String::new(),
        });
    }

    /// The page, in Markdown.
    pub fn page(&self, bench: &Bench) -> String {
        let mut page = String::from(
            "# keybook beside the least that is possible\n\n\
             Written by `benches/side_by_side.sh`. F is a bare ratatui list over one SQLite table, run in turns with \
             the program in pseudo-terminals of 120×40. Times on the wall, medians unless said otherwise.\n\n",
        );
        let sizes: Vec<String> = bench.sizes.iter().map(u64::to_string).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(page, "- Machine: {}\n- Date: {}", machine(), chrono::Local::now().format("%F"));
        let _ = writeln!(page, "- Deals: {}; SQLite {}\n", sizes.join(", "), rusqlite::version());
        page.push_str("| what | keybook | beside it | ratio | goal | met |\n|---|---|---|---|---|---|\n");
        for row in &self.rows {
            let ratio = row.found.filter(|_| row.is_ratio).map(number).unwrap_or_default();
            let goal = row.goal.map(|goal| format!("≤ {} {}", number(goal), row.unit)).unwrap_or_default();
            let met = match (row.found, row.goal) {
                (Some(found), Some(goal)) if found <= goal => "yes",
                (Some(_), Some(_)) => "no",
                (Some(_), None) => "",
                (None, _) => "not measured",
            };
            let Row { what, ours, beside, .. } = row;
            let _ = writeln!(page, "| {what} | {ours} | {beside} | {ratio} | {goal} | {met} |");
        }
        page
    }
}

/// The one in the middle.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// What all but one in twenty stay below.
pub fn ninety_fifth(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[(times.len() * 95).div_ceil(100) - 1]
}

fn time(time: Duration) -> String {
    match time.as_secs_f64() {
        long if long >= 1.0 => format!("{long:.2} s"),
        short => format!("{} ms", number(short * 1e3)),
    }
}

fn number(number: f64) -> String {
    if number >= 100.0 { format!("{number:.0}") } else { format!("{}", (number * 100.0).round() / 100.0) }
}

fn machine() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let processor = read("/proc/cpuinfo");
    let model = processor.lines().find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
    let threads = std::thread::available_parallelism().map_or(0, usize::from);
    let load = read("/proc/loadavg");
    let load = load.split(' ').next().unwrap_or("?");
    format!("{}, {threads} threads, load {load} at the end", model.unwrap_or("unknown"))
}
