-- A store has one tenant, and a scope belongs to it. What tells rows apart comes first, so that most
-- comparisons end with the first column; and the tenant of all rows changes without these indexes.
ALTER TABLE ticket_order DROP CONSTRAINT ticket_order_code;
ALTER TABLE ticket_order ADD CONSTRAINT ticket_order_code UNIQUE (code, scope);
ALTER TABLE ticket DROP CONSTRAINT ticket_code;
ALTER TABLE ticket ADD CONSTRAINT ticket_code UNIQUE (code, scope);
ALTER TABLE revoked_code DROP CONSTRAINT revoked_code_code;
ALTER TABLE revoked_code ADD CONSTRAINT revoked_code_code UNIQUE (code, scope);

-- The unique key finds by scan, too.
ALTER TABLE scan_undo DROP CONSTRAINT scan_undo_scan;
DROP INDEX scan_undo_scan_id;
ALTER TABLE scan_undo ADD CONSTRAINT scan_undo_scan UNIQUE (scan_id);
