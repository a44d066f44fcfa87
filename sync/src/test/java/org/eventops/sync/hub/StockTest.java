package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Receipt.Outcome;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Stock (I7)" of docs/sync.md. */
class StockTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final Console A = WORLD.console("oficina", "admin");
    private static final Console BOX = WORLD.console("taquilla", "box_office");

    private final UUID event = Changes.key();

    @AfterAll
    static void close() {
        A.close();
        BOX.close();
        WORLD.close();
    }

    @BeforeEach
    void begin() {
        A.push(
                Changes.event(event, "venta-" + event.getLeastSignificantBits()),
                Changes.product(event, Changes.key(), "vip", "VIP", 10));
    }

    @Test
    void leasesNoMoreThanIsLeft() throws Exception {
        assertThat(lease(BOX, 7)).endsWith(",7");
        assertThat(lease(A, 7)).endsWith(",3");
        assertThat(lease(A, 7)).isNull();
        assertThat(stock()).isEqualTo("10 0 10");
        assertThat(A.last(event).entries())
                .extracting(Entry::table)
                .containsExactly("stock", "lease");
    }

    @Test
    void sellsFromALeaseAndGivesTheRestBack() throws Exception {
        UUID lease = leaseId(BOX, 7);
        Receipt receipt = BOX.push(sale(lease, 4));
        assertThat(receipt.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(stock()).isEqualTo("10 4 3");
        assertThat(asked(BOX, "SELECT sync.lease_return('" + lease + "')")).isEqualTo("t");
        assertThat(stock()).isEqualTo("10 4 0");
        assertThat(asked(BOX, "SELECT sync.lease_return('" + lease + "')")).isEqualTo("f");
    }

    @Test
    void keepsASaleThatHasNoLeaseAnyMoreAndSaysSo() throws Exception {
        UUID lease = leaseId(BOX, 5);
        assertThat(asked(A, "SELECT sync.lease_revoke('" + lease + "')")).isEqualTo("t");
        Receipt receipt = BOX.push(sale(lease, 2));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(stock()).isEqualTo("10 0 0");
        assertThat(A.last(event).entries())
                .anySatisfy(
                        entry ->
                                assertThat(entry.columns())
                                        .containsEntry("kind", "OVERSOLD")
                                        .containsEntry("what", "vip"));
        UUID other = leaseId(A, 5);
        assertThat(BOX.push(sale(other, 1)).outcome()).isEqualTo(Outcome.CONFLICT);
        UUID small = leaseId(BOX, 2);
        assertThat(BOX.push(sale(small, 3)).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(
                        WORLD.asked(
                                "SELECT count(*) FROM sync.stock_sale WHERE scope = '"
                                        + event
                                        + "'"))
                .isEqualTo("3");
    }

    @Test
    void sellsEachTicketOnceHoweverOftenItIsSent() throws Exception {
        UUID lease = leaseId(BOX, 5);
        var once = BOX.mutation(sale(lease, 2));
        BOX.send(once);
        assertThat(BOX.send(List.of(once)))
                .extracting(Receipt::outcome)
                .containsOnly(Outcome.APPLIED);
        assertThat(stock()).isEqualTo("10 2 3");
    }

    private RowChange sale(UUID lease, int quantity) {
        return Changes.insert(
                "stock_sale",
                event,
                Changes.key(),
                "lease_id",
                lease,
                "product",
                "vip",
                "quantity",
                quantity,
                "at",
                Changes.TEN);
    }

    private @Nullable String lease(Console of, int asked) throws SQLException {
        return asked(
                of,
                "SELECT lease || ',' || granted FROM sync.lease_take('%s', 'vip', %d)"
                        .formatted(event, asked));
    }

    private UUID leaseId(Console of, int asked) throws SQLException {
        return UUID.fromString(String.valueOf(lease(of, asked)).replaceFirst(",.*", ""));
    }

    private @Nullable String stock() {
        return WORLD.asked(
                "SELECT capacity || ' ' || sold || ' ' || leased FROM sync.stock WHERE scope = '"
                        + event
                        + "'");
    }

    private static @Nullable String asked(Console of, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                of.access.hub().jdbcUrl(),
                                of.access
                                        .hub()
                                        .properties(
                                                of.access.login().role(),
                                                of.access.login().secret()));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
