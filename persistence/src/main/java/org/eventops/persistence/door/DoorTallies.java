package org.eventops.persistence.door;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.door.count.EventTally;
import org.eventops.persistence.hibernate.HibernateTransactions;

/**
 * Counts that may be asked for after every scan: the tally of an event reads only what was recorded
 * since it was last asked. Tickets that change are read again; so is everything after an import,
 * whose scans may be numbered before others that are counted already.
 */
public final class DoorTallies {
    private final HibernateTransactions transactions;
    private final Map<UUID, KeptTally> kept = new HashMap<>();
    private final Set<UUID> otherTickets = ConcurrentHashMap.newKeySet();
    private final Set<UUID> anew = ConcurrentHashMap.newKeySet();
    private Optional<TallyShelf> shelf = Optional.empty();

    public DoorTallies(HibernateTransactions transactions, LocalChanges changes) {
        this.transactions = transactions;
        changes.listen(this::changed);
    }

    /** From where tallies of the last time are taken, and where {@link #shelve} puts them. */
    public synchronized void keepOn(TallyShelf place) {
        shelf = Optional.of(place);
    }

    private void changed(LocalChange change) {
        boolean tickets = change.feature() == Feature.TICKETING;
        if (tickets) {
            otherTickets.addAll(change.scopes());
        }
        if ((tickets || change.feature() == Feature.DOOR) && transactions.inBulk()) {
            anew.addAll(change.scopes());
        }
    }

    /** Scans of these events were changed or taken away: they are counted anew. */
    public void countAnew(Set<UUID> scopes) {
        anew.addAll(scopes);
    }

    /** Asks the tally of an event, brought up to now. */
    synchronized <T> T ask(UUID scope, Function<EventTally, T> question) {
        Optional<KeptTally> known = Optional.ofNullable(kept.get(scope)).or(() -> shelved(scope));
        if (anew.remove(scope)) {
            known = Optional.empty();
        }
        boolean tickets = otherTickets.remove(scope) || known.isEmpty();
        kept.remove(scope);
        KeptTally tally = known.orElseGet(KeptTally::new);
        transactions.sql(
                connection -> {
                    bringUp(connection, scope, tally, tickets);
                    return tally;
                });
        kept.put(scope, tally);
        return question.apply(tally.tally);
    }

    private static void bringUp(Connection connection, UUID scope, KeptTally tally, boolean tickets)
            throws SQLException {
        TallyReading reading = new TallyReading(connection, scope, tally);
        if (tickets) {
            reading.tickets();
        }
        reading.scans();
    }

    private Optional<KeptTally> shelved(UUID scope) {
        return shelf.flatMap(place -> place.take(scope)).filter(fits(scope));
    }

    private Predicate<KeptTally> fits(UUID scope) {
        return tally ->
                transactions.sql(connection -> new TallyReading(connection, scope, tally).fits());
    }

    /**
     * Puts aside what is known for the next time; to be called when nothing is written any more.
     *
     * @param number of the last mutation of the store
     */
    public synchronized void shelve(long number) {
        Set<UUID> changed = new HashSet<>(otherTickets);
        changed.addAll(anew);
        Map<UUID, KeptTally> good = new HashMap<>(kept);
        good.keySet().removeAll(changed);
        shelf.ifPresent(place -> place.put(good, changed, number));
    }
}
