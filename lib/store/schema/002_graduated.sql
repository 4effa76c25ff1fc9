-- The graduated approach whole: steps of a concern, reviews, consent, agencies,
-- what a child's file holds, and who is responsible for whom.

-- A step taken in a concern, by the policy's code (observe, strategies, circle ...).
CREATE TABLE concern_step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  concern_id INTEGER NOT NULL REFERENCES concern,
  step TEXT NOT NULL,
  step_name TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  taken_by TEXT,
  who TEXT,
  note TEXT,
  proposed TEXT,
  review_on TEXT,
  again TEXT
) STRICT;
CREATE INDEX concern_step_pupil ON concern_step (pupil_id);
CREATE INDEX concern_step_concern ON concern_step (concern_id);

-- A concern handed to the DSL keeps to whom and when, and nothing of its substance.
ALTER TABLE concern ADD COLUMN handed_to TEXT;
ALTER TABLE concern ADD COLUMN handed_on TEXT;
-- The record a note belongs to ("C12"), as of attachments.
ALTER TABLE note ADD COLUMN record TEXT;

-- The last year group of the school, where it is not the highest on roll.
ALTER TABLE school ADD COLUMN top_year TEXT;

-- A review: planned, held, decided.  Kinds: termly monitoring parents progress
-- register transition annual interim.
CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  kind TEXT NOT NULL,
  planned_on TEXT,
  held_on TEXT,
  led_by TEXT,
  came TEXT,
  apologies TEXT,
  views TEXT,
  parent_voice TEXT,
  pupil_voice TEXT,
  note TEXT,
  decision TEXT,
  next_on TEXT,
  -- What the parents' and the child's part in it was: came, views or none.
  parent_part TEXT,
  pupil_part TEXT,
  plan_id INTEGER
) STRICT;
CREATE INDEX review_pupil ON review (pupil_id);

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  purpose TEXT NOT NULL,
  given_by TEXT NOT NULL,
  contact_id INTEGER REFERENCES contact,
  how TEXT,
  from_on TEXT NOT NULL,
  expires_on TEXT CHECK (expires_on > from_on),
  withdrawn_on TEXT,
  withdrawn_by TEXT,
  note TEXT
) STRICT;
CREATE INDEX consent_pupil ON consent (pupil_id);

CREATE TABLE agency (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  name TEXT NOT NULL,
  code TEXT,
  professional TEXT,
  external INTEGER NOT NULL CHECK (external IN (0, 1)),
  phone TEXT,
  email TEXT,
  note TEXT
) STRICT;

CREATE TABLE referral (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  agency_id INTEGER NOT NULL REFERENCES agency,
  consent_id INTEGER REFERENCES consent,
  concern_id INTEGER REFERENCES concern,
  professional TEXT,
  reason TEXT NOT NULL,
  sent_on TEXT,
  chase_on TEXT,
  accepted_on TEXT,
  seen_on TEXT,
  report_on TEXT,
  advice TEXT,
  closed_on TEXT,
  result TEXT,
  close_reason TEXT
) STRICT;
CREATE INDEX referral_pupil ON referral (pupil_id);
CREATE INDEX referral_agency ON referral (agency_id);

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  record TEXT,
  what TEXT NOT NULL,
  who TEXT,
  set_on TEXT NOT NULL,
  due_on TEXT,
  done_on TEXT,
  result TEXT
) STRICT;
CREATE INDEX action_pupil ON action (pupil_id);

-- Factors weighed before SEN is decided: a dated line on each (R19).
CREATE TABLE weighing (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  factor TEXT NOT NULL,
  factor_name TEXT NOT NULL,
  weighed_on TEXT NOT NULL,
  weighed_by TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX weighing_pupil ON weighing (pupil_id);

-- One-page profile: each row is a version from its day on.
CREATE TABLE profile (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  made_on TEXT NOT NULL,
  made_with TEXT,
  strengths TEXT,
  matters TEXT,
  help_best TEXT,
  areas TEXT
) STRICT;
CREATE INDEX profile_pupil ON profile (pupil_id);

-- Documents with a review date: risk assessment, RACSP, PEEP, healthcare ...
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  made_on TEXT NOT NULL,
  made_by TEXT,
  review_on TEXT,
  ended_on TEXT,
  replaces INTEGER,
  attachment_id INTEGER REFERENCES attachment,
  note TEXT
) STRICT;
CREATE INDEX document_pupil ON document (pupil_id);

