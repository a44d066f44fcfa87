package org.eventops.persistence.door;

import java.util.List;
import java.util.TreeSet;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ListId;
import org.eventops.domain.door.ProductSelection;
import org.eventops.domain.door.Scan;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.Undo;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.TextList;
import org.jspecify.annotations.Nullable;

/** Gates, lists and scans as rows. */
final class DoorMappings {
    static final RowMapping<GateEntity, Gate> GATE =
            new RowMapping<>(
                    GateEntity.class,
                    GateEntity::new,
                    row -> new Gate(row.key, row.name),
                    DoorMappings::put,
                    Gate::key);
    static final RowMapping<ListEntity, CheckinList> LIST =
            new RowMapping<>(
                    ListEntity.class,
                    ListEntity::new,
                    DoorMappings::list,
                    DoorMappings::put,
                    CheckinList::name);

    private DoorMappings() {}

    private static void put(Gate gate, GateEntity row) {
        row.key = gate.key();
        row.name = CanonicalRows.text(gate.name());
    }

    static CheckinList list(ListEntity row) {
        List<String> products = TextList.split(row.products);
        return new CheckinList(
                row.name,
                row.allProducts ? ProductSelection.ALL : ProductSelection.of(products),
                row.includePending,
                row.multipleEntry,
                row.reentryAfterExit,
                row.addonMatching,
                row.rules,
                new TreeSet<>(TextList.split(row.gates)),
                row.date);
    }

    private static void put(CheckinList list, ListEntity row) {
        row.name = CanonicalRows.text(list.name());
        row.allProducts = list.products().all();
        row.products = TextList.join(list.products().keys());
        row.includePending = list.includePending();
        row.multipleEntry = list.multipleEntry();
        row.reentryAfterExit = list.reentryAfterExit();
        row.addonMatching = list.addonMatching();
        row.rules = CanonicalRows.orNull(list.rules());
        row.gates = TextList.join(list.gates());
        row.date = list.date();
    }

    static Scan scan(ScanEntity row, @Nullable UndoEntity undo) {
        return new Scan(
                new ScanId(row.id),
                new EventId(row.scope),
                new ListId(row.listId),
                row.ticketId == null ? null : new TicketId(row.ticketId),
                row.code,
                ScanKind.valueOf(row.kind),
                Verdict.valueOf(row.verdict),
                row.at,
                row.gate,
                row.device,
                row.operator,
                row.override,
                undo == null ? null : new Undo(undo.at, undo.reason, undo.operator));
    }

    static void put(Scan scan, ScanEntity row) {
        row.listId = scan.list().value();
        TicketId ticket = scan.ticket();
        row.ticketId = ticket == null ? null : ticket.value();
        row.code = CanonicalRows.text(scan.code());
        row.kind = scan.kind().name();
        row.verdict = scan.verdict().name();
        row.at = scan.at();
        row.gate = CanonicalRows.orNull(scan.gate());
        row.device = CanonicalRows.orNull(scan.device());
        row.operator = CanonicalRows.orNull(scan.operator());
        row.override = CanonicalRows.orNull(scan.override());
    }
}
