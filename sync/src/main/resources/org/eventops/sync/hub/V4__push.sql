-- Push: a batch of mutations, each merged whole or rejected, each with its receipt.

-- A mutation as it came. Body is null if it cannot be understood; then "sent" is all there is.
CREATE TYPE sync.job AS (
    place integer, number bigint, id uuid, at timestamptz, hash bytea, body jsonb, fast boolean,
    sent text);

-- The first two fields are written first by every program, so that they can be read from
-- anything that cannot be understood whole.
CREATE FUNCTION sync.job_of(sent text, place integer) RETURNS sync.job
LANGUAGE plpgsql STABLE AS $$
DECLARE
    head text[] := regexp_match(sent, '^\{"n":(\d{1,18}),"id":"([0-9a-f-]{36})"');
    hash bytea := sha256(convert_to(sent, 'UTF8'));
    body jsonb;
BEGIN
    BEGIN
        body := sent::jsonb;
        RETURN ROW (place, (body ->> 'n')::bigint, (body ->> 'id')::uuid,
            (body ->> 'at')::sync.moment, hash,
            CASE WHEN jsonb_typeof(body -> 'changes') = 'array' THEN body END, false,
            sent)::sync.job;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN
        IF head IS NULL THEN
            RAISE EXCEPTION 'no mutation' USING ERRCODE = 'EO026';
        END IF;
        RETURN ROW (place, head[1]::bigint, head[2]::uuid, NULL, hash, NULL, false, sent)::sync.job;
    END;
END $$;

CREATE FUNCTION sync.jobs_of(mutations text[]) RETURNS sync.job[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT ROW (m.place, (m.body ->> 'n')::bigint, (m.body ->> 'id')::uuid,
            (m.body ->> 'at')::sync.moment, sha256(convert_to(m.sent, 'UTF8')), m.body,
            (SELECT coalesce(bool_and(sync.goes_fast(c ->> 't', c ->> 'o')), false)
                FROM jsonb_array_elements(m.body -> 'changes') c), m.sent)::sync.job
        -- OFFSET: each is parsed once.
        FROM (SELECT u.sent, u.place::integer, u.sent::jsonb AS body
            FROM unnest(mutations) WITH ORDINALITY u (sent, place) OFFSET 0) m);
EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN
    RETURN ARRAY(SELECT sync.job_of(u.sent, u.place::integer)
        FROM unnest(mutations) WITH ORDINALITY u (sent, place) ORDER BY u.place);
END $$;

-- Whose mutations these are; its row and the caller's are locked, in order of their ids.
CREATE FUNCTION sync.sender(of_device uuid) RETURNS sync.author
LANGUAGE plpgsql AS $$
DECLARE
    caller sync.device := sync.me();
    owner sync.device;
BEGIN
    PERFORM FROM sync.device d WHERE d.tenant = caller.tenant AND d.id IN (caller.id, of_device)
    ORDER BY d.id FOR NO KEY UPDATE;
    caller := sync.me();
    SELECT * INTO owner FROM sync.device d WHERE d.tenant = caller.tenant AND d.id = of_device;
    IF NOT FOUND OR owner.id <> caller.id
            AND caller.role NOT IN ('admin', 'organizer', 'supervisor') THEN
        RAISE EXCEPTION 'may not carry for this device' USING ERRCODE = 'EO025';
    END IF;
    -- Scopes: null means every event.
    RETURN ROW (owner.tenant, owner.id, owner.name, owner.role,
        CASE WHEN owner.role IN ('venue', 'sponsor', 'vendor', 'team')
            THEN coalesce(owner.scopes, '{}') ELSE owner.scopes END,
        CASE WHEN owner.id <> caller.id THEN caller.id END, gen_random_uuid(), NULL, NULL)
        ::sync.author;
END $$;

CREATE FUNCTION sync.scopes_of(body jsonb) RETURNS SETOF uuid
LANGUAGE sql IMMUTABLE AS $$
    SELECT DISTINCT (c ->> 's')::uuid FROM jsonb_array_elements(body -> 'changes') c
    WHERE jsonb_typeof(c) = 'object' AND c ->> 's' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
$$;

-- Locks the clocks of the scopes in order, new events' too; and the organisation's where something
-- may have to be laid down there. Returns all that were named.
CREATE FUNCTION sync.lock_clocks(a sync.author, jobs sync.job[]) RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
    named uuid[] := ARRAY(SELECT DISTINCT s FROM unnest(jobs) j, sync.scopes_of(j.body) s);
    other boolean;
