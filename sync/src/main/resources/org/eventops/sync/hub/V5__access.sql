-- Who may reach the hub. A device is a login role of its own with EXECUTE on the functions for
-- devices and nothing else. What needs rights over roles stands in a schema of its own, whose owner
-- (the provisioner) sees no table of the hub. Rights are laid by afterMigrate.sql.

-- Whose tenant a login is of: what row security asks, so it must not ask back. Rows are only added.
CREATE TABLE sync.device_login (
    login  name PRIMARY KEY,
    tenant uuid NOT NULL,
    device uuid NOT NULL,
    UNIQUE (tenant, device)
);

CREATE FUNCTION sync.note_login() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO sync.device_login (login, tenant, device) VALUES (NEW.login, NEW.tenant, NEW.id);
    RETURN NEW;
END $$;
CREATE TRIGGER note_login AFTER INSERT ON sync.device
    FOR EACH ROW WHEN (NEW.login IS NOT NULL) EXECUTE FUNCTION sync.note_login();

-- What PostgreSQL knows of a device's secret, so that a hub restored elsewhere makes its role again.
CREATE TABLE sync.device_verifier (
    tenant      uuid NOT NULL,
    device      uuid NOT NULL,
    login       name NOT NULL,
    verifier    text NOT NULL,
    valid_until timestamptz,         -- of the bundle's secret; null once it has been replaced
    PRIMARY KEY (tenant, device)
);

CREATE TABLE sync.tenant_key (
    tenant       uuid PRIMARY KEY,
    carry        text NOT NULL CHECK (carry ~ '^[A-Za-z0-9_-]{43}$'),
    seal_public  text NOT NULL CHECK (seal_public ~ '^[A-Za-z0-9_-]{43}$'),
    seal_private text NOT NULL CHECK (seal_private ~ '^[A-Za-z0-9_-]{43}$')
);

CREATE SCHEMA sync_roles;

-- Roles belong to the whole server: the names end in a number of this hub's own.
CREATE TABLE sync_roles.role (
    kind text PRIMARY KEY CHECK (kind IN ('owner', 'devices', 'provisioner')),
    name name NOT NULL
);
INSERT INTO sync_roles.role
SELECT kind, 'eventops_' || kind || '_' || mark
FROM (VALUES ('owner'), ('devices'), ('provisioner')) AS k (kind),
     (SELECT left(replace(gen_random_uuid()::text, '-', ''), 8) AS mark) AS m;

-- Raises unless the role is a device's login of this hub, whatever role bears such a name.
CREATE FUNCTION sync_roles.check_login(login name) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF login::text !~ '^d_[0-9a-f]{24}$' OR NOT EXISTS (
        SELECT FROM pg_auth_members m
        JOIN pg_roles g ON g.oid = m.roleid
        JOIN pg_roles l ON l.oid = m.member
        JOIN sync_roles.role r ON r.name = g.rolname AND r.kind = 'devices'
        WHERE l.rolname = login AND NOT l.rolsuper AND NOT l.rolcreaterole AND NOT l.rolcreatedb)
    THEN
        RAISE EXCEPTION 'no login of a device: %', login USING ERRCODE = 'EO011';
    END IF;
END $$;

CREATE FUNCTION sync_roles.check_verifier(verifier text) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF verifier IS NULL OR verifier !~
        '^SCRAM-SHA-256\$[1-9][0-9]{3,5}:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$'
    THEN
        RAISE EXCEPTION 'no SCRAM-SHA-256 verifier' USING ERRCODE = 'EO011';
    END IF;
END $$;

