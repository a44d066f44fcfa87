package org.eventops.launcher.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.eventops.domain.change.Progress;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.ColumnMapping;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.MergeCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttendeeListTest {
    private static final String PLAIN = "order code;code;product;name;email\n";

    @TempDir Path folder;

    static Stream<Arguments> exports() {
        return Stream.of(
                Arguments.of(
                        "pretix",
                        """
                        Event slug,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,Variation,Price,Attendee name,Attendee email,Company,Pseudonymization ID,Ticket secret
                        gala,A1B2C,1,Paid,buyer@example.com,+57 300,2026-08-01,10:00:00,General,,120000.00,Luisa Niño,luisa@example.com,Acme,PSEUDO,secret-1
                        gala,A1B2C,2,Paid,buyer@example.com,+57 300,2026-08-01,10:00:00,VIP,,300000.00,"Ruiz, Óscar",oscar@example.com,,PSEUD2,secret-2
                        """,
                        "secret-1"),
                Arguments.of(
                        "pretix",
                        """
                        "Order code","Attendee name","Product","Price","Checked in","Checked out","Automatically checked in","Secret","E-mail","Company","Voucher code","Order date","Requires special attention","Comment"
                        "Q1","Luisa Niño","General","120000.00","","","No","sec-a","luisa@example.com","","","2026-08-01","No",""
                        "Q2","Óscar Ruiz","VIP","300000.00","","","No","sec-b","oscar@example.com","","","2026-08-02","No","late"
                        """,
                        "sec-b"),
                Arguments.of(
                        "eventbrite",
                        """
                        Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Phone number,Event name,Event ID,Ticket quantity,Ticket type,Currency,Ticket price,Buyer first name,Buyer last name,Buyer email,Barcode number
                        14572631913,2026-03-30 16:01:14,Luisa,Niño,luisa@example.com,,Gala,123,1,General,COP,120000.00,L,N,b@example.com,145726319130001
                        14572631914,2026-03-30 16:02:14,Óscar,Ruiz,oscar@example.com,,Gala,123,1,VIP,COP,300000.00,O,R,b@example.com,145726319140001
                        """,
                        "145726319140001"),
                Arguments.of(
                        "eventbrite",
                        """
                        Order #,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee #,Order Type,Total Paid,Attendee Status,Barcode #
                        991,2026-03-30,Luisa,Niño,luisa@example.com,1,General,5501,Free Order,0.00,Attending,b-1
                        992,2026-03-30,Óscar,Ruiz,oscar@example.com,1,VIP,5502,Free Order,0.00,Not Attending,b-2
                        """,
                        "b-2"),
                Arguments.of(
                        "hievents",
                        """
                        ID,First Name,Last Name,Email,Status,Is Checked In,Checked In At,Product ID,Product Name,Event ID,Public ID,Short ID,Created Date,Last Updated Date,Notes
                        1,Luisa,Niño,luisa@example.com,ACTIVE,No,,7,General,3,A-1XY,a_1,2026-08-01 10:00:00,2026-08-01 10:00:00,
                        2,Óscar,Ruiz,oscar@example.com,CANCELLED,No,,8,VIP,3,A-2XY,a_2,2026-08-01 10:00:00,2026-08-01 10:00:00,note
                        """,
                        "A-2XY"),
                Arguments.of(
                        "alfio",
                        """
                        "ID","Category","Event","Status","OriginalPrice","PaidPrice","Discount","VAT","ReservationID","Full Name","First Name","Last Name","E-Mail","Locked","Language"
                        "11111111-aaaa","General","gala","ACQUIRED","120000.00","120000.00","0","0","R-1","Luisa Niño","Luisa","Niño","luisa@example.com","No","es"
                        "22222222-bbbb","VIP","gala","TO_BE_PAID","300000.00","300000.00","0","0","R-2","Óscar Ruiz","Óscar","Ruiz","oscar@example.com","No","es"
                        """,
                        "22222222-bbbb"),
                Arguments.of(
                        "table",
                        """
                        Código de pedido;Código;Tipo de boleta;Nombre y apellido;Correo electrónico;Celular;Empresa;Estado;Precio;Notas
                        P1;c-1;General;Luisa Niño;luisa@example.com;300;Acme;Pagado;120.000,00;silla
                        P2;c-2;VIP;Óscar Ruiz;oscar@example.com;301;;Pendiente;300000;
                        """,
                        "c-2"));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void readsTheExportsOfOthersAsTheyAre(String format, String content, String code)
            throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            Path file = desk.file("list.csv", content);
            assertThat(desk.console.importer().look(file).format()).isEqualTo(format);
            ImportReport report = desk.bring("list.csv", content);
            assertThat(report.rejected()).isEmpty();
            assertThat(report.counts()).isEqualTo(new MergeCounts(2, 0, 0));
            assertThat(desk.exported()).contains("Luisa Niño", "Ana Peña", "\"" + code + "\"");
            assertThat(desk.bring("list.csv", content).counts())
                    .isEqualTo(new MergeCounts(0, 0, 2));
        }
    }

    static Stream<Arguments> encodings() {
        return Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252")
                .flatMap(name -> Stream.of(",", ";", "\t").map(sign -> Arguments.of(name, sign)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsEveryEncodingAndSeparator(String encoding, String sign) throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            String text =
                    "code,product,name,notes\r\nx1,General,José Nuñez,\"two\nlines, quoted\"\r\n"
                            .replace(",", sign);
            ImportReport report = desk.bring("list.csv", text, Charset.forName(encoding));
            assertThat(report.rejected()).isEmpty();
            assertThat(desk.exported()).contains("José Nuñez");
        }
    }

    static Stream<Arguments> damages() {
        String ok = "ORD;good-1;General;Luz Mar;luz@example.com\n";
        return Stream.of(
                row("A;B;General;Ana", "ragged", 3),
                row("A;B;General;Ana;a@example.com;extra;more", "ragged", 3),
                row("A;good-1;General;Ana;a@example.com", "duplicate_code", 3),
                row("A;old-code;General;Ana;a@example.com", "code_of_another_order", 3),
                row("A;x2;Palco;Ana;a@example.com", "unknown_product", 3),
                row("A;" + "x".repeat(600) + ";General;Ana;a@example.com", "too_long", 3),
                row("A;x2;General;" + "n".repeat(2000) + ";a@example.com", "too_long", 3),
                row("A;x2;General;" + "n".repeat(10_000_000) + ";a@example.com", "too_long", 3),
                row("A;x2;General;An\u0000a;a@example.com", "control_characters", 3),
                row("\n\n;;;;\nA;B;General;Ana", "ragged", 6),
                row(
                        "A;x2;\"Gen\neral\";Ana;a@example.com\nA;x3;Palco;E;e@example.com",
                        "unknown_product",
                        5),
                whole("", "empty_file"),
                whole("order code;code;product;name;email\n", "header_only"),
                whole("foo;bar\n1;2\n", "no_known_column"),
                whole("name;name;code\na;b;c\n", "header_twice"),
                whole(PLAIN + ok + "A;\"open;General;Ana;a@example.com\n", "not_csv"),
                column("price", "12.345", "too_many_decimals"),
                column("price", "-5", "negative"),
                column("price", "gratis", "not_amount"),
                column("order date", "2026-02-30", "impossible_date"),
                column("order date", "2026-13-01 10:00:00", "impossible_date"),
                column("status", "quizás", "unknown_status"));
    }

    private static Arguments row(String bad, String problem, int line) {
        String ok = "ORD;good-1;General;Luz Mar;luz@example.com\r\n";
        return Arguments.of(
                PLAIN + ok + bad + "\nORD2;good-2;VIP;Eva Sol;eva@example.com\n",
                problem,
                line,
                true);
    }

    private static Arguments column(String header, String value, String problem) {
        String text =
                "code;product;name;"
                        + header
                        + "\ngood-2;General;Eva Sol;\nx1;General;Ana;"
                        + value
                        + "\n";
        return Arguments.of(text, problem, 3, true);
    }

    private static Arguments whole(String text, String problem) {
        return Arguments.of(text, problem, 0, false);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void namesTheBadRowAndKeepsTheGoodOnes(String text, String problem, int line, boolean good)
            throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            String before = desk.exported();
            ImportReport report = desk.bring("list.csv", text);
            assertThat(report.rejected())
                    .anySatisfy(
                            each -> {
                                assertThat(each.reason().key())
                                        .isEqualTo("exchange.problem." + problem);
                                assertThat(line == 0 || Objects.equals(each.line(), line))
                                        .as("line %s", each.line())
                                        .isTrue();
                            });
            assertThat(Desk.said(report)).allSatisfy(each -> assertThat(each).isNotBlank());
            if (good) {
                assertThat(desk.exported()).contains("Eva Sol", "Ana Peña");
            } else {
                assertThat(desk.exported()).isEqualTo(before);
            }
        }
    }

    @Test
    void aStrictImportKeepsNothingWhenOneRowIsBad() throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            String before = desk.exported();
            Path file =
                    desk.file(
                            "list.csv",
                            PLAIN
                                    + "A;c1;General;Ana;a@example.com\nB;c2;Palco;Eva;e@example.com\n");
            ImportReport report = desk.run(Desk.request(file, false, true, null));
            assertThat(report.ok()).isFalse();
            assertThat(desk.exported()).isEqualTo(before);
        }
    }

    @Test
    void refusesWhatOnlyCallsItselfATable() throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            byte[] noise = new byte[4096];
            new java.util.Random(7).nextBytes(noise);
            noise[0] = 1;
            assertThat(desk.bring("binary.csv", noise).ok()).isFalse();
            ImportReport zip =
                    desk.bring("list.xlsx", "not a zip".getBytes(StandardCharsets.UTF_8));
            assertThat(zip.rejected().getFirst().reason().key())
                    .isEqualTo("exchange.problem.not_xlsx");
        }
    }

    @Test
    void readsAWorkbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(out, "test", "1.0");
        Worksheet sheet = workbook.newWorksheet("people");
        String[] header = {"code", "product", "name", "price", "notes"};
        for (int i = 0; i < header.length; i++) {
            sheet.value(0, i, header[i]);
        }
        sheet.value(1, 0, "x1");
        sheet.value(1, 1, "General");
        sheet.value(1, 2, "José Nuñez");
        sheet.value(1, 3, 120000);
        workbook.finish();
        try (Desk desk = Desk.withGala(folder)) {
            ImportReport report = desk.bring("list.xlsx", out.toByteArray());
            assertThat(report.rejected()).isEmpty();
            assertThat(desk.exported()).contains("José Nuñez", "\"120000.00\"");
        }
    }

    @Test
    void remembersWhatAPersonSaidTheColumnsMean() throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            Path file = desk.file("odd.csv", "kürzel;wer;was\nz1;Eva Sol;General\n");
            ColumnMapping mapping =
                    new ColumnMapping(
                            Map.of(
                                    AttendeeField.TICKET_CODE, "kürzel",
                                    AttendeeField.NAME, "wer",
                                    AttendeeField.PRODUCT, "was"));
            assertThat(desk.console.importer().look(file).certain()).isFalse();
            assertThat(desk.run(Desk.request(file, false, false, mapping)).applied()).isTrue();
            assertThat(desk.console.importer().look(file).mapping()).isEqualTo(mapping);
            assertThat(desk.console.importer().look(file).certain()).isTrue();
        }
    }

    @Test
    void keepsAFormulaAsTextAndDefusesItOnTheWayOut() throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            desk.bring("list.csv", PLAIN + "A;c1;General;=cmd|' /C calc'!A0;a@example.com\n");
            assertThat(desk.exported()).contains("\"=cmd|' /C calc'!A0\"");
            assertThat(desk.attendees()).contains("'=cmd|' /C calc'!A0");
        }
    }

    @Test
    void aCancelledImportLeavesNothingBehind() throws IOException {
        StringBuilder many = new StringBuilder(PLAIN);
        for (int i = 0; i < 5000; i++) {
            many.append("O%d;m%d;General;N %d;n%d@example.com%n".formatted(i, i, i, i));
        }
        try (Desk desk = Desk.withGala(folder)) {
            String before = desk.exported();
            Path file = desk.file("many.csv", many.toString());
            Progress impatient =
                    new Progress() {
                        private long seen;

                        @Override
                        public void at(long done, long total) {
                            seen = Math.max(seen, done);
                        }

                        @Override
                        public boolean cancelled() {
                            return seen > 2000;
                        }
                    };
            assertThatThrownBy(
                            () ->
                                    desk.console
                                            .importer()
                                            .run(Desk.request(file, false, false, null), impatient))
                    .isInstanceOf(CancellationException.class);
            assertThat(desk.exported()).isEqualTo(before);
            assertThat(desk.run(Desk.request(file, false, false, null)).counts().created())
                    .isEqualTo(5000);
        }
    }
}
