-- The walls, laid again after every migration and by every `server init`: who owns what, who may
-- call what, row security. Makes roles that are missing, such as after a restore elsewhere.
DO $$
DECLARE
    owner_role name := (SELECT name FROM sync_roles.role WHERE kind = 'owner');
    devices name := (SELECT name FROM sync_roles.role WHERE kind = 'devices');
    provisioner name := (SELECT name FROM sync_roles.role WHERE kind = 'provisioner');
    -- EXECUTE for devices, besides device_… and admin_…; all other functions are the owner's.
    for_devices text[] := ARRAY['me', 'hello', 'push', 'push_part', 'clocks', 'pull', 'load',
        'hashes', 'new_lineage', 'poke', 'lease_take', 'lease_return', 'lease_revoke'];
    operator name := current_user;
    r record;
BEGIN
    -- Roles.
    FOR r IN SELECT kind, name FROM sync_roles.role ro
             WHERE NOT EXISTS (SELECT FROM pg_roles p WHERE p.rolname = ro.name) LOOP
        EXECUTE format('CREATE ROLE %I NOLOGIN %s', r.name,
            CASE r.kind WHEN 'provisioner' THEN 'CREATEROLE' ELSE '' END);
    END LOOP;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = operator) THEN
        EXECUTE format('GRANT %I, %I TO %I WITH INHERIT TRUE, SET TRUE',
            owner_role, provisioner, operator);
    END IF;
    EXECUTE format('GRANT %I TO %I WITH ADMIN TRUE, INHERIT FALSE, SET FALSE',
        devices, provisioner);

    -- The database.
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), devices);
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

    -- Who owns what. A schema's owner needs the right to make one, for a moment.
    EXECUTE format('GRANT CREATE ON DATABASE %I TO %I, %I',
        current_database(), owner_role, provisioner);
    EXECUTE format('ALTER SCHEMA sync OWNER TO %I', owner_role);
    EXECUTE format('ALTER SCHEMA sync_roles OWNER TO %I', provisioner);
    EXECUTE format('REVOKE CREATE ON DATABASE %I FROM %I, %I',
        current_database(), owner_role, provisioner);
    FOR r IN
        SELECT format('%I.%I', n.nspname, c.relname) AS what,
               CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS word,
               CASE n.nspname WHEN 'sync' THEN owner_role ELSE provisioner END AS whose
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('sync', 'sync_roles') AND c.relkind IN ('r', 'p', 'v', 'S')
          AND c.relname <> 'flyway_schema_history'
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid
                          AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
          AND pg_get_userbyid(c.relowner)
              <> CASE n.nspname WHEN 'sync' THEN owner_role ELSE provisioner END
    LOOP
        EXECUTE format('ALTER %s %s OWNER TO %I', r.word, r.what, r.whose);
    END LOOP;
    FOR r IN
        SELECT t.oid::regtype::text AS what
        FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
        WHERE t.typnamespace = 'sync'::regnamespace AND pg_get_userbyid(t.typowner) <> owner_role
          AND (t.typtype IN ('e', 'd') OR c.relkind = 'c')
    LOOP
        EXECUTE format('ALTER TYPE %s OWNER TO %I', r.what, owner_role);
    END LOOP;
    FOR r IN
        SELECT p.oid::regprocedure AS what, p.proname AS name, n.nspname AS schema,
               CASE n.nspname WHEN 'sync' THEN owner_role ELSE provisioner END AS whose,
               p.proowner, p.prosecdef AS definer,
               coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false) AS pinned
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ('sync', 'sync_roles')
    LOOP
        IF pg_get_userbyid(r.proowner) <> r.whose THEN
            EXECUTE format('ALTER ROUTINE %s OWNER TO %I', r.what, r.whose);
        END IF;
        EXECUTE format('REVOKE ALL ON ROUTINE %s FROM PUBLIC, %I', r.what, devices);
        IF r.schema = 'sync_roles' THEN
            EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO %I', r.what, owner_role);
        ELSIF r.definer AND (r.name = ANY (for_devices) OR r.name ~ '^(device|admin)_') THEN
            IF NOT r.pinned THEN
                RAISE EXCEPTION '% looks names up where its caller says', r.what;
            END IF;
            EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO %I', r.what, devices);
            -- What a caller may set for its session must not change what a function reads or keeps.
            EXECUTE format('ALTER ROUTINE %s SET TimeZone = ''UTC''', r.what);
            EXECUTE format('ALTER ROUTINE %s SET DateStyle = ''ISO, YMD''', r.what);
            EXECUTE format('ALTER ROUTINE %s SET IntervalStyle = ''postgres''', r.what);
            EXECUTE format('ALTER ROUTINE %s SET bytea_output = ''hex''', r.what);
            EXECUTE format('ALTER ROUTINE %s SET standard_conforming_strings = on', r.what);
            EXECUTE format('ALTER ROUTINE %s SET transform_null_equals = off', r.what);
        END IF;
    END LOOP;
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA sync, sync_roles FROM PUBLIC, %I', devices);
    EXECUTE format('GRANT USAGE ON SCHEMA sync TO %I', devices);
    EXECUTE format('GRANT USAGE ON SCHEMA sync_roles TO %I', owner_role);
    EXECUTE format('GRANT SELECT ON sync_roles.role TO %I', owner_role);

    -- Row security, the second wall: inside the functions for devices, too, a row of another
    -- tenant is not there.
    FOR r IN
        SELECT c.relname AS name,
               CASE c.relname WHEN 'tenant' THEN 'id' ELSE 'tenant' END AS tenant_column,
               c.relrowsecurity AND c.relforcerowsecurity AS secured,
               EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'sync'
                   AND p.tablename = c.relname AND p.policyname = 'own_tenant'
                   AND p.roles = ARRAY[owner_role]) AS owned,
               EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'sync'
                   AND p.tablename = c.relname AND p.policyname = 'operator'
                   AND p.roles = ARRAY[operator]) AS operated
        FROM pg_class c
        WHERE c.relnamespace = 'sync'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT c.relispartition AND c.relname NOT IN
              ('flyway_schema_history', 'device_login', 'role_permission', 'permission_write')
    LOOP
        IF NOT EXISTS (SELECT FROM pg_attribute a
                       WHERE a.attrelid = format('sync.%I', r.name)::regclass
                         AND a.attname = r.tenant_column AND NOT a.attisdropped) THEN
            RAISE EXCEPTION 'sync.% has no column that says whose its rows are', r.name;
        END IF;
        -- What stands is left alone: these statements wait for whoever uses the table, and devices
        -- are at work while a hub is prepared again. A policy of other words needs another name.
        IF NOT r.secured THEN
            EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', r.name);
            EXECUTE format('ALTER TABLE sync.%I FORCE ROW LEVEL SECURITY', r.name);
        END IF;
        IF NOT r.owned THEN
            EXECUTE format('DROP POLICY IF EXISTS own_tenant ON sync.%I', r.name);
            EXECUTE format('CREATE POLICY own_tenant ON sync.%I TO %I USING (%I = '
                '(SELECT l.tenant FROM sync.device_login l WHERE l.login = session_user))',
                r.name, owner_role, r.tenant_column);
        END IF;
        IF NOT r.operated THEN
            EXECUTE format('DROP POLICY IF EXISTS operator ON sync.%I', r.name);
            EXECUTE format('CREATE POLICY operator ON sync.%I TO %I USING (true)',
                r.name, operator);
        END IF;
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'sync'
            AND p.tablename = 'device_login' AND p.policyname = 'operator'
            AND p.roles = ARRAY[operator])
        OR NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'sync'
            AND p.tablename = 'device_login' AND p.policyname = 'added'
            AND p.roles = ARRAY[owner_role]) THEN
        ALTER TABLE sync.device_login ENABLE ROW LEVEL SECURITY;
        ALTER TABLE sync.device_login FORCE ROW LEVEL SECURITY;
        DROP POLICY IF EXISTS own_login ON sync.device_login;
        DROP POLICY IF EXISTS added ON sync.device_login;
        DROP POLICY IF EXISTS operator ON sync.device_login;
        EXECUTE format('CREATE POLICY own_login ON sync.device_login FOR SELECT TO %I '
            'USING (login = session_user)', owner_role);
        EXECUTE format('CREATE POLICY added ON sync.device_login FOR INSERT TO %I '
            'WITH CHECK (tenant = sync.session_tenant())', owner_role);
        EXECUTE format('CREATE POLICY operator ON sync.device_login TO %I USING (true)', operator);
    END IF;

    -- Whose rights are whose is every tenant's to read, and nobody's but the operator's to write.
    FOR r IN SELECT t.name, EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'sync'
                 AND p.tablename = t.name AND p.policyname = 'operator'
                 AND p.roles = ARRAY[operator]) AS operated
             FROM unnest(ARRAY['role_permission', 'permission_write']) AS t (name) LOOP
        CONTINUE WHEN r.operated;
        EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', r.name);
        EXECUTE format('ALTER TABLE sync.%I FORCE ROW LEVEL SECURITY', r.name);
        EXECUTE format('DROP POLICY IF EXISTS everyone ON sync.%I', r.name);
        EXECUTE format('DROP POLICY IF EXISTS operator ON sync.%I', r.name);
        EXECUTE format('CREATE POLICY everyone ON sync.%I FOR SELECT TO %I USING (true)',
            r.name, owner_role);
        EXECUTE format('CREATE POLICY operator ON sync.%I TO %I USING (true)', r.name, operator);
    END LOOP;

    -- Logins that a restore left behind. The bundle's time goes on.
    FOR r IN SELECT l.login, l.verifier, l.valid_until FROM sync.device_verifier l
             JOIN sync.device d ON d.tenant = l.tenant AND d.id = l.device
             WHERE d.revoked_at IS NULL
               AND NOT EXISTS (SELECT FROM pg_roles p WHERE p.rolname = l.login) LOOP
        PERFORM sync_roles.make_login(r.login, r.verifier, r.valid_until);
    END LOOP;
END $$;
