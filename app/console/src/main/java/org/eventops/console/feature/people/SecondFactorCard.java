package org.eventops.console.feature.people;

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
import org.eventops.console.ui.CodePicture;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.Presence;
import org.eventops.domain.sync.CodeDrawing;
import org.eventops.domain.unlock.Enrolment;

/** The second factor of whoever works here: what the telephone reads, and codes to write down. */
final class SecondFactorCard {
    private static final int WIDEST = 260;

    private final Language language;
    private final PeopleViewModel model;
    private final CodeDrawing codes;
    private final VBox picture = new VBox();
    private final TextField code = new TextField();
    private final Label secret = Captions.plain("second-secret", "muted");
    private final Label spare = Captions.plain("second-spare", "second-spare");
    private final VBox begun = new VBox();
    private final Button begin;
    private final VBox card = new VBox();

    SecondFactorCard(Language language, PeopleViewModel model, CodeDrawing codes) {
        this.language = language;
        this.model = model;
        this.codes = codes;
        this.begin = Controls.button(language, "second-begin", "people.second.begin", model::enrol);
        code.setId("second-code");
        code.promptTextProperty().bind(language.of("people.second.code"));
        code.accessibleTextProperty().bind(language.of("people.second.code"));
        code.setOnAction(event -> model.confirm(code.getText()));
        begun.setId("second-begun");
        begun.getStyleClass().add("stack");
        begun.getChildren()
                .addAll(
                        Captions.of(language, "people.second.read", "muted"),
                        picture,
                        secret,
                        Captions.of(language, "people.second.write", "muted"),
                        spare,
                        code,
                        actions());
        card.getStyleClass().addAll("card", "form");
        card.getChildren()
                .addAll(
                        Captions.of(language, "people.second", "card-title"),
                        Captions.of(language, "people.second.line", "muted"),
                        begin,
                        begun);
        model.enrolmentProperty().addListener((property, before, now) -> show(now));
        model.rows().addListener((ListChangeListener<PersonRow>) change -> offer());
        show(model.enrolmentProperty().get());
        offer();
    }

    Node node() {
        return card;
    }

    private Node actions() {
        Button confirm =
                Controls.button(
                        language,
                        "second-confirm",
                        "people.second.confirm",
                        () -> model.confirm(code.getText()));
        confirm.getStyleClass().add("accent");
        FlowPane row =
                new FlowPane(
                        confirm,
                        Controls.button(
                                language,
                                "second-leave",
                                "people.second.leave",
                                model::leaveEnrolment));
        row.getStyleClass().add("actions");
        return row;
    }

    /** Only for who has a password, and no second factor yet. */
    private void offer() {
        Optional<PersonRow> me =
                model.rows().stream().filter(each -> each.name().equals(model.me())).findFirst();
        Presence.set(card, me.filter(PersonRow::password).isPresent());
        boolean open = model.enrolmentProperty().get().isPresent();
        Presence.set(begin, !open && me.filter(each -> !each.secondFactor()).isPresent());
    }

    private void show(Optional<Enrolment> now) {
        picture.getChildren().clear();
        code.clear();
        Presence.set(begun, now.isPresent());
        offer();
        now.ifPresent(this::fill);
    }

    private void fill(Enrolment each) {
        codes.drawn(each.address())
                .ifPresent(drawn -> picture.getChildren().add(CodePicture.of(drawn, WIDEST)));
        secret.setText(language.get("people.second.secret", each.typedSecret()));
        spare.setText(String.join("\n", each.spareCodes()));
        code.requestFocus();
    }
}
