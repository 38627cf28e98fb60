//! What the layer does on this thread: it counts what changes the disk, lets one of these fail, or keeps a log.

use std::cell::RefCell;
use std::ops::Range;

/// How a change of the disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// This one, half done; those after it go well.
    Once,
    /// This one, and all that follow.
    ForEver,
    /// There is no room any more for what is written from here on.
    NoRoom,
}

impl Failure {
    /// Every way.
    pub const ALL: [Failure; 3] = [Failure::Once, Failure::ForEver, Failure::NoRoom];
}

/// A change of the disk, as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Bytes were written to a file from a place on.
    Write {
        /// The file.
        path: String,
        /// From which byte on.
        at: usize,
        /// What.
        bytes: Vec<u8>,
    },
    /// A file was cut or lengthened to so many bytes.
    Truncate {
        /// The file.
        path: String,
        /// How long it is now.
        len: usize,
    },
    /// All that was written to a file is on the disk.
    Sync {
        /// The file.
        path: String,
    },
    /// A file was deleted.
    Delete {
        /// The file.
        path: String,
    },
    /// So many pieces of work were said to be done.
    Done(usize),
}

/// What a change does to the disk, before it is done.
pub(crate) enum Step<'a> {
    Write(usize, &'a [u8]),
    Truncate(usize),
    Sync,
    Delete,
}

/// What becomes of a step.
pub(crate) enum Verdict {
    Goes,
    Fails,
    /// Half of it is written first.
    FailsHalfway,
    NoRoom,
}

#[derive(Default)]
struct Drive {
    is_watched: bool,
    seen: u64,
    failing: Option<(u64, Failure)>,
    log: Option<Vec<Event>>,
    done: usize,
}

thread_local! {
    static DRIVE: RefCell<Drive> = RefCell::default();
}

/// Does some work, and counts its changes of the disk.
pub fn count<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let (value, drive) = watched(Drive::default(), work);
    (value, drive.seen)
}

/// Does some work of which one change of the disk fails, counted from 0.
pub fn failing_at<T>(point: u64, how: Failure, work: impl FnOnce() -> T) -> T {
    watched(Drive { failing: Some((point, how)), ..Drive::default() }, work).0
}

/// Does some work, and keeps a log of what it does to the disk.
pub fn recorded<T>(work: impl FnOnce() -> T) -> (T, Vec<Event>) {
    let (value, drive) = watched(Drive { log: Some(Vec::new()), ..Drive::default() }, work);
    (value, drive.log.unwrap_or_default())
}

/// Writes into the log that one more piece of work was said to be done.
pub fn mark() {
    DRIVE.with_borrow_mut(|drive| {
        drive.done += 1;
        let done = drive.done;
        if let Some(log) = &mut drive.log {
            log.push(Event::Done(done));
        }
    });
}

/// Puts the drive under some work, and takes it away after it.
fn watched<T>(drive: Drive, work: impl FnOnce() -> T) -> (T, Drive) {
    DRIVE.set(Drive { is_watched: true, ..drive });
    let value = work();
    (value, DRIVE.take())
}

/// What becomes of a step; one that goes is in the log.
pub(crate) fn step(path: &str, step: &Step<'_>) -> Verdict {
    DRIVE.with_borrow_mut(|drive| {
        if !drive.is_watched {
            return Verdict::Goes;
        }
        let point = drive.seen;
        drive.seen += 1;
        match drive.failing {
            Some((at, Failure::Once)) if point == at => return Verdict::FailsHalfway,
            Some((at, Failure::ForEver)) if point >= at => return Verdict::Fails,
            Some((at, Failure::NoRoom)) if point >= at && matches!(step, Step::Write(..)) => {
                return Verdict::NoRoom;
            }
            _ => {}
        }
        if let Some(log) = &mut drive.log {
            let path = path.to_owned();
            log.push(match *step {
                Step::Write(at, bytes) => Event::Write { path, at, bytes: bytes.to_vec() },
                Step::Truncate(len) => Event::Truncate { path, len },
                Step::Sync => Event::Sync { path },
                Step::Delete => Event::Delete { path },
            });
        }
        Verdict::Goes
    })
}

/// Some of the points of a range, as far apart as `trials` of them allow: all, where there are no more.
pub fn spread(points: Range<u64>, trials: u64) -> impl Iterator<Item = u64> {
    let apart = points.end.saturating_sub(points.start).div_ceil(trials).max(1);
    points.step_by(usize::try_from(apart).unwrap_or(usize::MAX))
}
