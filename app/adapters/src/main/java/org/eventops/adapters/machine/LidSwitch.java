package org.eventops.adapters.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Whether the computer's lid is shut, as Linux tells it in a small file; never on other systems,
 * where a shut lid is noticed by the sleep it brings.
 */
public final class LidSwitch implements BooleanSupplier {
    private static final Path BUTTONS = Path.of("/proc/acpi/button/lid");

    private final Path buttons;

    public LidSwitch() {
        this(BUTTONS);
    }

    LidSwitch(Path buttons) {
        this.buttons = buttons;
    }

    /** Looked at now; costs nothing that anybody would notice. */
    @Override
    public boolean getAsBoolean() {
        if (!Files.isDirectory(buttons)) {
            return false;
        }
        try (DirectoryStream<Path> lids = Files.newDirectoryStream(buttons)) {
            for (Path lid : lids) {
                if (Files.readString(lid.resolve("state")).contains("closed")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // A switch that does not tell is one that is not there.
            return false;
        }
    }
}
