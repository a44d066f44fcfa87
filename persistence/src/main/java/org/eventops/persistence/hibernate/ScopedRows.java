package org.eventops.persistence.hibernate;

import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.Progress;
import org.eventops.domain.exchange.MergeCounts;
import org.hibernate.StatelessSession;

/** The rows of one kind in one scope, read and merged as values under their natural keys. */
public final class ScopedRows<E extends Row, V> {
    private static final int CHUNK = 500;

    private final HibernateTransactions transactions;
    private final RowStamp stamp;
    private final RowMapping<E, V> mapping;

    public ScopedRows(
            HibernateTransactions transactions, RowStamp stamp, RowMapping<E, V> mapping) {
        this.transactions = transactions;
        this.stamp = stamp;
        this.mapping = mapping;
    }

    /** All rows of the scope, in no order. */
    public List<E> rows(UUID scope) {
        return session()
                .createNativeQuery(
                        "SELECT * FROM %s WHERE scope = :scope".formatted(table()), mapping.type())
                .setParameter("scope", scope)
                .getResultList();
    }

    /**
     * The ids of the scope's rows by what they hold in a column.
     *
     * @param column of text in which no two rows of a scope hold the same
     */
    public Map<String, UUID> idsBy(String column, UUID scope) {
        List<Object[]> pairs =
                session()
                        .createNativeQuery(
                                "SELECT %s, id FROM %s WHERE scope = :scope"
                                        .formatted(column, table()),
                                Object[].class)
                        .addScalar(column, String.class)
                        .addScalar("id", UUID.class)
                        .setParameter("scope", scope)
                        .getResultList();
        Map<String, UUID> ids = HashMap.newHashMap(pairs.size());
        pairs.forEach(pair -> ids.put((String) pair[0], (UUID) pair[1]));
        return ids;
    }

    /** All values of the scope, by natural key. */
    public List<V> values(UUID scope) {
        return rows(scope).stream()
                .map(mapping.value())
                .sorted(Comparator.comparing(mapping.key()))
                .toList();
    }

    public Optional<V> find(UUID id) {
        return Optional.ofNullable(session().get(mapping.type(), id)).map(mapping.value());
    }

    /** Replaces what the row holds; it must exist. */
    public void replace(UUID id, V value) {
        E row = session().get(mapping.type(), id);
        if (row == null) {
            throw new IllegalArgumentException("no " + mapping.type().getSimpleName() + " " + id);
        }
        update(row, value);
    }

    /** Replaces what the row holds if the value differs from it. */
    public MergeCounts replaceIfDifferent(UUID id, V value) {
        if (find(id).orElseThrow().equals(asKept(value))) {
            return new MergeCounts(0, 0, 1);
        }
        replace(id, value);
        return new MergeCounts(0, 1, 0);
    }

    /** Inserts the value, or replaces the one of the same natural key. */
    public void save(UUID scope, V value) {
        merge(scope, List.of(value), Progress.NONE);
    }

    /** Inserts with a key that is known already. */
    public void insert(UUID id, UUID scope, V value) {
        E row = fresh(scope, value);
        row.id = id;
        session().insert(row);
    }

    /** Makes the scope hold these values; leaves others as they are. */
    public MergeCounts merge(UUID scope, List<V> values, Progress progress) {
        Map<String, E> existing = HashMap.newHashMap(values.size());
        if (!values.isEmpty()) {
            rows(scope).forEach(row -> existing.put(keyOf(row), row));
        }
        List<V> added = new ArrayList<>();
        int updated = 0;
        for (V value : values) {
            E row = existing.get(mapping.key().apply(value));
            if (row == null) {
                added.add(value);
            } else if (!mapping.value().apply(row).equals(asKept(value))) {
                update(row, value);
                updated++;
            }
        }
        // So the index on the key grows at its end, and not a page here and a page there.
        added.sort(Comparator.comparing(mapping.key()));
        insertAll(scope, added, progress);
        int created = added.size();
        return new MergeCounts(created, updated, values.size() - created - updated);
    }

    /** A chunk's rows are made when its turn comes: those of a whole list fill a console's heap. */
    private void insertAll(UUID scope, List<V> values, Progress progress) {
        for (int from = 0; from < values.size(); from += CHUNK) {
            progress.throwIfCancelled();
            transactions.next();
            int to = Math.min(values.size(), from + CHUNK);
            List<V> chunk = values.subList(from, to);
            session().insertMultiple(chunk.stream().map(value -> fresh(scope, value)).toList());
            progress.at(to, values.size());
        }
    }

    private E fresh(UUID scope, V value) {
        E row = stamp.on(mapping.create().get(), scope);
        mapping.put().accept(value, row);
        return row;
    }

    private void update(E row, V value) {
        mapping.put().accept(value, row);
        session().update(row);
    }

    /** The value as it would come back from the store: 19.0 is kept as 19. */
    private V asKept(V value) {
        E row = mapping.create().get();
        mapping.put().accept(value, row);
        return mapping.value().apply(row);
    }

    private String keyOf(E row) {
        return mapping.key().apply(mapping.value().apply(row));
    }

    private String table() {
        return mapping.type().getAnnotation(Table.class).name();
    }

    private StatelessSession session() {
        return transactions.session();
    }
}
