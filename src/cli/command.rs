//! Every command that there is, and which file does it.

use clap::{Parser, Subcommand};

use super::desk::Desk;
use super::failure::Failure;
use super::global::Global;
use super::{Ended, KeyTable};
use super::{
    account, accuracy, activity, attention, backup, brief, calendar, calibration, capture, care, changes,
    check, colleague, commitment, complete, completions, config, contact, conversion, coverage, deal, demo,
    duplicates, encryption, entry, export, field, forecast, funnel, guide, health, history, import, keys,
    link, log, losses, man, merge_book, metrics, order, product, query, quota, quote, rate, reason, redo,
    relation, report, resources, restore, revenue, review, search, segments, snooze, special_day, stage,
    strategy, submissions, submit, tag, today, tour, undo, velocity, view, white_space,
};

/// The field book of a key-account manager: accounts, key people, deals and the funnel, in one file
///
/// Without a command it opens the terminal interface.
#[derive(Debug, Parser)]
#[command(name = "keybook", version, max_term_width = 100)]
pub(super) struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The same without its commands.
#[derive(Debug, Parser)]
#[command(name = "keybook", version, max_term_width = 100)]
pub(super) struct Alone {
    #[command(flatten)]
    pub global: Global,
}

/// Everything that can be done from the command line.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Today(today::Today),
    Calendar(calendar::Calendar),
    Funnel(funnel::Funnel),
    Forecast(forecast::Forecast),
    Review(review::Review),
    Attention(attention::Attention),
    Changes(changes::Changes),
    Submit(submit::Submit),
    Submissions(submissions::Submissions),
    Accuracy(accuracy::Accuracy),
    Conversion(conversion::Conversion),
    Velocity(velocity::Velocity),
    Calibration(calibration::Calibration),
    Losses(losses::Losses),
    Segments(segments::Segments),
    Metrics(metrics::Metrics),
    #[command(name = "whitespace")]
    WhiteSpace(white_space::WhiteSpace),
    Resources(resources::Resources),
    #[command(subcommand)]
    Report(report::Report),
    #[command(subcommand)]
    Deal(deal::Deal),
    #[command(subcommand)]
    Account(account::Account),
    #[command(subcommand)]
    Contact(contact::Contact),
    #[command(subcommand)]
    Quote(quote::Quote),
    Relation(relation::Relation),
    Brief(brief::Brief),
    Health(health::Health),
    Care(care::Care),
    Coverage(coverage::Coverage),
    Walk(coverage::Walk),
    Log(log::Log),
    Capture(capture::Capture),
    #[command(flatten)]
    Entry(entry::EntryCommand),
    #[command(subcommand)]
    Activity(activity::Activity),
    #[command(subcommand)]
    Commitment(commitment::Commitment),
    #[command(subcommand)]
    SpecialDay(special_day::SpecialDay),
    Snooze(snooze::Snooze),
    Wake(snooze::Wake),
    #[command(subcommand)]
    Product(product::Product),
    #[command(subcommand)]
    Order(order::Order),
    #[command(subcommand)]
    Quota(quota::Quota),
    #[command(subcommand)]
    Rate(rate::Rate),
    Strategy(strategy::Strategy),
    Revenue(revenue::Revenue),
    #[command(subcommand)]
    Stage(stage::Stage),
    #[command(subcommand)]
    Reason(reason::Reason),
    #[command(subcommand)]
    Colleague(colleague::Colleague),
    #[command(subcommand)]
    Tag(tag::Tag),
    #[command(subcommand)]
    View(view::View),
    #[command(subcommand)]
    Field(field::Field),
    #[command(subcommand)]
    Link(link::Link),
    Search(search::Search),
    Query(query::Query),
    Duplicates(duplicates::Duplicates),
    Import(import::Import),
    Export(export::Export),
    Undo(undo::Undo),
    Redo(redo::Redo),
    History(history::History),
    Backup(backup::Backup),
    Backups(backup::Backups),
    Restore(restore::Restore),
    MergeBook(merge_book::MergeBook),
    Check(check::Check),
    Encrypt(encryption::Encrypt),
    Decrypt(encryption::Decrypt),
    Passphrase(encryption::ChangePassphrase),
    #[command(subcommand)]
    Config(config::Config),
    Demo(demo::Demo),
    Tour(tour::Tour),
    Guide(guide::Guide),
    Keys(keys::Keys),
    Completions(completions::Completions),
    Complete(complete::Complete),
    Man(man::Man),
}