-- The medical register, apart from the SEND register (R14).
CREATE TABLE medical (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  condition TEXT NOT NULL,
  do_this TEXT,
  medicine TEXT,
  kept_where TEXT,
  barrier INTEGER CHECK (barrier IN (0, 1)),
  from_on TEXT,
  until_on TEXT CHECK ((from_on IS NULL OR until_on >= from_on)),
  told_by TEXT,
  note TEXT
) STRICT;
CREATE INDEX medical_pupil ON medical (pupil_id);

-- A place in specialist provision: hub, unit, alternative provision (R17).
CREATE TABLE placement (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  kind TEXT NOT NULL,
  setting TEXT,
  commissioned INTEGER CHECK (commissioned IN (0, 1)),
  named INTEGER CHECK (named IN (0, 1)),
  agreed_by TEXT,
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on >= from_on),
  note TEXT
) STRICT;
CREATE INDEX placement_pupil ON placement (pupil_id);

-- An interim reduced timetable (R16).
CREATE TABLE timetable (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  consent_id INTEGER REFERENCES consent,
  hours TEXT NOT NULL,
  build_up TEXT,
  reason TEXT NOT NULL,
  approved_by TEXT,
  approved_on TEXT,
  la_told_on TEXT,
  review_on TEXT,
  from_on TEXT NOT NULL,
  full_time_by TEXT,
  until_on TEXT CHECK (until_on >= from_on),
  note TEXT
) STRICT;
CREATE INDEX timetable_pupil ON timetable (pupil_id);

-- Reasonable adjustments and test access arrangements (R18).
CREATE TABLE adjustment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  evidence TEXT,
  applied_on TEXT,
  granted_on TEXT,
  used_in_class INTEGER CHECK (used_in_class IN (0, 1)),
  from_on TEXT,
  until_on TEXT CHECK ((from_on IS NULL OR until_on >= from_on)),
  note TEXT
) STRICT;
CREATE INDEX adjustment_pupil ON adjustment (pupil_id);

-- Who is responsible for a child or a class (R70, R76): periods.
CREATE TABLE duty (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff,
  pupil_id INTEGER REFERENCES pupil,
  class TEXT,
  role TEXT,
  from_on TEXT,
  until_on TEXT CHECK ((from_on IS NULL OR until_on >= from_on)),
  CHECK (pupil_id IS NOT NULL OR class IS NOT NULL)
) STRICT;
CREATE INDEX duty_pupil ON duty (pupil_id) WHERE pupil_id IS NOT NULL;
CREATE INDEX duty_staff ON duty (staff_id);

-- Who was given the register or a record, when, and says to have read it (R76).
CREATE TABLE given (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  record TEXT NOT NULL,
  pupil_id INTEGER REFERENCES pupil,
  who TEXT NOT NULL,
  given_on TEXT NOT NULL,
  read_on TEXT
) STRICT;
CREATE INDEX given_pupil ON given (pupil_id) WHERE pupil_id IS NOT NULL;

-- Arrivals and leavers: what is owed for a move and when it was done (R15, R29).
CREATE TABLE move (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  kind TEXT NOT NULL,
  moved_on TEXT NOT NULL,
  other_school TEXT,
  file_asked_on TEXT,
  file_on TEXT,
  receipt_on TEXT,
  parents_met_on TEXT,
  assessed_on TEXT,
  watched_until TEXT,
  settled_on TEXT,
  handed_over_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX move_pupil ON move (pupil_id);

-- Why a contact must not be written to (R3).
ALTER TABLE pupil_contact ADD COLUMN no_letters_why TEXT;
