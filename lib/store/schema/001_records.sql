-- The records file, first version.  Rules of this folder: README.md.
-- Dates are ISO text ('2026-11-22', the first day after for *until_on),
-- instants UTC text, yes/no 0 or 1.  Code sets and real dates are checked in C.

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Ids come from here and are never used again.
CREATE TABLE counter (
  kind TEXT NOT NULL PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE school (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  name TEXT NOT NULL,
  dfe TEXT,
  code TEXT,
  adopted_on TEXT NOT NULL,
  urn TEXT,
  la TEXT,
  address TEXT,
  phone TEXT,
  email TEXT
) STRICT;

-- The versions of a school's policy, in force [from_on, until_on).
CREATE TABLE policy_version (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  name TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on >= from_on),
  digest TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;

-- The school's dates: terms, breaks, closed and INSET days.
CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL CHECK (until_on > from_on),
  assumed INTEGER NOT NULL CHECK (assumed IN (0, 1))
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  class TEXT,
  email TEXT,
  phone TEXT,
  from_on TEXT,
  until_on TEXT,
  note TEXT
) STRICT;

CREATE TABLE pupil (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  upn TEXT,
  former_upn TEXT,
  admission_number TEXT,
  surname TEXT NOT NULL,
  forename TEXT NOT NULL,
  preferred_surname TEXT,
  preferred_forename TEXT,
  middle_names TEXT,
  dob TEXT,
  sex TEXT,
  first_language TEXT,
  ethnicity TEXT,
  address TEXT,
  admitted_on TEXT,
  left_on TEXT,
  leaving_reason TEXT,
  previous_school TEXT,
  next_school TEXT,
  died_on TEXT,
  sort_key TEXT NOT NULL,
  mis_digest TEXT
) STRICT;
CREATE UNIQUE INDEX pupil_upn ON pupil (upn, school_id) WHERE upn IS NOT NULL AND voided_at IS NULL;
CREATE INDEX pupil_number ON pupil (admission_number) WHERE admission_number IS NOT NULL;
CREATE INDEX pupil_sort ON pupil (sort_key);
CREATE INDEX pupil_former_upn ON pupil (former_upn) WHERE former_upn IS NOT NULL;

-- Folded words of names and numbers, for finding a child.
CREATE TABLE search_word (
  word TEXT NOT NULL,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  PRIMARY KEY (word, pupil_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  year TEXT,
  class TEXT,
  status TEXT,
  from_on TEXT,
  until_on TEXT CHECK ((from_on IS NULL OR until_on >= from_on)),
  known_by TEXT
) STRICT;
-- Every list asks for class and year on a day: answered by the index alone.
CREATE INDEX enrolment_pupil ON enrolment (pupil_id, voided_at, from_on, until_on, class, year);
CREATE INDEX enrolment_class ON enrolment (class, pupil_id) WHERE class IS NOT NULL;

-- Context that is not SEN in itself but must be weighed (R2).
CREATE TABLE flag (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  flag TEXT NOT NULL,
  value TEXT,
  from_on TEXT,
  until_on TEXT CHECK ((from_on IS NULL OR until_on >= from_on)),
  known_by TEXT,
  note TEXT
) STRICT;
CREATE INDEX flag_pupil ON flag (pupil_id);

-- A child's standing: none, monitored, on the register, with a plan.
CREATE TABLE register_entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  policy_id INTEGER NOT NULL REFERENCES policy_version,
  level TEXT NOT NULL,
  level_name TEXT NOT NULL,
  census TEXT NOT NULL,
  kind TEXT NOT NULL,
  from_on TEXT,
  until_on TEXT CHECK ((from_on IS NULL OR until_on >= from_on)),
  known_by TEXT,
  reason TEXT,
  decided_by TEXT,
  told_on TEXT,
  told_by TEXT,
  end_reason TEXT,
  corrects INTEGER
) STRICT;
CREATE INDEX register_entry_pupil ON register_entry (pupil_id);

CREATE TABLE need (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  type TEXT NOT NULL,
  rank INTEGER NOT NULL,
  specialist TEXT,
  from_on TEXT,
  until_on TEXT CHECK ((from_on IS NULL OR until_on >= from_on)),
  known_by TEXT
) STRICT;
CREATE INDEX need_pupil ON need (pupil_id);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  name TEXT NOT NULL,
  title TEXT,
  address TEXT,
  second_address TEXT,
  phone TEXT,
  email TEXT,
  language TEXT,
  interpreter INTEGER CHECK (interpreter IN (0, 1)),
  format_needs TEXT,
  note TEXT
) STRICT;

