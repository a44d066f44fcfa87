package org.eventops.sync.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.jspecify.annotations.Nullable;

/**
 * The hub as an engine calls it: one device's view, one call at a time. A call that throws may have
 * been done all the same, unless the problem says otherwise; every call can be repeated.
 */
public interface Hub extends AutoCloseable {
    /** Says who calls and which protocol it speaks; the first call of every connection. */
    Welcome hello(Hello hello) throws HubProblem;

    /**
     * Hands over mutations, in the order of their numbers.
     *
     * @return one receipt for each, in the same order
     */
    List<Receipt> push(Sender sender, List<LocalMutation> mutations) throws HubProblem;

    /**
     * Hands over a part of a large mutation; parts that are there already are passed over.
     *
     * @return the receipt once the last part has made it whole; empty before
     */
    Optional<Receipt> pushPart(
            Sender sender, LocalMutation head, int part, boolean last, List<RowChange> changes)
            throws HubProblem;

    /** Where each scope the device may read stands now; the cheap poll. */
    List<ScopeClock> clocks() throws HubProblem;

    /**
     * Whole transactions after the cursor, in order and without holes.
     *
     * @param entries about how many entries at most; a transaction is never cut
     * @throws HubProblem {@code STRANGER} if the hub has another mark at the cursor or is behind
     *     it, {@code TOO_FAR_BEHIND} if the feed is no longer kept from there on
     */
    List<FeedTransaction> pull(Cursor cursor, int entries) throws HubProblem;

    /** One chunk of the first load: whole rows of a table with keys after a given one, by key. */
    Chunk load(UUID scope, String table, @Nullable UUID after, int rows) throws HubProblem;

    /** Content hash of docs/sync.md of the scope as it stands, by table. */
    Map<String, ContentHash> hashes(UUID scope) throws HubProblem;

    /**
     * Begins another lineage for this device, after {@code OTHER_HISTORY}.
     *
     * @return the new lineage
     */
    UUID newLineage() throws HubProblem;

    /** Tells the others that there is something to fetch; may be lost. */
    void poke(List<UUID> scopes) throws HubProblem;

    @Override
    void close();

    /**
     * @param protocol of this program; a hub serves the current one and the two before it
     * @param last the id of the newest mutation this console has an answer for; null if there is
     *     none
     */
    record Hello(int protocol, String program, @Nullable UUID last) {}

    /**
     * @param retention how many days of feed are kept
     * @param awayDays how many days without the hub lock a console
     * @param known whether the hub has the mutation the hello named: a console pushes again what it
     *     has answers for when the hub has lost the newest
     */
    record Welcome(
            UUID device,
            UUID tenant,
            String name,
            String role,
            Instant now,
            int retention,
            int awayDays,
            boolean known) {}

    /** Whose mutations these are: the caller's own, or those of another device that it carries. */
    record Sender(UUID device, UUID lineage) {}

    /**
     * @param live whether an event is on, so that it is asked often
     */
    record ScopeClock(UUID scope, long epoch, long seq, boolean live) {}

    /**
     * @param clock sequence number of the scope at the time of the chunk's snapshot
     * @param mark of the transaction that ended there, null at 0
     * @param rows may be read from what the hub sent whenever one is asked for
     * @param more whether rows with higher keys were left
     */
    record Chunk(
            long epoch,
            long clock,
            @Nullable UUID mark,
            List<Map<String, @Nullable Object>> rows,
            boolean more) {
        /** The same in smaller ones, in order; at least one. Their rows are read once. */
        Iterable<Chunk> parts(int most) {
            int parts = Math.max(1, Math.ceilDiv(rows.size(), most));
            return () ->
                    IntStream.range(0, parts).mapToObj(part -> part(part * most, most)).iterator();
        }

        private Chunk part(int from, int most) {
            int to = Math.min(rows.size(), from + most);
            return new Chunk(
                    epoch,
                    clock,
                    mark,
                    new ArrayList<>(rows.subList(from, to)),
                    more || to < rows.size());
        }
    }
}
