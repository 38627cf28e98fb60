-- The plan of an account and what is kept in a deal: one table for each kind of entry, as `domain::entry`
-- describes it. Days are 'YYYY-MM-DD'; money is minor units of the row's currency; `updated_on` is the
-- local day of the last change. A table and its description are held together by a test.

CREATE TABLE business_issue (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('outside', 'response', 'inside')),
  topic TEXT CHECK (topic IN (
    'competition', 'finance', 'economy', 'demand', 'law', 'material', 'labour', 'more',
    'reorganise', 'merge', 'centralise', 'outsource', 'teams', 'new_products', 'diversify',
    'service', 'sales', 'leadership', 'marketing', 'manufacturing', 'information')),
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX business_issue_account ON business_issue(account_id, position);

CREATE TABLE account_plan (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL UNIQUE REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  path TEXT CHECK (path IN ('operational_excellence', 'product_leadership', 'customer_intimacy')),
  vision TEXT,
  indifferent INTEGER CHECK (indifferent IN (0, 1)),
  decision TEXT CHECK (decision IN ('go_on', 'give_up')),
  decided_on TEXT,
  reason TEXT,
  support_why TEXT,
  support_asked TEXT,
  support_against TEXT,
  support_backing TEXT,
  setback TEXT,
  growth TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;

CREATE TABLE objective (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  number INTEGER,
  unit TEXT,
  amount INTEGER CHECK (amount >= 0),
  due_on TEXT,
  specific INTEGER CHECK (specific IN (0, 1)),
  measurable INTEGER CHECK (measurable IN (0, 1)),
  attainable INTEGER CHECK (attainable IN (0, 1)),
  relevant INTEGER CHECK (relevant IN (0, 1)),
  timely INTEGER CHECK (timely IN (0, 1)),
  done_on TEXT,
  currency TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX objective_account ON objective(account_id, position);

CREATE TABLE buying_criterion (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  deal_id INTEGER REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  strength TEXT NOT NULL CHECK (strength IN ('must', 'like')),
  said_by_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  believed INTEGER CHECK (believed IN (0, 1)),
  why TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL,
  CHECK ((account_id IS NULL) <> (deal_id IS NULL))
) STRICT;
CREATE INDEX buying_criterion_account ON buying_criterion(account_id, position) WHERE account_id IS NOT NULL;
CREATE INDEX buying_criterion_deal ON buying_criterion(deal_id, position) WHERE deal_id IS NOT NULL;
CREATE INDEX buying_criterion_said_by ON buying_criterion(said_by_id) WHERE said_by_id IS NOT NULL;

CREATE TABLE factor (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  deal_id INTEGER REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  sign TEXT NOT NULL CHECK (sign IN ('positive', 'negative')),
  control TEXT NOT NULL CHECK (control IN ('low', 'high')),
  stars INTEGER CHECK (stars BETWEEN 1 AND 4),
  area TEXT CHECK (area IN ('product', 'terms', 'history', 'competition', 'seller', 'process', 'timing')),
  micro_strategy TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL,
  CHECK ((account_id IS NULL) <> (deal_id IS NULL))
) STRICT;
CREATE INDEX factor_account ON factor(account_id, position) WHERE account_id IS NOT NULL;
CREATE INDEX factor_deal ON factor(deal_id, position) WHERE deal_id IS NOT NULL;

CREATE TABLE profile_answer (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  prompt TEXT NOT NULL CHECK (prompt IN (
    'barriers', 'substitutes', 'buyers', 'suppliers', 'rivalry', 'mission', 'initiatives',
    'value_adding', 'alliances', 'opportunities', 'places', 'key_people', 'buying',
    'operations', 'finances', 'abilities', 'marketing', 'technology', 'use', 'history', 'plans',
    'switching', 'next_year')),
  helps INTEGER CHECK (helps IN (0, 1)),
  per_cent INTEGER CHECK (per_cent BETWEEN 0 AND 10000),
  answered_on TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX profile_answer_account ON profile_answer(account_id);

CREATE TABLE swot_item (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  grid TEXT NOT NULL CHECK (grid IN ('client', 'us')),
  cell TEXT NOT NULL CHECK (cell IN ('strength', 'weakness', 'opportunity', 'threat')),
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX swot_item_account ON swot_item(account_id, position);

CREATE TABLE competitor (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  us INTEGER CHECK (us IN (0, 1)),
  doing TEXT,
  abilities TEXT,
  strategy TEXT,
  strengths TEXT,
  weaknesses TEXT,
  client_view TEXT,
  preference INTEGER CHECK (preference BETWEEN 0 AND 10),
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX competitor_account ON competitor(account_id, position);

CREATE TABLE deal_competitor (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  competitor_id INTEGER NOT NULL REFERENCES competitor(id) DEFERRABLE INITIALLY DEFERRED,
  offer TEXT,
  preference INTEGER CHECK (preference BETWEEN 0 AND 10),
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX deal_competitor_deal ON deal_competitor(deal_id, position);
CREATE INDEX deal_competitor_competitor ON deal_competitor(competitor_id);

CREATE TABLE life_cycle_phase (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  phase TEXT NOT NULL CHECK (phase IN (
    'breakthrough', 'consolidation', 'growth', 'harvest', 'defence', 'hibernation', 'pause')),
  decided_on TEXT NOT NULL,
  why TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX life_cycle_phase_account ON life_cycle_phase(account_id, decided_on);

CREATE TABLE plan_action (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  who_id INTEGER REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  due_on TEXT,
  done_on TEXT,
  objective_id INTEGER REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED,
  factor_id INTEGER REFERENCES factor(id) DEFERRABLE INITIALLY DEFERRED,
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  deal_id INTEGER REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX plan_action_account ON plan_action(account_id, due_on);
-- What is still to be done, by its day.
CREATE INDEX plan_action_due ON plan_action(due_on) WHERE due_on IS NOT NULL AND done_on IS NULL;
CREATE INDEX plan_action_who ON plan_action(who_id) WHERE who_id IS NOT NULL;
CREATE INDEX plan_action_objective ON plan_action(objective_id) WHERE objective_id IS NOT NULL;
CREATE INDEX plan_action_factor ON plan_action(factor_id) WHERE factor_id IS NOT NULL;
CREATE INDEX plan_action_contact ON plan_action(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX plan_action_deal ON plan_action(deal_id) WHERE deal_id IS NOT NULL;

CREATE TABLE revenue_plan (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  quarter TEXT NOT NULL,
  sales INTEGER CHECK (sales >= 0),
  revenue INTEGER CHECK (revenue >= 0),
  margin INTEGER,
  profit INTEGER,
  currency TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX revenue_plan_account ON revenue_plan(account_id, quarter);

CREATE TABLE deal_need (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('implicit', 'explicit')),
  spin TEXT CHECK (spin IN ('situation', 'problem', 'implication', 'need_payoff')),
  said_by_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  said_on TEXT,
  became_id INTEGER REFERENCES deal_need(id) DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX deal_need_deal ON deal_need(deal_id, position);
CREATE INDEX deal_need_said_by ON deal_need(said_by_id) WHERE said_by_id IS NOT NULL;
CREATE INDEX deal_need_became ON deal_need(became_id) WHERE became_id IS NOT NULL;

CREATE TABLE fab (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  feature TEXT NOT NULL,
  advantage TEXT,
  benefit TEXT,
  product_id INTEGER REFERENCES product(id) DEFERRABLE INITIALLY DEFERRED,
  answers_id INTEGER REFERENCES deal_need(id) DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX fab_deal ON fab(deal_id, position);
CREATE INDEX fab_product ON fab(product_id) WHERE product_id IS NOT NULL;
CREATE INDEX fab_answers ON fab(answers_id) WHERE answers_id IS NOT NULL;

CREATE TABLE five_elements (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  value INTEGER CHECK (value BETWEEN 0 AND 10),
  need INTEGER CHECK (need BETWEEN 0 AND 10),
  price INTEGER CHECK (price BETWEEN 0 AND 10),
  trust INTEGER CHECK (trust BETWEEN 0 AND 10),
  experience INTEGER CHECK (experience BETWEEN 0 AND 10),
  judged_on TEXT NOT NULL,
  note TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX five_elements_deal ON five_elements(deal_id, judged_on);

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  kind TEXT CHECK (kind IN (
    'presentation', 'survey', 'survey_result', 'concept_demo', 'formal_demo', 'proposal')),
  text TEXT,
  due_on TEXT,
  reached_on TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX milestone_deal ON milestone(deal_id, position);
-- What the client has not done yet, by its day.
CREATE INDEX milestone_due ON milestone(due_on) WHERE due_on IS NOT NULL AND reached_on IS NULL;

CREATE TABLE exit_sign (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  stage_id INTEGER NOT NULL REFERENCES stage(id) DEFERRABLE INITIALLY DEFERRED,
  seen_on TEXT,
  skipped_on TEXT,
  note TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX exit_sign_deal ON exit_sign(deal_id);
CREATE INDEX exit_sign_stage ON exit_sign(stage_id);

CREATE TABLE receivable (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  due_on TEXT NOT NULL,
  paid_on TEXT,
  currency TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX receivable_deal ON receivable(deal_id, due_on);
-- What is not paid yet, by its day.
CREATE INDEX receivable_due ON receivable(due_on) WHERE paid_on IS NULL;

CREATE TABLE intelligence (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  source TEXT,
  learned_on TEXT NOT NULL,
  confidence TEXT CHECK (confidence IN ('sure', 'likely', 'doubtful')),
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  deal_id INTEGER REFERENCES deal(id) DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX intelligence_account ON intelligence(account_id, learned_on);
CREATE INDEX intelligence_contact ON intelligence(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX intelligence_deal ON intelligence(deal_id) WHERE deal_id IS NOT NULL;
