package org.eventops.adapters.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eventops.adapters.documents.DrawnBadges;
import org.eventops.adapters.files.event.BadgeLayoutFile;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.exchange.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeLayoutFileTest {
    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        BadgeLayout layout = BadgeLayout.standard().sized(74.5, 105);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BadgeLayoutFile.write(layout, out);
        assertThat(read(out.toString(StandardCharsets.UTF_8)).layout()).contains(layout);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'badge':1,'width':5,'height':60}|$.width|5|not_number",
                "{'badge':1,'width':'90','height':60}|$.width|90|not_number",
                "{'badge':1,'height':60}|$.width||missing",
                "{'badge':2,'width':90,'height':60}|$.badge|2|not_number",
                "{'badge':1,'width':90,'height':60,'hight':1}|$.hight|hight|unknown_key",
                "{'badge':1,'width':90,'height':60,'elements':{}}|$.elements|{}|not_array",
                "{'badge':1,'width':90,'height':60,'logo':'AAAA'}|$.logo|AAAA|not_logo",
                "{'badge':1,'width':90,'height':60,'logo':'*'}|$.logo|*|not_logo",
                "{'badge':1,'width':90,'height':60,'elements':[{'content':'face','x':0,'y':0,"
                        + "'width':9,'height':9,'size':9}]}|$.elements[0].content|face|not_one_of",
                "{'badge':1,'width':90,'height':60,'elements':[{'content':'name','x':0,'y':0,"
                        + "'width':9,'height':9}]}|$.elements[0].size||missing",
                "[]|$|[]|not_an_object",
                "{'badge':1,'badge':1}|$|?|json_twice"
            })
    void saysWhereWhatIsWrongAndWhatWasExpected(
            String json, String place, String value, String reason) throws IOException {
        List<Rejection> rejected = read(json.replace('\'', '"')).problems().rejected();
        assertThat(rejected).isNotEmpty();
        Rejection first = rejected.getFirst();
        assertThat(first.path()).isEqualTo(place);
        if (!reason.equals("json_twice")) {
            assertThat(first.value()).isEqualTo(value == null ? "" : value);
        }
        assertThat(first.reason().key()).isEqualTo("exchange.problem." + reason);
    }

    @Test
    void anElementBesideTheBadgeIsRefused() throws IOException {
        String json =
                "{\"badge\":1,\"width\":90,\"height\":60,\"elements\":[{\"content\":\"code\","
                        + "\"x\":80,\"y\":0,\"width\":20,\"height\":20}]}";
        Rejection only = read(json).problems().rejected().getFirst();
        assertThat(only.path()).isEqualTo("$.elements[0]");
        assertThat(only.reason().key()).isEqualTo("exchange.problem.outside");
        assertThat(only.reason().arguments()).containsExactly("90", "60");
    }

    private BadgeLayoutFile.Read read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("layout.json"), json);
        return BadgeLayoutFile.read(file, new DrawnBadges()::isPicture);
    }
}
