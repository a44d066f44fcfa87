package org.eventops.sync.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eventops.sync.engine.FeedTransaction.Op;
import org.jspecify.annotations.Nullable;

/** Leases and sales: docs/sync.md, "Stock". */
final class Stock {
    private final HubTransaction tx;
    private final Set<Bug> bugs;

    Stock(HubTransaction tx, Set<Bug> bugs) {
        this.tx = tx;
        this.bugs = bugs;
    }

    /** Lets a device sell as many as are left, up to so many. */
    void lease(UUID scope, String product, UUID device, int most) {
        Key key = stock(scope, product);
        Map<String, @Nullable Object> stock = Objects.requireNonNull(tx.row(key));
        int given =
                Math.min(
                        most,
                        number(stock, "capacity")
                                - number(stock, "sold")
                                - number(stock, "leased"));
        if (given > 0) {
            Map<String, @Nullable Object> lease = new LinkedHashMap<>();
            lease.put("id", tx.ids.get());
            lease.put("tenant", stock.get("tenant"));
            lease.put("scope", scope);
            lease.put("product", product);
            lease.put("device", device);
            lease.put("granted", given);
            lease.put("used", 0);
            lease.put("state", "ACTIVE");
            Key leased = new Key("lease", Row.id(lease));
            tx.set(leased, lease);
            tx.tellRow(leased);
            change(key, "leased", number(stock, "leased") + given);
        }
    }

    /** Given back by its holder, or revoked by a person. */
    void end(Key lease, String state) {
        Map<String, @Nullable Object> row = Objects.requireNonNull(tx.row(lease));
        if ("ACTIVE".equals(row.get("state"))) {
            Key key = stock(Row.scope(row), Row.text(row, "product"));
            Map<String, @Nullable Object> stock = Objects.requireNonNull(tx.row(key));
            int left = number(row, "granted") - number(row, "used");
            change(lease, "state", state);
            change(key, "leased", number(stock, "leased") - left);
        }
    }

    void sold(Key sale, Map<String, @Nullable Object> row) {
        Key lease = new Key("lease", (UUID) Objects.requireNonNull(row.get("lease_id")));
        Map<String, @Nullable Object> of = Objects.requireNonNull(tx.row(lease));
        int quantity = number(row, "quantity");
        boolean covered =
                "ACTIVE".equals(of.get("state"))
                        && tx.version.device().equals(of.get("device"))
                        && number(of, "granted") - number(of, "used") >= quantity;
        if (!covered && !bugs.contains(Bug.LEASE_UNCHECKED)) {
            tx.raise(Row.scope(row), Conflicts.of(tx, sale, "OVERSOLD", null, row, of));
            return;
        }
        Key key = stock(Row.scope(of), Row.text(of, "product"));
        Map<String, @Nullable Object> stock = Objects.requireNonNull(tx.row(key));
        change(lease, "used", number(of, "used") + quantity);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("sold", number(stock, "sold") + quantity);
        fields.put("leased", Math.max(0, number(stock, "leased") - quantity));
        tx.set(key, Row.with(stock, fields));
        tx.tell(Row.scope(stock), Op.FIELDS, key, fields);
    }

    private Key stock(UUID scope, String product) {
        Map<String, @Nullable Object> wanted = Map.of("scope", scope, "product", product);
        return new Key("stock", Objects.requireNonNull(Row.holder(tx.state.rows, "stock", wanted)));
    }

    private void change(Key key, String column, Object value) {
        Map<String, @Nullable Object> row = Objects.requireNonNull(tx.row(key));
        tx.set(key, Row.with(row, Map.of(column, value)));
        tx.tell(Row.scope(row), Op.FIELDS, key, Map.of(column, value));
    }

    static int number(Map<String, @Nullable Object> row, String column) {
        return (Integer) Objects.requireNonNull(row.get(column));
    }
}
