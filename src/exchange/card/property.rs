//! What each property of a card becomes.

use calcard::vcard::VCardProperty as Property;

use crate::exchange::Field;

/// Our own property: the value of a custom field, whose key is the label of its group.
pub const CUSTOM: &str = "X-KEYBOOK-FIELD";
/// The label of a group, as address books write it.
pub const LABEL: &str = "X-ABLABEL";
/// Says that a card is of an organisation, as address books write it.
pub const SHOWN_AS: &str = "X-ABSHOWAS";

/// What a property becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A field.
    Field(Field),
    /// The custom field of this key.
    Kept(&'static str),
    /// A part of something else, or of the file's own business.
    Frame,
    /// Nothing: pictures, sounds, keys, what a book has no place for.
    Left,
}

/// What a property becomes.
pub fn use_of(property: &Property) -> Use {
    match property {
        Property::Fn | Property::N => Use::Field(Field::Name),
        Property::Org => Use::Field(Field::Account),
        Property::Title => Use::Field(Field::Title),
        Property::Email => Use::Field(Field::Email),
        Property::Tel => Use::Field(Field::Phone),
        Property::Adr => Use::Field(Field::Street),
        Property::Bday => Use::Field(Field::Birthday),
        Property::Url => Use::Field(Field::Website),
        Property::Note => Use::Field(Field::Notes),
        Property::Categories => Use::Field(Field::Tags),
        Property::Uid => Use::Field(Field::Id),
        Property::Begin | Property::End | Property::Version | Property::Kind => Use::Frame,
        Property::Prodid | Property::Rev | Property::Clientpidmap => Use::Frame,
        Property::Other(name) if is_frame(name) => Use::Frame,
        property => kept(property).map_or(Use::Left, Use::Kept),
    }
}

/// The custom field that a property is kept as.
pub fn kept(property: &Property) -> Option<&'static str> {
    KEPT.iter().find(|(known, _)| known == property).map(|(_, key)| *key)
}

/// The property that a custom field of this key is written as.
pub fn of_key(key: &str) -> Option<Property> {
    KEPT.iter().find(|(_, known)| *known == key).map(|(property, _)| property.clone())
}

/// Properties that a book has no field for, and people want to keep.
const KEPT: &[(Property, &str)] = &[
    (Property::Nickname, "nickname"),
    (Property::Role, "role"),
    (Property::Impp, "impp"),
    (Property::Socialprofile, "socialprofile"),
    (Property::Related, "related"),
    (Property::Hobby, "hobby"),
    (Property::Interest, "interest"),
    (Property::Expertise, "expertise"),
    (Property::Anniversary, "anniversary"),
];

fn is_frame(name: &str) -> bool {
    [CUSTOM, LABEL, SHOWN_AS].iter().any(|known| name.eq_ignore_ascii_case(known))
}
