package org.eventops.persistence.atrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience();
    private final IOException full = new IOException("No space left on device");

    @Test
    void aFullDiskIsTriedAgainForAsLongAsTheStoreIsOpen() throws Exception {
        patience.begin();
        patience.tryAgain(full);
        patience.tryAgain(new IOException("File too large"));
        assertThat(patience.failure()).isEmpty();
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread writer = Thread.ofPlatform().start(() -> ended.complete(waited()));
        patience.end();
        assertThat(ended.get(30, TimeUnit.SECONDS)).isTrue();
        writer.join();
        assertThat(patience.failure()).containsSame(full);
    }

    /** Whether it failed in the end. */
    private boolean waited() {
        try {
            while (true) {
                patience.tryAgain(full);
            }
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void whatElseFailsIsTheEnd() {
        patience.begin();
        IOException gone = new IOException("Input/output error");
        assertThatThrownBy(() -> patience.tryAgain(gone)).isSameAs(gone);
        assertThat(patience.failure()).containsSame(gone);
    }

    @Test
    void nobodyWaitsWhileAStoreIsOpened() {
        assertThatThrownBy(() -> patience.tryAgain(full)).isSameAs(full);
    }
}
