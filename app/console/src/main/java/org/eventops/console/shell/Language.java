package org.eventops.console.shell;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.resources.Texts;

/** The language of the window; what is bound to it changes at once with it. */
public final class Language {
    private final ReadOnlyObjectWrapper<Texts> texts;

    public Language(Locale locale) {
        texts = new ReadOnlyObjectWrapper<>(Texts.of(locale));
    }

    public void choose(Locale locale) {
        if (!locale.getLanguage().equals(locale().getLanguage())) {
            texts.set(Texts.of(locale));
        }
    }

    public Texts texts() {
        return texts.get();
    }

    public ReadOnlyObjectProperty<Texts> textsProperty() {
        return texts.getReadOnlyProperty();
    }

    public Locale locale() {
        return texts.get().locale();
    }

    /** The sentence as it is now; for what is asked again when the language changes. */
    public String get(String key, Object... arguments) {
        return texts.get().get(key, arguments);
    }

    /** The sentence, now and after every change of language. */
    public StringBinding of(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> get(key, arguments), texts);
    }
}
