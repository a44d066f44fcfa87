-- What a device of organisation A tries. Each block: its name, who, and what must come of it: SQLSTATEs
-- that refuse it, "empty" for no rows, "harmless" for whatever it gives, as long as nothing of B's
-- is in it. {table} stands for each synced table in turn. Who: door, or admin (of A).

-- reads a table of the hub | door | 42501
SELECT * FROM sync.{table}

-- loads B's rows of a table | door | empty EO025
SELECT * FROM sync.device_load_{table}('{b_event}', NULL, 100000)

-- loads B's own scope of a table | admin | empty EO025
SELECT * FROM sync.device_load_{table}('{b_tenant}', NULL, 100000)

-- reads the organisations | door | 42501
SELECT * FROM sync.tenant

-- reads the devices | door | 42501
SELECT * FROM sync.device

-- reads the organisations' keys | admin | 42501
SELECT * FROM sync.tenant_key

-- reads verifiers | admin | 42501
SELECT * FROM sync.device_verifier

-- reads whose login is whose | door | 42501
SELECT * FROM sync.device_login

-- reads the feed | door | 42501
SELECT * FROM sync.change_log

-- reads receipts | door | 42501
SELECT * FROM sync.receipt

-- reads clocks past the function | door | 42501
SELECT * FROM sync.scope_clock

-- reads aliases | door | 42501
SELECT * FROM sync.alias

-- reads tombstones | door | 42501
SELECT * FROM sync.tombstone

-- reads parts under way | door | 42501
SELECT * FROM sync.push_part

-- reads what was migrated | door | 42501
SELECT * FROM sync.flyway_schema_history

-- reads the hub's role names | door | 42501
SELECT * FROM sync_roles.role

-- reads one column | door | 42501
SELECT name FROM sync.ticket WHERE id = '{b_ticket}'

-- asks for a plan | door | 42501
EXPLAIN ANALYZE SELECT * FROM sync.ticket

-- reads through a subquery of a function call | door | 42501
SELECT sync.pull((SELECT id FROM sync.event LIMIT 1), 1, 0, NULL, 10)

-- reads with TABLE | door | 42501
TABLE sync.person

-- writes a scan past the functions | door | 42501
INSERT INTO sync.scan SELECT * FROM sync.scan

-- changes B's ticket | door | 42501
UPDATE sync.ticket SET name = 'mine' WHERE id = '{b_ticket}'

-- deletes | door | 42501
DELETE FROM sync.event

-- empties | door | 42501
TRUNCATE sync.event CASCADE

-- merges | door | 42501
MERGE INTO sync.device d USING (SELECT 1) s ON true WHEN MATCHED THEN UPDATE SET role = 'admin'

-- locks a table | door | 42501
BEGIN; LOCK TABLE sync.scope_clock IN ACCESS EXCLUSIVE MODE

-- locks rows | door | 42501
SELECT * FROM sync.scope_clock FOR UPDATE

-- drops a table | door | 42501
DROP TABLE sync.ticket

-- drops the schema | door | 42501
DROP SCHEMA sync CASCADE

-- alters a table | door | 42501
ALTER TABLE sync.ticket DISABLE ROW LEVEL SECURITY

-- adds a policy | door | 42501
CREATE POLICY mine ON sync.ticket USING (true)

-- adds a trigger | door | 42501
CREATE TRIGGER mine BEFORE INSERT ON sync.scan EXECUTE FUNCTION suppress_redundant_updates_trigger()

-- adds an index | door | 42501
CREATE INDEX ON sync.ticket (name)

-- adds a rule | door | 42501
CREATE RULE mine AS ON INSERT TO sync.scan DO NOTHING

-- grants itself a table | door | 42501
GRANT ALL ON sync.ticket TO {a_login}

-- grants itself a function | door | 42501
GRANT EXECUTE ON FUNCTION sync.revoke_device(uuid, uuid) TO {a_login}

-- replaces a function | door | 42501
CREATE OR REPLACE FUNCTION sync.me() RETURNS sync.device LANGUAGE sql AS 'SELECT NULL::sync.device'

-- takes a function over | door | 42501
ALTER FUNCTION sync.me() OWNER TO {a_login}

