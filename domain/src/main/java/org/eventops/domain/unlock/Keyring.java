package org.eventops.domain.unlock;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Who opens a store.
 *
 * @param holders by name; at least one, or the store is not protected
 * @param seal of the holders under the store's key (HMAC-SHA-256), as Base64: whoever adds one or
 *     takes a second factor away without having opened the store is found out
 */
public record Keyring(List<KeyHolder> holders, String seal) {
    public static final Keyring EMPTY = new Keyring(List.of(), "");

    public Keyring {
        holders = List.copyOf(holders);
    }

    static Keyring of(StoreKey key, List<KeyHolder> holders) {
        return holders.isEmpty() ? EMPTY : new Keyring(holders, seal(key, holders));
    }

    /** Whether the program wrote it that had the store open. */
    boolean isSealedBy(StoreKey key) {
        return MessageDigest.isEqual(bytes(seal), bytes(seal(key, holders)));
    }

    /** Of the holders, sorted. */
    List<String> names() {
        return holders.stream().map(KeyHolder::name).sorted().toList();
    }

    Optional<KeyHolder> holder(String name) {
        return holders.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The same as one types it: capitals matter only where names differ in nothing else. */
    Optional<KeyHolder> called(String name) {
        List<KeyHolder> alike = alike(name);
        return holder(name)
                .or(() -> alike.size() == 1 ? alike.stream().findFirst() : Optional.empty());
    }

    /** However the name is written. */
    List<KeyHolder> alike(String name) {
        return holders.stream().filter(each -> FoldedName.isSame(each.name(), name)).toList();
    }

    /** In place of whoever has this name, written just so. */
    Keyring with(StoreKey key, KeyHolder holder) {
        List<KeyHolder> others = new ArrayList<>(holders);
        others.removeIf(each -> each.name().equals(holder.name()));
        others.add(holder);
        return of(key, others);
    }

    /** However the name is written. */
    Keyring without(StoreKey key, String name) {
        List<KeyHolder> others = new ArrayList<>(holders);
        others.removeAll(alike(name));
        return of(key, others);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String seal(StoreKey key, List<KeyHolder> holders) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.derive("keyring"));
            return Base64.getEncoder().encodeToString(mac.doFinal(written(holders)));
        } catch (GeneralSecurityException e) {
            // Every Java has it.
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(List<KeyHolder> holders) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (KeyHolder each : holders) {
                out.writeUTF(each.name());
                out.writeInt(each.stretching().memory());
                out.writeInt(each.stretching().passes());
                out.writeInt(each.stretching().lanes());
                out.writeUTF(each.stretching().salt());
                out.writeUTF(each.wrapped());
                out.writeUTF(each.second().orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
