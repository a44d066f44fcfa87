package org.eventops.console.ui;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.eventops.console.shell.Language;
import org.jspecify.annotations.Nullable;

/** A choice whose word changes with the language, also while it is shown. */
public final class LiveCell<T> extends ListCell<T> {
    private final Function<T, String> word;
    private final Supplier<@Nullable String> none;

    /** Held here: the language lets go of it when the cell is gone. */
    private final InvalidationListener live = texts -> write();

    /**
     * @param none what stands where nothing is chosen
     */
    private LiveCell(Language language, Function<T, String> word, Supplier<@Nullable String> none) {
        this.word = word;
        this.none = none;
        language.textsProperty().addListener(new WeakInvalidationListener(live));
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        write();
    }

    private void write() {
        T item = getItem();
        setText(item == null || isEmpty() ? none.get() : word.apply(item));
    }

    public static <T> void install(ComboBox<T> box, Language language, Function<T, String> word) {
        box.setCellFactory(list -> new LiveCell<>(language, word, () -> null));
        box.setButtonCell(new LiveCell<>(language, word, box::getPromptText));
    }
}