-- loosens a function's search path | door | 42501
ALTER FUNCTION sync.me() RESET ALL

-- calls what is the owner's: enrol | door | 42501
SELECT * FROM sync.enroll_device('{b_tenant}', 'x', 'admin', NULL, 'x', interval '1 day')

-- calls what is the owner's: revoke | door | 42501
SELECT sync.revoke_device('{b_tenant}', '{b_device}')

-- calls what is the owner's: devices of B | admin | 42501
SELECT * FROM sync.devices_of('{b_tenant}')

-- calls what is the owner's: a row of B | door | 42501
SELECT sync.row_of('ticket', '{b_tenant}', '{b_ticket}')

-- calls what is the owner's: a hash of B | door | 42501
SELECT * FROM sync.hash_ticket('{b_tenant}', '{b_event}')

-- calls what is the owner's: a device's name | door | 42501
SELECT sync.device_name('{b_tenant}', '{b_device}')

-- calls what is the owner's: an author of its own making | door | 42501
SELECT sync.merge_one(NULL::sync.author, NULL, NULL)

-- calls what is the provisioner's: a new login | door | 42501
SELECT sync_roles.make_login('d_000000000000000000000000', 'x', NULL)

-- calls what is the provisioner's: B's secret | door | 42501
SELECT sync_roles.set_secret('{b_login}', 'x')

-- calls what is the provisioner's: ends B's sessions | door | 42501
SELECT sync_roles.end_sessions('{b_login}')

-- calls what is the provisioner's: closes B's login | door | 42501
SELECT sync_roles.close_login('{b_login}')

-- calls what is the provisioner's: reaps at will | door | 42501
SELECT sync_roles.reap('0 s', '0 s')

-- who am I | door | harmless
SELECT sync.me()

-- greets with B's lineage | door | harmless
SELECT * FROM sync.hello(2, 'probe', '{b_lineage}')

-- greets with nonsense | door | EO020
SELECT * FROM sync.hello(NULL, repeat('x', 100000), NULL)

-- asks for clocks | door | harmless
SELECT * FROM sync.clocks()

-- pulls B's event | door | EO023 EO025
SELECT * FROM sync.pull('{b_event}', 1, 0, NULL, 100000)

-- pulls B's own scope | admin | EO023 EO025
SELECT * FROM sync.pull('{b_tenant}', 1, 0, NULL, 100000)

-- pulls with B's mark | door | EO023
SELECT * FROM sync.pull('{a_event}', 1, 1, '{b_mark}', 100000)

-- pulls nothing at all | door | EO023 EO025 EO026
SELECT * FROM sync.pull(NULL, NULL, NULL, NULL, NULL)

-- pulls a negative cursor | door | EO026
SELECT * FROM sync.pull('{a_event}', 1, -1, NULL, 100000)

-- pulls more than there is | door | harmless
SELECT * FROM sync.pull('{a_event}', 1, 0, NULL, 2147483647)

-- asks where B's event stands | door | EO025
SELECT * FROM sync.device_load_head('{b_event}')

-- asks where B's own scope stands | admin | EO025
SELECT * FROM sync.device_load_head('{b_tenant}')

-- loads from a row of B's on | door | harmless
SELECT * FROM sync.device_load_ticket('{a_event}', '{b_ticket}', 2147483647)

-- asks for B's hashes | door | empty EO025
SELECT * FROM sync.hashes('{b_event}') WHERE rows > 0

-- asks for the hashes of B's own scope | admin | empty EO025
SELECT * FROM sync.hashes('{b_tenant}') WHERE rows > 0

-- pushes as B's device | admin | EO025
SELECT * FROM sync.push('{b_device}', '{b_lineage}', ARRAY['{"n":1,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[]}'])

-- pushes another's mutations without the right to | door | EO025
SELECT * FROM sync.push('{a_admin}', '{a_lineage}', ARRAY['{"n":1,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[]}'])

-- pushes into B's event | door | harmless
SELECT * FROM sync.push('{a_device}', '{a_lineage}', ARRAY['{"n":1001,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"revoked_code","s":"{b_event}","o":"I","k":"{fresh2}","c":{"id":[null,"{fresh2}"],"tenant":[null,"{b_tenant}"],"scope":[null,"{b_event}"],"code":[null,"x"]}}]}'])

