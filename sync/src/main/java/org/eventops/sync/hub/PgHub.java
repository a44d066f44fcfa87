package org.eventops.sync.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.eventops.sync.json.MutationJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's functions in PostgreSQL, called over one connection; one round trip for each call. */
public final class PgHub implements Hub {
    /** SQLSTATE of a lock that was not to be had in time. */
    private static final String LOCKED = "55P03";

    private static final Logger LOG = LoggerFactory.getLogger(PgHub.class);

    private final Connection connection;
    private final PoolerCheck.Another another;

    PgHub(Connection connection, PoolerCheck.Another another) {
        this.connection = connection;
        this.another = another;
    }

    @Override
    public Welcome hello(Hello hello) throws HubProblem {
        return call(
                "SELECT * FROM sync.hello(?, ?, ?)",
                ask -> {
                    ask.setInt(1, hello.protocol());
                    ask.setString(2, hello.program());
                    ask.setObject(3, hello.last());
                },
                answer -> {
                    answer.next();
                    PoolerCheck.check(connection, answer.getInt("backend"), another);
                    return new Welcome(
                            uuid(answer, "device"),
                            uuid(answer, "tenant"),
                            answer.getString("name"),
                            answer.getString("role"),
                            answer.getObject("now_here", OffsetDateTime.class).toInstant(),
                            answer.getInt("retention"),
                            answer.getInt("away_days"),
                            answer.getBoolean("known"));
                });
    }

    @Override
    public List<Receipt> push(Sender sender, List<LocalMutation> mutations) throws HubProblem {
        String[] sent =
                mutations.stream()
                        .map(each -> utf8(MutationJson.bytes(each)))
                        .toArray(String[]::new);
        List<Receipt> receipts =
                call(
                        "SELECT * FROM sync.push(?, ?, ?)",
                        ask -> {
                            ask.setObject(1, sender.device());
                            ask.setObject(2, sender.lineage());
                            ask.setArray(3, connection.createArrayOf("text", sent));
                            Patience.sending(connection, size(sent));
                        },
                        answer -> {
                            Patience.usual(connection);
                            return receipts(answer);
                        });
        if (receipts.size() != mutations.size()) {
            throw new HubProblem(
                    Kind.BROKEN, receipts.size() + " receipts for " + mutations.size());
        }
        return receipts;
    }

    private static long size(String[] sent) {
        return Stream.of(sent).mapToLong(String::length).sum();
    }

    @Override
    public Optional<Receipt> pushPart(
            Sender sender, LocalMutation head, int part, boolean last, List<RowChange> changes)
            throws HubProblem {
        try {
            return PartPush.of(connection, sender, head, part, last, changes);
        } catch (SQLException e) {
            throw PgProblem.of(e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public List<ScopeClock> clocks() throws HubProblem {
        return call(
                "SELECT * FROM sync.clocks()",
                ask -> {},
                answer -> {
                    List<ScopeClock> clocks = new ArrayList<>();
                    while (answer.next()) {
                        clocks.add(
                                new ScopeClock(
                                        uuid(answer, "scope"),
                                        answer.getLong("epoch"),
                                        answer.getLong("seq"),
                                        answer.getBoolean("live")));
                    }
                    return clocks;
                });
    }

    @Override
    public List<FeedTransaction> pull(Cursor cursor, int entries) throws HubProblem {
        return call(
                "SELECT * FROM sync.pull(?, ?, ?, ?, ?)",
                ask -> {
                    ask.setObject(1, cursor.scope());
                    ask.setLong(2, cursor.epoch());
                    ask.setLong(3, cursor.seq());
                    ask.setObject(4, cursor.mark());
                    ask.setInt(5, entries);
                },
                answer -> FeedReading.transactions(cursor.scope(), answer));
    }

    @Override
    public Chunk load(UUID scope, String table, @Nullable UUID after, int rows) throws HubProblem {
        try {
            return ChunkLoad.of(connection, scope, table, after, rows);
        } catch (SQLException e) {
            throw PgProblem.of(e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public Map<String, ContentHash> hashes(UUID scope) throws HubProblem {
        return call(
                "SELECT * FROM sync.hashes(?)",
                ask -> ask.setObject(1, scope),
                answer -> {
                    Map<String, ContentHash> hashes = new HashMap<>();
                    while (answer.next()) {
                        hashes.put(
                                answer.getString("name"),
                                new ContentHash(answer.getLong("rows"), answer.getLong("sum")));
                    }
                    return hashes;
                });
    }

    @Override
    public UUID newLineage() throws HubProblem {
        return call(
                "SELECT sync.new_lineage() AS lineage",
                ask -> {},
                answer -> {
                    answer.next();
                    return uuid(answer, "lineage");
                });
    }

    @Override
    public void poke(List<UUID> scopes) throws HubProblem {
        call("SELECT sync.poke()", ask -> {}, answer -> true);
    }

    /** Ends the session; a link that is dead already is only logged. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a session that could not be ended: {}", e.getSQLState());
        }
    }

    static List<Receipt> receipts(ResultSet answer) throws SQLException, IOException {
        List<Receipt> receipts = new ArrayList<>();
        while (answer.next()) {
            receipts.add(
                    new Receipt(
                            answer.getLong("number"),
                            uuid(answer, "id"),
                            Receipt.Outcome.valueOf(answer.getString("outcome")),
                            answer.getString("reason"),
                            EntryColumns.clocks(answer.getString("up_to"))));
        }
        return receipts;
    }

    static UUID uuid(ResultSet answer, String column) throws SQLException {
        return answer.getObject(column, UUID.class);
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static HubProblem broken(Exception e) {
        return new HubProblem(Kind.BROKEN, "an answer that cannot be read", e);
    }

    private <T> T call(String sql, Asking asking, Reading<T> reading) throws HubProblem {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            asking.to(ask);
            try (ResultSet answer = ask.executeQuery()) {
                return reading.of(answer);
            }
        } catch (SQLException e) {
            HubProblem problem = PgProblem.of(e);
            if (LOCKED.equals(e.getSQLState())) {
                reap();
            }
            throw problem;
        } catch (IOException | IllegalArgumentException e) {
            throw broken(e);
        }
    }

    /** Whoever waits for a lock in vain ends the transactions that devices have left open. */
    private void reap() {
        try {
            run(connection, "SELECT sync.device_reap()");
        } catch (SQLException e) {
            LOG.info("transactions left open could not be ended: {}", e.getSQLState());
        }
    }

    private interface Asking {
        void to(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T of(ResultSet answer) throws SQLException, IOException, HubProblem;
    }

    /** Runs what has no answer. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
