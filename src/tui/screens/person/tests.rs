//! A person as one sees them.
