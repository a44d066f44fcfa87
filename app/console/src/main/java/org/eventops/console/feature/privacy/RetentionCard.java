package org.eventops.console.feature.privacy;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.NamedField;
import org.eventops.console.ui.Presence;
import org.eventops.domain.privacy.DueEvent;

/** For how long attendees are kept, and whose time is over; nothing goes without a yes. */
final class RetentionCard {
    private final Language language;
    private final PrivacyViewModel model;
    private final VBox card = new VBox();
    private final Label now = Captions.plain("privacy-rule", "muted");
    private final TextField days = new TextField();
    private final VBox due = new VBox();
    private final FlowPane actions = new FlowPane();
    private final Button ask;
    private final Button yes;
    private final Button stop;
    private final Label progress = Captions.plain("privacy-progress", "muted");
    private boolean asking;

    RetentionCard(Language language, PrivacyViewModel model) {
        this.language = language;
        this.model = model;
        days.setOnAction(event -> model.keepFor(days.getText()));
        Button save = Controls.button(language, "privacy-days-save", "privacy.retention.save");
        save.setOnAction(event -> model.keepFor(days.getText()));
        ask = Controls.button(language, "privacy-apply", "privacy.retention.apply");
        ask.setOnAction(event -> asked(true));
        yes = new Button();
        yes.setId("privacy-apply-yes");
        yes.getStyleClass().add("danger");
        yes.setOnAction(event -> apply());
        stop = Controls.button(language, "privacy-apply-stop", "privacy.retention.stop");
        stop.setOnAction(event -> model.stop());
        due.setId("privacy-due");
        due.getStyleClass().add("field");
        actions.getChildren().addAll(ask, yes, stop);
        actions.getStyleClass().add("actions");
        card.getStyleClass().addAll("card", "form");
        card.getChildren()
                .addAll(
                        Captions.of(language, "privacy.retention.title", "card-title"),
                        now,
                        new NamedField(language, "privacy.retention.prompt", "privacy-days", days),
                        save,
                        due,
                        actions,
                        progress);
        model.ruleProperty().addListener((property, before, rule) -> ruled());
        model.applyingProperty().addListener((property, before, share) -> show());
        model.due().addListener((ListChangeListener<DueEvent>) change -> asked(false));
        language.textsProperty().addListener((property, before, texts) -> show());
        ruled();
    }

    Node node() {
        return card;
    }

    /** What holds stands in the field: an empty one would take the limit away. */
    private void ruled() {
        days.setText(model.ruleProperty().get().map(String::valueOf).orElse(""));
        show();
    }

    private void asked(boolean now) {
        asking = now;
        show();
    }

    private void apply() {
        asking = false;
        model.apply();
    }

    private void show() {
        Optional<PrivacyViewModel.Said> share = model.applyingProperty().get();
        now.setText(
                model.ruleProperty()
                        .get()
                        .map(each -> language.get("privacy.retention.days", each))
                        .orElseGet(() -> language.get("privacy.retention.none")));
        due.getChildren().setAll(model.due().stream().map(this::line).toList());
        boolean any = !model.due().isEmpty() && share.isEmpty();
        Presence.set(due, any);
        Presence.set(actions, any || share.isPresent());
        Presence.set(ask, any && !asking);
        Presence.set(yes, any && asking);
        Presence.set(stop, share.isPresent());
        Presence.set(progress, share.isPresent());
        yes.setText(language.get("privacy.retention.yes", model.tickets()));
        progress.setText(
                share.map(each -> language.get(each.key(), each.arguments().toArray())).orElse(""));
    }

    private Label line(DueEvent each) {
        Label line =
                new Label(
                        language.get(
                                "privacy.due.line",
                                each.event().name(),
                                each.tickets(),
                                Formats.moment(each.since(), model.zone(), language.locale())));
        line.setWrapText(true);
        return line;
    }
}
