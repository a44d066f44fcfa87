package org.eventops.console.feature.privacy;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.FileSaving;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.privacy.KeptEvent;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalRow;

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
        Label title =
                new Label(
                        data.names().isEmpty()
                                ? language.get("privacy.found.unnamed")
                                : String.join(", ", data.names()));
        title.setId("privacy-name");
        title.getStyleClass().add("card-title");
        Button export = button("privacy-export", "privacy.export");
        export.setOnAction(
                event ->
                        saving.choose(
                                export.getScene().getWindow(),
                                "personal-data.json",
                                out -> model.write(data, out)));
        Button erase = button("privacy-erase", "privacy.erase");
        erase.getStyleClass().add("danger");
        erase.setOnAction(event -> model.plan());
        HBox actions = new HBox(export, erase);
        actions.getStyleClass().add("actions");
        TableView<PersonalRow> table = table(data);
        VBox all = new VBox(title, actions, table);
        all.getStyleClass().add("stack");
        VBox.setVgrow(table, Priority.ALWAYS);
        return all;
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(language.of(key));
        return button;
    }

    private TableView<PersonalRow> table(PersonalData data) {
        Map<UUID, String> events =
                data.events().stream()
                        .collect(Collectors.toMap(each -> each.id().value(), KeptEvent::name));
        TableView<PersonalRow> table = new TableView<>();
        table.setId("privacy-rows");
        table.accessibleTextProperty().bind(language.of("privacy.line"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(
                        Columns.text(
                                language,
                                "privacy.column.event",
                                220,
                                row ->
                                        events.getOrDefault(
                                                row.scope(),
                                                language.get("privacy.organisation"))));
        table.getColumns()
                .add(
                        Columns.text(
                                language,
                                "privacy.column.what",
                                170,
                                row -> language.get("privacy.part." + row.part())));
        table.getColumns()
                .add(Columns.text(language, "privacy.column.details", 420, KeptCard::details));
        table.getItems().setAll(data.rows());
        TableCopy.install(table);
        return table;
    }

    /** What says something by itself: keys of other rows do not, nor does a bare yes or no. */
    private static String details(PersonalRow row) {
        return row.columns().values().stream()
                .filter(Objects::nonNull)
                .filter(each -> !(each instanceof UUID) && !(each instanceof Boolean))
                .map(KeptCard::shown)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String shown(Object value) {
        return value instanceof Map<?, ?> map
                ? map.values().stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }
}