-- changes B's ticket by its id | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1002,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"ticket","s":"{b_event}","o":"U","k":"{b_ticket}","c":{"name":["x","mine"]}}]}'])

-- changes B's ticket as one of its own event | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1003,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"ticket","s":"{a_event}","o":"U","k":"{b_ticket}","c":{"name":["x","mine"],"tenant":["{b_tenant}","{a_tenant}"]}}]}'])

-- deletes B's event | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1004,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"event","s":"{b_event}","o":"D","k":"{b_event}","c":{}}]}'])

-- makes a scan of B's ticket | door | harmless
SELECT * FROM sync.push('{a_device}', '{a_lineage}', ARRAY['{"n":1005,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"scan","s":"{a_event}","o":"I","k":"{fresh2}","c":{"list_id":[null,"{b_ticket}"],"ticket_id":[null,"{b_ticket}"],"code":[null,"x"],"kind":[null,"ENTRY"],"verdict":[null,"ADMITTED"],"at":[null,"2026-11-21T10:00:00.000000Z"]}}]}'])

-- writes a row under B's organisation | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1006,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"sponsor","s":"{b_tenant}","o":"I","k":"{fresh2}","c":{"tenant":[null,"{b_tenant}"],"scope":[null,"{b_tenant}"],"name":[null,"x"],"industry":[null,"x"]}}]}'])

-- writes a row with B's organisation in its columns | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1007,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"sponsor","s":"{a_tenant}","o":"I","k":"{fresh2}","c":{"tenant":[null,"{b_tenant}"],"scope":[null,"{b_tenant}"],"name":[null,"x"],"industry":[null,"x"]}}]}'])

-- names a table that is none of the synced | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1008,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"device","s":"{a_tenant}","o":"U","k":"{a_admin}","c":{"role":["admin","admin"]}}]}'])

-- names a table with SQL in it | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1009,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"event; DROP TABLE sync.event","s":"{a_tenant}","o":"I","k":"{fresh2}","c":{"name":[null,"x"]}}]}'])

-- names a column with SQL in it | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1010,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"sponsor","s":"{a_tenant}","o":"I","k":"{fresh2}","c":{"name\" = (SELECT seal_private FROM sync.tenant_key LIMIT 1) --":[null,"x"]}}]}'])

-- writes the hub's own columns | admin | harmless
SELECT * FROM sync.push('{a_admin}', '{a_admin_lineage}', ARRAY['{"n":1011,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z","changes":[{"t":"sponsor","s":"{a_tenant}","o":"I","k":"{fresh2}","c":{"name":[null,"y"],"industry":[null,"x"],"sync_dev":[null,"{b_device}"],"sync_at":[null,"1999-01-01T00:00:00Z"]}}]}'])

-- takes the id of a mutation of B's | door | harmless
SELECT * FROM sync.push('{a_device}', '{a_lineage}', ARRAY['{"n":1012,"id":"{b_mark}","at":"2026-11-21T10:00:00.000000Z","changes":[]}'])

-- pushes no JSON | door | EO026
SELECT * FROM sync.push('{a_device}', '{a_lineage}', ARRAY['nonsense'])

-- pushes JSON a mile deep | door | EO026 54001
SELECT * FROM sync.push('{a_device}', '{a_lineage}', ARRAY[repeat('[', 100000)])

-- pushes nulls | door | EO026 EO025
SELECT * FROM sync.push(NULL, NULL, NULL)

-- pushes ten thousand at once | door | EO026
SELECT * FROM sync.push('{a_device}', '{a_lineage}', (SELECT array_agg('{}'::text) FROM generate_series(1, 10000)))

-- wakes its own | door | harmless
SELECT sync.poke()

-- changes its lineage | door | harmless
SELECT sync.new_lineage()

-- reaps, which ends nobody that is at work | door | harmless
SELECT sync.device_reap()

-- lists devices without being an administrator | door | EO003
SELECT * FROM sync.admin_devices()

-- takes the keys without being an administrator | door | EO003
SELECT * FROM sync.admin_tenant_keys()

