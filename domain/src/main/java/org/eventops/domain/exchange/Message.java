package org.eventops.domain.exchange;

import java.util.List;

/**
 * A sentence to be said in the reader's language.
 *
 * @param key of a text, such as {@code exchange.problem.unknown_key}
 * @param arguments for its places
 */
public record Message(String key, List<String> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, String... arguments) {
        return new Message(key, List.of(arguments));
    }
}
