package org.eventops.domain.sync;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.change.Transactions;
import org.jspecify.annotations.Nullable;

/** Conflicts with the names of what they are about, as this console knows them. */
public final class ConflictCases {
    private static final List<String> NAMES = List.of("name", "label", "code", "slug", "name_key");

    private final Transactions transactions;
    private final ConflictRepository conflicts;
    private final SyncedRows rows;
    private final ThisConsole here;

    public ConflictCases(
            Transactions transactions,
            ConflictRepository conflicts,
            SyncedRows rows,
            ThisConsole here) {
        this.transactions = transactions;
        this.conflicts = conflicts;
        this.rows = rows;
        this.here = here;
    }

    public List<ConflictCase> list(ConflictRepository.Query query) {
        return transactions.read(() -> conflicts.list(query).stream().map(this::of).toList());
    }

    public Optional<ConflictCase> find(UUID id) {
        return transactions.read(() -> conflicts.find(id).map(this::of));
    }

    private ConflictCase of(Conflict conflict) {
        Map<String, @Nullable Object> event = row("event", conflict.scope());
        Map<String, @Nullable Object> about = about(conflict);
        return new ConflictCase(
                conflict,
                here.mine(conflict),
                SideReader.loser(conflict),
                SideReader.winner(conflict),
                name(about).or(() -> said(conflict)).orElse(null),
                name(event).orElse(null),
                zone(event),
                text(about, "currency").orElse(null),
                list(conflict));
    }

    /** The ticket that was let in twice, else the row itself, else what is left of it. */
    private Map<String, @Nullable Object> about(Conflict conflict) {
        if (conflict.kind() == Conflict.Kind.DUPLICATE_ENTRY) {
            return key(conflict.what()).map(ticket -> row("ticket", ticket)).orElse(Map.of());
        }
        Map<String, @Nullable Object> here = row(conflict.table(), conflict.row());
        return here.isEmpty()
                ? Stream.of(SideReader.loser(conflict), SideReader.winner(conflict))
                        .filter(SideContent.Whole.class::isInstance)
                        .map(each -> ((SideContent.Whole) each).row())
                        .findFirst()
                        .orElse(Map.of())
                : here;
    }

    private Map<String, @Nullable Object> row(@Nullable String table, @Nullable UUID key) {
        return table == null || key == null ? Map.of() : rows.row(table, key).orElse(Map.of());
    }

    /** The label that came with the conflict; a ticket's bare key says nothing to anybody. */
    private static Optional<String> said(Conflict conflict) {
        return conflict.kind() == Conflict.Kind.DUPLICATE_ENTRY
                ? Optional.empty()
                : Optional.ofNullable(conflict.what()).filter(each -> !each.isBlank());
    }

    private static Optional<UUID> key(@Nullable String what) {
        try {
            return Optional.ofNullable(what).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            // an older hub, or a ticket without a key: the conflict is shown without its name
            return Optional.empty();
        }
    }

    private @Nullable String list(Conflict conflict) {
        if (conflict.kind() != Conflict.Kind.DUPLICATE_ENTRY) {
            return null;
        }
        Object list = row("scan", conflict.row()).get("list_id");
        return list instanceof UUID key ? name(row("checkin_list", key)).orElse(null) : null;
    }

    private static Optional<String> name(Map<String, @Nullable Object> row) {
        return NAMES.stream().flatMap(each -> text(row, each).stream()).findFirst();
    }

    private static Optional<String> text(Map<String, @Nullable Object> row, String column) {
        return Optional.ofNullable(row.get(column))
                .map(Object::toString)
                .filter(each -> !each.isBlank());
    }

    private static @Nullable ZoneId zone(Map<String, @Nullable Object> event) {
        try {
            return text(event, "zone").map(ZoneId::of).orElse(null);
        } catch (DateTimeException e) {
            // a zone this Java does not know: times are shown in the computer's
            return null;
        }
    }
}
