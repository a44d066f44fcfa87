package org.eventops.console.feature.ticket;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.eventops.console.feature.ticket.IssueViewModel.State;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.Presence;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketPapers.Paper;
import org.eventops.domain.ticketing.issue.IssueOrder.Signing;

/** Which tickets, where to, on which paper, signed or not. */
final class IssueCard extends VBox {
    private final Language language;
    private final IssueViewModel model;
    private final TextField order = new TextField();
    private final TextField folder = new TextField();
    private final ComboBox<Paper> paper = new ComboBox<>();
    private final ComboBox<Signing> signing = new ComboBox<>();
    private final Label news = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button();
    private final Button issue = new Button();

    IssueCard(Language language, IssueViewModel model) {
        this.language = language;
        this.model = model;
        getStyleClass().addAll("card", "form");
        order.setId("issue-order");
        order.setPrefColumnCount(20);
        order.promptTextProperty().bind(language.of("ticket.issue.order.all"));
        folder.setId("issue-folder");
        folder.setPrefColumnCount(26);
        folder.promptTextProperty().bind(language.of("ticket.issue.folder.prompt"));
        choice(paper, "issue-paper", List.of(Paper.values()), Paper.A4, "ticket.paper.");
        choice(
                signing,
                "issue-signing",
                List.of(Signing.AS_IS, Signing.SIGN),
                Signing.SIGN,
                "ticket.signing.");
        getChildren()
                .addAll(
                        Captions.of(language, "ticket.issue", "card-title"),
                        Captions.of(language, "ticket.issue.line", "muted"),
                        field("ticket.issue.order", order),
                        field("ticket.issue.folder", folder, browse()),
                        field("ticket.issue.paper", paper),
                        field("ticket.issue.signing", signing),
                        actions(),
                        news);
        news.setId("issue-news");
        news.setWrapText(true);
        model.stateProperty().addListener((property, before, now) -> show(now));
        language.textsProperty()
                .addListener((property, before, now) -> show(model.stateProperty().get()));
        show(model.stateProperty().get());
    }

    private <T extends Enum<T>> void choice(
            ComboBox<T> box, String id, List<T> all, T usual, String prefix) {
        box.setId(id);
        box.getItems().setAll(all);
        Function<T, String> word = each -> language.get(prefix + each.name());
        LiveCell.install(box, language, word);
        box.setValue(usual);
        box.setMinWidth(220);
    }

    private Button browse() {
        Button browse = new Button();
        browse.textProperty().bind(language.of("ticket.issue.browse"));
        browse.setOnAction(
                event ->
                        Optional.ofNullable(
                                        new DirectoryChooser().showDialog(getScene().getWindow()))
                                .ifPresent(chosen -> folder.setText(chosen.toString())));
        return browse;
    }

    private Node actions() {
        issue.setId("issue");
        issue.textProperty().bind(language.of("ticket.issue.go"));
        issue.getStyleClass().add("accent");
        issue.setOnAction(
                event ->
                        model.issue(
                                order.getText(),
                                folder.getText(),
                                paper.getValue(),
                                signing.getValue()));
        stop.setId("issue-stop");
        stop.textProperty().bind(language.of("ticket.issue.stop"));
        stop.setOnAction(event -> model.stop());
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(160);
        FlowPane row = new FlowPane(issue, bar, stop);
        row.getStyleClass().add("actions");
        return row;
    }

    /** One ticket alone, with what is chosen here. */
    void issue(AttendeeRow row, Signing how) {
        model.issue(row, folder.getText(), paper.getValue(), how);
    }

    private void show(State state) {
        boolean writing = state instanceof State.Writing;
        issue.setDisable(writing);
        Presence.set(bar, writing);
        Presence.set(stop, writing);
        news.setText(words(state));
        Presence.set(news, !news.getText().isEmpty());
        boolean wrong = state instanceof State.NotAFolder || state instanceof State.Failed;
        news.getStyleClass().remove("field-error");
        if (wrong || state instanceof State.Nothing) {
            news.getStyleClass().add("field-error");
        }
    }

    private String words(State state) {
        return switch (state) {
            case State.Idle unused -> "";
            case State.Writing unused -> language.get("ticket.issue.writing");
            case State.Stopped unused -> language.get("ticket.issue.stopped");
            case State.Done done -> done(done.tickets(), done.folder());
            case State.Nothing nothing ->
                    nothing.order().isBlank()
                            ? language.get("ticket.issue.none")
                            : language.get("ticket.issue.noOrder", nothing.order());
            case State.NotAFolder none ->
                    none.typed().isBlank()
                            ? language.get("ticket.issue.noFolder")
                            : language.get("ticket.issue.notAFolder", none.typed());
            case State.Failed failed ->
                    language.get("ticket.issue.failed", failed.folder().toString());
        };
    }

    private String done(int tickets, Path folder) {
        return language.get("ticket.issue.done", tickets, folder.toString());
    }

    private Node field(String key, javafx.scene.control.Control control, Node... beside) {
        Label name = Captions.of(language, key, "field-name");
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(language.of(key));
        FlowPane row = new FlowPane(control);
        row.getChildren().addAll(beside);
        row.getStyleClass().add("actions");
        VBox field = new VBox(name, row);
        field.getStyleClass().add("field");
        return field;
    }
}
