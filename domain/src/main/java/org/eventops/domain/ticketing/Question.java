package org.eventops.domain.ticketing;

import java.util.List;

/**
 * @param products keys of the products it is asked for; empty means all
 * @param choices for {@code CHOICE} and {@code MULTI}
 */
public record Question(
        String key,
        String label,
        QuestionType type,
        boolean required,
        boolean askAtCheckin,
        List<String> products,
        List<String> choices) {
    public Question {
        products = List.copyOf(products);
        choices = List.copyOf(choices);
    }

    public boolean asks(String product) {
        return products.isEmpty() || products.contains(product);
    }
}