-- revokes without being an administrator | door | EO003
SELECT sync.admin_revoke_device('{a_admin}')

-- enrols without being an administrator | door | EO003
SELECT * FROM sync.admin_create_device('x', 'admin', NULL, '{verifier}')

-- asks which organisation it administers | door | EO003
SELECT sync.admin_tenant()

-- lists devices as A's administrator | admin | harmless
SELECT * FROM sync.admin_devices()

-- takes the keys as A's administrator | admin | harmless
SELECT * FROM sync.admin_tenant_keys()

-- revokes B's device | admin | EO012
SELECT sync.admin_revoke_device('{b_device}')

-- enrols for B's event | admin | EO011
SELECT * FROM sync.admin_create_device('x', 'door', ARRAY['{b_event}']::uuid[], '{verifier}')

-- enrols with a password for a verifier | admin | EO011
SELECT * FROM sync.admin_create_device('x', 'door', NULL, 'password')

-- enrols with SQL for a verifier | admin | EO011
SELECT * FROM sync.admin_create_device('x', 'door', NULL, '{verifier}'' SUPERUSER --')

-- enrols with SQL for a name | admin | EO011
SELECT * FROM sync.admin_create_device('x''; DROP ROLE {b_login}; --', 'door', NULL, '{verifier}')

-- enrols with a role of PostgreSQL's | admin | EO011
SELECT * FROM sync.admin_create_device('x', 'pg_execute_server_program', NULL, '{verifier}')

-- sets a secret that is no verifier | door | EO011
SELECT sync.device_secret('password')

-- sets a secret with SQL in it | door | EO011
SELECT sync.device_secret('{verifier}'' CREATEROLE --')

-- becomes the owner | door | 42501
SET ROLE {owner}

-- becomes the provisioner | door | 42501
SET ROLE {provisioner}

-- becomes the group of devices | door | 42501
SET ROLE {devices}

-- becomes the operator | door | 42501
SET ROLE {operator}

-- becomes B's device | door | 42501
SET ROLE {b_login}

-- becomes a superuser | door | 42501
SET ROLE postgres

-- becomes B's device as session | door | 42501
SET SESSION AUTHORIZATION {b_login}

-- becomes the superuser as session | door | 42501
SET SESSION AUTHORIZATION postgres

-- becomes a predefined role | door | 42501
SET ROLE pg_read_all_data

-- goes back to what it never left | door | harmless
RESET SESSION AUTHORIZATION; RESET ROLE; SELECT * FROM sync.clocks()

-- sets a role through set_config | door | 42501
SELECT set_config('role', '{owner}', false)

-- sets session authorization through set_config | door | 42501
SELECT set_config('session_authorization', '{b_login}', false)

-- claims B's organisation by a setting | door | harmless
SET sync.tenant = '{b_tenant}'; SET app.tenant = '{b_tenant}'; SET request.jwt.claims = '{"tenant":"{b_tenant}"}'; SELECT * FROM sync.clocks()

-- claims B's login by application_name | door | harmless
SET application_name = '{b_login}'; SELECT * FROM sync.clocks()

-- switches row security off | door | harmless 42501
SET row_security = off; SELECT * FROM sync.clocks()

-- switches triggers off | door | 42501
SET session_replication_role = replica

-- shadows names by the search path | door | harmless
SET search_path = public, pg_temp, sync, pg_catalog; SELECT * FROM sync.clocks()

-- changes how dates are written | door | harmless
SET DateStyle = 'ISO, DMY'; SET TimeZone = 'Asia/Tokyo'; SELECT * FROM sync.pull('{a_event}', 1, 0, NULL, 1000)

-- changes how strings are read | door | harmless
SET standard_conforming_strings = off; SET transform_null_equals = on; SELECT * FROM sync.clocks()

-- makes plpgsql prefer columns | door | 42501
DO $$ BEGIN END $$; SET plpgsql.variable_conflict = 'use_column'

-- makes plpgsql prefer columns before it is there | door | harmless
SET plpgsql.variable_conflict = 'use_column'; SELECT * FROM sync.pull('{a_event}', 1, 0, NULL, 1000)

-- loads a library | door | 42501 58P01
LOAD 'auto_explain'

