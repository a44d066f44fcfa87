package org.eventops.console.feature.door;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Navigation;
import org.eventops.console.ui.Presence;
import org.eventops.domain.door.Gate;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictCase;
import org.eventops.domain.sync.SideContent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** A ticket entered twice: over the door, in the colour of a stop, until somebody has looked. */
final class DuplicateBar extends HBox {
    private static final Insets BELOW = new Insets(0, 0, 12, 0);

    private final Language language;
    private final DoorViewModel model;
    private final Label head = new Label();
    private final Label entries = new Label();

    DuplicateBar(Language language, DoorViewModel model, Navigation navigation) {
        this.language = language;
        this.model = model;
        getStyleClass().add("duplicate-bar");
        setId("door-duplicate");
        setAccessibleRole(AccessibleRole.TEXT);
        setAlignment(Pos.CENTER_LEFT);
        VBox.setMargin(this, BELOW);
        head.setId("duplicate-head");
        head.getStyleClass().add("duplicate-head");
        head.setWrapText(true);
        entries.setId("duplicate-entries");
        entries.setWrapText(true);
        VBox words = new VBox(head, entries);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button both = button("duplicate-both", "door.duplicate.both");
        both.setOnAction(event -> first().ifPresent(this::bothEntered));
        Button show = button("duplicate-show", "door.duplicate.show");
        show.setOnAction(event -> navigation.open("app.screen.sync"));
        show.visibleProperty().bind(model.kiosk().onProperty().not());
        show.managedProperty().bind(show.visibleProperty());
        getChildren().addAll(new FontIcon(Material2MZ.WARNING), words, both, show);
        model.duplicates().open().addListener((ListChangeListener<ConflictCase>) change -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(language.of(key));
        button.setMinWidth(USE_PREF_SIZE);
        // the scanner's Enter must never press it
        button.setFocusTraversable(false);
        return button;
    }

    private Optional<ConflictCase> first() {
        return model.duplicates().open().stream().findFirst();
    }

    private void bothEntered(ConflictCase each) {
        model.duplicates().bothEntered(each, model.duty().operator().name());
    }

    private void show() {
        first().ifPresent(this::show);
        Presence.set(this, first().isPresent());
    }

    private void show(ConflictCase each) {
        int more = model.duplicates().open().size() - 1;
        String what =
                each.label() == null
                        ? language.get("door.duplicate.noName")
                        : language.get("door.duplicate", each.label());
        head.setText(more == 0 ? what : what + " " + language.get("door.duplicate.more", more));
        entries.setText(
                String.join(
                        "   ·   ",
                        List.of(
                                entry(each.winner(), each.conflict().winner()),
                                entry(each.loser(), each.conflict().loser()))));
        setAccessibleText(head.getText() + ". " + entries.getText());
    }

    private String entry(SideContent content, Conflict.Side side) {
        Optional<SideContent.Entry> entry =
                content instanceof SideContent.Entry it ? Optional.of(it) : Optional.empty();
        String gate =
                entry.map(SideContent.Entry::gate)
                        .map(this::gate)
                        .orElseGet(() -> language.get("door.duplicate.gate.none"));
        String time =
                entry.map(SideContent.Entry::at)
                        .or(() -> Optional.ofNullable(side.at()))
                        .map(this::time)
                        .orElse("?");
        String device =
                entry.map(SideContent.Entry::device)
                        .or(() -> Optional.ofNullable(side.device()))
                        .orElse("?");
        return language.get("door.duplicate.entry", time, gate, device);
    }

    /** Scans hold the gate's key; here it is known by its name. */
    private String gate(String key) {
        return model.place().gates().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .map(Gate::name)
                .orElseGet(() -> language.get("door.duplicate.gate", key));
    }

    private String time(Instant at) {
        ZoneId zone = model.place().event().map(EventRow::zone).orElse(ZoneId.of("UTC"));
        return new TimeTexts(language.texts()).time(at.atZone(zone).toLocalTime());
    }
}
