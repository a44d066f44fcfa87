package org.eventops.console.feature.door;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.eventops.console.shell.Language;
import org.eventops.domain.door.camera.CameraDevice;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.SeenCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What the camera sees, with the corners of each code marked. */
final class CameraPane extends VBox {
    private static final double WIDTH = 330;
    private static final double MARK = 6;
    private static final PixelFormat<java.nio.ByteBuffer> GRAYS =
            PixelFormat.createByteIndexedInstance(
                    IntStream.range(0, 256)
                            .map(light -> 0xff000000 | light << 16 | light << 8 | light)
                            .toArray());

    private final Language language;
    private final DoorCamera camera;
    private final ImageView picture = new ImageView();
    private final Pane marks = new Pane();
    private Optional<WritableImage> image = Optional.empty();

    CameraPane(Language language, DoorCamera camera) {
        this.language = language;
        this.camera = camera;
        getStyleClass().addAll("card", "door-camera");
        ComboBox<String> source = new ComboBox<>();
        source.setId("camera-source");
        source.setEditable(true);
        source.setCellFactory(list -> new SourceCell());
        source.setOnShowing(event -> camera.listDevices());
        camera.devices().addListener((ListChangeListener<CameraDevice>) change -> list(source));
        list(source);
        source.getEditor().textProperty().bindBidirectional(camera.sourceProperty());
        source.accessibleTextProperty().bind(language.of("door.screen.camera.source"));
        source.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(source, Priority.ALWAYS);
        Button on = new Button();
        on.setId("camera-toggle");
        on.setGraphic(new FontIcon(Material2MZ.PHOTO_CAMERA));
        on.textProperty().bind(language.of("door.screen.camera"));
        on.setFocusTraversable(false);
        on.setMinWidth(USE_PREF_SIZE);
        on.setOnAction(event -> camera.toggle());
        Label state = new Label();
        state.setId("camera-state");
        state.getStyleClass().add("muted");
        state.setWrapText(true);
        state.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        language.get(
                                                "door.screen.camera."
                                                        + camera.stateProperty().get().name()),
                                camera.stateProperty(),
                                language.textsProperty()));
        picture.setFitWidth(WIDTH);
        picture.setPreserveRatio(true);
        Pane view = new Pane(picture, marks);
        view.managedProperty().bind(view.visibleProperty());
        view.scaleXProperty().bind(Bindings.when(camera.mirroredProperty()).then(-1).otherwise(1));
        HBox tools = new HBox(on, source, mirror(), torch());
        tools.getStyleClass().add("actions");
        getChildren().addAll(tools, view, state);
        camera.sightProperty().addListener((property, before, now) -> show(now));
        view.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> camera.sightProperty().get().isPresent(),
                                camera.sightProperty()));
    }

    /** What stands in the field stays in it. */
    private void list(ComboBox<String> source) {
        String kept = source.getEditor().getText();
        List<String> known = camera.devices().stream().map(CameraDevice::source).toList();
        source.getItems().setAll(known.isEmpty() ? List.of("camera:0", "camera:1") : known);
        source.getEditor().setText(kept);
    }

    private ToggleButton mirror() {
        ToggleButton mirror = small("mirror", Material2AL.FLIP);
        mirror.setOnAction(event -> camera.mirror());
        camera.mirroredProperty().addListener((property, before, now) -> mirror.setSelected(now));
        return mirror;
    }

    /** Only while a camera is on that has one. */
    private ToggleButton torch() {
        ToggleButton torch = small("torch", Material2AL.FLASH_ON);
        torch.setOnAction(
                event -> {
                    torch.setSelected(camera.shiningProperty().get());
                    camera.shine();
                });
        camera.shiningProperty().addListener((property, before, now) -> torch.setSelected(now));
        torch.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> camera.torchProperty().get().isPresent(),
                                camera.torchProperty()));
        torch.managedProperty().bind(torch.visibleProperty());
        return torch;
    }

    private ToggleButton small(String key, Ikon icon) {
        ToggleButton button = new ToggleButton();
        button.setId("camera-" + key);
        button.setGraphic(new FontIcon(icon));
        button.accessibleTextProperty().bind(language.of("door.screen.camera." + key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(language.of("door.screen.camera." + key));
        button.setTooltip(tip);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private final class SourceCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String each, boolean empty) {
            super.updateItem(each, empty);
            setText(empty || each == null ? null : named(each));
        }

        private String named(String each) {
            return camera.devices().stream()
                    .filter(device -> device.source().equals(each) && !device.name().isBlank())
                    .map(device -> device.name() + " (" + each + ")")
                    .findFirst()
                    .orElse(each);
        }
    }

    private void show(Optional<DoorCamera.Sight> sight) {
        marks.getChildren().clear();
        sight.ifPresent(
                each -> {
                    draw(each.frame());
                    double scale = WIDTH / each.frame().width();
                    each.codes().forEach(code -> mark(code, scale));
                });
    }

    private void draw(GrayFrame frame) {
        WritableImage fitting =
                image.filter(
                                each ->
                                        each.getWidth() == frame.width()
                                                && each.getHeight() == frame.height())
                        .orElseGet(() -> new WritableImage(frame.width(), frame.height()));
        fitting.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        frame.width(),
                        frame.height(),
                        GRAYS,
                        frame.pixels(),
                        0,
                        frame.width());
        image = Optional.of(fitting);
        picture.setImage(fitting);
    }

    private void mark(SeenCode code, double scale) {
        for (SeenCode.Point point : code.outline()) {
            Circle mark = new Circle(point.x() * scale, point.y() * scale, MARK);
            mark.getStyleClass().add("code-mark");
            marks.getChildren().add(mark);
        }
    }
}