-- Contacts are shared by siblings.
CREATE TABLE pupil_contact (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  contact_id INTEGER NOT NULL REFERENCES contact,
  relation TEXT NOT NULL,
  responsibility INTEGER CHECK (responsibility IN (0, 1)),
  priority INTEGER,
  no_letters INTEGER NOT NULL CHECK (no_letters IN (0, 1))
) STRICT;
CREATE INDEX pupil_contact_pupil ON pupil_contact (pupil_id);
CREATE INDEX pupil_contact_contact ON pupil_contact (contact_id);

CREATE TABLE concern (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  opened_on TEXT NOT NULL,
  source TEXT NOT NULL,
  raised_by TEXT,
  role TEXT,
  involved TEXT,
  area TEXT,
  concern TEXT NOT NULL,
  wanted TEXT,
  teacher_view TEXT,
  causes TEXT,
  shortened TEXT,
  review_on TEXT,
  closed_on TEXT CHECK (closed_on >= opened_on),
  result TEXT,
  close_reason TEXT,
  reopened_on TEXT
) STRICT;
CREATE INDEX concern_pupil ON concern (pupil_id);
CREATE INDEX concern_open ON concern (opened_on) WHERE closed_on IS NULL AND voided_at IS NULL;

-- What was tried, each with how well it worked (R20).
CREATE TABLE tried (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  concern_id INTEGER NOT NULL REFERENCES concern,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  what TEXT NOT NULL,
  worked TEXT
) STRICT;
CREATE INDEX tried_concern ON tried (concern_id);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  noted_on TEXT NOT NULL,
  noted_by TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX note_pupil ON note (pupil_id);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  record TEXT,
  title TEXT NOT NULL,
  filename TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL,
  attached_on TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_pupil ON attachment (pupil_id);

CREATE TABLE attachment_data (
  id INTEGER PRIMARY KEY REFERENCES attachment,
  data BLOB NOT NULL
) STRICT;

-- What is owed: computed by rules, kept for reports. Natural key: rule, subject, cycle.
-- No pupil_id: the school itself owes it.
CREATE TABLE deadline (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL,
  pupil_id INTEGER REFERENCES pupil,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  starts_on TEXT,
  due_on TEXT NOT NULL,
  met_on TEXT,
  owner TEXT NOT NULL,
  basis TEXT NOT NULL,
  cite TEXT,
  what TEXT NOT NULL,
  fix TEXT
) STRICT;
CREATE INDEX deadline_pupil ON deadline (pupil_id);
CREATE INDEX deadline_due ON deadline (due_on, id) WHERE met_on IS NULL;

-- What a person changed that the MIS also tells: what the MIS last said of it.
CREATE TABLE mis_override (
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  field TEXT NOT NULL,
  base TEXT,
  PRIMARY KEY (pupil_id, field)
) STRICT, WITHOUT ROWID;

-- Doubts and differences of imports, until settled; findings of conformance.
CREATE TABLE mis_finding (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  theirs TEXT,
  ours TEXT,
  finding TEXT NOT NULL,
  found_on TEXT NOT NULL,
  settled_on TEXT,
  choice TEXT
) STRICT;
CREATE INDEX mis_finding_pupil ON mis_finding (pupil_id);

-- Files taken in whole, so that the same one again need not be read.
CREATE TABLE mis_import (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  digest TEXT NOT NULL,
  options TEXT NOT NULL,
  pupils INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;

-- What the audit entries of a command have in common; its id is the number of
-- the first of them.  Every entry's hash covers it.
CREATE TABLE command (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  today TEXT,
  who TEXT,
  login TEXT NOT NULL,
  verb TEXT NOT NULL
) STRICT;

-- body: the values of `fields` in their order, as JSON: ["ta", ...] on insert,
-- [["old", "new"], ...] on update; of other entries an object.
-- salt and body can be erased; then text_h keeps what the chain was made of.
CREATE TABLE audit (
  seq INTEGER NOT NULL PRIMARY KEY,
  school_id INTEGER NOT NULL,
  command INTEGER NOT NULL,
  op TEXT NOT NULL,
  noun TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  pupil_id INTEGER,
  fields TEXT NOT NULL,
  anyway TEXT,
  salt BLOB,
  body TEXT,
  text_h BLOB,
  h BLOB NOT NULL
) STRICT;
CREATE INDEX audit_pupil ON audit (pupil_id) WHERE pupil_id IS NOT NULL;
-- What went on with --anyway: a finding of conformance.
CREATE INDEX audit_anyway ON audit (seq) WHERE anyway IS NOT NULL;

-- The last entry of each school's chain (0: of none). A chain alone cannot tell
-- that its tail was cut; this can, and so can a head kept elsewhere.
CREATE TABLE audit_head (
  school_id INTEGER NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  h BLOB NOT NULL
) STRICT;

-- --request-id: what was done, and its answer.
CREATE TABLE request (
  request_id TEXT NOT NULL PRIMARY KEY,
  verb TEXT NOT NULL,
  at TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
