-- Assess, plan, do, review: plans and their targets, provision, sessions and
-- what they cost, who was invited and what came of it, views, equipment.

-- A child's plan under the policy's own name.  A version is never overwritten:
-- replaces_id is the one it took the place of, before_id that of the cycle before.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  kind TEXT NOT NULL,
  kind_name TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  version INTEGER NOT NULL,
  before_id INTEGER REFERENCES plan,
  replaces_id INTEGER REFERENCES plan,
  made_on TEXT NOT NULL,
  made_by TEXT,
  review_on TEXT,
  strategies TEXT,
  provision TEXT,
  home TEXT,
  impact TEXT,
  adults TEXT,
  parent_voice TEXT,
  parent_voice_on TEXT,
  parent_voice_how TEXT,
  pupil_voice TEXT,
  pupil_voice_on TEXT,
  pupil_voice_how TEXT,
  note TEXT,
  agreed_on TEXT,
  agreed_by TEXT,
  signed_on TEXT,
  signed_by TEXT,
  closed_on TEXT,
  close_reason TEXT
) STRICT;
CREATE INDEX plan_pupil ON plan (pupil_id);

-- before_id: the target it carries on; carried: how many cycles it has been so.
CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  plan_id INTEGER NOT NULL REFERENCES plan,
  number INTEGER NOT NULL,
  horizon TEXT NOT NULL,
  target TEXT NOT NULL,
  baseline TEXT,
  success TEXT,
  measure TEXT,
  due_on TEXT,
  who TEXT,
  strategies TEXT,
  home TEXT,
  ehc_outcome TEXT,
  before_id INTEGER REFERENCES target,
  carried INTEGER NOT NULL,
  ended_as TEXT,
  ended_on TEXT
) STRICT;
CREATE INDEX target_pupil ON target (pupil_id);
CREATE INDEX target_plan ON target (plan_id);

-- The school's catalogue of what it can offer.
CREATE TABLE intervention (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  name TEXT NOT NULL,
  wave TEXT,
  area TEXT,
  kind TEXT,
  evidence TEXT,
  measure TEXT,
  minutes INTEGER,
  times INTEGER,
  weeks INTEGER,
  group_size INTEGER,
  note TEXT,
  ended_on TEXT
) STRICT;

-- A provision in use: an intervention run for one child or a group.
CREATE TABLE provision (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  intervention_id INTEGER REFERENCES intervention,
  name TEXT NOT NULL,
  wave TEXT,
  area TEXT,
  kind TEXT,
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on >= from_on),
  minutes INTEGER,
  times INTEGER,
  weeks INTEGER,
  days TEXT,
  at TEXT,
  place TEXT,
  impact TEXT,
  measure TEXT,
  funding TEXT,
  session_pence INTEGER,
  resource_pence INTEGER,
  note TEXT,
  evaluated_on TEXT,
  evaluation TEXT
) STRICT;
CREATE INDEX provision_school ON provision (school_id, from_on);

-- The children in it, each with own start and end, and what was measured.
CREATE TABLE provision_pupil (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  provision_id INTEGER NOT NULL REFERENCES provision,
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on >= from_on),
  end_reason TEXT,
  entry TEXT,
  entry_on TEXT,
  exit TEXT,
  exit_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX provision_pupil_pupil ON provision_pupil (pupil_id);
CREATE INDEX provision_pupil_provision ON provision_pupil (provision_id, pupil_id);

-- Which target of which child a provision serves.
CREATE TABLE provision_target (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  provision_id INTEGER NOT NULL REFERENCES provision,
  target_id INTEGER NOT NULL REFERENCES target
) STRICT;
CREATE INDEX provision_target_pupil ON provision_target (pupil_id);

-- The adults who give it; role says which rate they are paid at.
CREATE TABLE provision_adult (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  provision_id INTEGER NOT NULL REFERENCES provision,
  staff_id INTEGER REFERENCES staff,
  name TEXT NOT NULL,
  role TEXT,
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on >= from_on)
) STRICT;
CREATE INDEX provision_adult_provision ON provision_adult (provision_id);

