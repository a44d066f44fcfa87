package org.eventops.sync.hub;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.Hub.Sender;
import org.eventops.sync.json.MutationJson;

/** A part of a large mutation. The last one may take the hub long: it merges the whole then. */
final class PartPush {
    private static final Duration MERGING = Duration.ofMinutes(10);

    private PartPush() {}

    static Optional<Receipt> of(
            Connection connection,
            Sender sender,
            LocalMutation head,
            int part,
            boolean last,
            List<RowChange> changes)
            throws SQLException, IOException {
        String sent = PgHub.utf8(MutationJson.bytes(changes));
        Patience.set(connection, (last ? MERGING : Duration.ZERO).plus(Patience.of(sent.length())));
        if (last) {
            PgHub.run(connection, "SET statement_timeout = '10min'");
        }
        Optional<Receipt> receipt = send(connection, sender, head, part, last, sent);
        if (last) {
            PgHub.run(connection, "RESET statement_timeout");
        }
        Patience.usual(connection);
        return receipt;
    }

    private static Optional<Receipt> send(
            Connection connection,
            Sender sender,
            LocalMutation head,
            int part,
            boolean last,
            String changes)
            throws SQLException, IOException {
        LocalMutation bare =
                new LocalMutation(head.number(), head.id(), head.at(), List.of(), false);
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT * FROM sync.push_part(?, ?, ?, ?, ?, ?)")) {
            ask.setObject(1, sender.device());
            ask.setObject(2, sender.lineage());
            ask.setString(3, PgHub.utf8(MutationJson.bytes(bare)));
            ask.setInt(4, part);
            ask.setBoolean(5, last);
            ask.setString(6, changes);
            try (ResultSet answer = ask.executeQuery()) {
                return PgHub.receipts(answer).stream().findFirst();
            }
        }
    }
}
