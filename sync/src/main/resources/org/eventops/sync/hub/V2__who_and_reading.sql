-- Who calls, and what a device reads: hello, clocks, feed, first load, hashes.
-- Errors of the hub's own, for devices: EO001 nobody's login, EO002 taken out, EO020 program too
-- old, EO021 hub too old, EO022 other history, EO023 stranger, EO024 too far behind, EO025 not
-- for this device, EO026 not understood.

-- The calling device. Read anew at every call: an open session dies with its device.
CREATE FUNCTION sync.me() RETURNS sync.device
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device;
BEGIN
    SELECT * INTO caller FROM sync.device d WHERE d.login = session_user;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not a device' USING ERRCODE = 'EO001';
    ELSIF caller.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'this device was taken out' USING ERRCODE = 'EO002';
    END IF;
    RETURN caller;
END $$;

CREATE FUNCTION sync.reads(device sync.device, scope uuid) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN scope = device.tenant THEN device.role IN ('admin', 'organizer')
        WHEN device.scopes IS NULL THEN
            device.role IN ('admin', 'organizer', 'supervisor', 'box_office', 'door')
        ELSE scope = ANY (device.scopes) END;
$$;

-- The calling device, if the scope is one of its own.
CREATE FUNCTION sync.reader(of_scope uuid) RETURNS sync.device
LANGUAGE plpgsql STABLE AS $$
DECLARE
    caller sync.device := sync.me();
BEGIN
    IF of_scope IS NULL OR NOT sync.reads(caller, of_scope) THEN
        RAISE EXCEPTION 'not a scope of this device' USING ERRCODE = 'EO025';
    END IF;
    RETURN caller;
END $$;

-- The hub serves its own protocol and the two before it.
CREATE FUNCTION sync.protocol() RETURNS integer
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT 1; $$;