BEGIN
    IF a.role IN ('admin', 'organizer') THEN
        -- of the highest epoch: a console may know a scope of this id from before a restoration
        INSERT INTO sync.scope_clock (tenant, scope, epoch)
        SELECT DISTINCT a.tenant, (c ->> 's')::uuid, (SELECT max(k.epoch)
            FROM sync.scope_clock k WHERE k.tenant = a.tenant)
        FROM unnest(jobs) j, jsonb_array_elements(j.body -> 'changes') c
        WHERE c ->> 't' = 'event' AND c ->> 'o' = 'I' AND c ->> 's' = c ->> 'k'
            AND (c ->> 's')::uuid = ANY (named)
        ORDER BY 2 ON CONFLICT DO NOTHING;
    END IF;
    SELECT count(*) < cardinality(named) INTO other FROM sync.scope_clock c
    WHERE c.tenant = a.tenant AND c.scope = ANY (named) AND c.seq > 0
        AND (a.scopes IS NULL OR c.scope = ANY (a.scopes));
    other := other OR EXISTS (SELECT FROM unnest(jobs) j WHERE j.body IS NULL);
    PERFORM FROM sync.scope_clock c WHERE c.tenant = a.tenant
        AND (c.scope = ANY (named) OR other AND c.scope = a.tenant)
    ORDER BY c.scope FOR NO KEY UPDATE;
    RETURN named;
END $$;

