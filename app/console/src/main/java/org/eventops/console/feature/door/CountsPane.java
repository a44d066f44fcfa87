package org.eventops.console.feature.door;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Presence;
import org.eventops.domain.door.DoorCounts;
import org.eventops.domain.door.Gate;

/** How many are in, how many are expected, and how fast they come. */
final class CountsPane extends VBox {
    private static final int MINUTES = 30;
    private static final double TALLEST = 36;

    private final Language language;
    private final DoorViewModel model;
    private final Label entered = number("count-entered");
    private final Label expected = number("count-expected");
    private final Label inside = number("count-inside");
    private final HBox chart = new HBox();
    private final Label perMinute = new Label();
    private final Label gates = new Label();

    CountsPane(Language language, DoorViewModel model) {
        this.language = language;
        this.model = model;
        getStyleClass().addAll("card", "door-counts");
        setMinHeight(Region.USE_PREF_SIZE);
        HBox numbers =
                new HBox(
                        count(entered, "entered"),
                        count(expected, "expected"),
                        count(inside, "inside"));
        numbers.getStyleClass().add("counts");
        chart.getStyleClass().add("count-chart");
        perMinute.getStyleClass().add("muted");
        perMinute.setWrapText(true);
        gates.getStyleClass().add("muted");
        gates.setWrapText(true);
        getChildren().addAll(numbers, chart, perMinute, gates);
        model.log().countsProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    private static Label number(String id) {
        Label label = new Label("–");
        label.setId(id);
        label.getStyleClass().add("count-number");
        return label;
    }

    private VBox count(Label number, String key) {
        Label name = new Label();
        name.textProperty().bind(language.of("door.screen.count." + key));
        name.getStyleClass().add("muted");
        VBox box = new VBox(number, name);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private void show() {
        Optional<DoorCounts> counts = model.log().countsProperty().get();
        entered.setText(counts.map(c -> text(c.entered())).orElse("–"));
        expected.setText(counts.map(c -> text(c.tickets())).orElse("–"));
        inside.setText(counts.map(c -> text(c.inside())).orElse("–"));
        chart.getChildren().clear();
        counts.ifPresent(this::bars);
        gates.setText(counts.map(this::byGate).orElse(""));
        Presence.set(gates, !gates.getText().isEmpty());
    }

    private String text(int number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    private void bars(DoorCounts counts) {
        Instant now = counts.asOf().truncatedTo(ChronoUnit.MINUTES);
        int most = counts.perMinute().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i = MINUTES - 1; i >= 0; i--) {
            Instant minute = now.minus(i, ChronoUnit.MINUTES);
            int entries = counts.perMinute().getOrDefault(minute, 0);
            Region bar = new Region();
            bar.getStyleClass().add("count-bar");
            double height = most == 0 ? 2 : Math.max(2, TALLEST * entries / most);
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            HBox.setHgrow(bar, Priority.ALWAYS);
            chart.getChildren().add(bar);
        }
        int latest = counts.perMinute().getOrDefault(now, 0);
        perMinute.setText(language.get("door.screen.perMinute", latest, most, MINUTES));
    }

    private String byGate(DoorCounts counts) {
        Map<String, String> names =
                model.place().gates().stream().collect(Collectors.toMap(Gate::key, Gate::name));
        return counts.gates().entrySet().stream()
                .filter(each -> names.containsKey(each.getKey()))
                .map(each -> names.get(each.getKey()) + " " + text(each.getValue()))
                .sorted()
                .collect(Collectors.joining(" · "));
    }
}
