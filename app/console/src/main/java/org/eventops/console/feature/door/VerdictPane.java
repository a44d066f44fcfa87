package org.eventops.console.feature.door;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Presence;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.Verdict;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The verdict, readable at two metres: colour, symbol, one word, name, product, and why. */
final class VerdictPane extends VBox {
    private final Language language;
    private final ObservableValue<Optional<CheckinAnswer>> answer;
    private final FontIcon symbol = new FontIcon(Material2AL.CROP_FREE);
    private final Label word = label("verdict-word");
    private final Label name = label("verdict-name");
    private final Label product = label("verdict-product");
    private final Label attention = label("verdict-attention");
    private final Label sentence = label("verdict-sentence");
    private final VerdictActions actions;

    VerdictPane(Language language, DoorViewModel model) {
        this.language = language;
        this.answer = model.answerProperty();
        this.actions = new VerdictActions(language, model);
        symbol.getStyleClass().add("verdict-symbol");
        attention.setGraphic(new FontIcon(Material2MZ.PRIORITY_HIGH));
        Region above = new Region();
        Region below = new Region();
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren()
                .addAll(above, symbol, word, name, product, attention, sentence, actions, below);
        setAccessibleText(language.get("door.screen.verdict"));
        answer.addListener((property, before, now) -> show());
        model.supervisorProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private void show() {
        Optional<VerdictCard> card =
                answer.getValue().map(each -> VerdictCards.of(each, language.texts()));
        getStyleClass()
                .setAll("verdict", card.map(each -> tone(each.verdict())).orElse("verdict-idle"));
        symbol.setIconCode(card.map(each -> symbol(each.verdict())).orElse(Material2AL.CROP_FREE));
        word.setText(card.map(VerdictCard::word).orElseGet(() -> text("ready")));
        set(name, card.map(VerdictCard::name).orElse(""));
        set(product, card.map(VerdictCard::product).orElse(""));
        set(attention, card.map(VerdictCard::attention).orElse(""));
        set(sentence, card.map(VerdictCard::sentence).orElseGet(() -> text("ready.line")));
        actions.show(card);
    }

    private String text(String key) {
        return language.get("door.screen." + key);
    }

    private static void set(Label label, String text) {
        label.setText(text);
        Presence.set(label, !text.isBlank());
    }

    private static String tone(Verdict verdict) {
        return switch (verdict.tone()) {
            case GREEN -> "verdict-green";
            case AMBER -> "verdict-amber";
            case RED -> "verdict-red";
        };
    }

    static Ikon symbol(Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> Material2AL.CHECK_CIRCLE;
            case EXITED -> Material2AL.EXIT_TO_APP;
            case ALREADY_IN -> Material2AL.HISTORY;
            case ANSWERS_REQUIRED -> Material2AL.HELP;
            case AMBIGUOUS -> Material2AL.GROUP;
            case UNPAID -> Material2AL.ATTACH_MONEY;
            case NOT_YET_VALID, EXPIRED -> Material2AL.ACCESS_TIME;
            case ERROR -> Material2MZ.SYNC_PROBLEM;
            default -> Material2AL.BLOCK;
        };
    }
}
