package org.eventops.console.feature.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.FileSaving;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.privacy.KeptEvent;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.domain.privacy.Subject;

/** Every row in which something is kept of the person, and what can be done with them. */
final class KeptCard {
    private final Language language;
    private final PrivacyViewModel model;
    private final FileSaving saving;

    KeptCard(Language language, PrivacyViewModel model, FileSaving saving) {
        this.language = language;
        this.model = model;
        this.saving = saving;
    }

    Node node(PersonalData data) {
        Label title = new Label(whose(data));
        title.setId("privacy-name");
        title.getStyleClass().add("card-title");
        Button export = Controls.button(language, "privacy-export", "privacy.export");
        export.setOnAction(
                event ->
                        saving.choose(
                                export.getScene().getWindow(),
                                "personal-data.json",
                                out -> model.write(data, out)));
        Button erase = Controls.button(language, "privacy-erase", "privacy.erase");
        erase.getStyleClass().add("danger");
        erase.setOnAction(event -> model.plan());
        HBox actions = new HBox(export, erase);
        actions.getStyleClass().add("actions");
        TableView<PersonalRow> table = table(data);
        Node whole = whole(table, events(data));
        VBox all = new VBox(title, actions, table, whole);
        all.getStyleClass().add("stack");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(whole, Priority.ALWAYS);
        return all;
    }

    /** With the address too: a name may have led to whoever bought the ticket. */
    private String whose(PersonalData data) {
        String names =
                data.names().isEmpty()
                        ? language.get("privacy.found.unnamed")
                        : String.join(", ", data.names());
        return data.subject().kind() == Subject.Kind.STAFF ? names : names + " · " + data.askFor();
    }

    /** The chosen row in full: a line of the table seldom has the room. */
    private Node whole(TableView<PersonalRow> table, Map<UUID, String> events) {
        Label words = Captions.plain("privacy-row", "privacy-row");
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) ->
                                words.setText(now == null ? "" : whole(now, events)));
        table.getSelectionModel().selectFirst();
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bare", "privacy-row-scroll");
        return scroll;
    }

    private String whole(PersonalRow row, Map<UUID, String> events) {
        List<String> lines = new ArrayList<>();
        lines.add(event(row, events) + " · " + language.get("privacy.part." + row.part()));
        lines.addAll(words().lines(row));
        return String.join("\n", lines);
    }

    private String event(PersonalRow row, Map<UUID, String> events) {
        return events.getOrDefault(row.scope(), language.get("privacy.organisation"));
    }

    private static Map<UUID, String> events(PersonalData data) {
        return data.events().stream()
                .collect(Collectors.toMap(each -> each.id().value(), KeptEvent::name));
    }

    private PersonalWords words() {
        return new PersonalWords(language.texts(), model.zone());
    }

    private TableView<PersonalRow> table(PersonalData data) {
        PersonalWords words = words();
        Map<UUID, String> events = events(data);
        TableView<PersonalRow> table = new TableView<>();
        table.setId("privacy-rows");
        table.accessibleTextProperty().bind(language.of("privacy.line"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(
                        Columns.text(
                                language, "privacy.column.event", 200, row -> event(row, events)));
        table.getColumns()
                .add(
                        Columns.text(
                                language,
                                "privacy.column.what",
                                210,
                                row -> language.get("privacy.part." + row.part())));
        table.getColumns()
                .add(Columns.text(language, "privacy.column.details", 400, words::details));
        table.getItems().setAll(data.rows());
        TableCopy.install(table);
        return table;
    }
}
