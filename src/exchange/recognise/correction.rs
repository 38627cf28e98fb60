//! Columns put right by hand: `--map COLUMN=FIELD`.

use crate::exchange::{Correction, Field, Target};

/// Why a text is not a correction.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionError {
    /// It has no `=`, or nothing before it.
    #[error("not COLUMN=FIELD: {0}")]
    Form(String),
    /// There is no such field.
    #[error("unknown field {0}")]
    UnknownField(String),
}

/// Reads `COLUMN=FIELD`; `COLUMN=` and `COLUMN=skip` leave the column out, `COLUMN=field.KEY` makes it the
/// custom field KEY. The column may itself contain `=`: the last one counts.
pub fn parse_correction(text: &str) -> Result<Correction, CorrectionError> {
    let refused = || CorrectionError::Form(text.to_owned());
    let (column, field) = text.rsplit_once('=').ok_or_else(refused)?;
    if column.trim().is_empty() {
        return Err(refused());
    }
    let target = parse_target(field).map_err(|error| match error {
        CorrectionError::Form(_) => refused(),
        unknown => unknown,
    })?;
    Ok(Correction { column: column.trim().to_owned(), target })
}

/// Reads what a column is: a field's key, `field.KEY`, or nothing (or `skip`) where it is left out.
pub fn parse_target(text: &str) -> Result<Target, CorrectionError> {
    let field = text.trim();
    match field.strip_prefix("field.") {
        Some(key) if !key.trim().is_empty() => Ok(Target::Custom(key.trim().to_owned())),
        Some(_) => Err(CorrectionError::Form(text.to_owned())),
        None if field.is_empty() || field.eq_ignore_ascii_case("skip") => Ok(Target::Skip),
        None => {
            let named: Result<Field, _> = field.to_lowercase().replace('-', "_").parse();
            Ok(Target::Field(named.map_err(|_| CorrectionError::UnknownField(field.to_owned()))?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_named_with_its_field() {
        let read = |text| parse_correction(text).map(|correction| (correction.column, correction.target));
        assert_eq!(read("Betrag=amount"), Ok(("Betrag".into(), Target::Field(Field::Amount))));
        assert_eq!(read("预计成交=close-date"), Ok(("预计成交".into(), Target::Field(Field::CloseDate))));
        assert_eq!(read("a=b=name"), Ok(("a=b".into(), Target::Field(Field::Name))));
        assert_eq!(read("Junk="), Ok(("Junk".into(), Target::Skip)));
        assert_eq!(read("Junk=skip"), Ok(("Junk".into(), Target::Skip)));
        assert_eq!(read("Region=field.region"), Ok(("Region".into(), Target::Custom("region".into()))));
        assert_eq!(read("Betrag=amuont"), Err(CorrectionError::UnknownField("amuont".into())));
        assert!(matches!(read("Betrag"), Err(CorrectionError::Form(_))));
        assert!(matches!(read("=amount"), Err(CorrectionError::Form(_))));
    }
}
