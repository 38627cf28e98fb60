//! From text to terms; knows no fields.

use std::ops::Range;

use super::{Filter, FilterError, FilterErrorKind, Node, Op, Term, Typed};

/// The most terms of a filter, and the most values of a term: more is a mistake, not a question.
const MOST: usize = 100;

/// The terms of a filter; no text at all is a filter without terms.
///
/// # Errors
/// [`FilterError`] with the bytes of the word that is to blame.
pub fn parse(text: &str) -> Result<Filter, FilterError> {
    let mut reader = Reader { text, at: 0 };
    let mut terms = Vec::new();
    reader.skip_space();
    while reader.peek().is_some() {
        let term = reader.term()?;
        if terms.len() == MOST {
            return Err(FilterErrorKind::TooMany.at(term.at));
        }
        terms.push(term);
        reader.skip_space();
    }
    Ok(Filter { terms })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn term(&mut self) -> Result<Term, FilterError> {
        let start = self.at;
        let mut negated = false;
        while self.peek() == Some('!') && self.peek_second() != Some('=') {
            self.advance();
            negated = !negated;
        }
        let node = match self.peek() {
            Some('#') => {
                self.advance();
                Node::Tag(self.filled(start, never)?.text)
            }
            Some('"') => Node::Text(self.filled(start, never)?.text),
            _ => return self.field_or_text(start, negated),
        };
        Ok(Term { negated, node, at: start..self.at })
    }

    /// A field with its sign and values, a field alone after `!`, or else a word.
    fn field_or_text(&mut self, start: usize, negated: bool) -> Result<Term, FilterError> {
        let field = self.word(is_sign)?;
        if let Some(op) = self.op() {
            if field.text.is_empty() {
                return Err(FilterErrorKind::MissingField.at(start..self.at));
            }
            let values = self.values(start, op)?;
            let at = start..self.at;
            let node = compare(field, op, values)?;
            return Ok(Term { negated, node, at });
        }
        let at = start..self.at;
        match (field.text.is_empty(), negated) {
            (true, _) => Err(FilterErrorKind::MissingValue.at(at)),
            (false, true) => Ok(Term { negated, node: Node::Present(field), at }),
            (false, false) => Ok(Term { negated, node: Node::Text(field.text), at }),
        }
    }

    fn values(&mut self, start: usize, op: Op) -> Result<Vec<Typed>, FilterError> {
        // "amount>1,000" is one number; a list makes no sense after such a sign.
        if matches!(op, Op::Lt | Op::Le | Op::Gt | Op::Ge) {
            return Ok(vec![self.filled(start, never)?]);
        }
        let mut values = vec![self.filled(start, is_comma)?];
        while self.peek() == Some(',') {
            self.advance();
            let value = self.filled(start, is_comma)?;
            if values.len() == MOST {
                return Err(FilterErrorKind::TooMany.at(value.at));
            }
            values.push(value);
        }
        Ok(values)
    }

    /// A word that is not empty; `start` is where the term began that misses it.
    fn filled(&mut self, start: usize, ends: Ends) -> Result<Typed, FilterError> {
        let word = self.word(ends)?;
        if word.text.is_empty() {
            return Err(FilterErrorKind::MissingValue.at(start..self.at));
        }
        Ok(word)
    }

    /// Text up to white space or a character that ends it; in quotes everything belongs to it, and a
    /// backslash before a quote or a backslash takes it as it is.
    fn word(&mut self, ends: Ends) -> Result<Typed, FilterError> {
        let start = self.at;
        let mut text = String::new();
        while let Some(plain) = self.peek() {
            if plain == '"' {
                self.quoted(&mut text)?;
            } else if plain.is_whitespace() || ends(plain, self.peek_second()) {
                break;
            } else {
                text.extend(self.advance());
            }
        }
        Ok(Typed { text, at: start..self.at })
    }

    fn quoted(&mut self, text: &mut String) -> Result<(), FilterError> {
        let start = self.at;
        self.advance();
        while let Some(character) = self.advance() {
            match (character, self.peek()) {
                ('\\', Some('"' | '\\')) => text.extend(self.advance()),
                _ if plain(character) == '"' => return Ok(()),
                _ => text.push(character),
            }
        }
        Err(FilterErrorKind::UnclosedQuote.at(start..self.at))
    }

    fn op(&mut self) -> Option<Op> {
        let op = match (self.peek()?, self.peek_second()) {
            ('!', Some('=')) | ('≠', _) => Op::IsNot,
            ('<', Some('=')) | ('≤', _) => Op::Le,
            ('>', Some('=')) | ('≥', _) => Op::Ge,
            ('<', _) => Op::Lt,
            ('>', _) => Op::Gt,
            (':', _) => Op::Has,
            ('=', _) => Op::Is,
            _ => return None,
        };
        let two = self.peek_second() == Some('=') && matches!(self.peek(), Some('!' | '<' | '>'));
        self.advance();
        if two {
            self.advance();
        }
        Some(op)
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next().map(plain)
    }

    fn peek_second(&self) -> Option<char> {
        self.text[self.at..].chars().nth(1).map(plain)
    }

    /// Moves past one character and gives it as it stands.
    fn advance(&mut self) -> Option<char> {
        let character = self.text[self.at..].chars().next()?;
        self.at += character.len_utf8();
        Some(character)
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.advance();
        }
    }
}

