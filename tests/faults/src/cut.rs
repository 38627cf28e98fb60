//! What a disk may hold after the power was cut: all that was synced, and of the rest any part, in any order,
//! torn at the sectors, with noise in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::chance::Chance;
use crate::drive::Event;

/// Bytes that a disk writes whole.
const SECTOR: usize = 512;

/// A file: what is surely on the disk, and what is on its way there.
#[derive(Debug, Clone, Default)]
struct Kept {
    /// None where the file was not there when it was last synced.
    sure: Option<Vec<u8>>,
    now: Option<Vec<u8>>,
    on_its_way: Vec<Event>,
}

/// The disk under a log of changes.
#[derive(Debug, Clone, Default)]
pub struct Disk {
    files: BTreeMap<String, Kept>,
}

impl Disk {
    /// The files of a folder, all of them surely on the disk.
    pub fn of(folder: &Path) -> std::io::Result<Disk> {
        let mut disk = Disk::default();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() {
                let bytes = Some(fs::read(&path)?);
                let kept = Kept { sure: bytes.clone(), now: bytes, on_its_way: Vec::new() };
                disk.files.insert(path.to_string_lossy().into_owned(), kept);
            }
        }
        Ok(disk)
    }

    /// One more change happens.
    pub fn take(&mut self, event: &Event) {
        let path = match event {
            Event::Write { path, .. }
            | Event::Truncate { path, .. }
            | Event::Sync { path }
            | Event::Delete { path } => path,
            Event::Done(_) => return,
        };
        let file = self.files.entry(path.clone()).or_default();
        if let Event::Sync { .. } = event {
            file.sure = file.now.clone();
            file.on_its_way.clear();
        } else {
            apply(&mut file.now, event);
            file.on_its_way.push(event.clone());
        }
    }

    /// Writes what may be left, after a cut now, of the files whose names begin with `stem`; into `folder`, under
    /// their own names.
    pub fn cut(&self, stem: &str, folder: &Path, chance: &mut Chance) -> std::io::Result<()> {
        for (path, file) in &self.files {
            let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
            // The memory that processes share is gone with the power.
            if !name.starts_with(stem) || name.ends_with("-shm") {
                continue;
            }
            let mut left = file.sure.clone();
            for event in &file.on_its_way {
                match (chance.below(4), event) {
                    (0, _) => {}
                    (1, Event::Write { path, at, bytes }) => {
                        tear(&mut left, (path, *at, bytes), chance);
                    }
                    _ => apply(&mut left, event),
                }
            }
            if let Some(bytes) = left {
                fs::write(folder.join(name), bytes)?;
            }
        }
        Ok(())
    }
}

/// Does to a file what an event says.
fn apply(file: &mut Option<Vec<u8>>, event: &Event) {
    match event {
        Event::Write { at, bytes, .. } => {
            let file = file.get_or_insert_default();
            if file.len() < at + bytes.len() {
                file.resize(at + bytes.len(), 0);
            }
            file[*at..at + bytes.len()].copy_from_slice(bytes);
        }
        Event::Truncate { len, .. } => {
            if let Some(file) = file {
                file.resize(*len, 0);
            }
        }
        Event::Delete { .. } => *file = None,
        Event::Sync { .. } | Event::Done(_) => {}
    }
}

/// Writes some of the sectors of a write, and noise to some.
fn tear(file: &mut Option<Vec<u8>>, (path, at, bytes): (&str, usize, &[u8]), chance: &mut Chance) {
    let mut from = 0;
    while from < bytes.len() {
        // Sectors lie where they lie in the file.
        let to = (from + SECTOR - (at + from) % SECTOR).min(bytes.len());
        let mut part = bytes[from..to].to_vec();
        match chance.below(5) {
            0 | 1 => {
                from = to;
                continue;
            }
            2 => part.iter_mut().for_each(|byte| *byte = chance.below(256) as u8),
            _ => {}
        }
        apply(file, &Event::Write { path: path.to_owned(), at: at + from, bytes: part });
        from = to;
    }
}
