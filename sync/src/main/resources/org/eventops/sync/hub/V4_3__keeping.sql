-- What an operator, or an administrator's console, does for the hub from time to time.

-- Forgets the feed older than so many days, but for the newest transaction of each scope; and
-- parts that never became whole. Returns how many entries went.
CREATE FUNCTION sync.trim_feed(of_tenant uuid, days integer) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s record;
    kept_from bigint;
    went bigint;
    total bigint := 0;
BEGIN
    FOR s IN SELECT c.scope FROM sync.scope_clock c WHERE c.tenant = of_tenant AND c.seq > 0
            ORDER BY c.scope FOR NO KEY UPDATE LOOP
        -- The newest of the old ones stays: its mark tells that a cursor is of this history.
        SELECT max(l.seq) INTO kept_from FROM sync.change_log l WHERE l.tenant = of_tenant
            AND l.scope = s.scope AND l.written < now() - make_interval(days => days);
        CONTINUE WHEN kept_from IS NULL;
        DELETE FROM sync.change_log l
        WHERE l.tenant = of_tenant AND l.scope = s.scope AND l.seq < kept_from;
        GET DIAGNOSTICS went = ROW_COUNT;
        UPDATE sync.scope_clock c SET retained_from = greatest(c.retained_from, kept_from)
        WHERE c.tenant = of_tenant AND c.scope = s.scope;
        total := total + went;
    END LOOP;
    DELETE FROM sync.push_part p WHERE p.tenant = of_tenant
        AND p.arrived < now() - make_interval(days => greatest(days, 30))
        AND NOT EXISTS (SELECT FROM sync.receipt r
            WHERE r.tenant = p.tenant AND r.id = p.mutation AND r.outcome = 'REJECTED');
    RETURN total;
END $$;

-- The same by the organisation's own retention, not more than once a day: there is no server
-- that would, so the first hello of the day from an office does.
CREATE FUNCTION sync.trim_daily(of_tenant uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    days integer;
BEGIN
    UPDATE sync.tenant t SET trimmed_at = now()
    WHERE t.id = of_tenant
        AND (t.trimmed_at IS NULL OR t.trimmed_at < now() - interval '1 day')
    RETURNING t.retention INTO days;
    IF FOUND THEN
        PERFORM sync.trim_feed(of_tenant, days);
    END IF;
END $$;

-- The same at once, for whoever does not want to wait for tomorrow.
CREATE FUNCTION sync.device_trim_feed() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller sync.device := sync.me();
BEGIN
    IF caller.role NOT IN ('admin', 'organizer') THEN
        RAISE EXCEPTION 'not for this device' USING ERRCODE = 'EO025';
    END IF;
    RETURN sync.trim_feed(caller.tenant, (SELECT t.retention FROM sync.tenant t
        WHERE t.id = caller.tenant));
END $$;

-- After a restore from a backup: whatever a console followed, it asks anew. The number is one that
-- no earlier restoration has given, also if an older backup than last time was taken.
CREATE FUNCTION sync.bump_epoch(of_tenant uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE sync.scope_clock c SET epoch = greatest(
        extract(epoch FROM clock_timestamp())::bigint,
        (SELECT max(k.epoch) + 1 FROM sync.scope_clock k WHERE k.tenant = of_tenant))
    WHERE c.tenant = of_tenant;
$$;
