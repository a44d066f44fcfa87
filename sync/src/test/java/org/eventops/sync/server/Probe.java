package org.eventops.sync.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.change.replica.SyncedTables;

/**
 * Something that a hostile device tries, from {@code probes.sql}.
 *
 * @param who the device it is tried as: door, or admin
 * @param allowed SQLSTATEs that refuse it, {@code empty}, {@code harmless}
 */
record Probe(String name, String who, List<String> allowed, String sql) {
    /** All of them; those for each table stand once for each. */
    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        for (String block : text().split("\n\n+", -1)) {
            int end = block.indexOf('\n');
            String[] head = block.substring(0, Math.max(end, 0)).split(" \\| ", -1);
            if (head.length == 3) {
                Probe one =
                        new Probe(
                                head[0].substring(3),
                                head[1],
                                List.of(head[2].split(" ", -1)),
                                block.substring(end + 1).strip());
                probes.addAll(one.forEachTable());
            }
        }
        return probes;
    }

    /** Then ids of B's that other probes pushed come back as what A itself had said. */
    boolean readsOwnFeed() {
        return sql.contains("sync.pull('{a_event}'");
    }

    private List<Probe> forEachTable() {
        if (!sql.contains("{table}")) {
            return List.of(this);
        }
        return SyncedTables.inOrder().stream()
                .map(
                        table ->
                                new Probe(
                                        name + ": " + table.name(),
                                        who,
                                        allowed,
                                        sql.replace("{table}", table.name())))
                .toList();
    }

    private static String text() {
        try (InputStream in = Probe.class.getResourceAsStream("probes.sql")) {
            if (in == null) {
                throw new IllegalStateException("no probes");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
