package org.eventops.console.feature.badge;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.eventops.console.feature.badge.BadgeLayoutViewModel.Drawn;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.LiveCell;
import org.eventops.domain.badge.BadgeContent;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgeSize;
import org.eventops.domain.badge.Box;
import org.eventops.domain.badge.TextStyle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** How the badges look: the preview, its elements, the size, the logo. */
final class DesignPane extends BorderPane {
    /** Millimetres; below it few cameras read a code from a hand's breadth. */
    private static final double SMALLEST_MODULE = 0.3;

    /** Pixels around the badge. */
    private static final double MARGIN = 12;

    private final Language language;
    private final BadgeLayoutViewModel model;
    private final ListView<BadgeElement> elements = new ListView<>();
    private final ComboBox<Optional<BadgeSize>> size = new ComboBox<>();
    private final NumberField width;
    private final NumberField height;
    private boolean filling;

    DesignPane(Language language, BadgeLayoutViewModel model) {
        this.language = language;
        this.model = model;
        this.width = side("badge.width", to -> model.change(all -> all.sized(to, all.height())));
        this.height = side("badge.height", to -> model.change(all -> all.sized(all.width(), to)));
        VBox middle = new VBox(sizes(), preview());
        middle.getStyleClass().addAll("card", "badge-middle");
        setCenter(middle);
        setRight(elementsSide());
        getStyleClass().add("section");
        model.layoutProperty().addListener((property, before, now) -> fill(now));
        model.selectedProperty().addListener((property, before, now) -> select());
        language.textsProperty()
                .addListener((property, before, now) -> fill(model.layoutProperty().get()));
        fill(model.layoutProperty().get());
    }

    private NumberField side(String key, java.util.function.DoubleConsumer taken) {
        return new NumberField(language, key, BadgeLayout.SHORTEST, BadgeLayout.LONGEST, taken);
    }

    private Node sizes() {
        size.setId("badge-size");
        size.getItems().add(Optional.empty());
        Arrays.stream(BadgeSize.values()).map(Optional::of).forEach(size.getItems()::add);
        LiveCell.install(
                size,
                language,
                each -> language.get("badge.size." + each.map(BadgeSize::name).orElse("own")));
        size.accessibleTextProperty().bind(language.of("badge.size"));
        size.setOnAction(event -> takeSize());
        Label name = new Label();
        name.textProperty().bind(language.of("badge.size"));
        name.getStyleClass().add("field-name");
        VBox box = new VBox(name, size);
        box.getStyleClass().add("field");
        HBox row = new HBox(box, width, height, logo(), noLogo());
        row.getStyleClass().add("badge-sizes");
        return row;
    }

    private void takeSize() {
        Optional<BadgeSize> chosen = size.getValue();
        if (!filling && chosen != null) {
            chosen.ifPresent(each -> model.change(all -> all.sized(each.width(), each.height())));
        }
    }

