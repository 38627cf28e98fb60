-- People: how they think, how they see us, what is remembered of them, and who of ours covers whom.
-- Evidence is about a contact or about one of ours (the person at the keyboard): exactly one of the two.

ALTER TABLE contact ADD COLUMN level TEXT CHECK (level IN ('top', 'middle', 'working'));
-- The competitor that this person prefers, by name.
ALTER TABLE contact ADD COLUMN prefers TEXT;
-- Whether the account decides as a group, so that all its members are to be content.
ALTER TABLE account ADD COLUMN decides_collectively INTEGER NOT NULL DEFAULT 0
  CHECK (decides_collectively IN (0, 1));

-- What was heard and seen of a person on a day.
CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  colleague_id INTEGER REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  observed_on TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((contact_id IS NULL) <> (colleague_id IS NULL))
) STRICT;
CREATE INDEX observation_contact ON observation(contact_id, observed_on) WHERE contact_id IS NOT NULL;
CREATE INDEX observation_colleague ON observation(colleague_id, observed_on) WHERE colleague_id IS NOT NULL;

CREATE TABLE observation_clue (
  id INTEGER PRIMARY KEY,
  observation_id INTEGER NOT NULL REFERENCES observation(id) DEFERRABLE INITIALLY DEFERRED,
  clue TEXT NOT NULL,
  UNIQUE (observation_id, clue)
) STRICT;

-- Scores of the four quadrants, told directly.
CREATE TABLE quadrant_score (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  colleague_id INTEGER REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  scored_on TEXT NOT NULL,
  a INTEGER NOT NULL CHECK (a BETWEEN 0 AND 100),
  b INTEGER NOT NULL CHECK (b BETWEEN 0 AND 100),
  c INTEGER NOT NULL CHECK (c BETWEEN 0 AND 100),
  d INTEGER NOT NULL CHECK (d BETWEEN 0 AND 100),
  note TEXT,
  created_at INTEGER NOT NULL,
  CHECK ((contact_id IS NULL) <> (colleague_id IS NULL))
) STRICT;
CREATE INDEX quadrant_score_contact ON quadrant_score(contact_id, scored_on) WHERE contact_id IS NOT NULL;
CREATE INDEX quadrant_score_colleague ON quadrant_score(colleague_id, scored_on) WHERE colleague_id IS NOT NULL;

-- What a person said, is proud of, likes, and whom they live with: to be recalled before a meeting.
-- What was heard in an observation stands here too, and goes with it.
CREATE TABLE recollection (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  colleague_id INTEGER REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  observation_id INTEGER REFERENCES observation(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('quote', 'pride', 'interest', 'family')),
  told_on TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((contact_id IS NULL) <> (colleague_id IS NULL))
) STRICT;
CREATE INDEX recollection_contact ON recollection(contact_id, told_on) WHERE contact_id IS NOT NULL;
CREATE INDEX recollection_colleague ON recollection(colleague_id, told_on) WHERE colleague_id IS NOT NULL;
CREATE INDEX recollection_observation ON recollection(observation_id) WHERE observation_id IS NOT NULL;

-- The rung of the ladder on which a person sees us, from a day on.
CREATE TABLE seen_as (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  rung TEXT NOT NULL,
  since TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX seen_as_contact ON seen_as(contact_id, since);

-- What a person wants for their organisation, and what of it.
CREATE TABLE organisational_need (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  need TEXT NOT NULL CHECK (need IN ('financial', 'performance', 'image')),
  text TEXT,
  UNIQUE (contact_id, need)
) STRICT;

-- One's own personal needs, for one's side of the table.
CREATE TABLE colleague_need (
  id INTEGER PRIMARY KEY,
  colleague_id INTEGER NOT NULL REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  need TEXT NOT NULL,
  UNIQUE (colleague_id, need)
) STRICT;

-- Our side: who has which role for an account.
CREATE TABLE account_role (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  colleague_id INTEGER NOT NULL REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  UNIQUE (account_id, colleague_id, role)
) STRICT;
CREATE INDEX account_role_colleague ON account_role(colleague_id);

-- The zipper: who of ours covers whom of theirs, beside the contact's owner; and at which level ours
-- stands, where that does not follow from the roles.
CREATE TABLE cover (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  colleague_id INTEGER NOT NULL REFERENCES colleague(id) DEFERRABLE INITIALLY DEFERRED,
  level TEXT CHECK (level IN ('top', 'middle', 'working')),
  UNIQUE (contact_id, colleague_id)
) STRICT;
CREATE INDEX cover_colleague ON cover(colleague_id);

-- Questions of the walk-around that a proposal answers: for a deal, or for an account and its plan.
CREATE TABLE walk_tick (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  question TEXT NOT NULL,
  ticked_on TEXT NOT NULL,
  UNIQUE (record_id, question)
) STRICT;
