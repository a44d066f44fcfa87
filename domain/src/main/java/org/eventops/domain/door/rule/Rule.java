package org.eventops.domain.door.rule;

import io.github.jamsesso.jsonlogic.JsonLogicException;
import io.github.jamsesso.jsonlogic.ast.JsonLogicNode;
import io.github.jamsesso.jsonlogic.ast.JsonLogicOperation;
import io.github.jamsesso.jsonlogic.ast.JsonLogicParser;
import io.github.jamsesso.jsonlogic.ast.JsonLogicVariable;
import io.github.jamsesso.jsonlogic.evaluator.JsonLogicEvaluationException;
import io.github.jamsesso.jsonlogic.evaluator.JsonLogicEvaluator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.door.rule.RuleProblem.Kind;
import org.jspecify.annotations.Nullable;

/** The rule of a list, read once and asked for every scan; safe for any thread. */
public final class Rule {
    private static final JsonLogicEvaluator EVALUATOR = RuleOperations.evaluator();
    private static final Rule NONE = new Rule(null, List.of());

    private final @Nullable JsonLogicNode root;
    private final List<RuleProblem> problems;

    private Rule(@Nullable JsonLogicNode root, List<RuleProblem> problems) {
        this.root = root;
        this.problems = problems;
    }

    /**
     * Reads a rule; never throws, whatever it is given.
     *
     * @param json JsonLogic; absent, or an empty object, is no rule
     */
    public static Rule read(@Nullable String json) {
        if (json == null || json.isBlank() || json.replaceAll("\\s", "").equals("{}")) {
            return NONE;
        }
        Optional<Kind> unfit = RuleText.unfit(json);
        if (unfit.isPresent()) {
            return broken(unfit.get(), json);
        }
        try {
            JsonLogicNode root = JsonLogicParser.parse(json);
            boolean object =
                    root instanceof JsonLogicOperation || root instanceof JsonLogicVariable;
            return object ? new Rule(root, RuleCheck.of(root)) : broken(Kind.NOT_AN_OBJECT, json);
        } catch (JsonLogicException e) {
            return broken(Kind.NOT_JSON, String.valueOf(e.getJsonPath()), json);
        } catch (RuntimeException e) {
            // The library says some syntax errors in its own way, all of them about the text.
            return broken(Kind.NOT_JSON, json);
        }
    }

    private static Rule broken(Kind kind, String value) {
        return broken(kind, "$", value);
    }

    private static Rule broken(Kind kind, String place, String value) {
        return new Rule(null, List.of(new RuleProblem(kind, place, value)));
    }

    /** What cannot be understood; with anything in it, the rule refuses everybody. */
    public List<RuleProblem> problems() {
        return problems;
    }

    /** The whole rule in words; empty when there is none, or it cannot be understood. */
    public Optional<RuleSentence> sentence(RuleNames names) {
        return root == null || !problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleWords(names, null).of(root));
    }

    public RuleOutcome evaluate(RuleFacts facts, RuleNames names) {
        if (!problems.isEmpty()) {
            return new RuleOutcome.CannotTell(problems);
        }
        if (root == null) {
            return new RuleOutcome.Holds();
        }
        try {
            Map<String, @Nullable Object> data = RuleVariables.of(facts);
            return holds(root, data)
                    ? new RuleOutcome.Holds()
                    : new RuleOutcome.Fails(
                            new RuleWords(names, facts).only(root, part -> !quietly(part, data)));
        } catch (JsonLogicEvaluationException | RuntimeException e) {
            // A part of the wrong kind surfaces as whatever the library's arithmetic throws.
            String said = String.valueOf(e.getMessage());
            return new RuleOutcome.CannotTell(
                    List.of(new RuleProblem(Kind.NOT_COMPUTABLE, "$", said)));
        }
    }

    private static boolean holds(JsonLogicNode node, Map<String, @Nullable Object> data)
            throws JsonLogicEvaluationException {
        return RuleWords.truthy(EVALUATOR.evaluate(node, data, "$"));
    }

    private static boolean quietly(JsonLogicNode node, Map<String, @Nullable Object> data) {
        try {
            return holds(node, data);
        } catch (JsonLogicEvaluationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
