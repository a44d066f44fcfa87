package org.eventops.persistence.unlock;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eventops.domain.unlock.ComputerTrust;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For whom this computer opens a store, as JSON. */
public final class ComputerText {
    private static final Logger LOG = LoggerFactory.getLogger(ComputerText.class);
    private static final Gson GSON = new Gson();
    private static final int FORMAT = 1;

    /** It is handed to another program: nothing that this could take for an option. */
    private static final Pattern PLACE = Pattern.compile("[0-9a-f]{32}");

    private ComputerText() {}

    private record Written(
            int format,
            @Nullable String name,
            boolean window,
            @Nullable String place,
            @Nullable String wrapped) {}

    public static String of(ComputerTrust trust) {
        return GSON.toJson(
                new Written(FORMAT, trust.name(), trust.window(), trust.place(), trust.wrapped()));
    }

    /** One that cannot be read counts as none: a password opens, and it may be allowed again. */
    public static Optional<ComputerTrust> read(String text) {
        try {
            Written written = GSON.fromJson(text, Written.class);
            Optional<ComputerTrust> trust =
                    Optional.ofNullable(written).flatMap(ComputerText::trust);
            if (trust.isEmpty()) {
                LOG.warn("what computer.json says is not for this program");
            }
            return trust;
        } catch (JsonParseException e) {
            LOG.warn("computer.json cannot be read", e);
            return Optional.empty();
        }
    }

    private static Optional<ComputerTrust> trust(Written written) {
        String name = written.name();
        String place = written.place();
        String wrapped = written.wrapped();
        return written.format() == FORMAT
                        && name != null
                        && wrapped != null
                        && place != null
                        && PLACE.matcher(place).matches()
                ? Optional.of(new ComputerTrust(name, written.window(), place, wrapped))
                : Optional.empty();
    }
}
