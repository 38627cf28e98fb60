//! An import is one operation: whole or not at all, tried without a trace, taken back and done again.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Barrier;

use keybook::ops::import::{Import, Stopped, run};
use keybook::ops::{history, setup};
use keybook::store::Clock;

use crate::common::{Files, book, counts, day, dump, files, import, rows, try_import};
use crate::sample::hubspot;

fn written(folder: &Files) -> Vec<PathBuf> {
    hubspot().files.iter().map(|(name, text)| folder.write(name, text)).collect()
}

#[test]
fn an_import_is_undone_at_once_and_redone_to_the_byte() {
    let (mut book, folder) = (book(), Files::new());
    let paths = written(&folder);
    import(&mut book, &[&paths[1]]);
    let before = dump(&book);
    import(&mut book, &[&paths[2], &paths[0]]);
    let after = dump(&book);
    assert_ne!(before, after);
    history::undo(&mut book, None).unwrap();
    assert_eq!(dump(&book), before);
    history::redo(&mut book).unwrap();
    assert_eq!(dump(&book), after);
    history::undo(&mut book, None).unwrap();
    let again = import(&mut book, &[&paths[2], &paths[0]]);
    assert_eq!(counts(&again[0]), [500, 0, 0, 0], "what was undone can be imported again");
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    let (mut book, folder) = (book(), Files::new());
    let paths = written(&folder);
    let before = dump(&book);
    let told = try_import(&mut book, &Import { dry_run: true, ..files(&[&paths[0], &paths[1], &paths[2]]) })
        .unwrap();
    assert_eq!((dump(&book), told.operation), (before, None));
    assert!(book.history(None, 1).unwrap().is_empty());
    let done = import(&mut book, &[&paths[0], &paths[1], &paths[2]]);
    assert_eq!(
        told.value.iter().map(counts).collect::<Vec<_>>(),
        done.iter().map(counts).collect::<Vec<_>>()
    );
    assert_eq!(rows(&book, "accounts")[0]["code"], 1, "a dry run uses up no short codes");
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let (mut book, folder) = (book(), Files::new());
    let paths = written(&folder);
    let before = dump(&book);
    let mut heard = 0;
    let stopped = run(&mut book, &files(&[&paths[0], &paths[2]]), &mut |progress| {
        heard += 1;
        if progress.file == paths[2] && progress.done > 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert!(matches!(stopped, Err(Stopped::Cancelled)));
    assert!(heard > 2);
    assert_eq!(dump(&book), before);
    assert!(book.history(None, 1).unwrap().is_empty());
}

#[test]
fn two_imports_of_one_file_at_once_make_its_records_once() {
    let folder = Files::new();
    let paths = written(&folder);
    let at = folder.path("two.keybook");
    drop(setup::open(&at, Clock::fixed(day("2026-11-21"))).unwrap());
    let start = Barrier::new(2);
    let created: Vec<u64> = std::thread::scope(|scope| {
        let take = || {
            let mut book = setup::open(&at, Clock::fixed(day("2026-11-21"))).unwrap();
            start.wait();
            import(&mut book, &[&paths[2]]).remove(0).tally.created
        };
        let both = [scope.spawn(take), scope.spawn(take)];
        both.map(|thread| thread.join().unwrap()).to_vec()
    });
    assert_eq!(created.iter().sum::<u64>(), 500);
    let book = setup::open(&at, Clock::fixed(day("2026-11-21"))).unwrap();
    assert_eq!(rows(&book, "deals").len(), 500);
    assert_eq!(book.history(None, 9).unwrap().len(), 1);
}

#[test]
fn what_an_import_made_and_changed_is_found_by_search() {
    let (mut book, folder) = (book(), Files::new());
    let text = "Full Name,Email,Company\nAda Byron,ada@x.example,Kestrel\n";
    import(&mut book, &[&folder.write("people.csv", text)]);
    let found = |book: &keybook::store::Book, words: &str| book.search(words, 10).unwrap().len();
    assert_eq!((found(&book, "byron"), found(&book, "kestrel"), found(&book, "ada@x")), (1, 1, 1));
    let edited = text.replace("ada@x.example", "ada@y.example");
    import(&mut book, &[&folder.write("people.csv", &edited)]);
    history::undo(&mut book, None).unwrap();
    history::undo(&mut book, None).unwrap();
    assert_eq!((found(&book, "byron"), found(&book, "kestrel")), (0, 0));
    history::redo(&mut book).unwrap();
    assert_eq!(found(&book, "byron"), 1);
}
