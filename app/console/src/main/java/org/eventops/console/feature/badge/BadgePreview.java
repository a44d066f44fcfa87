package org.eventops.console.feature.badge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.eventops.console.feature.badge.BadgeLayoutViewModel.Drawn;
import org.eventops.console.shell.Language;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgePicture;

/** The badge as it will be printed, with a frame around each element to take hold of. */
final class BadgePreview extends Pane {
    private final Language language;
    private final BadgeLayoutViewModel model;
    private final ImageView picture = new ImageView();
    private final List<ElementFrame> frames = new ArrayList<>();
    private Optional<WritableImage> image = Optional.empty();

    BadgePreview(Language language, BadgeLayoutViewModel model) {
        this.language = language;
        this.model = model;
        setId("badge-preview");
        getStyleClass().add("badge-paper");
        getChildren().add(picture);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        model.layoutProperty().addListener((property, before, now) -> lay(now));
        model.drawnProperty().addListener((property, before, now) -> now.ifPresent(this::draw));
        model.selectedProperty().addListener((property, before, now) -> select());
        language.textsProperty()
                .addListener((property, before, now) -> lay(model.layoutProperty().get()));
        lay(model.layoutProperty().get());
        model.drawnProperty().get().ifPresent(this::draw);
    }

    /** There is so much room for it now. */
    void fit(double pixelsWide, double pixelsHigh) {
        model.room(pixelsWide, pixelsHigh);
        lay(model.layoutProperty().get());
    }

    private void lay(BadgeLayout layout) {
        double scale = model.scale();
        setPrefSize(layout.width() * scale, layout.height() * scale);
        picture.setFitWidth(layout.width() * scale);
        picture.setFitHeight(layout.height() * scale);
        while (frames.size() > layout.elements().size()) {
            getChildren().remove(frames.removeLast());
        }
        while (frames.size() < layout.elements().size()) {
            ElementFrame frame = new ElementFrame(model, frames.size());
            frames.add(frame);
            getChildren().add(frame);
        }
        for (int i = 0; i < frames.size(); i++) {
            frames.get(i).show(language, layout.elements().get(i), scale);
        }
        select();
    }

    private void select() {
        for (int i = 0; i < frames.size(); i++) {
            frames.get(i).mark(i == model.selectedProperty().get());
        }
    }

    private void draw(Drawn drawn) {
        BadgePicture badge = drawn.picture();
        WritableImage fitting =
                image.filter(
                                each ->
                                        each.getWidth() == badge.width()
                                                && each.getHeight() == badge.height())
                        .orElseGet(() -> new WritableImage(badge.width(), badge.height()));
        fitting.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        badge.width(),
                        badge.height(),
                        PixelFormat.getIntArgbInstance(),
                        badge.argb(),
                        0,
                        badge.width());
        image = Optional.of(fitting);
        picture.setImage(fitting);
    }
}
