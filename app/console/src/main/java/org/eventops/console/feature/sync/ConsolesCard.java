package org.eventops.console.feature.sync;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.SyncFeed.Standing;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.FileSaving;
import org.eventops.console.ui.Presence;
import org.eventops.domain.sync.HubConsole;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The organisation's consoles: for an administrator, who lets them in and takes them out. */
final class ConsolesCard {
    private static final int LOOK_EVERY = 10;

    private final Language language;
    private final ZoneId zone;
    private final ConsolesViewModel model;
    private final LetInViewModel letIn;
    private final LetInPane form;
    private final Label count = Captions.plain("consoles-count", "chip");
    private final Label problem = Captions.plain("consoles-problem", "consoles-problem");
    private final Label outcome = Captions.plain("consoles-outcome", "consoles-outcome");
    private final CheckBox outToo = new CheckBox();
    private final VBox rows = new VBox();
    private final VBox card = new VBox();
    private final Timeline clock;
    private int seconds;

    ConsolesCard(ScreenContext context, ConsoleServices services) {
        this.language = context.language();
        this.zone = services.facts().clock().getZone();
        this.model = new ConsolesViewModel(context, services);
        this.letIn = new LetInViewModel(context, services, model::load);
        this.form = new LetInPane(language, letIn);
        card.setId("consoles");
        card.getStyleClass().addAll("card", "sync-consoles");
        rows.getStyleClass().add("consoles-rows");
        HandedPane handed = new HandedPane(language, letIn, new FileSaving(context));
        card.getChildren()
                .addAll(
                        head(),
                        Captions.of(language, "sync.consoles.explained", "muted"),
                        problem,
                        tools(),
                        form.node(),
                        handed.node(),
                        outcome,
                        rows);
        clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> second()));
        clock.setCycleCount(Animation.INDEFINITE);
        follow(handed.node());
        show();
    }

    private void follow(Node handed) {
        model.viewProperty().addListener((property, before, now) -> listed(now));
        model.doubtedProperty().addListener((property, before, now) -> doubted(before, now));
        model.outcomeProperty().addListener((property, before, now) -> show());
        outToo.selectedProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        card.visibleProperty().bind(model.administratorProperty());
        card.managedProperty().bind(model.administratorProperty());
        Runnable panes =
                () -> {
                    boolean made = letIn.handedProperty().get().isPresent();
                    Presence.set(form.node(), letIn.openProperty().get() && !made);
                    Presence.set(handed, made);
                };
        letIn.openProperty().addListener((property, before, now) -> panes.run());
        letIn.handedProperty().addListener((property, before, now) -> panes.run());
        panes.run();
    }

    Node node() {
        return card;
    }

    /** Told whenever something opens that should be in sight. */
    void whenOpened(Runnable then) {
        letIn.openProperty().addListener((property, before, now) -> then.run());
        letIn.handedProperty().addListener((property, before, now) -> then.run());
    }

    void follow(Standing now) {
        model.follow(now);
    }

    void attach(Standing now) {
        model.attach(now);
        clock.play();
    }

    void detach() {
        clock.stop();
        model.detach();
    }

    private void second() {
        if (letIn.handedProperty().get().isPresent()) {
            letIn.tick();
            seconds++;
            if (seconds % LOOK_EVERY == 0) {
                model.load();
            }
        }
    }

    private Node head() {
        Label title = Captions.of(language, "sync.consoles.title", "card-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        outToo.setId("consoles-out-too");
        outToo.textProperty().bind(language.of("sync.consoles.outToo"));
        HBox head = new HBox(title, count, space, outToo);
        head.getStyleClass().add("tools");
        return head;
    }

    private Node tools() {
        Button open = button("consoles-let-in", "sync.consoles.letIn", Material2MZ.PERSON_ADD);
        open.getStyleClass().add("accent");
        open.setOnAction(
                event -> {
                    letIn.begin();
                    form.enter();
                });
        open.visibleProperty().bind(letIn.openProperty().not());
        open.managedProperty().bind(open.visibleProperty());
        Button again = button("consoles-again", "sync.consoles.again", Material2MZ.REFRESH);
        again.setOnAction(event -> model.load());
        Label asking = Captions.of(language, "sync.consoles.asking", "muted");
        asking.visibleProperty().bind(model.askingProperty());
        HBox tools = new HBox(open, again, asking);
        tools.getStyleClass().add("actions");
        model.viewProperty()
                .addListener((property, before, now) -> open.setDisable(now.problem().isPresent()));
        return tools;
    }

    private Button button(String id, String key, Ikon icon) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(language.of(key));
        button.setMnemonicParsing(true);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    private void listed(ConsolesViewModel.View now) {
        form.offer(now.events());
        letIn.look(now.consoles());
        show();
    }

    private void show() {
        ConsolesViewModel.View view = model.viewProperty().get();
        ConsoleWords words = new ConsoleWords(language.texts(), zone);
        say(problem, view.problem().map(words::unasked));
        say(outcome, model.outcomeProperty().get().map(words::takenOut));
        long in = view.consoles().stream().filter(ConsolesCard::isIn).count();
        count.setText(language.get("sync.consoles.count", in));
        Presence.set(count, view.known());
        List<Node> lines = new ArrayList<>();
        view.consoles().stream()
                .filter(each -> outToo.isSelected() || each.state() != HubConsole.State.OUT)
                .forEach(each -> lines.add(new ConsoleRow(language, words, model, each).node()));
        rows.getChildren().setAll(lines);
    }

    /** The keyboard goes to the harmless answer, and back again afterwards. */
    private void doubted(Optional<HubConsole> before, Optional<HubConsole> now) {
        show();
        String next =
                now.map(unused -> "#take-out-stay")
                        .or(() -> before.map(each -> "#take-out-" + each.id()))
                        .orElse("#consoles-let-in");
        Optional.ofNullable(rows.lookup(next)).ifPresent(Node::requestFocus);
    }

    private static boolean isIn(HubConsole console) {
        return console.state() == HubConsole.State.IN;
    }

    private static void say(Label label, Optional<String> sentence) {
        label.setText(sentence.orElse(""));
        label.setGraphic(new FontIcon(Material2AL.INFO));
        Presence.set(label, sentence.isPresent());
    }
}
