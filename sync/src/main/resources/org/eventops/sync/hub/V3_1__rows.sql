-- What becomes of a row: added, merged field by field, deleted, brought back. Results are flags:
-- 1 merged (restated, aliased or already so), 2 a conflict was raised.

CREATE FUNCTION sync.add_row(a sync.author, t record, r jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    added jsonb;
BEGIN
    EXECUTE format('INSERT INTO sync.%1$I AS r SELECT v.* FROM '
        || 'jsonb_populate_record(NULL::sync.%1$I, $1) v RETURNING to_jsonb(r)', t.name)
    INTO added USING r;
    PERFORM sync.note(a, (r ->> 'scope')::uuid, 'R', t.name, (r ->> 'id')::uuid, sync.plain(added));
    RETURN added;
END $$;

-- From now on what refers to "from_key" refers to "to_key", and "from_key" is known as it.
CREATE FUNCTION sync.add_alias(
    a sync.author, t record, of_scope uuid, from_key uuid, to_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    other record;
BEGIN
    INSERT INTO sync.alias (tenant, tbl, from_id, to_id, scope)
    VALUES (a.tenant, t.name, from_key, to_key, of_scope) ON CONFLICT DO NOTHING;
    FOR other IN SELECT o.name, f.key AS col FROM sync.tables() o, jsonb_each_text(o.refs) f
            WHERE f.value = t.name LOOP
        EXECUTE format('UPDATE sync.%1$I SET %2$I = $3 WHERE tenant = $1 AND %2$I = $2',
            other.name, other.col) USING a.tenant, from_key, to_key;
    END LOOP;
    PERFORM sync.note(a, of_scope, 'A', t.name, from_key, jsonb_build_object('id', to_key));
END $$;

-- What refers to the row, if anything does.
CREATE FUNCTION sync.is_referred_to(t record, of_tenant uuid, of_scope uuid, of_key uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    other record;
    found_one boolean;
BEGIN
    FOR other IN SELECT o.name, f.key AS col FROM sync.tables() o, jsonb_each_text(o.refs) f
            WHERE f.value = t.name LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM sync.%1$I r WHERE r.tenant = $1 AND r.%2$I = $2'
            || ' AND r.scope = $3)', other.name, other.col)
        INTO found_one USING of_tenant, of_key, of_scope;
        IF found_one THEN
            RETURN true;
        END IF;
    END LOOP;
    RETURN false;
END $$;

-- Brings a deleted row back because of what happened to it; gives the key it has from now on.
CREATE FUNCTION sync.revive(a sync.author, of_tbl text, of_key uuid) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
    t record;
    grave sync.tombstone;
    holder jsonb;
    parent record;
    r jsonb;
BEGIN
    DELETE FROM sync.tombstone s WHERE s.tenant = a.tenant AND s.tbl = of_tbl AND s.id = of_key
    RETURNING * INTO grave;
    SELECT * INTO t FROM sync.tables() d WHERE d.name = of_tbl;
    r := grave.row_was;
    FOR parent IN SELECT f.key AS col, f.value AS tbl, (r ->> f.key)::uuid AS id
            FROM jsonb_each_text(t.refs) f LOOP
        IF EXISTS (SELECT FROM sync.tombstone s WHERE s.tenant = a.tenant AND s.tbl = parent.tbl
                AND s.id = parent.id) THEN
            r := jsonb_set(r, ARRAY[parent.col], to_jsonb(sync.revive(a, parent.tbl, parent.id)));
        END IF;
    END LOOP;
    holder := sync.holder(t, a.tenant, r, of_key);
    IF holder IS NOT NULL AND of_tbl <> 'event' AND holder ->> 'scope' = grave.scope::text THEN
        PERFORM sync.add_alias(a, t, grave.scope, of_key, (holder ->> 'id')::uuid);
        PERFORM sync.note(a, grave.scope, 'R', of_tbl, (holder ->> 'id')::uuid,
            sync.plain(holder));
        PERFORM sync.settle_later(a, grave.scope, 'DELETED', sync.label(r), of_tbl,
            (holder ->> 'id')::uuid, NULL, ROW (NULL, grave.device, grave.at)::sync.side,
            ROW (jsonb_build_object('row', sync.plain(r)), a.device, a.at)::sync.side);
        RETURN (holder ->> 'id')::uuid;
    END IF;
    r := sync.add_row(a, t, r);
    PERFORM sync.settle_later(a, grave.scope, 'DELETED', sync.label(r), of_tbl, of_key, NULL,
        ROW (NULL, grave.device, grave.at)::sync.side,
        ROW (jsonb_build_object('row', sync.plain(r)), a.device, a.at)::sync.side);
    RETURN of_key;
END $$;

-- The row with its references looked after: each is there, in the same scope. What was deleted
-- meanwhile comes back for what happened at a door (APPEND).
CREATE FUNCTION sync.with_parents(a sync.author, t record, r jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    f record;
    parent jsonb;
BEGIN
    FOR f IN SELECT e.key AS col, e.value AS tbl, (r ->> e.key)::uuid AS id
            FROM jsonb_each_text(t.refs) e WHERE r ->> e.key IS NOT NULL LOOP
        parent := sync.row_of(f.tbl, a.tenant, f.id);
        IF parent IS NULL AND t.kind = 'APPEND' AND EXISTS (SELECT FROM sync.tombstone s
                WHERE s.tenant = a.tenant AND s.tbl = f.tbl AND s.id = f.id
                    AND s.scope = (r ->> 'scope')::uuid) THEN
            r := jsonb_set(r, ARRAY[f.col], to_jsonb(sync.revive(a, f.tbl, f.id)));
        ELSIF parent IS NULL OR parent ->> 'scope' <> r ->> 'scope' THEN
            PERFORM sync.refuse('NO_PARENT');
        END IF;
    END LOOP;
    RETURN r;
END $$;

-- Somebody wanted to change a row that is gone: it stays so, and they are told.
CREATE FUNCTION sync.edit_of_deleted(a sync.author, grave sync.tombstone, fields jsonb)
RETURNS integer
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.note(a, grave.scope, 'G', grave.tbl, grave.id, '{}');
    PERFORM sync.settle_later(a, grave.scope, 'DELETED', sync.label(grave.row_was), grave.tbl,
        grave.id, NULL, ROW (jsonb_build_object('row', sync.plain(grave.row_was),
            'fields', fields), a.device, a.at)::sync.side,
        ROW (NULL, grave.device, grave.at)::sync.side);
    RETURN 2;
END $$;

-- Field by field: which of the wanted ones come to stand. "before" is empty for an insert.
-- Gives {"set": {...}, "lost": {column: hub's value}, "same": count}, and raises the conflicts.
CREATE FUNCTION sync.weigh(
    a sync.author, t record, r jsonb, before jsonb, wanted jsonb, quiet boolean) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    f record;
    sets jsonb := '{}';
    lost jsonb := '{}';
    same integer := 0;
    mine sync.side;
    theirs sync.side;
BEGIN
    FOR f IN SELECT w.key AS col, w.value AS after, coalesce(r -> w.key, 'null') AS stands,
                coalesce(before -> w.key, 'null') AS base, r -> 'sync_fields' -> w.key AS version
            FROM jsonb_each(wanted) w ORDER BY w.key LOOP
        IF f.stands = f.after THEN
            same := same + 1;
            CONTINUE;
        ELSIF f.stands = f.base THEN
            sets := sets || jsonb_build_object(f.col, f.after);
            CONTINUE;
        END IF;
        mine := ROW (f.after, a.device, a.at);
        theirs := ROW (f.stands, coalesce(f.version ->> 1, r ->> 'sync_dev'),
            coalesce(sync.time_of((f.version ->> 0)::bigint), (r ->> 'sync_at')::timestamptz));
        IF (mine.at, mine.device) > (theirs.at, theirs.device) THEN
            sets := sets || jsonb_build_object(f.col, f.after);
        ELSE
            lost := lost || jsonb_build_object(f.col, f.stands);
        END IF;
        IF NOT quiet THEN
            PERFORM sync.settle_later(a, (r ->> 'scope')::uuid, 'FIELD', sync.label(r), t.name,
                (r ->> 'id')::uuid, f.col, CASE WHEN sets ? f.col THEN theirs ELSE mine END,
                CASE WHEN sets ? f.col THEN mine ELSE theirs END);
        END IF;
    END LOOP;
    RETURN jsonb_build_object('set', sets, 'lost', lost, 'same', same);
END $$;

CREATE FUNCTION sync.time_of(micros bigint) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
    SELECT '1970-01-01T00:00:00Z'::timestamptz + micros * interval '1 microsecond';
$$;

CREATE FUNCTION sync.micros(at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
    SELECT (extract(epoch FROM at) * 1000000)::bigint;
$$;
