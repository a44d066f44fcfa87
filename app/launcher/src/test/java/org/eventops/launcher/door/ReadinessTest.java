package org.eventops.launcher.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.eventops.adapters.camera.AllCameras;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.domain.people.Person;
import org.eventops.domain.readiness.CameraTest;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Finding.Level;
import org.eventops.domain.readiness.Look;
import org.eventops.domain.readiness.Topic;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
    private static final String LIST = "{\"name\": \"Main\", \"products\": [\"*\"]}";
    private static final String ORDER =
            "{\"code\": \"ORD1\", \"status\": \"paid\", \"tickets\": [{\"code\": \"k3v9q0aa\","
                    + " \"product\": \"general\", \"attendee\": {\"name\": \"Ana\"}}]}";

    private static final Instant BROUGHT = Instant.parse("2026-11-19T12:00:00Z");

    @TempDir Path folder;
    private Instant now = BROUGHT;
    private OpenConsole console;

    @BeforeEach
    void open() {
        InstantSource time = () -> now;
        console = OpenConsole.open(folder.resolve("store"), time.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void bring(String list, String order) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("e.json"),
                        """
                                {"eventops": 1,
                                 "event": {"slug": "gala", "name": "Gala", "timezone": "America/Bogota",
                                           "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                                           "ends": "2026-11-20T23:00:00-05:00", "status": "on_sale"},
                                 "products": [{"key": "general", "name": "General", "price": "120000.00"}],
                                 "lists": [%s],
                                 "orders": [%s]}
                                """
                                .formatted(list, order));
        assertThat(
                        console.importer()
                                .run(
                                        new ImportRequest(file, null, null, false, false, null),
                                        Progress.NONE)
                                .ok())
                .isTrue();
    }

    private Finding found(Topic topic) {
        Optional<EventRow> event =
                console.store().transactions().read(() -> console.store().events().rows()).stream()
                        .findFirst();
        return console.readiness(Optional.empty()).looks(event).stream()
                .filter(look -> look.topic() == topic)
                .map(Look::find)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysThatThereAreNoTicketsAndNoList() throws IOException {
        bring("", "");
        assertThat(found(Topic.TICKETS)).isEqualTo(Finding.bad(Topic.TICKETS, "none", "Gala"));
        assertThat(found(Topic.LISTS).level()).isEqualTo(Level.BAD);
    }

    @Test
    void tellsHowOldTheTicketsAre() throws IOException {
        bring(LIST, ORDER);
        now = BROUGHT.plus(Duration.ofHours(3));
        assertThat(found(Topic.TICKETS))
                .isEqualTo(Finding.good(Topic.TICKETS, "imported", 1, 3L, "Gala"));
        now = BROUGHT.plus(Duration.ofHours(30));
        assertThat(found(Topic.TICKETS))
                .isEqualTo(Finding.advice(Topic.TICKETS, "old", 1, 30L, "Gala"));
        bring(LIST, ORDER);
        assertThat(found(Topic.TICKETS).level()).isEqualTo(Level.GOOD);
    }

    @Test
    void wantsASupervisorWithAPin() {
        console.store()
                .transactions()
                .write(
                        () -> {
                            console.store()
                                    .people()
                                    .save(new Person("Marta", Role.DOOR_SUPERVISOR, null));
                            return true;
                        });
        assertThat(found(Topic.STAFF).level()).isEqualTo(Level.ADVICE);
        console.pins().set("Marta", "4821");
        assertThat(found(Topic.STAFF)).isEqualTo(Finding.good(Topic.STAFF, "pins", 1L));
    }

    @Test
    void saysThatAllKeysAreRetired() throws IOException {
        bring(LIST, ORDER);
        assertThat(found(Topic.KEYS).what()).isEqualTo("unsigned");
        var event =
                console.store()
                        .transactions()
                        .read(() -> console.store().events().id("gala").orElseThrow());
        var key = console.signing().rotate(event);
        assertThat(found(Topic.KEYS)).isEqualTo(Finding.good(Topic.KEYS, "good", 1L));
        console.signing().retire(event, key.id());
        assertThat(found(Topic.KEYS).level()).isEqualTo(Level.BAD);
    }

    @Test
    void saysThatTheCameraUsedLastGivesNoPicture() throws IOException {
        remember("place.camera", folder.resolve("gone.avi").toString());
        assertThat(found(Topic.CAMERA).level()).isEqualTo(Level.BAD);
        remember("place.camera", picture("code.png", true).toString());
        assertThat(found(Topic.CAMERA).what()).isEqualTo("sees");
    }

    private void remember(String key, String value) {
        console.store()
                .transactions()
                .write(
                        () -> {
                            console.store().settings().put(key, value);
                            return value;
                        });
    }

    @Test
    void readsATestCodeWithTheCamera() throws IOException {
        CameraTest test = new CameraTest(new AllCameras(), System::nanoTime);
        Duration longest = Duration.ofSeconds(20);
        assertThat(test.run(picture("code.png", true).toString(), longest, Progress.NONE))
                .isEqualTo(new CameraTest.Outcome.Read("EVENTOPS-TEST", 1));
        assertThat(test.run(picture("empty.png", false).toString(), longest, Progress.NONE))
                .isEqualTo(new CameraTest.Outcome.NoCode(1));
        assertThat(test.run(folder.resolve("gone.png").toString(), longest, Progress.NONE))
                .isEqualTo(new CameraTest.Outcome.Dark());
    }

    private Path picture(String name, boolean code) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                image.setRGB(x, y, 0xffffff);
            }
        }
        if (code) {
            draw(image);
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static void draw(BufferedImage image) {
        QRCode code = encoded();
        var matrix = code.getMatrix();
        for (int y = 0; y < matrix.getHeight() * 8; y++) {
            for (int x = 0; x < matrix.getWidth() * 8; x++) {
                if (matrix.get(x / 8, y / 8) == 1) {
                    image.setRGB(100 + x, 100 + y, 0);
                }
            }
        }
    }

    private static QRCode encoded() {
        try {
            return Encoder.encode("EVENTOPS-TEST", ErrorCorrectionLevel.M);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
