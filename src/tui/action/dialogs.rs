//! The lines of the table that are about dialogs: choices, columns, forms, questions, pages.

use super::table::entry;
use super::{Action, Entry, Scope};
use crate::tr;

use Action::*;
use Scope::{
    Brief, Choice, Clues, Columns, Form, History, Lines, Page, Question, Sides, Twins, Typing, Views,
};

/// What is done in dialogs.
#[rustfmt::skip]
pub(super) const DIALOGS: &[Entry] = &[
    entry(TickClue, "clues.tick", Clues, &["space"],
        |l| tr!(l, "action.clue_tick"), |l| tr!(l, "action.clue_tick.help")).in_footer(),
    entry(RoomLeft, "clues.left", Clues, &["left", "h"],
        |l| tr!(l, "action.clue_left"), |l| tr!(l, "action.clue_left.help")),
    entry(RoomRight, "clues.right", Clues, &["right", "l"],
        |l| tr!(l, "action.clue_right"), |l| tr!(l, "action.clue_right.help")),
    entry(KeepBrief, "brief.write", Brief, &["w"],
        |l| tr!(l, "action.brief_write"), |l| tr!(l, "action.brief_write.help")).in_footer(),
    entry(Accept, "dialog.accept", Choice, &["enter"],
        |l| tr!(l, "action.accept"), |l| tr!(l, "action.accept.help"))
        .also(&[(Form, &["enter"]), (Typing, &["enter"]), (Clues, &["enter"]), (Columns, &["enter"]), (Views, &["enter"]), (Sides, &["enter"]), (Scope::Filter, &["enter"]), (Scope::Capture, &["enter"])]).in_footer(),
    entry(MergeTwins, "twins.merge", Twins, &["m"],
        |l| tr!(l, "action.merge_twins"), |l| tr!(l, "action.merge_twins.help")).in_footer(),
    entry(TakeLeft, "sides.left", Sides, &["left", "h"],
        |l| tr!(l, "action.take_left"), |l| tr!(l, "action.take_left.help")).in_footer(),
    entry(TakeRight, "sides.right", Sides, &["right", "l"],
        |l| tr!(l, "action.take_right"), |l| tr!(l, "action.take_right.help")).in_footer(),
    entry(TakeOther, "sides.other", Sides, &["space"],
        |l| tr!(l, "action.take_other"), |l| tr!(l, "action.take_other.help")).in_footer(),
    entry(TakeAllLeft, "sides.all_left", Sides, &["<"],
        |l| tr!(l, "action.take_all_left"), |l| tr!(l, "action.take_all_left.help")),
    entry(TakeAllRight, "sides.all_right", Sides, &[">"],
        |l| tr!(l, "action.take_all_right"), |l| tr!(l, "action.take_all_right.help")),
    entry(SwapSides, "twins.swap", Twins, &["x"],
        |l| tr!(l, "action.swap_sides"), |l| tr!(l, "action.swap_sides.help")).in_footer(),
    entry(TickColumn, "columns.tick", Columns, &["space"],
        |l| tr!(l, "action.column.tick"), |l| tr!(l, "action.column.tick.help")).in_footer(),
    entry(ColumnUp, "columns.up", Columns, &["K", "shift-up"],
        |l| tr!(l, "action.column.up"), |l| tr!(l, "action.column.up.help")).in_footer(),
    entry(ColumnDown, "columns.down", Columns, &["J", "shift-down"],
        |l| tr!(l, "action.column.down"), |l| tr!(l, "action.column.down.help")).in_footer(),
    entry(UsualColumns, "columns.usual", Columns, &["r"],
        |l| tr!(l, "action.column.usual"), |l| tr!(l, "action.column.usual.help")).in_footer(),
    entry(SortColumn, "columns.sort", Columns, &["o"],
        |l| tr!(l, "action.column.sort"), |l| tr!(l, "action.column.sort.help"))
        .also(&[(Scope::Table, &["S"])]),
    entry(NarrowColumn, "columns.narrow", Columns, &["left", "h"],
        |l| tr!(l, "action.column.narrow"), |l| tr!(l, "action.column.narrow.help"))
        .also(&[(Scope::Table, &["("])]),
    entry(WidenColumn, "columns.widen", Columns, &["right", "l"],
        |l| tr!(l, "action.column.widen"), |l| tr!(l, "action.column.widen.help"))
        .also(&[(Scope::Table, &[")"])]),
    entry(NextField, "field.next", Form, &["tab", "down"],
        |l| tr!(l, "action.field.next"), |l| tr!(l, "action.field.next.help"))
        .also(&[(Lines, &["tab"]), (Clues, &["tab"])]).in_footer(),
    entry(PreviousField, "field.previous", Form, &["shift-tab", "up"],
        |l| tr!(l, "action.field.previous"), |l| tr!(l, "action.field.previous.help"))
        .also(&[(Lines, &["shift-tab"])]),
    entry(Save, "form.save", Form, &["ctrl-s"],
        |l| tr!(l, "action.save"), |l| tr!(l, "action.save.help"))
        .also(&[(Lines, &["ctrl-s"]), (Typing, &["ctrl-s"])]).in_footer(),
    entry(SwapDraft, "form.draft", Form, &["ctrl-r"],
        |l| tr!(l, "action.draft"), |l| tr!(l, "action.draft.help"))
        .also(&[(Lines, &["ctrl-r"]), (Scope::Capture, &["ctrl-r"])]).in_footer(),
    entry(MoreTerms, "guide.more", Scope::Guide, &["tab"],
        |l| tr!(l, "action.more_terms"), |l| tr!(l, "action.more_terms.help")).in_footer(),
    entry(ExplainField, "form.explain", Form, &["f1"],
        |l| tr!(l, "action.explain_field"), |l| tr!(l, "action.explain_field.help"))
        .also(&[(Lines, &["f1"])]).in_footer(),
    entry(EditOutside, "field.editor", Lines, &["ctrl-o"],
        |l| tr!(l, "action.editor"), |l| tr!(l, "action.editor.help")).in_footer(),
    entry(SaveView, "views.save", Views, &["s", "i"],
        |l| tr!(l, "action.save_view"), |l| tr!(l, "action.save_view.help")).in_footer(),
    entry(RenameView, "views.rename", Views, &["e"],
        |l| tr!(l, "action.rename_view"), |l| tr!(l, "action.rename_view.help")).in_footer(),
    entry(DeleteView, "views.delete", Views, &["X", "delete"],
        |l| tr!(l, "action.delete_view"), |l| tr!(l, "action.delete_view.help")).in_footer(),
    entry(TakeOffer, "filter.complete", Scope::Filter, &["tab"],
        |l| tr!(l, "action.take_offer"), |l| tr!(l, "action.take_offer.help")).in_footer(),
    entry(NextOffer, "field.offer", Form, &["ctrl-n"],
        |l| tr!(l, "action.offer"), |l| tr!(l, "action.offer.help"))
        .also(&[(Lines, &["ctrl-n"]), (Scope::Filter, &["ctrl-n"])]).in_footer(),
    entry(PreviousOffer, "field.offer_back", Form, &["ctrl-p"],
        |l| tr!(l, "action.offer_back"), |l| tr!(l, "action.offer_back.help"))
        .also(&[(Lines, &["ctrl-p"]), (Scope::Filter, &["ctrl-p"])]),
    entry(UndoOperation, "history.undo", History, &["enter"],
        |l| tr!(l, "action.history.undo"), |l| tr!(l, "action.history.undo.help")).in_footer(),
    entry(Yes, "answer.yes", Question, &["y", "enter"],
        |l| tr!(l, "action.yes"), |l| tr!(l, "action.yes.help")).in_footer(),
    entry(No, "answer.no", Question, &["n", "esc"],
        |l| tr!(l, "action.no"), |l| tr!(l, "action.no.help")).in_footer(),
    entry(Cancel, "dialog.cancel", Page, &["esc", "q", "ctrl-c"],
        |l| tr!(l, "action.cancel"), |l| tr!(l, "action.cancel.help"))
        .also(&[(Choice, &["esc", "ctrl-c"]), (Columns, &["esc", "q", "ctrl-c"]), (Views, &["esc", "q", "ctrl-c"]), (Sides, &["esc", "q", "ctrl-c"]), (Clues, &["esc", "q", "ctrl-c"]), (Form, &["esc", "ctrl-c"]), (Lines, &["esc", "ctrl-c"]), (Typing, &["esc", "ctrl-c"]), (Scope::Filter, &["esc", "ctrl-c"]), (Scope::Capture, &["esc", "ctrl-c"]), (Question, &["ctrl-c"])]).in_footer(),
];
