package org.eventops.console.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The left side: where one can go. What does not fit is scrolled to. */
final class NavigationPane {
    private final VBox pane = new VBox();
    private final ScrollPane scroll = new ScrollPane(pane);
    private final ToggleGroup group = new ToggleGroup();

    NavigationPane(Screens screens, Language language) {
        pane.getStyleClass().add("nav");
        scroll.getStyleClass().add("nav-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getChildren().add(brand(language));
        List<ToggleButton> entries =
                screens.all().stream().map(screen -> entry(screen, screens, language)).toList();
        pane.getChildren().addAll(entries);
        screens.shownProperty()
                .addListener(
                        (property, before, shown) ->
                                shown.map(screens.all()::indexOf)
                                        .map(entries::get)
                                        .ifPresent(group::selectToggle));
        group.selectedToggleProperty().addListener((property, before, now) -> reveal(now));
        // Where an entry stands is known when it has been laid out.
        pane.needsLayoutProperty()
                .addListener((property, before, now) -> reveal(group.getSelectedToggle()));
    }

    private void reveal(@Nullable Toggle selected) {
        double view = scroll.getViewportBounds().getHeight();
        double hidden = pane.getHeight() - view;
        if (selected instanceof ToggleButton entry && view >= entry.getHeight() && hidden > 0) {
            double lowest = Math.min(hidden, entry.getBoundsInParent().getMinY());
            double highest = Math.max(0, entry.getBoundsInParent().getMaxY() - view);
            double top = Math.max(highest, Math.min(lowest, scroll.getVvalue() * hidden));
            scroll.setVvalue(top / hidden);
        }
    }

    Node node() {
        return scroll;
    }

    private static Node brand(Language language) {
        Label name = new Label();
        name.textProperty().bind(language.of("app.name"));
        name.getStyleClass().add("nav-brand");
        FontIcon mark = new FontIcon(Material2MZ.QR_CODE_SCANNER);
        mark.getStyleClass().add("nav-mark");
        HBox brand = new HBox(mark, name);
        brand.getStyleClass().add("nav-head");
        return brand;
    }

    private ToggleButton entry(Screen screen, Screens screens, Language language) {
        ToggleButton button = new ToggleButton();
        button.textProperty()
                .bind(language.of(screen.titleKey().replace("app.screen.", "app.nav.")));
        button.setMnemonicParsing(true);
        button.setGraphic(new FontIcon(screen.icon()));
        button.getStyleClass().add("nav-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setOnAction(
                event -> {
                    button.setSelected(true);
                    screens.open(screen.titleKey());
                });
        return button;
    }
}
