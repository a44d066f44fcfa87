package org.eventops.adapters.files.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ProductSelection;
import org.eventops.domain.door.rule.Rule;
import org.eventops.domain.door.rule.RuleProblem;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.Message;
import org.jspecify.annotations.Nullable;

/** {@code gates} and {@code lists}. */
final class DoorSection {
    private static final Set<String> GATE = Set.of("key", "name");
    private static final Set<String> LIST =
            Set.of(
                    "name",
                    "products",
                    "includePending",
                    "multipleEntry",
                    "reentryAfterExit",
                    "addonMatching",
                    "rules",
                    "gates",
                    "date");
    private static final String ALL = "*";

    private final JsonNode root;
    private final Problems problems;

    DoorSection(JsonNode root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    Keyed<Gate> gates(@Nullable EventContent base) {
        Keyed<Gate> gates = new Keyed<>(base == null ? List.of() : base.gates(), Gate::key);
        Elements.each(
                root.path("gates"),
                "$.gates",
                problems,
                (node, path) -> {
                    Fields f = new Fields(node, path, problems, GATE);
                    String key = f.required("key", Limits.KEY);
                    Gate was = gates.stored(key);
                    String name = f.text("name", was == null ? key : was.name(), Limits.NAME);
                    gates.name(f, "key", key, new Gate(key, name == null ? key : name));
                });
        return gates;
    }

    Keyed<CheckinList> lists(
            @Nullable EventContent base, Keyed<?> products, Keyed<?> gates, Keyed<?> dates) {
        Keyed<CheckinList> lists =
                new Keyed<>(base == null ? List.of() : base.lists(), CheckinList::name);
        Elements.each(
                root.path("lists"),
                "$.lists",
                problems,
                (node, path) -> {
                    Fields f = new Fields(node, path, problems, LIST);
                    String name = f.required("name", Limits.NAME);
                    CheckinList list = list(f, name, lists.stored(name));
                    References.products(f, "products", list.products().keys(), products);
                    list.gates().forEach(g -> References.one(f, "gates", g, gates, "no_gate"));
                    References.one(f, "date", list.date(), dates, "no_date");
                    lists.name(f, "name", name, list);
                });
        return lists;
    }

    private CheckinList list(Fields f, String name, @Nullable CheckinList was) {
        if (was == null && !f.has("products")) {
            problems.add(f.path() + ".products", "", "missing");
        }
        return new CheckinList(
                name,
                products(f, was),
                f.bool("includePending", was != null && was.includePending()),
                f.bool("multipleEntry", was != null && was.multipleEntry()),
                f.bool("reentryAfterExit", was == null || was.reentryAfterExit()),
                f.bool("addonMatching", was != null && was.addonMatching()),
                rules(f, was == null ? null : was.rules()),
                new TreeSet<>(
                        f.texts(
                                "gates",
                                was == null ? List.of() : List.copyOf(was.gates()),
                                Limits.KEY)),
                f.text("date", was == null ? null : was.date(), Limits.KEY));
    }

    private static ProductSelection products(Fields f, @Nullable CheckinList was) {
        JsonNode node = f.tree("products");
        boolean all = node.isTextual() && node.textValue().equals(ALL);
        if (all || (node.isMissingNode() && was == null)) {
            return ProductSelection.ALL;
        }
        if (node.isMissingNode() && was != null) {
            return was.products();
        }
        List<String> keys = f.texts("products", List.of(), Limits.KEY);
        return keys.contains(ALL) ? ProductSelection.ALL : ProductSelection.of(keys);
    }

    private @Nullable String rules(Fields f, @Nullable String was) {
        if (!f.has("rules")) {
            return was;
        }
        JsonNode node = f.tree("rules");
        if (!node.isObject()) {
            f.refuse("rules", "rule_not_object");
            return was;
        }
        if (node.isEmpty()) {
            return null;
        }
        String json = node.toString();
        for (RuleProblem problem : Rule.read(json).problems()) {
            Message message =
                    Message.of("exchange.warning.rule." + problem.kind().name(), problem.place());
            problems.warn(f.path() + ".rules", problem.value(), message);
        }
        return json;
    }
}
