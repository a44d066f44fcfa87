-- Tables of the hub. Every unique key starts with the tenant. Domain tables have the columns of
-- SyncedTables (a test holds them to it) with the lengths of the consoles' own store, and for the
-- merge: sync_at and sync_dev, hybrid time and device of the row's first version; sync_fields,
-- {column: [microseconds, device]} of the later ones; sync_extra, columns a newer program sent.
CREATE SCHEMA IF NOT EXISTS sync;

-- What every Java can hold as a time with four digits of a year; infinity is none.
CREATE DOMAIN sync.moment AS timestamptz(6)
    CHECK (VALUE >= '0001-01-01T00:00:00Z' AND VALUE < '10000-01-01T00:00:00Z');

CREATE TABLE sync.tenant (
    id uuid PRIMARY KEY, name text NOT NULL UNIQUE,
    -- Where the devices listen for pokes; hard to guess, as anybody may listen anywhere.
    channel text NOT NULL DEFAULT 'e_' || replace(gen_random_uuid()::text, '-', ''),
    retention integer NOT NULL DEFAULT 30 CHECK (retention >= 1),
    away_days integer NOT NULL DEFAULT 30 CHECK (away_days >= 1),  -- longer without the hub locks
    trimmed_at timestamptz           -- when the feed was last cut to its retention
);
CREATE TABLE sync.device (
    tenant uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, role text NOT NULL,
    scopes uuid[],                   -- null means every event
    login name UNIQUE,               -- one server's roles are all of one namespace
    lineage uuid NOT NULL, enrolled_at timestamptz, revoked_at timestamptz,
    clock_ahead interval, seen_at timestamptz, program text, protocol integer,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX device_name ON sync.device (tenant, name) WHERE revoked_at IS NULL;
-- Lineages a device had before its present one: their receipts stay good.
CREATE TABLE sync.device_lineage (
    tenant uuid NOT NULL, device uuid NOT NULL, lineage uuid NOT NULL,
    ended timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (tenant, device, lineage)
);
CREATE TABLE sync.scope_clock (
    tenant uuid NOT NULL, scope uuid NOT NULL, epoch bigint NOT NULL DEFAULT 1,
    seq bigint NOT NULL DEFAULT 0,
    retained_from bigint NOT NULL DEFAULT 1,   -- the oldest entry that is kept
    PRIMARY KEY (tenant, scope)
) WITH (fillfactor = 50);
CREATE TABLE sync.change_log (
    tenant uuid NOT NULL, scope uuid NOT NULL, seq bigint NOT NULL,
    mark uuid NOT NULL,              -- of the hub's transaction: one for each mutation and scope
    mutation uuid,                   -- null for what the hub did by itself
    op "char" NOT NULL CHECK (op IN ('R', 'F', 'G', 'A')),
    tbl text NOT NULL, key uuid NOT NULL, columns jsonb NOT NULL, at timestamptz NOT NULL,
    device uuid, carrier uuid, written timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant, scope, seq)
);
CREATE TABLE sync.receipt (
    tenant uuid NOT NULL, device uuid NOT NULL, lineage uuid NOT NULL, number bigint NOT NULL,
    id uuid NOT NULL, hash bytea NOT NULL, outcome text NOT NULL, reason text,
    up_to jsonb NOT NULL, carrier uuid, answered timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant, device, lineage, number), UNIQUE (tenant, id)
);
CREATE TABLE sync.push_part (
    tenant uuid NOT NULL, mutation uuid NOT NULL, part integer NOT NULL, device uuid NOT NULL,
    lineage uuid NOT NULL, number bigint NOT NULL, hash bytea NOT NULL, changes jsonb NOT NULL,
    arrived timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (tenant, mutation, part)
);
-- The row from_id is the row to_id, for ever.
CREATE TABLE sync.alias (
    tenant uuid NOT NULL, tbl text NOT NULL, from_id uuid NOT NULL, to_id uuid NOT NULL,
    scope uuid NOT NULL, PRIMARY KEY (tenant, tbl, from_id)
);
CREATE TABLE sync.tombstone (
    tenant uuid NOT NULL, tbl text NOT NULL, id uuid NOT NULL, scope uuid NOT NULL,
    row_was jsonb NOT NULL, at timestamptz NOT NULL, device uuid NOT NULL,
    PRIMARY KEY (tenant, tbl, id)
);

