-- Who works at an event, who agreed to what, whose data was taken away, and what an organisation has
-- laid down; and who may do what in tables of its own, which the program fills from its one
-- definition (Role, Writes) whenever a hub is prepared.
CREATE TABLE sync.staff (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name varchar(1000) NOT NULL,
    role varchar(30) NOT NULL,
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT staff_key UNIQUE (tenant, scope, name)
);
CREATE INDEX staff_load ON sync.staff (tenant, scope, id);
CREATE TABLE sync.consent (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, subject varchar(1000) NOT NULL,
    purpose varchar(100) NOT NULL, given boolean NOT NULL, at sync.moment NOT NULL,
    source varchar(1000) NOT NULL, wording varchar(10000),
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT consent_key UNIQUE (tenant, scope, subject, purpose)
);
CREATE INDEX consent_load ON sync.consent (tenant, scope, id);
CREATE TABLE sync.erasure (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, digest varchar(100) NOT NULL,
    at sync.moment NOT NULL, by_whom varchar(1000) NOT NULL, reason varchar(10000),
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX erasure_load ON sync.erasure (tenant, scope, id);
CREATE TABLE sync.org_setting (
    id uuid NOT NULL, tenant uuid NOT NULL, scope uuid NOT NULL, name varchar(200) NOT NULL,
    content varchar(100000) NOT NULL,
    sync_at timestamptz NOT NULL, sync_dev uuid NOT NULL, sync_fields jsonb, sync_extra jsonb,
    PRIMARY KEY (tenant, id), CONSTRAINT org_setting_key UNIQUE (tenant, name)
);
CREATE INDEX org_setting_load ON sync.org_setting (tenant, scope, id);
DO $do$
DECLARE
    c record;
BEGIN
    FOR c IN SELECT a.attrelid::regclass AS tbl, string_agg(format(
                '(%1$I IS NULL OR octet_length(%1$I) <= %2$s OR sync.units(%1$I) <= %2$s)',
                a.attname, a.atttypmod - 4), ' AND ') AS fits
            FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
            WHERE t.relnamespace = 'sync'::regnamespace AND t.relkind = 'r' AND a.attnum > 0
                AND a.atttypid = 'varchar'::regtype AND t.relname IN
                    ('staff', 'consent', 'erasure', 'org_setting')
            GROUP BY a.attrelid LOOP
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT texts_fit CHECK (%s)', c.tbl, c.fits);
    END LOOP;
END $do$;

CREATE OR REPLACE FUNCTION sync.tables()
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
    (21, 'staff', 'MERGED', '{scope,name}'::text[], '{}'::jsonb),
    (22, 'consent', 'MERGED', '{scope,subject,purpose}'::text[], '{}'::jsonb),
    (23, 'erasure', 'APPEND', '{}'::text[], '{}'::jsonb),
    (24, 'org_setting', 'MERGED', '{name}'::text[], '{}'::jsonb),
    (25, 'stock', 'HUB', '{scope,product}'::text[], '{}'::jsonb),
    (26, 'lease', 'HUB', '{}'::text[], '{}'::jsonb),
    (27, 'stock_sale', 'APPEND', '{}'::text[], '{"lease_id": "lease"}'::jsonb),
    (28, 'conflict', 'HUB', '{}'::text[], '{}'::jsonb)
$$;

-- As in V2, for tables that have no such functions yet.
DO $do$
DECLARE
    t record;
    given text;      -- columns with the types they go out as
    read text;       -- the columns
    texts text;      -- each as canonical text
    canon text;      -- all of a row
BEGIN
    FOR t IN SELECT * FROM sync.tables() s
            WHERE to_regprocedure(format('sync.device_load_%s(uuid,uuid,integer)', s.name)) IS NULL LOOP
        SELECT string_agg(format('%I %s', c.name, c.type), ', ' ORDER BY c.place),
            string_agg(format('r.%I::%s', c.name, c.type), ', ' ORDER BY c.place),
            string_agg(format(CASE c.type
                WHEN 'timestamptz' THEN 'to_char(r.%1$I AT TIME ZONE ''UTC'', '
                    || '''YYYY-MM-DD"T"HH24:MI:SS.US"Z"'') AS %1$I'
                WHEN 'numeric' THEN 'trim_scale(r.%1$I)::text AS %1$I'
                ELSE 'r.%1$I::text AS %1$I' END, c.name), ', ' ORDER BY c.place),
            string_agg(format('coalesce(%L || char_length(v.%I) || '':'' || v.%2$I, '''')',
                '|' || c.name || '=', c.name), ' || ' ORDER BY c.place)
        INTO given, read, texts, canon
        FROM (SELECT a.attname AS name, a.attnum AS place, CASE
                WHEN a.atttypid = 'sync.moment'::regtype THEN 'timestamptz'
                WHEN a.atttypid = 'varchar'::regtype THEN 'text'
                ELSE format_type(a.atttypid, NULL) END AS type
            FROM pg_attribute a
            WHERE a.attrelid = ('sync.' || t.name)::regclass AND a.attnum > 0
                AND a.attname !~ '^sync_') c;
        EXECUTE format($f$
            CREATE FUNCTION sync.device_load_%1$s(of_scope uuid, after uuid, most integer)
            RETURNS TABLE (%2$s, sync_extra text)
            LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $b$
            #variable_conflict use_column
            DECLARE
                caller sync.device := sync.reader(of_scope);
            BEGIN
                RETURN QUERY SELECT %3$s, r.sync_extra::text FROM sync.%1$s r
                WHERE r.tenant = caller.tenant AND r.scope = of_scope
                    AND r.id > coalesce($2, '00000000-0000-0000-0000-000000000000')
                ORDER BY r.id LIMIT least(greatest($3, 1), 100000);
            END $b$ $f$, t.name, given, read);
        EXECUTE format($f$
            CREATE FUNCTION sync.hash_%1$s(of_tenant uuid, of_scope uuid)
            RETURNS TABLE (name text, rows bigint, sum bigint)
            LANGUAGE sql STABLE AS $b$
                SELECT %1$L::text, count(*), (coalesce(
                    sum(('x' || left(md5(%1$L || %3$s), 15))::bit(60)::bigint), 0)
                    %% 1152921504606846976)::bigint
                FROM (SELECT %2$s FROM sync.%1$I r
                    WHERE r.tenant = of_tenant AND r.scope = of_scope) v
            $b$ $f$, t.name, texts, canon);
    END LOOP;
END $do$;

CREATE OR REPLACE FUNCTION sync.goes_fast(of_tbl text, op text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT op = 'I' AND of_tbl IN ('series_date', 'product', 'promo', 'question', 'gate',
        'checkin_list', 'signing_key', 'ticket_order', 'ticket', 'revoked_code', 'scan',
        'status_change', 'ticket_look', 'badge_layout', 'badge_print', 'staff', 'consent',
        'erasure');
$$;

CREATE OR REPLACE FUNCTION sync.check_scope(
    a sync.author, of_tbl text, of_scope uuid, op text, of_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    stands bigint := (SELECT c.seq FROM sync.scope_clock c
        WHERE c.tenant = a.tenant AND c.scope = of_scope);
    makes boolean := of_tbl = 'event' AND op = 'I' AND a.role IN ('admin', 'organizer');
BEGIN
    IF stands IS NULL OR (of_tbl = 'event') <> (of_scope = of_key)
        OR of_tbl IN ('venue', 'sponsor', 'person', 'org_setting') AND of_scope <> a.tenant
        OR stands = 0 AND of_scope <> a.tenant AND NOT makes THEN
        PERFORM sync.refuse('SCOPE');
    ELSIF of_scope = a.tenant THEN
        IF a.role NOT IN ('admin', 'organizer') THEN
            PERFORM sync.refuse('SCOPE');
        END IF;
    ELSIF stands = 0 AND makes THEN
        UPDATE sync.device d SET scopes = d.scopes || of_scope
        WHERE d.tenant = a.tenant AND d.id = a.device AND NOT of_scope = ANY (d.scopes);
    ELSIF NOT of_scope = ANY (a.scopes) AND NOT EXISTS (SELECT FROM sync.device d
            WHERE d.tenant = a.tenant AND d.id = a.device AND of_scope = ANY (d.scopes)) THEN
        PERFORM sync.refuse('SCOPE');
    END IF;
END $$;

CREATE TABLE sync.role_permission (
    role text NOT NULL, permission text NOT NULL, PRIMARY KEY (role, permission)
);
CREATE TABLE sync.permission_write (tbl text PRIMARY KEY, permission text NOT NULL);

CREATE FUNCTION sync.may(of_role text, what text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM sync.role_permission p
        WHERE p.role = of_role AND p.permission = what);
$$;

-- What nobody may, then what the role permits; of a ticket whoever checks in may change the answers.
DROP FUNCTION sync.may_write(text, text, text, text[]);
CREATE FUNCTION sync.may_write(role text, of_tbl text, op text, cols text[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN of_tbl = 'conflict' THEN
            op = 'U' AND cols <@ ARRAY['resolved', 'resolved_by', 'taken']
            AND sync.may(role, 'SETTLE_CONFLICTS')
        WHEN of_tbl IN ('stock', 'lease') THEN false
        WHEN op <> 'I' AND of_tbl IN
            ('scan', 'scan_undo', 'status_change', 'stock_sale', 'erasure') THEN false
        ELSE sync.may(role, (SELECT w.permission FROM sync.permission_write w
                WHERE w.tbl = of_tbl))
            OR of_tbl = 'ticket' AND op = 'U' AND cols <@ ARRAY['answers']
                AND sync.may(role, 'CHECK_IN') END;
$$;

-- A program of protocol 1 does not know these tables, and could not follow a feed that has them. It
-- was never released: from here on the two protocols before the hub's own are served again.
CREATE OR REPLACE FUNCTION sync.protocol() RETURNS integer
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT 2; $$;
CREATE FUNCTION sync.oldest_protocol() RETURNS integer
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT 2; $$;
CREATE OR REPLACE FUNCTION sync.hello(
    of_protocol integer, of_program text, of_last uuid,
    OUT device uuid, OUT tenant uuid, OUT name text, OUT role text, OUT now_here timestamptz,
    OUT retention integer, OUT away_days integer, OUT known boolean, OUT lineage uuid, OUT channel text,
    OUT backend integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.me();
BEGIN
    IF of_protocol IS NULL OR of_protocol < sync.oldest_protocol() THEN
        RAISE EXCEPTION 'the hub speaks protocols % to %', sync.oldest_protocol(), sync.protocol() USING ERRCODE = 'EO020';
    ELSIF of_protocol > sync.protocol() THEN
        RAISE EXCEPTION 'the hub speaks protocol %', sync.protocol() USING ERRCODE = 'EO021';
    END IF;
    UPDATE sync.device d SET seen_at = clock_timestamp(), program = left(of_program, 100),
        protocol = of_protocol
    WHERE d.tenant = caller.tenant AND d.id = caller.id;
    SELECT caller.id, caller.tenant, caller.name, caller.role, clock_timestamp(), t.retention,
        t.away_days,
        of_last IS NULL OR EXISTS (SELECT FROM sync.receipt r
            WHERE r.tenant = caller.tenant AND r.id = of_last),
        caller.lineage, t.channel, pg_backend_pid()
    INTO device, tenant, name, role, now_here, retention, away_days, known, lineage, channel, backend
    FROM sync.tenant t WHERE t.id = caller.tenant;
    IF caller.role IN ('admin', 'organizer') THEN
        PERFORM sync.trim_daily(caller.tenant);
    END IF;
END $$;
