package org.eventops.console.feature.ticket;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.ticket.KeysViewModel.Row;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.Presence;
import org.eventops.domain.access.Permission;
import org.eventops.domain.ticketing.issue.Verification;
import org.jspecify.annotations.Nullable;

/** The keys that sign, and a field that says what a code says. */
final class KeysCard extends VBox {
    private static final double ROW = 44;
    private static final int ROWS = 3;

    private final Language language;
    private final KeysViewModel model;
    private final ZoneId zone;
    private final ListView<Row> keys;
    private final Button retire = new Button();
    private final Label answer = new Label();
    private boolean sure;

    /**
     * @param zone in which times are told
     */
    KeysCard(ScreenContext context, KeysViewModel model, ZoneId zone) {
        this.language = context.language();
        this.model = model;
        this.zone = zone;
        this.keys = new ListView<>(model.rows());
        getStyleClass().addAll("card", "form");
        keys.setId("keys");
        keys.setFixedCellSize(ROW);
        keys.setPrefHeight(ROWS * ROW);
        keys.setCellFactory(list -> new Cell());
        keys.accessibleTextProperty().bind(language.of("ticket.keys"));
        keys.setPlaceholder(Captions.of(language, "ticket.keys.none", "muted"));
        keys.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> ask(false));
        language.textsProperty().addListener((property, before, now) -> ask(false));
        getChildren()
                .addAll(
                        Captions.of(language, "ticket.keys", "card-title"),
                        Captions.of(language, "ticket.keys.line", "muted"),
                        keys,
                        Presence.whenever(
                                context.permits().here(Permission.CHANGE_KEYS), actions()),
                        Captions.of(language, "ticket.verify", "card-title"),
                        Captions.of(language, "ticket.verify.line", "muted"),
                        verify(),
                        answer);
        answer.setId("verify-answer");
        answer.setWrapText(true);
        model.verifiedProperty().addListener((property, before, now) -> show(now));
        ask(false);
    }

    private FlowPane actions() {
        Button rotate = new Button();
        rotate.setId("key-new");
        rotate.textProperty().bind(language.of("ticket.keys.new"));
        rotate.setOnAction(event -> model.rotate());
        retire.setId("key-retire");
        retire.setOnAction(event -> retire());
        FlowPane row = new FlowPane(rotate, retire);
        row.getStyleClass().add("actions");
        return row;
    }

    /** It cannot be taken back and people stand outside with such codes: pressed twice. */
    private void retire() {
        Optional<Row> chosen = chosen();
        if (chosen.isPresent() && sure) {
            model.retire(chosen.get());
            ask(false);
        } else {
            ask(chosen.isPresent());
        }
    }

    private Optional<Row> chosen() {
        return Optional.ofNullable(keys.getSelectionModel().getSelectedItem()).filter(Row::isGood);
    }

    private void ask(boolean wanted) {
        sure = wanted;
        retire.setDisable(chosen().isEmpty());
        retire.setText(
                chosen().filter(each -> wanted)
                        .map(each -> language.get("ticket.keys.retire.sure", each.key().id()))
                        .orElseGet(() -> language.get("ticket.keys.retire")));
    }

    private TextField verify() {
        TextField code = new TextField();
        code.setId("verify-code");
        code.promptTextProperty().bind(language.of("ticket.verify.code"));
        code.accessibleTextProperty().bind(language.of("ticket.verify.code"));
        code.textProperty().addListener((property, before, now) -> model.verify(now));
        return code;
    }

    private void show(Optional<Verification> verified) {
        answer.setText(verified.map(this::words).orElse(""));
    }

    private String words(Verification verified) {
        return switch (verified) {
            case Verification.Unsigned unused -> language.get("ticket.verify.unsigned");
            case Verification.Stranger unused -> language.get("ticket.verify.stranger");
            case Verification.Ours ours -> ours(ours);
        };
    }

    private String ours(Verification.Ours ours) {
        if (!ours.genuine()) {
            return language.get("ticket.verify.altered", ours.event().name());
        }
        String product = ours.product() == null ? "?" : ours.product();
        String words =
                language.get(
                        "ticket.verify.genuine",
                        ours.event().name(),
                        product,
                        ours.code().payload().issue());
        String known = ours.known() ? "" : " " + language.get("ticket.verify.notYet");
        String retired =
                ours.key().retired() == null
                        ? ""
                        : " " + language.get("ticket.verify.retired", ours.key().id());
        return words + known + retired;
    }

    private final class Cell extends ListCell<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : words(row));
        }

        private String words(Row row) {
            var retired = row.key().retired();
            if (retired != null) {
                return language.get(
                        "ticket.keys.retired",
                        row.key().id(),
                        Formats.moment(retired, zone, language.locale()));
            }
            return language.get(
                    row.signsHere() ? "ticket.keys.signs" : "ticket.keys.checks", row.key().id());
        }
    }
}
