package org.eventops.domain.door.rule;

import io.github.jamsesso.jsonlogic.ast.JsonLogicArray;
import io.github.jamsesso.jsonlogic.ast.JsonLogicBoolean;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNode;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNull;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNumber;
import io.github.jamsesso.jsonlogic.ast.JsonLogicOperation;
import io.github.jamsesso.jsonlogic.ast.JsonLogicString;
import io.github.jamsesso.jsonlogic.ast.JsonLogicVariable;
import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.door.rule.RuleProblem.Kind;

/**
 * Finds what in a rule cannot be understood, before any ticket comes. The library itself takes an
 * unknown variable for null, which could let people in who must not be.
 */
final class RuleCheck {
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleCheck() {}

    static List<RuleProblem> of(JsonLogicNode root) {
        RuleCheck check = new RuleCheck();
        check.kind(root, "$");
        return List.copyOf(check.problems);
    }

    private RuleKind kind(JsonLogicNode node, String place) {
        return switch (node) {
            case JsonLogicVariable variable -> variable(variable, place);
            case JsonLogicOperation operation -> operation(operation, place);
            case JsonLogicArray array -> list(array, place);
            case JsonLogicNumber unused -> RuleKind.NUMBER;
            case JsonLogicBoolean unused -> RuleKind.TRUTH;
            case JsonLogicString text -> isNumber(text.getValue()) ? RuleKind.ANY : RuleKind.TEXT;
            case JsonLogicNull unused -> RuleKind.NOTHING;
            default -> RuleKind.ANY;
        };
    }

    private RuleKind list(JsonLogicArray array, String place) {
        int i = 0;
        for (JsonLogicNode each : array) {
            kind(each, place + "[" + i++ + "]");
        }
        return RuleKind.LIST;
    }

    private RuleKind variable(JsonLogicVariable variable, String place) {
        String name = variable.getKey() instanceof JsonLogicString text ? text.getValue() : "";
        RuleKind known = RuleVariables.KINDS.get(name);
        boolean plain = variable.getDefaultValue() instanceof JsonLogicNull;
        if (known == null || !plain) {
            add(Kind.UNKNOWN_VARIABLE, place, RuleJson.of(variable));
            return RuleKind.ANY;
        }
        return known;
    }

    private RuleKind operation(JsonLogicOperation operation, String place) {
        String name = operation.getOperator();
        RuleOperator known = RuleOperator.ALL.get(name);
        if (known == null) {
            add(Kind.UNKNOWN_OPERATOR, place, name);
            return RuleKind.ANY;
        }
        List<JsonLogicNode> given = List.copyOf(operation.getArguments());
        if (name.equals("buildTime") && RuleTime.read(given).isEmpty()) {
            add(Kind.UNKNOWN_TIME, place, RuleJson.of(operation));
            return RuleKind.TIME;
        }
        if (given.size() < known.least() || given.size() > known.most()) {
            add(Kind.WRONG_ARGUMENTS, place, RuleJson.of(operation));
        }
        arguments(name, known, given, place + "." + name);
        return known.result();
    }

    private void arguments(
            String name, RuleOperator known, List<JsonLogicNode> given, String place) {
        for (int i = 0; i < given.size(); i++) {
            String here = place + "[" + i + "]";
            RuleKind found = kind(given.get(i), here);
            boolean noTolerance = found == RuleKind.NOTHING && i == 2;
            boolean equality = name.contains("==") || name.equals("!=");
            boolean misfit = !noTolerance && !found.fits(known.wanted(i));
            boolean sameTime = equality && found == RuleKind.TIME;
            if (misfit || sameTime) {
                add(Kind.WRONG_ARGUMENTS, here, RuleJson.of(given.get(i)));
            }
        }
    }

    private void add(Kind kind, String place, String value) {
        problems.add(new RuleProblem(kind, place, value));
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("-?\\d{1,18}(\\.\\d{1,9})?");
    }
}
