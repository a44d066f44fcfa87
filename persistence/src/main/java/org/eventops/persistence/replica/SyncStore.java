package org.eventops.persistence.replica;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.replica.Replica;
import org.eventops.persistence.capture.WriteTurns;
import org.eventops.persistence.journal.JournalChanges;

/** The local side of the exchange with a hub, put together over one store. */
public final class SyncStore implements AutoCloseable {
    private final HubTransactions transactions;
    private final StoreReplica replica;
    private final JournalOutbox outbox;

    /**
     * What the store gives.
     *
     * @param classify says of a failure what a person could do about it
     */
    public record Ground(
            DataSource database,
            WriteTurns turns,
            JournalChanges journal,
            Tenant tenant,
            Function<Throwable, StoreException> classify) {}

    public SyncStore(Ground ground, HubTransactions.Commits commits, StoreReplica.Seal seal)
            throws SQLException {
        StoreFailure failure = new StoreFailure(ground.classify());
        JdbcRows.Held held =
                new JdbcRows.Held(
                        failure,
                        new OutboxIndex(),
                        new CursorTable(),
                        new Aliases(),
                        ground.tenant());
        this.transactions = new HubTransactions(ground.database(), ground.turns(), commits, held);
        this.replica =
                new StoreReplica(ground.database(), held, transactions, commits.stamps(), seal);
        MutationContents contents = new MutationContents(ground.journal(), failure);
        this.outbox =
                new JournalOutbox(
                        new JournalOutbox.Source(ground.database(), contents, commits.stamps()),
                        held,
                        transactions);
        commits.log().onEntered(outbox::entered);
        replica.beforeEach(outbox::index);
    }

    public StoreReplica replica() {
        return replica;
    }

    public JournalOutbox outbox() {
        return outbox;
    }

    /**
     * The store becomes one of a hub's consoles. Its rows become the hub's tenant's; what it holds
     * waits to be sent, event by event, in place of how it came about. All of it or nothing, also
     * after a crash; nothing happens if it is that console already.
     *
     * @throws IllegalStateException if it belongs to a hub as another
     */
    public void adopt(Replica.Membership member) {
        replica.adopt(member);
        outbox.tell();
    }

    /** Nothing may be asked of it afterwards. */
    @Override
    public void close() throws SQLException, IOException {
        replica.secure();
        transactions.close();
        outbox.close();
    }
}
