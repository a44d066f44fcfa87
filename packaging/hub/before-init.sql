-- What whoever administers a PostgreSQL server (16 or newer) runs once, before
-- `eventops server init`. The operator it makes is no superuser: CREATEROLE, and owner of one
-- database. Put a password of your own in place of change-me; run with psql as an administrator.

CREATE ROLE eventops_operator LOGIN CREATEROLE PASSWORD 'change-me';

-- A managed host's administrator is no superuser either, and must be able to act as the owner.
GRANT eventops_operator TO CURRENT_USER;

CREATE DATABASE eventops OWNER eventops_operator TEMPLATE template0 ENCODING 'UTF8';

\connect eventops

-- A device could otherwise fill the disk with large objects, or the journal with messages. Only a
-- superuser can take these rights away; where the host does not let you, skip the rest: a device
-- still reads and changes nothing of the hub (see README.md).
DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace
            AND p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_open', 'lo_put',
                'lo_unlink', 'lowrite', 'lo_truncate', 'lo_truncate64',
                'pg_logical_emit_message') LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;
