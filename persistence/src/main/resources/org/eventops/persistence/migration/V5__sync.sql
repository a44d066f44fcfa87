-- The order of the hub's feed, not this database, says that what is referred to is there: while a
-- scope is loaded a ticket may be here a moment before its order.
ALTER TABLE ticket DROP CONSTRAINT ticket_order_fk;
CREATE INDEX ticket_order_id ON ticket (order_id);

CREATE TABLE stock (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, product VARCHAR(200) NOT NULL,
    capacity INTEGER NOT NULL, sold INTEGER NOT NULL, leased INTEGER NOT NULL,
    CONSTRAINT stock_product UNIQUE (tenant, scope, product)
);
CREATE TABLE lease (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, product VARCHAR(200) NOT NULL,
    device UUID NOT NULL, granted INTEGER NOT NULL, used INTEGER NOT NULL, state VARCHAR(20) NOT NULL
);
CREATE INDEX lease_scope ON lease (scope, product);
CREATE TABLE stock_sale (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, lease_id UUID NOT NULL,
    product VARCHAR(200) NOT NULL, quantity INTEGER NOT NULL, at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX stock_sale_lease ON stock_sale (lease_id);
CREATE INDEX stock_sale_scope ON stock_sale (scope, at);
CREATE TABLE conflict (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, kind VARCHAR(30) NOT NULL,
    what VARCHAR(10000), table_name VARCHAR(64), row_id UUID, field VARCHAR(64),
    loser VARCHAR(1000000), winner VARCHAR(1000000),
    loser_device VARCHAR(1000), winner_device VARCHAR(1000),
    loser_at TIMESTAMP(6) WITH TIME ZONE, winner_at TIMESTAMP(6) WITH TIME ZONE,
    raised TIMESTAMP(6) WITH TIME ZONE NOT NULL, resolved TIMESTAMP(6) WITH TIME ZONE,
    resolved_by VARCHAR(1000), taken VARCHAR(20)
);
CREATE INDEX conflict_scope ON conflict (scope, raised);
CREATE INDEX conflict_open ON conflict (resolved, raised);

-- What follows is this console's own: captured nowhere, but in the journal with what it belongs to.
-- Where the changes of a mutation begin in the journal (under the number "frame"; of those only the
-- scope "part", if it is given), and what the hub said of it.
ALTER TABLE outbox ADD COLUMN frame BIGINT;
ALTER TABLE outbox ADD COLUMN segment BIGINT;
ALTER TABLE outbox ADD COLUMN place BIGINT;
ALTER TABLE outbox ADD COLUMN bytes BIGINT;
ALTER TABLE outbox ADD COLUMN part UUID;
ALTER TABLE outbox ADD COLUMN scopes VARCHAR(1000000);
ALTER TABLE outbox ADD COLUMN answered TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE outbox ADD COLUMN outcome VARCHAR(20);
ALTER TABLE outbox ADD COLUMN reason VARCHAR(100);
ALTER TABLE outbox ADD COLUMN up_to VARCHAR(1000000);
ALTER TABLE outbox ADD COLUMN landed VARCHAR(1000000);
-- "number" is that of the journal's last word on it, "loaded" of the last one whose rows stand only
-- here.
CREATE TABLE sync_cursor (
    id UUID PRIMARY KEY, epoch BIGINT NOT NULL, seq BIGINT NOT NULL, mark UUID,
    loading_table VARCHAR(64), loading_after UUID, loading_from BIGINT, loading_whole BIGINT,
    loading_mark UUID, number BIGINT NOT NULL, loaded BIGINT NOT NULL
);
CREATE TABLE sync_alias (id UUID PRIMARY KEY, target UUID NOT NULL);
CREATE INDEX sync_alias_target ON sync_alias (target);
CREATE TABLE sync_member (id UUID PRIMARY KEY, tenant UUID NOT NULL, lineage UUID NOT NULL);
-- One row: the last of the journal's frames that came from the hub.
CREATE TABLE journal_mark (
    id INTEGER PRIMARY KEY, number BIGINT NOT NULL, at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
INSERT INTO journal_mark VALUES (1, 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00');

CREATE TRIGGER capture_stock AFTER INSERT, UPDATE, DELETE ON stock FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_lease AFTER INSERT, UPDATE, DELETE ON lease FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_stock_sale AFTER INSERT, UPDATE, DELETE ON stock_sale FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_conflict AFTER INSERT, UPDATE, DELETE ON conflict FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
