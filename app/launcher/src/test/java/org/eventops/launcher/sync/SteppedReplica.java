package org.eventops.launcher.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.Rows;

/** The real store, with a step around each transaction of what came from the hub. */
record SteppedReplica(Replica real, NamedSteps steps) implements Replica {
    @Override
    public <T> T apply(Weight weight, Function<Rows, T> work) {
        steps.at("applying");
        T result =
                real.apply(
                        weight,
                        rows -> {
                            T done = work.apply(rows);
                            steps.at("applied-uncommitted");
                            return done;
                        });
        steps.at("applied");
        return result;
    }

    @Override
    public List<Cursor> cursors() {
        return real.cursors();
    }

    @Override
    public Optional<Membership> membership() {
        return real.membership();
    }

    @Override
    public void keep(Membership membership) {
        real.keep(membership);
    }

    @Override
    public void seen(Instant hybrid) {
        real.seen(hybrid);
    }

    @Override
    public void secure() {
        real.secure();
    }

    @Override
    public Map<String, ContentHash> hashes(UUID scope) {
        return real.hashes(scope);
    }
}