    private Node logo() {
        Button choose = new Button();
        choose.setId("badge-logo");
        choose.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        language.get(
                                                model.layoutProperty().get().logo() == null
                                                        ? "badge.logo.choose"
                                                        : "badge.logo.change"),
                                model.layoutProperty(),
                                language.textsProperty()));
        choose.setGraphic(new FontIcon(Material2AL.IMAGE));
        choose.setOnAction(event -> chooseLogo(choose));
        return choose;
    }

    private Node noLogo() {
        Button remove = new Button();
        remove.setId("badge-logo-remove");
        remove.textProperty().bind(language.of("badge.logo.remove"));
        remove.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.layoutProperty().get().logo() != null,
                                model.layoutProperty()));
        remove.managedProperty().bind(remove.visibleProperty());
        remove.setOnAction(event -> model.change(all -> all.withLogo(null)));
        return remove;
    }

    private void chooseLogo(Node owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(language.get("badge.logo.choose"));
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                language.get("badge.logo.files"),
                                List.of("*.png", "*.jpg", "*.jpeg")));
        File chosen = chooser.showOpenDialog(owner.getScene().getWindow());
        if (chosen != null) {
            model.takeLogo(chosen.toPath());
        }
    }

    private Node preview() {
        BadgePreview paper = new BadgePreview(language, model);
        StackPane place = new StackPane(paper);
        place.getStyleClass().add("badge-table");
        place.layoutBoundsProperty()
                .addListener(
                        (property, before, now) ->
                                paper.fit(
                                        now.getWidth() - 2 * MARGIN, now.getHeight() - 2 * MARGIN));
        VBox.setVgrow(place, Priority.ALWAYS);
        Label warning = new Label();
        warning.setId("badge-warning");
        warning.setWrapText(true);
        warning.getStyleClass().add("badge-warning");
        warning.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::warning, model.drawnProperty(), language.textsProperty()));
        warning.visibleProperty().bind(warning.textProperty().isNotEmpty());
        warning.managedProperty().bind(warning.visibleProperty());
        Label hint = hint();
        hint.visibleProperty().bind(warning.visibleProperty().not());
        hint.managedProperty().bind(hint.visibleProperty());
        VBox box = new VBox(place, warning, hint);
        box.getStyleClass().add("stack");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private String warning() {
        return model.drawnProperty().get().map(this::warning).orElse("");
    }

    private String warning(Drawn drawn) {
        if (drawn.module() < SMALLEST_MODULE) {
            return language.get("badge.code.small", drawn.module());
        }
        boolean logo =
                model.layoutProperty().get().elements().stream()
                        .anyMatch(each -> each.content() == BadgeContent.LOGO);
        if (logo && model.layoutProperty().get().logo() == null) {
            return language.get("badge.logo.missing");
        }
        return drawn.sample() ? language.get("badge.sample") : "";
    }

    private Label hint() {
        Label label = new Label();
        label.textProperty().bind(language.of("badge.keys"));
        label.setMinHeight(USE_PREF_SIZE);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private Node elementsSide() {
        elements.setId("badge-elements");
        elements.getStyleClass().add("badge-elements");
        elements.setCellFactory(list -> new ElementCell());
        elements.getSelectionModel()
                .selectedIndexProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!filling) {
                                model.selectedProperty().set(now.intValue());
                            }
                        });
        Button remove = new Button();
        remove.setId("badge-remove");
        remove.textProperty().bind(language.of("badge.remove"));
        remove.disableProperty().bind(model.selectedProperty().lessThan(0));
        remove.setOnAction(event -> model.removeSelected());
        HBox actions = new HBox(add(), remove);
        actions.getStyleClass().add("actions");
        VBox side = new VBox(elements, actions, new ElementForm(language, model));
        side.getStyleClass().addAll("card", "side");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bare", "side-scroll");
        return scroll;
    }

    private Node add() {
        MenuButton button = new MenuButton();
        button.setId("badge-add");
        button.textProperty().bind(language.of("badge.add"));
        button.setGraphic(new FontIcon(Material2AL.ADD));
        for (BadgeContent content : BadgeContent.values()) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(language.of("badge.content." + content.name()));
            item.setOnAction(event -> model.add(fresh(content)));
            button.getItems().add(item);
        }
        return button;
    }

    private BadgeElement fresh(BadgeContent content) {
        boolean square = !content.isWritten();
        Box box = square ? new Box(4, 4, 20, 20) : new Box(4, 4, 50, 8);
        String text = content == BadgeContent.TEXT ? language.get("badge.text.fresh") : "";
        return new BadgeElement(content, text, box, new TextStyle(12, false, TextStyle.Align.LEFT));
    }

    private void fill(BadgeLayout layout) {
        filling = true;
        width.show(layout.width());
        height.show(layout.height());
        size.setValue(BadgeSize.of(layout));
        elements.setItems(FXCollections.observableArrayList(layout.elements()));
        filling = false;
        select();
    }

    private void select() {
        filling = true;
        int index = model.selectedProperty().get();
        if (index < 0) {
            elements.getSelectionModel().clearSelection();
        } else {
            elements.getSelectionModel().clearAndSelect(index);
        }
        filling = false;
    }

    private final class ElementCell extends ListCell<BadgeElement> {
        @Override
        protected void updateItem(@Nullable BadgeElement element, boolean empty) {
            super.updateItem(element, empty);
            setText(empty || element == null ? null : word(element));
            setGraphic(
                    empty || element == null
                            ? null
                            : new FontIcon(
                                    switch (element.content()) {
                                        case CODE -> Material2MZ.QR_CODE;
                                        case LOGO -> Material2AL.IMAGE;
                                        default -> Material2MZ.TEXT_FIELDS;
                                    }));
        }

        private String word(BadgeElement element) {
            String name = language.get("badge.content." + element.content().name());
            return element.text().isEmpty()
                    ? name
                    : String.format(Locale.ROOT, "%s: %s", name, element.text());
        }
    }
}
