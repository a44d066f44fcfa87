package org.eventops.persistence.unlock;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.eventops.domain.unlock.KeyHolder;
import org.eventops.domain.unlock.Keyring;
import org.eventops.domain.unlock.Stretching;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keyring as JSON. A sum beside it tells a damaged file from a wrong password. */
public final class KeyringText {
    private static final Logger LOG = LoggerFactory.getLogger(KeyringText.class);
    private static final Gson GSON = new Gson();
    private static final String FILE = "keyring.json";
    private static final int FORMAT = 1;

    private KeyringText() {}

    private record Written(int format, List<WrittenHolder> holders, String seal) {}

    private record WrittenHolder(
            String name,
            int memory,
            int passes,
            int lanes,
            String salt,
            String wrapped,
            @Nullable String second) {
        KeyHolder holder() {
            return new KeyHolder(
                    name,
                    new Stretching(memory, passes, lanes, salt),
                    wrapped,
                    Optional.ofNullable(second));
        }

        static WrittenHolder of(KeyHolder each) {
            Stretching how = each.stretching();
            return new WrittenHolder(
                    each.name(),
                    how.memory(),
                    how.passes(),
                    how.lanes(),
                    how.salt(),
                    each.wrapped(),
                    each.second().orElse(null));
        }
    }

    public static String of(Keyring keyring) {
        Written written =
                new Written(
                        FORMAT,
                        keyring.holders().stream().map(WrittenHolder::of).toList(),
                        keyring.seal());
        String ring = GSON.toJson(written);
        JsonObject file = new JsonObject();
        file.addProperty("ring", ring);
        file.addProperty("sum", sum(ring));
        return GSON.toJson(file);
    }

    /**
     * @throws StoreException if it is damaged, or a newer program wrote it
     */
    public static Keyring read(String text) {
        try {
            JsonObject file = GSON.fromJson(text, JsonObject.class);
            String ring = file.get("ring").getAsString();
            if (!file.get("sum").getAsString().equals(sum(ring))) {
                throw new StoreException(Problem.CORRUPT, FILE);
            }
            Written written = GSON.fromJson(ring, Written.class);
            if (written.format() > FORMAT) {
                throw new StoreException(Problem.NEWER, FILE);
            }
            return new Keyring(
                    written.holders().stream().map(WrittenHolder::holder).toList(), written.seal());
        } catch (JsonParseException
                | NullPointerException
                | IllegalStateException
                | UnsupportedOperationException e) {
            throw new StoreException(Problem.CORRUPT, FILE, e);
        }
    }

    public static String ofState(Map<String, String> state) {
        return GSON.toJson(state);
    }

    /** One that cannot be read counts as empty: it must not keep people out. */
    public static Map<String, String> readState(String text) {
        try {
            Map<String, String> state =
                    GSON.fromJson(text, new TypeToken<Map<String, String>>() {}.getType());
            return state == null ? Map.of() : state;
        } catch (JsonParseException e) {
            LOG.warn("what was remembered of wrong passwords cannot be read", e);
            return Map.of();
        }
    }

    private static String sum(String text) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            // Every Java has it.
            throw new IllegalStateException(e);
        }
    }
}
