package org.eventops.domain.door.rule;

import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.ast.JsonLogicArray;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNode;
import io.github.jamsesso.jsonlogic.evaluator.JsonLogicEvaluationException;
import io.github.jamsesso.jsonlogic.evaluator.JsonLogicEvaluator;
import io.github.jamsesso.jsonlogic.evaluator.JsonLogicExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.EqualityExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.IfExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.InExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.InequalityExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.MathExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.NotExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.NumericComparisonExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.StrictEqualityExpression;
import io.github.jamsesso.jsonlogic.evaluator.expressions.StrictInequalityExpression;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators of the library that a door needs, and ours beside them. */
final class RuleOperations {
    static final List<String> COUNTING =
            List.of("entries_since", "entries_before", "entries_days_since", "entries_days_before");

    private static final double MILLIS_PER_MINUTE = 60_000;

    private RuleOperations() {}

    static JsonLogicEvaluator evaluator() {
        List<JsonLogicExpression> all = new ArrayList<>(ofTheLibrary());
        all.add(junction("and", false));
        all.add(junction("or", true));
        all.add(operation("objectList", (given, facts) -> given));
        all.add(operation("lookup", (given, facts) -> text(given.get(1))));
        all.add(operation("inList", (given, facts) -> inList(given.get(0), given.get(1))));
        all.add(operation("buildTime", RuleOperations::time));
        all.add(operation("isBefore", (given, facts) -> before(given)));
        all.add(operation("isAfter", (given, facts) -> after(given)));
        COUNTING.forEach(
                name -> all.add(operation(name, (given, facts) -> count(name, given, facts))));
        return new JsonLogicEvaluator(all);
    }

    private static List<JsonLogicExpression> ofTheLibrary() {
        return List.of(
                NotExpression.SINGLE,
                NotExpression.DOUBLE,
                IfExpression.IF,
                IfExpression.TERNARY,
                EqualityExpression.INSTANCE,
                InequalityExpression.INSTANCE,
                StrictEqualityExpression.INSTANCE,
                StrictInequalityExpression.INSTANCE,
                InExpression.INSTANCE,
                NumericComparisonExpression.LT,
                NumericComparisonExpression.LTE,
                NumericComparisonExpression.GT,
                NumericComparisonExpression.GTE,
                MathExpression.ADD,
                MathExpression.SUBTRACT,
                MathExpression.MULTIPLY,
                MathExpression.DIVIDE,
                MathExpression.MODULO,
                MathExpression.MIN,
                MathExpression.MAX);
    }

    /** The library refuses an empty one; the editor of pretix writes it for "no condition yet". */
    private static JsonLogicExpression junction(String key, boolean decisive) {
        return new Junction(key, decisive);
    }

    private record Junction(String key, boolean decisive) implements JsonLogicExpression {
        @Override
        public @Nullable Object evaluate(
                JsonLogicEvaluator evaluator, JsonLogicArray arguments, Object data, String path)
                throws JsonLogicEvaluationException {
            @Nullable Object result = !decisive;
            for (JsonLogicNode argument : arguments) {
                result = evaluator.evaluate(argument, data, path);
                if (JsonLogic.truthy(result) == decisive) {
                    return result;
                }
            }
            return result;
        }
    }

    /** What one of our operators makes of its evaluated arguments. */
    @FunctionalInterface
    private interface Work {
        Object of(List<@Nullable Object> given, RuleFacts facts);
    }

    private record Operation(String key, Work work) implements JsonLogicExpression {
        @Override
        public Object evaluate(
                JsonLogicEvaluator evaluator, JsonLogicArray arguments, Object data, String path)
                throws JsonLogicEvaluationException {
            List<@Nullable Object> given = evaluator.evaluate(arguments, data, path);
            return work.of(given, RuleVariables.facts(data));
        }
    }

    private static JsonLogicExpression operation(String key, Work work) {
        return new Operation(key, work);
    }

    private static boolean inList(@Nullable Object value, @Nullable Object list) {
        if (value == null || !(list instanceof List<?> values)) {
            return false;
        }
        String wanted = text(value);
        return values.stream().anyMatch(each -> each != null && text(each).equals(wanted));
    }

    /** Keys are text; a number in an old rule means the same key. */
    private static String text(@Nullable Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private static Instant time(List<@Nullable Object> given, RuleFacts facts) {
        String value = given.size() < 2 || given.get(1) == null ? null : text(given.get(1));
        return RuleTime.read(text(given.get(0)), value)
                .orElseThrow(() -> new IllegalArgumentException("no such time"))
                .on(facts);
    }

    private static boolean before(List<@Nullable Object> given) {
        return instant(given.get(0)).isBefore(instant(given.get(1)).plus(tolerance(given)));
    }

    /** "From … on": the moment itself is in, so that before and after leave no gap. */
    private static boolean after(List<@Nullable Object> given) {
        return !instant(given.get(0)).isBefore(instant(given.get(1)).minus(tolerance(given)));
    }

    private static Instant instant(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        throw new IllegalArgumentException("not a time");
    }

    private static Duration tolerance(List<@Nullable Object> given) {
        @Nullable Object minutes = given.size() < 3 ? null : given.get(2);
        if (minutes == null) {
            return Duration.ZERO;
        }
        double amount = new BigDecimal(minutes.toString().strip()).doubleValue();
        return Duration.ofMillis(Math.round(amount * MILLIS_PER_MINUTE));
    }

    private static Object count(String name, List<@Nullable Object> given, RuleFacts facts) {
        Instant cut = instant(given.get(0));
        return switch (name) {
            case "entries_since" -> facts.count(at -> !at.isBefore(cut));
            case "entries_before" -> facts.count(at -> at.isBefore(cut));
            case "entries_days_since" -> facts.days(at -> !at.isBefore(cut));
            default -> facts.days(at -> at.isBefore(cut));
        };
    }
}
