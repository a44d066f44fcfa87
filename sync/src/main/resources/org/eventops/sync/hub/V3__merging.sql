-- Merging one change of a row, as docs/sync.md lays down. The caller holds the scopes' clocks and
-- has opened a subtransaction: what is refused raises EO100 with the reason as its message.

-- Whose change it is. Salt: of the push, so that marks are never those of another history.
CREATE TYPE sync.author AS (
    tenant uuid, device uuid, name text, role text, scopes uuid[], carrier uuid, salt uuid,
    mutation uuid, at timestamptz);

CREATE FUNCTION sync.refuse(reason text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', reason USING ERRCODE = 'EO100';
END $$;

CREATE FUNCTION sync.uuid_of(a text, b text, c text DEFAULT '') RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
    SELECT md5(a || '|' || b || '|' || c)::uuid;
$$;

CREATE FUNCTION sync.mark_of(a sync.author, of_scope uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
    SELECT sync.uuid_of(a.salt::text, coalesce(a.mutation::text, ''), of_scope::text);
$$;

-- Adds an entry to a scope's feed and moves its clock.
CREATE FUNCTION sync.note(
    a sync.author, of_scope uuid, op "char", of_tbl text, of_key uuid, what jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    number bigint;
BEGIN
    UPDATE sync.scope_clock c SET seq = c.seq + 1
    WHERE c.tenant = a.tenant AND c.scope = of_scope RETURNING c.seq INTO number;
    IF NOT FOUND THEN
        PERFORM sync.refuse('SCOPE');
    END IF;
    INSERT INTO sync.change_log
        (tenant, scope, seq, mark, mutation, op, tbl, key, columns, at, device, carrier)
    VALUES (a.tenant, of_scope, number, sync.mark_of(a, of_scope), a.mutation, op, of_tbl, of_key,
        what, a.at, a.device, a.carrier);
END $$;

CREATE FUNCTION sync.row_of(of_tbl text, of_tenant uuid, of_key uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_row jsonb;
BEGIN
    EXECUTE format('SELECT to_jsonb(r) FROM sync.%I r WHERE r.tenant = $1 AND r.id = $2', of_tbl)
    INTO found_row USING of_tenant, of_key;
    RETURN found_row;
END $$;

-- The row as it goes into the feed: its columns that are not null, without the merge's own.
CREATE FUNCTION sync.plain(r jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_strip_nulls(r - '{sync_seq,sync_at,sync_dev,sync_fields,sync_extra}'::text[])
        || CASE jsonb_typeof(r -> 'sync_extra') WHEN 'object' THEN r -> 'sync_extra'
            ELSE '{}' END;
$$;

CREATE FUNCTION sync.label(r jsonb) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT left(coalesce(r ->> 'name', r ->> 'label', r ->> 'code', r ->> 'slug',
        r ->> 'name_key'), 1000);
$$;

-- The values as PostgreSQL understands them for the table, every column; bad ones raise.
CREATE FUNCTION sync.typed(of_tbl text, given jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    understood jsonb;
BEGIN
    EXECUTE format('SELECT to_jsonb(jsonb_populate_record(NULL::sync.%I, $1))', of_tbl)
    INTO understood USING given;
    RETURN understood;
END $$;

CREATE FUNCTION sync.alias_of(of_tenant uuid, of_tbl text, of_key uuid) RETURNS uuid
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT a.to_id FROM sync.alias a
        WHERE a.tenant = of_tenant AND a.tbl = of_tbl AND a.from_id = of_key), of_key);
$$;

CREATE FUNCTION sync.device_name(of_tenant uuid, of_device uuid) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT d.name FROM sync.device d WHERE d.tenant = of_tenant AND d.id = of_device;
$$;

-- What a console can hold of a side of a conflict. All of it stays in sync_fields.
CREATE FUNCTION sync.fitting(content jsonb, of_row uuid) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN length(content::text) > 500000
        THEN jsonb_build_object('large', of_row)::text
        ELSE nullif(content, 'null')::text END;
$$;

-- One side of a conflict.
CREATE TYPE sync.side AS (content jsonb, device uuid, at timestamptz);

CREATE FUNCTION sync.settle_later(
    a sync.author, of_scope uuid, of_kind text, of_what text, of_tbl text, of_row uuid,
    of_field text, loser sync.side, winner sync.side) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    fresh sync.conflict;
BEGIN
    INSERT INTO sync.conflict AS c (id, tenant, scope, kind, what, table_name, row_id, field,
        loser, winner, loser_device, winner_device, loser_at, winner_at, raised, sync_at, sync_dev,
        sync_fields)
    VALUES (sync.uuid_of(a.salt::text, a.mutation::text, concat(of_kind, of_tbl, of_row,
            of_field)), a.tenant, of_scope, of_kind, of_what, of_tbl, of_row,
        of_field, sync.fitting(loser.content, of_row), sync.fitting(winner.content, of_row),
        sync.device_name(a.tenant, loser.device), sync.device_name(a.tenant, winner.device),
        loser.at, winner.at, clock_timestamp(), a.at, a.device, CASE WHEN length(
            concat(loser.content::text, winner.content::text)) > 500000
            THEN jsonb_build_object('whole', jsonb_build_array(loser.content, winner.content)) END)
    ON CONFLICT DO NOTHING RETURNING * INTO fresh;
    IF FOUND THEN
        PERFORM sync.note(a, of_scope, 'R', 'conflict', fresh.id, sync.plain(to_jsonb(fresh)));
    END IF;
END $$;

-- Who else holds the natural key that this row would have; null if nobody.
CREATE FUNCTION sync.holder(t record, of_tenant uuid, wanted jsonb, but uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    held jsonb;
BEGIN
    IF cardinality(t.natural_key) = 0 THEN
        RETURN NULL;
    END IF;
    EXECUTE (SELECT format('SELECT to_jsonb(r) FROM sync.%1$I r, '
            || 'jsonb_populate_record(NULL::sync.%1$I, $2) w WHERE r.tenant = $1 AND r.id <> $3',
            t.name) || string_agg(format(' AND r.%1$I = w.%1$I', k), '')
        FROM unnest(t.natural_key::text[]) k)
    INTO held USING of_tenant, wanted, but;
    RETURN held;
END $$;

-- The first of x-2, x-3 … that no event of the tenant has.
CREATE FUNCTION sync.free_slug(of_tenant uuid, wanted text, but uuid) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    n integer := 2;
    candidate text;
BEGIN
    LOOP
        candidate := left(wanted, 79 - length(n::text)) || '-' || n;
        EXIT WHEN NOT EXISTS (SELECT FROM sync.event e
            WHERE e.tenant = of_tenant AND e.slug = candidate AND e.id <> but);
        n := n + 1;
    END LOOP;
    RETURN candidate;
END $$;
