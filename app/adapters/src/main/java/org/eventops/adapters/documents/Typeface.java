package org.eventops.adapters.documents;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    Font drawn(float size) throws IOException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes()))
                    .deriveFont(size);
        } catch (FontFormatException e) {
            throw new IOException(e);
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
