package org.eventops.console.feature.rehearsal;

import java.util.List;
import org.eventops.console.shell.Language;

/**
 * A sentence that is not said yet, so that it can be said in another language later.
 *
 * @param arguments may be sentences themselves
 */
record Sentence(String key, List<Object> arguments) {
    static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    String in(Language language) {
        return language.get(
                key,
                arguments.stream()
                        .map(each -> each instanceof Sentence inner ? inner.in(language) : each)
                        .toArray());
    }
}
