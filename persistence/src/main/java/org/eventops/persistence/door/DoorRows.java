package org.eventops.persistence.door;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ListId;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.Scan;
import org.eventops.domain.door.Undo;
import org.eventops.domain.event.EventId;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** The door's rows, for the repository, the queries and merging. */
public final class DoorRows {
    /** Scans, each with its being taken back. */
    static final String SCANS =
            "SELECT {s.*}, {u.*} FROM scan s LEFT JOIN scan_undo u ON u.scan_id = s.id WHERE ";

    private final HibernateTransactions transactions;
    private final RowStamp stamp;
    private final ScopedRows<GateEntity, Gate> gates;
    private final ScopedRows<ListEntity, CheckinList> lists;

    public DoorRows(HibernateTransactions transactions, RowStamp stamp) {
        this.transactions = transactions;
        this.stamp = stamp;
        this.gates = new ScopedRows<>(transactions, stamp, DoorMappings.GATE);
        this.lists = new ScopedRows<>(transactions, stamp, DoorMappings.LIST);
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(GateEntity.class, ListEntity.class, ScanEntity.class, UndoEntity.class);
    }

    public ScopedRows<?, Gate> gates() {
        return gates;
    }

    public ScopedRows<?, CheckinList> lists() {
        return lists;
    }

    List<ListEntity> listRows(UUID scope) {
        return lists.rows(scope);
    }

    /** By name. */
    List<ListRow> namedLists(EventId event) {
        return listRows(event.value()).stream()
                .map(row -> new ListRow(new ListId(row.id), DoorMappings.list(row)))
                .sorted(Comparator.comparing(row -> row.list().name()))
                .toList();
    }

    void insert(Scan scan) {
        ScanEntity row = stamp.on(new ScanEntity(), scan.event().value());
        row.id = scan.id().value();
        DoorMappings.put(scan, row);
        session().insert(row);
    }

    void insertUndo(UUID scan, UUID scope, Undo undo) {
        UndoEntity row = stamp.on(new UndoEntity(), scope);
        row.scanId = scan;
        row.at = undo.at();
        row.reason = CanonicalRows.orNull(undo.reason());
        row.operator = CanonicalRows.orNull(undo.operator());
        session().insert(row);
    }

    Optional<Scan> scan(UUID id) {
        return scans(SCANS + "s.id = :id").setParameter("id", id).getResultList().stream()
                .findFirst()
                .map(DoorRows::scan);
    }

    /**
     * @param sql that gives {@code {s.*}, {u.*}}, which {@link #scan} reads, and what is added
     */
    NativeQuery<Object[]> scans(String sql) {
        return session()
                .createNativeQuery(sql, Object[].class)
                .addEntity("s", ScanEntity.class)
                .addEntity("u", UndoEntity.class);
    }

    static Scan scan(Object[] columns) {
        return DoorMappings.scan((ScanEntity) columns[0], (UndoEntity) columns[1]);
    }

    StatelessSession session() {
        return transactions.session();
    }
}
