package org.eventops.console.feature.door;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.eventops.console.shell.Language;
import org.eventops.domain.door.ScanRow;
import org.eventops.domain.event.EventRow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The last ten scans of the list; what let somebody in or out can be taken back. */
final class LogPane extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Language language;
    private final DoorViewModel model;
    private final VBox rows = new VBox();
    private final TextField reason = new TextField();

    LogPane(Language language, DoorViewModel model) {
        this.language = language;
        this.model = model;
        Label title = new Label();
        title.textProperty().bind(language.of("door.screen.last"));
        title.getStyleClass().add("card-title");
        rows.getStyleClass().add("log-rows");
        getStyleClass().addAll("card", "door-log");
        reason.setId("undo-reason");
        reason.promptTextProperty().bind(language.of("door.screen.undo.reason"));
        reason.visibleProperty().bind(model.supervisorProperty());
        reason.managedProperty().bind(model.supervisorProperty());
        getChildren().addAll(title, reason, rows);
        setMinHeight(0);
        setClip(clip());
        model.log().rows().addListener((ListChangeListener<ScanRow>) change -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    /** On a low screen the oldest rows are cut off rather than anything pushed away. */
    private Rectangle clip() {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        return clip;
    }

    private void show() {
        rows.getChildren().setAll(model.log().rows().stream().map(this::row).toList());
        if (rows.getChildren().isEmpty()) {
            Label none = new Label(language.get("door.screen.last.none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            rows.getChildren().add(none);
        }
    }

    private Node row(ScanRow row) {
        ZoneId zone = model.place().event().map(EventRow::zone).orElse(ZoneOffset.UTC);
        Label time = new Label(TIME.format(row.scan().at().atZone(zone)));
        time.getStyleClass().add("muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        FontIcon icon = new FontIcon(VerdictPane.symbol(row.scan().verdict()));
        icon.getStyleClass().add("log-" + row.scan().verdict().tone());
        String word = new DecisionTexts(language.texts()).word(row.scan().verdict());
        String who = Optional.ofNullable(row.attendee()).orElse(row.scan().code());
        Label name = new Label(who);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label verdict = new Label(word);
        verdict.getStyleClass().add("log-word");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(0);
        HBox line = new HBox(time, icon, name, verdict);
        line.getStyleClass().add("log-row");
        if (row.scan().undone() != null) {
            line.getStyleClass().add("log-undone");
            verdict.setText(language.get("door.screen.undone"));
        } else if (row.scan().counts()) {
            line.getChildren().add(undo(row));
        }
        return line;
    }

    /** Later than a minute a supervisor has to say why. */
    private Optional<String> given() {
        String text = reason.getText().strip();
        reason.clear();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Button undo(ScanRow row) {
        Button undo = new Button();
        undo.setGraphic(new FontIcon(Material2MZ.UNDO));
        undo.getStyleClass().addAll("flat", "log-undo");
        undo.setAccessibleText(language.get("door.screen.undo"));
        undo.setTooltip(new Tooltip(language.get("door.screen.undo")));
        undo.setFocusTraversable(false);
        undo.setOnAction(event -> model.undo(row.scan().id(), given()));
        return undo;
    }
}
