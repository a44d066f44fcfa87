package org.eventops.domain.door;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lists to test with: change what matters of a plain one. */
record Lists(
        String name,
        ProductSelection products,
        boolean includePending,
        boolean multipleEntry,
        boolean reentryAfterExit,
        boolean addonMatching,
        @Nullable String rules,
        List<String> gates,
        @Nullable String date) {

    static Lists plain(String name) {
        return new Lists(
                name, ProductSelection.ALL, false, false, true, false, null, List.of(), null);
    }

    Lists products(String... keys) {
        return new Lists(
                name,
                ProductSelection.of(List.of(keys)),
                includePending,
                multipleEntry,
                reentryAfterExit,
                addonMatching,
                rules,
                gates,
                date);
    }

    Lists flags(boolean pending, boolean multiple, boolean reentry, boolean addons) {
        return new Lists(name, products, pending, multiple, reentry, addons, rules, gates, date);
    }

    Lists rule(@Nullable String json) {
        return new Lists(
                name,
                products,
                includePending,
                multipleEntry,
                reentryAfterExit,
                addonMatching,
                json,
                gates,
                date);
    }

    Lists gates(String... keys) {
        return new Lists(
                name,
                products,
                includePending,
                multipleEntry,
                reentryAfterExit,
                addonMatching,
                rules,
                List.of(keys),
                date);
    }

    Lists date(String key) {
        return new Lists(
                name,
                products,
                includePending,
                multipleEntry,
                reentryAfterExit,
                addonMatching,
                rules,
                gates,
                key);
    }

    CheckinList list() {
        return new CheckinList(
                name,
                products,
                includePending,
                multipleEntry,
                reentryAfterExit,
                addonMatching,
                rules,
                new TreeSet<>(gates),
                date);
    }
}
