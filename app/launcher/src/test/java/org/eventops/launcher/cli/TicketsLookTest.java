package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eventops.domain.ticketing.TicketLook;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How tickets look, said on the command line and seen on what it prints. */
class TicketsLookTest {
    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    @BeforeEach
    void fill() {
        try (OpenConsole console = OpenConsole.open(store(), Clock.systemUTC())) {
            new BigEvent(2, 0).into(console);
        }
    }

    private Path store() {
        return folder.resolve("store");
    }

    private int tickets(String command, String... words) {
        List<String> first = List.of("--lang=en", "--data", store().toString(), "--json");
        List<String> tickets = List.of("tickets", command, "--event", BigEvent.SLUG);
        return cli.ops(Stream.concat(first.stream(), tickets.stream()).toList(), words);
    }

    private String said() {
        return cli.printed().strip();
    }

    private static String look(String colour, boolean logo) {
        return "{\"event\":\"%s\",\"colour\":\"%s\",\"logo\":%s}"
                .formatted(BigEvent.SLUG, colour, logo);
    }

    private Path logo() throws IOException {
        Path file = folder.resolve("logo.png");
        BufferedImage image = new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB);
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
        return file;
    }

    @Test
    void keepsWhatIsAskedForAndLeavesTheRest() throws IOException {
        assertThat(tickets("look")).isZero();
        assertThat(said()).isEqualTo(look("#0b5cad", false));
        assertThat(tickets("look", "--colour", "#FFD400")).isZero();
        assertThat(said()).isEqualTo(look("#ffd400", false));
        assertThat(tickets("look", "--logo", logo().toString())).isZero();
        assertThat(said()).isEqualTo(look("#ffd400", true));
        assertThat(tickets("look", "--plain", "--colour", "#102030")).isZero();
        assertThat(said()).isEqualTo(look("#102030", false));
        assertThat(tickets("look", "--plain")).isZero();
        assertThat(tickets("look")).isZero();
        assertThat(said()).isEqualTo(look("#0b5cad", false));
    }

    @Test
    void ticketsArePrintedInTheColour() throws IOException {
        tickets("look", "--colour", "#ffd400", "--logo", logo().toString());
        Path papers = folder.resolve("papers");
        assertThat(tickets("issue", "--out", papers.toString())).isZero();
        try (var files = Files.newDirectoryStream(papers, "*.png")) {
            BufferedImage image = ImageIO.read(files.iterator().next().toFile());
            assertThat(image.getRGB(2, 2)).isEqualTo(0xffffd400);
        }
    }

    @Test
    void saysWhatIsWrongAndChangesNothing() throws IOException {
        assertThat(tickets("look", "--colour", "yellow", "--logo", logo().toString())).isEqualTo(3);
        assertThat(cli.said()).contains("--colour", "yellow", "#rrggbb");
        Path text = Files.writeString(folder.resolve("logo.txt"), "a logo");
        Path large = Files.write(folder.resolve("l.png"), new byte[TicketLook.LARGEST_LOGO + 1]);
        for (Path each : List.of(text, large)) {
            assertThat(tickets("look", "--colour", "#ffd400", "--logo", each.toString()))
                    .isEqualTo(3);
            assertThat(cli.said()).contains("--logo", each.toString(), "PNG", "JPEG", "700 KB");
        }
        String nowhere = folder.resolve("none.png").toString();
        assertThat(tickets("look", "--logo", nowhere)).isEqualTo(3);
        assertThat(cli.said()).contains("--logo", nowhere);
        assertThat(tickets("look")).isZero();
        assertThat(said()).isEqualTo(look("#0b5cad", false));
    }
}
