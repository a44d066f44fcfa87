package org.eventops.sync.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    /** What this program speaks. The hub serves its own protocol and, once released, two before. */
    int PROTOCOL = 2;

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

    /**
     * One chunk of a scope's content: whole rows, table by table in the order of {@code
     * SyncedTables} and in each by key, of one snapshot.
     *
     * @param table the first to be read
     * @param after rows of the first table with higher keys; null from its beginning
     * @param rows at most, of all tables together
     */
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
     * @param sections without those of tables in which there was nothing
     * @param more whether rows after the last of these were left
     */
    record Chunk(
            long epoch, long clock, @Nullable UUID mark, List<Section> sections, boolean more) {
        /**
         * Rows of one table, at least one.
         *
         * @param rows may be read from what the hub sent whenever one is asked for
         */
        public record Section(String table, List<Map<String, @Nullable Object>> rows) {
            /** As a store's index of natural keys has them: it writes them twice as fast so. */
            private Section byNaturalKey() {
                if (NaturalKey.columns(table).isEmpty()) {
                    return this;
                }
                String column = NaturalKey.movable(table);
                String[] keys =
                        rows.stream()
                                .map(row -> String.valueOf(row.get(column)))
                                .toArray(String[]::new);
                int[] order =
                        IntStream.range(0, keys.length)
                                .boxed()
                                .sorted(Comparator.comparing(at -> keys[at]))
                                .mapToInt(Integer::intValue)
                                .toArray();
                return new Section(table, new Reordered(rows, order));
            }

            private Section part(int from, int to) {
                return new Section(table, new ArrayList<>(rows.subList(from, to)));
            }
        }

        /** The rows of a table. */
        public List<Map<String, @Nullable Object>> rows(String table) {
            return sections.stream()
                    .filter(section -> section.table().equals(table))
                    .findFirst()
                    .map(Section::rows)
                    .orElse(List.of());
        }

        /** The same rows, those of each table in the order of their natural keys. */
        Chunk byNaturalKey() {
            return new Chunk(
                    epoch,
                    clock,
                    mark,
                    sections.stream().map(Section::byNaturalKey).toList(),
                    more);
        }

        /** The same in smaller ones, in order; at least one. Their rows are read once. */
        Iterable<Chunk> parts(int most) {
            int count = sections.stream().mapToInt(section -> section.rows().size()).sum();
            int parts = Math.max(1, Math.ceilDiv(count, most));
            return () ->
                    IntStream.range(0, parts)
                            .mapToObj(part -> part(part * most, most, more || part + 1 < parts))
                            .iterator();
        }

        private Chunk part(int skip, int most, boolean moreAfter) {
            List<Section> some = new ArrayList<>();
            int begin = 0;
            for (Section section : sections) {
                int end = begin + section.rows().size();
                int from = Math.max(begin, skip);
                int to = Math.min(end, skip + most);
                if (from < to) {
                    some.add(section.part(from - begin, to - begin));
                }
                begin = end;
            }
            return new Chunk(epoch, clock, mark, some, moreAfter);
        }
    }
}
