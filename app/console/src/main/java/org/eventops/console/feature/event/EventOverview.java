package org.eventops.console.feature.event;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.StatusChip;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.StatusChange;
import org.eventops.domain.event.StatusOutcome;
import org.jspecify.annotations.Nullable;

/** What the event is, where it stands and how it came there. */
final class EventOverview {
    private final ScreenContext context;
    private final Language language;
    private final EventPageViewModel model;
    private final HBox cards = new HBox();

    EventOverview(ScreenContext context, EventPageViewModel model) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        cards.getStyleClass().add("cards");
        model.pageProperty().addListener((property, before, now) -> show(now));
        language.textsProperty()
                .addListener((property, before, now) -> show(model.pageProperty().get()));
        show(model.pageProperty().get());
    }

    Node node() {
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private void show(Optional<EventPage> page) {
        cards.getChildren().clear();
        page.ifPresent(
                each -> {
                    VBox left = card("event.overview.details", facts(each.event()));
                    if (context.permits().may(Permission.EDIT_EVENTS)) {
                        left.getChildren().add(edit(each.event(), left));
                    }
                    VBox right =
                            card(
                                    "event.overview.life",
                                    state(each.event()),
                                    history(each.event().zone(), each.history()));
                    cards.getChildren().addAll(left, right);
                });
    }

    /** The facts become fields in their place; the page comes back when they are saved. */
    private Node edit(Event event, VBox facts) {
        Button edit = new Button(language.get("event.edit"));
        edit.setId("event-edit");
        edit.setOnAction(
                pressed ->
                        model.openId()
                                .ifPresent(
                                        id ->
                                                cards.getChildren()
                                                        .set(
                                                                cards.getChildren().indexOf(facts),
                                                                new DetailsForm(context, model)
                                                                        .form(id, event))));
        return edit;
    }

    private VBox card(String titleKey, Node... content) {
        Label title = new Label(language.get(titleKey));
        title.getStyleClass().add("card-title");
        VBox card = new VBox(title);
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        card.setPrefWidth(480);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node facts(Event event) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        fact(grid, "event.fact.slug", event.slug());
        fact(grid, "event.fact.type", language.get("event.type." + event.type().name()));
        fact(
                grid,
                "event.fact.starts",
                Formats.moment(event.starts(), event.zone(), language.locale()));
        fact(
                grid,
                "event.fact.ends",
                Formats.moment(event.ends(), event.zone(), language.locale()));
        if (event.admission() != null) {
            fact(
                    grid,
                    "event.fact.admission",
                    Formats.moment(event.admission(), event.zone(), language.locale()));
        }
        fact(grid, "event.fact.zone", event.zone().getId());
        fact(grid, "event.fact.venue", event.venue());
        fact(grid, "event.fact.city", event.city());
        fact(
                grid,
                "event.fact.capacity",
                event.capacity() == null
                        ? language.get("event.fact.unlimited")
                        : Formats.count(event.capacity(), language.locale()));
        fact(grid, "event.fact.currency", event.currency().getCurrencyCode());
        fact(
                grid,
                "event.fact.visibility",
                language.get("event.visibility." + event.visibility().name()));
        fact(grid, "event.fact.description", event.description());
        return grid;
    }

    private void fact(GridPane grid, String key, @Nullable String value) {
        Label name = new Label(language.get(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Label.USE_PREF_SIZE);
        Label shown = new Label(value == null || value.isEmpty() ? "–" : value);
        shown.setWrapText(true);
        grid.addRow(grid.getRowCount(), name, shown);
    }

    private Node state(Event event) {
        VBox box = new VBox();
        box.getStyleClass().add("field");
        box.getChildren().add(new StatusChip(word(event.status()), event.status()));
        if (event.status().next().isEmpty()) {
            Label over = new Label(language.get("event.life.over"));
            over.getStyleClass().add("muted");
            box.getChildren().add(over);
            return box;
        }
        if (context.permits().may(Permission.EDIT_EVENTS)) {
            box.getChildren().addAll(moves(event.status()));
        }
        return box;
    }

    /** Where it can go from here, and why it does. */
    private List<Node> moves(EventStatus status) {
        TextField reason = new TextField();
        reason.setPromptText(language.get("event.life.reason"));
        reason.setAccessibleText(language.get("event.life.reason"));
        Label wrong = new Label();
        wrong.getStyleClass().add("field-error");
        FlowPane moves = new FlowPane();
        moves.getStyleClass().add("actions");
        for (EventStatus next : status.next().stream().sorted().toList()) {
            Button move = new Button(language.get("event.move." + next.name()));
            if (next == EventStatus.CANCELLED) {
                move.getStyleClass().add("danger");
            }
            move.setOnAction(pressed -> move(next, reason, wrong));
            moves.getChildren().add(move);
        }
        return List.of(reason, wrong, moves);
    }

    private String word(EventStatus status) {
        return language.get("event.status." + status.name());
    }

    private void move(EventStatus to, TextField reason, Label wrong) {
        EventDesk desk = model.desk();
        String given = reason.getText().strip();
        if (to == EventStatus.CANCELLED && given.isEmpty()) {
            wrong.setText(language.get("event.life.reasonNeeded"));
            reason.requestFocus();
            return;
        }
        String why = given.isEmpty() ? null : given;
        String slug = model.pageProperty().get().orElseThrow().event().slug();
        context.tasks()
                .write(() -> desk.events().move(slug, to, desk.person(), why))
                .onSuccess(outcome -> tell(outcome, wrong))
                .start();
    }

    private void tell(StatusOutcome outcome, Label wrong) {
        switch (outcome) {
            case StatusOutcome.Moved moved ->
                    context.notices()
                            .tell(language.get("event.life.moved", word(moved.change().to())));
            case StatusOutcome.Unchanged same ->
                    wrong.setText(language.get("event.life.moved", word(same.status())));
            case StatusOutcome.NotAllowed illegal ->
                    wrong.setText(language.get("event.life.illegal", word(illegal.from())));
            case StatusOutcome.NoSuchEvent unknown ->
                    wrong.setText(language.get("event.life.unknown"));
        }
    }

    private Node history(ZoneId zone, List<StatusChange> changes) {
        VBox lines = new VBox();
        lines.getStyleClass().add("history");
        for (StatusChange change : changes.reversed()) {
            Label what = new Label(word(change.from()) + " → " + word(change.to()));
            String when = Formats.moment(change.at(), zone, language.locale());
            Label who = new Label(language.get("event.life.line", when, change.by()));
            who.getStyleClass().add("muted");
            VBox line = new VBox(what, who);
            if (change.reason() != null) {
                Label reason = new Label(change.reason());
                reason.setWrapText(true);
                line.getChildren().add(reason);
            }
            lines.getChildren().add(line);
        }
        return lines;
    }
}
