package org.eventops.console.feature.health;

import java.io.File;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.PageHeader;
import org.eventops.domain.health.HealthReport;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** How this console is: first what needs somebody, then what was looked at and measured. */
public final class HealthScreen implements Screen {
    public static final String KEY = "app.screen.health";
    private static final Duration EVERY = Duration.seconds(5);

    private final ScreenContext context;
    private final Language language;
    private final HealthViewModel model;
    private final ZoneId zone;
    private final Label line = new Label();
    private final VBox cards = new VBox();
    private final ScrollPane root;
    private final Timeline again = new Timeline(new KeyFrame(EVERY, event -> lookAgain()));

    /**
     * @param zone of the moments that are shown
     */
    public HealthScreen(ScreenContext context, HealthViewModel model, ZoneId zone) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        this.zone = zone;
        this.root = lay();
        again.setCycleCount(Animation.INDEFINITE);
        model.reportProperty().addListener((property, before, now) -> show(now));
        language.textsProperty()
                .addListener((property, before, now) -> show(model.reportProperty().get()));
    }

    private ScrollPane lay() {
        Button archive = new Button();
        archive.setId("health-archive");
        archive.textProperty().bind(language.of("health.archive"));
        archive.setGraphic(new FontIcon(Material2AL.ARCHIVE));
        archive.disableProperty().bind(model.makingProperty());
        archive.setOnAction(event -> choose(archive));
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.madeProperty());
        progress.visibleProperty().bind(model.makingProperty());
        progress.managedProperty().bind(model.makingProperty());
        cards.getStyleClass().add("cards");
        VBox page =
                new VBox(
                        new PageHeader(language.of(KEY), line.textProperty(), progress, archive),
                        cards);
        page.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private void choose(Node where) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("eventops-support.zip");
        File chosen = chooser.showSaveDialog(where.getScene().getWindow());
        if (chosen != null) {
            model.archive(chosen.toPath());
        }
    }

    private void show(Optional<HealthReport> report) {
        line.setText(report.map(this::line).orElseGet(() -> language.get("health.looking")));
        cards.getChildren().setAll(report.map(this::cards).orElseGet(List::of));
    }

    private String line(HealthReport report) {
        return language.get(
                "health.line",
                DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                        .withLocale(language.locale())
                        .format(report.at().atZone(zone)));
    }

    private List<Node> cards(HealthReport report) {
        HealthWords words = new HealthWords(language.texts());
        return List.of(
                new AlertsCard(words, report.alerts(), context.navigation()).node(),
                new ChecksCard(words, report.checks()).node(),
                new OperationsCard(words, report.operations(), language.locale()).node());
    }

    private void lookAgain() {
        model.look();
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.FAVORITE_BORDER;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        show(model.reportProperty().get());
        model.look();
        again.play();
    }

    @Override
    public void detach() {
        again.stop();
    }
}
