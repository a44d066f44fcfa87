package org.eventops.sync.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.sync.engine.FeedTransaction;

/** What became of the row that a violation names: every entry of the feed, every pending change. */
final class Inquest {
    private static final Pattern NAMED =
            Pattern.compile("(?:id=|scan |entry |^\\w+: )([0-9a-f-]{36})");

    private Inquest() {}

    static List<String> on(String violation, HubAudit audit, List<Console> consoles) {
        List<String> lines = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        Matcher named = NAMED.matcher(violation);
        if (named.find()) {
            ids.add(named.group(1));
        }
        for (String id : ids) {
            for (UUID scope : audit.scopes()) {
                for (FeedTransaction transaction : audit.history(scope)) {
                    transaction.entries().stream()
                            .filter(entry -> entry.toString().contains(id))
                            .forEach(
                                    entry ->
                                            lines.add(
                                                    "feed "
                                                            + entry
                                                            + " of "
                                                            + transaction.mutation()));
                }
            }
            for (Console console : consoles) {
                console.store.inquest(id).forEach(line -> lines.add(console.name + " " + line));
            }
        }
        return lines;
    }
}
