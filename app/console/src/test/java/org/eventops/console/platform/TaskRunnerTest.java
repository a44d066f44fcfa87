package org.eventops.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.failure.Failure;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
    private final List<String> seen = new ArrayList<>();
    private final Faults faults =
            new Faults() {
                @Override
                public void failed(Throwable failure) {
                    seen.add(Failure.of(failure).kind() + " " + failure.getMessage());
                }

                @Override
                public void storeAnswered() {
                    seen.add("answered");
                }
            };
    private final TaskRunner immediate = new ImmediateTaskRunner(faults);

    @Test
    void aStoreThatFailsIsAStateAndNotABug() {
        immediate
                .read(
                        () -> {
                            throw new StoreException(StoreException.Problem.DISK_FULL, "");
                        })
                .start();
        assertThat(seen).containsExactly("ENVIRONMENT DISK_FULL: ");
    }

    @Test
    void whatOneMayNotDoIsARefusalAndNotABug() {
        immediate
                .read(
                        () -> {
                            throw new NotPermitted(Permission.EXPORT);
                        })
                .start();
        assertThat(seen).containsExactly("BUSINESS EXPORT");
    }

    @Test
    void anErrorThatIsExpectedGoesToItsHandler() {
        immediate
                .read(
                        progress -> {
                            throw new IOException("gone");
                        })
                .onError(IOException.class, failure -> seen.add("handled"))
                .onEnd(() -> seen.add("end"))
                .start();
        assertThat(seen).containsExactly("handled", "end");
    }

    @Test
    void aHandlerThatFailsIsABug() {
        immediate
                .read(() -> 1)
                .onSuccess(
                        one -> {
                            throw new IllegalStateException("mine");
                        })
                .start();
        assertThat(seen).containsExactly("answered", "BUG mine");
    }

    @Test
    void whatIsBegunAfterTheEndIsOverAtOnce() {
        BackgroundTaskRunner runner = new BackgroundTaskRunner(Runnable::run, faults);
        runner.close();
        runner.read(() -> seen.add("asked")).onEnd(() -> seen.add("end")).start();
        runner.whenIdle(() -> seen.add("idle"));
        assertThat(seen).containsExactly("end", "idle");
    }

    @Test
    void aResultThatIsNoLongerWantedIsNotDelivered() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (TaskRunner runner = new BackgroundTaskRunner(Runnable::run, faults)) {
            Running running =
                    runner.write(
                                    progress -> {
                                        hold.await();
                                        return 1;
                                    })
                            .onSuccess(one -> seen.add("delivered"))
                            .onCancelled(() -> seen.add("cancelled"))
                            .onEnd(ended::countDown)
                            .start();
            running.cancel();
            hold.countDown();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(seen).containsExactly("cancelled");
    }
}