CREATE FUNCTION sync.is_fatal(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT left(state, 2) IN ('08', '25', '40', '53', '55', '57', '58', 'F0', 'XX')
        OR state IN ('42501', 'P0004');
$$;

CREATE FUNCTION sync.give_receipt(
    a sync.author, of_lineage uuid, j sync.job, outcome text, reason text, up_to jsonb)
RETURNS void
LANGUAGE sql AS $$
    INSERT INTO sync.receipt
        (tenant, device, lineage, number, id, hash, outcome, reason, up_to, carrier)
    VALUES (a.tenant, a.device, of_lineage, j.number, j.id, j.hash, outcome, reason, up_to,
        a.carrier);
$$;

-- Mutations that only insert, all at once; false if they have to be looked at one by one.
CREATE FUNCTION sync.merge_run(a sync.author, of_lineage uuid, jobs sync.job[]) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    changes sync.change[];
    landed sync.landed[];
    latest timestamptz := clock_timestamp() + interval '5 seconds';
BEGIN
    changes := ARRAY(SELECT one FROM unnest(jobs) j,
        sync.changes_of(j.id, least(j.at, latest), j.body -> 'changes', j.place * 100000) one);
    landed := sync.merge_many(a, changes);
    IF landed IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO sync.receipt
        (tenant, device, lineage, number, id, hash, outcome, up_to, carrier)
    SELECT a.tenant, a.device, of_lineage, j.number, j.id, j.hash,
        CASE WHEN l.conflict THEN 'CONFLICT' ELSE 'APPLIED' END, l.up_to, a.carrier
    FROM unnest(jobs) j
    JOIN (SELECT d.mutation, jsonb_object_agg(d.scope, d.up_to) AS up_to,
            bool_or(d.conflict) AS conflict
        FROM unnest(landed) d GROUP BY d.mutation) l ON l.mutation = j.id;
    RETURN true;
EXCEPTION WHEN OTHERS THEN
    IF sync.is_fatal(SQLSTATE) THEN
        RAISE;
    END IF;
    RETURN false;
END $$;

-- The changes of one mutation: those that insert in large pieces, what is left one by one.
CREATE FUNCTION sync.merge_changes(a sync.author, body jsonb) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    changes sync.change[] := ARRAY(SELECT one FROM sync.changes_of(a.mutation, a.at, body, 0) one);
    flags integer := 0;
    low integer := 1;
    size integer := 1024;
    high integer;
    landed sync.landed[];
BEGIN
    WHILE low <= cardinality(changes) LOOP
        high := least(low + size - 1, cardinality(changes));
        landed := NULL;
        IF high - low >= 7 THEN
            landed := sync.try_many(a, changes[low:high]);
        END IF;
        IF landed IS NOT NULL THEN
            SELECT flags | max(CASE WHEN l.conflict THEN 2 ELSE 0 END) INTO flags
            FROM unnest(landed) l;
            low := high + 1;
            size := least(size * 2, 1024);
        ELSIF high - low >= 7 THEN
            size := (high - low + 1) / 2;
        ELSE
            FOR i IN low .. high LOOP
                flags := flags | sync.merge_change(a, changes[i].raw);
            END LOOP;
            low := high + 1;
            size := 8;
            size := least(size * 2, 1024);
        END IF;
    END LOOP;
    RETURN flags;
END $$;

CREATE FUNCTION sync.try_many(a sync.author, changes sync.change[]) RETURNS sync.landed[]
LANGUAGE plpgsql AS $$
BEGIN
    RETURN sync.merge_many(a, changes);
EXCEPTION WHEN OTHERS THEN
    IF sync.is_fatal(SQLSTATE) THEN
        RAISE;
    END IF;
    RETURN NULL;
END $$;

-- Tickets whose entries may count otherwise after these changes.
CREATE FUNCTION sync.tickets_of(a sync.author, body jsonb) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    WITH c AS MATERIALIZED (
        SELECT e ->> 't' AS t, (e ->> 'k')::uuid AS k, e -> 'c' -> 'scan_id' ->> 1 AS scan
        FROM jsonb_array_elements(body) e WHERE e ->> 't' IN ('scan', 'scan_undo', 'ticket'))
    SELECT ARRAY(
        SELECT s.ticket_id FROM c JOIN sync.scan s ON s.tenant = a.tenant AND s.id = c.k
        WHERE c.t = 'scan' AND s.ticket_id IS NOT NULL
        UNION SELECT s.ticket_id FROM c JOIN sync.scan s ON s.tenant = a.tenant
            AND s.id = c.scan::uuid
        WHERE c.t = 'scan_undo' AND s.ticket_id IS NOT NULL
        UNION SELECT i.to_id FROM c JOIN sync.alias i ON i.tenant = a.tenant AND i.tbl = 'ticket'
            AND i.from_id = c.k WHERE c.t = 'ticket');
$$;

-- The changes of a mutation: one piece, or the parts of a large one (then nothing is "sent").
CREATE FUNCTION sync.pieces(a sync.author, j sync.job) RETURNS SETOF jsonb
LANGUAGE sql STABLE AS $$
    SELECT j.body -> 'changes' WHERE j.sent IS NOT NULL
    UNION ALL
    (SELECT p.changes FROM sync.push_part p
    WHERE j.sent IS NULL AND p.tenant = a.tenant AND p.mutation = j.id ORDER BY p.part);
$$;

-- Says what holds of the rows that these changes are about, in scopes the author reads; of one
-- that was inserted also who holds its natural key: the console may have taken it for that one.
CREATE FUNCTION sync.restate(a sync.author, mine uuid[], changes jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    t record;
    r jsonb;
BEGIN
    FOR t IN SELECT DISTINCT ON (d.ordinal, v.k) d.*, v.s, v.k, v.inserted
            FROM (SELECT c ->> 't' AS t, s, sync.alias_of(a.tenant, c ->> 't', (c ->> 'k')::uuid) AS k,
                    CASE WHEN c ->> 'o' = 'I' THEN c -> 'c' END AS inserted
                FROM jsonb_array_elements(changes) c JOIN unnest(mine) s ON s::text = c ->> 's'
                WHERE c ->> 'k' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') v
            JOIN sync.tables() d ON d.name = v.t
            ORDER BY d.ordinal, v.k, v.inserted NULLS LAST LOOP
        r := sync.row_of(t.name, a.tenant, t.k);
        IF r IS NULL THEN
            PERFORM sync.note(a, t.s, 'G', t.name, t.k, '{}');
            r := sync.other_holder(a, t, t.s, t.k, t.inserted);
            t.k := (r ->> 'id')::uuid;
        END IF;
        IF r ->> 'scope' = t.s::text THEN
            PERFORM sync.note(a, t.s, 'R', t.name, t.k, sync.plain(r));
        END IF;
    END LOOP;
END $$;

-- Who holds the natural key of a rejected insert; null if nobody, or its values are none.
CREATE FUNCTION sync.other_holder(
    a sync.author, t record, of_scope uuid, of_key uuid, inserted jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    RETURN CASE WHEN jsonb_typeof(inserted) = 'object' THEN sync.holder(t, a.tenant,
        sync.side_of(inserted, 1) || jsonb_build_object('scope', of_scope), of_key) END;
EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN
    RETURN NULL;
END $$;

-- Lays a rejected mutation down as a conflict, where the author sees it or else in the
-- organisation's scope. More than a megabyte stays in push_part alone.
CREATE FUNCTION sync.keep_rejected(a sync.author, j sync.job, reason text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    mine uuid[] := ARRAY(SELECT s FROM sync.scopes_of(j.body) s JOIN sync.scope_clock c
        ON c.tenant = a.tenant AND c.scope = s AND (c.seq > 0 OR s = a.tenant)
        WHERE CASE WHEN s = a.tenant THEN a.role IN ('admin', 'organizer')
            ELSE a.scopes IS NULL OR s = ANY (a.scopes) END);
    first text := j.body #>> '{changes,0,s}';
    kept jsonb := to_jsonb(j.sent);
BEGIN
    IF j.body IS NOT NULL THEN
        PERFORM sync.restate(a, mine, p) FROM sync.pieces(a, j) p WHERE jsonb_typeof(p) = 'array';
        kept := CASE WHEN (SELECT sum(length(p::text)) FROM sync.pieces(a, j) p) > 1000000
            THEN jsonb_build_object('large', j.id)
            ELSE (SELECT jsonb_agg(e.e ORDER BY n.place, e.place)
                FROM sync.pieces(a, j) WITH ORDINALITY n (p, place), jsonb_array_elements(n.p)
                    WITH ORDINALITY e (e, place) WHERE jsonb_typeof(n.p) = 'array') END;
    END IF;
    PERFORM sync.settle_later(a, coalesce((SELECT s FROM unnest(mine) s WHERE s::text = first),
            a.tenant), 'REJECTED', reason, (SELECT t.name FROM sync.tables() t
            WHERE t.name = j.body #>> '{changes,0,t}'), NULL, NULL,
        ROW (kept, a.device, a.at)::sync.side, ROW (to_jsonb(reason), NULL, NULL)::sync.side);
END $$;

-- One mutation, whatever it holds; it has a receipt afterwards.
CREATE FUNCTION sync.merge_one(a sync.author, of_lineage uuid, j sync.job) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    piece jsonb;
    flags integer := 0;
    reason text;
    place text;
BEGIN
    a.mutation := j.id;
    a.at := least(coalesce(j.at, clock_timestamp()), clock_timestamp() + interval '5 seconds');
    BEGIN
        IF j.body IS NULL OR j.at IS NULL THEN
            PERFORM sync.refuse('BAD_VALUE');
        END IF;
        FOR piece IN SELECT sync.pieces(a, j) LOOP
            flags := flags | sync.merge_changes(a, piece);
        END LOOP;
        FOR piece IN SELECT sync.pieces(a, j) LOOP
            flags := flags | sync.check_entries(a, sync.tickets_of(a, piece));
        END LOOP;
    EXCEPTION WHEN OTHERS THEN
        IF sync.is_fatal(SQLSTATE) THEN
            RAISE;
        END IF;
        reason := CASE SQLSTATE WHEN 'EO100' THEN SQLERRM ELSE 'BAD_VALUE' END;
        GET STACKED DIAGNOSTICS place = PG_EXCEPTION_CONTEXT;
        RAISE LOG 'mutation % rejected: % % at %', j.id, SQLSTATE, reason, place;
    END;
    IF reason IS NOT NULL THEN
        PERFORM sync.keep_rejected(a, j, reason);
    END IF;
    PERFORM sync.give_receipt(a, of_lineage, j, CASE WHEN reason IS NOT NULL THEN 'REJECTED'
        WHEN flags & 2 > 0 THEN 'CONFLICT' WHEN flags & 1 > 0 THEN 'MERGED' ELSE 'APPLIED' END,
        reason, (SELECT coalesce(jsonb_object_agg(c.scope, c.seq), '{}') FROM sync.scope_clock c
            WHERE c.tenant = a.tenant AND c.scope IN (SELECT sync.scopes_of(j.body))
                AND (c.seq > 0 OR c.scope = a.tenant)));
END $$;

-- In order: runs of mutations that only insert at once, halved until they fit, others singly.
CREATE FUNCTION sync.merge_all(a sync.author, of_lineage uuid, jobs sync.job[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    low integer := 1;
    high integer;
    ends integer := 0;
BEGIN
    WHILE low <= cardinality(jobs) LOOP
        IF ends < low THEN
            ends := low;
            WHILE ends < cardinality(jobs) AND jobs[low].fast AND jobs[ends + 1].fast LOOP
                ends := ends + 1;
            END LOOP;
            high := ends;
        END IF;
        IF jobs[low].fast AND sync.merge_run(a, of_lineage, jobs[low:high]) THEN
            low := high + 1;
            high := ends;
        ELSIF high > low THEN
            high := (low + high) / 2;
        ELSE
            PERFORM sync.merge_one(a, of_lineage, jobs[low]);
            low := low + 1;
            high := ends;
        END IF;
    END LOOP;
END $$;

-- A clock that is ahead is noted, and that it is no longer.
CREATE FUNCTION sync.note_clock(a sync.author, ahead interval) RETURNS void
LANGUAGE sql AS $$
    UPDATE sync.device d SET clock_ahead = CASE WHEN ahead > interval '5 seconds' THEN ahead END
    WHERE d.tenant = a.tenant AND d.id = a.device
        AND (d.clock_ahead IS NOT NULL) <> (ahead > interval '5 seconds');
$$;

-- Those of the batch without a receipt; raises if a number is known with other content.
CREATE FUNCTION sync.still_to_do(a sync.author, of_lineage uuid, jobs sync.job[])
RETURNS sync.job[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    ids uuid[] := ARRAY(SELECT j.id FROM unnest(jobs) j);
    numbers bigint[] := ARRAY(SELECT j.number FROM unnest(jobs) j);
    known uuid[];
BEGIN
    IF array_position(ids, NULL) > 0 OR array_position(numbers, NULL) > 0 THEN
        RAISE EXCEPTION 'a mutation without number or id' USING ERRCODE = 'EO026';
    ELSIF EXISTS (SELECT FROM sync.receipt r JOIN unnest(jobs) j ON j.number = r.number
            WHERE r.tenant = a.tenant AND r.device = a.device AND r.lineage = of_lineage
                AND r.number = ANY (numbers) AND (r.id <> j.id OR r.hash <> j.hash))
        OR EXISTS (SELECT FROM unnest(ids, numbers) u (id, n) GROUP BY u.n
            HAVING count(DISTINCT u.id) > 1) THEN
        RAISE EXCEPTION 'a number is known with other content' USING ERRCODE = 'EO022';
    END IF;
    known := ARRAY(SELECT r.id FROM sync.receipt r WHERE r.tenant = a.tenant AND r.id = ANY (ids));
    IF known = '{}' AND (SELECT count(DISTINCT u.id) FROM unnest(ids) u (id)) = cardinality(ids) THEN
        RETURN jobs;
    END IF;
    RETURN ARRAY(SELECT j FROM unnest(jobs) j WHERE j.id <> ALL (known)
            AND j.place = array_position(ids, j.id)
        ORDER BY j.place);
END $$;

-- What the caller is told: one receipt for each, its scopes those the caller reads.
CREATE FUNCTION sync.answer(jobs sync.job[])
RETURNS TABLE (number bigint, id uuid, outcome text, reason text, up_to jsonb)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    caller sync.device := sync.me();
BEGIN
    RETURN QUERY
    SELECT j.number, r.id, r.outcome, r.reason, (SELECT coalesce(jsonb_object_agg(u.key, u.value),
        '{}') FROM jsonb_each(r.up_to) u WHERE sync.reads(caller, u.key::uuid))
    FROM unnest(jobs) j JOIN sync.receipt r ON r.tenant = caller.tenant AND r.id = j.id
    ORDER BY j.place;
END $$;

-- Until a table's rows were counted once, PostgreSQL takes it for empty and reads all of it for
-- each row; its own turn comes after a minute, a first import does not wait for that.
CREATE FUNCTION sync.count_rows() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    uncounted text;
BEGIN
    FOR uncounted IN SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'sync'::regnamespace AND c.relkind = 'r' AND c.reltuples <= 0
                AND c.relname <> 'flyway_schema_history' AND pg_relation_size(c.oid) > 65536 LOOP
        EXECUTE format('ANALYZE (SKIP_LOCKED) sync.%I', uncounted);
    END LOOP;
END $$;

-- Scopes whose event did not come to be.
CREATE FUNCTION sync.drop_unborn(a sync.author, named uuid[]) RETURNS void
LANGUAGE sql AS $$
    DELETE FROM sync.scope_clock c
    WHERE c.tenant = a.tenant AND c.scope = ANY (named) AND c.seq = 0 AND c.scope <> a.tenant;
$$;

CREATE FUNCTION sync.push(of_device uuid, of_lineage uuid, mutations text[])
RETURNS TABLE (number bigint, id uuid, outcome text, reason text, up_to jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    a sync.author := sync.sender(of_device);
    jobs sync.job[];
    todo sync.job[];
    named uuid[];
BEGIN
    IF of_lineage IS NULL OR cardinality(mutations) > 1000 THEN
        RAISE EXCEPTION 'no batch' USING ERRCODE = 'EO026';
    END IF;
    jobs := sync.jobs_of(mutations);
    todo := sync.still_to_do(a, of_lineage, jobs);
    IF cardinality(todo) > 0 THEN
        named := sync.lock_clocks(a, todo);
        PERFORM sync.merge_all(a, of_lineage, todo);
        PERFORM sync.note_clock(a, (SELECT max(j.at) FROM unnest(todo) j) - clock_timestamp()),
            sync.drop_unborn(a, named);
    END IF;
    PERFORM sync.count_rows();
    RETURN QUERY SELECT * FROM sync.answer(jobs);
END $$;
