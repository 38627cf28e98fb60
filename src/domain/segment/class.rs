//! The class of an account by any method.

use serde::{Serialize, Serializer};

use super::{Kaism, Layer, Method, Posture, Quintiles};
use crate::domain::forecast::Ratio;
use crate::domain::money::WHOLE;
use crate::domain::word::{Tier, UnknownWord};

/// A class by one of the methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// By tier.
    Tier(Tier),
    /// By contribution.
    Pyramid(Layer),
    /// The score itself, basis points.
    Score(i64),
    /// By recency, frequency and money.
    Rfm(Quintiles),
    /// By attractiveness and strength.
    Kaism(Kaism),
    /// By potential and share.
    Posture(Posture),
}

/// Why a class cannot be decided by hand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClassError {
    /// The method only measures.
    #[error("{0} only measures")]
    Measured(Method),
    /// The method has no such class.
    #[error(transparent)]
    Unknown(#[from] UnknownWord),
}

impl Class {
    /// The class of a method by its key.
    ///
    /// # Errors
    /// [`ClassError`] where the method has no such class, or only measures.
    pub fn parse(method: Method, key: &str) -> Result<Class, ClassError> {
        Ok(match method {
            Method::Tier => Class::Tier(key.parse()?),
            Method::Pyramid => Class::Pyramid(key.parse()?),
            Method::Kaism => Class::Kaism(key.parse()?),
            Method::Posture => Class::Posture(key.parse()?),
            Method::Score | Method::Rfm => return Err(ClassError::Measured(method)),
        })
    }

    /// Every class of a method that a person may decide for; none of a method that only measures.
    pub fn of(method: Method) -> Vec<Class> {
        match method {
            Method::Tier => Tier::ALL.iter().copied().map(Class::Tier).collect(),
            Method::Pyramid => Layer::ALL.iter().copied().map(Class::Pyramid).collect(),
            Method::Kaism => Kaism::ALL.iter().copied().map(Class::Kaism).collect(),
            Method::Posture => Posture::ALL.iter().copied().map(Class::Posture).collect(),
            Method::Score | Method::Rfm => vec![],
        }
    }

    /// The method that it belongs to.
    pub fn method(self) -> Method {
        match self {
            Class::Tier(_) => Method::Tier,
            Class::Pyramid(_) => Method::Pyramid,
            Class::Score(_) => Method::Score,
            Class::Rfm(_) => Method::Rfm,
            Class::Kaism(_) => Method::Kaism,
            Class::Posture(_) => Method::Posture,
        }
    }

    /// The key that programs and the book know it by: a word, quintiles as `5-4-3`, or a score in basis
    /// points.
    pub fn key(self) -> String {
        match self {
            Class::Tier(tier) => tier.to_string(),
            Class::Pyramid(layer) => layer.to_string(),
            Class::Score(points) => points.to_string(),
            Class::Rfm(quintiles) => quintiles.to_string(),
            Class::Kaism(field) => field.to_string(),
            Class::Posture(posture) => posture.to_string(),
        }
    }
}

impl std::fmt::Display for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.key())
    }
}

impl Serialize for Class {
    /// A score is a ratio; all others are their keys.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Class::Score(points) => {
                let ratio = Ratio { num: i128::from(*points), den: i128::from(WHOLE) };
                serializer.serialize_f64(ratio.value())
            }
            class => serializer.serialize_str(&class.key()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_that_may_be_decided_survives_its_key() {
        for method in Method::ALL {
            let classes = Class::of(*method);
            assert_eq!(classes.is_empty(), !method.is_judged(), "{method}");
            for class in classes {
                assert_eq!(class.method(), *method);
                assert_eq!(Class::parse(*method, &class.key()), Ok(class));
            }
        }
    }

    #[test]
    fn a_class_has_its_name_to_itself() {
        let all: Vec<String> =
            Method::ALL.iter().flat_map(|method| Class::of(*method)).map(Class::key).collect();
        let mut once = all.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), all.len());
    }

    #[test]
    fn what_only_measures_cannot_be_decided() {
        assert_eq!(Class::parse(Method::Rfm, "5-5-5"), Err(ClassError::Measured(Method::Rfm)));
        assert!(matches!(Class::parse(Method::Tier, "gold"), Err(ClassError::Unknown(_))));
    }
}
