package org.eventops.persistence.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.junit.jupiter.api.Test;

class RowCodecTest {
    private static final UUID SCOPE = UUID.fromString("0199d6a0-0000-7000-8000-000000000001");
    private static final UUID KEY = UUID.fromString("0199d6a0-0000-7000-8000-000000000002");

    @Test
    void bringsEveryKindOfValueBack() {
        RowChange change =
                new RowChange(
                        "ticket",
                        SCOPE,
                        RowChange.Op.UPDATE,
                        KEY,
                        List.of(
                                new RowChange.Column("name", "Ana Peña 😀", null),
                                new RowChange.Column("blocked", false, true),
                                new RowChange.Column("copy", 7, Integer.MIN_VALUE),
                                new RowChange.Column("price", 120_000_00L, Long.MAX_VALUE),
                                new RowChange.Column("order_id", KEY, SCOPE),
                                new RowChange.Column(
                                        "valid_until",
                                        OffsetDateTime.parse("2026-11-21T10:00:00.000001Z"),
                                        null),
                                new RowChange.Column(
                                        "rate", new BigDecimal("19.000000"), BigDecimal.ZERO)));
        assertThat(RowCodec.decode(RowCodec.encode(change))).isEqualTo(change);
    }

    @Test
    void readsWhatWasWrittenBeforeScopesWere() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(1);
        out.writeUTF("gate");
        out.writeByte('I');
        out.writeByte('u');
        out.writeLong(KEY.getMostSignificantBits());
        out.writeLong(KEY.getLeastSignificantBits());
        out.writeShort(1);
        out.writeUTF("name");
        out.writeByte('n');
        out.writeByte('t');
        RowChange change = RowCodec.decode(bytes.toByteArray());
        assertThat(change.scope()).isEqualTo(RowCodec.UNKNOWN);
        assertThat(change.key()).isEqualTo(KEY);
        assertThat(change.columns()).containsExactly(new RowChange.Column("name", null, true));
    }
}
