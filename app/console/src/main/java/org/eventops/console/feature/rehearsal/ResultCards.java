package org.eventops.console.feature.rehearsal;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.domain.door.rehearsal.Rehearsal;
import org.eventops.domain.door.rehearsal.RehearsalReport;
import org.eventops.domain.door.rehearsal.Staffing;
import org.eventops.domain.door.rehearsal.Stretch;

/** What came out: the sentence first, then the chart, then the figures. */
final class ResultCards {
    private static final int MOST_STRETCHES = 60;
    private static final double MICROS = 1000;

    private final Language language;
    private final RehearsalReport report;
    private final ZoneId zone;
    private final WaitTexts words;
    private final ResultTables tables;
    private final List<Stretch> stretches;
    private final Duration length;

    ResultCards(Language language, RehearsalReport report, ZoneId zone) {
        this.language = language;
        this.report = report;
        this.zone = zone;
        this.words = new WaitTexts(language);
        this.length = Stretch.length(report.evening(), MOST_STRETCHES);
        this.stretches = Stretch.of(report.evening(), length);
        this.tables = new ResultTables(language, report, stretches, zone);
    }

    List<Node> nodes() {
        return List.of(answer(), chart(), figures());
    }

    ResultTables tables() {
        return tables;
    }

    private Node answer() {
        Label sentence = line(sentence());
        sentence.setId("rehearsal-sentence");
        sentence.getStyleClass().add("rehearsal-sentence");
        Label enough = line(needed());
        enough.setId("rehearsal-needed");
        enough.getStyleClass().add("rehearsal-sentence");
        Label assumed = line(assumed());
        assumed.getStyleClass().add("muted");
        VBox card = card(sentence, enough, assumed);
        card.getStyleClass().add(isEnough() ? "card-ok" : "card-bad");
        return card;
    }

    private boolean isEnough() {
        return !report.hopeless() && planned() >= report.needed();
    }

    private int planned() {
        return report.plan().staffing().lanes();
    }

    private String sentence() {
        Rehearsal evening = report.evening();
        if (evening.queue().longest() == 0) {
            return language.get("rehearsal.result.free", planned());
        }
        return language.get(
                "rehearsal.result.queue",
                planned(),
                words.clock(report.peak(), zone),
                evening.queue().longest(),
                words.wait(evening.wait(100)));
    }

    private String needed() {
        String target = words.wait(report.plan().staffing().target());
        if (report.hopeless()) {
            return language.get("rehearsal.result.hopeless", report.needed(), target);
        }
        return language.get(
                planned() == report.needed()
                        ? "rehearsal.result.just"
                        : planned() > report.needed()
                                ? "rehearsal.result.fewer"
                                : "rehearsal.result.more",
                report.needed(),
                target);
    }

    private String assumed() {
        Staffing staffing = report.plan().staffing();
        return language.get(
                "rehearsal.result.assumed",
                report.plan().crowd().people(),
                words.wait(report.plan().crowd().over()),
                words.clock(report.doors(), zone),
                staffing.handling().average().toMillis() / MICROS,
                report.decideP99Micros() / MICROS);
    }

    private Node chart() {
        Label title = line(language.get("rehearsal.chart.title", planned()));
        title.getStyleClass().add("card-title");
        Node chart =
                new EveningChart(language, stretches, length)
                        .node(report.doors(), zone, sentence(), tables::show);
        return card(title, chart);
    }

    private Node figures() {
        return card(tables.node());
    }

    private static VBox card(Node... inside) {
        VBox card = new VBox(inside);
        card.getStyleClass().add("card");
        return card;
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }
}
