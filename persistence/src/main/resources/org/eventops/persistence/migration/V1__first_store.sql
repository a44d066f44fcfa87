-- Every synced row: id (time-ordered uuid), tenant, scope (the event, or the tenant's own id for
-- what belongs to the organisation). Unique keys start with the tenant.
CREATE TABLE event (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL,
    slug VARCHAR(80) NOT NULL, name VARCHAR(1000) NOT NULL, type VARCHAR(20) NOT NULL,
    status VARCHAR(20) NOT NULL, zone VARCHAR(64) NOT NULL, currency CHAR(3) NOT NULL,
    city VARCHAR(1000), venue VARCHAR(1000),
    starts TIMESTAMP(6) WITH TIME ZONE NOT NULL, ends TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    admission TIMESTAMP(6) WITH TIME ZONE, capacity INTEGER, description VARCHAR(1000000),
    visibility VARCHAR(20) NOT NULL, tier VARCHAR(100),
    tax_name VARCHAR(100), tax_rate DECIMAL(12, 6), tax_included BOOLEAN,
    CONSTRAINT event_slug UNIQUE (tenant, slug)
);
CREATE TABLE status_change (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL,
    from_status VARCHAR(20) NOT NULL, to_status VARCHAR(20) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL, by_whom VARCHAR(1000) NOT NULL, reason VARCHAR(10000)
);
CREATE INDEX status_change_scope ON status_change (scope, at);
CREATE TABLE series_date (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name_key VARCHAR(200) NOT NULL,
    starts TIMESTAMP(6) WITH TIME ZONE NOT NULL, ends TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    admission TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT series_date_key UNIQUE (tenant, scope, name_key)
);
CREATE TABLE product (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name_key VARCHAR(200) NOT NULL,
    name VARCHAR(1000) NOT NULL, price BIGINT NOT NULL, currency CHAR(3) NOT NULL, quantity INTEGER,
    sale_starts TIMESTAMP(6) WITH TIME ZONE, sale_ends TIMESTAMP(6) WITH TIME ZONE,
    early_price BIGINT, early_until TIMESTAMP(6) WITH TIME ZONE,
    group_from INTEGER, group_percent DECIMAL(12, 6), min_per_order INTEGER, max_per_order INTEGER,
    addon_of VARCHAR(100000) NOT NULL,
    CONSTRAINT product_key UNIQUE (tenant, scope, name_key)
);
CREATE TABLE promo (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, code VARCHAR(200) NOT NULL,
    percent_off DECIMAL(12, 6), amount_off BIGINT, currency CHAR(3) NOT NULL, max_uses INTEGER,
    products VARCHAR(100000) NOT NULL, until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT promo_code UNIQUE (tenant, scope, code)
);
CREATE TABLE question (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name_key VARCHAR(200) NOT NULL,
    label VARCHAR(10000) NOT NULL, type VARCHAR(20) NOT NULL, required BOOLEAN NOT NULL,
    ask_at_checkin BOOLEAN NOT NULL, products VARCHAR(100000) NOT NULL, choices VARCHAR(100000) NOT NULL,
    CONSTRAINT question_key UNIQUE (tenant, scope, name_key)
);
CREATE TABLE gate (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name_key VARCHAR(200) NOT NULL,
    name VARCHAR(1000) NOT NULL,
    CONSTRAINT gate_key UNIQUE (tenant, scope, name_key)
);
CREATE TABLE checkin_list (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name VARCHAR(1000) NOT NULL,
    all_products BOOLEAN NOT NULL, products VARCHAR(100000) NOT NULL, include_pending BOOLEAN NOT NULL,
    multiple_entry BOOLEAN NOT NULL, reentry_after_exit BOOLEAN NOT NULL, addon_matching BOOLEAN NOT NULL,
    rules VARCHAR(1000000), gates VARCHAR(100000) NOT NULL, date_key VARCHAR(200),
    CONSTRAINT checkin_list_name UNIQUE (tenant, scope, name)
);
CREATE TABLE ticket_order (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, code VARCHAR(512) NOT NULL,
    code_folded VARCHAR(1024) NOT NULL, status VARCHAR(20) NOT NULL, approval VARCHAR(20) NOT NULL,
    valid_while_pending BOOLEAN NOT NULL, email VARCHAR(1000), placed TIMESTAMP(6) WITH TIME ZONE,
    promo VARCHAR(200), locale VARCHAR(100),
    CONSTRAINT ticket_order_code UNIQUE (tenant, scope, code)
);
CREATE INDEX ticket_order_folded ON ticket_order (scope, code_folded);
CREATE TABLE ticket (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, order_id UUID NOT NULL,
    code VARCHAR(512) NOT NULL, code_folded VARCHAR(1024) NOT NULL, product VARCHAR(200) NOT NULL,
    date_key VARCHAR(200), name VARCHAR(1000), email VARCHAR(1000), phone VARCHAR(1000),
    company VARCHAR(1000), status VARCHAR(20) NOT NULL, blocked BOOLEAN NOT NULL,
    valid_from TIMESTAMP(6) WITH TIME ZONE, valid_until TIMESTAMP(6) WITH TIME ZONE,
    addon_to VARCHAR(512), attention BOOLEAN NOT NULL, note VARCHAR(100000),
    answers VARCHAR(1000000) NOT NULL, price BIGINT NOT NULL, currency CHAR(3) NOT NULL,
    CONSTRAINT ticket_code UNIQUE (tenant, scope, code),
    CONSTRAINT ticket_order_fk FOREIGN KEY (order_id) REFERENCES ticket_order (id)
);
CREATE INDEX ticket_folded ON ticket (code_folded);
CREATE INDEX ticket_addon ON ticket (scope, addon_to);
CREATE TABLE revoked_code (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, code VARCHAR(512) NOT NULL,
    CONSTRAINT revoked_code_code UNIQUE (tenant, scope, code)
);
CREATE TABLE signing_key (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name_key VARCHAR(200) NOT NULL,
    public_key VARCHAR(10000) NOT NULL, retired TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT signing_key_key UNIQUE (tenant, scope, name_key)
);
-- Append-only. "recorded" is this console's own order of recording; it is not captured.
CREATE TABLE scan (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, list_id UUID NOT NULL,
    ticket_id UUID, code VARCHAR(512) NOT NULL, kind VARCHAR(10) NOT NULL, verdict VARCHAR(30) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL, gate VARCHAR(1000), device VARCHAR(1000),
    operator VARCHAR(1000), override_reason VARCHAR(10000),
    recorded BIGINT GENERATED BY DEFAULT AS IDENTITY
);
CREATE INDEX scan_ticket ON scan (ticket_id);
CREATE INDEX scan_list ON scan (list_id, recorded);
CREATE INDEX scan_scope ON scan (scope, recorded);
CREATE TABLE scan_undo (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, scan_id UUID NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL, reason VARCHAR(10000), operator VARCHAR(1000),
    recorded BIGINT GENERATED BY DEFAULT AS IDENTITY,
    CONSTRAINT scan_undo_scan UNIQUE (tenant, scan_id)
);
CREATE INDEX scan_undo_scan_id ON scan_undo (scan_id);
CREATE INDEX scan_undo_scope ON scan_undo (scope, recorded);
CREATE TABLE venue (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name VARCHAR(1000) NOT NULL,
    city VARCHAR(1000) NOT NULL, address VARCHAR(10000), capacity INTEGER,
    CONSTRAINT venue_name UNIQUE (tenant, name)
);
CREATE TABLE sponsor (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name VARCHAR(1000) NOT NULL,
    industry VARCHAR(1000) NOT NULL, city VARCHAR(1000), email VARCHAR(1000),
    CONSTRAINT sponsor_name UNIQUE (tenant, name)
);
CREATE TABLE person (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, name VARCHAR(1000) NOT NULL,
    role VARCHAR(30) NOT NULL, email VARCHAR(1000),
    CONSTRAINT person_name UNIQUE (tenant, name)
);
-- This console's own; neither captured nor synced. What stands in capture at the start of a
-- transaction is journalled already.
CREATE TABLE setting (name VARCHAR(500) PRIMARY KEY, content VARCHAR(1000000) NOT NULL);
CREATE TABLE capture (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, table_name VARCHAR(64) NOT NULL,
    scope UUID NOT NULL, change VARBINARY(16000000) NOT NULL
);
-- One row for each local mutation that H2 holds; the changes themselves stand in the journal.
CREATE TABLE outbox (number BIGINT PRIMARY KEY, id UUID NOT NULL, at TIMESTAMP(6) WITH TIME ZONE NOT NULL);

