package org.eventops.console.feature.readiness;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.readiness.ReadinessViewModel.Row;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.PageHeader;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Finding.Level;
import org.eventops.domain.readiness.Topic;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Everything that must be well before the queue forms, and the way to mend what is not. */
public final class ReadinessScreen implements Screen {
    public static final String KEY = "app.screen.readiness";

    private final ScreenContext context;
    private final Language language;
    private final ReadinessViewModel model;
    private final Label head = new Label();
    private final Label line = new Label();
    private final GridPane grid = new GridPane();
    private final Label hold = new Label();
    private final ScrollPane root;
    private final ChangeListener<Optional<EventRow>> eventChanged =
            (property, before, now) -> {
                if (!before.map(EventRow::id).equals(now.map(EventRow::id))) {
                    look();
                }
            };

    public ReadinessScreen(ScreenContext context, ReadinessViewModel model) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        this.root = lay();
        model.rows().addListener((ListChangeListener<Row>) change -> show());
        model.heldProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
    }

    private ScrollPane lay() {
        Button again = new Button();
        again.setId("readiness-again");
        again.textProperty().bind(language.of("readiness.again"));
        again.setGraphic(new FontIcon(Material2MZ.REFRESH));
        again.getStyleClass().add("accent");
        again.setOnAction(event -> look());
        head.setId("readiness-head");
        head.getStyleClass().add("empty-title");
        head.setWrapText(true);
        line.getStyleClass().add("muted");
        hold.setId("readiness-hold");
        hold.setWrapText(true);
        hold.getStyleClass().add("lock-heard");
        grid.getStyleClass().add("readiness");
        VBox card = new VBox(head, hold, grid);
        card.getStyleClass().add("card");
        PageHeader header = new PageHeader(language.of(KEY), line.textProperty(), again);
        VBox page = new VBox(header, card);
        page.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private void look() {
        model.look();
    }

    private void show() {
        line.setText(
                model.event()
                        .map(each -> language.get("readiness.line", each.name()))
                        .orElseGet(() -> language.get("readiness.line.noEvent")));
        head.setText(headline());
        hold.setText(
                model.heldProperty()
                        .get()
                        .map(each -> language.get("readiness.test.hold", each))
                        .orElse(""));
        hold.setVisible(!hold.getText().isEmpty());
        hold.setManaged(!hold.getText().isEmpty());
        grid.getChildren().clear();
        for (int i = 0; i < model.rows().size(); i++) {
            Row row = model.rows().get(i);
            grid.addRow(i, chip(row), name(row.topic()), detail(row), remedy(row));
        }
    }

    private String headline() {
        if (model.isLooking()) {
            return language.get("readiness.checking");
        }
        long bad = model.count(Level.BAD);
        long advice = model.count(Level.ADVICE);
        if (bad > 0) {
            return language.get("readiness.head.BAD", bad);
        }
        return advice > 0
                ? language.get("readiness.head.ADVICE", advice)
                : language.get("readiness.head.READY");
    }

    private Node chip(Row row) {
        Label chip = new Label();
        chip.setMinWidth(Label.USE_PREF_SIZE);
        chip.getStyleClass().add("chip");
        row.finding()
                .ifPresentOrElse(
                        found -> {
                            chip.setText(language.get("readiness.level." + found.level()));
                            chip.setGraphic(new FontIcon(symbol(found.level())));
                            chip.getStyleClass().add("chip-" + found.level());
                        },
                        () -> chip.setText("…"));
        return chip;
    }

    private static Ikon symbol(Level level) {
        return switch (level) {
            case GOOD -> Material2AL.CHECK_CIRCLE;
            case ADVICE -> Material2AL.INFO;
            case BAD -> Material2AL.BLOCK;
        };
    }

    private Node name(Topic topic) {
        Label name = new Label(language.get("readiness.topic." + topic));
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.getStyleClass().add("field-name");
        return name;
    }

    private Node detail(Row row) {
        Label detail =
                new Label(
                        row.finding()
                                .map(each -> language.get(each.key(), each.facts().toArray()))
                                .orElse(""));
        detail.setWrapText(true);
        detail.setId("readiness-" + row.topic());
        GridPane.setHgrow(detail, Priority.ALWAYS);
        return detail;
    }

    /** The way to the place where it is mended. */
    private Node remedy(Row row) {
        HBox actions = new HBox();
        actions.getStyleClass().add("actions");
        boolean wanting =
                row.finding().map(Finding::level).filter(each -> each != Level.GOOD).isPresent();
        if (row.topic() == Topic.CAMERA) {
            boolean running = model.heldProperty().get().isPresent();
            actions.getChildren()
                    .add(
                            button(
                                    running ? "readiness.test.stop" : "readiness.test",
                                    model::testCamera));
        } else if (wanting) {
            switch (row.topic()) {
                case TICKETS -> go(actions, "IMPORT", "app.screen.import");
                case LISTS, KEYS -> go(actions, "EVENT", "app.screen.event");
                case STAFF -> go(actions, "STAFF", "app.screen.doorSetup");
                case PRINTER -> go(actions, "BADGES", "app.screen.badges");
                case SYNC -> go(actions, "SYNC", "app.screen.sync");
                default -> {
                    // mended outside of this program
                }
            }
        }
        return actions;
    }

    private void go(HBox actions, String remedy, String screen) {
        if (!context.navigation().leadsTo(screen)) {
            return;
        }
        actions.getChildren()
                .add(button("readiness.remedy." + remedy, () -> context.navigation().open(screen)));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(language.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.FACT_CHECK;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        context.current().property().addListener(eventChanged);
        look();
    }

    @Override
    public void detach() {
        context.current().property().removeListener(eventChanged);
        model.leave();
    }
}