-- preloads a library | door | 55P02 42501
SET session_preload_libraries = 'x'

-- has others' statements logged | door | 42501
SET log_min_duration_statement = 0

-- has its deadlocks go unseen | door | 42501
SET deadlock_timeout = '1h'

-- changes the server's settings | door | 42501
ALTER SYSTEM SET max_connections = 1

-- reads the server's settings that are secret | door | harmless
SELECT current_setting('data_directory', true) WHERE false

-- asks where the data is | door | 42501
SHOW data_directory

-- lets time limits go | door | harmless
SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0

-- makes itself superuser | door | 42501
ALTER ROLE {a_login} SUPERUSER

-- may make roles | door | 42501
ALTER ROLE {a_login} CREATEROLE

-- may make databases | door | 42501
ALTER ROLE {a_login} CREATEDB

-- passes row security by | door | 42501
ALTER ROLE {a_login} BYPASSRLS

-- may replicate | door | 42501
ALTER ROLE {a_login} REPLICATION

-- takes more connections | door | 42501
ALTER ROLE {a_login} CONNECTION LIMIT 100

-- lives for ever | door | 42501
ALTER ROLE {a_login} VALID UNTIL 'infinity'

-- takes another name | door | 0A000
ALTER ROLE {a_login} RENAME TO postgres2

-- changes its own secret | door | harmless
ALTER ROLE {a_login} PASSWORD '{a_secret}'

-- changes its own settings | door | harmless
ALTER ROLE {a_login} SET lock_timeout = 0

-- changes B's secret | door | 42501
ALTER ROLE {b_login} PASSWORD 'x'

-- changes B's settings | door | 42501
ALTER ROLE {b_login} SET search_path = public

-- changes everybody's settings | door | 42501
ALTER ROLE ALL SET search_path = public

-- drops B's login | door | 42501
DROP ROLE {b_login}

-- makes a role | door | 42501
CREATE ROLE probe LOGIN

-- joins the owner | door | 42501
GRANT {owner} TO {a_login}

-- lets others join it | door | 42501
GRANT {a_login} TO {b_login}

-- joins those who read everything | door | 42501
GRANT pg_read_all_data TO {a_login}

-- leaves the group of devices for B | door | harmless 42501
REVOKE {devices} FROM {b_login}

-- takes over what the owner owns | door | 42501
REASSIGN OWNED BY {owner} TO {a_login}

-- drops what the owner owns | door | 42501
DROP OWNED BY {owner} CASCADE

-- makes a schema | door | 42501
CREATE SCHEMA probe

-- makes a table | door | 42501
CREATE TABLE public.probe (x int)

-- makes a table in the hub's schema | door | 42501
CREATE TABLE sync.probe (x int)

-- makes a temporary table | door | 42501
CREATE TEMP TABLE probe (x int)

-- makes a temporary table from a query | door | 42501
SELECT 1 AS x INTO TEMP probe

-- makes a temporary function | door | 42501 3F000
CREATE FUNCTION pg_temp.probe() RETURNS int LANGUAGE sql AS 'SELECT 1'

-- makes a function | door | 42501
CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT NULL::timestamptz'

-- makes an operator | door | 42501
CREATE OPERATOR public.= (FUNCTION = uuid_ne, LEFTARG = uuid, RIGHTARG = uuid)

-- makes a cast | door | 42501
CREATE CAST (text AS uuid) WITH INOUT AS IMPLICIT

-- makes a type | door | 42501
CREATE TYPE public.probe AS (x int)

-- makes a domain | door | 42501
CREATE DOMAIN public.probe AS text

-- makes a view | door | 42501
CREATE VIEW public.probe AS SELECT 1

-- makes a sequence | door | 42501
CREATE SEQUENCE public.probe

-- makes a database | door | 42501
CREATE DATABASE probe

-- makes a tablespace | door | 42501
CREATE TABLESPACE probe LOCATION '/tmp'

-- makes an extension | door | 42501 0A000 58P01
CREATE EXTENSION dblink SCHEMA pg_catalog

-- makes an event trigger | door | 42501 42883
CREATE EVENT TRIGGER probe ON ddl_command_start EXECUTE FUNCTION public.probe()

