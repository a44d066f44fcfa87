package org.eventops.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eventops.domain.change.Feature;
import org.jspecify.annotations.Nullable;

/** Whatever is scanned in whatever order, nobody comes in twice on one ticket. */
class NobodyTwiceTest {
    private static final List<String> LISTS = List.of("L1", "L3", "L2");

    enum What {
        ENTER,
        ENTER_BY_ORDER,
        ENTER_IN_CAPITALS,
        LEAVE,
        OVERRIDE_BY_STEWARD,
        OVERRIDE,
        UNDO_LAST,
        FORGET_SETUPS
    }

    record Step(What what, String list, String code, int seconds) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.of(LISTS),
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(-7200, 7200))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 500)
    void admitsASingleEntryTicketOnceUnlessItLeftOrWasTakenBackOrOverridden(
            @ForAll("steps") List<Step> steps) {
        TokyoDoor door = new TokyoDoor();
        door.ticket("a", t -> t.order = "O");
        door.ticket("b", t -> t.order = "O");
        Set<String> inside = new HashSet<>();
        Set<String> everIn = new HashSet<>();
        for (Step step : steps) {
            door.clock.pass(Duration.ofSeconds(step.seconds()));
            Scan scan = play(door, step);
            if (scan != null && scan.counts() && !step.list().equals("L2")) {
                String key = step.list() + scan.ticket();
                hold(scan, key, step.list().equals("L3") ? everIn : inside);
            }
            if (step.what() == What.UNDO_LAST) {
                relive(door, inside, everIn);
            }
        }
    }

    private static void hold(Scan scan, String key, Set<String> in) {
        if (scan.kind() == ScanKind.EXIT) {
            if (key.startsWith("L1")) {
                in.remove(key);
            }
        } else {
            assertThat(in.add(key) || scan.override() != null).as("%s twice", key).isTrue();
        }
    }

    /** After an undo the model is made anew from what still counts, in the order of recording. */
    private static void relive(TokyoDoor door, Set<String> inside, Set<String> everIn) {
        inside.clear();
        everIn.clear();
        for (Scan scan : door.store.scans) {
            String list = nameOf(door, scan);
            if (scan.counts() && scan.kind() == ScanKind.ENTRY) {
                (list.equals("L3") ? everIn : inside).add(list + scan.ticket());
            } else if (scan.counts() && list.equals("L1")) {
                inside.remove(list + scan.ticket());
            }
        }
    }

    private static String nameOf(TokyoDoor door, Scan scan) {
        return door.store.setups.values().stream()
                .filter(setup -> setup.listId().equals(scan.list()))
                .findFirst()
                .orElseThrow()
                .list()
                .name();
    }

    private static @Nullable Scan play(TokyoDoor door, Step step) {
        String list = step.list();
        int before = door.store.scans.size();
        switch (step.what()) {
            case ENTER -> door.enter(list, step.code());
            case ENTER_BY_ORDER -> door.enter(list, "O");
            case ENTER_IN_CAPITALS -> door.enter(list, step.code().toUpperCase(Locale.ROOT));
            case LEAVE -> door.leave(list, step.code());
            case OVERRIDE_BY_STEWARD ->
                    door.override(list, step.code(), "please", TokyoDoor.STEWARD);
            case OVERRIDE -> door.override(list, step.code(), "reason", TokyoDoor.SUPERVISOR);
            case UNDO_LAST -> {
                if (before > 0) {
                    door.service.undo(door.last().id(), TokyoDoor.SUPERVISOR, "mistake");
                }
            }
            case FORGET_SETUPS -> door.store.tell(Feature.DOOR);
        }
        return door.store.scans.size() > before ? door.last() : null;
    }
}
