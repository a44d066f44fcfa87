package org.eventops.persistence.badge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eventops.domain.badge.BadgeContent;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgePrint;
import org.eventops.domain.badge.Box;
import org.eventops.domain.badge.PrintId;
import org.eventops.domain.badge.PrintProblem;
import org.eventops.domain.badge.TextStyle;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.TextList;
import org.jspecify.annotations.Nullable;

/** Layouts and printings as rows. An element is a list of its nine fields. */
final class BadgeMappings {
    static final RowMapping<BadgeLayoutEntity, BadgeLayout> LAYOUT =
            new RowMapping<>(
                    BadgeLayoutEntity.class,
                    BadgeLayoutEntity::new,
                    BadgeMappings::layout,
                    BadgeMappings::put,
                    layout -> "");

    private BadgeMappings() {}

    private static BadgeLayout layout(BadgeLayoutEntity row) {
        return new BadgeLayout(
                row.width.doubleValue(),
                row.height.doubleValue(),
                TextList.split(row.elements).stream().map(BadgeMappings::element).toList(),
                row.logo);
    }

    private static void put(BadgeLayout layout, BadgeLayoutEntity row) {
        row.width = BigDecimal.valueOf(layout.width());
        row.height = BigDecimal.valueOf(layout.height());
        row.elements =
                TextList.join(layout.elements().stream().map(BadgeMappings::fields).toList());
        row.logo = CanonicalRows.orNull(layout.logo());
    }

    private static String fields(BadgeElement element) {
        Box box = element.box();
        TextStyle style = element.style();
        return TextList.join(
                List.of(
                        element.content().name(),
                        CanonicalRows.text(element.text()),
                        Double.toString(box.x()),
                        Double.toString(box.y()),
                        Double.toString(box.width()),
                        Double.toString(box.height()),
                        Integer.toString(style.points()),
                        Boolean.toString(style.bold()),
                        style.align().name()));
    }

    private static BadgeElement element(String fields) {
        List<String> each = TextList.split(fields);
        return new BadgeElement(
                BadgeContent.valueOf(each.get(0)),
                each.get(1),
                new Box(number(each, 2), number(each, 3), number(each, 4), number(each, 5)),
                new TextStyle(
                        Integer.parseInt(each.get(6)),
                        Boolean.parseBoolean(each.get(7)),
                        TextStyle.Align.valueOf(each.get(8))));
    }

    private static double number(List<String> fields, int at) {
        return Double.parseDouble(fields.get(at));
    }

    static BadgePrint print(BadgePrintEntity row) {
        return new BadgePrint(
                new PrintId(row.id),
                new EventId(row.scope),
                new TicketId(row.ticketId),
                row.copy,
                row.at,
                row.device,
                row.operator,
                row.ended == null ? null : new BadgePrint.End(row.ended, problem(row)));
    }

    private static @Nullable PrintProblem problem(BadgePrintEntity row) {
        return row.problem == null
                ? null
                : new PrintProblem(
                        PrintProblem.Kind.valueOf(row.problem),
                        Objects.requireNonNullElse(row.detail, ""));
    }

    static void put(BadgePrint print, BadgePrintEntity row) {
        row.ticketId = print.ticket().value();
        row.copy = print.copy();
        row.at = print.at();
        row.device = CanonicalRows.orNull(print.device());
        row.operator = CanonicalRows.orNull(print.operator());
        put(print.end(), row);
    }

    static void put(BadgePrint.@Nullable End end, BadgePrintEntity row) {
        PrintProblem problem = end == null ? null : end.problem();
        row.ended = end == null ? null : end.at();
        row.problem = problem == null ? null : problem.kind().name();
        row.detail = problem == null ? null : CanonicalRows.text(problem.detail());
    }
}
