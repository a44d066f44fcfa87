package org.eventops.console.feature.event;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
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
import org.eventops.console.ui.FormPanel;
import org.eventops.console.ui.Formats;
import org.eventops.domain.access.Permission;
import org.eventops.domain.door.ScanRow;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketChange;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/** Everybody who has a ticket, and the ticket that is open beside them. */
final class AttendeesSection {
    private final ScreenContext context;
    private final Language language;
    private final EventPageViewModel model;
    private final BorderPane pane = new BorderPane();
    private final TableView<AttendeeRow> table;
    private @Nullable TicketId open;

    AttendeesSection(ScreenContext context, EventPageViewModel model) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        this.table = new AttendeeTable(language, model.attendees(), model::productName).view();
        layout();
    }

    private record Opened(Ticket ticket, List<ScanRow> scans) {}

    Node node() {
        return pane;
    }

    private void layout() {
        TextField typed = new TextField();
        typed.setId("attendee-filter");
        typed.promptTextProperty().bind(language.of("ticketing.attendees.filter"));
        typed.accessibleTextProperty().bind(language.of("ticketing.attendees.filter"));
        typed.textProperty().bindBidirectional(model.attendees().typedProperty());
        typed.setPrefColumnCount(30);
        Label count = new Label();
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        language.get(
                                                "ticketing.attendees.count",
                                                model.attendees().shown().size()),
                                model.attendees().shown(),
                                language.textsProperty()));
        count.getStyleClass().add("muted");
        HBox tools = new HBox(typed, count);
        tools.getStyleClass().add("tools");
        pane.setTop(tools);
        pane.setCenter(table);
        table.setId("attendees");
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> chosen(row));
        model.attendees().arrangedProperty().addListener((property, before, now) -> choose());
        context.current()
                .property()
                .addListener((property, before, now) -> leave(now.map(EventRow::id)));
    }

    /** Rows that are put in place anew drop the choice, which is not the person's doing. */
    private void chosen(@Nullable AttendeeRow row) {
        if (row != null && !row.id().equals(open)) {
            open = row.id();
            open(row);
        }
    }

    /** The ticket that is open stays chosen, wherever it stands now. */
    private void choose() {
        List<AttendeeRow> rows = model.attendees().shown();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(open)) {
                table.getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    private void leave(Optional<EventId> now) {
        if (!now.equals(model.openId())) {
            open = null;
            pane.setRight(null);
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void open(AttendeeRow row) {
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
                .onSuccess(
                        found ->
                                found.filter(each -> row.id().equals(open))
                                        .ifPresent(each -> show(row.id(), each)))
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
                context.permits().may(Permission.CHANGE_ORDERS),
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
        Label title = new Label();
        title.textProperty().bind(live(() -> language.get("ticketing.scans", scans.size())));
        title.getStyleClass().add("field-name");
        lines.getChildren().add(title);
        ZoneId zone = model.pageProperty().get().orElseThrow().event().zone();
        for (ScanRow row : scans.reversed()) {
            Label what = new Label();
            what.textProperty().bind(language.of("door.verdict." + row.scan().verdict().name()));
            Label where = new Label();
            where.textProperty().bind(live(() -> where(row, zone)));
            where.getStyleClass().add("muted");
            lines.getChildren().add(new VBox(what, where));
        }
        return lines;
    }

    private String where(ScanRow row, ZoneId zone) {
        return Formats.moment(row.scan().at(), zone, language.locale()) + " · " + row.list();
    }

    private StringBinding live(Callable<String> text) {
        return Bindings.createStringBinding(text, language.textsProperty());
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
                                                edit ->
                                                        model.desk()
                                                                .ticketing()
                                                                .restoreTicket(id, edit)))
                .start();
    }
}
