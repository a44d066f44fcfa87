package org.eventops.console.ui;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.eventops.console.shell.ScreenContext;

/** Writes a document to a file that the person names, and says how it went. */
public final class FileSaving {
    private final ScreenContext context;

    public FileSaving(ScreenContext context) {
        this.context = context;
    }

    /** Writes one kind of document; false when what it is about is gone. */
    @FunctionalInterface
    public interface Document {
        boolean write(OutputStream out) throws IOException;
    }

    /** Asks for the file. */
    public void choose(Window owner, String proposed, Document document) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(proposed);
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            save(chosen.toPath(), document);
        }
    }

    /** The old file stays until the new one is whole. */
    public void save(Path file, Document document) {
        context.tasks()
                .read(progress -> write(file, document))
                .onSuccess(done -> tell(done ? "exchange.export.done" : "ticketing.gone", file))
                .onError(IOException.class, failure -> tell("exchange.export.failed", file))
                .start();
    }

    private void tell(String key, Path file) {
        context.notices().tell(context.language().get(key, file.getFileName()));
    }

    private static boolean write(Path file, Document document) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        boolean found;
        try (OutputStream out = Files.newOutputStream(part)) {
            found = document.write(out);
        }
        if (found) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(part);
        }
        return found;
    }

    /** The window that a menu's entry hangs in. */
    public static Window owner(MenuItem item) {
        return item.getParentPopup().getOwnerWindow();
    }
}
