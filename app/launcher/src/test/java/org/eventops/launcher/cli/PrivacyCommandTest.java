package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code privacy} on a real store. */
class PrivacyCommandTest {
    private static final String EVENT =
            """
            {"eventops": 1, "event": {
              "slug": "gala", "name": "Gala", "type": "concert", "status": "completed",
              "timezone": "America/Bogota", "currency": "COP",
              "starts": "2020-11-20T19:00:00-05:00", "ends": "2020-11-20T23:00:00-05:00"},
             "products": [{"key": "general", "name": "General", "price": "10000.00"}],
             "orders": [
              {"code": "O1", "status": "paid", "email": "ana@one.example", "tickets": [
                {"code": "T1", "product": "general", "attendee": {"name": "Ana Peña",
                 "email": "ana@one.example", "phone": "+57 300 111 2233"}}]},
              {"code": "O2", "status": "paid", "tickets": [
                {"code": "T2", "product": "general", "attendee": {"name": "Ana Peña",
                 "email": "ana@two.example"}}]}]}
            """;

    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    private int ops(String... words) {
        return cli.ops(
                List.of("--lang=en", "--json", "--data", folder.resolve("data").toString()), words);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(cli.printed());
    }

    private void imported() throws Exception {
        Path file = Files.writeString(folder.resolve("gala.json"), EVENT);
        assertThat(ops("import", file.toString())).as(cli.said() + cli.printed()).isZero();
    }

    @Test
    void exportsAndErasesOnePersonAndAnImportBringsNobodyBack() throws Exception {
        imported();
        Path out = folder.resolve("ana.json");
        assertThat(ops("privacy", "export", "300 111 22 33", "--out", out.toString())).isZero();
        JsonNode document = new ObjectMapper().readTree(Files.readString(out));
        assertThat(document.path("names").get(0).asText()).isEqualTo("Ana Peña");
        assertThat(document.path("kept").findValuesAsText("part"))
                .containsExactly("ticket", "order");
        assertThat(document.path("kept").get(0).path("fields").path("email").asText())
                .isEqualTo("e-mail address");

        assertThat(ops("privacy", "erase", "ana@one.example", "--reason", "asked", "--dry-run"))
                .isZero();
        assertThat(json().path("done").asBoolean()).isFalse();
        assertThat(ops("privacy", "erase", "ana@one.example", "--reason", "asked")).isZero();
        assertThat(cli.printed())
                .isEqualTo(
                        "{\"erased\":{\"ticket\":1,\"order\":1},\"whose\":\"ana@one.example\",\"stays\":0,"
                                + "\"events\":[\"gala\"],\"done\":true}\n");
        assertThat(ops("privacy", "export", "ana@one.example")).isEqualTo(3);
        assertThat(cli.printed()).isEmpty();

        imported();
        assertThat(json().path("erased").asInt()).isEqualTo(1);
        assertThat(json().path("updated").asInt()).isZero();
        assertThat(ops("privacy", "export", "ana@one.example")).isEqualTo(3);
    }

    @Test
    void isShownInWordsToAPersonAndAsItStandsToAScript() throws Exception {
        imported();
        assertThat(ops("privacy", "show", "ana@one.example")).isZero();
        assertThat(cli.printed().lines()).hasSize(2);
        assertThat(cli.printed()).contains("\"status\":\"PAID\"", "\"event\":\"gala\"");
        String data = folder.resolve("data").toString();
        cli.ops(List.of("--lang=es", "--data", data), "privacy", "show", "ana@one.example");
        assertThat(cli.printed())
                .contains("Gala · boletas: T1 · general · Ana Peña")
                .contains("Gala · pedidos: O1 · Pagad")
                .doesNotContain("PAID", "VALID");
        assertThat(ops("privacy", "show", "ana peña")).isEqualTo(3);
    }

    @Test
    void severalOfANameAreToldApartAndNothingIsDone() throws Exception {
        imported();
        assertThat(ops("privacy", "erase", "ana peña", "--reason", "asked")).isEqualTo(3);
        assertThat(cli.said()).contains("ana@one.example").contains("ana@two.example");
        assertThat(ops("privacy", "erase", "ana@two.example")).as("no reason").isEqualTo(2);
        assertThat(ops("privacy", "export", "ana@two.example", "--event", "gala")).isZero();
        assertThat(cli.printed().lines()).hasSize(1);
        assertThat(ops("privacy", "export", "ana@two.example", "--event", "gone")).isEqualTo(3);
    }

    @Test
    void retentionIsLaidDownToldAndAppliedOnlyWithAYes() throws Exception {
        imported();
        assertThat(ops("privacy", "retention")).isZero();
        assertThat(cli.printed()).isEqualTo("{\"attendees\":null}\n");
        assertThat(ops("privacy", "retention", "--attendees", "soon")).isEqualTo(3);
        assertThat(ops("privacy", "retention", "--attendees", "30")).isZero();
        assertThat(ops("privacy", "due")).isZero();
        assertThat(cli.printed())
                .isEqualTo(
                        "{\"event\":\"gala\",\"ended\":\"2020-11-21T04:00:00Z\",\"tickets\":2,"
                                + "\"since\":\"2020-12-21T04:00:00Z\"}\n");
        assertThat(ops("privacy", "apply")).isEqualTo(2);
        assertThat(ops("privacy", "apply", "--yes")).isZero();
        assertThat(cli.printed()).isEqualTo("{\"tickets\":2,\"again\":0,\"events\":[\"gala\"]}\n");
        assertThat(ops("privacy", "due")).isZero();
        assertThat(cli.printed()).isEmpty();
        assertThat(ops("privacy", "retention", "--attendees", "off")).isZero();
        assertThat(cli.printed()).isEqualTo("{\"attendees\":null}\n");
    }

    @Test
    void consentsAreWrittenDownListedAndPartOfTheExport() throws Exception {
        imported();
        String[] said = {
            "privacy",
            "consent",
            "Ana@One.example",
            "--event",
            "gala",
            "--purpose",
            "news",
            "--given",
            "--source",
            "form"
        };
        assertThat(ops(said)).isZero();
        assertThat(json().path("subject").asText()).isEqualTo("ana@one.example");
        assertThat(json().path("given").asBoolean()).isTrue();
        assertThat(ops("privacy", "consent", "--event", "gala")).isZero();
        assertThat(cli.printed().lines()).hasSize(1);
        assertThat(ops("privacy", "export", "ana@one.example")).isZero();
        assertThat(json().path("kept").findValuesAsText("part")).contains("consent");
        assertThat(ops("privacy", "consent", "Ana", "--event", "gala", "--purpose", "x", "--given"))
                .isEqualTo(3);
    }
}
