-- Who works at one event, as what: door consoles see no organisation's rows, but these.
CREATE TABLE staff (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name VARCHAR(1000) NOT NULL,
    role VARCHAR(30) NOT NULL,
    CONSTRAINT staff_name UNIQUE (tenant, scope, name)
);
-- What somebody has agreed to, or has not; "subject" is a folded e-mail address or phone number.
CREATE TABLE consent (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, subject VARCHAR(1000) NOT NULL,
    purpose VARCHAR(100) NOT NULL, given BOOLEAN NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL, source VARCHAR(1000) NOT NULL, wording VARCHAR(10000),
    CONSTRAINT consent_subject UNIQUE (tenant, scope, subject, purpose)
);
-- That somebody's data was taken away; the digest tells them again if they come back in a file.
CREATE TABLE erasure (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, digest VARCHAR(100) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL, by_whom VARCHAR(1000) NOT NULL, reason VARCHAR(10000)
);
CREATE INDEX erasure_scope ON erasure (scope, at);
-- What the whole organisation has laid down, such as how long it keeps whose data.
CREATE TABLE org_setting (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name VARCHAR(200) NOT NULL,
    content VARCHAR(100000) NOT NULL,
    CONSTRAINT org_setting_name UNIQUE (tenant, name)
);
CREATE TRIGGER capture_staff AFTER INSERT, UPDATE, DELETE ON staff FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_consent AFTER INSERT, UPDATE, DELETE ON consent FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_erasure AFTER INSERT, UPDATE, DELETE ON erasure FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_org_setting AFTER INSERT, UPDATE, DELETE ON org_setting FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";

-- This console's own: what was done here, each line chained to the one before. Journalled with what
-- it tells of. "details" is what may be taken away of a line; its digest stays.
CREATE TABLE audit_line (
    id UUID PRIMARY KEY, chain INTEGER NOT NULL, number BIGINT NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL, who VARCHAR(1000) NOT NULL,
    device VARCHAR(1000) NOT NULL, scope UUID NOT NULL, deed VARCHAR(30) NOT NULL,
    table_name VARCHAR(64), row_id UUID, changed INTEGER NOT NULL,
    details VARCHAR(1000000), salt VARCHAR(64), digest VARCHAR(64) NOT NULL,
    previous VARCHAR(64) NOT NULL, hash VARCHAR(64) NOT NULL
);
CREATE INDEX audit_chain ON audit_line (chain, number);
CREATE INDEX audit_at ON audit_line (at);
CREATE INDEX audit_row ON audit_line (row_id);
