package org.eventops.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica;
import org.junit.jupiter.api.Test;

/** Which scope is fetched first. */
class ScopesTest {
    private static final UUID OFFICE = new UUID(0, 1);
    private static final UUID TONIGHT = new UUID(0, 2);
    private static final UUID NEXT_YEAR = new UUID(0, 3);

    private final Scopes scopes = new Scopes(empty());

    ScopesTest() {
        scopes.heard(List.of(clock(OFFICE, false), clock(NEXT_YEAR, false), clock(TONIGHT, true)));
    }

    /** A console that has nothing yet. */
    private static Replica empty() {
        return (Replica)
                Proxy.newProxyInstance(
                        Replica.class.getClassLoader(),
                        new Class<?>[] {Replica.class},
                        (proxy, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("cursors");
                            return List.of();
                        });
    }

    private static Hub.ScopeClock clock(UUID scope, boolean live) {
        return new Hub.ScopeClock(scope, 1, 7, live);
    }

    private static Cursor loading(UUID scope) {
        return new Cursor(scope, 1, 7, null, new Cursor.Loading("ticket", OFFICE, 7, 7, null));
    }

    private static Cursor loaded(UUID scope) {
        return new Cursor(scope, 1, 5, null, null);
    }

    private List<UUID> firsts(int calls) {
        List<UUID> firsts = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            firsts.add(scopes.behind().getFirst());
        }
        return firsts;
    }

    @Test
    void whatIsOnIsLoadedToItsEndBeforeAllElse() {
        assertThat(firsts(3)).containsOnly(TONIGHT);
        scopes.at(loading(TONIGHT));
        assertThat(firsts(3)).containsOnly(TONIGHT);
    }

    @Test
    void onceItIsLoadedEachHasItsTurn() {
        scopes.at(loaded(TONIGHT));
        assertThat(new HashSet<>(firsts(3))).isEqualTo(Set.of(OFFICE, TONIGHT, NEXT_YEAR));
    }

    @Test
    void whatDoesNotComeHoldsUpNothingElse() {
        scopes.asking(TONIGHT);
        assertThat(new HashSet<>(firsts(3))).isEqualTo(Set.of(OFFICE, TONIGHT, NEXT_YEAR));
        scopes.answered(TONIGHT);
        assertThat(firsts(3)).containsOnly(TONIGHT);
    }

    @Test
    void doorsAreThoseOfWhatIsOnAndOfEverythingWhileNothingIs() {
        assertThat(scopes.doors()).containsExactly(TONIGHT);
        scopes.heard(List.of(clock(OFFICE, false), clock(NEXT_YEAR, false)));
        scopes.at(loading(OFFICE));
        assertThat(scopes.doors()).containsExactly(OFFICE);
    }
}
