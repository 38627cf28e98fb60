//! A word about what is being done, once it takes longer than one likes to wait without knowing why.
//!
//! What is done outside is done on the thread that draws, which cannot say anything meanwhile. So another one
//! sleeps beside it: it wakes once, after a while, and says the word if it is still true then.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// For so long nothing is said.
pub const PATIENCE: Duration = Duration::from_millis(300);

/// The thread that waits. It sleeps until a work begins, and is not woken again by those that follow at once.
pub struct Patience<W> {
    wake: Sender<()>,
    state: Arc<Mutex<State<W>>>,
}

struct State<W> {
    /// The work that goes on, since when, and what is to be said of it.
    work: Option<(Instant, W)>,
    /// Whether the thread has been woken, and does not sleep again yet.
    is_awake: bool,
    /// Whether something was said and has not been taken away.
    is_said: bool,
}

impl<W: Send + 'static> Patience<W> {
    /// Begins to wait for works that take longer than this; what is said of one is said by `say`. Where there is
    /// no thread to be had nothing is ever said.
    pub fn new(after: Duration, say: impl Fn(&W) + Send + 'static) -> Patience<W> {
        let (wake, woken) = mpsc::channel();
        let state = Arc::new(Mutex::new(State { work: None, is_awake: false, is_said: false }));
        let shared = Arc::clone(&state);
        let wait = move || wait(&woken, after, &shared, &say);
        // Without the thread the works are done all the same, in silence.
        drop(thread::Builder::new().name("patience".to_owned()).spawn(wait));
        Patience { wake, state }
    }

    /// Does some work; should it take long, this is said of it meanwhile.
    pub fn during<T>(&self, word: W, work: impl FnOnce() -> T) -> T {
        let was_awake = {
            let mut state = lock(&self.state);
            state.work = Some((Instant::now(), word));
            std::mem::replace(&mut state.is_awake, true)
        };
        if !was_awake {
            let _ = self.wake.send(());
        }
        let _over = Over(&self.state);
        work()
    }

    /// Whether something was said since this was asked last: it stands on the screen then.
    pub fn has_said(&self) -> bool {
        std::mem::take(&mut lock(&self.state).is_said)
    }
}

/// Ends the work however it ends: from then on nothing is said of it.
struct Over<'a, W>(&'a Mutex<State<W>>);

impl<W> Drop for Over<'_, W> {
    fn drop(&mut self) {
        lock(self.0).work = None;
    }
}

fn wait<W>(woken: &Receiver<()>, after: Duration, state: &Mutex<State<W>>, say: &impl Fn(&W)) {
    while woken.recv().is_ok() {
        let mut rest = Some(after);
        while let Some(left) = rest {
            // Nothing is sent while it is awake, so that this ends with the time, or with the program.
            if woken.recv_timeout(left) == Err(RecvTimeoutError::Disconnected) {
                return;
            }
            // Held while it is said, so that the work cannot end, and draw, in between.
            let mut state = lock(state);
            rest = state.work.as_ref().and_then(|(begun, _)| after.checked_sub(begun.elapsed()));
            if rest.is_none() {
                if let Some((_, word)) = &state.work {
                    say(word);
                    state.is_said = true;
                }
                state.is_awake = false;
            }
        }
    }
}

/// A panic elsewhere leaves nothing half-done in here.
fn lock<W>(state: &Mutex<State<W>>) -> MutexGuard<'_, State<W>> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is waited for in these tests, and how long a long work takes.
    const SHORT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_millis(200);

    fn listening() -> (Patience<&'static str>, Receiver<&'static str>) {
        let (told, heard) = mpsc::channel();
        let say = move |word: &&'static str| assert!(told.send(*word).is_ok());
        (Patience::new(SHORT, say), heard)
    }

    #[test]
    fn of_what_takes_long_it_is_said_once_and_of_the_rest_nothing() {
        let (patience, heard) = listening();
        for _ in 0..50 {
            assert_eq!(patience.during("quick", || 7), 7);
        }
        assert!(!patience.has_said());
        patience.during("slow", || thread::sleep(LONG));
        assert_eq!(heard.try_iter().collect::<Vec<_>>(), ["slow"]);
        assert!(patience.has_said() && !patience.has_said(), "it is taken away once");
        thread::sleep(LONG);
        assert_eq!(heard.try_iter().count(), 0, "nothing is said of what is over");
    }

    #[test]
    fn of_the_second_of_two_works_the_second_is_said() {
        let (patience, heard) = listening();
        patience.during("first", || thread::sleep(SHORT / 4));
        patience.during("second", || thread::sleep(LONG));
        assert_eq!(heard.try_iter().collect::<Vec<_>>(), ["second"]);
    }
}
