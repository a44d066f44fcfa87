-- A large mutation comes in parts, which are kept aside until it is whole.

-- What the clocks are locked by: the scopes and new events of all parts, as if they were changes.
CREATE FUNCTION sync.outline(a sync.author, of_mutation uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('changes', coalesce(jsonb_agg(DISTINCT CASE
        WHEN c ->> 't' = 'event' THEN c - 'c' ELSE jsonb_build_object('s', c -> 's') END), '[]'))
    FROM sync.push_part p, jsonb_array_elements(p.changes) c
    WHERE p.tenant = a.tenant AND p.mutation = of_mutation AND jsonb_typeof(c) = 'object';
$$;

-- The parts as one mutation; null if one is missing.
CREATE FUNCTION sync.whole(a sync.author, of_lineage uuid, head sync.job, last_part integer)
RETURNS sync.job
LANGUAGE plpgsql STABLE AS $$
DECLARE
    parts record;
BEGIN
    SELECT count(*) AS there, min(p.part) AS first, bool_and(jsonb_typeof(p.changes) = 'array') AS good,
        sha256(head.hash || string_agg(p.hash, '' ORDER BY p.part)) AS hash
    INTO parts FROM sync.push_part p
    WHERE p.tenant = a.tenant AND p.mutation = head.id AND p.device = a.device
        AND p.lineage = of_lineage AND p.number = head.number AND p.part <= last_part;
    IF parts.first > 1 OR parts.there <> last_part - parts.first + 1 THEN
        RETURN NULL;
    END IF;
    head.hash := parts.hash;
    head.body := CASE WHEN parts.good THEN sync.outline(a, head.id) END;
    head.sent := CASE WHEN NOT parts.good THEN 'parts of ' || head.id END;
    RETURN head;
END $$;

CREATE FUNCTION sync.keep_part(
    a sync.author, of_lineage uuid, head sync.job, of_part integer, sent text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    understood jsonb;
BEGIN
    BEGIN
        understood := sent::jsonb;
    EXCEPTION WHEN data_exception THEN
        understood := to_jsonb(sent);
    END;
    INSERT INTO sync.push_part (tenant, mutation, part, device, lineage, number, hash, changes)
    VALUES (a.tenant, head.id, of_part, a.device, of_lineage, head.number,
        sha256(convert_to(sent, 'UTF8')), understood)
    ON CONFLICT (tenant, mutation, part) DO UPDATE SET device = excluded.device,
        lineage = excluded.lineage, number = excluded.number, hash = excluded.hash,
        changes = excluded.changes
    WHERE push_part.device = excluded.device;
END $$;

-- Parts are no longer needed, but for those of a rejected mutation too large for its conflict.
CREATE FUNCTION sync.drop_parts(a sync.author, of_mutation uuid) RETURNS void
LANGUAGE sql AS $$
    DELETE FROM sync.push_part p WHERE p.tenant = a.tenant AND p.mutation = of_mutation
        AND NOT EXISTS (SELECT FROM sync.conflict c WHERE c.tenant = a.tenant
            AND c.kind = 'REJECTED'
            AND c.loser = jsonb_build_object('large', of_mutation)::text);
$$;

-- No row while parts are missing; the receipt when the mutation is whole and merged.
CREATE FUNCTION sync.push_part(
    of_device uuid, of_lineage uuid, head text, part integer, last boolean, changes text)
RETURNS TABLE (number bigint, id uuid, outcome text, reason text, up_to jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    a sync.author := sync.sender(of_device);
    j sync.job := sync.job_of(head, 1);
    known sync.receipt;
    named uuid[];
BEGIN
    IF of_lineage IS NULL OR part IS NULL OR part NOT BETWEEN 0 AND 100000 OR changes IS NULL
        OR last IS NULL OR j.id IS NULL OR j.number IS NULL THEN
        RAISE EXCEPTION 'no part' USING ERRCODE = 'EO026';
    END IF;
    SELECT * INTO known FROM sync.receipt r WHERE r.tenant = a.tenant AND r.device = a.device
        AND r.lineage = of_lineage AND r.number = j.number;
    IF known.id <> j.id THEN
        RAISE EXCEPTION 'a number is known with other content' USING ERRCODE = 'EO022';
    END IF;
    IF NOT EXISTS (SELECT FROM sync.receipt r WHERE r.tenant = a.tenant AND r.id = j.id) THEN
        PERFORM sync.keep_part(a, of_lineage, j, part, changes);
        IF NOT last THEN
            RETURN;
        END IF;
        j := sync.whole(a, of_lineage, j, part);
        IF j.id IS NULL THEN
            RETURN;
        END IF;
        named := sync.lock_clocks(a, ARRAY[j]);
        PERFORM sync.merge_one(a, of_lineage, j);
        PERFORM sync.note_clock(a, j.at - clock_timestamp()), sync.drop_unborn(a, named);
        PERFORM sync.drop_parts(a, j.id);
    END IF;
    PERFORM sync.count_rows();
    RETURN QUERY SELECT * FROM sync.answer(ARRAY[j]);
END $$;