-- makes a publication | door | 42501
CREATE PUBLICATION probe FOR ALL TABLES

-- makes a subscription | door | 42501
CREATE SUBSCRIPTION probe CONNECTION 'host=127.0.0.1' PUBLICATION x

-- makes a language | door | 42501 42704
CREATE LANGUAGE plpython3u

-- makes a foreign server | door | 42501 42704
CREATE SERVER probe FOREIGN DATA WRAPPER postgres_fdw

-- changes the database | door | 42501
ALTER DATABASE {database} SET search_path = public

-- drops the database | door | 42501 55006 25001
DROP DATABASE {database}

-- comments on a role | door | 42501
COMMENT ON ROLE {b_login} IS 'x'

-- runs a block | door | harmless
DO $$ BEGIN PERFORM 1; END $$

-- reads in a block | door | 42501
DO $$ BEGIN PERFORM * FROM sync.ticket; END $$

-- becomes another in a block | door | 42501
DO $$ BEGIN EXECUTE 'SET ROLE {owner}'; END $$

-- runs an untrusted language | door | 42501 42704
DO LANGUAGE plpython3u $$ import os $$

-- reads a file of the server | door | 42501
COPY (SELECT 1) TO '/tmp/probe'

-- runs a program on the server | door | 42501
COPY (SELECT 1) TO PROGRAM 'id'

-- copies a table out | door | 42501
COPY sync.ticket TO STDOUT

-- reads a server's file | door | 42501
SELECT pg_read_file('/etc/passwd')

-- reads a server's file as bytes | door | 42501
SELECT pg_read_binary_file('postgresql.conf')

-- lists a server's folder | door | 42501
SELECT pg_ls_dir('.')

-- asks about a server's file | door | 42501
SELECT pg_stat_file('postgresql.conf')

-- lists logs | door | 42501
SELECT * FROM pg_ls_logdir()

-- lists the journal | door | 42501
SELECT * FROM pg_ls_waldir()

-- imports a file as large object | door | 42501
SELECT lo_import('/etc/passwd')

-- makes a large object | door | 42501
SELECT lo_create(0)

-- makes a large object of bytes | door | 42501
SELECT lo_from_bytea(0, 'x')

-- reads all large objects | door | 42501
SELECT * FROM pg_largeobject

-- reads passwords | door | 42501
SELECT * FROM pg_authid

-- reads passwords, the old way | door | 42501
SELECT * FROM pg_shadow

-- sees no password in pg_roles | door | empty
SELECT 1 FROM pg_roles WHERE rolpassword <> '********'

-- reads statistics of columns | door | empty
SELECT * FROM pg_stats WHERE schemaname = 'sync'

-- reads statistics underneath | door | 42501
SELECT * FROM pg_statistic

-- reads what others run | door | empty
SELECT query FROM pg_stat_activity WHERE usename <> session_user AND query <> '<insufficient privilege>'

-- reads where others come from | door | empty
SELECT client_addr FROM pg_stat_activity WHERE usename <> session_user AND client_addr IS NOT NULL

-- reads who may connect from where | door | 42501
SELECT * FROM pg_hba_file_rules

-- reads the configuration files | door | 42501
SELECT * FROM pg_file_settings

-- reads function bodies | door | harmless
SELECT prosrc FROM pg_proc WHERE pronamespace = 'sync'::regnamespace

-- reads the policies | door | harmless
SELECT * FROM pg_policies

-- reads the names of roles | door | harmless
SELECT rolname FROM pg_roles

-- reads locks | door | harmless
SELECT * FROM pg_locks

-- measures tables | door | harmless
SELECT relname, reltuples, pg_relation_size(oid) FROM pg_class WHERE relnamespace = 'sync'::regnamespace

-- ends B's session | door | 42501
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{b_login}'

-- cancels B's statement | door | 42501
SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = '{b_login}'

-- ends its own session's others | door | harmless
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = session_user AND pid <> pg_backend_pid()

-- has B's memory logged | door | 42501
SELECT pg_log_backend_memory_contexts(pid) FROM pg_stat_activity WHERE usename = '{b_login}'

