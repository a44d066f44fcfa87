package org.eventops.adapters.documents;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.pdf.BaseFont;

/** The font of documents, inside them: any name is written as it is on every machine. */
enum Typeface {
    REGULAR("LiberationSans-Regular.ttf"),
    BOLD("LiberationSans-Bold.ttf");

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    BaseFont embedded() throws IOException {
        return BaseFont.createFont(file, BaseFont.IDENTITY_H, true, true, bytes(), null);
    }

    Font drawn(float size) {
        return Objects.requireNonNull(Loaded.FONTS.get(this)).deriveFont(size);
    }

    /** Loaded once: each loading leaves a file behind until the program ends. */
    private static final class Loaded {
        static final Map<Typeface, Font> FONTS = new EnumMap<>(Typeface.class);

        static {
            for (Typeface each : values()) {
                FONTS.put(each, each.loaded());
            }
        }
    }

    private Font loaded() {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes()));
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream("/liberation/" + file)) {
            if (in == null) {
                throw new IOException("font missing: " + file);
            }
            return in.readAllBytes();
        }
    }
}
