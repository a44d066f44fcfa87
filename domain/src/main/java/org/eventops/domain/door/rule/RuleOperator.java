package org.eventops.domain.door.rule;

import static org.eventops.domain.door.rule.RuleKind.ANY;
import static org.eventops.domain.door.rule.RuleKind.LIST;
import static org.eventops.domain.door.rule.RuleKind.NUMBER;
import static org.eventops.domain.door.rule.RuleKind.TIME;
import static org.eventops.domain.door.rule.RuleKind.TRUTH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator takes and gives.
 *
 * @param arguments what stands at each place; the last kind holds for all that follow
 */
record RuleOperator(int least, int most, RuleKind result, List<RuleKind> arguments) {
    private static final int MANY = Integer.MAX_VALUE;

    /** Every operator there is. Those that walk over lists have no use at a door. */
    static final Map<String, RuleOperator> ALL = all();

    private static Map<String, RuleOperator> all() {
        Map<String, RuleOperator> all = new HashMap<>();
        put(all, List.of("and", "or"), 0, MANY, ANY, ANY);
        put(all, List.of("!", "!!"), 1, 1, TRUTH, ANY);
        put(all, List.of("if", "?:"), 1, MANY, ANY, ANY);
        put(all, List.of("==", "!=", "===", "!==", "in"), 2, 2, TRUTH, ANY);
        put(all, List.of("<", "<="), 2, 3, TRUTH, NUMBER);
        put(all, List.of(">", ">="), 2, 2, TRUTH, NUMBER);
        put(all, List.of("+", "*", "min", "max"), 1, MANY, NUMBER, NUMBER);
        put(all, List.of("-"), 1, 2, NUMBER, NUMBER);
        put(all, List.of("/", "%"), 2, 2, NUMBER, NUMBER);
        put(all, List.of("inList"), 2, 2, TRUTH, ANY, LIST);
        put(all, List.of("objectList"), 0, MANY, LIST, ANY);
        put(all, List.of("lookup"), 2, 3, RuleKind.TEXT, ANY);
        put(all, List.of("buildTime"), 1, 2, TIME, ANY);
        put(all, List.of("isBefore", "isAfter"), 2, 3, TRUTH, TIME, TIME, NUMBER);
        put(all, RuleOperations.COUNTING, 1, 1, NUMBER, TIME);
        return Map.copyOf(all);
    }

    private static void put(
            Map<String, RuleOperator> all,
            List<String> names,
            int least,
            int most,
            RuleKind result,
            RuleKind... arguments) {
        names.forEach(n -> all.put(n, new RuleOperator(least, most, result, List.of(arguments))));
    }

    RuleKind wanted(int place) {
        return arguments.get(Math.min(place, arguments.size() - 1));
    }
}
