-- Which deals were deleted: a book that shows a past day asks for them, and takes what they were called from the journal.
CREATE INDEX deal_event_deleted ON deal_event(deal_id) WHERE status IS NULL;
