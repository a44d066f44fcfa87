-- Two transactions may be capturing at the same time: each reads back only its own. Whatever stands
-- here when the store opens is journalled already.
DROP TABLE capture;
CREATE TABLE capture (
    session INTEGER DEFAULT SESSION_ID() NOT NULL, seq BIGINT GENERATED ALWAYS AS IDENTITY,
    table_name VARCHAR(64) NOT NULL, scope UUID NOT NULL, change VARBINARY(16000000) NOT NULL,
    PRIMARY KEY (session, seq)
);
