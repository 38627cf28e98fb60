//! Pictures in ASCII, for terminals that give `… · → ▁ ● ─` two cells, or cannot show them at all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Replaces each picture of ambiguous width in the area by one of a single cell. Letters of other
/// scripts stay: no sign could stand for them.
pub fn replace_pictures(buf: &mut Buffer, area: Rect) {
    for position in area.intersection(buf.area).positions() {
        let cell = &mut buf[position];
        let symbol = cell.symbol();
        if symbol.is_ascii() || symbol.width() == symbol.width_cjk() && !is_block(symbol) {
            continue;
        }
        let mut characters = symbol.chars();
        if let (Some(only), None) = (characters.next(), characters.next())
            && !only.is_alphabetic()
        {
            cell.set_char(plain(only));
        }
    }
}

/// Some blocks are of one width everywhere, but go with the others.
fn is_block(symbol: &str) -> bool {
    symbol.chars().all(|c| ('▀'..='▟').contains(&c))
}

fn plain(c: char) -> char {
    match c {
        '─' | '━' | '—' | '–' | '┄' => '-',
        '│' | '┃' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╰' | '╯' => {
            '+'
        }
        '█' | '▇' | '▓' | '●' | '▪' => '#',
        '▉' | '▊' | '▆' | '■' => '%',
        '▅' | '▒' => '*',
        '▄' | '◆' => '+',
        '▃' => '=',
        '▂' | '▌' | '▋' | '▐' => '-',
        '▍' | '▎' | '▏' => '|',
        '░' | '·' | '○' | '…' => '.',
        '▁' => '_',
        '→' | '›' | '»' | '▸' | '▶' => '>',
        '←' | '‹' | '«' => '<',
        '★' => '*',
        '↑' | '▲' => '^',
        '↓' | '▼' => 'v',
        '×' => 'x',
        '≤' | '≥' | '≈' | '≠' => '~',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '±' => '+',
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_become_ascii_and_words_stay() {
        let mut buf = Buffer::with_lines(["▁▅█ ─│ “兴趣” Müller a…b·c → Борис"]);
        let area = buf.area;
        replace_pictures(&mut buf, area);
        assert_eq!(buf, Buffer::with_lines(["_*# -| \"兴趣\" Müller a.b.c > Борис"]));
    }
}
