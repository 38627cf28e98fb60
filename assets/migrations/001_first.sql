-- The book's first shape. Ids are minted by the program (63 bits); days are 'YYYY-MM-DD'; instants are
-- milliseconds UTC; money is minor units beside its currency; rates are basis points.
-- The journal's triggers are generated for every table here that is not listed as derived in the code.

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- Our side: the person at the keyboard (is_me) and their colleagues.
CREATE TABLE colleague (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  email TEXT,
  role TEXT,
  is_me INTEGER NOT NULL
) STRICT;
CREATE INDEX colleague_name ON colleague(name_key);

CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  win_rate INTEGER NOT NULL CHECK (win_rate BETWEEN 0 AND 10000),
  buyer_name TEXT,
  seller_name TEXT,
  exit_sign TEXT,
  limit_days INTEGER
) STRICT;

CREATE TABLE lost_reason (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  parent_id INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  owner_id INTEGER REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  tier TEXT CHECK (tier IN ('key', 'ordinary', 'prospective', 'unattractive')),
  industry TEXT,
  domain TEXT,
  website TEXT,
  phone TEXT,
  street TEXT,
  city TEXT,
  region TEXT,
  postal_code TEXT,
  country TEXT,
  employees INTEGER,
  revenue INTEGER,
  potential INTEGER,
  share INTEGER,
  currency TEXT NOT NULL,
  notes TEXT,
  created_on TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX account_name ON account(name_key);
CREATE INDEX account_domain ON account(domain) WHERE domain IS NOT NULL;
CREATE INDEX account_parent ON account(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX account_owner ON account(owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX account_created ON account(created_on);
CREATE INDEX account_tier ON account(tier) WHERE tier IS NOT NULL;
CREATE INDEX account_updated ON account(updated_at);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL UNIQUE,
  account_id INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  given_name TEXT,
  family_name TEXT,
  title TEXT,
  department TEXT,
  owner_id INTEGER REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  reports_to INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  involvement TEXT CHECK (involvement IN ('low', 'high')),
  authority TEXT CHECK (authority IN ('influences', 'decides')),
  stance TEXT CHECK (stance IN ('supporter', 'neutral', 'opponent')),
  step INTEGER CHECK (step BETWEEN 1 AND 4),
  street TEXT,
  city TEXT,
  region TEXT,
  postal_code TEXT,
  country TEXT,
  website TEXT,
  notes TEXT,
  created_on TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_name ON contact(name_key);
CREATE INDEX contact_account ON contact(account_id, name_key);
CREATE INDEX contact_reports_to ON contact(reports_to) WHERE reports_to IS NOT NULL;
CREATE INDEX contact_created ON contact(created_on);
CREATE INDEX contact_updated ON contact(updated_at);

CREATE TABLE contact_email (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  label TEXT,
  address TEXT NOT NULL
) STRICT;
CREATE INDEX contact_email_contact ON contact_email(contact_id, position);
CREATE INDEX contact_email_address ON contact_email(address);

CREATE TABLE contact_phone (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  label TEXT,
  number TEXT NOT NULL
) STRICT;
CREATE INDEX contact_phone_contact ON contact_phone(contact_id, position);

-- A part in the purchase that a person has at large (deal_contact_part: in one deal).
CREATE TABLE contact_part (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  part TEXT NOT NULL,
  UNIQUE (contact_id, part)
) STRICT;

CREATE TABLE contact_need (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  need TEXT NOT NULL,
  UNIQUE (contact_id, need)
) STRICT;

CREATE TABLE former_employer (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  account_id INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  title TEXT,
  until_on TEXT
) STRICT;
CREATE INDEX former_employer_contact ON former_employer(contact_id);
CREATE INDEX former_employer_account ON former_employer(account_id) WHERE account_id IS NOT NULL;

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  price INTEGER,
  currency TEXT NOT NULL,
  unit TEXT,
  active INTEGER NOT NULL
) STRICT;

CREATE TABLE deal (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
  stage_id INTEGER NOT NULL REFERENCES stage(id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER,
  currency TEXT NOT NULL,
  win_rate INTEGER CHECK (win_rate BETWEEN 0 AND 10000),
  close_on TEXT,
  closed_on TEXT,
  next_step TEXT,
  next_on TEXT,
  owner_id INTEGER REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT,
  pipeline TEXT,
  lost_reason_id INTEGER REFERENCES lost_reason(id) DEFERRABLE INITIALLY DEFERRED,
  competitor TEXT,
  learned TEXT,
  notes TEXT,
  stage_since TEXT NOT NULL,
  created_on TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
-- The funnel's sums come from this index alone.
CREATE INDEX deal_funnel ON deal(status, stage_id, win_rate, currency, close_on, amount);
-- What accounts have open is counted and summed from this index alone.
CREATE INDEX deal_account ON deal(account_id, status, close_on, currency, amount);
CREATE INDEX deal_close ON deal(status, close_on, id);
CREATE INDEX deal_closed ON deal(status, closed_on, currency, amount);
CREATE INDEX deal_next ON deal(status, next_on);
CREATE INDEX deal_name ON deal(name_key, account_id);
CREATE INDEX deal_owner ON deal(owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX deal_lost_reason ON deal(lost_reason_id) WHERE lost_reason_id IS NOT NULL;
CREATE INDEX deal_order ON deal(status, name_key);
CREATE INDEX deal_created ON deal(status, created_on);
CREATE INDEX deal_updated ON deal(status, updated_at);

CREATE TABLE deal_contact (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  involvement TEXT CHECK (involvement IN ('low', 'high')),
  authority TEXT CHECK (authority IN ('influences', 'decides')),
  stance TEXT CHECK (stance IN ('supporter', 'neutral', 'opponent')),
  UNIQUE (deal_id, contact_id)
) STRICT;
CREATE INDEX deal_contact_contact ON deal_contact(contact_id);

CREATE TABLE deal_contact_part (
  id INTEGER PRIMARY KEY,
  deal_contact_id INTEGER NOT NULL REFERENCES deal_contact(id) DEFERRABLE INITIALLY DEFERRED,
  part TEXT NOT NULL,
  UNIQUE (deal_contact_id, part)
) STRICT;

-- Quantities are thousandths, prices minor units of the deal's currency.
CREATE TABLE deal_product (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  product_id INTEGER NOT NULL REFERENCES product(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  price INTEGER NOT NULL
) STRICT;
CREATE INDEX deal_product_deal ON deal_product(deal_id, position);
CREATE INDEX deal_product_product ON deal_product(product_id);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  deal_id INTEGER REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('call', 'visit', 'email', 'message', 'meeting', 'demo', 'note', 'task')),
  direction TEXT CHECK (direction IN ('in', 'out')),
  happened_on TEXT NOT NULL,
  starts_at TEXT,
  zone TEXT,
  minutes INTEGER,
  subject TEXT,
  text TEXT,
  outcome TEXT,
  owner_id INTEGER REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  next_step TEXT,
  next_on TEXT,
  due_on TEXT,
  done_on TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX activity_account ON activity(account_id, happened_on, kind) WHERE account_id IS NOT NULL;
CREATE INDEX activity_deal ON activity(deal_id, happened_on) WHERE deal_id IS NOT NULL;
CREATE INDEX activity_day ON activity(happened_on, id);
CREATE INDEX activity_owner ON activity(owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX activity_due ON activity(due_on) WHERE due_on IS NOT NULL AND done_on IS NULL;

CREATE TABLE activity_contact (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  happened_on TEXT NOT NULL,
  UNIQUE (activity_id, contact_id)
) STRICT;
CREATE INDEX activity_contact_contact ON activity_contact(contact_id, happened_on);

-- An order under the funnel threshold, booked without being managed as a deal.
CREATE TABLE small_order (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  product_id INTEGER REFERENCES product(id) DEFERRABLE INITIALLY DEFERRED,
  ordered_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  text TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX small_order_day ON small_order(ordered_on, currency, amount);
CREATE INDEX small_order_account ON small_order(account_id, ordered_on);
CREATE INDEX small_order_product ON small_order(product_id) WHERE product_id IS NOT NULL;

CREATE TABLE quota (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL UNIQUE,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL
) STRICT;

-- What one unit of a currency is worth in a base currency from a day on, in units of 10^-12.
CREATE TABLE exchange_rate (
  id INTEGER PRIMARY KEY,
  currency TEXT NOT NULL,
  base TEXT NOT NULL,
  since TEXT NOT NULL,
  rate INTEGER NOT NULL CHECK (rate > 0),
  UNIQUE (base, currency, since)
) STRICT;

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  deal_id INTEGER REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  promised_by TEXT NOT NULL CHECK (promised_by IN ('us', 'them')),
  kind TEXT NOT NULL CHECK (kind IN ('quality', 'price', 'supply', 'other')),
  text TEXT NOT NULL,
  made_on TEXT NOT NULL,
  due_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'kept', 'broken')),
  settled_on TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_due ON commitment(status, due_on);
CREATE INDEX commitment_account ON commitment(account_id) WHERE account_id IS NOT NULL;
CREATE INDEX commitment_contact ON commitment(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX commitment_deal ON commitment(deal_id) WHERE deal_id IS NOT NULL;

CREATE TABLE special_day (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  label TEXT,
  calendar TEXT NOT NULL CHECK (calendar IN ('solar', 'lunar')),
  year INTEGER,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  notice_days INTEGER
) STRICT;
CREATE INDEX special_day_date ON special_day(calendar, month, day);
CREATE INDEX special_day_account ON special_day(account_id) WHERE account_id IS NOT NULL;
CREATE INDEX special_day_contact ON special_day(contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE
) STRICT;

-- Tags, custom values, links and import sources hang on any record; its id is unique in the book.
CREATE TABLE tagging (
  id INTEGER PRIMARY KEY,
  tag_id INTEGER NOT NULL REFERENCES tag(id) DEFERRABLE INITIALLY DEFERRED,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  UNIQUE (record_id, tag_id)
) STRICT;
CREATE INDEX tagging_tag ON tagging(tag_id, record_kind, record_id);

CREATE TABLE custom_field (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'money', 'date', 'choice')),
  choices TEXT,
  position INTEGER NOT NULL,
  UNIQUE (record_kind, key)
) STRICT;

CREATE TABLE custom_value (
  id INTEGER PRIMARY KEY,
  field_id INTEGER NOT NULL REFERENCES custom_field(id) DEFERRABLE INITIALLY DEFERRED,
  record_id INTEGER NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (record_id, field_id)
) STRICT;
CREATE INDEX custom_value_field ON custom_value(field_id, value);

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  label TEXT,
  target TEXT NOT NULL
) STRICT;
CREATE INDEX link_record ON link(record_id, position);

-- Where an imported record came from, under which id, and the values last seen there (JSON).
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  system TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  their_id TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  seen TEXT NOT NULL,
  UNIQUE (system, record_kind, their_id)
) STRICT;
CREATE INDEX source_record ON source(record_id);
CREATE INDEX source_theirs ON source(record_kind, their_id);

-- Events: what a figure of the past is made from. All tracked values before and after; the day is the
-- local calendar day on which the change was entered.
CREATE TABLE deal_event (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  old_status TEXT,
  old_stage_id INTEGER,
  old_amount INTEGER,
  old_currency TEXT,
  old_win_rate INTEGER,
  old_close_on TEXT,
  old_closed_on TEXT,
  old_products INTEGER,
  status TEXT,
  stage_id INTEGER,
  amount INTEGER,
  currency TEXT,
  win_rate INTEGER,
  close_on TEXT,
  closed_on TEXT,
  products INTEGER
) STRICT;
CREATE INDEX deal_event_day ON deal_event(day, deal_id, id);
CREATE INDEX deal_event_deal ON deal_event(deal_id, id);

CREATE TABLE order_event (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  old_ordered_on TEXT,
  old_amount INTEGER,
  old_currency TEXT,
  ordered_on TEXT,
  amount INTEGER,
  currency TEXT
) STRICT;
CREATE INDEX order_event_day ON order_event(day, order_id, id);
CREATE INDEX order_event_order ON order_event(order_id, id);

CREATE TABLE quota_event (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  amount INTEGER,
  currency TEXT
) STRICT;
CREATE INDEX quota_event_period ON quota_event(period, id);

CREATE TABLE stage_event (
  id INTEGER PRIMARY KEY,
  stage_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  win_rate INTEGER
) STRICT;
CREATE INDEX stage_event_stage ON stage_event(stage_id, id);

-- The journal's own tables. Not undoable themselves.
CREATE TABLE operation (
  seq INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  deed TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  session INTEGER NOT NULL,
  schema INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  undone_seq INTEGER
) STRICT;
CREATE INDEX operation_state ON operation(state, seq);
CREATE INDEX operation_undone ON operation(undone_seq) WHERE undone_seq IS NOT NULL;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('I', 'U', 'D')),
  changes TEXT,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX journal_operation ON journal(operation, seq);
CREATE INDEX journal_row ON journal(row_id, operation);

-- Short codes (A-12, P-7, D-40) are never reused, so their counters are not undone.
CREATE TABLE counter (
  kind TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Full text of the records: overlapping pairs of Chinese characters and whole words of other scripts,
-- cut by the program. The row id is the record's id. Derived; brought up to date at the end of each operation.
CREATE VIRTUAL TABLE search USING fts5(
  name, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
