//! A layer over the platform's own file system of SQLite. Each file is the platform's own with a head before it;
//! what changes the disk asks the drive of this thread first, all else goes straight through.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem::size_of;
use std::ptr::null_mut;
use std::sync::Once;
use std::sync::atomic::{AtomicPtr, Ordering};

use rusqlite::ffi::{
    self, SQLITE_FULL, SQLITE_IOERR_DELETE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE,
    SQLITE_OK, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs,
};

use crate::drive::{Step, Verdict, step};

/// The platform's own, under the layer.
static UNDER: AtomicPtr<sqlite3_vfs> = AtomicPtr::new(null_mut());

/// The head before each file.
#[repr(C)]
struct Head {
    base: sqlite3_file,
    /// Which file it is; empty for one without a name.
    path: *mut String,
}

/// Puts the layer under every connection that is opened from now on.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: SQLite is initialised before it is asked; what it gives lives as long as the process, and is
        // copied with all its functions, which look at nothing of the layer but the data that is copied too. The
        // copy is leaked, so that it lives as long.
        unsafe {
            ffi::sqlite3_initialize();
            let under = ffi::sqlite3_vfs_find(null_mut());
            assert!(!under.is_null(), "SQLite has no file system here");
            UNDER.store(under, Ordering::SeqCst);
            let head = c_int::try_from(size_of::<Head>()).unwrap_or(c_int::MAX);
            let layer = sqlite3_vfs {
                szOsFile: (*under).szOsFile + head,
                pNext: null_mut(),
                zName: c"layer".as_ptr(),
                xOpen: Some(open),
                xDelete: Some(delete),
                ..*under
            };
            let registered = ffi::sqlite3_vfs_register(Box::into_raw(Box::new(layer)), 1);
            assert_eq!(registered, SQLITE_OK, "the layer was not taken");
        }
    });
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    // Version 2: without the third's reading through memory, which would pass the layer by.
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// The platform's file behind a head.
///
/// # Safety
/// `file` was opened by [`open`].
unsafe fn under(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite gave room for both, one after the other; the head's size is a multiple of its alignment.
    unsafe { file.cast::<Head>().add(1).cast() }
}

/// Which file it is.
///
/// # Safety
/// `file` was opened by [`open`] and is not closed yet.
unsafe fn path<'a>(file: *mut sqlite3_file) -> &'a str {
    // SAFETY: the name was made by `open` and goes with `close`.
    unsafe { &*(*file.cast::<Head>()).path }
}

/// Calls a function of the platform's file behind the head.
macro_rules! pass {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: SQLite calls only on files that `open` has opened, whose file behind has its functions.
        unsafe {
            let file = under($file);
            match (*(*file).pMethods).$method {
                Some(method) => method(file $(, $argument)*),
                None => unreachable!("SQLite's own file systems have all of them"),
            }
        }
    }};
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let below = UNDER.load(Ordering::SeqCst);
    // SAFETY: `file` has room for the head and the platform's file; `name` is a text of C's or null.
    unsafe {
        let head = file.cast::<Head>();
        (*head).base.pMethods = std::ptr::null();
        let Some(method) = (*below).xOpen else { return ffi::SQLITE_CANTOPEN };
        let opened = method(below, name, under(file), flags, out);
        // Where the platform wants to be closed although it failed, it is closed through the layer.
        if !(*under(file)).pMethods.is_null() {
            let path = if name.is_null() { String::new() } else { text(name) };
            (*head).path = Box::into_raw(Box::new(path));
            (*head).base.pMethods = &raw const METHODS;
        }
        opened
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: `name` is a text of C's.
    let path = unsafe { text(name) };
    if !matches!(step(&path, &Step::Delete), Verdict::Goes | Verdict::NoRoom) {
        return SQLITE_IOERR_DELETE;
    }
    let below = UNDER.load(Ordering::SeqCst);
    // SAFETY: the platform's own, asked what SQLite asked.
    unsafe { (*below).xDelete.map_or(SQLITE_IOERR_DELETE, |method| method(below, name, sync_folder)) }
}

/// # Safety
/// `name` is a text of C's.
unsafe fn text(name: *const c_char) -> String {
    // SAFETY: as above.
    unsafe { CStr::from_ptr(name) }.to_string_lossy().into_owned()
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let closed = pass!(file, xClose);
    // SAFETY: made by `open`, and nobody asks for it after this.
    unsafe {
        drop(Box::from_raw((*file.cast::<Head>()).path));
        (*file).pMethods = std::ptr::null();
    }
    closed
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    len: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite gives `len` bytes from there on, of an open file.
    let (bytes, path) =
        unsafe { (std::slice::from_raw_parts(from.cast::<u8>(), len.unsigned_abs() as usize), path(file)) };
    match step(path, &Step::Write(usize::try_from(at).unwrap_or_default(), bytes)) {
        Verdict::Goes => pass!(file, xWrite, from, len, at),
        Verdict::Fails => SQLITE_IOERR_WRITE,
        Verdict::NoRoom => SQLITE_FULL,
        Verdict::FailsHalfway => {
            pass!(file, xWrite, from, len / 2, at);
            SQLITE_IOERR_WRITE
        }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, len: sqlite3_int64) -> c_int {
    // SAFETY: an open file.
    let path = unsafe { path(file) };
    match step(path, &Step::Truncate(usize::try_from(len).unwrap_or_default())) {
        Verdict::Goes | Verdict::NoRoom => pass!(file, xTruncate, len),
        Verdict::Fails | Verdict::FailsHalfway => SQLITE_IOERR_TRUNCATE,
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: an open file.
    let path = unsafe { path(file) };
    match step(path, &Step::Sync) {
        Verdict::Goes | Verdict::NoRoom => pass!(file, xSync, flags),
        Verdict::Fails | Verdict::FailsHalfway => SQLITE_IOERR_FSYNC,
    }
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, len: c_int, at: sqlite3_int64) -> c_int {
    pass!(file, xRead, to, len, at)
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    pass!(file, xFileSize, size)
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass!(file, xLock, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    pass!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn file_control(file: *mut sqlite3_file, what: c_int, with: *mut c_void) -> c_int {
    pass!(file, xFileControl, what, with)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    pass!(file, xSectorSize)
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    pass!(file, xDeviceCharacteristics)
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    region: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    pass!(file, xShmMap, region, size, extend, out)
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, offset: c_int, n: c_int, flags: c_int) -> c_int {
    pass!(file, xShmLock, offset, n, flags)
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    pass!(file, xShmBarrier)
}

unsafe extern "C" fn shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    pass!(file, xShmUnmap, delete)
}
