-- From the JSON of a change to what it comes to.

-- May the author write here at all? Raises SCOPE or ROLE.
CREATE FUNCTION sync.check_scope(
    a sync.author, of_tbl text, of_scope uuid, op text, of_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    stands bigint := (SELECT c.seq FROM sync.scope_clock c
        WHERE c.tenant = a.tenant AND c.scope = of_scope);
    makes boolean := of_tbl = 'event' AND op = 'I' AND a.role IN ('admin', 'organizer');
BEGIN
    IF stands IS NULL OR (of_tbl = 'event') <> (of_scope = of_key)
        OR of_tbl IN ('venue', 'sponsor', 'person') AND of_scope <> a.tenant
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

CREATE FUNCTION sync.may_write(role text, of_tbl text, op text, cols text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN of_tbl = 'conflict' THEN
            op = 'U' AND cols <@ ARRAY['resolved', 'resolved_by', 'taken']
        WHEN of_tbl IN ('stock', 'lease') THEN false
        WHEN op <> 'I' AND of_tbl IN ('scan', 'scan_undo', 'status_change', 'stock_sale') THEN
            false
        WHEN role IN ('admin', 'organizer') THEN true
        WHEN role IN ('supervisor', 'box_office') THEN
            of_tbl IN ('ticket', 'ticket_order', 'scan', 'scan_undo', 'badge_print', 'stock_sale')
            OR role = 'supervisor' AND of_tbl IN ('checkin_list', 'gate', 'revoked_code')
        WHEN role = 'door' THEN of_tbl IN ('scan', 'scan_undo', 'badge_print')
            OR of_tbl = 'ticket' AND op = 'U' AND cols <@ ARRAY['answers']
        ELSE false END;
$$;

-- One side of each column: 0 before, 1 after; not what names the row itself.
CREATE FUNCTION sync.side_of(cols jsonb, which integer) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(c.key, coalesce(c.value -> which, 'null')), '{}')
    FROM jsonb_each(cols) c WHERE c.key NOT IN ('id', 'tenant', 'scope');
$$;

-- What the table has no column for must be a plain value under a plain name.
CREATE FUNCTION sync.check_extra(extra jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF length(extra::text) > 100000 OR EXISTS (SELECT FROM jsonb_each(extra) e
            WHERE e.key !~ '^[a-z][a-z0-9_]{0,62}$' OR e.key ~ '^sync_'
                OR jsonb_typeof(e.value) IN ('object', 'array')) THEN
        PERFORM sync.refuse('BAD_VALUE');
    END IF;
END $$;

-- The values as the hub understands them; of a column it does not know, as they came. What is
-- given and null stays, what is not given stays away.
CREATE FUNCTION sync.understood(a sync.author, t record, given jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    typed jsonb := sync.typed(t.name, given - 'sync_fields'::text);
    known jsonb;
    f record;
BEGIN
    IF given ?| '{sync_seq,sync_at,sync_dev,sync_fields,sync_extra}' THEN
        PERFORM sync.refuse('BAD_VALUE');
    END IF;
    SELECT coalesce(jsonb_object_agg(g.key, typed -> g.key), '{}') INTO known
    FROM jsonb_object_keys(given) g (key) WHERE typed ? g.key;
    PERFORM sync.check_extra(given - ARRAY(SELECT jsonb_object_keys(known)));
    FOR f IN SELECT e.key AS col, e.value AS tbl FROM jsonb_each_text(t.refs) e
            WHERE known ->> e.key IS NOT NULL LOOP
        known := jsonb_set(known, ARRAY[f.col],
            to_jsonb(sync.alias_of(a.tenant, f.tbl, (known ->> f.col)::uuid)));
    END LOOP;
    RETURN given || known;
END $$;

CREATE FUNCTION sync.merge_change(a sync.author, change jsonb) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    t record;
    op text := change ->> 'o';
    of_scope uuid := (change ->> 's')::uuid;
    of_key uuid := (change ->> 'k')::uuid;
    before jsonb;
    wanted jsonb;
BEGIN
    SELECT * INTO t FROM sync.tables() d WHERE d.name = change ->> 't';
    IF NOT FOUND OR op IS NULL OR op NOT IN ('I', 'U', 'D') OR of_scope IS NULL OR of_key IS NULL
        OR jsonb_typeof(change -> 'c') IS DISTINCT FROM 'object' THEN
        PERFORM sync.refuse('BAD_VALUE');
    END IF;
    PERFORM sync.check_scope(a, t.name, of_scope, op, of_key);
    IF NOT sync.may_write(a.role, t.name, op, ARRAY(SELECT jsonb_object_keys(change -> 'c'))) THEN
        PERFORM sync.refuse('ROLE');
    END IF;
    of_key := sync.alias_of(a.tenant, t.name, of_key);
    before := sync.understood(a, t, sync.side_of(change -> 'c', 0));
    wanted := sync.understood(a, t, sync.side_of(change -> 'c', 1));
    RETURN CASE op
        WHEN 'I' THEN sync.merge_insert(a, t, of_scope, of_key, wanted)
        WHEN 'U' THEN sync.merge_update(a, t, of_scope, of_key, before, wanted)
        ELSE sync.merge_delete(a, t, of_scope, of_key, before) END;
END $$;

-- Entries that follow another without a way out between them, of these tickets (docs/sync.md).
CREATE FUNCTION sync.entered_again(of_tenant uuid, tickets uuid[])
RETURNS TABLE (later uuid, earlier uuid)
LANGUAGE sql STABLE AS $$
    SELECT w.id, w.previous FROM (
        SELECT s.id, s.verdict, lag(s.id) OVER turn AS previous, lag(s.verdict) OVER turn AS was
        FROM sync.scan s
        LEFT JOIN sync.checkin_list l ON l.tenant = s.tenant AND l.id = s.list_id
            AND l.scope = s.scope
        WHERE s.tenant = of_tenant AND s.ticket_id = ANY (tickets)
            AND NOT coalesce(l.multiple_entry, false)
            AND (s.verdict = 'ADMITTED' AND s.override_reason IS NULL
                OR s.verdict = 'EXITED' AND coalesce(l.reentry_after_exit, false))
            AND NOT EXISTS (SELECT FROM sync.scan_undo u
                WHERE u.tenant = s.tenant AND u.scan_id = s.id)
        WINDOW turn AS (PARTITION BY s.scope, s.ticket_id, s.list_id ORDER BY s.sync_seq)) w
    WHERE w.verdict = 'ADMITTED' AND w.was = 'ADMITTED';
$$;

CREATE FUNCTION sync.entry_side(s sync.scan) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('scan', s.id, 'gate', s.gate,
        'at', to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'device', s.device, 'operator', s.operator)::text;
$$;

-- The alert of a second entry, as a row to be added.
CREATE FUNCTION sync.alert(a sync.author, l sync.scan, e sync.scan) RETURNS sync.conflict
LANGUAGE sql STABLE AS $$
    SELECT ROW (sync.uuid_of('duplicate entry', l.id::text), l.tenant, l.scope, 'DUPLICATE_ENTRY',
        l.ticket_id::text, 'scan', l.id, NULL, sync.entry_side(l), sync.entry_side(e), l.device,
        e.device, l.at, e.at, clock_timestamp(), NULL, NULL, NULL, a.at, a.device, NULL,
        NULL)::sync.conflict;
$$;

-- Raises, settles and opens again the alerts of these tickets, so that they say what is true.
CREATE FUNCTION sync.check_entries(a sync.author, tickets uuid[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    c sync.conflict;
    flags integer := 0;
BEGIN
    FOR c IN INSERT INTO sync.conflict AS k
            SELECT n.* FROM sync.entered_again(a.tenant, tickets) d
            JOIN sync.scan l ON l.tenant = a.tenant AND l.id = d.later
            JOIN sync.scan e ON e.tenant = a.tenant AND e.id = d.earlier,
                LATERAL sync.alert(a, l, e) n
            ORDER BY l.sync_seq
            ON CONFLICT (tenant, id) DO UPDATE
            SET resolved = NULL, resolved_by = NULL, taken = NULL, winner = excluded.winner,
                winner_device = excluded.winner_device, winner_at = excluded.winner_at
            WHERE k.taken = 'undone' OR k.winner IS DISTINCT FROM excluded.winner
                AND k.resolved IS NULL
            RETURNING * LOOP
        PERFORM sync.note(a, c.scope, 'R', 'conflict', c.id, sync.plain(to_jsonb(c)));
        flags := 2;
    END LOOP;
    FOR c IN UPDATE sync.conflict k
            SET resolved = clock_timestamp(), resolved_by = 'hub', taken = 'undone'
            FROM sync.scan s
            WHERE s.tenant = a.tenant AND s.ticket_id = ANY (tickets) AND k.tenant = a.tenant
                AND k.row_id = s.id AND k.kind = 'DUPLICATE_ENTRY' AND k.resolved IS NULL
                AND s.id NOT IN (SELECT d.later FROM sync.entered_again(a.tenant, tickets) d)
            RETURNING k.* LOOP
        PERFORM sync.note(a, c.scope, 'R', 'conflict', c.id, sync.plain(to_jsonb(c)));
    END LOOP;
    RETURN flags;
END $$;
