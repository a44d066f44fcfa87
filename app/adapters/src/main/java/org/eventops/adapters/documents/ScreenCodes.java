package org.eventops.adapters.documents;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Optional;
import org.eventops.domain.sync.CodeDrawing;

/** Codes on a screen, where nothing stains them: the lowest error correction, larger modules. */
public final class ScreenCodes implements CodeDrawing {
    @Override
    public Optional<Drawn> drawn(String text) {
        try {
            return Optional.of(
                    new Modules(Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix()));
        } catch (WriterException e) {
            // too long: the file remains
            return Optional.empty();
        }
    }

    private record Modules(ByteMatrix matrix) implements Drawn {
        @Override
        public int side() {
            return matrix.getWidth();
        }

        @Override
        public boolean isDark(int x, int y) {
            return matrix.get(x, y) == 1;
        }
    }
}
