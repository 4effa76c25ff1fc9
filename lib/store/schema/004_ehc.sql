-- Education, health and care: cases with what happened in them, the plan, who it
-- was shown to, and disagreement.

-- A right that ends unused: nobody is late when it is past.
ALTER TABLE deadline ADD COLUMN lapses INTEGER NOT NULL DEFAULT 0 CHECK (lapses IN (0, 1));
-- Of an annual review: who saw it differently, and how (reg 20(9)).
ALTER TABLE review ADD COLUMN differences TEXT;

-- From the request (or the plan a child came with) until it ends.
CREATE TABLE ehc (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  opened_on TEXT NOT NULL,
  source TEXT,
  authority TEXT,
  officer TEXT,
  officer_contact TEXT,
  reference TEXT,
  reason TEXT,
  consent_id INTEGER REFERENCES consent,
  note TEXT,
  ended_on TEXT,
  ended_as TEXT,
  cease_reason TEXT
) STRICT;
CREATE INDEX ehc_pupil ON ehc (pupil_id);

-- What happened and when, of a case, a disagreement or a complaint: an event of
-- the law's clock by its code, or a step of the school's own.
CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER REFERENCES pupil,
  ehc_id INTEGER REFERENCES ehc,
  review_id INTEGER REFERENCES review,
  appeal_id INTEGER REFERENCES appeal,
  complaint_id INTEGER REFERENCES complaint,
  event TEXT NOT NULL,
  event_name TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  result TEXT,
  version INTEGER,
  rule TEXT,
  who TEXT,
  note TEXT
) STRICT;
CREATE INDEX milestone_pupil ON milestone (pupil_id);

-- One need, outcome, provision ... of a plan, from one version of it until
-- another; its label (B1, F2) is the section and number and is never reused.
CREATE TABLE ehc_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  ehc_id INTEGER NOT NULL REFERENCES ehc,
  section TEXT NOT NULL,
  number INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER CHECK (until >= since),
  before_id INTEGER REFERENCES ehc_item,
  words TEXT NOT NULL,
  serves TEXT,
  type TEXT,
  minutes INTEGER,
  times INTEGER,
  per TEXT,
  weeks INTEGER,
  who TEXT,
  ratio TEXT,
  dated_on TEXT,
  due_on TEXT,
  pence INTEGER,
  provisions TEXT
) STRICT;
CREATE INDEX ehc_item_pupil ON ehc_item (pupil_id);

-- A plan shown or given outside the school (reg 17).
CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  ehc_id INTEGER REFERENCES ehc,
  version INTEGER,
  what TEXT NOT NULL,
  given_on TEXT NOT NULL,
  given_by TEXT,
  who TEXT NOT NULL,
  organisation TEXT,
  how TEXT,
  ground TEXT NOT NULL,
  policy_ground TEXT,
  consent_id INTEGER REFERENCES consent,
  why TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX disclosure_pupil ON disclosure (pupil_id);

-- A disagreement with a decision of the authority: mediation, the tribunal.
CREATE TABLE appeal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER NOT NULL REFERENCES pupil,
  ehc_id INTEGER REFERENCES ehc,
  against TEXT NOT NULL,
  sections TEXT,
  notice_on TEXT NOT NULL,
  reference TEXT,
  who TEXT,
  note TEXT,
  closed_on TEXT,
  result TEXT
) STRICT;
CREATE INDEX appeal_pupil ON appeal (pupil_id);

-- A complaint about SEND provision (R73); of no child when it is not about one.
CREATE TABLE complaint (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES school,
  rev INTEGER NOT NULL,
  voided_at TEXT,
  pupil_id INTEGER REFERENCES pupil,
  raised_on TEXT NOT NULL,
  raised_by TEXT,
  relation TEXT,
  about TEXT NOT NULL,
  stage TEXT NOT NULL,
  formal INTEGER NOT NULL CHECK (formal IN (0, 1)),
  serious INTEGER NOT NULL CHECK (serious IN (0, 1)),
  answer_by TEXT,
  closed_on TEXT,
  result TEXT,
  note TEXT
) STRICT;
CREATE INDEX complaint_pupil ON complaint (pupil_id) WHERE pupil_id IS NOT NULL;
