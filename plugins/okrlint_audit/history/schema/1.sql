-- What is written here is described in docs/history.md, for those who read the file with other tools.

CREATE TABLE audit (
  audit     INTEGER PRIMARY KEY,  -- 1, 2, 3… in the order in which they were saved
  made      DATE NOT NULL,
  saved     TIMESTAMP NOT NULL,   -- UTC
  event     VARCHAR NOT NULL,     -- what happened on that day; empty where nothing is marked
  okrlint   VARCHAR NOT NULL,     -- the version that read it
  language  VARCHAR NOT NULL,
  documents INTEGER NOT NULL
);

CREATE TABLE team (
  audit INTEGER NOT NULL,
  place INTEGER NOT NULL,         -- its place in the organisation's own order, from 0
  team  VARCHAR NOT NULL,         -- what equal names have in common
  name  VARCHAR NOT NULL,
  level VARCHAR NOT NULL,
  coach VARCHAR NOT NULL
);

CREATE TABLE cycle (
  audit INTEGER NOT NULL,
  cycle VARCHAR NOT NULL,         -- first and last day, so that they sort as they come; or the name as written
  name  VARCHAR NOT NULL
);

CREATE TABLE statement (
  audit      INTEGER NOT NULL,
  place      INTEGER NOT NULL,    -- its place in the audit, from 0
  path       VARCHAR NOT NULL,
  line       INTEGER NOT NULL,
  id         VARCHAR NOT NULL,    -- its name in its document
  team       VARCHAR NOT NULL,    -- team.team; empty where there is none
  cycle      VARCHAR NOT NULL,    -- cycle.cycle; likewise
  level      VARCHAR NOT NULL,
  role       VARCHAR NOT NULL,    -- objective, key_result, initiative
  text       VARCHAR NOT NULL,
  language   VARCHAR NOT NULL,
  kind       VARCHAR NOT NULL,    -- docs/labels.md defines each
  confidence DOUBLE NOT NULL,
  frame      BOOLEAN NOT NULL,    -- a frame that is still to be filled in
  baseline   BOOLEAN NOT NULL,
  target     BOOLEAN NOT NULL,
  decided    BOOLEAN NOT NULL,
  check_ins  INTEGER NOT NULL,
  learnt     BOOLEAN NOT NULL
);

CREATE TABLE finding (
  audit INTEGER NOT NULL,
  place INTEGER,                  -- statement.place; NULL where it speaks of a whole set
  path  VARCHAR NOT NULL,
  team  VARCHAR NOT NULL,
  cycle VARCHAR NOT NULL,
  rule  VARCHAR NOT NULL
);

CREATE TABLE rule (
  audit  INTEGER NOT NULL,
  rule   VARCHAR NOT NULL,
  family VARCHAR NOT NULL,
  title  VARCHAR NOT NULL         -- in the language of the audit
);

CREATE TABLE moved (
  audit        INTEGER NOT NULL,
  team         VARCHAR NOT NULL,
  before_cycle VARCHAR NOT NULL,  -- as written
  after_cycle  VARCHAR NOT NULL,
  before       VARCHAR NOT NULL,  -- the work
  after        VARCHAR NOT NULL   -- the change that it became
);
