package org.eventops.adapters.files.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A list in a file, whatever its encoding, separator or kind. */
public interface TableFile {
    /** Told each record in turn, the header first. */
    interface Rows {
        /**
         * @param line where the record starts, from 1
         * @return whether to go on
         */
        boolean row(int line, List<String> cells);
    }

    /**
     * @throws UnreadableTable if it is no table, or its text cannot be taken apart
     * @throws IOException if the file cannot be read
     */
    void read(Rows rows) throws IOException;

    /** Whether the file is a spreadsheet; anything else is taken for text. */
    static TableFile of(Path file) throws IOException {
        byte[] head = head(file, 4);
        if (head.length == 0) {
            throw new UnreadableTable(1, "empty_file", file.getFileName().toString());
        }
        boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K';
        boolean named =
                file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx");
        if (zip || named) {
            return new XlsxTable(file);
        }
        return new CsvTable(file, charset(file));
    }

    /** Whether the first thing in the file is a brace. */
    static boolean looksLikeJson(Path file) throws IOException {
        byte[] head = head(file, 4096);
        if (head.length == 0) {
            return false;
        }
        String text = new String(head, bomCharset(head)).replace("\uFEFF", "").stripLeading();
        return text.startsWith("{") || text.startsWith("[");
    }

    private static byte[] head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }

    private static Charset bomCharset(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length >= 2 && head[0] != 0 && head[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return head.length >= 2 && head[0] == 0 && head[1] != 0
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    /** A byte order mark or the zeros of UTF-16 tell; else UTF-8 if it is, else Windows-1252. */
    private static Charset charset(Path file) throws IOException {
        Charset marked = bomCharset(head(file, 4));
        return !marked.equals(StandardCharsets.UTF_8) || isUtf8(file)
                ? marked
                : Charset.forName("windows-1252");
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (FileChannel channel = FileChannel.open(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                if (result.isError()) {
                    return false;
                }
                chars.clear();
                bytes.compact();
            }
        }
        return true;
    }

    /** The text of the file without its byte order mark. */
    static Reader text(Path file, Charset charset) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The place that the parser names, if it does. */
    static UnreadableTable unreadable(CsvParseException e) {
        return new UnreadableTable(1, "not_csv", String.valueOf(e.getMessage()));
    }
}