CREATE TRIGGER capture_event AFTER INSERT, UPDATE, DELETE ON event FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_status_change AFTER INSERT, UPDATE, DELETE ON status_change FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_series_date AFTER INSERT, UPDATE, DELETE ON series_date FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_product AFTER INSERT, UPDATE, DELETE ON product FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_promo AFTER INSERT, UPDATE, DELETE ON promo FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_question AFTER INSERT, UPDATE, DELETE ON question FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_gate AFTER INSERT, UPDATE, DELETE ON gate FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_checkin_list AFTER INSERT, UPDATE, DELETE ON checkin_list FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_ticket_order AFTER INSERT, UPDATE, DELETE ON ticket_order FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_ticket AFTER INSERT, UPDATE, DELETE ON ticket FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_revoked_code AFTER INSERT, UPDATE, DELETE ON revoked_code FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_signing_key AFTER INSERT, UPDATE, DELETE ON signing_key FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_scan AFTER INSERT, UPDATE, DELETE ON scan FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_scan_undo AFTER INSERT, UPDATE, DELETE ON scan_undo FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_venue AFTER INSERT, UPDATE, DELETE ON venue FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_sponsor AFTER INSERT, UPDATE, DELETE ON sponsor FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_person AFTER INSERT, UPDATE, DELETE ON person FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
