package org.eventops.persistence.replica;

import java.io.IOException;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.capture.Machinery;
import org.eventops.persistence.capture.OutboxEntry;
import org.eventops.persistence.capture.Stamps;

/** The outbox: what waits is known in memory, the changes themselves stand in the journal. */
public final class JournalOutbox implements Outbox {
    private static final String FIRST = " ORDER BY number FETCH FIRST ? ROWS ONLY";

    private final Source source;
    private final JdbcRows.Held held;
    private final HubTransactions transactions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** From where it is read. */
    record Source(DataSource database, MutationContents contents, Stamps stamps) {}

    JournalOutbox(Source source, JdbcRows.Held held, HubTransactions transactions) {
        this.source = source;
        this.held = held;
        this.transactions = transactions;
    }

    /** A mutation of this console has been committed. */
    void entered(OutboxEntry entry) {
        held.outbox().add(entry);
        tell();
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<LocalMutation> waiting(long after, int most, long bytes) {
        return upTo(index().waiting(after, most), bytes);
    }

    private List<LocalMutation> upTo(List<OutboxIndex.Lain> lain, long bytes) {
        List<LocalMutation> mutations = new ArrayList<>();
        long size = 0;
        for (OutboxIndex.Lain each : lain) {
            size += each.entry().content().bytes();
            if (!mutations.isEmpty() && size > bytes) {
                break;
            }
            mutations.add(source.contents().of(each.entry()));
        }
        return mutations;
    }

    @Override
    public void parts(long number, PartReader reader) {
        Optional<OutboxIndex.Lain> lain =
                index().find(number)
                        .or(() -> select("WHERE number = ?", List.of(number)).stream().findFirst());
        OutboxEntry entry =
                lain.orElseThrow(() -> new IllegalArgumentException("no mutation " + number))
                        .entry();
        source.contents().parts(entry, reader);
    }

    @Override
    public List<LocalMutation> answeredSince(Instant time, long after, int most, long bytes) {
        return upTo(
                select(
                        "WHERE number > ? AND answered >= ?" + FIRST,
                        List.of(after, time.atOffset(ZoneOffset.UTC), most)),
                bytes);
    }

    @Override
    public Optional<UUID> newestAnswered(Instant time) {
        return select(
                        "WHERE answered >= ? ORDER BY number DESC FETCH FIRST ROW ONLY",
                        List.of(time.atOffset(ZoneOffset.UTC)))
                .stream()
                .findFirst()
                .map(lain -> lain.entry().id());
    }

    @Override
    public List<Lying> overlaid(UUID scope) {
        return index().over(scope, held.cursors().followed(scope)).stream()
                .map(lain -> new Lying(source.contents().of(lain.entry()), lain.upTo().get(scope)))
                .toList();
    }

    @Override
    public Backlog backlog() {
        OutboxIndex index = index();
        Instant oldest = index.oldest().map(lain -> lain.entry().at()).orElse(null);
        return new Backlog(index.count(), oldest, source.stamps().last());
    }

    @Override
    public void onAdded(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void forgetAnsweredBefore(Instant time) {
        RowChange gone = Machinery.entriesGoneAnsweredBefore(time);
        boolean any =
                !select(
                                "WHERE answered < ? FETCH FIRST 1 ROW ONLY",
                                List.of(time.atOffset(ZoneOffset.UTC)))
                        .isEmpty();
        if (any) {
            transactions.apply(
                    org.eventops.domain.change.replica.Replica.Weight.SMALL,
                    rows -> {
                        rows.machinery(gone);
                        return true;
                    });
        }
    }

    /** Read from the database when it is first asked for; a store without a hub never does. */
    OutboxIndex index() {
        OutboxIndex index = held.outbox();
        if (!index.known()) {
            synchronized (this) {
                if (!index.known()) {
                    index.asking();
                    index.fill(lying());
                }
            }
        }
        return index;
    }

    private List<OutboxIndex.Lain> lying() {
        List<OutboxIndex.Lain> found =
                new ArrayList<>(select("WHERE answered IS NULL ORDER BY number", List.of()));
        select("WHERE answered IS NOT NULL ORDER BY number", List.of()).stream()
                .filter(this::lies)
                .forEach(found::add);
        return found;
    }

    private boolean lies(OutboxIndex.Lain lain) {
        return lain.entry().scopes().stream()
                .anyMatch(scope -> lain.liesOver(scope, held.cursors().followed(scope)));
    }

    private List<OutboxIndex.Lain> select(String where, List<Object> values) {
        return held.failure()
                .watch(
                        () -> {
                            try (Connection connection = source.database().getConnection();
                                    Statements statements = new Statements(connection)) {
                                return OutboxTable.select(statements, where, values);
                            }
                        });
    }

    void close() throws IOException {
        source.contents().close();
    }
}
