package org.eventops.domain.door.rule;

import io.github.jamsesso.jsonlogic.ast.JsonLogicArray;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNode;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNull;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNumber;
import io.github.jamsesso.jsonlogic.ast.JsonLogicOperation;
import io.github.jamsesso.jsonlogic.ast.JsonLogicPrimitive;
import io.github.jamsesso.jsonlogic.ast.JsonLogicString;
import io.github.jamsesso.jsonlogic.ast.JsonLogicVariable;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Writes a part of a rule as a person would find it in the file; only for showing. */
final class RuleJson {
    private RuleJson() {}

    static String of(JsonLogicNode node) {
        return switch (node) {
            case JsonLogicVariable variable -> "{\"var\":" + of(variable.getKey()) + "}";
            case JsonLogicOperation operation ->
                    "{\"" + operation.getOperator() + "\":" + of(operation.getArguments()) + "}";
            case JsonLogicArray array ->
                    array.stream().map(RuleJson::of).collect(Collectors.joining(",", "[", "]"));
            case JsonLogicNull unused -> "null";
            case JsonLogicString text -> "\"" + text.getValue() + "\"";
            case JsonLogicNumber number -> plain(number.getValue());
            case JsonLogicPrimitive<?> primitive -> String.valueOf(primitive.getValue());
            default -> node.getType().name();
        };
    }

    /** The value without quotes, as it is said in a sentence. */
    static String said(JsonLogicNode node) {
        return node instanceof JsonLogicString text ? text.getValue() : of(node);
    }

    private static String plain(Number number) {
        double value = number.doubleValue();
        return Double.isFinite(value) && Math.abs(value) < Long.MAX_VALUE
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : number.toString();
    }
}
