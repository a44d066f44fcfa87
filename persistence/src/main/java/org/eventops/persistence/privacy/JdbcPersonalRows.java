package org.eventops.persistence.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.privacy.Consent;
import org.eventops.domain.privacy.DueEvent;
import org.eventops.domain.privacy.KeptEvent;
import org.eventops.domain.privacy.NamedPerson;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.domain.privacy.PersonalRows;
import org.eventops.domain.privacy.Trace;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.TextList;
import org.jspecify.annotations.Nullable;

/** Personal data in H2: ordinary rows, changed by ordinary statements that the triggers capture. */
public final class JdbcPersonalRows implements PersonalRows {
    /** A few at a time: H2 compares each row it finds with each of them. */
    private static final int ASKED = 32;

    private static final String RETENTION = "retention.attendees";

    private static final String TRACES =
            "SELECT t.scope, t.order_id, COALESCE(o.code, ''), o.email, t.id, t.code, t.name,"
                    + " t.email, t.phone FROM ticket t LEFT JOIN ticket_order o ON o.id = t.order_id"
                    + " UNION ALL SELECT o.scope, o.id, o.code, o.email, NULL, NULL, NULL, NULL,"
                    + " NULL FROM ticket_order o WHERE o.email IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM ticket t WHERE t.order_id = o.id)";

    private static final String NAMED =
            "SELECT 'PERSON', id, scope, name, email, role FROM person"
                    + " UNION ALL SELECT 'STAFF', id, scope, name, NULL, role FROM staff"
                    + " UNION ALL SELECT 'SPONSOR', id, scope, name, email, NULL FROM sponsor";

    private static final String OPERATORS =
            "SELECT operator FROM scan UNION SELECT operator FROM scan_undo"
                    + " UNION SELECT operator FROM badge_print UNION SELECT by_whom FROM"
                    + " status_change UNION SELECT resolved_by FROM conflict";

    private static final String EVENT = "e.id, e.slug, e.name, e.status, e.ends";

    private final Sql sql;
    private final RowStamp stamp;
    private final Emptying emptying;

    public JdbcPersonalRows(HibernateTransactions transactions, RowStamp stamp) {
        this.sql = new Sql(transactions);
        this.stamp = stamp;
        this.emptying = new Emptying(sql);
    }

    @Override
    public void traces(Consumer<Trace> each) {
        sql.each(
                TRACES,
                List.of(),
                row ->
                        each.accept(
                                new Trace(
                                        Sql.uuid(row, 1),
                                        Sql.uuid(row, 2),
                                        row.getString(3),
                                        row.getString(4),
                                        Sql.uuid(row, 5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9))));
    }

    @Override
    public List<NamedPerson> named() {
        return sql.query(
                NAMED,
                List.of(),
                row ->
                        new NamedPerson(
                                Part.valueOf(row.getString(1)),
                                Sql.uuid(row, 2),
                                Sql.uuid(row, 3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)));
    }

    @Override
    public Set<String> operators() {
        Set<String> names = new HashSet<>();
        sql.each(
                OPERATORS,
                List.of(),
                row -> Optional.ofNullable(row.getString(1)).ifPresent(names::add));
        names.remove("");
        return names;
    }