CREATE FUNCTION sync_roles.make_login(login name, verifier text, valid_until timestamptz)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    devices name := (SELECT r.name FROM sync_roles.role r WHERE r.kind = 'devices');
BEGIN
    IF login::text !~ '^d_[0-9a-f]{24}$' THEN
        RAISE EXCEPTION 'no name for a device: %', login USING ERRCODE = 'EO011';
    END IF;
    PERFORM sync_roles.check_verifier(verifier);
    EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT 3 PASSWORD %L VALID UNTIL %L',
        login, verifier, coalesce(valid_until::text, 'infinity'));
    EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE, ADMIN FALSE', devices, login);
    -- Ending a session takes the rights of its role.
    EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE', login, current_user);
    -- A link that is gone must not use up the connections: gone sessions end within a minute.
    EXECUTE format('ALTER ROLE %I SET tcp_keepalives_idle = 20', login);
    EXECUTE format('ALTER ROLE %I SET tcp_keepalives_interval = 10', login);
    EXECUTE format('ALTER ROLE %I SET tcp_keepalives_count = 3', login);
    EXECUTE format('ALTER ROLE %I SET tcp_user_timeout = ''50s''', login);
    -- Kind defaults, no walls: a role may change its own settings.
    EXECUTE format('ALTER ROLE %I SET statement_timeout = ''60s''', login);
    EXECUTE format('ALTER ROLE %I SET lock_timeout = ''10s''', login);
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''30s''', login);
END $$;

CREATE FUNCTION sync_roles.set_secret(login name, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync_roles.check_login(login), sync_roles.check_verifier(verifier);
    EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL ''infinity''', login, verifier);
END $$;

CREATE FUNCTION sync_roles.close_login(login name) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync_roles.check_login(login);
    EXECUTE format('ALTER ROLE %I NOLOGIN', login);
END $$;

-- How many sessions were ended.
CREATE FUNCTION sync_roles.end_sessions(login name) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync_roles.check_login(login);
    RETURN (SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid))
            FROM pg_stat_activity a
            WHERE a.usename = login AND a.pid <> pg_backend_pid());
END $$;

-- Ends transactions that devices hold open: locks of theirs would keep others waiting.
CREATE FUNCTION sync_roles.reap(idle interval, altogether interval) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid))::integer
    FROM pg_stat_activity a
    JOIN pg_auth_members m ON m.member = a.usesysid
    JOIN pg_roles g ON g.oid = m.roleid
    JOIN sync_roles.role r ON r.name = g.rolname AND r.kind = 'devices'
    WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
      AND ((a.state LIKE 'idle in transaction%'
            AND a.state_change < clock_timestamp() - idle)
        OR a.xact_start < clock_timestamp() - altogether);
$$;

-- Makes a device and its login; the caller has checked who asks.
CREATE FUNCTION sync.enroll_device(
    of_tenant uuid, called text, may text, events uuid[], new_verifier text, valid interval,
    OUT device uuid, OUT login name, OUT valid_until timestamptz)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF called IS NULL OR called !~ '^[[:alnum:]][[:alnum:] ._-]{0,63}$' THEN
        RAISE EXCEPTION 'a name is 1 to 64 letters, digits, blanks, . _ -' USING ERRCODE = 'EO011';
    END IF;
    IF may IS NULL OR may NOT IN ('admin', 'organizer', 'supervisor', 'box_office', 'door',
                                  'venue', 'sponsor', 'vendor', 'team') THEN
        RAISE EXCEPTION 'no role: %', may USING ERRCODE = 'EO011';
    END IF;
    IF coalesce(cardinality(events), 0) = 0 AND may IN ('venue', 'sponsor', 'vendor', 'team') THEN
        RAISE EXCEPTION 'the role % is for named events', may USING ERRCODE = 'EO011';
    END IF;
    PERFORM sync.check_events(of_tenant, events);
    IF EXISTS (SELECT FROM sync.device d
               WHERE d.tenant = of_tenant AND d.name = called AND d.revoked_at IS NULL) THEN
        RAISE EXCEPTION 'there is a device of this name' USING ERRCODE = 'EO010';
    END IF;
    device := gen_random_uuid();
    login := 'd_' || left(replace(gen_random_uuid()::text, '-', ''), 12)
                  || right(replace(gen_random_uuid()::text, '-', ''), 12);
    valid_until := date_trunc('second', clock_timestamp() + valid);
    PERFORM sync.add_device(of_tenant, device, called, may, events, login);
    INSERT INTO sync.device_verifier (tenant, device, login, verifier, valid_until)
    VALUES (of_tenant, enroll_device.device, enroll_device.login, new_verifier,
            enroll_device.valid_until);
    PERFORM sync_roles.make_login(login, new_verifier, valid_until);
END $$;

