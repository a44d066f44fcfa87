package org.eventops.console.feature.badge;

import javafx.css.PseudoClass;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.eventops.console.shell.Language;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.Box;

/** One element in the preview: dragged whole, or by its corner; moved with the arrows. */
final class ElementFrame extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double FINE = 0.1;
    private static final double CORNER = 12;

    private final BadgeLayoutViewModel model;
    private final int index;
    private final Region corner = new Region();
    private double scale = 1;
    private Box box = new Box(0, 0, 0, 0);
    private Box held = box;
    private double heldX;
    private double heldY;

    ElementFrame(BadgeLayoutViewModel model, int index) {
        this.model = model;
        this.index = index;
        setId("badge-element-" + index);
        getStyleClass().add("badge-element");
        setFocusTraversable(true);
        corner.getStyleClass().add("badge-corner");
        corner.setPrefSize(CORNER, CORNER);
        getChildren().add(corner);
        focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now) {
                                model.selectedProperty().set(index);
                            }
                        });
        grip(this, false);
        grip(corner, true);
        setOnKeyPressed(this::pressed);
    }

    private void grip(Region grip, boolean sizes) {
        grip.setOnMousePressed(this::hold);
        grip.setOnMouseDragged(event -> pull(event, sizes));
        grip.setOnMouseReleased(
                event -> {
                    model.drop();
                    event.consume();
                });
    }

    void show(Language language, BadgeElement element, double pixelsPerMillimetre) {
        scale = pixelsPerMillimetre;
        box = element.box();
        resizeRelocate(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
        setPrefSize(box.width() * scale, box.height() * scale);
        corner.relocate(box.width() * scale - CORNER, box.height() * scale - CORNER);
        setAccessibleText(
                language.get(
                        "badge.element.at",
                        language.get("badge.content." + element.content().name()),
                        box.x(),
                        box.y()));
    }

    void mark(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
        corner.setVisible(selected);
    }

    /** The focus goes first: a field that loses it still speaks of the element before. */
    private void hold(MouseEvent event) {
        requestFocus();
        model.selectedProperty().set(index);
        held = box;
        heldX = event.getSceneX();
        heldY = event.getSceneY();
        event.consume();
    }

    private void pull(MouseEvent event, boolean sizes) {
        double right = (event.getSceneX() - heldX) / scale;
        double down = (event.getSceneY() - heldY) / scale;
        model.drag(
                sizes
                        ? new Box(held.x(), held.y(), held.width() + right, held.height() + down)
                        : new Box(held.x() + right, held.y() + down, held.width(), held.height()));
        event.consume();
    }

    private void pressed(KeyEvent event) {
        double step = event.isShiftDown() ? FINE : 1;
        switch (event.getCode()) {
            case LEFT -> model.nudge(-step, 0);
            case RIGHT -> model.nudge(step, 0);
            case UP -> model.nudge(0, -step);
            case DOWN -> model.nudge(0, step);
            case DELETE, BACK_SPACE -> model.removeSelected();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
