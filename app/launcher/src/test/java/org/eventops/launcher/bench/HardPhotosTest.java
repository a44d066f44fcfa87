package org.eventops.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eventops.adapters.camera.CodeReader;
import org.eventops.domain.door.camera.SeenCode;
import org.eventops.launcher.bench.photo.HardPhotos;
import org.eventops.launcher.bench.photo.HardPhotos.Photo;
import org.junit.jupiter.api.Test;

/** A few of the photographs of {@code bench camera}: nothing read wrong, nearly all read. */
class HardPhotosTest {
    private static final int EACH = 3;

    @Test
    void readsNearlyAllAndNoneWrong() {
        List<Photo> photos = HardPhotos.of(EACH, 4);
        int read = 0;
        for (Photo photo : photos) {
            List<SeenCode> seen = new CodeReader().study(photo.frame());
            assertThat(seen).extracting(SeenCode::text).allMatch(photo.text()::equals);
            read += seen.isEmpty() ? 0 : 1;
        }
        assertThat(read).isGreaterThanOrEqualTo(photos.size() * 9 / 10);
    }
}
