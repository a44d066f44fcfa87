package org.eventops.console.feature.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.Rejection;

/** What an import did, with every row it refused. */
final class ImportReportCard {
    private final Language language;
    private final ImportViewModel.Done done;

    ImportReportCard(Language language, ImportViewModel.Done done) {
        this.language = language;
        this.done = done;
    }

    Node node() {
        ImportReport report = done.report();
        Label title = new Label(language.get(titleKey()));
        title.getStyleClass().add("card-title");
        Label counts =
                new Label(
                        language.get(
                                "exchange.import.counts",
                                report.counts().created(),
                                report.counts().updated(),
                                report.counts().unchanged(),
                                report.rejectedInAll()));
        counts.setWrapText(true);
        VBox card = new VBox(title, counts);
        if (report.erased() > 0) {
            Label erased = new Label(language.get("privacy.import", report.erased()));
            erased.setWrapText(true);
            card.getChildren().add(erased);
        }
        card.getStyleClass().add("card");
        card.getStyleClass().add(report.ok() ? "card-ok" : "card-bad");
        List<Rejection> rows =
                Stream.concat(report.rejected().stream(), report.warnings().stream()).toList();
        if (!rows.isEmpty()) {
            card.getChildren().addAll(table(rows), copy(rows));
        }
        return card;
    }

    private String titleKey() {
        if (!done.report().ok()) {
            return "exchange.import.refused";
        }
        return done.dryRun() ? "exchange.import.tried" : "exchange.import.done";
    }

    private TableView<Rejection> table(List<Rejection> rows) {
        TableView<Rejection> table = new TableView<>();
        table.getItems().setAll(rows);
        table.setPrefHeight(320);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(language, "exchange.column.place", 160, this::place),
                                Columns.text(
                                        language, "exchange.column.value", 220, Rejection::value),
                                Columns.text(
                                        language, "exchange.column.reason", 420, this::reason)));
        TableCopy.install(table);
        return table;
    }

    private String place(Rejection row) {
        return Optional.ofNullable(row.line())
                .map(line -> language.get("exchange.import.lineNumber", line))
                .or(() -> Optional.ofNullable(row.path()))
                .orElse("");
    }

    private String reason(Rejection row) {
        return language.get(row.reason().key(), row.reason().arguments().toArray());
    }

    private Button copy(List<Rejection> rows) {
        Button copy = new Button(language.get("exchange.import.copy"));
        copy.setOnAction(
                event -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(
                            rows.stream()
                                    .map(
                                            row ->
                                                    place(row)
                                                            + "\t"
                                                            + row.value()
                                                            + "\t"
                                                            + reason(row))
                                    .collect(Collectors.joining("\n")));
                    Clipboard.getSystemClipboard().setContent(content);
                });
        return copy;
    }
}
