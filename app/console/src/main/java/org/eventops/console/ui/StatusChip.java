package org.eventops.console.ui;

import java.util.Locale;
import javafx.scene.control.Label;

/** A word on a coloured ground; the word alone says it all. */
public final class StatusChip extends Label {
    /**
     * @param role colours it: such as {@code on_sale} or {@code paid}
     */
    public StatusChip(String word, Enum<?> role) {
        super(word);
        getStyleClass().addAll("chip", "chip-" + role.name().toLowerCase(Locale.ROOT));
    }
}
