//! A table that is written in parts and read as one, put together when the program is compiled.

/// How many lines the parts have together.
pub const fn count<T>(parts: &[&[T]]) -> usize {
    let (mut part, mut lines) = (0, 0);
    while part < parts.len() {
        lines += parts[part].len();
        part += 1;
    }
    lines
}

/// The first `N` lines of the parts, one part after the other; the first part has at least one line.
pub const fn joined<T: Copy, const N: usize>(parts: &[&[T]]) -> [T; N] {
    let mut all = [parts[0][0]; N];
    let (mut part, mut line, mut at) = (0, 0, 0);
    while at < N {
        if line == parts[part].len() {
            (part, line) = (part + 1, 0);
        } else {
            all[at] = parts[part][line];
            (line, at) = (line + 1, at + 1);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_follow_each_other() {
        const PARTS: &[&[i32]] = &[&[1, 2], &[], &[3], &[4, 5]];
        assert_eq!(joined::<_, { count(PARTS) }>(PARTS), [1, 2, 3, 4, 5]);
    }
}