CREATE TABLE sync.event (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, slug varchar(80) NOT NULL,
    name varchar(1000) NOT NULL, type varchar(20) NOT NULL, status varchar(20) NOT NULL,
    zone varchar(64) NOT NULL, currency varchar(3) NOT NULL, city varchar(1000),
    venue varchar(1000), starts sync.moment NOT NULL, ends sync.moment NOT NULL,
    admission sync.moment, capacity integer, description varchar(1000000),
    visibility varchar(20) NOT NULL, tier varchar(100), tax_name varchar(100),
    tax_rate numeric(12,6), tax_included boolean, sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT event_key UNIQUE (tenant, slug)
);
CREATE INDEX event_load ON sync.event (tenant, scope, id);
CREATE TABLE sync.series_date (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name_key varchar(200) NOT NULL,
    starts sync.moment NOT NULL, ends sync.moment NOT NULL, admission sync.moment,
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT series_date_key UNIQUE (tenant, scope, name_key)
);
CREATE INDEX series_date_load ON sync.series_date (tenant, scope, id);
CREATE TABLE sync.product (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name_key varchar(200) NOT NULL,
    name varchar(1000) NOT NULL, price bigint NOT NULL, currency varchar(3) NOT NULL,
    quantity integer, sale_starts sync.moment, sale_ends sync.moment, early_price bigint,
    early_until sync.moment, group_from integer, group_percent numeric(12,6),
    min_per_order integer, max_per_order integer, addon_of varchar(100000) NOT NULL,
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT product_key UNIQUE (tenant, scope, name_key)
);
CREATE INDEX product_load ON sync.product (tenant, scope, id);
CREATE TABLE sync.promo (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, code varchar(200) NOT NULL,
    percent_off numeric(12,6), amount_off bigint, currency varchar(3) NOT NULL, max_uses integer,
    products varchar(100000) NOT NULL, until sync.moment, sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT promo_key UNIQUE (tenant, scope, code)
);
CREATE INDEX promo_load ON sync.promo (tenant, scope, id);
CREATE TABLE sync.question (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name_key varchar(200) NOT NULL,
    label varchar(10000) NOT NULL, type varchar(20) NOT NULL, required boolean NOT NULL,
    ask_at_checkin boolean NOT NULL, products varchar(100000) NOT NULL,
    choices varchar(100000) NOT NULL, sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL,
    sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT question_key UNIQUE (tenant, scope, name_key)
);
CREATE INDEX question_load ON sync.question (tenant, scope, id);
CREATE TABLE sync.gate (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name_key varchar(200) NOT NULL,
    name varchar(1000) NOT NULL, sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL,
    sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT gate_key UNIQUE (tenant, scope, name_key)
);
CREATE INDEX gate_load ON sync.gate (tenant, scope, id);
CREATE TABLE sync.checkin_list (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name varchar(1000) NOT NULL,
    all_products boolean NOT NULL, products varchar(100000) NOT NULL,
    include_pending boolean NOT NULL, multiple_entry boolean NOT NULL,
    reentry_after_exit boolean NOT NULL, addon_matching boolean NOT NULL, rules varchar(1000000),
    gates varchar(100000) NOT NULL, date_key varchar(200), sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT checkin_list_key UNIQUE (tenant, scope, name)
);
CREATE INDEX checkin_list_load ON sync.checkin_list (tenant, scope, id);
CREATE TABLE sync.signing_key (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name_key varchar(200) NOT NULL,
    public_key varchar(10000) NOT NULL, retired sync.moment, sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT signing_key_key UNIQUE (tenant, scope, name_key)
);
CREATE INDEX signing_key_load ON sync.signing_key (tenant, scope, id);
CREATE TABLE sync.ticket_order (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, code varchar(512) NOT NULL,
    code_folded varchar(1024) NOT NULL, status varchar(20) NOT NULL,
    approval varchar(20) NOT NULL, valid_while_pending boolean NOT NULL, email varchar(1000),
    placed sync.moment, promo varchar(200), locale varchar(100), sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT ticket_order_key UNIQUE (tenant, scope, code)
);
CREATE INDEX ticket_order_load ON sync.ticket_order (tenant, scope, id);
CREATE TABLE sync.ticket (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, order_id uuid NOT NULL,
    code varchar(512) NOT NULL, code_folded varchar(1024) NOT NULL, product varchar(200) NOT NULL,
    date_key varchar(200), name varchar(1000), email varchar(1000), phone varchar(1000),
    company varchar(1000), status varchar(20) NOT NULL, blocked boolean NOT NULL,
    valid_from sync.moment, valid_until sync.moment, addon_to varchar(512),
    attention boolean NOT NULL, note varchar(100000), answers varchar(1000000) NOT NULL,
    price bigint NOT NULL, currency varchar(3) NOT NULL, sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT ticket_key UNIQUE (tenant, scope, code)
);
CREATE INDEX ticket_load ON sync.ticket (tenant, scope, id);
CREATE TABLE sync.revoked_code (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, code varchar(512) NOT NULL,
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT revoked_code_key UNIQUE (tenant, scope, code)
);
CREATE INDEX revoked_code_load ON sync.revoked_code (tenant, scope, id);
CREATE TABLE sync.scan (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, list_id uuid NOT NULL,
    ticket_id uuid, code varchar(512) NOT NULL, kind varchar(10) NOT NULL,
    verdict varchar(30) NOT NULL, at sync.moment NOT NULL, gate varchar(1000),
    device varchar(1000), operator varchar(1000), override_reason varchar(10000),
    sync_seq bigint NOT NULL, sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL,
    sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX scan_load ON sync.scan (tenant, scope, id);
CREATE TABLE sync.scan_undo (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, scan_id uuid NOT NULL,
    at sync.moment NOT NULL, reason varchar(10000), operator varchar(1000),
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT scan_undo_key UNIQUE (tenant, scan_id)
);
CREATE INDEX scan_undo_load ON sync.scan_undo (tenant, scope, id);
CREATE TABLE sync.status_change (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, from_status varchar(20) NOT NULL,
    to_status varchar(20) NOT NULL, at sync.moment NOT NULL, by_whom varchar(1000) NOT NULL,
    reason varchar(10000), sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL,
    sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX status_change_load ON sync.status_change (tenant, scope, id);
CREATE TABLE sync.ticket_look (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, colour varchar(7) NOT NULL,
    logo varchar(1000000), sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL,
    sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT ticket_look_key UNIQUE (tenant, scope)
);
CREATE INDEX ticket_look_load ON sync.ticket_look (tenant, scope, id);
CREATE TABLE sync.badge_layout (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, width numeric(6,1) NOT NULL,
    height numeric(6,1) NOT NULL, elements varchar(1000000) NOT NULL, logo varchar(1000000),
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT badge_layout_key UNIQUE (tenant, scope)
);
CREATE INDEX badge_layout_load ON sync.badge_layout (tenant, scope, id);
CREATE TABLE sync.badge_print (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, ticket_id uuid NOT NULL,
    copy integer NOT NULL, at sync.moment NOT NULL, device varchar(1000), operator varchar(1000),
    ended sync.moment, problem varchar(30), detail varchar(1000), sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX badge_print_load ON sync.badge_print (tenant, scope, id);
CREATE TABLE sync.venue (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name varchar(1000) NOT NULL,
    city varchar(1000) NOT NULL, address varchar(10000), capacity integer,
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT venue_key UNIQUE (tenant, name)
);
CREATE INDEX venue_load ON sync.venue (tenant, scope, id);
CREATE TABLE sync.sponsor (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name varchar(1000) NOT NULL,
    industry varchar(1000) NOT NULL, city varchar(1000), email varchar(1000),
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT sponsor_key UNIQUE (tenant, name)
);
CREATE INDEX sponsor_load ON sync.sponsor (tenant, scope, id);
CREATE TABLE sync.person (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name varchar(1000) NOT NULL,
    role varchar(30) NOT NULL, email varchar(1000), sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT person_key UNIQUE (tenant, name)
);
CREATE INDEX person_load ON sync.person (tenant, scope, id);
CREATE TABLE sync.stock (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, product varchar(200) NOT NULL,
    capacity integer NOT NULL, sold integer NOT NULL, leased integer NOT NULL,
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT stock_key UNIQUE (tenant, scope, product)
);
CREATE INDEX stock_load ON sync.stock (tenant, scope, id);
CREATE TABLE sync.lease (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, product varchar(200) NOT NULL,
    device uuid NOT NULL, granted integer NOT NULL, used integer NOT NULL,
    state varchar(20) NOT NULL, sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL,
    sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX lease_load ON sync.lease (tenant, scope, id);
CREATE TABLE sync.stock_sale (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, lease_id uuid NOT NULL,
    product varchar(200) NOT NULL, quantity integer NOT NULL, at sync.moment NOT NULL,
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX stock_sale_load ON sync.stock_sale (tenant, scope, id);
CREATE TABLE sync.conflict (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, kind varchar(30) NOT NULL,
    what varchar(1000), table_name varchar(64), row_id uuid, field varchar(64), loser text,
    winner text, loser_device varchar(1000), winner_device varchar(1000), loser_at sync.moment,
    winner_at sync.moment, raised sync.moment NOT NULL, resolved sync.moment,
    resolved_by varchar(1000), taken varchar(30), sync_at timestamptz NOT NULL,
    sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX conflict_load ON sync.conflict (tenant, scope, id);
CREATE INDEX scan_ticket ON sync.scan (tenant, ticket_id, list_id, sync_seq);
CREATE INDEX badge_print_ticket ON sync.badge_print (tenant, ticket_id);
CREATE INDEX ticket_order_of ON sync.ticket (tenant, order_id);
CREATE INDEX conflict_row ON sync.conflict (tenant, row_id);
CREATE INDEX stock_sale_lease ON sync.stock_sale (tenant, lease_id);
ALTER TABLE sync.stock ADD CONSTRAINT stock_never_oversold
    CHECK (sold >= 0 AND leased >= 0 AND sold + leased <= capacity);

-- A console counts what a text is long in units of UTF-16; what it could not hold must not come in.
CREATE FUNCTION sync.units(t text) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT char_length(t) + (octet_length(t)
        - octet_length(regexp_replace(t, '[\U00010000-\U0010FFFF]', '', 'g'))) / 4;
$$;
DO $do$
DECLARE
    c record;
BEGIN
    FOR c IN SELECT a.attrelid::regclass AS tbl, string_agg(format(
                '(%1$I IS NULL OR octet_length(%1$I) <= %2$s OR sync.units(%1$I) <= %2$s)',
                a.attname, a.atttypmod - 4), ' AND ') AS fits
            FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
            WHERE t.relnamespace = 'sync'::regnamespace AND t.relkind = 'r' AND a.attnum > 0
                AND a.atttypid = 'varchar'::regtype AND t.relname <> 'flyway_schema_history'
            GROUP BY a.attrelid LOOP
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT texts_fit CHECK (%s)', c.tbl, c.fits);
    END LOOP;
END $do$;

-- What the merge knows of each table: SyncedTables again, in its order.
CREATE FUNCTION sync.tables()
RETURNS TABLE (ordinal integer, name text, kind text, natural_key text[], refs jsonb)
LANGUAGE sql IMMUTABLE AS $$
VALUES
    (1, 'event', 'MERGED', '{slug}'::text[], '{}'::jsonb),
    (2, 'series_date', 'MERGED', '{scope,name_key}'::text[], '{}'::jsonb),
    (3, 'product', 'MERGED', '{scope,name_key}'::text[], '{}'::jsonb),
    (4, 'promo', 'MERGED', '{scope,code}'::text[], '{}'::jsonb),
    (5, 'question', 'MERGED', '{scope,name_key}'::text[], '{}'::jsonb),
    (6, 'gate', 'MERGED', '{scope,name_key}'::text[], '{}'::jsonb),
    (7, 'checkin_list', 'MERGED', '{scope,name}'::text[], '{}'::jsonb),
    (8, 'signing_key', 'MERGED', '{scope,name_key}'::text[], '{}'::jsonb),
    (9, 'ticket_order', 'MERGED', '{scope,code}'::text[], '{}'::jsonb),
    (10, 'ticket', 'MERGED', '{scope,code}'::text[], '{"order_id": "ticket_order"}'::jsonb),
    (11, 'revoked_code', 'MERGED', '{scope,code}'::text[], '{}'::jsonb),
    (12, 'scan', 'APPEND', '{}'::text[], '{"list_id": "checkin_list", "ticket_id": "ticket"}'::jsonb),
    (13, 'scan_undo', 'APPEND', '{scan_id}'::text[], '{"scan_id": "scan"}'::jsonb),
    (14, 'status_change', 'APPEND', '{}'::text[], '{}'::jsonb),
    (15, 'ticket_look', 'MERGED', '{scope}'::text[], '{}'::jsonb),
    (16, 'badge_layout', 'MERGED', '{scope}'::text[], '{}'::jsonb),
    (17, 'badge_print', 'MERGED', '{}'::text[], '{"ticket_id": "ticket"}'::jsonb),
    (18, 'venue', 'MERGED', '{name}'::text[], '{}'::jsonb),
    (19, 'sponsor', 'MERGED', '{name}'::text[], '{}'::jsonb),
    (20, 'person', 'MERGED', '{name}'::text[], '{}'::jsonb),
    (21, 'stock', 'HUB', '{scope,product}'::text[], '{}'::jsonb),
    (22, 'lease', 'HUB', '{}'::text[], '{}'::jsonb),
    (23, 'stock_sale', 'APPEND', '{}'::text[], '{"lease_id": "lease"}'::jsonb),
    (24, 'conflict', 'HUB', '{}'::text[], '{}'::jsonb)
$$;

-- The organisation's own scope begins with the organisation.
CREATE FUNCTION sync.begin_tenant() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO sync.scope_clock (tenant, scope) VALUES (NEW.id, NEW.id) ON CONFLICT DO NOTHING;
    RETURN NEW;
END $$;
CREATE TRIGGER begin_tenant AFTER INSERT ON sync.tenant
    FOR EACH ROW EXECUTE FUNCTION sync.begin_tenant();
