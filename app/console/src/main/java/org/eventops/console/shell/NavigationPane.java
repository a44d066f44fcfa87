package org.eventops.console.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The left side: where one can go. What is seldom gone to can be folded away; what does not fit is
 * scrolled to.
 */
final class NavigationPane {
    /** What the status bar leads to as well needs no room of its own at first. */
    private static final String FOLDED = "app.group.console";

    private final VBox pane = new VBox();
    private final ScrollPane scroll = new ScrollPane(pane);
    private final ToggleGroup group = new ToggleGroup();

    /** One at a time, so that all that is open has its room. */
    private final ToggleGroup unfolded = new ToggleGroup();

    NavigationPane(Screens screens, Language language) {
        pane.getStyleClass().add("nav");
        scroll.getStyleClass().add("nav-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getChildren().add(brand(language));
        Map<Screen, ToggleButton> entries = new HashMap<>();
        for (ScreenGroup each : screens.groups()) {
            List<ToggleButton> made =
                    each.screens().stream().map(one -> entry(one, screens, language)).toList();
            for (int i = 0; i < made.size(); i++) {
                entries.put(each.screens().get(i), made.get(i));
            }
            if (!each.equals(screens.groups().getFirst())) {
                pane.getChildren().add(heading(each, made, language));
            }
            pane.getChildren().addAll(made);
        }
        screens.shownProperty()
                .addListener(
                        (property, before, shown) ->
                                shown.map(entries::get).ifPresent(group::selectToggle));
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

    /** Folds its entries away; opens by itself when one of them is gone to another way. */
    private ToggleButton heading(ScreenGroup what, List<ToggleButton> entries, Language language) {
        ToggleButton heading = new ToggleButton();
        heading.setId(what.titleKey().replace('.', '-'));
        heading.textProperty().bind(language.of(what.titleKey()));
        FontIcon arrow = new FontIcon();
        arrow.iconCodeProperty()
                .bind(
                        heading.selectedProperty()
                                .map(
                                        open ->
                                                open
                                                        ? Material2AL.EXPAND_MORE
                                                        : Material2AL.CHEVRON_RIGHT));
        heading.setGraphic(arrow);
        heading.getStyleClass().add("nav-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setToggleGroup(unfolded);
        heading.setSelected(!what.titleKey().equals(FOLDED));
        for (ToggleButton each : entries) {
            each.visibleProperty().bind(heading.selectedProperty());
            each.managedProperty().bind(heading.selectedProperty());
        }
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (entries.contains(now)) {
                                heading.setSelected(true);
                            }
                        });
        return heading;
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