CREATE FUNCTION sync.check_events(of_tenant uuid, events uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM unnest(events) AS e (id)
               WHERE NOT EXISTS (SELECT FROM sync.event v
                                 WHERE v.tenant = of_tenant AND v.id = e.id)) THEN
        RAISE EXCEPTION 'no such event' USING ERRCODE = 'EO011';
    END IF;
END $$;

CREATE FUNCTION sync.add_device(
    of_tenant uuid, id uuid, called text, may text, events uuid[], login name) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO sync.device (tenant, id, name, role, scopes, login, lineage)
    VALUES (of_tenant, id, called, may,
            CASE WHEN cardinality(events) > 0 THEN events END, login, gen_random_uuid());
$$;

-- From here on the device is refused at its next statement; the login goes, too.
CREATE FUNCTION sync.revoke_device(of_tenant uuid, which uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    its name;
BEGIN
    UPDATE sync.device d SET revoked_at = coalesce(d.revoked_at, clock_timestamp())
    WHERE d.tenant = of_tenant AND d.id = which
    RETURNING d.login INTO its;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such device' USING ERRCODE = 'EO012';
    END IF;
    PERFORM sync_roles.close_login(its), sync_roles.end_sessions(its);
END $$;

CREATE FUNCTION sync.session_tenant() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.tenant FROM sync.device_login l WHERE l.login = session_user;
$$;

-- The calling administrator's tenant.
CREATE FUNCTION sync.admin_tenant() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    caller record;
BEGIN
    SELECT d.tenant, d.role, d.revoked_at INTO caller
    FROM sync.device d WHERE d.login = session_user;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not a device' USING ERRCODE = 'EO001';
    ELSIF caller.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'this device was taken out' USING ERRCODE = 'EO002';
    ELSIF caller.role <> 'admin' THEN
        RAISE EXCEPTION 'for administrators only' USING ERRCODE = 'EO003';
    END IF;
    RETURN caller.tenant;
END $$;

CREATE FUNCTION sync.admin_create_device(
    called text, may text, events uuid[], new_verifier text,
    OUT device uuid, OUT login name, OUT valid_until timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT e.device, e.login, e.valid_until
    FROM sync.enroll_device(
        sync.admin_tenant(), called, may, events, new_verifier, interval '15 minutes') AS e;
$$;

CREATE FUNCTION sync.admin_revoke_device(which uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT sync.revoke_device(sync.admin_tenant(), which);
$$;

CREATE FUNCTION sync.devices_of(of_tenant uuid) RETURNS TABLE (
    device uuid, name text, role text, scopes uuid[],
    enrolled_at timestamptz, revoked_at timestamptz, valid_until timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.id, d.name, d.role, d.scopes, d.enrolled_at, d.revoked_at, s.valid_until
    FROM sync.device d
    LEFT JOIN sync.device_verifier s ON s.tenant = d.tenant AND s.device = d.id
    WHERE d.tenant = of_tenant
    ORDER BY d.name, d.id;
$$;

CREATE FUNCTION sync.admin_devices() RETURNS TABLE (
    device uuid, name text, role text, scopes uuid[],
    enrolled_at timestamptz, revoked_at timestamptz, valid_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT * FROM sync.devices_of(sync.admin_tenant());
$$;

CREATE FUNCTION sync.admin_tenant_keys(
    OUT tenant_name text, OUT carry text, OUT seal_public text, OUT seal_private text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.name, k.carry, k.seal_public, k.seal_private
    FROM sync.tenant_key k JOIN sync.tenant t ON t.id = k.tenant
    WHERE k.tenant = sync.admin_tenant();
$$;

-- The calling device's new secret; the first time it ends the enrolment.
CREATE FUNCTION sync.device_secret(new_verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE sync.device d SET enrolled_at = coalesce(d.enrolled_at, clock_timestamp())
    WHERE d.login = session_user AND d.revoked_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not a device, or taken out' USING ERRCODE = 'EO002';
    END IF;
    PERFORM sync_roles.set_secret(session_user, new_verifier);
    UPDATE sync.device_verifier v SET verifier = new_verifier, valid_until = NULL
    WHERE v.login = session_user;
END $$;

CREATE FUNCTION sync.device_reap() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT sync_roles.reap(interval '10 seconds', interval '15 minutes');
$$;