-- How it went, of a target or of a child's provision; a review may have found it.
CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  target_id INTEGER REFERENCES target,
  provision_id INTEGER REFERENCES provision,
  review_id INTEGER REFERENCES review,
  marked_on TEXT NOT NULL,
  marked_by TEXT,
  result TEXT,
  value INTEGER,
  met INTEGER CHECK (met IN (0, 1)),
  note TEXT,
  pupil_mark TEXT,
  voice TEXT,
  CHECK (target_id IS NOT NULL OR provision_id IS NOT NULL)
) STRICT;
CREATE INDEX progress_pupil ON progress (pupil_id);
CREATE INDEX progress_target ON progress (target_id) WHERE target_id IS NOT NULL;

-- A session held, or cancelled and why.  Its children are those in the provision
-- that day but for the absences.
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  provision_id INTEGER NOT NULL REFERENCES provision,
  held_on TEXT NOT NULL,
  at TEXT,
  minutes INTEGER,
  cancelled TEXT,
  covered_by TEXT,
  note TEXT
) STRICT;
CREATE INDEX session_provision ON session (provision_id, held_on);

CREATE TABLE absence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  session_id INTEGER NOT NULL REFERENCES session,
  why TEXT
) STRICT;
CREATE INDEX absence_pupil ON absence (pupil_id);
CREATE INDEX absence_session ON absence (session_id);

-- What an hour of a role costs, or another sum, from a day until the next one of
-- the same kind and name.
CREATE TABLE rate (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  pence INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  note TEXT
) STRICT;

-- Money for one child above the notional sum: SSPP, EHC top-up, devolved.
CREATE TABLE topup (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  funding TEXT NOT NULL,
  asked_on TEXT,
  decided_on TEXT,
  granted INTEGER CHECK (granted IN (0, 1)),
  pence INTEGER,
  from_on TEXT,
  until_on TEXT CHECK ((from_on IS NULL OR until_on >= from_on)),
  review_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX topup_pupil ON topup (pupil_id);

-- Who was asked to a review, how and when, and what came of it.
CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  review_id INTEGER NOT NULL REFERENCES review,
  who TEXT NOT NULL,
  role TEXT,
  contact_id INTEGER REFERENCES contact,
  invited_on TEXT,
  how TEXT,
  remind_on TEXT,
  answer TEXT,
  advice_asked_on TEXT,
  advice_received_on TEXT,
  advice_circulated_on TEXT
) STRICT;
CREATE INDEX invitation_pupil ON invitation (pupil_id);
CREATE INDEX invitation_review ON invitation (review_id);

-- What the school itself does and owes, dated: the review of the register,
-- monitoring of practice, meetings of adults (R54, R77).
CREATE TABLE logbook (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  kind TEXT NOT NULL,
  planned_on TEXT,
  held_on TEXT,
  who TEXT,
  note TEXT,
  closed_on TEXT,
  result TEXT
) STRICT;

-- Answers to a question set: of parents, pupils, staff; of no child when they
-- were given without a name (R75).
CREATE TABLE voice (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER REFERENCES pupil,
  audience TEXT NOT NULL,
  given_on TEXT NOT NULL,
  how TEXT,
  question_set TEXT,
  question TEXT,
  answer TEXT,
  words TEXT
) STRICT;
CREATE INDEX voice_pupil ON voice (pupil_id) WHERE pupil_id IS NOT NULL;
CREATE INDEX voice_day ON voice (school_id, given_on);

CREATE TABLE equipment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  what TEXT NOT NULL,
  owner TEXT,
  lent_by TEXT,
  number TEXT,
  from_on TEXT NOT NULL,
  check_on TEXT,
  checked_on TEXT,
  return_by TEXT,
  returned_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX equipment_pupil ON equipment (pupil_id);
