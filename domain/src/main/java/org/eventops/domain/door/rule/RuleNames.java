package org.eventops.domain.door.rule;

import java.util.Map;

/**
 * The names that go with the keys in a rule.
 *
 * @param products names by key
 * @param gates names by key
 */
public record RuleNames(Map<String, String> products, Map<String, String> gates) {
    public static final RuleNames NONE = new RuleNames(Map.of(), Map.of());

    /** What the event calls it, else what the rule calls it, else the key. */
    String of(String kind, String key, String label) {
        String fallback = label.isBlank() ? key : label;
        return switch (kind) {
            case "product" -> products.getOrDefault(key, fallback);
            case "gate" -> gates.getOrDefault(key, fallback);
            default -> fallback;
        };
    }
}
