package org.eventops.sync.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Deflated text; the words that every bundle holds are known beforehand and cost next to nothing.
 */
final class PackedText {
    /** Part of the format: never change it, a new one needs a new prefix. */
    private static final byte[] WORDS =
            ("\"MII\"authority\":\"AQAB-----\"unseal\":\"\"next\":\"organizer\"supervisor\"box_office\""
                            + "\"venue\"sponsor\"vendor\"team\"admin\"door\"DIRECT\"OFF\"127.0.0.1"
                            + "{\"host\":\"\",\"port\":443\",\"port\":5432,\"database\":\"eventops\","
                            + "\"tls\":\"VERIFIED\",\"bound\":true,\"device\":\"\",\"name\":\"\","
                            + "\"may\":\"door\",\"tenant\":\"\",\"of\":\"\",\"role\":\"\","
                            + "\"secret\":\"\",\"carry\":\"\",\"seal\":\"\",\"until\":179}")
                    .getBytes(StandardCharsets.US_ASCII);

    /** No bundle is near this; more is an attack on memory. */
    private static final int MOST = 64 * 1024;

    private PackedText() {}

    static byte[] packed(byte[] content) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setDictionary(WORDS);
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[1024];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        }
    }

    /**
     * @throws IllegalArgumentException if it was not packed here
     */
    static byte[] unpacked(byte[] packed) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setDictionary(WORDS);
            inflater.setInput(packed);
            byte[] out = new byte[MOST];
            int length = inflater.inflate(out);
            if (!inflater.finished()) {
                throw new IllegalArgumentException("cut short, or too long");
            }
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not packed here", e);
        }
    }
}
