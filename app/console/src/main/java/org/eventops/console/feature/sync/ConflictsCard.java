package org.eventops.console.feature.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.LiveCell;
import org.eventops.domain.sync.Conflict.Kind;
import org.eventops.domain.sync.ConflictCase;

/** What could not stand both: open ones first, one click each. */
final class ConflictsCard {
    private final Language language;
    private final ConflictsViewModel model;
    private final Label count = new Label();
    private final VBox list = new VBox();
    private final VBox card = new VBox();

    ConflictsCard(Language language, ConflictsViewModel model) {
        this.language = language;
        this.model = model;
        card.getStyleClass().addAll("card", "sync-conflicts");
        list.getStyleClass().add("stack");
        list.setId("conflicts");
        card.getChildren().addAll(head(), list);
        model.cases().addListener((ListChangeListener<ConflictCase>) change -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    Node node() {
        return card;
    }

    private Node head() {
        Label title = new Label();
        title.textProperty().bind(language.of("sync.conflicts.title"));
        title.getStyleClass().add("card-title");
        count.setId("conflict-count");
        count.getStyleClass().add("chip");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        CheckBox settled = new CheckBox();
        settled.setId("conflicts-settled");
        settled.textProperty().bind(language.of("sync.conflicts.settled"));
        settled.selectedProperty().bindBidirectional(model.settledTooProperty());
        HBox head = new HBox(title, count, space, settled, kinds());
        head.getStyleClass().add("tools");
        return head;
    }

    private ComboBox<Optional<Kind>> kinds() {
        List<Optional<Kind>> all = new ArrayList<>();
        all.add(Optional.empty());
        Arrays.stream(Kind.values()).map(Optional::of).forEach(all::add);
        ComboBox<Optional<Kind>> box = new ComboBox<>();
        box.setId("conflicts-kind");
        box.getItems().setAll(all);
        LiveCell.install(
                box,
                language,
                kind ->
                        kind.map(each -> language.get("sync.conflicts.kind." + each))
                                .orElseGet(() -> language.get("sync.conflicts.kind.all")));
        box.accessibleTextProperty().bind(language.of("sync.conflicts.filter"));
        box.setValue(Optional.empty());
        box.valueProperty().addListener((property, before, now) -> model.kindProperty().set(now));
        return box;
    }

    private void show() {
        long open = model.cases().stream().filter(ConflictCase::isOpen).count();
        count.setText(language.get("sync.conflicts.count", open));
        count.getStyleClass().removeAll("chip-BAD", "chip-GOOD");
        count.getStyleClass().add(open > 0 ? "chip-BAD" : "chip-GOOD");
        List<Node> rows = new ArrayList<>();
        ConflictTexts texts = model.texts();
        model.cases().forEach(each -> rows.add(new ConflictPane(language, texts, model, each)));
        if (rows.isEmpty()) {
            rows.add(
                    new VBox(
                            Captions.of(language, "sync.conflicts.none", "field-name"),
                            Captions.of(language, "sync.conflicts.none.line", "muted")));
        }
        if (model.moreProperty().get()) {
            Label more = new Label(language.get("sync.conflicts.more"));
            more.getStyleClass().add("muted");
            rows.add(more);
        }
        list.getChildren().setAll(rows);
    }
}
