-- Many inserts at once, as scans and imports come. What does not fit is left to the way one by
-- one: nothing is done then (EO101, or any error of the data, undoes the caller's subtransaction).

CREATE TYPE sync.change AS (
    place integer, mutation uuid, at timestamptz, t text, s uuid, o text, k uuid, c jsonb,
    raw jsonb);
CREATE TYPE sync.entry AS (
    place integer, sub integer, scope uuid, mutation uuid, at timestamptz, tbl text, key uuid,
    columns jsonb);
-- How far a mutation lies over a scope, and whether it raised a conflict.
CREATE TYPE sync.landed AS (mutation uuid, scope uuid, up_to bigint, conflict boolean);

CREATE FUNCTION sync.goes_fast(of_tbl text, op text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT op = 'I' AND of_tbl IN ('series_date', 'product', 'promo', 'question', 'gate',
        'checkin_list', 'signing_key', 'ticket_order', 'ticket', 'revoked_code', 'scan',
        'status_change', 'ticket_look', 'badge_layout', 'badge_print');
$$;

CREATE FUNCTION sync.changes_of(mutation uuid, at timestamptz, changes jsonb, base integer)
RETURNS SETOF sync.change
LANGUAGE sql STABLE AS $$
    SELECT base + e.place::integer, mutation, at, e.raw ->> 't', (e.raw ->> 's')::uuid,
        e.raw ->> 'o', (e.raw ->> 'k')::uuid, v.after, e.raw
    FROM jsonb_array_elements(changes) WITH ORDINALITY e (raw, place),
        LATERAL (SELECT coalesce(jsonb_object_agg(c.key, c.value -> 1), '{}') AS after
            FROM jsonb_each(e.raw -> 'c') c WHERE c.key NOT IN ('id', 'tenant', 'scope')) v;
$$;

-- Whether all may be tried at once: kinds, rights, scopes, and no key that is known as something
-- else or was deleted.
CREATE FUNCTION sync.may_go_fast(a sync.author, changes sync.change[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM (SELECT DISTINCT x.t, x.o, x.s FROM unnest(changes) x) d
        LEFT JOIN sync.scope_clock c ON c.tenant = a.tenant AND c.scope = d.s
        WHERE sync.goes_fast(d.t, d.o) IS NOT TRUE OR NOT sync.may_write(a.role, d.t, d.o, '{}')
            OR c.seq IS NULL OR c.seq = 0 AND d.s <> a.tenant
            OR d.s = a.tenant AND a.role NOT IN ('admin', 'organizer')
            OR d.s <> a.tenant AND NOT d.s = ANY (a.scopes))
    AND NOT EXISTS (SELECT FROM unnest(changes) x
        JOIN sync.tombstone g ON g.tenant = a.tenant AND g.tbl = x.t AND g.id = x.k)
    AND NOT EXISTS (SELECT FROM unnest(changes) x
        JOIN sync.alias i ON i.tenant = a.tenant AND i.tbl = x.t AND i.from_id = x.k);
$$;

-- The statement that inserts all rows of one table; made once for each, from the catalogue.
CREATE FUNCTION sync.insert_statement(t record) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    names text;
    vals text;
    known text[];
BEGIN
    SELECT string_agg(quote_ident(c.attname), ', ' ORDER BY c.attnum),
        string_agg(CASE WHEN t.refs ? c.attname::text
            THEN format('coalesce((SELECT i.to_id FROM sync.alias i WHERE i.tenant = $2 '
                || 'AND i.tbl = %2$L AND i.from_id = r.%1$I), r.%1$I)', c.attname,
                t.refs ->> c.attname)
            ELSE format('r.%I', c.attname) END, ', ' ORDER BY c.attnum),
        array_agg(c.attname::text)
    INTO names, vals, known
    FROM pg_attribute c WHERE c.attrelid = ('sync.' || t.name)::regclass AND c.attnum > 3
        AND c.attname !~ '^sync_';
    RETURN format('WITH x AS MATERIALIZED (SELECT u.*, row_number() OVER (PARTITION BY u.s '
        || 'ORDER BY u.place) AS nth FROM unnest($1) u), added AS (INSERT INTO sync.%1$I AS n '
        || '(id, tenant, scope, %2$s, sync_at, sync_dev%3$s) SELECT x.k, $2, x.s, %4$s, x.at, $3%5$s '
        || 'FROM x CROSS JOIN LATERAL jsonb_populate_record(NULL::sync.%1$I, x.c) r '
        || 'WHERE x.t = %1$L AND x.c - %6$L::text[] = ''{}'' ORDER BY x.place '
        || 'ON CONFLICT DO NOTHING RETURNING *) '
        || 'SELECT array_agg(n.id), array_agg(jsonb_strip_nulls(to_jsonb(n) '
        || '- ''{sync_seq,sync_at,sync_dev,sync_fields,sync_extra}''::text[])) FROM added n',
        t.name, names, CASE WHEN t.name = 'scan' THEN ', sync_seq' END, vals,
        CASE WHEN t.name = 'scan' THEN ', (SELECT c.seq FROM sync.scope_clock c '
            || 'WHERE c.tenant = $2 AND c.scope = x.s) + x.nth' END, known);
END $$;

-- Alerts of the second entries among new scans.
CREATE FUNCTION sync.new_alerts(a sync.author, scans sync.entry[]) RETURNS sync.entry[]
LANGUAGE plpgsql AS $$
DECLARE
    alerts sync.entry[];
BEGIN
    WITH again AS MATERIALIZED (
        SELECT x.place, x.mutation, x.at, d.later, d.earlier
        FROM sync.entered_again(a.tenant, ARRAY(SELECT DISTINCT (y.columns ->> 'ticket_id')::uuid
            FROM unnest(scans) y WHERE y.columns ->> 'verdict' = 'ADMITTED'
                AND y.columns ? 'ticket_id')) d
        JOIN unnest(scans) x ON x.key = d.later
    ), raised AS (
        INSERT INTO sync.conflict
        SELECT n.*
        FROM again g JOIN sync.scan l ON l.tenant = a.tenant AND l.id = g.later
        JOIN sync.scan e ON e.tenant = a.tenant AND e.id = g.earlier,
            LATERAL sync.alert(ROW (a.tenant, a.device, a.name, a.role, a.scopes, a.carrier,
                a.salt, g.mutation, g.at)::sync.author, l, e) n
        ON CONFLICT DO NOTHING RETURNING *
    )
    SELECT array_agg(ROW (g.place, 1, c.scope, g.mutation, g.at, 'conflict', c.id,
        jsonb_strip_nulls(to_jsonb(c) - '{sync_at,sync_dev,sync_fields,sync_extra}'::text[]))
        ::sync.entry) INTO alerts
    FROM raised c JOIN again g ON g.later = c.row_id;
    RETURN alerts;
END $$;

-- Numbers the entries and adds them to the feeds.
CREATE FUNCTION sync.note_all(a sync.author, entries sync.entry[]) RETURNS sync.landed[]
LANGUAGE sql AS $$
    WITH n AS MATERIALIZED (
        SELECT e.*, c.seq + row_number() OVER (PARTITION BY e.scope ORDER BY e.place, e.sub) AS num
        FROM unnest(entries) e
        JOIN sync.scope_clock c ON c.tenant = a.tenant AND c.scope = e.scope
    ), logged AS (
        INSERT INTO sync.change_log
            (tenant, scope, seq, mark, mutation, op, tbl, key, columns, at, device, carrier)
        SELECT a.tenant, n.scope, n.num,
            sync.uuid_of(a.salt::text, n.mutation::text, n.scope::text), n.mutation, 'R', n.tbl,
            n.key, n.columns, n.at, a.device, a.carrier
        FROM n ORDER BY n.scope, n.num
    ), moved AS (
        UPDATE sync.scope_clock c SET seq = m.top
        FROM (SELECT n.scope, max(n.num) AS top FROM n GROUP BY n.scope) m
        WHERE c.tenant = a.tenant AND c.scope = m.scope
    )
    SELECT array_agg(ROW (l.mutation, l.scope, l.top, l.alarmed)::sync.landed)
    FROM (SELECT n.mutation, n.scope, max(n.num) AS top, bool_or(n.tbl = 'conflict') AS alarmed
        FROM n GROUP BY n.mutation, n.scope) l;
$$;

-- Whether what these rows refer to is there, in the same scope.
CREATE FUNCTION sync.have_parents(a sync.author, t record, added jsonb[]) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    f record;
    there bigint;
BEGIN
    FOR f IN SELECT e.value AS tbl, (r ->> 'scope')::uuid AS scope,
                array_agg(DISTINCT (r ->> e.key)::uuid) AS ids
            FROM jsonb_each_text(t.refs) e, unnest(added) r WHERE r ? e.key
            GROUP BY e.key, e.value, r ->> 'scope' LOOP
        EXECUTE format('SELECT count(*) FROM sync.%I p '
            || 'WHERE p.tenant = $1 AND p.id = ANY ($2) AND p.scope = $3', f.tbl)
        INTO there USING a.tenant, f.ids, f.scope;
        IF there < cardinality(f.ids) THEN
            RETURN false;
        END IF;
    END LOOP;
    RETURN true;
END $$;

-- Inserts the rows of one table, in order; raises unless each was added.
CREATE FUNCTION sync.insert_all(a sync.author, t record, changes sync.change[])
RETURNS sync.entry[]
LANGUAGE plpgsql AS $$
DECLARE
    own sync.change[] := ARRAY(SELECT x FROM unnest(changes) x WHERE x.t = t.name ORDER BY x.place);
    ids uuid[];
    added jsonb[];
BEGIN
    -- All changes go in: the order within a scope is that of all of them.
    EXECUTE sync.insert_statement(t) INTO ids, added USING changes, a.tenant, a.device;
    IF ids IS DISTINCT FROM ARRAY(SELECT x.k FROM unnest(own) WITH ORDINALITY
            x (place, mutation, at, t, s, o, k, c, raw, nth) ORDER BY x.nth)
        OR NOT sync.have_parents(a, t, added) THEN
        RAISE EXCEPTION 'one by one' USING ERRCODE = 'EO101';
    END IF;
    RETURN ARRAY(SELECT ROW (z.place, 0, z.s, z.mutation, z.at, t.name, z.k, z.columns)::sync.entry
        FROM ROWS FROM (unnest(own), unnest(added))
            AS z (place, mutation, at, t, s, o, k, c, raw, columns));
END $$;

-- Null if they cannot go at once; raises if that shows on the way.
CREATE FUNCTION sync.merge_many(a sync.author, changes sync.change[]) RETURNS sync.landed[]
LANGUAGE plpgsql AS $$
DECLARE
    t record;
    added sync.entry[];
    entries sync.entry[] := '{}';
BEGIN
    IF NOT sync.may_go_fast(a, changes) THEN
        RETURN NULL;
    END IF;
    FOR t IN SELECT d.* FROM sync.tables() d
            WHERE d.name IN (SELECT x.t FROM unnest(changes) x) ORDER BY d.ordinal LOOP
        added := sync.insert_all(a, t, changes);
        entries := entries || added;
        IF t.name = 'scan' THEN
            entries := entries || sync.new_alerts(a, added);
        END IF;
    END LOOP;
    RETURN sync.note_all(a, entries);
END $$;
