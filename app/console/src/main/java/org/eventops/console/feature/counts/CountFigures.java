package org.eventops.console.feature.counts;

import java.text.NumberFormat;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Formats;
import org.eventops.domain.door.count.LiveCounts;

/** The figures that are read from far away. */
final class CountFigures {
    private static final String UNKNOWN = "–";

    private final Language language;
    private final Label entered = number("counts-entered");
    private final Label of = new Label();
    private final ProgressBar part = new ProgressBar(0);
    private final Label inside = number("counts-inside");
    private final Label toCome = number("counts-to-come");
    private final Label perMinute = number("counts-per-minute");
    private final Label refused = number("counts-refused");

    CountFigures(Language language, CountsViewModel model) {
        this.language = language;
        of.setId("counts-expected");
        of.getStyleClass().add("muted");
        part.setMaxWidth(Double.MAX_VALUE);
        part.accessibleTextProperty().bind(language.of("counts.entered"));
        model.countsProperty().addListener((property, before, now) -> show(now));
        language.textsProperty()
                .addListener((property, before, now) -> show(model.countsProperty().get()));
        show(model.countsProperty().get());
    }

    Node node() {
        VBox first = card("counts.entered", entered, of, part);
        first.getStyleClass().add("meter");
        HBox figures =
                new HBox(
                        first,
                        card("counts.inside", inside, line("counts.inside.line")),
                        card("counts.tocome", toCome, line("counts.tocome.line")),
                        card("counts.perminute", perMinute, line("counts.perminute.line")),
                        card("counts.refused", refused, line("counts.refused.line")));
        figures.getStyleClass().add("count-figures");
        return figures;
    }

    private static Label number(String id) {
        Label label = new Label(UNKNOWN);
        label.setId(id);
        label.getStyleClass().add("count-figure");
        return label;
    }

    private Label line(String key) {
        Label line = new Label();
        line.textProperty().bind(language.of(key));
        line.getStyleClass().add("muted");
        line.setWrapText(true);
        return line;
    }

    private VBox card(String key, Label number, Node... below) {
        Label name = new Label();
        name.textProperty().bind(language.of(key));
        name.getStyleClass().add("field-name");
        name.setLabelFor(number);
        VBox card = new VBox(name, number);
        card.getChildren().addAll(below);
        card.getStyleClass().addAll("card", "count-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMaxWidth(Double.MAX_VALUE);
        return card;
    }

    private void show(Optional<LiveCounts> counts) {
        entered.setText(text(counts.map(c -> c.attendance().entered())));
        of.setText(
                counts.map(c -> language.get("counts.of", c.attendance().expected())).orElse(""));
        part.setProgress(counts.map(CountFigures::part).orElse(0.0));
        inside.setText(text(counts.map(c -> c.attendance().inside())));
        toCome.setText(text(counts.map(c -> c.attendance().toCome())));
        refused.setText(text(counts.map(LiveCounts::refusals)));
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        perMinute.setText(counts.map(c -> format.format(c.perMinute())).orElse(UNKNOWN));
    }

    /** Of the expected, who has come. */
    private static double part(LiveCounts counts) {
        int expected = counts.attendance().expected();
        return expected == 0 ? 0 : (expected - counts.attendance().toCome()) / (double) expected;
    }

    private String text(Optional<Integer> number) {
        return number.map(each -> Formats.count(each, language.locale())).orElse(UNKNOWN);
    }
}
