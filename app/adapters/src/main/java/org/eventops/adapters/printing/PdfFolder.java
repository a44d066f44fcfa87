package org.eventops.adapters.printing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgePapers;
import org.eventops.domain.badge.PrintFailure;
import org.eventops.domain.badge.PrintProblem;
import org.eventops.domain.badge.Printers.Sheet;

/** Writes each badge as a PDF into a folder; a file is whole or not there. */
final class PdfFolder {
    private final BadgePapers papers;

    PdfFolder(BadgePapers papers) {
        this.papers = papers;
    }

    void print(BadgeOutput.Folder where, Sheet sheet, String title) throws PrintFailure {
        try {
            Path folder = Files.createDirectories(Path.of(where.path()));
            String name = title.replaceAll("[^A-Za-z0-9._-]", "_") + ".pdf";
            Path part = Files.createTempFile(folder, ".badge", ".part");
            try {
                write(sheet, part);
                Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | InvalidPathException e) {
            throw new PrintFailure(
                    new PrintProblem(PrintProblem.Kind.FILE, String.valueOf(e.getMessage())), e);
        }
    }

    private void write(Sheet sheet, Path part) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            papers.pdf(sheet.layout(), List.of(sheet.face()), sheet.language(), out);
        }
    }
}
