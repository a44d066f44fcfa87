package org.eventops.console.feature.event;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.FormPanel;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.StatusChip;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.door.ScanRow;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketChange;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/** Everybody who has a ticket, and the ticket that is open beside them. */
final class AttendeesSection {
    private final ScreenContext context;
    private final Language language;
    private final EventPageViewModel model;
    private final BorderPane pane = new BorderPane();
    private final TableView<AttendeeRow> table = new TableView<>();

    AttendeesSection(ScreenContext context, EventPageViewModel model) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        layout();
    }

    private record Opened(Ticket ticket, List<ScanRow> scans) {}

    Node node() {
        return pane;
    }

    private void layout() {
        TextField typed = new TextField();
        typed.promptTextProperty().bind(language.of("ticketing.attendees.filter"));
        typed.accessibleTextProperty().bind(language.of("ticketing.attendees.filter"));
        typed.textProperty().bindBidirectional(model.typedProperty());
        typed.setPrefColumnCount(30);
        Label count = new Label();
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        language.get(
                                                "ticketing.attendees.count",
                                                model.attendees().size()),
                                model.attendees(),
                                language.textsProperty()));
        count.getStyleClass().add("muted");
        HBox tools = new HBox(typed, count);
        tools.getStyleClass().add("tools");
        columns();
        pane.setTop(tools);
        pane.setCenter(table);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> open(row));
        language.textsProperty()
                .addListener(
                        (property, before, now) -> {
                            table.refresh();
                            open(table.getSelectionModel().getSelectedItem());
                        });
    }

    private void columns() {
        SortedList<AttendeeRow> sorted = new SortedList<>(model.attendees());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setTableMenuButtonVisible(true);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(
                                        language,
                                        "ticketing.field.name",
                                        190,
                                        row -> or(row.name())),
                                Columns.text(
                                        language,
                                        "ticketing.field.email",
                                        220,
                                        row -> or(row.email())),
                                Columns.text(
                                        language,
                                        "ticketing.field.product",
                                        120,
                                        AttendeeRow::product),
                                Columns.text(
                                        language, "ticketing.field.order", 90, AttendeeRow::order),
                                Columns.<AttendeeRow, OrderStatus>drawn(
                                        language,
                                        "ticketing.field.payment",
                                        110,
                                        AttendeeRow::payment,
                                        (cell, each) ->
                                                cell.setGraphic(
                                                        new StatusChip(
                                                                language.get(
                                                                        "ticketing.payment."
                                                                                + each.name()),
                                                                each))),
                                Columns.<AttendeeRow, Boolean>drawn(
                                        language,
                                        "ticketing.field.entered",
                                        90,
                                        AttendeeRow::entered,
                                        (cell, each) ->
                                                cell.setText(
                                                        each ? language.get("app.yes") : "–"))));
        table.setPlaceholder(
                new EmptyState(
                        language,
                        Material2MZ.PEOPLE,
                        "ticketing.attendees.empty",
                        "ticketing.attendees.empty.line"));
        TableCopy.install(table);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void open(@Nullable AttendeeRow row) {
        if (row == null) {
            pane.setRight(null);
            return;
        }
        EventDesk desk = model.desk();
        context.tasks()
                .read(
                        () ->
                                desk.store()
                                        .transactions()
                                        .read(
                                                () ->
                                                        desk.ports()
                                                                .ticketing()
                                                                .ticket(row.id())
                                                                .map(
                                                                        ticket ->
                                                                                new Opened(
                                                                                        ticket,
                                                                                        desk.door()
                                                                                                .scansOf(
                                                                                                        row
                                                                                                                .id())))))
                .onSuccess(found -> found.ifPresent(each -> show(row.id(), each)))
                .start();
    }

    private void show(TicketId id, Opened opened) {
        Ticket ticket = opened.ticket();
        String name = or(ticket.attendee().name());
        FormPanel form =
                new FormPanel(
                        language,
                        name.isEmpty() ? language.get("ticketing.noName") : name,
                        language.get("ticketing.code", ticket.code()));
        TextField named = form.text("name", "ticketing.field.name", name);
        TextField email = form.text("email", "ticketing.field.email", ticket.attendee().email());
        TextField phone = form.text("phone", "ticketing.field.phone", ticket.attendee().phone());
        TextField company =
                form.text("company", "ticketing.field.company", ticket.attendee().company());
        TextField note = form.text("note", "ticketing.field.note", ticket.note());
        CheckBox attention = form.flag("ticketing.field.attention", ticket.attention());
        CheckBox blocked = form.flag("ticketing.field.blocked", ticket.blocked());
        form.save(
                () ->
                        save(
                                id,
                                new TicketChange(
                                        named.getText(),
                                        email.getText(),
                                        phone.getText(),
                                        company.getText(),
                                        note.getText(),
                                        new TicketChange.TicketFlags(
                                                attention.isSelected(), blocked.isSelected())),
                                form));
        form.getChildren().add(scans(opened.scans()));
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bare", "side-scroll");
        pane.setRight(scroll);
    }

    private Node scans(List<ScanRow> scans) {
        VBox lines = new VBox();
        lines.getStyleClass().add("history");
        Label title = new Label(language.get("ticketing.scans", scans.size()));
        title.getStyleClass().add("field-name");
        lines.getChildren().add(title);
        for (ScanRow row : scans.reversed()) {
            Label what = new Label(language.get("door.verdict." + row.scan().verdict().name()));
            Label where =
                    new Label(
                            Formats.moment(
                                            row.scan().at(),
                                            model.pageProperty().get().orElseThrow().event().zone(),
                                            language.locale())
                                    + " · "
                                    + row.list());
            where.getStyleClass().add("muted");
            lines.getChildren().add(new VBox(what, where));
        }
        return lines;
    }

    private void save(TicketId id, TicketChange change, FormPanel form) {
        context.tasks()
                .write(() -> model.desk().ticketing().change(id, change))
                .onSuccess(
                        outcome ->
                                new EditNews(context)
                                        .tell(
                                                outcome,
                                                form,
                                                before ->
                                                        model.desk()
                                                                .ticketing()
                                                                .restore(id, before)))
                .start();
    }
}
