-- Which accounts deserve the week: what a person judges of an account, what they decide against the rules,
-- and the indexes that sales and time per account are summed from.

CREATE TABLE account_standing (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL UNIQUE REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  attractiveness INTEGER CHECK (attractiveness BETWEEN 0 AND 10),
  strength INTEGER CHECK (strength BETWEEN 0 AND 10),
  credit INTEGER CHECK (credit BETWEEN 0 AND 10),
  prospects INTEGER CHECK (prospects BETWEEN 0 AND 10),
  margin INTEGER CHECK (margin BETWEEN 0 AND 10000),
  relation TEXT CHECK (relation IN (
    'can_grow', 'growing', 'good', 'very_firm', 'limited', 'defensive', 'backward')),
  judged_on TEXT,
  note TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;

-- The class that a person decided for an account by a method; the class by tier is also the account's tier.
CREATE TABLE segment_decision (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  method TEXT NOT NULL CHECK (method IN ('tier', 'pyramid', 'kaism', 'posture')),
  class TEXT NOT NULL,
  why TEXT,
  decided_on TEXT NOT NULL,
  UNIQUE (account_id, method)
) STRICT;

-- What accounts bought is summed from these indexes alone, account by account.
CREATE INDEX deal_won ON deal(account_id, closed_on, currency, amount) WHERE status = 'won';
DROP INDEX small_order_account;
CREATE INDEX small_order_account ON small_order(account_id, ordered_on, currency, amount);
-- The time logged with accounts, from this one.
CREATE INDEX activity_minutes ON activity(account_id, happened_on, minutes)
  WHERE account_id IS NOT NULL AND minutes IS NOT NULL;
-- Where the thirds of potential end is found in this one.
CREATE INDEX account_potential ON account(currency, potential) WHERE potential IS NOT NULL;
