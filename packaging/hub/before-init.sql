-- What whoever administers a PostgreSQL server (16 or newer) runs once, before
-- `eventops server init`. The operator it makes is no superuser: CREATEROLE, and owner of one
-- database. Put a password of your own in place of change-me; run with psql as an administrator.

CREATE ROLE eventops_operator LOGIN CREATEROLE PASSWORD 'change-me';

-- A managed host's administrator is no superuser either, and must be able to act as the owner.
GRANT eventops_operator TO CURRENT_USER;

CREATE DATABASE eventops OWNER eventops_operator TEMPLATE template0 ENCODING 'UTF8';

\connect eventops

-- Large objects: a device could otherwise fill the disk with them. Only a superuser can take these
-- rights away; where the host does not let you, skip the rest: a device can then store large
-- objects, but reads and changes nothing of the hub (see README.md).
REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea),
    lo_open(oid, integer), lo_put(oid, bigint, bytea), lo_unlink(oid), lowrite(integer, bytea),
    lo_truncate(integer, integer), lo_truncate64(integer, bigint) FROM PUBLIC;
