//! Key people as people read them: evidence, what is remembered, relations, buying groups, walk-arounds.
//! The quadrants have their plain names here; the animals are for one's own screen alone.

use super::{worded, worded_all};
use crate::domain::quadrant::Quadrant;
use crate::domain::word::DecisionRole;
use crate::i18n::Lang;
use crate::report::model::{
    CoverageOut, EvidenceOut, GapOut, KeyPersonOut, OrganisationalNeedOut, OursOut, QuadrantsOut, QuoteOut,
    RelationOut, SureOut, WalkOut,
};
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words::Word;
use crate::report::{people, quadrant, words};
use crate::tr;

/// The table of what is known of how a person thinks.
pub fn evidence(lang: Lang, evidence: &[EvidenceOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::words(tr!(lang, "column.evidence"), Worth::Essential),
        Column::words(tr!(lang, "column.text"), Worth::Useful),
        Column::whole(tr!(lang, "column.id"), Worth::Important),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_evidence"));
    for one in evidence {
        let what = match one.scores {
            Some(scores) => tr!(lang, "evidence.direct", scores = scores_in_words(lang, scores)).into_owned(),
            None => {
                let clue = |key: &String| key.parse().map(|clue| quadrant::clue(lang, clue).into_owned());
                lang.list(one.clues.iter().filter_map(|key| clue(key).ok()))
            }
        };
        table.push(vec![
            Cell::day(Some(one.on)),
            Cell::text(what),
            Cell::maybe(one.text.as_ref()),
            Cell::id(one.id).toned(Tone::Quiet),
        ]);
    }
    table
}

/// The table of what is remembered.
pub fn quotes(lang: Lang, quotes: &[QuoteOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::whole(tr!(lang, "column.kind"), Worth::Important),
        Column::words(tr!(lang, "column.person"), Worth::Useful),
        Column::words(tr!(lang, "column.text"), Worth::Essential),
        Column::whole(tr!(lang, "column.id"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_quotes"));
    for one in quotes {
        table.push(vec![
            Cell::day(Some(one.on)),
            Cell::text(worded(lang, &one.kind, people::recollection)),
            Cell::text(&one.contact),
            Cell::text(&one.text),
            Cell::id(one.id).toned(Tone::Quiet),
        ]);
    }
    table
}

/// The four scores in words, all of them: Analytical 80, Orderly 40 …
pub fn scores_in_words(lang: Lang, scores: QuadrantsOut) -> String {
    let each = Quadrant::ALL.iter().zip([scores.a, scores.b, scores.c, scores.d]);
    lang.list(each.map(|(room, score)| format!("{} {score}", quadrant::name(lang, *room))))
}

/// Where scores come from, and how sure they are.
pub fn sure(lang: Lang, sure: &SureOut) -> String {
    let clues = |count: usize| match count {
        1 => tr!(lang, "evidence.one_clue"),
        _ => tr!(lang, "evidence.clues", count = count),
    };
    let age = match sure.age.as_deref() {
        Some("ageing") => tr!(lang, "evidence.ageing"),
        Some("old") => tr!(lang, "evidence.old"),
        _ => Word::Borrowed(""),
    };
    let newest = sure.newest.map(|day| day.to_string()).unwrap_or_default();
    let from = match (sure.on, sure.clues_since) {
        (Some(on), 0) => tr!(lang, "evidence.from_direct", day = on),
        (Some(on), since) => tr!(lang, "evidence.from_direct_since", day = on, clues = clues(since)),
        (None, _) => tr!(lang, "evidence.from_clues", clues = clues(sure.clues), day = newest),
    };
    if age.is_empty() {
        from.into_owned()
    } else {
        tr!(lang, "evidence.aged", from = from, age = age).into_owned()
    }
}

/// The plain names of quadrants.
pub fn rooms(lang: Lang, keys: &[String]) -> Vec<String> {
    worded_all(lang, keys, quadrant::name)
}

/// A relation in a word; who is unknown is said to be.
pub fn relation_word(lang: Lang, key: &str) -> String {
    match key {
        "unknown" => tr!(lang, "relation.unknown").into_owned(),
        _ => worded(lang, key, quadrant::relation),
    }
}

/// A decision role by its key.
pub fn decision_role(lang: Lang, key: &str) -> Option<Word> {
    let roles =
        [DecisionRole::Advocate, DecisionRole::Owner, DecisionRole::Evaluator, DecisionRole::Approver];
    roles.into_iter().find(|role| role.as_str() == key).map(|role| words::decision_role(lang, role))
}

/// The page of a relation.
pub fn relation(lang: Lang, relation: &RelationOut) -> Page {
    let with = relation.with.clone().unwrap_or_else(|| tr!(lang, "relation.me").into_owned());
    let mut page = Page::new(lang, tr!(lang, "page.relation", contact = relation.contact, with = with));
    let unknown = || tr!(lang, "relation.not_known").into_owned();
    let rooms = |keys: &[String]| match rooms(lang, keys) {
        names if names.is_empty() => Cell::text(unknown()),
        names => Cell::list(&names),
    };
    page.facts(vec![
        (relation.contact.clone(), rooms(&relation.dominant)),
        (with, rooms(&relation.with_dominant)),
        (tr!(lang, "relation.between").into(), Cell::text(relation_word(lang, &relation.relation))),
        (
            tr!(lang, "column.difficulty").into(),
            Cell::maybe(relation.difficulty.map(|difficulty| tr!(lang, "relation.of_four", n = difficulty))),
        ),
        (
            tr!(lang, "column.effect").into(),
            Cell::maybe(relation.relation.parse().ok().map(|known| quadrant::effect(lang, known))),
        ),
    ]);
    if relation.pairs.len() > 1 {
        let columns = vec![
            Column::whole(relation.contact.clone(), Worth::Essential),
            Column::whole(relation.with.clone().unwrap_or_default(), Worth::Essential),
            Column::whole(tr!(lang, "relation.between"), Worth::Essential),
            Column::figures(tr!(lang, "column.difficulty"), Worth::Essential),
        ];
        let mut table = Table::new(columns, "");
        for pair in &relation.pairs {
            table.push(vec![
                Cell::text(worded(lang, &pair.one, quadrant::name)),
                Cell::text(worded(lang, &pair.other, quadrant::name)),
                Cell::text(relation_word(lang, &pair.relation)),
                Cell::count(i64::from(pair.difficulty)),
            ]);
        }
        page.section(tr!(lang, "page.pairs"), table);
    }
    page.list(tr!(lang, "page.advice"), relation.advice.clone());
    page
}

/// The table of a buying group.
pub fn group(lang: Lang, people: &[KeyPersonOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.person"), Worth::Essential),
        Column::words(tr!(lang, "column.position"), Worth::Extra),
        Column::words(tr!(lang, "column.parts"), Worth::Important),
        Column::whole(tr!(lang, "column.decision_role"), Worth::Useful),
        Column::whole(tr!(lang, "column.stance"), Worth::Important),
        Column::words(tr!(lang, "column.quadrants"), Worth::Useful),
        Column::whole(tr!(lang, "column.relation"), Worth::Extra),
        Column::words(tr!(lang, "column.covered_by"), Worth::Useful),
        Column::whole(tr!(lang, "column.last_contact"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_contacts"));
    for person in people {
        let role = person.decision_role.as_deref().and_then(|key| decision_role(lang, key));
        table.push(vec![
            Cell::text(&person.name),
            Cell::maybe(person.title.as_ref()),
            Cell::list(&worded_all(lang, &person.parts, words::part)),
            Cell::maybe(role),
            stance(lang, person.stance.as_deref()),
            Cell::list(&rooms(lang, &person.dominant)),
            Cell::maybe((person.relation != "unknown").then(|| relation_word(lang, &person.relation))),
            Cell::list(&person.covered_by),
            Cell::day(person.last_contact),
        ]);
    }
    table
}

/// What somebody wants for their organisation, with what of it.
pub fn organisational_needs(lang: Lang, needs: &[OrganisationalNeedOut]) -> Vec<String> {
    let each = needs.iter().map(|need| {
        let word = worded(lang, &need.need, people::organisational_need);
        match &need.text {
            Some(text) => tr!(lang, "need.of_which", need = word, text = text).into_owned(),
            None => word,
        }
    });
    each.collect()
}

/// A stance, in its tone.
pub fn stance(lang: Lang, key: Option<&str>) -> Cell {
    let tone = match key {
        Some("supporter") => Tone::Good,
        Some("opponent") => Tone::Bad,
        _ => Tone::Plain,
    };
    Cell::maybe(key.map(|stance| worded(lang, stance, words::stance))).toned(tone)
}

/// The page of a buying group and of our side.
pub fn coverage(lang: Lang, title: String, coverage: &CoverageOut) -> Page {
    let mut page = Page::new(lang, title);
    if coverage.collective {
        page.paragraph(tr!(lang, "page.collective"));
    }
    page.section(tr!(lang, "page.people"), group(lang, &coverage.people));
    let warnings = coverage.gaps.iter().filter(|gap| gap.warning).map(|gap| gap.text.clone());
    page.list(tr!(lang, "page.warnings"), warnings.collect());
    page.list(tr!(lang, "page.gaps"), open_gaps(lang, &coverage.gaps, &coverage.people));
    page.section(tr!(lang, "page.our_side"), team(lang, &coverage.ours));
    page
}

/// What is still to be filled, in words; those whom nobody covers are named together.
pub fn open_gaps(lang: Lang, gaps: &[GapOut], people: &[KeyPersonOut]) -> Vec<String> {
    let open = || gaps.iter().filter(|gap| !gap.warning);
    let mut lines: Vec<String> =
        open().filter(|gap| gap.code != "uncovered").map(|gap| gap.text.clone()).collect();
    let name = |id| people.iter().find(|person| Some(person.id) == id).map(|person| person.name.as_str());
    let uncovered = open().filter(|gap| gap.code == "uncovered").filter_map(|gap| name(gap.contact_id));
    let uncovered: Vec<&str> = uncovered.collect();
    if !uncovered.is_empty() {
        lines.push(tr!(lang, "gap.uncovered", person = lang.list(&uncovered)).into_owned());
    }
    lines
}

/// The table of our side.
pub fn team(lang: Lang, ours: &[OursOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.person"), Worth::Essential),
        Column::words(tr!(lang, "column.roles"), Worth::Essential),
        Column::whole(tr!(lang, "column.level"), Worth::Useful),
        Column::words(tr!(lang, "column.covers"), Worth::Important),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_team"));
    for one in ours {
        table.push(vec![
            Cell::text(&one.name),
            Cell::list(&worded_all(lang, &one.roles, people::our_role)),
            Cell::text(worded(lang, &one.level, people::level)),
            Cell::list(&one.covers),
        ]);
    }
    table
}

/// The page of a walk-around.
pub fn walk(lang: Lang, title: String, walk: &WalkOut) -> Page {
    let mut page = Page::new(lang, title);
    let columns = vec![
        Column::whole(tr!(lang, "column.quadrants"), Worth::Essential),
        Column::words(tr!(lang, "column.question"), Worth::Essential),
        Column::whole(tr!(lang, "column.ticked"), Worth::Essential),
        Column::whole(tr!(lang, "column.prompt_key"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for question in &walk.questions {
        table.push(vec![
            Cell::text(worded(lang, &question.room, quadrant::name)),
            Cell::text(&question.text),
            Cell::day(question.ticked_on),
            Cell::text(&question.key).toned(Tone::Quiet),
        ]);
    }
    page.blocks.push(crate::report::page::Block::Table(table));
    if !walk.neglected.is_empty() {
        let rooms = lang.list(rooms(lang, &walk.neglected));
        page.paragraph(tr!(lang, "page.neglected", rooms = rooms));
    }
    page
}