CREATE FUNCTION sync.hello(
    of_protocol integer, of_program text, of_last uuid,
    OUT device uuid, OUT tenant uuid, OUT name text, OUT role text, OUT now_here timestamptz,
    OUT retention integer, OUT away_days integer, OUT known boolean, OUT lineage uuid, OUT channel text,
    OUT backend integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.me();
BEGIN
    IF of_protocol IS NULL OR of_protocol < sync.protocol() - 2 OR of_protocol < 1 THEN
        RAISE EXCEPTION 'the hub speaks protocols % to %', greatest(1, sync.protocol() - 2),
            sync.protocol() USING ERRCODE = 'EO020';
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

CREATE FUNCTION sync.new_lineage() RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.me();
    fresh uuid := gen_random_uuid();
BEGIN
    SELECT * INTO caller FROM sync.device d
    WHERE d.tenant = caller.tenant AND d.id = caller.id FOR UPDATE;
    INSERT INTO sync.device_lineage (tenant, device, lineage)
    VALUES (caller.tenant, caller.id, caller.lineage) ON CONFLICT DO NOTHING;
    UPDATE sync.device d SET lineage = fresh WHERE d.tenant = caller.tenant AND d.id = caller.id;
    RETURN fresh;
END $$;

-- An event is live from four hours before it starts to four after it ends.
CREATE FUNCTION sync.clocks() RETURNS TABLE (scope uuid, epoch bigint, seq bigint, live boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.me();
BEGIN
    RETURN QUERY
    SELECT c.scope, c.epoch, c.seq, coalesce(e.status = 'IN_PROGRESS'
            OR e.status IN ('PUBLISHED', 'ON_SALE', 'SOLD_OUT')
                AND e.starts - interval '4 hours' <= now() AND e.ends + interval '4 hours' >= now(),
        false)
    FROM sync.scope_clock c
    LEFT JOIN sync.event e ON e.tenant = c.tenant AND e.id = c.scope
    WHERE c.tenant = caller.tenant AND (c.seq > 0 OR c.scope = c.tenant)
        AND sync.reads(caller, c.scope);
END $$;

-- Wakes the tenant's consoles; what there is to fetch they ask.
CREATE FUNCTION sync.poke() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.me();
BEGIN
    PERFORM pg_notify(t.channel, '') FROM sync.tenant t WHERE t.id = caller.tenant;
END $$;

-- Where the caller's organisation is poked.
CREATE FUNCTION sync.device_channel() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.me();
BEGIN
    RETURN (SELECT t.channel FROM sync.tenant t WHERE t.id = caller.tenant);
END $$;

-- Raises if the feed does not go on at this cursor.
CREATE FUNCTION sync.check_cursor(
    clock sync.scope_clock, of_epoch bigint, after bigint, of_mark uuid) RETURNS void
LANGUAGE plpgsql STABLE AS $$
DECLARE
    stands uuid;
BEGIN
    IF after IS NULL OR after < 0 THEN
        RAISE EXCEPTION 'no cursor' USING ERRCODE = 'EO026';
    ELSIF after > clock.seq OR (after > 0 AND of_epoch IS DISTINCT FROM clock.epoch) THEN
        RAISE EXCEPTION 'the feed ends before the cursor, or was restored' USING ERRCODE = 'EO023';
    ELSIF after < clock.retained_from AND NOT (after = 0 AND clock.retained_from = 1) THEN
        RAISE EXCEPTION 'the feed is kept from % on', clock.retained_from USING ERRCODE = 'EO024';
    ELSIF after > 0 THEN
        SELECT l.mark INTO stands FROM sync.change_log l
        WHERE l.tenant = clock.tenant AND l.scope = clock.scope AND l.seq = after;
        IF stands IS DISTINCT FROM of_mark THEN
            RAISE EXCEPTION 'another transaction stands there' USING ERRCODE = 'EO023';
        END IF;
    END IF;
END $$;

-- Whole transactions after a cursor: about "most" entries, the last transaction to its end.
CREATE FUNCTION sync.pull(
    of_scope uuid, of_epoch bigint, after bigint, of_mark uuid, most integer)
RETURNS TABLE (seq bigint, mark uuid, mutation uuid, op "char", tbl text, key uuid,
    columns jsonb, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.reader(of_scope);
    clock sync.scope_clock;
    upto bigint := after + greatest(1, least(most, 100000));
    cut uuid;
BEGIN
    SELECT * INTO clock FROM sync.scope_clock c
    WHERE c.tenant = caller.tenant AND c.scope = of_scope;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such scope' USING ERRCODE = 'EO023';
    END IF;
    PERFORM sync.check_cursor(clock, of_epoch, after, of_mark);
    IF upto < clock.seq THEN
        SELECT l.mark INTO cut FROM sync.change_log l
        WHERE l.tenant = caller.tenant AND l.scope = of_scope AND l.seq = upto;
        SELECT l.seq - 1 INTO upto FROM sync.change_log l
        WHERE l.tenant = caller.tenant AND l.scope = of_scope AND l.seq > upto AND l.mark <> cut
        ORDER BY l.seq LIMIT 1;
    END IF;
    RETURN QUERY
    SELECT l.seq, l.mark, l.mutation, l.op, l.tbl, l.key, l.columns, l.at FROM sync.change_log l
    WHERE l.tenant = caller.tenant AND l.scope = of_scope AND l.seq > after
        AND l.seq <= least(coalesce(upto, clock.seq), clock.seq)
    ORDER BY l.seq;
END $$;

-- Where the scope stands in the snapshot of a chunk; in one REPEATABLE READ transaction with it.
CREATE FUNCTION sync.device_load_head(
    of_scope uuid, OUT epoch bigint, OUT clock bigint, OUT mark uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.reader(of_scope);
BEGIN
    SELECT c.epoch, c.seq, l.mark INTO epoch, clock, mark
    FROM sync.scope_clock c
    LEFT JOIN sync.change_log l ON l.tenant = c.tenant AND l.scope = c.scope AND l.seq = c.seq
    WHERE c.tenant = caller.tenant AND c.scope = of_scope;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such scope' USING ERRCODE = 'EO025';
    END IF;
END $$;

-- For each table: device_load_X gives whole rows by key; hash_X their content hash (docs/sync.md).
DO $do$
DECLARE
    t record;
    given text;      -- columns with the types they go out as
    read text;       -- the columns
    texts text;      -- each as canonical text
    canon text;      -- all of a row
BEGIN
    FOR t IN SELECT * FROM sync.tables() LOOP
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

CREATE FUNCTION sync.hashes(of_scope uuid) RETURNS TABLE (name text, rows bigint, sum bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.reader(of_scope);
    t record;
BEGIN
    FOR t IN SELECT s.name FROM sync.tables() s ORDER BY s.ordinal LOOP
        RETURN QUERY EXECUTE format('SELECT * FROM sync.hash_%s($1, $2)', t.name)
            USING caller.tenant, of_scope;
    END LOOP;
END $$;