-- reloads the configuration | door | 42501
SELECT pg_reload_conf()

-- turns the log over | door | 42501
SELECT pg_rotate_logfile()

-- makes a checkpoint | door | 42501
CHECKPOINT

-- makes a replication slot | door | 42501 55000
SELECT pg_create_physical_replication_slot('probe')

-- makes a logical slot | door | 42501 55000
SELECT pg_create_logical_replication_slot('probe', 'test_decoding')

-- writes to the journal | door | 42501
SELECT pg_logical_emit_message(false, 'probe', repeat('x', 100))

-- resets statistics | door | 42501
SELECT pg_stat_reset()

-- exports and takes a snapshot | door | harmless
SELECT length(pg_export_snapshot()) > 0

-- vacuums the hub | door | harmless
VACUUM sync.ticket

-- analyzes the hub | door | harmless
ANALYZE sync.ticket

-- prepares a transaction | door | 55000 42501
BEGIN; PREPARE TRANSACTION 'probe'

-- takes an advisory lock that is everybody's | door | harmless
SELECT pg_advisory_lock(1), pg_advisory_lock(hashtext('flyway'))

-- listens where B is woken | door | harmless
LISTEN "{b_channel}"

-- wakes B | door | harmless
SELECT pg_notify('{b_channel}', '')

-- fills the channel | door | harmless
SELECT count(pg_notify('probe', i::text)) FROM generate_series(1, 1000) AS i

-- sends a message too long | door | 22023
SELECT pg_notify('probe', repeat('x', 10000))

-- asks XML for a table | door | 42501
SELECT table_to_xml('sync.ticket', true, false, '')

-- asks XML for a query | door | 42501
SELECT query_to_xml('SELECT * FROM sync.person', true, false, '')

-- asks XML for the schema | door | harmless
SELECT length(schema_to_xml('sync', true, false, '')::text) < 100000

-- reads a table's rows by tid | door | 42501
SELECT * FROM sync.ticket WHERE ctid = '(0,1)'

-- reads by a cursor held over | door | 42501
DECLARE probe CURSOR WITH HOLD FOR SELECT * FROM sync.ticket

-- tells by an error whether a value is there | door | 42501
SELECT 1 / (SELECT count(*) FROM sync.ticket WHERE name LIKE '{marker}%')

-- calls a leaky function in a filter | door | 42501
SELECT * FROM sync.ticket WHERE pg_notify('probe', name) IS NOT NULL

-- learns by text search | door | 42501
SELECT ts_stat('SELECT to_tsvector(name) FROM sync.ticket')

-- learns by ts_rewrite | door | 42501
SELECT ts_rewrite('a'::tsquery, 'SELECT name::tsquery, name::tsquery FROM sync.ticket')

-- sleeps | door | harmless
SELECT pg_sleep(0.05)

-- hands over a part as B's device | door | EO025 EO026
SELECT * FROM sync.push_part('{b_device}', '{b_lineage}', '{"n":1,"id":"{fresh}","at":"2026-11-21T10:00:00.000000Z"}', 0, true, '[]')

-- hands over a part of a mutation of B's | door | harmless EO022 EO025 EO026
SELECT * FROM sync.push_part('{a_device}', '{a_lineage}', '{"n":1,"id":"{b_mark}","at":"2026-11-21T10:00:00.000000Z"}', 0, false, '[]')

-- leases B's stock | door | empty EO025 harmless
SELECT * FROM sync.lease_take('{b_event}', '{marker}', 1)

-- leases less than nothing | door | harmless EO025 EO026
SELECT * FROM sync.lease_take('{a_event}', 'A', -5)

-- gives back a lease of B's | door | harmless EO025
SELECT sync.lease_return('{b_ticket}')

-- revokes a lease of B's | admin | harmless EO025
SELECT sync.lease_revoke('{b_ticket}')

-- trims the feed without the right to | door | EO025
SELECT sync.device_trim_feed()

-- trims B's feed | admin | 42501
SELECT sync.trim_feed('{b_tenant}', 0)

-- starts B's history anew | admin | 42501
SELECT sync.bump_epoch('{b_tenant}')

-- asks where it is woken | door | harmless
SELECT sync.device_channel()
