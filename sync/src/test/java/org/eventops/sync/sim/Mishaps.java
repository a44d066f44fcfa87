package org.eventops.sync.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes wrong, and what an operator does. */
final class Mishaps {
    private final Simulation simulation;
    private final Random random;
    private final Map<String, List<Object>> images = new java.util.HashMap<>();
    private boolean lossy;
    private boolean restored;

    Mishaps(Simulation simulation) {
        this.simulation = simulation;
        this.random = simulation.random();
    }

    /** Whether something happened after which a scan may be at the hub only as a rejected one. */
    boolean lossy() {
        return lossy;
    }

    /** Whether the hub was restored. */
    boolean restored() {
        return restored;
    }

    String one(Console at) {
        Faults faults = simulation.faults();
        return switch (random.nextInt(13)) {
            case 0, 1 -> faults.partitions() ? cut(at) : "calm";
            case 2, 3 -> faults.crashes() ? crash(at) : "calm";
            case 4 -> faults.clocks() ? clock(at) : "calm";
            case 5 -> faults.copies() ? copy(at) : "calm";
            case 6 -> faults.backups() ? backup() : "calm";
            case 7 -> faults.retention() ? retention() : "calm";
            case 8 -> faults.revocations() ? revoke(at) : "calm";
            case 9 -> faults.grants() ? grant(at) : "calm";
            case 10 -> lease(at);
            case 11 -> late(at);
            default -> faults.copies() ? image(at) : "calm";
        };
    }

    private String cut(Console at) {
        at.wire.cut = !at.wire.cut;
        return at.name + (at.wire.cut ? " cut" : " joined");
    }

    private String crash(Console at) {
        at.crashIn = random.nextInt(12);
        return at.name + " crashes in " + at.crashIn;
    }

    private String clock(Console at) {
        at.skew = Duration.ofMinutes(random.nextInt(2 * 24 * 60) - 24 * 60);
        return at.name + " clock " + at.skew;
    }

    private String late(Console at) {
        if (!at.wire.hasLate()) {
            return "calm";
        }
        at.wire.deliverLate();
        return at.name + " late";
    }

    private String image(Console at) {
        images.computeIfAbsent(at.name, key -> new ArrayList<>()).add(at.store.image());
        return at.name + " image";
    }

    private String copy(Console at) {
        if (random.nextBoolean() && simulation.consoles().size() < 8) {
            Console copy = simulation.console(at.role, at.device);
            copy.store.become(at.store.image());
            copy.restart();
            copy.skew = at.skew;
            copy.revoked = at.revoked;
            copy.misled = at.misled;
            copy.wire.faults = at.wire.faults;
            return at.name + " copied as " + copy.name;
        }
        List<Object> older = images.get(at.name);
        if (older == null) {
            return "calm";
        }
        at.store.become(older.get(random.nextInt(older.size())));
        simulation.work().forgotten(at);
        // the image may be of before the hub was restored
        at.misled |= restored;
        at.restart();
        return at.name + " store restored";
    }

    private String backup() {
        List<Object> backups = simulation.backups();
        if (backups.isEmpty() || random.nextInt(3) > 0) {
            backups.add(simulation.hub().backup());
            return "backup";
        }
        lossy = true;
        restored = true;
        boolean epochs = random.nextBoolean();
        simulation.hub().restore(backups.get(random.nextInt(backups.size())), epochs);
        simulation.consoles().forEach(console -> console.wire.reset());
        simulation.consoles().forEach(console -> console.misled = true);
        return "hub restored " + epochs;
    }

    private String retention() {
        for (UUID scope : simulation.scopes()) {
            simulation.hub().cut(scope, 1 + random.nextInt(60));
        }
        return "feed cut";
    }

    private String revoke(Console at) {
        boolean last =
                simulation.consoles().stream()
                                .filter(other -> !other.revoked)
                                .map(other -> other.device)
                                .distinct()
                                .count()
                        <= 2;
        if (last || at.revoked) {
            return "calm";
        }
        simulation.hub().device(at.device, at.role, simulation.hub().scopes(at.device), true);
        simulation.consoles().stream()
                .filter(other -> other.device.equals(at.device))
                .forEach(other -> other.revoked = true);
        return at.name + " revoked";
    }

    private String grant(Console at) {
        if (at.revoked) {
            return "calm";
        }
        lossy = true;
        @Nullable Set<UUID> some = null;
        if (random.nextInt(3) > 0) {
            some = new HashSet<>();
            List<UUID> all = new ArrayList<>(simulation.scopes());
            all.remove(ModelHub.TENANT);
            all.sort((one, other) -> one.compareTo(other));
            for (UUID scope : all) {
                if (random.nextBoolean()) {
                    some.add(scope);
                }
            }
        }
        simulation.hub().device(at.device, at.role, some, false);
        return at.name + " reads " + some;
    }

    private String lease(Console at) {
        if (random.nextInt(3) == 0) {
            List<UUID> leases = simulation.hub().leases();
            if (leases.isEmpty()) {
                return "calm";
            }
            UUID lease = leases.get(random.nextInt(leases.size()));
            simulation.hub().endLease(lease, random.nextBoolean() ? "RETURNED" : "REVOKED");
            return "lease ended " + lease;
        }
        List<UUID> scopes = new ArrayList<>(simulation.scopes());
        scopes.remove(ModelHub.TENANT);
        if (scopes.isEmpty()) {
            return "calm";
        }
        scopes.sort((one, other) -> one.compareTo(other));
        UUID scope = scopes.get(random.nextInt(scopes.size()));
        simulation.hub().stock(scope, "cup", 4);
        simulation.hub().lease(scope, "cup", at.device, 1 + random.nextInt(4));
        return at.name + " leases";
    }
}
