package org.eventops.console.feature.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.PageHeader;
import org.eventops.domain.event.EventRow;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The evening before the evening: asks how people come, and says how long they wait. */
public final class RehearsalScreen implements Screen {
    public static final String KEY = "app.screen.rehearsal";

    private static final double BAR = 260;
    private static final String IMPORT = "app.screen.import";

    private final ScreenContext context;
    private final Language language;
    private final RehearsalViewModel model;
    private final VBox below = new VBox();
    private Optional<ResultCards> cards = Optional.empty();

    public RehearsalScreen(ScreenContext context, RehearsalViewModel model) {
        this.context = context;
        this.language = context.language();
        this.model = model;
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2MZ.TIMELAPSE;
    }

    @Override
    public void attach() {
        model.attach();
    }

    @Override
    public void detach() {
        model.detach();
    }

    @Override
    public Map<String, Runnable> states() {
        Map<String, Runnable> states = new LinkedHashMap<>();
        states.put("result", model::run);
        states.put("figures", () -> cards.ifPresent(each -> each.tables().show(0)));
        states.put(
                "wrong",
                () -> {
                    model.input().curveProperty().set(new CurveOption.FromFile());
                    model.input().number(Field.LANES).set("0");
                    model.run();
                });
        return states;
    }

    @Override
    public Node node() {
        below.getStyleClass().add("stack");
        InvalidationListener changed = any -> show();
        model.resultProperty().addListener(changed);
        model.busyProperty().addListener(changed);
        language.textsProperty().addListener(changed);
        show();
        ScrollPane asked = bare(new RehearsalForm(language, model).node());
        asked.getStyleClass().add("rehearsal-form");
        ScrollPane answer = bare(new VBox(progress(), below));
        HBox.setHgrow(answer, Priority.ALWAYS);
        HBox both = new HBox(asked, answer);
        both.getStyleClass().add("rehearsal");
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox chosen =
                new VBox(new PageHeader(language.of(KEY), language.of("rehearsal.line")), both);
        chosen.getStyleClass().add("page");
        return new StackPane(none(chosen), chosen);
    }

    /** Without an event there is nothing to rehearse. */
    private Node none(Node chosen) {
        Node none =
                new EmptyState(
                        language, Material2AL.EVENT, "rehearsal.none", "rehearsal.none.line");
        none.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.eventProperty().get().isEmpty(),
                                model.eventProperty()));
        chosen.visibleProperty().bind(none.visibleProperty().not());
        return none;
    }

    private static ScrollPane bare(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(BAR);
        bar.accessibleTextProperty().bind(language.of("rehearsal.running"));
        Label left = new Label();
        left.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::timeLeft,
                                model.secondsLeftProperty(),
                                language.textsProperty()));
        Button cancel = new Button();
        cancel.setId("rehearsal-cancel");
        cancel.textProperty().bind(language.of("app.cancel"));
        cancel.setOnAction(event -> model.cancel());
        HBox row = new HBox(bar, left, cancel);
        row.getStyleClass().addAll("tools", "card");
        row.visibleProperty().bind(model.busyProperty());
        row.managedProperty().bind(model.busyProperty());
        return row;
    }

    private String timeLeft() {
        long seconds = model.secondsLeftProperty().get();
        return seconds < 0
                ? language.get("rehearsal.running")
                : language.get("rehearsal.left", seconds);
    }

    private void show() {
        cards = Optional.empty();
        below.getChildren().clear();
        if (model.busyProperty().get()) {
            return;
        }
        if (model.resultProperty().get().isEmpty()) {
            below.getChildren().add(empty("rehearsal.empty"));
            return;
        }
        switch (model.resultProperty().get().get()) {
            case Attempt.Result.Done done -> show(done);
            case Attempt.Result.NoTickets none ->
                    below.getChildren().add(empty("rehearsal.notickets", bring()));
            case Attempt.Result.Gone gone -> below.getChildren().add(empty("rehearsal.gone"));
            case Attempt.Result.Wrong wrong ->
                    below.getChildren().add(new Label(wrong.sentence().in(language)));
        }
    }

    private void show(Attempt.Result.Done done) {
        model.eventProperty()
                .get()
                .map(EventRow::zone)
                .map(zone -> new ResultCards(language, done.report(), zone))
                .ifPresent(
                        made -> {
                            cards = Optional.of(made);
                            below.getChildren().setAll(made.nodes());
                        });
    }

    private Node empty(String key, Node... actions) {
        return new EmptyState(language, Material2MZ.TIMELAPSE, key, key + ".line", actions);
    }

    private Button bring() {
        Button bring = new Button();
        bring.textProperty().bind(language.of("rehearsal.bring"));
        bring.setOnAction(event -> context.navigation().open(IMPORT));
        return bring;
    }
}
