-- Whoever keeps privacy may take out of a conflict what it says of a person, and settles it by that;
-- what was too large for a console goes with it.
CREATE OR REPLACE FUNCTION sync.may_write(role text, of_tbl text, op text, cols text[])
RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN of_tbl = 'conflict' THEN op = 'U' AND (
            cols <@ ARRAY['resolved', 'resolved_by', 'taken']
                AND sync.may(role, 'SETTLE_CONFLICTS')
            OR cols <@ ARRAY['what', 'loser', 'winner', 'resolved', 'resolved_by', 'taken']
                AND sync.may(role, 'KEEP_PRIVACY'))
        WHEN of_tbl IN ('stock', 'lease') THEN false
        WHEN op <> 'I' AND of_tbl IN
            ('scan', 'scan_undo', 'status_change', 'stock_sale', 'erasure') THEN false
        ELSE sync.may(role, (SELECT w.permission FROM sync.permission_write w
                WHERE w.tbl = of_tbl))
            OR of_tbl = 'ticket' AND op = 'U' AND cols <@ ARRAY['answers']
                AND sync.may(role, 'CHECK_IN') END;
$$;

CREATE FUNCTION sync.forget_whole() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.sync_fields := NEW.sync_fields - 'whole'::text;
    RETURN NEW;
END $$;
CREATE TRIGGER forget_whole BEFORE UPDATE ON sync.conflict
FOR EACH ROW WHEN (NEW.taken = 'erased') EXECUTE FUNCTION sync.forget_whole();