/// `has:next` asks for a value; everything else compares.
fn compare(field: Typed, op: Op, values: Vec<Typed>) -> Result<Node, FilterError> {
    let asks = matches!(op, Op::Has | Op::Is) && matches!(field.text.to_lowercase().as_str(), "has" | "有");
    if !asks {
        return Ok(Node::Compare { field, op, values });
    }
    match <[Typed; 1]>::try_from(values) {
        Ok([field]) => Ok(Node::Present(field)),
        Err(several) => Err(FilterErrorKind::OneValueOnly.at(range(&several).unwrap_or(field.at))),
    }
}

fn range(words: &[Typed]) -> Option<Range<usize>> {
    Some(words.first()?.at.start..words.last()?.at.end)
}

/// Whether a plain character, with the one after it, ends a word.
type Ends = fn(char, Option<char>) -> bool;

fn never(_: char, _: Option<char>) -> bool {
    false
}

pub(super) fn is_sign(plain: char, next: Option<char>) -> bool {
    matches!(plain, ':' | '=' | '<' | '>' | '≤' | '≥' | '≠') || plain == '!' && next == Some('=')
}

fn is_comma(plain: char, _: Option<char>) -> bool {
    plain == ','
}

/// The plain twin of a sign that a Chinese input method writes.
pub(super) fn plain(character: char) -> char {
    match character {
        '：' => ':',
        '＝' => '=',
        '＜' | '《' | '〈' => '<',
        '＞' | '》' | '〉' => '>',
        '！' => '!',
        '＃' => '#',
        '，' | '、' => ',',
        '“' | '”' | '＂' | '„' | '「' | '」' => '"',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    /// A term as a line, to compare with.
    fn shown(term: &Term) -> String {
        let not = if term.negated { "not " } else { "" };
        match &term.node {
            Node::Text(text) => format!("{not}text {text}"),
            Node::Tag(tag) => format!("{not}tag {tag}"),
            Node::Present(field) => format!("{not}has {}", field.text),
            Node::Compare { field, op, values } => {
                let values: Vec<_> = values.iter().map(|value| value.text.as_str()).collect();
                format!("{not}{} {op:?} {}", field.text, values.join("|"))
            }
        }
    }

    #[rstest]
    #[case("", &[])]
    #[case("  acme  ", &["text acme"])]
    #[case("\"two words\"", &["text two words"])]
    #[case(r#""say \"hi\"""#, &[r#"text say "hi""#])]
    #[case("stage>=design amount>50k", &["stage Ge design", "amount Gt 50k"])]
    #[case("close<30d owner:me #tag !next", &["close Lt 30d", "owner Has me", "tag tag", "not has next"])]
    #[case("has:next !has:close", &["has next", "not has close"])]
    #[case("stage:design,comparison", &["stage Has design|comparison"])]
    #[case("account:\"a b\",c", &["account Has a b|c"])]
    #[case("field.\"Lead Source\"=web", &["field.Lead Source Is web"])]
    #[case("amount>1,000", &["amount Gt 1,000"])]
    #[case("stage!=use !#old !\"x y\"", &["stage IsNot use", "not tag old", "not text x y"])]
    #[case("!!#a", &["tag a"])]
    #[case("a@b.com AT&T Yahoo!", &["text a@b.com", "text AT&T", "text Yahoo!"])]
    #[case("阶段：设计，比较　金额＞50万", &["阶段 Has 设计|比较", "金额 Gt 50万"])]
    #[case("！下一步 ＃重点 “华为 技术”", &["not has 下一步", "tag 重点", "text 华为 技术"])]
    #[case("金额》＝5万 日期≤今天 阶段！＝使用", &["金额 Ge 5万", "日期 Le 今天", "阶段 IsNot 使用"])]
    fn a_filter_is_terms(#[case] text: &str, #[case] expected: &[&str]) {
        let filter = parse(text).unwrap();
        assert_eq!(filter.terms.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[rstest]
    #[case("acme \"open", "\"open", FilterErrorKind::UnclosedQuote)]
    #[case("a =5", "=", FilterErrorKind::MissingField)]
    #[case("a amount> b", "amount>", FilterErrorKind::MissingValue)]
    #[case("stage:design, x", "stage:design,", FilterErrorKind::MissingValue)]
    #[case("# tag", "#", FilterErrorKind::MissingValue)]
    #[case("a ! b", "!", FilterErrorKind::MissingValue)]
    #[case("\"\"", "\"\"", FilterErrorKind::MissingValue)]
    #[case("has:next,close", "next,close", FilterErrorKind::OneValueOnly)]
    fn an_error_points_at_the_word(#[case] text: &str, #[case] word: &str, #[case] kind: FilterErrorKind) {
        let error = parse(text).unwrap_err();
        assert_eq!((&text[error.at], error.kind), (word, kind));
    }

    #[test]
    fn a_filter_has_an_end() {
        let error = parse(&"a ".repeat(MOST + 1)).unwrap_err();
        assert_eq!(error.kind, FilterErrorKind::TooMany);
        assert!(parse(&format!("a:{}", "b,".repeat(MOST))).is_err());
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_parser(text in any::<String>(), shaped in r#"([a-z阶！!#＃"“”\\:：<>=＜≠，, 、\u{3000}é]|has:){0,40}"#) {
            for text in [text, shaped] {
                match parse(&text) {
                    Ok(filter) => for term in filter.terms {
                        prop_assert!(text.get(term.at.clone()).is_some_and(|word| !word.is_empty()));
                    },
                    Err(error) => prop_assert!(text.get(error.at).is_some()),
                }
            }
        }

        #[test]
        fn quoted_words_are_taken_as_they_are(words in r#"[^\x00-\x1f“”„「」＂]{1,20}"#) {
            let quoted = format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""));
            let filter = parse(&quoted).unwrap();
            prop_assert_eq!(&filter.terms[0].node, &Node::Text(words));
        }
    }
}
