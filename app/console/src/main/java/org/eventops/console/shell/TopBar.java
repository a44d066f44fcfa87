package org.eventops.console.shell;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.eventops.domain.event.EventRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The top line: which event one works on, and the way to everything else. */
final class TopBar {
    private final HBox bar = new HBox();

    TopBar(
            ObservableList<EventRow> events,
            CurrentEvent current,
            Language language,
            Runnable palette) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label label = new Label();
        label.textProperty().bind(language.of("app.switcher.label"));
        label.getStyleClass().add("muted");
        ComboBox<EventRow> switcher = switcher(events, current, language);
        label.setLabelFor(switcher);
        bar.getStyleClass().add("top-bar");
        bar.getChildren().addAll(label, switcher, space, search(language, palette));
    }

    Node node() {
        return bar;
    }

    private static ComboBox<EventRow> switcher(
            ObservableList<EventRow> events, CurrentEvent current, Language language) {
        ComboBox<EventRow> switcher = new ComboBox<>(events);
        switcher.getStyleClass().add("event-switcher");
        switcher.promptTextProperty().bind(language.of("app.switcher.none"));
        switcher.accessibleTextProperty().bind(language.of("app.switcher.label"));
        switcher.setConverter(new Name());
        switcher.valueProperty()
                .addListener(
                        (property, before, chosen) -> {
                            boolean known =
                                    current.get().filter(each -> each.equals(chosen)).isPresent();
                            if (chosen != null && !known) {
                                current.choose(chosen);
                            }
                        });
        current.property()
                .addListener((property, before, now) -> now.ifPresent(switcher::setValue));
        return switcher;
    }

    private static Button search(Language language, Runnable palette) {
        Button search = new Button();
        search.textProperty().bind(language.of("app.palette.button"));
        search.setGraphic(new FontIcon(Material2MZ.SEARCH));
        search.getStyleClass().add("palette-button");
        search.setOnAction(event -> palette.run());
        return search;
    }

    private static final class Name extends StringConverter<EventRow> {
        @Override
        public String toString(@Nullable EventRow row) {
            return row == null ? "" : row.name();
        }

        @Override
        public @Nullable EventRow fromString(String name) {
            return null;
        }
    }
}
