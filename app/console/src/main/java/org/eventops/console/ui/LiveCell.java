package org.eventops.console.ui;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.eventops.console.shell.Language;

/** A choice whose word changes with the language, also while it is shown. */
public final class LiveCell<T> extends ListCell<T> {
    private LiveCell(Language language, Function<T, String> word) {
        textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> getItem() == null ? "" : word.apply(getItem()),
                                itemProperty(),
                                language.textsProperty()));
    }

    public static <T> void install(ComboBox<T> box, Language language, Function<T, String> word) {
        box.setCellFactory(list -> new LiveCell<>(language, word));
        box.setButtonCell(new LiveCell<>(language, word));
    }
}
