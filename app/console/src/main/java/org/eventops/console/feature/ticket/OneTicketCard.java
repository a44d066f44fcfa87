package org.eventops.console.feature.ticket;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eventops.console.platform.Running;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Captions;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.issue.IssueOrder.Signing;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.jspecify.annotations.Nullable;

/** One person's ticket: again as it is, or with a new code after a loss. */
final class OneTicketCard extends VBox {
    private static final int SHOWN = 20;
    private static final double ROW = 44;
    private static final int ROWS = 4;

    private final ScreenContext context;
    private final Language language;
    private final AttendeeSearch search;
    private final ListView<AttendeeRow> hits = new ListView<>();
    private Running asking = Running.NOTHING;

    OneTicketCard(
            ScreenContext context, AttendeeSearch search, BiConsumer<AttendeeRow, Signing> issue) {
        this.context = context;
        this.language = context.language();
        this.search = search;
        getStyleClass().addAll("card", "form");
        TextField typed = new TextField();
        typed.setId("one-search");
        typed.promptTextProperty().bind(language.of("ticket.one.search"));
        typed.accessibleTextProperty().bind(language.of("ticket.one.search"));
        typed.textProperty().addListener((property, before, now) -> ask(now));
        hits.setId("one-hits");
        hits.setFixedCellSize(ROW);
        hits.setPrefHeight(ROWS * ROW);
        hits.setCellFactory(list -> new Cell());
        hits.accessibleTextProperty().bind(language.of("ticket.one"));
        hits.setPlaceholder(Captions.of(language, "ticket.one.none", "muted"));
        FlowPane actions =
                new FlowPane(
                        button("one-write", "ticket.one.write", Signing.AS_IS, issue),
                        button("one-reissue", "ticket.one.reissue", Signing.REISSUE, issue));
        actions.getStyleClass().add("actions");
        getChildren()
                .addAll(
                        Captions.of(language, "ticket.one", "card-title"),
                        Captions.of(language, "ticket.one.line", "muted"),
                        typed,
                        hits,
                        actions);
    }

    private Button button(
            String id, String key, Signing how, BiConsumer<AttendeeRow, Signing> issue) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(language.of(key));
        button.disableProperty().bind(hits.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(
                event ->
                        Optional.ofNullable(hits.getSelectionModel().getSelectedItem())
                                .ifPresent(row -> issue.accept(row, how)));
        return button;
    }

    private void ask(String text) {
        asking.cancel();
        Optional<EventRow> event = context.current().get();
        if (event.isEmpty() || text.isBlank()) {
            hits.getItems().clear();
            return;
        }
        asking =
                context.tasks()
                        .read(
                                told ->
                                        told.cancelled()
                                                ? List.<AttendeeRow>of()
                                                : search.find(event.get().id(), text, SHOWN))
                        .onSuccess(this::show)
                        .start();
    }

    private void show(List<AttendeeRow> found) {
        hits.getItems().setAll(found);
        hits.getSelectionModel().selectFirst();
    }

    private final class Cell extends ListCell<AttendeeRow> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable AttendeeRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : words(row));
        }

        private String words(AttendeeRow row) {
            String name = row.name() == null ? row.code() : row.name();
            return SignedCode.read(row.code())
                    .map(
                            code ->
                                    language.get(
                                            "ticket.one.signed",
                                            name,
                                            row.order(),
                                            code.payload().issue()))
                    .orElseGet(() -> language.get("ticket.one.unsigned", name, row.order()));
        }
    }
}