    @Override
    public List<PersonalRow> rows(Part part, Collection<?> keys) {
        String select =
                "SELECT id, scope, %s FROM %s"
                        .formatted(String.join(", ", part.columns()), part.table());
        if (keys.isEmpty() || part.by().isEmpty()) {
            return sql.query(select + " ORDER BY id", List.of(), row -> personal(part, row));
        }
        List<PersonalRow> found = new ArrayList<>();
        List<?> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += ASKED) {
            Object[] some = all.subList(from, Math.min(all.size(), from + ASKED)).toArray();
            found.addAll(
                    sql.query(
                            select + " WHERE " + part.by() + " = ANY(?) ORDER BY id",
                            Collections.singletonList(typed(some)),
                            row -> personal(part, row)));
        }
        return found;
    }

    private static Object typed(Object[] keys) {
        return keys[0] instanceof UUID
                ? Arrays.copyOf(keys, keys.length, UUID[].class)
                : Arrays.copyOf(keys, keys.length, String[].class);
    }

    private static PersonalRow personal(Part part, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < part.columns().size(); i++) {
            String name = part.columns().get(i);
            Object value = Sql.value(row, i + 3);
            columns.put(
                    name,
                    name.equals("answers") && value instanceof String answers
                            ? TextList.splitMap(answers)
                            : value);
        }
        return new PersonalRow(part, Sql.uuid(row, 1), Sql.uuid(row, 2), columns);
    }

    @Override
    public List<KeptEvent> events(Collection<UUID> keys) {
        return sql
                .query(
                        "SELECT " + EVENT + " FROM event e ORDER BY e.ends, e.slug",
                        List.of(),
                        JdbcPersonalRows::event)
                .stream()
                .filter(each -> keys.contains(each.id().value()))
                .toList();
    }

    private static KeptEvent event(ResultSet row) throws SQLException {
        return new KeptEvent(
                new EventId(Sql.uuid(row, 1)),
                row.getString(2),
                row.getString(3),
                EventStatus.valueOf(row.getString(4)),
                Sql.instant(row, 5));
    }

    @Override
    public int erase(Part part, Collection<UUID> ids, Instant at, String by) {
        return emptying.rows(part, ids, at, by);
    }

    @Override
    public void withdraw(UUID consent, String digest, Instant at) {
        sql.update(
                "DELETE FROM consent WHERE subject = ? AND (scope, purpose) ="
                        + " (SELECT c.scope, c.purpose FROM consent c WHERE c.id = ?)"
                        + " AND id <> ?",
                List.of(digest, consent, consent));
        sql.update(
                "UPDATE consent SET subject = ?, given = FALSE, at = ?, source = '' WHERE id = ?",
                List.of(digest, at, consent));
    }

    @Override
    public void remember(EventId event, String digest, Instant at, String by, String reason) {
        sql.update(
                "INSERT INTO erasure (id, tenant, scope, digest, at, by_whom, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                List.of(
                        stamp.ids().next(),
                        stamp.tenant(),
                        event.value(),
                        digest,
                        at,
                        by,
                        CanonicalRows.text(reason)));
    }

    @Override
    public Set<String> digests(EventId event) {
        return new HashSet<>(
                sql.query(
                        "SELECT digest FROM erasure WHERE scope = ?",
                        List.of(event.value()),
                        row -> row.getString(1)));
    }

    @Override
    public Set<EventId> withErasures() {
        return new HashSet<>(
                sql.query(
                        "SELECT DISTINCT scope FROM erasure",
                        List.of(),
                        row -> new EventId(Sql.uuid(row, 1))));
    }

    @Override
    public void consent(EventId event, Consent consent) {
        List<@Nullable Object> said = new ArrayList<>();
        said.add(consent.given());
        said.add(consent.at());
        said.add(CanonicalRows.text(consent.source()));
        said.add(CanonicalRows.orNull(consent.wording()));
        List<Object> key = List.of(event.value(), consent.subject(), consent.purpose());
        said.addAll(key);
        int changed =
                sql.update(
                        "UPDATE consent SET given = ?, at = ?, source = ?, wording = ?"
                                + " WHERE scope = ? AND subject = ? AND purpose = ?",
                        said);
        if (changed == 0) {
            said.add(stamp.ids().next());
            said.add(stamp.tenant());
            sql.update(
                    "INSERT INTO consent (given, at, source, wording, scope, subject, purpose, id,"
                            + " tenant) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    said);
        }
    }

    @Override
    public Optional<Integer> retention() {
        return sql
                .query(
                        "SELECT content FROM org_setting WHERE name = ?",
                        List.of(RETENTION),
                        row -> Integer.valueOf(row.getString(1)))
                .stream()
                .findFirst();
    }

    @Override
    public void retention(Optional<Integer> days) {
        if (days.isEmpty()) {
            sql.update("DELETE FROM org_setting WHERE name = ?", List.of(RETENTION));
            return;
        }
        String content = days.get().toString();
        int changed =
                sql.update(
                        "UPDATE org_setting SET content = ? WHERE name = ?",
                        List.of(content, RETENTION));
        if (changed == 0) {
            sql.update(
                    "INSERT INTO org_setting (id, tenant, scope, name, content)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    List.of(
                            stamp.ids().next(),
                            stamp.tenant(),
                            stamp.tenant(),
                            RETENTION,
                            content));
        }
    }

    @Override
    public List<DueEvent> endedBefore(Instant when) {
        return sql.query(
                "SELECT "
                        + EVENT
                        + ", (SELECT COUNT(*) FROM ticket t WHERE t.scope = e.id AND "
                        + Emptying.TICKET_SAYS
                        + ") FROM event e WHERE e.ends <= ? AND (EXISTS (SELECT 1 FROM ticket t"
                        + " WHERE t.scope = e.id AND "
                        + Emptying.TICKET_SAYS
                        + ") OR EXISTS (SELECT 1 FROM ticket_order o WHERE o.scope = e.id AND"
                        + " o.email IS NOT NULL) OR EXISTS (SELECT 1 FROM consent c WHERE"
                        + " c.scope = e.id AND NOT REGEXP_LIKE(c.subject, '^[0-9a-f]{64}$')))"
                        + " ORDER BY e.ends, e.slug",
                List.of(when),
                row -> new DueEvent(event(row), row.getInt(6), when));
    }

    @Override
    public List<UUID> tickets(EventId event, int atMost) {
        return sql.query(
                "SELECT t.id FROM ticket t WHERE t.scope = ? AND "
                        + Emptying.TICKET_SAYS
                        + " FETCH FIRST ? ROWS ONLY",
                List.of(event.value(), atMost),
                row -> Sql.uuid(row, 1));
    }

    @Override
    public List<UUID> orders(EventId event, int atMost) {
        return sql.query(
                "SELECT id FROM ticket_order WHERE scope = ? AND email IS NOT NULL"
                        + " FETCH FIRST ? ROWS ONLY",
                List.of(event.value(), atMost),
                row -> Sql.uuid(row, 1));
    }
}
