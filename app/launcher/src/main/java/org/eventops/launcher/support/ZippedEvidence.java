package org.eventops.launcher.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.failure.FaultCode;
import org.eventops.domain.health.SupportArchive;
import org.eventops.resources.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The evidence in one ZIP, with a page that says what is in it. */
public final class ZippedEvidence implements SupportArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ZippedEvidence.class);

    private final Evidence evidence;

    public ZippedEvidence(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void write(OutputStream out, Locale language, Progress progress) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<Piece> pieces = evidence.pieces();
        List<Map<String, String>> missing = new ArrayList<>();
        put(zip, "README.txt", readme(Texts.of(language)));
        for (int i = 0; i < pieces.size(); i++) {
            progress.throwIfCancelled();
            progress.at(i, pieces.size());
            add(zip, pieces.get(i), missing);
        }
        ByteArrayOutputStream gaps = new ByteArrayOutputStream();
        Facts.write(gaps, missing);
        put(zip, "missing.json", gaps.toByteArray());
        zip.finish();
    }

    /** In memory first: what breaks off halfway is left out whole, and the archive stays one. */
    private static void add(ZipOutputStream zip, Piece piece, List<Map<String, String>> missing)
            throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            piece.content().to(content);
        } catch (IOException | RuntimeException e) {
            FailureKind kind = Failure.of(e).kind();
            String code = FaultCode.of(e);
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("kind", kind)
                    .addKeyValue("code", code)
                    .log("left out of the support archive");
            missing.add(Map.of("piece", piece.name(), "kind", kind.name(), "code", code));
            return;
        }
        put(zip, piece.name(), content.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] readme(Texts texts) {
        String text =
                String.join(
                        "\n",
                        texts.get("health.archive.readme.what"),
                        "",
                        texts.get("health.archive.readme.in"),
                        "",
                        texts.get("health.archive.readme.not"),
                        "");
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