impl Command {
    /// Does it; most commands end where they are done, some go on in the terminal interface.
    pub fn run(self, desk: &Desk, keys: KeyTable) -> Result<Ended, Failure> {
        let done = match self {
            Command::Today(command) => command.run(desk),
            Command::Calendar(command) => command.run(desk),
            Command::Funnel(command) => command.run(desk),
            Command::Forecast(command) => command.run(desk),
            Command::Review(command) => return command.run(desk),
            Command::Attention(command) => command.run(desk),
            Command::Changes(command) => command.run(desk),
            Command::Submit(command) => command.run(desk),
            Command::Submissions(command) => command.run(desk),
            Command::Accuracy(command) => command.run(desk),
            Command::Conversion(command) => command.run(desk),
            Command::Velocity(command) => command.run(desk),
            Command::Calibration(command) => command.run(desk),
            Command::Losses(command) => command.run(desk),
            Command::Segments(command) => command.run(desk),
            Command::Metrics(command) => command.run(desk),
            Command::WhiteSpace(command) => command.run(desk),
            Command::Resources(command) => command.run(desk),
            Command::Report(command) => command.run(desk),
            Command::Deal(command) => command.run(desk),
            Command::Account(command) => command.run(desk),
            Command::Contact(command) => command.run(desk),
            Command::Quote(command) => command.run(desk),
            Command::Relation(command) => command.run(desk),
            Command::Brief(command) => command.run(desk),
            Command::Health(command) => command.run(desk),
            Command::Care(command) => command.run(desk),
            Command::Coverage(command) => command.run(desk),
            Command::Walk(command) => command.run(desk),
            Command::Log(command) => command.run(desk),
            Command::Capture(command) => command.run(desk),
            Command::Activity(command) => command.run(desk),
            Command::Commitment(command) => command.run(desk),
            Command::SpecialDay(command) => command.run(desk),
            Command::Snooze(command) => command.run(desk),
            Command::Wake(command) => command.run(desk),
            Command::Entry(command) => command.run(desk),
            Command::Product(command) => command.run(desk),
            Command::Order(command) => command.run(desk),
            Command::Quota(command) => command.run(desk),
            Command::Rate(command) => command.run(desk),
            Command::Strategy(command) => command.run(desk),
            Command::Revenue(command) => command.run(desk),
            Command::Stage(command) => command.run(desk),
            Command::Reason(command) => command.run(desk),
            Command::Colleague(command) => command.run(desk),
            Command::Tag(command) => command.run(desk),
            Command::View(command) => command.run(desk),
            Command::Field(command) => command.run(desk),
            Command::Link(command) => command.run(desk),
            Command::Search(command) => command.run(desk),
            Command::Query(command) => command.run(desk),
            Command::Duplicates(command) => command.run(desk),
            Command::Import(command) => command.run(desk),
            Command::Export(command) => command.run(desk),
            Command::Undo(command) => command.run(desk),
            Command::Redo(command) => command.run(desk),
            Command::History(command) => command.run(desk),
            Command::Backup(command) => command.run(desk),
            Command::Backups(command) => command.run(desk),
            Command::Restore(command) => command.run(desk),
            Command::MergeBook(command) => command.run(desk),
            Command::Check(command) => command.run(desk),
            Command::Encrypt(command) => command.run(desk),
            Command::Decrypt(command) => command.run(desk),
            Command::Passphrase(command) => command.run(desk),
            Command::Config(command) => command.run(desk),
            Command::Demo(command) => return command.run(desk),
            Command::Tour(command) => return command.run(desk),
            Command::Guide(command) => command.run(desk),
            Command::Keys(command) => command.run(desk, keys),
            Command::Completions(command) => command.run(desk),
            Command::Complete(command) => command.run(desk),
            Command::Man(command) => command.run(desk),
        };
        done.map(|()| Ended::Done(0))
    }
}
