-- Stock: sold + leased never exceeds the capacity, whoever is offline. A console sells from a
-- lease; a lease is given back or revoked by a person, never by time.

-- The author of what the hub does at a device's wish, outside any mutation.
CREATE FUNCTION sync.as_author(caller sync.device) RETURNS sync.author
LANGUAGE sql VOLATILE AS $$
    SELECT ROW (caller.tenant, caller.id, caller.name, caller.role, caller.scopes, NULL,
        gen_random_uuid(), NULL, clock_timestamp())::sync.author;
$$;

-- The caller, who may sell in this scope; its clock is locked.
CREATE FUNCTION sync.seller(of_scope uuid) RETURNS sync.device
LANGUAGE plpgsql AS $$
DECLARE
    caller sync.device := sync.reader(of_scope);
BEGIN
    IF NOT sync.may_write(caller.role, 'stock_sale', 'I', '{}') THEN
        RAISE EXCEPTION 'this device does not sell' USING ERRCODE = 'EO025';
    END IF;
    PERFORM FROM sync.device d WHERE d.tenant = caller.tenant AND d.id = caller.id
    FOR NO KEY UPDATE;
    PERFORM FROM sync.scope_clock c WHERE c.tenant = caller.tenant AND c.scope = of_scope
    FOR NO KEY UPDATE;
    RETURN sync.me();
END $$;

-- Moves the numbers of a stock and says so in the feed.
CREATE FUNCTION sync.move_stock(
    a sync.author, of_scope uuid, of_product text, more_sold integer, more_leased integer)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    s sync.stock;
BEGIN
    UPDATE sync.stock k SET sold = k.sold + more_sold, leased = k.leased + more_leased
    WHERE k.tenant = a.tenant AND k.scope = of_scope AND k.product = of_product RETURNING * INTO s;
    PERFORM sync.note(a, of_scope, 'R', 'stock', s.id, sync.plain(to_jsonb(s)));
END $$;

-- The product's stock, begun with its quantity; follows a quantity that was changed as far as
-- what is sold and leased lets it. Null if the product has none.
CREATE FUNCTION sync.stock_of(a sync.author, of_scope uuid, of_product text) RETURNS sync.stock
LANGUAGE plpgsql AS $$
DECLARE
    s sync.stock;
BEGIN
    INSERT INTO sync.stock AS k
        (id, tenant, scope, product, capacity, sold, leased, sync_at, sync_dev)
    SELECT gen_random_uuid(), p.tenant, p.scope, p.name_key, greatest(p.quantity, 0), 0, 0, a.at,
        a.device
    FROM sync.product p WHERE p.tenant = a.tenant AND p.scope = of_scope
        AND p.name_key = of_product AND p.quantity IS NOT NULL
    ON CONFLICT (tenant, scope, product) DO UPDATE
    SET capacity = greatest(excluded.capacity, k.sold + k.leased)
    RETURNING * INTO s;
    RETURN s;
END $$;

-- As many as are left, up to what is asked; no row if none is.
CREATE FUNCTION sync.lease_take(of_scope uuid, of_product text, asked integer)
RETURNS TABLE (lease uuid, granted integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    a sync.author := sync.as_author(sync.seller(of_scope));
    s sync.stock := sync.stock_of(a, of_scope, of_product);
    given integer := least(asked, s.capacity - s.sold - s.leased);
    l sync.lease;
BEGIN
    IF s.id IS NULL OR given IS NULL OR given < 1 THEN
        RETURN;
    END IF;
    PERFORM sync.move_stock(a, of_scope, of_product, 0, given);
    INSERT INTO sync.lease
        (id, tenant, scope, product, device, granted, used, state, sync_at, sync_dev)
    VALUES (gen_random_uuid(), a.tenant, of_scope, of_product, a.device, given, 0, 'ACTIVE', a.at,
        a.device) RETURNING * INTO l;
    PERFORM sync.note(a, of_scope, 'R', 'lease', l.id, sync.plain(to_jsonb(l)));
    RETURN QUERY SELECT l.id, l.granted;
END $$;

CREATE FUNCTION sync.end_lease(of_lease uuid, ending text, by_admin boolean) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    caller sync.device := sync.me();
    a sync.author;
    l sync.lease;
BEGIN
    SELECT * INTO l FROM sync.lease e WHERE e.tenant = caller.tenant AND e.id = of_lease;
    caller := sync.seller(l.scope);
    IF (CASE WHEN by_admin THEN caller.role <> 'admin' ELSE l.device <> caller.id END) THEN
        RAISE EXCEPTION 'not a lease of this device' USING ERRCODE = 'EO025';
    END IF;
    a := sync.as_author(caller);
    UPDATE sync.lease e SET state = ending
    WHERE e.tenant = caller.tenant AND e.id = of_lease AND e.state = 'ACTIVE' RETURNING * INTO l;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM sync.note(a, l.scope, 'R', 'lease', l.id, sync.plain(to_jsonb(l)));
    PERFORM sync.move_stock(a, l.scope, l.product, 0, l.used - l.granted);
    RETURN true;
END $$;

-- False if it had ended already.
CREATE FUNCTION sync.lease_return(of_lease uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT sync.end_lease(of_lease, 'RETURNED', false);
$$;

CREATE FUNCTION sync.lease_revoke(of_lease uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT sync.end_lease(of_lease, 'REVOKED', true);
$$;

-- A sale that has come in: out of its lease, or kept with a conflict. The numbers never lie.
CREATE FUNCTION sync.sell(a sync.author, sale jsonb) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    l sync.lease;
    left_over jsonb;
BEGIN
    UPDATE sync.lease e SET used = e.used + (sale ->> 'quantity')::integer
    WHERE e.tenant = a.tenant AND e.id = (sale ->> 'lease_id')::uuid AND e.state = 'ACTIVE'
        AND e.device = a.device AND e.product = sale ->> 'product'
        AND e.scope = (sale ->> 'scope')::uuid AND (sale ->> 'quantity')::integer > 0
        AND e.granted - e.used >= (sale ->> 'quantity')::integer
    RETURNING * INTO l;
    IF FOUND THEN
        PERFORM sync.note(a, l.scope, 'R', 'lease', l.id, sync.plain(to_jsonb(l)));
        PERFORM sync.move_stock(a, l.scope, l.product, (sale ->> 'quantity')::integer,
            -(sale ->> 'quantity')::integer);
        RETURN 0;
    END IF;
    SELECT sync.plain(to_jsonb(s)) INTO left_over FROM sync.stock s WHERE s.tenant = a.tenant
        AND s.scope = (sale ->> 'scope')::uuid AND s.product = sale ->> 'product';
    PERFORM sync.settle_later(a, (sale ->> 'scope')::uuid, 'OVERSOLD', sale ->> 'product',
        'stock_sale', (sale ->> 'id')::uuid, NULL,
        ROW (sync.plain(sale), a.device, a.at)::sync.side, ROW (left_over, NULL, NULL)::sync.side);
    RETURN 2;
END $$;
