-- Measures and resources: why an account went, and indexes from which purchases and the time spent are
-- summed.

-- That an account went, since when, and why.
CREATE TABLE departure (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL CHECK (reason IN
    ('price', 'service', 'quality', 'competitor', 'no_need', 'closed', 'people', 'we_left', 'other')),
  since_on TEXT NOT NULL,
  competitor TEXT,
  text TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX departure_account ON departure(account_id, since_on);

-- What accounts bought is summed from these indexes alone.
CREATE INDEX IF NOT EXISTS deal_won ON deal(account_id, closed_on, currency, amount) WHERE status = 'won';
DROP INDEX small_order_account;
CREATE INDEX small_order_account ON small_order(account_id, ordered_on, currency, amount);

-- What an activity cost, beside its minutes.
ALTER TABLE activity ADD COLUMN cost INTEGER CHECK (cost >= 0);
ALTER TABLE activity ADD COLUMN cost_currency TEXT;
-- Contacts and what was spent in a span of days come from this index alone.
CREATE INDEX activity_spent ON activity
  (happened_on, account_id, kind, direction, minutes, owner_id, cost, cost_currency);

-- What is planned to be spent in a period for what purpose: a posture, or a tier. Minutes, people, and money
-- in minor units.
CREATE TABLE resource_plan (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('attack', 'defence', 'maintenance',
    'key', 'ordinary', 'prospective', 'unattractive')),
  minutes INTEGER CHECK (minutes >= 0),
  people INTEGER CHECK (people >= 0),
  money INTEGER CHECK (money >= 0),
  currency TEXT,
  UNIQUE (period, purpose)
) STRICT;
