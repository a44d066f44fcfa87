-- A change is an insert, an update or a delete; each finds here what it comes to.

CREATE FUNCTION sync.clock_of(a sync.author, of_scope uuid) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT c.seq FROM sync.scope_clock c WHERE c.tenant = a.tenant AND c.scope = of_scope;
$$;

-- Of the columns that would be set, those of a natural key that somebody else holds lose; an
-- event's slug takes the next free one.
CREATE FUNCTION sync.yield_natural_key(a sync.author, t record, r jsonb, w jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    col text;
    free text;
BEGIN
    IF NOT (w -> 'set') ?| t.natural_key
        OR sync.holder(t, a.tenant, r || (w -> 'set'), (r ->> 'id')::uuid) IS NULL THEN
        RETURN w;
    ELSIF t.name = 'event' THEN
        free := sync.free_slug(a.tenant, w -> 'set' ->> 'slug', (r ->> 'id')::uuid);
        PERFORM sync.settle_later(a, (r ->> 'scope')::uuid, 'SLUG', sync.label(r), 'event',
            (r ->> 'id')::uuid, 'slug', ROW (w -> 'set' -> 'slug', a.device, a.at)::sync.side,
            ROW (to_jsonb(free), a.device, a.at)::sync.side);
        RETURN jsonb_set(w, '{set,slug}', to_jsonb(free));
    END IF;
    FOREACH col IN ARRAY t.natural_key LOOP
        CONTINUE WHEN NOT (w -> 'set') ? col;
        PERFORM sync.settle_later(a, (r ->> 'scope')::uuid, 'FIELD', sync.label(r), t.name,
            (r ->> 'id')::uuid, col, ROW (w -> 'set' -> col, a.device, a.at)::sync.side,
            ROW (r -> col, (r ->> 'sync_dev')::uuid, (r ->> 'sync_at')::timestamptz)::sync.side);
        w := jsonb_set(w #- ARRAY['set', col], ARRAY['lost', col], r -> col);
    END LOOP;
    RETURN w;
END $$;

CREATE FUNCTION sync.set_fields(a sync.author, t record, r jsonb, sets jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    cols text := (SELECT string_agg(quote_ident(k), ', ') FROM jsonb_object_keys(sets) k
        WHERE r ? k AND k !~ '^sync_');
    extra jsonb := nullif((SELECT coalesce(jsonb_object_agg(s.key, s.value), '{}')
        FROM jsonb_each(sets) s WHERE NOT r ? s.key), '{}');
    versions jsonb := (SELECT jsonb_object_agg(k, jsonb_build_array(sync.micros(a.at), a.device))
        FROM jsonb_object_keys(sets) k);
    changed jsonb;
BEGIN
    EXECUTE format('UPDATE sync.%1$I AS r SET %3$s sync_fields = coalesce(r.sync_fields, ''{}'')'
        || ' || $2, sync_extra = CASE WHEN $3 IS NULL THEN r.sync_extra'
        || ' ELSE coalesce(r.sync_extra, ''{}'') || $3 END'
        || ' WHERE r.tenant = $4 AND r.id = $5 RETURNING to_jsonb(r)', t.name, cols,
        CASE WHEN cols IS NOT NULL THEN format('(%1$s) = (SELECT %1$s FROM '
            || 'jsonb_populate_record(NULL::sync.%2$I, $1)), ', cols, t.name) END)
    INTO changed USING sets, versions, extra, a.tenant, (r ->> 'id')::uuid;
    RETURN changed;
END $$;

-- The wanted fields come to lie over the row that is there.
CREATE FUNCTION sync.merge_fields(
    a sync.author, t record, r jsonb, before jsonb, wanted jsonb, whole boolean) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    flat jsonb := r || CASE jsonb_typeof(r -> 'sync_extra') WHEN 'object' THEN r -> 'sync_extra'
        ELSE '{}' END;
    stands bigint := sync.clock_of(a, (r ->> 'scope')::uuid);
    w jsonb := sync.weigh(a, t, flat, before, wanted, t.kind = 'HUB');
    told jsonb;
    conflict boolean;
BEGIN
    w := sync.yield_natural_key(a, t, r, w);
    conflict := sync.clock_of(a, (r ->> 'scope')::uuid) > stands;
    told := (w -> 'set') || (w -> 'lost');
    IF w -> 'set' <> '{}' THEN
        IF (w -> 'set') ?| ARRAY(SELECT jsonb_object_keys(t.refs)) THEN
            PERFORM sync.with_parents(a, t, r || (w -> 'set'));
        END IF;
        r := sync.set_fields(a, t, r, w -> 'set');
    END IF;
    IF whole OR told ?| (t.natural_key || ARRAY(SELECT jsonb_object_keys(t.refs))) THEN
        PERFORM sync.note(a, (r ->> 'scope')::uuid, 'R', t.name, (r ->> 'id')::uuid, sync.plain(r));
    ELSIF told <> '{}' THEN
        PERFORM sync.note(a, (r ->> 'scope')::uuid, 'F', t.name, (r ->> 'id')::uuid,
            (SELECT jsonb_object_agg(k, coalesce(r -> k, r -> 'sync_extra' -> k, 'null'))
            FROM jsonb_object_keys(told) k));
    END IF;
    RETURN CASE WHEN conflict THEN 2 ELSE 0 END
        | CASE WHEN whole OR w -> 'lost' <> '{}' OR (w ->> 'same')::integer > 0 THEN 1 ELSE 0 END;
END $$;

CREATE FUNCTION sync.merge_insert(
    a sync.author, t record, of_scope uuid, of_key uuid, wanted jsonb) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    r jsonb := sync.row_of(t.name, a.tenant, of_key);
    grave sync.tombstone;
    held jsonb;
    asked jsonb := wanted -> 'slug';
    stands bigint;
    flags integer;
BEGIN
    IF r IS NOT NULL THEN
        IF r ->> 'scope' <> of_scope::text THEN
            PERFORM sync.refuse('SCOPE');
        END IF;
        RETURN CASE t.kind WHEN 'APPEND' THEN 1
            ELSE sync.merge_fields(a, t, r, '{}', wanted, false) | 1 END;
    END IF;
    SELECT * INTO grave FROM sync.tombstone s
    WHERE s.tenant = a.tenant AND s.tbl = t.name AND s.id = of_key;
    IF FOUND THEN
        RETURN sync.edit_of_deleted(a, grave, wanted);
    END IF;
    r := wanted || jsonb_build_object('id', of_key, 'tenant', a.tenant, 'scope', of_scope);
    stands := sync.clock_of(a, of_scope);
    r := sync.with_parents(a, t, r);
    flags := CASE WHEN sync.clock_of(a, of_scope) > stands THEN 2 ELSE 0 END;
    held := sync.holder(t, a.tenant, r, of_key);
    IF held IS NOT NULL AND t.name = 'event' THEN
        r := jsonb_set(r, '{slug}', to_jsonb(sync.free_slug(a.tenant, r ->> 'slug', of_key)));
        flags := 2;
    ELSIF held IS NOT NULL THEN
        RETURN sync.merge_into_holder(a, t, of_scope, of_key, held, wanted);
    END IF;
    r := sync.add_row(a, t, sync.with_versions(a, t, r));
    IF t.name = 'stock_sale' THEN
        RETURN flags | sync.sell(a, r);
    ELSIF flags = 2 AND t.name = 'event' THEN
        PERFORM sync.settle_later(a, of_scope, 'SLUG', sync.label(r), 'event', of_key, 'slug',
            ROW (asked, a.device, a.at)::sync.side, ROW (r -> 'slug', a.device, a.at)::sync.side);
    END IF;
    RETURN flags;
END $$;

-- The merge's own columns of a new row; what the table has no column for is kept beside.
CREATE FUNCTION sync.with_versions(a sync.author, t record, r jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    extra jsonb := r - ARRAY(SELECT jsonb_object_keys(sync.typed(t.name, '{}')));
BEGIN
    RETURN r || jsonb_build_object('sync_at', a.at, 'sync_dev', a.device,
        'sync_seq', (SELECT c.seq + 1 FROM sync.scope_clock c
            WHERE c.tenant = a.tenant AND c.scope = (r ->> 'scope')::uuid),
        'sync_extra', CASE WHEN extra <> '{}' THEN extra END);
END $$;

CREATE FUNCTION sync.merge_into_holder(
    a sync.author, t record, of_scope uuid, of_key uuid, held jsonb, wanted jsonb) RETURNS integer
LANGUAGE plpgsql AS $$
BEGIN
    IF held ->> 'scope' <> of_scope::text THEN
        PERFORM sync.refuse('SCOPE');
    END IF;
    PERFORM sync.add_alias(a, t, of_scope, of_key, (held ->> 'id')::uuid);
    IF t.kind = 'APPEND' THEN
        PERFORM sync.note(a, of_scope, 'R', t.name, (held ->> 'id')::uuid, sync.plain(held));
        RETURN 1;
    END IF;
    RETURN sync.merge_fields(a, t, held, '{}', wanted, true);
END $$;

CREATE FUNCTION sync.merge_delete(
    a sync.author, t record, of_scope uuid, of_key uuid, seen jsonb) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    r jsonb := sync.row_of(t.name, a.tenant, of_key);
    newer jsonb;
BEGIN
    IF r IS NULL THEN
        IF NOT EXISTS (SELECT FROM sync.tombstone s
                WHERE s.tenant = a.tenant AND s.tbl = t.name AND s.id = of_key) THEN
            PERFORM sync.refuse('NO_ROW');
        END IF;
        RETURN 1;
    ELSIF r ->> 'scope' <> of_scope::text THEN
        PERFORM sync.refuse('SCOPE');
    ELSIF sync.is_referred_to(t, a.tenant, of_scope, of_key) THEN
        PERFORM sync.note(a, of_scope, 'R', t.name, of_key, sync.plain(r));
        PERFORM sync.settle_later(a, of_scope, 'DELETED', sync.label(r), t.name, of_key, NULL,
            ROW (NULL, a.device, a.at)::sync.side, ROW (jsonb_build_object('row', sync.plain(r)),
                (r ->> 'sync_dev')::uuid, (r ->> 'sync_at')::timestamptz)::sync.side);
        RETURN 2;
    END IF;
    EXECUTE format('DELETE FROM sync.%I r WHERE r.tenant = $1 AND r.id = $2', t.name)
    USING a.tenant, of_key;
    INSERT INTO sync.tombstone (tenant, tbl, id, scope, row_was, at, device)
    VALUES (a.tenant, t.name, of_key, of_scope, r, a.at, a.device);
    PERFORM sync.note(a, of_scope, 'G', t.name, of_key, '{}');
    SELECT jsonb_object_agg(n.key, n.value) INTO newer
    FROM jsonb_each(sync.plain(r) - '{id,tenant,scope}'::text[]) n
    WHERE n.value IS DISTINCT FROM coalesce(seen -> n.key, 'null');
    IF newer IS NULL THEN
        RETURN 0;
    END IF;
    PERFORM sync.settle_later(a, of_scope, 'DELETED', sync.label(r), t.name, of_key, NULL,
        ROW (jsonb_build_object('row', sync.plain(r), 'fields', newer),
            (r ->> 'sync_dev')::uuid, (r ->> 'sync_at')::timestamptz)::sync.side,
        ROW (NULL, a.device, a.at)::sync.side);
    RETURN 2;
END $$;

CREATE FUNCTION sync.merge_update(
    a sync.author, t record, of_scope uuid, of_key uuid, before jsonb, wanted jsonb)
RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    r jsonb := sync.row_of(t.name, a.tenant, of_key);
    grave sync.tombstone;
BEGIN
    IF r IS NULL THEN
        SELECT * INTO grave FROM sync.tombstone s
        WHERE s.tenant = a.tenant AND s.tbl = t.name AND s.id = of_key;
        IF NOT FOUND THEN
            PERFORM sync.refuse('NO_ROW');
        ELSIF grave.scope <> of_scope THEN
            PERFORM sync.refuse('SCOPE');
        END IF;
        RETURN sync.edit_of_deleted(a, grave, wanted);
    ELSIF r ->> 'scope' <> of_scope::text THEN
        PERFORM sync.refuse('SCOPE');
    END IF;
    RETURN sync.merge_fields(a, t, r, before, wanted, false);
END $$;
