//! What programs read: the fields of each record, as promised, in their order.
