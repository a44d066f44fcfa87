package org.eventops.launcher.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** Lends picocli the help texts: its key {@code data} is our {@code cli.help.data}. */
final class TextsBundle extends ResourceBundle {
    static final String PREFIX = "cli.help.";

    private final Texts texts;
    private final Set<String> keys;

    TextsBundle(Texts texts) {
        this.texts = texts;
        this.keys =
                texts.keys().stream()
                        .filter(key -> key.startsWith(PREFIX))
                        .map(key -> key.substring(PREFIX.length()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return keys.contains(key) ? texts.get(PREFIX + key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(keys);
    }

    @Override
    protected Set<String> handleKeySet() {
        return keys;
    }
}
