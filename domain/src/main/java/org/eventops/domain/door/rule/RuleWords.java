package org.eventops.domain.door.rule;

import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNode;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNull;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNumber;
import io.github.jamsesso.jsonlogic.ast.JsonLogicOperation;
import io.github.jamsesso.jsonlogic.ast.JsonLogicPrimitive;
import io.github.jamsesso.jsonlogic.ast.JsonLogicString;
import io.github.jamsesso.jsonlogic.ast.JsonLogicVariable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eventops.domain.door.rule.RuleSentence.Relation;
import org.eventops.domain.door.rule.RuleSentence.Subject;
import org.jspecify.annotations.Nullable;

/** Turns a rule that was understood into a sentence. */
final class RuleWords {
    private static final Map<String, Relation> RELATIONS =
            Map.of(
                    "==", Relation.EQUAL,
                    "===", Relation.EQUAL,
                    "!=", Relation.DIFFERENT,
                    "!==", Relation.DIFFERENT,
                    "<", Relation.LESS,
                    "<=", Relation.AT_MOST,
                    ">", Relation.MORE,
                    ">=", Relation.AT_LEAST);

    private final RuleNames names;
    private final @Nullable RuleFacts facts;

    RuleWords(RuleNames names, @Nullable RuleFacts facts) {
        this.names = names;
        this.facts = facts;
    }

    RuleSentence of(JsonLogicNode node) {
        return only(node, each -> true);
    }

    /** The part of a failing rule that fails: of an "and" what fails, of an "or" all of it. */
    RuleSentence only(JsonLogicNode node, Predicate<JsonLogicNode> wanted) {
        if (!(node instanceof JsonLogicOperation operation)) {
            return new RuleSentence.Written(RuleJson.of(node));
        }
        List<JsonLogicNode> given = List.copyOf(operation.getArguments());
        return switch (operation.getOperator()) {
            case "and" -> junction(parts(given, wanted), true);
            case "or" -> junction(parts(given, wanted), false);
            case "!" -> new RuleSentence.Not(of(given.getFirst()));
            case "isAfter", "isBefore" -> time(operation, given);
            case "inList" -> inList(operation, given);
            default -> compared(operation, given);
        };
    }

    private List<RuleSentence> parts(List<JsonLogicNode> given, Predicate<JsonLogicNode> wanted) {
        return given.stream().filter(wanted).map(each -> only(each, wanted)).toList();
    }

    private static RuleSentence junction(List<RuleSentence> parts, boolean all) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return all ? new RuleSentence.All(parts) : new RuleSentence.Any(parts);
    }

    private RuleSentence time(JsonLogicOperation operation, List<JsonLogicNode> given) {
        Optional<RuleTime> time = builtTime(given.get(1));
        boolean ofNow = "now".equals(variable(given.get(0)));
        Optional<Integer> tolerance = given.size() < 3 ? Optional.of(0) : minutes(given.get(2));
        if (!ofNow || time.isEmpty() || tolerance.isEmpty()) {
            return new RuleSentence.Written(RuleJson.of(operation));
        }
        RuleSentence.When when = time.get().words(facts);
        return operation.getOperator().equals("isAfter")
                ? new RuleSentence.After(when, tolerance.get())
                : new RuleSentence.Before(when, tolerance.get());
    }

    private static Optional<Integer> minutes(JsonLogicNode node) {
        return switch (node) {
            case JsonLogicNull unused -> Optional.of(0);
            case JsonLogicNumber number -> Optional.of(number.getValue().intValue());
            case JsonLogicString text -> minutes(text.getValue());
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> minutes(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private RuleSentence inList(JsonLogicOperation operation, List<JsonLogicNode> given) {
        Optional<Subject> subject = subject(given.get(0));
        if (subject.isEmpty() || !(given.get(1) instanceof JsonLogicOperation list)) {
            return new RuleSentence.Written(RuleJson.of(operation));
        }
        return new RuleSentence.OneOf(
                subject.get(), list.getArguments().stream().map(this::name).toList());
    }

    private String name(JsonLogicNode node) {
        if (!(node instanceof JsonLogicOperation lookup) || lookup.getArguments().size() < 2) {
            return RuleJson.said(node);
        }
        List<String> said = lookup.getArguments().stream().map(RuleJson::said).toList();
        return names.of(said.get(0), said.get(1), said.size() < 3 ? "" : said.get(2));
    }

    private RuleSentence compared(JsonLogicOperation operation, List<JsonLogicNode> given) {
        Relation relation = RELATIONS.get(operation.getOperator());
        if (relation == null || given.size() != 2) {
            return new RuleSentence.Written(RuleJson.of(operation));
        }
        return compared(given.get(0), relation, given.get(1))
                .or(() -> compared(given.get(1), relation.flipped(), given.get(0)))
                .orElseGet(() -> new RuleSentence.Written(RuleJson.of(operation)));
    }

    private Optional<RuleSentence> compared(
            JsonLogicNode left, Relation relation, JsonLogicNode right) {
        if (!(right instanceof JsonLogicPrimitive<?>)) {
            return Optional.empty();
        }
        return subject(left)
                .map(s -> new RuleSentence.Compared(s, relation, value(s.name(), right)));
    }

    private String value(String subject, JsonLogicNode node) {
        return names.of(subject, RuleJson.said(node), "");
    }

    private Optional<Subject> subject(JsonLogicNode node) {
        String variable = variable(node);
        if (variable != null) {
            return Optional.of(new Subject(variable, null));
        }
        if (node instanceof JsonLogicOperation counting
                && RuleOperations.COUNTING.contains(counting.getOperator())) {
            return builtTime(counting.getArguments().get(0))
                    .map(time -> new Subject(counting.getOperator(), time.words(facts)));
        }
        return Optional.empty();
    }

    private static @Nullable String variable(JsonLogicNode node) {
        return node instanceof JsonLogicVariable variable ? RuleJson.said(variable.getKey()) : null;
    }

    private static Optional<RuleTime> builtTime(JsonLogicNode node) {
        return node instanceof JsonLogicOperation time && time.getOperator().equals("buildTime")
                ? RuleTime.read(List.copyOf(time.getArguments()))
                : Optional.empty();
    }

    static boolean truthy(@Nullable Object value) {
        return JsonLogic.truthy(value);
    }
}
