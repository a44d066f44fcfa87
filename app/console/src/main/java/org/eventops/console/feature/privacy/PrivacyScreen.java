package org.eventops.console.feature.privacy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.FileSaving;
import org.eventops.console.ui.PageHeader;
import org.eventops.console.ui.Presence;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.Somebody;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What is kept of a person, and for how long. */
public final class PrivacyScreen implements Screen {
    public static final String KEY = "app.screen.privacy";

    private final Language language;
    private final PrivacyViewModel model;
    private final TextField search = new TextField();
    private final VBox answer = new VBox();
    private final FileSaving saving;
    private final KeptCard kept;
    private final ConsentCard consents;

    public PrivacyScreen(ScreenContext context, PrivacyViewModel model) {
        this.language = context.language();
        this.model = model;
        this.saving = new FileSaving(context);
        this.kept = new KeptCard(language, model, saving);
        this.consents = new ConsentCard(language, model.consents(), model.zone());
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2MZ.PRIVACY_TIP;
    }

    @Override
    public void attach() {
        model.attach();
    }

    @Override
    public void detach() {
        model.detach();
        search.clear();
    }

    /** Of whom was found last. */
    @Override
    public Map<String, Runnable> states() {
        Map<String, Runnable> states = new LinkedHashMap<>();
        states.put("erase", model::plan);
        states.put(
                "consent",
                () -> {
                    model.cancelPlan();
                    consents.openNew();
                });
        return states;
    }

    /** As if it had been typed. */
    public void searchFor(String typed) {
        search.setText(typed);
        model.search(typed);
    }

    /** As if it had been chosen for what is kept of whom somebody searched for. */
    public void exportTo(Path file) {
        model.found().ifPresent(data -> saving.save(file, out -> model.write(data, out)));
    }

    @Override
    public Node node() {
        VBox side =
                new VBox(
                        problem(),
                        new EraseCard(language, model).node(),
                        consents.node(),
                        new RetentionCard(language, model).node());
        side.getStyleClass().add("people-side");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bare", "people-scroll");
        answer.getStyleClass().add("stack");
        VBox.setVgrow(answer, Priority.ALWAYS);
        VBox left = new VBox(searchRow(), answer);
        left.getStyleClass().add("stack");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox both = new HBox(left, scroll);
        both.getStyleClass().add("people-split");
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox made = new VBox(new PageHeader(language.of(KEY), language.of("privacy.line")), both);
        made.getStyleClass().add("page");
        model.foundProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
        return made;
    }

    private Node searchRow() {
        search.setId("privacy-search");
        search.promptTextProperty().bind(language.of("privacy.search"));
        search.accessibleTextProperty().bind(language.of("privacy.search"));
        search.setOnAction(event -> model.search(search.getText()));
        HBox.setHgrow(search, Priority.ALWAYS);
        Button go = new Button();
        go.setId("privacy-search-go");
        go.getStyleClass().add("accent");
        go.textProperty().bind(language.of("privacy.search.go"));
        go.setOnAction(event -> model.search(search.getText()));
        HBox row = new HBox(search, go);
        row.getStyleClass().add("actions");
        return row;
    }

    private Label problem() {
        Label label = Captions.plain("privacy-problem", "field-error");
        Runnable show =
                () -> {
                    Optional<PrivacyViewModel.Said> said = model.problemProperty().get();
                    label.setText(
                            said.map(each -> language.get(each.key(), each.arguments().toArray()))
                                    .orElse(""));
                    Presence.set(label, said.isPresent());
                };
        model.problemProperty().addListener((property, before, now) -> show.run());
        language.textsProperty().addListener((property, before, now) -> show.run());
        show.run();
        return label;
    }

    private void show() {
        Node node =
                model.foundProperty()
                        .get()
                        .map(this::node)
                        .orElseGet(() -> empty("privacy.empty.title", "privacy.empty.line"));
        VBox.setVgrow(node, Priority.ALWAYS);
        answer.getChildren().setAll(node);
    }

    private Node node(FindOutcome outcome) {
        return switch (outcome) {
            case FindOutcome.Found found -> kept.node(found.data());
            case FindOutcome.Nobody nobody -> empty("privacy.nobody.title", "privacy.nobody");
            case FindOutcome.Several several -> several(several);
        };
    }

    private Node empty(String title, String line) {
        EmptyState state = new EmptyState(language, Material2AL.FIND_IN_PAGE, title, line);
        state.setId("privacy-empty");
        return state;
    }

    private Node several(FindOutcome.Several several) {
        VBox card = new VBox(Captions.of(language, "privacy.several.title", "card-title"));
        card.setId("privacy-several");
        card.getStyleClass().addAll("card", "form");
        card.getChildren().add(Captions.of(language, "privacy.several", "muted"));
        several.people().forEach(each -> card.getChildren().add(choice(each)));
        ScrollPane scroll = new ScrollPane(card);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private Button choice(Somebody each) {
        Button button =
                new Button(
                        language.get(
                                "privacy.several.pick",
                                String.join(", ", each.names()),
                                each.askFor(),
                                each.tickets()));
        button.setOnAction(event -> searchFor(each.askFor()));
        return button;
    }
}
