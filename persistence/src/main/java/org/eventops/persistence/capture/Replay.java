package org.eventops.persistence.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.journal.JournalRecovery;
import org.eventops.persistence.journal.Mutation;
import org.eventops.persistence.journal.Place;
import org.jspecify.annotations.Nullable;

/**
 * Applies journalled mutations to the database, each in a transaction of its own. Applied again, in
 * order, they lead to the same rows.
 */
public final class Replay {
    private final Connection connection;

    /**
     * @param connection straight to the database, not through the journal, auto-commit off
     */
    public Replay(Connection connection) {
        this.connection = connection;
    }

    public void apply(JournalRecovery.Placed placed) throws SQLException {
        Mutation mutation = placed.mutation();
        Set<UUID> scopes = new HashSet<>();
        long bytes = 0;
        boolean entries = false;
        for (byte[] encoded : mutation.changes()) {
            RowChange change = RowCodec.decode(encoded);
            apply(change);
            if (!Machinery.is(change)) {
                scopes.add(change.scope());
                bytes += encoded.length;
            }
            entries |=
                    change.table().equals(Machinery.OUTBOX) && change.op() == RowChange.Op.INSERT;
        }
        if (mutation.origin() == Mutation.Origin.HERE) {
            scopes.remove(RowCodec.UNKNOWN);
            OutboxEntry.of(mutation, placed.place(), bytes, scopes).enter(connection);
        } else {
            if (entries) {
                place(connection, mutation.number(), placed.place());
            }
            mark(connection, mutation);
        }
        connection.commit();
    }

    /** What came from the hub has no entry in the outbox: its number is kept here. */
    static void mark(Connection connection, Mutation mutation) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE journal_mark SET number = ?, at = ?")) {
            update.setLong(1, mutation.number());
            update.setObject(2, mutation.at().atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    /** Mutations that a frame from the hub's side brought into the outbox begin where it does. */
    static void place(Connection connection, long frame, Place place) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE outbox SET segment = ?, place = ? WHERE frame = ?"
                                + " AND number > ?")) {
            update.setLong(1, place.segment());
            update.setLong(2, place.offset());
            update.setLong(3, frame);
            update.setLong(4, frame);
            update.executeUpdate();
        }
    }

    /** Does what one change says. */
    public void apply(RowChange change) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        if (Machinery.is(change)) {
            for (String sql : Machinery.sql(change, values)) {
                execute(sql, values);
            }
            return;
        }
        String sql = RowSql.of(change, values);
        try {
            execute(sql, values);
        } catch (SQLIntegrityConstraintViolationException e) {
            again(change, sql, values, e);
        }
    }

    private void again(
            RowChange change,
            String sql,
            List<@Nullable Object> values,
            SQLIntegrityConstraintViolationException first)
            throws SQLException {
        if (new Room(connection).makeFor(change)) {
            execute(sql, values);
        } else if (!isThere(change)) {
            throw first;
        }
        // Otherwise the row is there as a later mutation has made it, which is applied in its turn.
    }

    private void execute(String sql, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    private boolean isThere(RowChange change) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM " + change.table() + " WHERE id = ?")) {
            query.setObject(1, change.key());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
